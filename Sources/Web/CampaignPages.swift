import Casework
import Hummingbird
import Law
import Registry

/// `/campaigns` and `/campaigns/{code}`: special actions, and the forms of a new one and of a tag.
struct CampaignPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("campaigns", use: index).post("campaigns", use: create)
    routes.get("campaigns/{code}", use: show).post("campaigns/{code}", use: tag)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    try await list(Draft(), request, context, status: .ok)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    return try await site.take(request, context) { body in
      let done = try await site.registry.begin(
        body.decode(CampaignRequest.self), once: request.once(body), by: officer, now: context.now)
      return "/campaigns/\(done.value)"
    } again: { draft, status in
      try await list(draft, request, context, status: status)
    }
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    try await single(Draft(), request, context, status: .ok)
  }

  @Sendable func tag(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let code = try context.campaign()
    return try await site.take(request, context, returning: \.isOfTag) { body in
      _ = try await site.registry.tag(
        body.decode(CampaignTagRequest.self).number, with: code, once: request.once(body), by: officer,
        now: context.now)
      return "/campaigns/\(code)"
    } again: { draft, status in
      try await single(draft, request, context, status: status)
    }
  }

  private func list(
    _ draft: Draft, _ request: Request, _ context: Context, status: HTTPResponse.Status
  ) async throws -> Response {
    let officer = try context.officer()
    let words = Wording(site, context)
    let campaigns = try await site.registry.campaigns(for: officer)
    let fields = FieldWriter(draft: draft, words: words)
    let page = CampaignsPage(
      frame: site.frame(words.title("pages.campaigns.title", draft), request, context), problems: fields.problems,
      campaigns: campaigns.map { words.row($0) },
      form: officer.isOne(of: .handlersAndHeads)
        ? CampaignsPage.Form(
          action: "/campaigns", idempotencyKey: draft.key, codeField: fields.text("code", required: true),
          nameField: fields.text("name", required: true), fromField: fields.text("from", required: true),
          toField: fields.text("to"), notesField: fields.text("notes")) : nil)
    return site.answer(page, context, status: status)
  }

  private func single(
    _ draft: Draft, _ request: Request, _ context: Context, status: HTTPResponse.Status
  ) async throws -> Response {
    let officer = try context.officer()
    let words = Wording(site, context)
    let (campaign, files) = try await site.registry.campaign(context.campaign(), for: officer)
    let fields = FieldWriter(draft: draft, words: words)
    let page = CampaignPage(
      frame: site.frame(words.title("pages.campaigns.single", draft), request, context), problems: fields.problems,
      campaign: words.row(campaign),
      files: files.map { file in
        CampaignPage.File(
          href: "/cases/\(file.number)", number: file.number.wire, summary: file.summary,
          respondents: file.respondents, holder: words.name(of: file.owner), state: words.tag(file.kind, file.state))
      },
      form: officer.isOne(of: CampaignTagRequest.taggers)
        ? CampaignPage.Form(
          action: "/campaigns/\(campaign.code)", idempotencyKey: draft.key,
          numberField: fields.text("number", required: true)) : nil)
    return site.answer(page, context, status: status)
  }
}

extension Wording {
  /// A special action in a list.
  func row(_ campaign: Campaign) -> CampaignsPage.Row {
    CampaignsPage.Row(
      href: "/campaigns/\(campaign.code)", name: campaign.name, code: campaign.code.wire,
      days: campaign.to.map { self("pages.campaigns.days", ["from": campaign.from.description, "to": $0.description]) }
        ?? self("pages.campaigns.since", ["from": campaign.from.description]),
      lead: name(of: campaign.lead), cases: String(campaign.cases), notes: campaign.notes)
  }
}

extension Refusal {
  /// Whether a tag can be sent anew: with another number, for a file that there is not.
  fileprivate var isOfTag: Bool { returnsForm || code == "case.unknown" }
}

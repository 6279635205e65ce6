import Casework
import Hummingbird
import Law
import Registry

/// `/cases/{number}/evidence`: the evidence of a case file with its chains of custody, and the forms that add to them.
struct EvidencePages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("cases/{number}/evidence", use: index).post("cases/{number}/evidence", use: create)
    routes.get("evidence/{id}/file", use: EvidenceItems(site: site).file)
    routes.get("evidence/{id}/custody", use: custody).post("evidence/{id}/custody", use: pass)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    site.answer(try await page(Draft(), request, context), context)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let number = try context.caseNumber()
    // Who may not add is told so before the bytes are taken.
    let file = try await site.registry.caseFile(number, for: officer)
    try file.state.requireOwner(officer)
    try officer.requireOne(of: .intake)
    let sent = try await Multipart(request, into: site.desk.store)
    try site.requireOwnForm(sent.form, context)
    do {
      let body = Body(form: sent.form)
      _ = try await site.registry.addEvidence(
        body.decode(EvidenceRequest.self), sent.content, to: number, once: request.once(sent.content, form: sent.form),
        by: officer, now: context.now)
      return .redirect(to: "/cases/\(number)/evidence", type: .normal)
    } catch let refusal as Refusal where refusal.returnsForm {
      let page = try await page(Draft(sent.form, refusal), request, context)
      return site.answer(page, context, status: refusal.kind.status)
    }
  }

  @Sendable func custody(_ request: Request, _ context: Context) async throws -> Response {
    site.answer(try await custodyPage(Draft(), request, context), context)
  }

  @Sendable func pass(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let id = try context.evidence()
    return try await site.take(request, context) { body in
      try await site.registry.pass(
        id, body.decode(CustodyRequest.self), once: request.once(body), by: officer, now: context.now)
      return "/cases/\(try await site.registry.evidence(id, for: officer).number)/evidence"
    } again: { draft, status in
      site.answer(try await custodyPage(draft, request, context), context, status: status)
    }
  }

  private func page(_ draft: Draft, _ request: Request, _ context: Context) async throws -> EvidencePage {
    let officer = try context.officer()
    let number = try context.caseNumber()
    let words = Wording(site, context)
    let file = try await site.registry.caseFile(number, for: officer)
    let items = try await site.registry.evidence(of: number, for: officer)
    let mayAdd = file.head.owner == officer.agency && officer.isOne(of: .intake)
    return EvidencePage(
      frame: site.frame(words.title("pages.evidence.title", draft), request, context), caseNumber: number.wire,
      caseHref: "/cases/\(number)", summary: file.head.summary,
      items: items.map { item in
        EvidencePage.Item(
          id: String(item.id), name: item.name, kind: words("evidence-kind.\(item.kind.rawValue)"),
          fileHref: item.file == nil ? nil : "/evidence/\(item.id)/file",
          size: item.file.map { words.bytes($0.size) }, digest: item.file?.digest,
          addedAt: item.addedAt.local, passHref: mayAdd ? "/evidence/\(item.id)/custody" : nil,
          custody: item.custody.map { words.link($0) })
      }, form: mayAdd ? form(draft, file, officer, words, context) : nil)
  }

  private func form(
    _ draft: Draft, _ file: CaseFile, _ officer: Officer, _ words: Wording, _ context: Context
  ) -> EvidencePage.AddForm {
    let fields = FieldWriter(draft: draft, words: words)
    return EvidencePage.AddForm(
      action: "/cases/\(file.head.number)/evidence", idempotencyKey: draft.key,
      revision: draft.revision ?? file.head.revision, problems: fields.problems,
      name: fields.text("name", required: true),
      kind: fields.choice("kind", "evidence-kind", Evidence.Kind.allCases, required: true),
      holder: fields.text("holder", required: true, initially: words.name(of: officer.agency)),
      since: fields.text("since", required: true, initially: context.now.day().description), seal: fields.text("seal"))
  }

  private func custodyPage(_ draft: Draft, _ request: Request, _ context: Context) async throws -> CustodyPage {
    let officer = try context.officer()
    let words = Wording(site, context)
    let item = try await site.registry.evidence(context.evidence(), for: officer)
    let file = try await site.registry.caseFile(item.number, for: officer)
    try file.state.requireOwner(officer)
    let fields = FieldWriter(draft: draft, words: words)
    return CustodyPage(
      frame: site.frame(words.title("pages.evidence.pass", draft), request, context),
      action: "/evidence/\(item.id)/custody", idempotencyKey: draft.key,
      revision: draft.revision ?? file.head.revision, problems: fields.problems, caseNumber: item.number.wire,
      evidenceHref: "/cases/\(item.number)/evidence", name: item.name, custody: item.custody.map { words.link($0) },
      holder: fields.text("holder", required: true),
      since: fields.text("since", required: true, initially: context.now.day().description), seal: fields.text("seal"))
  }
}

extension Wording {
  /// A link of a chain of custody.
  fileprivate func link(_ link: Evidence.Custody) -> EvidencePage.Link {
    EvidencePage.Link(
      holder: link.holder, since: link.since.description, seal: link.seal,
      recorded: "\(name(of: link.agency)) \(link.officer)")
  }

  /// A size in the unit that reads best.
  func bytes(_ size: Int64) -> String {
    switch size {
    case ..<1024: "\(size) B"
    case ..<(1 << 20): "\(size >> 10) kB"
    default: "\(size >> 20) MB"
    }
  }
}

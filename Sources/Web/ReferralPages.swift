import Casework
import Hummingbird
import Registry

/// `/referrals` and `/cases/{number}/referrals`
struct ReferralPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("referrals", use: index)
    routes.get("cases/{number}/referrals/new", use: new).post("cases/{number}/referrals", use: create)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let words = Wording(site, context)
    let query = try Query(request, names: ["box"])
    let asked = try query.value("box", Referral.Box.init(rawValue:))
    let inbox = try await site.registry.referrals(.inbox, for: officer)
    let outbox = try await site.registry.referrals(officer.agencyKind == .procuratorate ? .all : .outbox, for: officer)
    let isInbox = asked.map { $0 == .inbox } ?? !(inbox.isEmpty && !outbox.isEmpty)
    let page = ReferralsPage(
      frame: site.frame(words("pages.referrals.title"), request, context), isInbox: isInbox, inboxCount: inbox.count,
      outboxCount: outbox.count,
      rows: (isInbox ? inbox : outbox).map { referral in
        ReferralsPage.Row(
          href: "/cases/\(referral.number)", number: referral.number.wire, summary: referral.summary,
          offence: words.offence(referral.offence), from: words.name(of: referral.sendingAgency),
          to: words.name(of: referral.receivingAgency), state: words.tag(.referral, referral.state),
          turn: words.turn(of: referral), since: words.since(referral.since),
          due: referral.dueAt.map { words.tag(due: $0, at: context.now) }, next: words.next(referral, for: officer))
      }, nextHref: nil)
    return site.answer(page, context)
  }

  @Sendable func new(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    try officer.requireOne(of: .handlers)
    let file = try await site.registry.caseFile(context.caseNumber(), for: officer)
    if file.state.openReferral != nil {
      throw Refusal(.notAllowed, "referral.open", ["case": .text(file.head.number.wire)])
    }
    return site.answer(page(file, Draft(), request, context), context)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let number = try context.caseNumber()
    return try await site.take(request, context) { body in
      _ = try await site.registry.draft(
        body.decode(ReferralRequest.self), of: number, once: request.once(body), by: officer, now: context.now)
      return "/cases/\(number)"
    } again: { draft, status in
      let file = try await site.registry.caseFile(number, for: officer)
      return site.answer(page(file, draft, request, context), context, status: status)
    }
  }

  private func page(_ file: CaseFile, _ draft: Draft, _ request: Request, _ context: Context) -> NewReferralPage {
    let words = Wording(site, context)
    let fields = FieldWriter(draft: draft, words: words)
    let receivers = site.directory.agencies.filter { $0.kind == .police }
    return NewReferralPage(
      frame: site.frame(words.title("pages.new-referral.title", draft), request, context),
      action: "/cases/\(file.head.number)/referrals", idempotencyKey: draft.key,
      revision: draft.revision ?? file.head.revision, problems: fields.problems,
      caseNumber: file.head.number.wire, caseHref: "/cases/\(file.head.number)", summary: file.head.summary,
      receivingAgency: fields.choice(
        "receivingAgency", receivers.map { ($0.code.rawValue, words.name(of: $0.code)) }, required: true,
        initially: receivers.count == 1 ? receivers.first?.code.rawValue : nil),
      basis: fields.choice(
        "basis", ReferralBasis.allCases.map { ($0.rawValue, words("basis.\($0.rawValue)")) },
        hints: Dictionary(
          uniqueKeysWithValues: ReferralBasis.allCases.map {
            ($0.rawValue, words("pages.new-referral.basis-hint.\($0.rawValue)"))
          }), required: true),
      offence: fields.choice(
        "offence", site.offences.map { ($0.code, "\($0.name(in: context.language)) (\($0.code))") }),
      reason: fields.text("reason", required: true))
  }
}

import Casework
import Hummingbird
import Law
import Registry

/// `/`: what waits for the officer.
struct WorkPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("/", use: show)
  }

  /// Rows shown of each kind.
  private static let limit = 20

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let words = Wording(site, context)
    let cases = try await site.registry.work(limit: Self.limit, for: officer)
    let (inbox, outbox) = (
      try await site.registry.referrals(.inbox, for: officer), try await site.registry.referrals(.outbox, for: officer)
    )
    let waiting = (inbox + outbox).filter { $0.turn == officer.agency }
    let notices = try await site.registry.notices(after: nil, limit: 10, for: officer)
    let page = WorkPage(
      frame: site.frame(words("pages.work.title"), request, context),
      newCaseHref: officer.beginnings.isEmpty ? nil : "/cases/new",
      casesTotal: cases.total,
      cases: cases.files.map { row($0, words, context.now) },
      moreCasesHref: cases.total > cases.files.count ? "/cases?agency=\(officer.agency)" : nil,
      referralsTotal: waiting.count,
      referrals: waiting.prefix(Self.limit).map { row($0, for: officer, words) }, noticesTotal: notices.count,
      notices: notices.map { notice in
        WorkPage.Notice(
          at: notice.createdAt.local, href: "/cases/\(notice.number)", number: notice.number.wire,
          text: words(
            "pages.work.notice",
            ["agency": words.name(of: notice.agency), "act": words("act.\(notice.kind)")]))
      })
    return site.answer(page, context)
  }

  private func row(_ work: WorkItem, _ words: Wording, _ now: Instant) -> WorkPage.CaseRow {
    let file = work.file
    let days = now.day() - file.heldSince.day()
    return WorkPage.CaseRow(
      href: "/cases/\(file.number)", number: file.number.wire, summary: file.summary, respondents: file.respondents,
      ipType: words("ip-type.\(file.ipType.rawValue)"), state: words.tag(work.proceeding.kind, work.proceeding.state),
      held: words("pages.days", ["days": String(days)]), since: words.since(file.heldSince),
      due: file.dueAt.map { words.tag(due: $0, at: now) },
      next: work.acts.map { words.link($0, of: work.proceeding) }.first { $0.usual })
  }

  private func row(_ referral: Referral, for officer: Officer, _ words: Wording) -> WorkPage.ReferralRow {
    WorkPage.ReferralRow(
      href: "/cases/\(referral.number)", number: referral.number.wire, summary: referral.summary,
      from: words.name(of: referral.sendingAgency), to: words.name(of: referral.receivingAgency),
      offence: words.offence(referral.offence), state: words.tag(.referral, referral.state),
      since: words.since(referral.since), turn: words.turn(of: referral), next: words.next(referral, for: officer))
  }
}

extension Wording {
  /// Whose turn it is, in words.
  func turn(of referral: Referral) -> String {
    guard let turn = referral.turn else { return self("pages.referrals.over") }
    return self("pages.referrals.turn-of", ["agency": name(of: turn)])
  }

  /// The officer's usual next act on a referral, if it is the officer's turn.
  func next(_ referral: Referral, for officer: Officer) -> ActLink? {
    let proceeding = Proceeding(
      id: referral.id, kind: .referral, state: referral.state, agency: referral.sendingAgency,
      receiver: referral.receivingAgency, handledBy: [])
    guard referral.turn == officer.agency, let owner = referral.turn else { return nil }
    let file = CaseFileState(
      id: 0, number: referral.number, owner: owner, revision: referral.revision, openReferral: referral.state)
    return proceeding.allowed(to: officer, in: file).map { link($0, of: proceeding) }.first { $0.usual }
  }
}

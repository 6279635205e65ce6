import Casework
import Documents
import Hummingbird
import Law
import Registry
import Secrets

/// `/handoffs`: the board, its weekly letter, and the officer's calendar; `/proceedings/{id}/ladder`: one handoff.
struct HandoffPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("handoffs", use: index).get("handoffs/letter.pdf", use: letter)
    routes.post("handoffs/calendar", use: newCalendar).post("handoffs/calendar/end", use: endCalendar)
    routes.get("calendars/{token}", use: calendar)
    routes.get("proceedings/{id}/ladder", use: ladder)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    site.answer(try await board(nil, request, context), context)
  }

  private func board(_ address: String?, _ request: Request, _ context: Context) async throws -> HandoffsPage {
    let officer = try context.officer()
    let words = Wording(site, context)
    let handoffs = try await site.registry.handoffs(for: officer, now: context.now)
    let groups = Handoff.Group.allCases.map { group in
      let rows = handoffs.filter { $0.group(for: officer.agency) == group }
      let late = rows.filter { $0.isOverdue(at: context.now) }.count
      return HandoffsPage.Group(
        id: group.rawValue, title: words("pages.handoffs.group.\(group.rawValue)"), count: rows.count,
        late: late == 0 ? nil : String(late), rows: rows.map { row($0, words, context.now) })
    }
    let others = Set(
      handoffs.filter { $0.group(for: officer.agency) == .theirs }.compactMap(\.turn)
    ).sorted()
    let differences = try await site.registry.comparisons(for: officer).filter { !$0.isSame }
    let backlog = try await site.registry.deliveryBacklog(for: officer)
    return HandoffsPage(
      frame: site.frame(words("pages.handoffs.title"), request, context),
      alarms: differences.map { words.alarm($0) } + (backlog.map { [words.backlog($0)] } ?? []), groups: groups,
      letters: others.map {
        HandoffsPage.Letter(href: "/handoffs/letter.pdf?to=\($0.rawValue.percentEncoded)", agency: words.name(of: $0))
      },
      agencies: officer.agencyKind == .procuratorate
        ? try await byAgency(handoffs, words, officer, context.now) : [],
      arrivals: officer.isOne(of: .intake)
        ? try await site.registry.arrivals(for: officer).map { words.row($0) } : [],
      calendarAddress: address, hasCalendar: try await site.registry.hasCalendar(officer))
  }

  /// What each agency owes, for the procuratorate: what is under way, what is overdue, hits without a referral.
  private func byAgency(
    _ handoffs: [Handoff], _ words: Wording, _ officer: Officer, _ now: Instant
  ) async throws -> [HandoffsPage.AgencyRow] {
    let hits = try await site.registry.screeningHits(onlyOpen: true, for: officer)
    let agencies = Set(handoffs.compactMap(\.turn) + hits.map(\.owner)).sorted()
    return agencies.map { agency in
      let turns = handoffs.filter { $0.turn == agency }
      return HandoffsPage.AgencyRow(
        agency: words.name(of: agency), waiting: turns.count, overdue: turns.filter { $0.isOverdue(at: now) }.count,
        hits: hits.filter { $0.owner == agency }.count)
    }
  }

  private func row(_ handoff: Handoff, _ words: Wording, _ now: Instant) -> HandoffsPage.Row {
    HandoffsPage.Row(
      href: "/proceedings/\(handoff.id)/ladder", number: handoff.number.wire, summary: handoff.summary,
      kind: words("proceeding.\(handoff.kind.rawValue)"), from: words.name(of: handoff.sender),
      to: words.name(of: handoff.receiver), state: words.tag(handoff.kind, handoff.state),
      turn: handoff.turn.map { words("pages.referrals.turn-of", ["agency": words.name(of: $0)]) } ?? "",
      since: words.since(handoff.since), due: handoff.dueAt.map { words.tag(due: $0, at: now) },
      left: handoff.hoursLeft(at: now).map { words.left($0) })
  }

  @Sendable func ladder(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let words = Wording(site, context)
    let (proceeding, file) = try await site.registry.proceeding(context.proceeding(), for: officer)
    let whole = try await site.registry.caseFile(file.number, for: officer)
    let entries = try await site.registry.entries(of: file.number, for: officer).standing
    let clock = proceeding.pressing(among: try await site.registry.clocks(of: file.number, for: officer))
    let kind = proceeding.kind.rawValue
    let page = LadderPage(
      frame: site.frame(words("proceeding.\(kind)"), request, context), caseNumber: file.number.wire,
      caseHref: "/cases/\(file.number)", summary: whole.head.summary, kind: words("proceeding.\(kind)"),
      from: words.name(of: proceeding.agency), to: proceeding.receiver.map { words.name(of: $0) },
      state: words.tag(proceeding.kind, proceeding.state),
      turn: proceeding.turn.map { words("pages.referrals.turn-of", ["agency": words.name(of: $0)]) }
        ?? words("pages.referrals.over"),
      due: clock?.dueAt.map { words.tag(due: $0, at: context.now) },
      liable: clock?.agency.map { words.name(of: $0) },
      rungs: proceeding.ladder(entries).map { rung in
        LadderPage.Rung(
          act: words.act(proceeding.kind, rung.act), happenedOn: rung.happenedOn?.description,
          agency: rung.agency.map { words.name(of: $0) } ?? "", officer: rung.officer, done: rung.isDone)
      },
      acts: proceeding.allowed(to: officer, in: file).map { words.link($0, of: proceeding) },
      helpHref: "/help/proceedings/\(kind)")
    return site.answer(page, context)
  }

  /// The weekly letter to an agency whose turn it is: what it has of ours, what is overdue.
  @Sendable func letter(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let query = try Query(request, names: ["to"])
    guard let receiver = try query.value("to", AgencyCode.init(rawValue:)), site.directory[receiver] != nil,
      let template = site.desk.shelf["handoff-letter"]
    else { throw Refusal(.notFound, "path.unknown") }
    let words = Wording(site, in: .chinese)
    let theirs = try await site.registry.handoffs(for: officer, now: context.now).filter {
      $0.group(for: officer.agency) == .theirs && $0.turn == receiver
    }
    let facts = PaperFacts(
      texts: [
        "agency": words.name(of: officer.agency), "receiver": words.name(of: receiver),
        "on": PartialDay(context.now.day()).inChinese, "count": String(theirs.count),
        "overdue": String(theirs.filter { $0.isOverdue(at: context.now) }.count),
      ],
      lists: [
        "handoffs": theirs.enumerated().map { index, handoff in
          [
            "index": String(index + 1), "number": handoff.number.wire,
            "kind": words("proceeding.\(handoff.kind.rawValue)"),
            "state": words("state.\(handoff.kind.rawValue).\(handoff.state)"),
            "since": handoff.since.day().description, "due": handoff.dueAt?.local ?? "",
            "overdue": handoff.isOverdue(at: context.now) ? words("pages.handoffs.overdue") : "",
          ]
        }
      ])
    let pdf = try await site.desk.press.pdf(
      Documents.Paper(
        template: template, facts: facts, isDraft: false, code: nil, day: context.now.day().description))
    return .pdf(pdf, named: "\(template.name.chinese)-\(words.name(of: receiver)).pdf")
  }

  @Sendable func newCalendar(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    try site.requireOwnForm(try await Body(request).form, context)
    let token = try await site.registry.newCalendar(for: officer, now: context.now)
    let host = request.head.authority.map { "\(site.options.isSecure ? "https" : "http")://\($0)" } ?? ""
    let address = "\(site.desk.address ?? host)/calendars/\(token.text).ics"
    return site.answer(try await board(address, request, context), context)
  }

  @Sendable func endCalendar(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    try site.requireOwnForm(try await Body(request).form, context)
    try await site.registry.endCalendar(of: officer)
    return .redirect(to: "/handoffs", type: .normal)
  }

  /// Open to whoever knows the address; it names no party.
  @Sendable func calendar(_ request: Request, _ context: Context) async throws -> Response {
    let part = try context.part("token")
    guard part.hasSuffix(".ics"), let token = Token(String(part.dropLast(4))),
      let items = try await site.registry.calendar(token)
    else { throw Refusal(.notFound, "path.unknown") }
    let words = Wording(site, context)
    let book = try await site.registry.lawBook()
    let feed = CalendarFeed(
      name: words("pages.handoffs.calendar"),
      events: items.map { item in
        let name = book.limits[item.rule]?.last.map { words($0.name) } ?? item.rule
        return CalendarFeed.Event(
          id: "clock-\(item.id)@ipcase", title: "\(item.number) \(name)",
          description: "\(words("proceeding.\(item.kind.rawValue)")) \(item.rule)",
          address: site.desk.address.map { "\($0)/cases/\(item.number)" }, dueAt: item.dueAt)
      })
    return Response(
      status: .ok, headers: [.contentType: "text/calendar; charset=utf-8", .cacheControl: "private, no-store"],
      body: .init(byteBuffer: ByteBuffer(string: feed.text(at: context.now))))
  }
}

extension Wording {
  /// That two sides do not say the same of a day.
  fileprivate func alarm(_ difference: Comparison) -> String {
    self(
      "pages.handoffs.differs.\(difference.isSent ? "sent" : "received")",
      [
        "agency": name(of: difference.other), "day": difference.day.description, "own": String(difference.own),
        "theirs": String(difference.theirs),
      ])
  }

  /// That notices wait to be delivered.
  fileprivate func backlog(_ backlog: (waiting: Int, oldest: Instant)) -> String {
    self("pages.handoffs.backlog", ["count": String(backlog.waiting), "since": backlog.oldest.local])
  }

  /// Hours that are left or over, in days where there are many.
  fileprivate func left(_ hours: Int) -> String {
    let (amount, unit) = abs(hours) >= 48 ? (abs(hours) / 24, "days") : (abs(hours), "hours")
    return self("pages.handoffs.\(hours < 0 ? "over" : "left").\(unit)", ["count": String(amount)])
  }
}

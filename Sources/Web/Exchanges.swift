import Casework
import Handoff
import Hummingbird
import Law
import Registry

/// `/api/exchanges`: what two instances say of the packages between them, day by day, each under its signature.
struct Exchanges {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("exchanges", use: index).post("exchanges", use: compare).get("exchanges/{agency}", use: statement)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    .json(answer(try await site.registry.comparisons(for: context.officer())))
  }

  @Sendable func statement(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let other = try AgencyCode(wire: context.part("agency"))
    let line = try await site.account(of: officer.agency, with: other, at: context.now)
    return Response(
      status: .ok, headers: [.contentType: "application/json"],
      body: .init(byteBuffer: ByteBuffer(string: line + "\n")))
  }

  @Sendable func compare(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    try officer.requireOne(of: .intake)
    let sent = try (try await Body(request)).decode(Sent.self)
    guard let theirs = SignedLine<AccountStatement>(line: sent.statement.trimmingBlanks) else {
      throw Refusal(.invalid, "exchange.malformed", field: "statement")
    }
    try await site.compare(theirs, for: officer.agency, at: context.now)
    return .json(answer(try await site.registry.comparisons(for: officer)), status: .created)
  }

  private struct Sent: Decodable {
    let statement: String
  }

  private func answer(_ comparisons: [Comparison]) -> ByteBuffer {
    JSON.object { json in
      json.list("comparisons", comparisons) { json, each in
        json.object { json in
          json.field("other", each.other.rawValue)
          json.field("day", each.day.description)
          json.field("sent", each.isSent)
          json.field("own", each.own)
          json.field("theirs", each.theirs)
          json.field("same", each.isSame)
        }
      }
    }
  }
}

extension Site {
  /// An agency's own signed statement for another, of the last days before today: nobody is done with today.
  func account(of own: AgencyCode, with other: AgencyCode, at now: Instant) async throws -> String {
    let accounts = try await registry.accounts(of: own, with: other, in: AccountSpan.before(now.day()))
    let days = Set(accounts.map(\.day)).sorted().map { day in
      AccountStatement.Day(
        day: day.description, sent: accounts.count(day, isSent: true), received: accounts.count(day, isSent: false))
    }
    return try SignedLine(
      AccountStatement(agency: own.rawValue, other: other.rawValue, at: now.description, days: days),
      signedBy: desk.ring.key(of: own)
    ).line
  }

  /// Compares what another agency says with what is on record here, and keeps what came of it.
  ///
  /// - Throws: `exchange.malformed` for a statement that is none, or not for `own`; `exchange.signature`, `exchange.old`.
  func compare(_ theirs: SignedLine<AccountStatement>, for own: AgencyCode, at now: Instant) async throws {
    guard let other = AgencyCode(rawValue: theirs.statement.agency), theirs.statement.other == own.rawValue,
      theirs.statement.days.allSatisfy({ $0.sent.isPlausible && $0.received.isPlausible })
    else { throw Refusal(.invalid, "exchange.malformed", field: "statement") }
    guard theirs.isSigned(by: try await registry.keys(of: [other]).map(\.key)) else {
      throw Refusal(.invalid, "exchange.signature", field: "statement")
    }
    guard let at = Instant(theirs.statement.at), at.adding(seconds: AccountSpan.freshness) >= now else {
      throw Refusal(.invalid, "exchange.old", field: "statement")
    }
    let span = AccountSpan.before(now.day())
    let accounts = try await registry.accounts(of: own, with: other, in: span)
    let said = theirs.statement.days.filter { Day($0.day).map(span.contains) ?? false }
    for day in Set(accounts.map(\.day) + said.compactMap { Day($0.day) }).sorted() {
      let their = said.first { $0.day == day.description }
      for isSent in [true, false] {
        let ours = accounts.count(day, isSent: isSent)
        // What we sent, they received.
        let said = (isSent ? their?.received : their?.sent) ?? AccountStatement.Count(of: [])
        if ours.count == 0 && said.count == 0 { continue }
        let comparison = Comparison(
          other: other, day: day, isSent: isSent, own: ours.count, theirs: said.count,
          isSame: ours.digest == said.digest)
        try await registry.keep(comparison, own: ours.digest, theirs: said.digest, of: own, now: now)
      }
    }
  }
}

/// The days that a statement of account is about.
private enum AccountSpan {
  /// Days that it looks back; those without a package are not in it.
  private static let days = 366
  /// Seconds after which a statement is no longer taken: an older one says nothing of what arrived since.
  static let freshness = 2 * 86_400

  static func before(_ today: Day) -> ClosedRange<Day> {
    let last = today.adding(days: -1)
    return last.adding(days: 1 - days)...last
  }
}

extension [DayAccount] {
  fileprivate func count(_ day: Day, isSent: Bool) -> AccountStatement.Count {
    AccountStatement.Count(of: first { $0.day == day && $0.isSent == isSent }?.names ?? [])
  }
}

import Casework
import Handoff
import Hummingbird
import Law
import Registry

/// `/api/exchanges`: what two instances say of the packages between them, day by day, each under its signature.
struct Exchanges {
  let site: Site

  /// Days that a statement looks back; those without a package are not in it.
  private static let days = 366
  /// Seconds after which a statement is no longer taken: an older one says nothing of what arrived since.
  private static let freshness = 2 * 86_400

  func add(to routes: RouterGroup<Context>) {
    routes.get("exchanges", use: index).post("exchanges", use: compare).get("exchanges/{agency}", use: statement)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    .json(answer(try await site.registry.comparisons(for: context.officer())))
  }

  /// Our own statement for another agency, of the last days before today: nobody is done with today.
  @Sendable func statement(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let other = try AgencyCode(wire: context.part("agency"))
    let last = context.now.day().adding(days: -1)
    let accounts = try await site.registry.accounts(
      with: other, in: last.adding(days: 1 - Self.days)...last, for: officer)
    let days = Set(accounts.map(\.day)).sorted().map { day in
      AccountStatement.Day(
        day: day.description, sent: Self.count(accounts, day, isSent: true),
        received: Self.count(accounts, day, isSent: false))
    }
    let signed = try SignedLine(
      AccountStatement(
        agency: officer.agency.rawValue, other: other.rawValue, at: context.now.description, days: days),
      signedBy: site.desk.ring.key(of: officer.agency))
    return Response(
      status: .ok, headers: [.contentType: "application/json"],
      body: .init(byteBuffer: ByteBuffer(string: signed.line + "\n")))
  }

  @Sendable func compare(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    try officer.requireOne(of: .intake)
    let sent = try (try await Body(request)).decode(Sent.self)
    guard let theirs = SignedLine<AccountStatement>(line: sent.statement.trimmingBlanks),
      let other = AgencyCode(rawValue: theirs.statement.agency), theirs.statement.other == officer.agency.rawValue,
      theirs.statement.days.allSatisfy({ $0.sent.isPlausible && $0.received.isPlausible })
    else { throw Refusal(.invalid, "exchange.malformed", field: "statement") }
    guard theirs.isSigned(by: try await site.registry.keys(of: [other]).map(\.key)) else {
      throw Refusal(.invalid, "exchange.signature", field: "statement")
    }
    guard let at = Instant(theirs.statement.at), at.adding(seconds: Self.freshness) >= context.now else {
      throw Refusal(.invalid, "exchange.old", field: "statement")
    }
    let last = context.now.day().adding(days: -1)
    let first = last.adding(days: 1 - Self.days)
    let accounts = try await site.registry.accounts(with: other, in: first...last, for: officer)
    let said = theirs.statement.days.filter { Day($0.day).map { $0 >= first && $0 <= last } ?? false }
    let days = Set(accounts.map(\.day) + said.compactMap { Day($0.day) }).sorted()
    for day in days {
      let their = said.first { $0.day == day.description }
      for isSent in [true, false] {
        let own = Self.count(accounts, day, isSent: isSent)
        // What we sent, they received.
        let said = (isSent ? their?.received : their?.sent) ?? AccountStatement.Count(of: [])
        if own.count == 0 && said.count == 0 { continue }
        let comparison = Comparison(
          other: other, day: day, isSent: isSent, own: own.count, theirs: said.count,
          isSame: own.digest == said.digest)
        try await site.registry.keep(
          comparison, own: own.digest, theirs: said.digest, by: officer, now: context.now)
      }
    }
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

  private static func count(_ accounts: [DayAccount], _ day: Day, isSent: Bool) -> AccountStatement.Count {
    AccountStatement.Count(of: accounts.first { $0.day == day && $0.isSent == isSent }?.names ?? [])
  }
}

import Casework
import Foundation
import Handoff
import Hummingbird
import Law
import Registry
import Secrets

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
      let other = AgencyCode(rawValue: theirs.statement.agency), theirs.statement.other == officer.agency.rawValue
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
        let other = (isSent ? their?.received : their?.sent) ?? Self.none
        try await keep(own, other, on: day, isSent, theirs.statement.agency, officer, context.now)
      }
    }
    return .json(answer(try await site.registry.comparisons(for: officer)), status: .created)
  }

  private struct Sent: Decodable {
    let statement: String
  }

  private func keep(
    _ own: AccountStatement.Count, _ theirs: AccountStatement.Count, on day: Day, _ isSent: Bool, _ other: String,
    _ officer: Officer, _ now: Instant
  ) async throws {
    if own.count == 0 && theirs.count == 0 { return }
    guard let code = AgencyCode(rawValue: other) else { return }
    let comparison = Comparison(
      other: code, day: day, isSent: isSent, own: own.count, theirs: theirs.count, isSame: own.digest == theirs.digest)
    try await site.registry.keep(
      comparison, own: Array(own.digest.utf8), theirs: Array(theirs.digest.utf8), by: officer, now: now)
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

  private static let none = count([], Day.earliest, isSent: true)

  private static func count(_ accounts: [DayAccount], _ day: Day, isSent: Bool) -> AccountStatement.Count {
    let names = accounts.first { $0.day == day && $0.isSent == isSent }?.names ?? []
    let digest = Digest.sha256(names.map { $0 + "\n" }.joined()) ?? []
    return AccountStatement.Count(
      count: names.count, digest: digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())
  }
}

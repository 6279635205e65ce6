import Casework
import Law
import Postgres
import Registry
import TestSupport
import Testing

/// Enforcement actions and key markets: who records them, that they are withdrawn and never changed, who sees them.
@Suite(.database) struct EnforcementActionTests {
  private let registry = Registry(TestDatabase.service)

  private func request(_ day: String = "2026-11-05", officers: Int = 4, market: Bool? = nil) throws
    -> EnforcementActionRequest
  {
    EnforcementActionRequest(
      happenedOn: try When(wire: day), town: .guicheng, place: try Line(wire: "灯湖市场"), market: market,
      officers: officers)
  }

  private func tally(_ code: String) async throws -> [String] {
    try await TestDatabase.owner.read { db in
      try db.all(
        "select concat_ws(' ', agency, day, town, amount) as it from tally where indicator = \(code) order by id"
      ) {
        try $0["it"]
      }
    }
  }

  @Test func anActionCountsOnceWithItsOfficersAndUntilItIsWithdrawn() async throws {
    let clerk = try await Given.officer("IPB", .clerk)
    let id = try await registry.record(request(market: true), once: Given.once(), by: clerk, now: Given.now).value
    #expect(try await tally("actions") == ["IPB 2026-11-05 GC 1"])
    #expect(try await tally("action-officers") == ["IPB 2026-11-05 GC 4"])
    #expect(try await tally("market-officers") == ["IPB 2026-11-05 GC 4"])
    try await registry.withdrawAction(id, by: clerk, now: Given.now.adding(seconds: 60))
    #expect(try await tally("actions") == ["IPB 2026-11-05 GC 1", "IPB 2026-11-05 GC -1"])
    #expect(
      try await code { try await registry.withdrawAction(id, by: clerk, now: Given.now) } == "action.withdrawn")
    let kept = try await registry.enforcementAction(id, for: clerk)
    #expect(kept.withdrawnAt == Given.now.adding(seconds: 60) && kept.officers == 4 && kept.isAtMarket)
  }

  @Test func sentTwiceItIsRecordedOnce() async throws {
    let clerk = try await Given.officer("IPB", .clerk)
    let once = try Given.once()
    let first = try await registry.record(request(), once: once, by: clerk, now: Given.now)
    let second = try await registry.record(request(), once: once, by: clerk, now: Given.now)
    #expect(first.value == second.value && second.isReplay)
    #expect(try await registry.enforcementActions(limit: 10, for: clerk).count == 1)
  }

  @Test(
    arguments: [
      ("IPB", Role.head, "2026-11-05", 4, "role.missing"),
      ("PSB", .caseOfficer, "2026-11-05", 4, "action.not-enforcing"),
      ("IPB", .clerk, "2026-11-21", 4, "date.future"), ("IPB", .clerk, "2026-11", 4, "clock.day-needed"),
      ("IPB", .clerk, "2026-11-05", 0, "action.officers"), ("IPB", .clerk, "2026-11-05", 10_000, "action.officers"),
    ] as [(String, Role, String, Int, String)])
  func whatCannotBeRecordedIsRefused(agency: String, role: Role, day: String, officers: Int, expected: String)
    async throws
  {
    let officer = try await Given.officer(agency, role)
    #expect(
      try await code {
        _ = try await registry.record(request(day, officers: officers), once: Given.once(), by: officer, now: Given.now)
      } == expected)
    #expect(try await tally("actions") == [])
  }

  @Test func anotherAgencyDoesNotSeeItAndTheDistrictsReaderDoes() async throws {
    let town = try await Given.officer("TWN-DL", .clerk)
    let culture = try await Given.officer("CUL", .clerk)
    let bureau = try await Given.officer("IPB", .clerk)
    let id = try await registry.record(request(), once: Given.once(), by: town, now: Given.now).value
    #expect(try await code { _ = try await registry.enforcementAction(id, for: culture) } == "action.unknown")
    #expect(try await registry.enforcementActions(limit: 10, for: culture).isEmpty)
    #expect(try await registry.enforcementAction(id, for: bureau).agency == town.agency)
    #expect(try await code { try await registry.withdrawAction(id, by: bureau, now: Given.now) } == "action.not-yours")
    #expect(try await code { try await registry.withdrawAction(id, by: culture, now: Given.now) } == "action.unknown")
  }

  @Test func whatWasRecordedOfAnActionStays() async throws {
    let clerk = try await Given.officer("IPB", .clerk)
    _ = try await registry.record(request(), once: Given.once(), by: clerk, now: Given.now)
    for statement in ["update enforcement_action set officers = 9", "delete from enforcement_action"] {
      await #expect(throws: PostgresError.self) {
        try await TestDatabase.owner.transaction { db in try db.script(statement) }
      }
    }
  }

  @Test func aMarketIsOnTheListFromADayToADay() async throws {
    let clerk = try await Given.officer("IPB", .clerk)
    let listed = KeyMarketRequest(name: try Line(wire: "灯湖市场"), since: try When(wire: "2026-03-01"))
    let id = try await registry.list(listed, once: Given.once(), by: clerk, now: Given.now).value
    #expect(
      try await code { _ = try await registry.list(listed, once: Given.once(), by: clerk, now: Given.now) }
        == "market.listed")
    #expect(
      try await code {
        try await registry.end(id, KeyMarketEnd(until: try When(wire: "2026-02-28")), by: clerk, now: Given.now)
      } == "market.order")
    try await registry.end(id, KeyMarketEnd(until: try When(wire: "2026-10-01")), by: clerk, now: Given.now)
    #expect(try await tally("key-markets") == ["IPB 2026-03-01 1", "IPB 2026-10-01 -1"])
    #expect(
      try await code {
        try await registry.end(id, KeyMarketEnd(until: try When(wire: "2026-10-02")), by: clerk, now: Given.now)
      } == "market.ended")
    // Off the list, it may come back.
    _ = try await registry.list(listed, once: Given.once(), by: clerk, now: Given.now)
    #expect(try await registry.keyMarkets(for: clerk).map { $0.until == nil } == [true, false])
  }
}

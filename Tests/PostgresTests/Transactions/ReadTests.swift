import Postgres
import TestSupport
import Testing

@Suite(.database) struct ReadTests {
  private let database = Database(TestDatabase.conninfo, connections: 1)
  private let settings = Settings(["ipcase.agency": "IPB", "ipcase.officer": "7"])
  private static let agency: SQL = "select coalesce(current_setting('ipcase.agency', true), '') as n"
  private static let transaction: SQL = "select pg_current_xact_id()::text as n"

  @Test func theFirstWaitHasTheSettings() async throws {
    let seen = try await database.read(settings) { db in
      let agency = try db.later(Self.agency) { try $0["n"] as String }
      let officer = try db.later("select current_setting('ipcase.officer') as n") { try $0["n"] as String }
      return [try agency.first(), try officer.first()]
    }
    #expect(seen == ["IPB", "7"])
  }

  @Test func aSecondWaitHasNone() async throws {
    let seen = try await database.read(settings) { db in
      let first = try db.first(Self.agency) { try $0["n"] as String }
      return [first, try db.first(Self.agency) { try $0["n"] as String }]
    }
    #expect(seen == ["IPB", ""])
  }

  @Test func theNextReadHasNone() async throws {
    let before = try await database.read(settings) { db in
      [try db.backend(), try db.backend()]
    }
    let after = try await database.read { db in
      let agency = try db.later(Self.agency) { try $0["n"] as String }
      return (agency: try agency.first(), backend: try db.backend())
    }
    #expect(after.agency == "")
    #expect(before == [after.backend, after.backend])
  }

  @Test func statementsAskedForBeforeTheFirstWaitShareOneTransaction() async throws {
    let ids = try await database.read(settings) { db in
      let promised = try (0..<5).map { _ in try db.later(Self.transaction) { try $0["n"] as String } }
      let together = try promised.map { try $0.first() ?? "" }
      return together + [try db.first(Self.transaction) { try $0["n"] as String } ?? ""]
    }
    // An implicit transaction ends at the Sync that a round trip ends with, so one transaction is one round trip.
    #expect(Set(ids.prefix(5)).count == 1)
    #expect(ids.last != ids.first)
    #expect(ids.count == 6)
  }

  @Test func whateverOrderTheyAreReadInEachPromiseHasItsOwnRows() async throws {
    let rows = try await database.read { db in
      let promised = try (1...3).map { n in try db.later("select \(n)::int as n") { try $0["n"] as Int } }
      return try promised.reversed().map { try $0.rows() } + [try promised[0].rows()]
    }
    #expect(rows == [[3], [2], [1], [1]])
  }

  @Test func aFailureThatNobodyWaitedForIsThrown() async throws {
    try await expectRefusal(SQLState.divisionByZero) {
      try await database.read { db in try db.execute("select 1 / 0") }
    }
  }

  @Test func theFailureIsThrownWhicheverPromiseIsReadFirst() async throws {
    try await expectRefusal(SQLState.divisionByZero) {
      try await database.read { db in
        let good = try db.later("select 1 as n") { try $0["n"] as Int }
        try db.execute("select 1 / 0")
        _ = try good.rows()
      }
    }
  }

  @Test func aBodyThatThrowsWithSomethingQueuedDoesNotSpoilTheNext() async throws {
    await #expect(throws: Refusal.changedMind) {
      try await database.read { db in
        _ = try db.later("select 1 as n") { try $0["n"] as Int }
        throw Refusal.changedMind
      }
    }
    let answer = try await database.read { db in try db.all("select 2 as n") { try $0["n"] as Int } }
    #expect(answer == [2])
  }
}

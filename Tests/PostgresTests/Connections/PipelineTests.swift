import Postgres
import TestSupport
import Testing

@Suite(.database, .timeLimit(.minutes(20))) struct PipelineTests {
  private let database = Database(TestDatabase.conninfo, connections: 1)

  @Test func afterAFailedStatementTheConnectionIsUsableAgain() async throws {
    let before = try await database.backend()
    for _ in 0..<3 {
      try await expectRefusal(SQLState.divisionByZero) {
        try await database.read { db in
          let ok = try db.later("select 1 as n") { try $0["n"] as Int }
          try db.execute("select 1 / 0")
          try db.execute("select 2")
          _ = try ok.rows()
        }
      }
    }
    #expect(try await database.backend() == before)
  }

  @Test func afterAFailureTheSameBodyMayGoOnReading() async throws {
    let answer = try await database.read { db in
      #expect(throws: PostgresError.self) { try db.all("select 1 / 0 as n") { try $0["n"] as Int } }
      return try db.all("select 3 as n") { try $0["n"] as Int }
    }
    #expect(answer == [3])
  }

  @Test func whatWasPromisedBeforeAFailureIsStillThere() async throws {
    let rows = try await database.read { db in
      let good = try db.later("select 1 as n") { try $0["n"] as Int }
      let bad = try db.later("select 1 / 0 as n") { try $0["n"] as Int }
      #expect(throws: PostgresError.self) { try bad.rows() }
      return try good.rows()
    }
    #expect(rows == [1])
  }

  @Test func whatWasPromisedAfterAFailureHasNoRows() async throws {
    try await database.read { db in
      let bad = try db.later("select 1 / 0 as n") { try $0["n"] as Int }
      let never = try db.later("select 1 as n") { try $0["n"] as Int }
      #expect(throws: PostgresError.self) { try bad.rows() }
      #expect(throws: PostgresError.self) { try never.rows() }
    }
  }

  @Test func moreThanThreeHundredStatementsStillWork() async throws {
    // Each number makes another text, as generated statements do.
    func statement(_ number: Int) -> SQL { "select \(number)::int as n, \(trusted: String(number)) as m" }
    let statements = (1...400).map(statement)
    let kept = try await database.read { db in
      for _ in 0..<2 {
        let promised = try statements.map { sql in try db.later(sql) { [try $0["n"] as Int, try $0["m"]] } }
        for (index, rows) in promised.enumerated() {
          let rows = try rows.rows()
          #expect(rows == [[index + 1, index + 1]])
        }
      }
      return try db.first("select count(*) as n from pg_prepared_statements") { try $0["n"] as Int } ?? 0
    }
    #expect(kept <= 300)
    #expect(kept > 0)
  }

  @Test func aStatementIsPreparedOnce() async throws {
    let prepared = try await database.read { db in
      for number in 0..<5 { try db.execute("select \(number)::int + 1000") }
      for number in 0..<5 { _ = try db.all("select \(number)::int + 1000") { _ in 0 } }
      return try db.first(
        "select count(*) as n from pg_prepared_statements where statement = 'select $1::int + 1000'"
      ) { try $0["n"] as Int }
    }
    #expect(prepared == 1)
  }

  @Test func aStatementThatCannotBePreparedCanBeFollowedByOthers() async throws {
    let before = try await database.backend()
    for _ in 0..<2 {
      try await expectRefusal(SQLState.syntaxError) {
        try await database.read { db in try db.execute("selec \(1)::int") }
      }
      try await expectRefusal(SQLState.undefinedTable) {
        try await database.read { db in try db.execute("select from nowhere") }
      }
      #expect(try await database.backend() == before)
    }
  }

  @Test func aStatementSkippedBecauseOfAnotherCanBeRunLater() async throws {
    let answer = try await database.read { db in
      for _ in 0..<2 {
        #expect(throws: PostgresError.self) {
          try db.execute("selec")
          try db.execute("select 5 as skipped")
          try db.flush()
        }
      }
      return try db.all("select 5 as skipped") { try $0["skipped"] as Int }
    }
    #expect(answer == [5])
  }

  @Test func aStatementOfATableThatComesLaterCanBePreparedThen() async throws {
    try await expectRefusal(SQLState.undefinedTable) { _ = try await database.notes() }
    try await database.makeNotes()
    #expect(try await database.notes() == [])
  }

  @Test func aPreparedStatementOutlivesTheTransactionThatPreparedIt() async throws {
    for round in 1...2 {
      await #expect(throws: Refusal.changedMind) {
        try await database.transaction { db in
          let answer = try db.first("select \(round)::int as round") { try $0["round"] as Int }
          #expect(answer == round)
          throw Refusal.changedMind
        }
      }
    }
  }
}

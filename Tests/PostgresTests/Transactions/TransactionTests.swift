import Postgres
import TestSupport
import Testing

@Suite(.database, .timeLimit(.minutes(20))) struct TransactionTests {
  private let database = TestDatabase.owner

  init() async throws { try await database.makeNotes() }

  @Test func whatWasOnlyQueuedIsCommitted() async throws {
    try await database.transaction { db in
      try db.note(1)
      try db.note(2)
    }
    #expect(try await database.notes() == [1, 2])
  }

  @Test func theValueOfTheBodyIsReturned() async throws {
    let ids = try await database.transaction { db in
      try db.note(5)
      return try db.all("select id from note") { try $0["id"] as Int }
    }
    #expect(ids == [5])
  }

  @Test func aBodyThatThrowsKeepsNothingAndItsErrorIsThrown() async throws {
    await #expect(throws: Refusal.changedMind) {
      try await database.transaction { db in
        try db.note(1)
        _ = try db.backend()
        try db.note(2)
        throw Refusal.changedMind
      }
    }
    #expect(try await database.notes() == [])
  }

  @Test func aBodyThatThrowsBeforeAnythingWasSentKeepsNothing() async throws {
    await #expect(throws: Refusal.changedMind) {
      try await database.transaction { db in
        try db.note(1)
        throw Refusal.changedMind
      }
    }
    #expect(try await database.notes() == [])
  }

  @Test func afterARollbackTheConnectionIsUsedAgain() async throws {
    let single = Database(TestDatabase.conninfo, connections: 1)
    let before = try await single.backend()
    await #expect(throws: Refusal.changedMind) {
      try await single.transaction { db in
        try db.note(1)
        throw Refusal.changedMind
      }
    }
    #expect(try await single.backend() == before)
  }

  @Test func aFailureOfExecuteSurfacesAtTheNextWait() async throws {
    let passed = Counter()
    try await expectRefusal(SQLState.uniqueViolation) {
      try await database.transaction { db in
        try db.note(1)
        try db.note(1)
        try db.note(2)
        passed.next()
        _ = try db.backend()
        passed.next()
      }
    }
    #expect(passed.count == 1)
    #expect(try await database.notes() == [])
  }

  @Test func aFailureOfExecuteSurfacesAtTheLatestAtTheCommit() async throws {
    let passed = Counter()
    try await expectRefusal(SQLState.uniqueViolation) {
      try await database.transaction { db in
        try db.note(1)
        try db.note(1)
        passed.next()
      }
    }
    #expect(passed.count == 1)
    #expect(try await database.notes() == [])
  }

  @Test func theFirstOfSeveralFailuresIsThrown() async throws {
    try await expectRefusal(SQLState.divisionByZero) {
      try await database.transaction { db in
        try db.note(1)
        try db.execute("select 1 / (id - 1) from note")
        try db.note(1)
      }
    }
  }

  @Test func aSwallowedFailureIsNotCommitted() async throws {
    await #expect(throws: PostgresError.notCommitted) {
      try await database.transaction { db in
        try db.note(1)
        _ = try? db.all("select 1 / 0 as n") { try $0["n"] as Int }
      }
    }
    #expect(try await database.notes() == [])
  }

  @Test func aSwallowedFailureOfAScriptIsNotCommitted() async throws {
    await #expect(throws: PostgresError.notCommitted) {
      try await database.transaction { db in
        try db.note(1)
        try? db.script("select 1 / 0")
      }
    }
    #expect(try await database.notes() == [])
  }

  @Test func aSavepointOfTheBodysOwnLetsItGoOn() async throws {
    try await database.transaction { db in
      try db.note(1)
      try db.script("savepoint before")
      #expect(throws: PostgresError.self) { try db.script("select 1 / 0") }
      try db.script("rollback to savepoint before")
      try db.note(2)
    }
    #expect(try await database.notes() == [1, 2])
  }

  @Test func aDeferredConstraintFailsAtTheCommit() async throws {
    try await database.autocommit { db in
      try db.script(
        """
        create table reply (note int not null,
          constraint reply_note foreign key (note) references note deferrable initially deferred)
        """)
    }
    let passed = Counter()
    let refused = try await expectRefusal(SQLState.foreignKeyViolation) {
      try await database.transaction { db in
        try db.note(1)
        _ = try db.all("insert into reply (note) values (9) returning note") { try $0["note"] as Int }
        passed.next()
      }
    }
    #expect(passed.count == 1)
    #expect(refused.constraint == "reply_note")
    #expect(try await database.notes() == [])
  }

  @Test func promisedRowsAreThoseOfTheCommittedTransaction() async throws {
    let rows = try await database.transaction { db in
      try db.note(1, "一")
      try db.note(2, "二")
      return try db.later("select id, words from note order by id") { row in
        "\(try row["id"] as Int) \(try row["words"] as String)"
      }
    }
    #expect(rows == ["1 一", "2 二"])
    #expect(try await database.notes() == [1, 2])
  }

  @Test func promisedRowsDoNotComeWhereTheCommitFails() async throws {
    try await expectRefusal(SQLState.uniqueViolation) {
      _ = try await database.transaction { db in
        try db.note(1)
        let rows = try db.later("select id from note") { try $0["id"] as Int }
        try db.note(1)
        return rows
      }
    }
    #expect(try await database.notes() == [])
  }

  @Test func aDeadConnectionKeepsNothing() async throws {
    let single = Database(TestDatabase.conninfo, connections: 1)
    let error = await #expect(throws: PostgresError.self) {
      try await single.transaction { db in
        try db.note(1)
        try db.execute("select pg_terminate_backend(pg_backend_pid())")
        try db.note(2)
      }
    }
    guard case .unavailable = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try await single.notes() == [])
  }
}

import Postgres
import TestSupport
import Testing

@Suite(.database) struct AutocommitTests {
  private let database = TestDatabase.owner

  init() async throws { try await database.makeNotes() }

  @Test func noTransactionIsOpen() async throws {
    try await database.autocommit { db in try db.script("vacuum note") }
    // VACUUM refuses to run inside a transaction, so the first line proves there was none.
    try await expectRefusal(SQLState.activeTransaction) {
      try await database.transaction { db in try db.script("vacuum note") }
    }
  }

  @Test func whatWasQueuedIsKept() async throws {
    try await database.autocommit { db in try db.note(1) }
    #expect(try await database.notes() == [1])
  }

  @Test func aScriptIsManyStatementsAndFailsAsOne() async throws {
    try await expectRefusal(SQLState.divisionByZero) {
      try await database.autocommit { db in
        try db.script("insert into note (id) values (1); insert into note (id) values (2); select 1 / 0")
      }
    }
    #expect(try await database.notes() == [])
    try await database.autocommit { db in
      try db.script("insert into note (id) values (1); insert into note (id) values (2)")
    }
    #expect(try await database.notes() == [1, 2])
  }

  @Test func aScriptWaitsForWhatWasQueuedBeforeIt() async throws {
    let seen = try await database.transaction { db in
      try db.note(1)
      try db.script("insert into note (id) select max(id) + 1 from note")
      try db.note(3)
      return try db.all("select id from note order by id") { try $0["id"] as Int }
    }
    #expect(seen == [1, 2, 3])
  }
}

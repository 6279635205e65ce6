import Postgres
import TestSupport
import Testing

@Suite(.database) struct ServerErrorTests {
  @Test func aViolationNamesStateConstraintAndTable() async throws {
    let database = TestDatabase.owner
    try await database.makeNotes()
    let refused = try await expectRefusal(SQLState.uniqueViolation) {
      try await database.transaction { db in
        try db.note(41)
        try db.note(41)
      }
    }
    #expect(refused.constraint == "note_pkey")
    #expect(refused.table == "note")
    #expect(refused.column == nil)
    #expect(refused.query == "insert into note (id, words) values ($1, $2)")
    #expect(
      refused.description
        == "SQLSTATE 23505 constraint note_pkey in: insert into note (id, words) values ($1, $2)")
  }

  @Test func aNullNamesTableAndColumn() async throws {
    let database = TestDatabase.owner
    try await database.makeNotes()
    let refused = try await expectRefusal(SQLState.notNullViolation) {
      try await database.transaction { db in try db.execute("insert into note (words) values ('x')") }
    }
    #expect(refused.table == "note")
    #expect(refused.column == "id")
    #expect(refused.constraint == nil)
  }

  @Test func noDescriptionShowsABoundValue() async throws {
    let error = await #expect(throws: PostgresError.self) {
      try await TestDatabase.owner.read { db in try db.all("select \("s3cret")::int as n") { try $0["n"] as Int } }
    }
    guard case .server(let refused) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    // The message does repeat it, which is why no description shows the message.
    #expect(refused.sqlState == SQLState.invalidTextRepresentation)
    #expect(refused.message.contains("s3cret"))
    #expect(refused.description == "SQLSTATE 22P02 in: select $1::int as n")
    for text in ["\(refused)", String(reflecting: refused), String(describing: error), String(reflecting: error)] {
      #expect(!text.contains("s3cret"), "\(text)")
    }
  }

  @Test(arguments: [
    ("40001", true), ("40P01", true), ("40002", false), ("40003", false), ("23505", false), ("55P03", false),
  ])
  func onlySerialisationFailuresAndDeadlocksAreRetryable(sqlState: String, retryable: Bool) async throws {
    let database = TestDatabase.owner
    let refused = try await expectRefusal(sqlState) {
      try await database.autocommit { db in
        try db.script("do $$ begin raise exception 'told to' using errcode = '\(sqlState)'; end $$")
      }
    }
    #expect(refused.isRetryable == retryable)
  }
}

@Suite(.database) struct OrThrowTests {
  private let database = TestDatabase.owner
  private let rules: [String: any Error] = ["note_pkey": Refusal.taken, "note_short": Refusal.tooLong]

  init() async throws { try await database.makeNotes() }

  @Test func aNamedConstraintThrowsTheErrorGiven() async {
    let rules = rules
    await #expect(throws: Refusal.taken) {
      try await database.transaction { db in
        try db.note(1, orThrow: rules)
        try db.note(1, orThrow: rules)
      }
    }
    await #expect(throws: Refusal.tooLong) {
      try await database.transaction { db in
        try db.note(1, String(repeating: "字", count: 20), orThrow: rules)
      }
    }
  }

  @Test func rowsAskedForThrowItToo() async {
    let rules = rules
    let insert: SQL = "insert into note (id) values (1), (1) returning id"
    await #expect(throws: Refusal.taken) {
      try await database.transaction { db in try db.all(insert, orThrow: rules) { try $0["id"] as Int } }
    }
    await #expect(throws: Refusal.taken) {
      try await database.transaction { db in try db.first(insert, orThrow: rules) { try $0["id"] as Int } }
    }
    await #expect(throws: Refusal.taken) {
      try await database.transaction { db in try db.later(insert, orThrow: rules) { try $0["id"] as Int } }
    }
  }

  @Test func anUnnamedConstraintStaysTheServersError() async throws {
    let refused = try await expectRefusal(SQLState.checkViolation) {
      try await database.transaction { db in
        try db.note(1, String(repeating: "x", count: 20), orThrow: ["note_pkey": Refusal.taken])
      }
    }
    #expect(refused.constraint == "note_short")
  }

  @Test func theErrorGivenIsForItsOwnStatementOnly() async throws {
    try await expectRefusal(SQLState.uniqueViolation) {
      try await database.transaction { db in
        try db.note(1, orThrow: ["note_pkey": Refusal.taken])
        try db.note(1)
      }
    }
  }

  @Test func itIsThrownAlsoWhereAScriptOrACopyIsWhatWaits() async {
    await #expect(throws: Refusal.taken) {
      try await database.transaction { db in
        try db.note(1)
        try db.note(1, orThrow: ["note_pkey": Refusal.taken])
        try db.script("select 1")
      }
    }
    await #expect(throws: Refusal.taken) {
      try await database.transaction { db in
        try db.note(1)
        try db.note(1, orThrow: ["note_pkey": Refusal.taken])
        _ = try db.copyOut("copy note to stdout") { _ in }
      }
    }
  }
}

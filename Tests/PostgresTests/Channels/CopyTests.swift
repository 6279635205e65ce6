import Postgres
import TestSupport
import Testing

@Suite(.database) struct CopyTests {
  private let database = Database(TestDatabase.conninfo, connections: 1)
  private static let copy = "copy note (id, words) from stdin (format csv)"

  init() async throws { try await database.makeNotes() }

  @Test func rowsGoInAndAreCounted() async throws {
    let count = try await database.transaction { db in
      try db.copyIn(Self.copy, [Array("1,\"a,\"\"b\"\"\n\"\n2,值\n3,\n".utf8)])
    }
    #expect(count == 3)
    let words = try await database.read { db in
      try db.all("select words from note order by id") { try $0["words"] as String? }
    }
    #expect(words == ["a,\"b\"\n", "值", nil])
  }

  @Test func whereTheChunksAreCutDoesNotMatter() async throws {
    let text = Array("1,值\n22,🙂\n".utf8)
    let count = try await database.transaction { db in try db.copyIn(Self.copy, text.map { [$0] }) }
    #expect(count == 2)
    #expect(try await database.notes() == [1, 22])
  }

  @Test func noChunksAreNoRows() async throws {
    #expect(try await database.transaction { db in try db.copyIn(Self.copy, []) } == 0)
  }

  @Test func rowsComeOutAndAreCounted() async throws {
    let lines = Journal<String>()
    let count = try await database.transaction { db in
      try db.note(1, "一")
      try db.note(2, "two, \"2\"")
      return try db.copyOut("copy (select id, words from note order by id) to stdout (format csv)") { line in
        lines.keep(String(decoding: line, as: UTF8.self))
      }
    }
    #expect(count == 2)
    #expect(lines.entries == ["1,一\n", "2,\"two, \"\"2\"\"\"\n"])
  }

  @Test func noRowsAreNoLines() async throws {
    let lines = Counter()
    let count = try await database.autocommit { db in try db.copyOut("copy note to stdout") { _ in lines.next() } }
    #expect(count == 0)
    #expect(lines.count == 0)
  }

  @Test func muchComesOutWhole() async throws {
    let sizes = Journal<Int>()
    let count = try await database.autocommit { db in
      try db.copyOut("copy (select repeat('x', 999) from generate_series(1, 5000)) to stdout") { line in
        sizes.keep(line.count)
      }
    }
    #expect(count == 5000)
    #expect(sizes.entries.reduce(0, +) == 5_000_000)
  }

  @Test(arguments: [
    ("1,a\nx,b\n", SQLState.invalidTextRepresentation), ("1\n", SQLState.badCopyFormat),
    ("1,a\n1,b\n", SQLState.uniqueViolation), ("1,\(String(repeating: "x", count: 20))\n", SQLState.checkViolation),
  ])
  func aBadRowKeepsNothingAndTheConnectionIsUsableAfterwards(csv: String, sqlState: String) async throws {
    let before = try await database.backend()
    try await expectRefusal(sqlState) {
      try await database.transaction { db in _ = try db.copyIn(Self.copy, [Array(csv.utf8)]) }
    }
    #expect(try await database.notes() == [])
    #expect(try await database.backend() == before)
  }

  @Test func aBadRowNamesItsConstraintAndNotItsValue() async throws {
    let refused = try await expectRefusal(SQLState.uniqueViolation) {
      try await database.transaction { db in _ = try db.copyIn(Self.copy, [Array("7,s3cret\n7,s3cret\n".utf8)]) }
    }
    #expect(refused.constraint == "note_pkey")
    #expect(refused.query == Self.copy)
    #expect(!"\(refused)".contains("s3cret"))
  }

  @Test func aBadRowLeavesAnOpenTransactionFailedAndNotLost() async throws {
    await #expect(throws: PostgresError.notCommitted) {
      try await database.transaction { db in
        try db.note(1)
        #expect(throws: PostgresError.self) { try db.copyIn(Self.copy, [Array("x,y\n".utf8)]) }
      }
    }
    #expect(try await database.notes() == [])
  }

  @Test func aBadRowCanBeUndoneToASavepoint() async throws {
    try await database.transaction { db in
      try db.note(1)
      try db.script("savepoint before")
      #expect(throws: PostgresError.self) { try db.copyIn(Self.copy, [Array("2,ok\nx,y\n".utf8)]) }
      try db.script("rollback to savepoint before")
      _ = try db.copyIn(Self.copy, [Array("3,ok\n".utf8)])
      try db.note(4)
    }
    #expect(try await database.notes() == [1, 3, 4])
  }

  @Test func itRunsInTheOpenTransactionAfterWhatWasQueued() async throws {
    await #expect(throws: Refusal.changedMind) {
      try await database.transaction { db in
        try db.note(1)
        #expect(throws: Never.self) { try db.copyIn(Self.copy, [Array("2,b\n".utf8)]) }
        try db.note(3)
        let seen = try db.all("select id from note order by id") { try $0["id"] as Int }
        #expect(seen == [1, 2, 3])
        throw Refusal.changedMind
      }
    }
    #expect(try await database.notes() == [])
  }

  @Test func aFailureQueuedBeforeItIsThrownAndNothingIsCopied() async throws {
    try await expectRefusal(SQLState.divisionByZero) {
      try await database.transaction { db in
        try db.execute("select 1 / 0")
        _ = try db.copyIn(Self.copy, [Array("1,a\n".utf8)])
      }
    }
    #expect(try await database.notes() == [])
  }

  @Test func aStatementThatIsRefusedCanBeFollowedByOthers() async throws {
    let before = try await database.backend()
    try await expectRefusal(SQLState.undefinedTable) {
      try await database.autocommit { db in _ = try db.copyIn("copy nowhere from stdin", [[65]]) }
    }
    try await expectRefusal(SQLState.undefinedTable) {
      try await database.autocommit { db in _ = try db.copyOut("copy nowhere to stdout") { _ in } }
    }
    #expect(try await database.backend() == before)
  }

  @Test func anErrorHalfWayThroughACopyOutIsThrown() async throws {
    let before = try await database.backend()
    let lines = Counter()
    try await expectRefusal(SQLState.divisionByZero) {
      try await database.autocommit { db in
        _ = try db.copyOut("copy (select 1 / (3 - n) from generate_series(1, 5) n) to stdout") { _ in lines.next() }
      }
    }
    #expect(lines.count <= 2)
    #expect(try await database.backend() == before)
  }
}

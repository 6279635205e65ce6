import Postgres
import TestSupport
import Testing

@Suite(.database) struct BindingTests {
  @Test(arguments: [
    "", " ", "it's", "''", "\"quoted\"", "back\\slash", "\\x41", "E'\\n'", "new\nline\r\ttab", "$1", "%s", "{1,2}",
    "NULL",
    "佛山市南海区灯湖服饰商行", "𠮷野家 👩‍👩‍👧‍👦 é e\u{301}", "'; drop table agency; --", "\u{1}\u{7F}\u{FEFF}\u{FFFD}",
  ])
  func aStringArrivesAsItIs(text: String) async throws {
    let back = try await TestDatabase.owner.read { db in
      try db.first("select \(text)::text as n, octet_length(\(text)) as size") { row in
        (text: try row["n"] as String, size: try row["size"] as Int)
      }
    }
    #expect(back.map { Array($0.text.unicodeScalars) } == Array(text.unicodeScalars))
    #expect(back?.size == text.utf8.count)
  }

  @Test func nilIsNullAndTheEmptyStringIsNot() async throws {
    let nothing: String? = nil
    let something: String? = ""
    let nulls = try await TestDatabase.owner.read { db in
      try db.first("select \(nothing)::text is null as a, \(something)::text is null as b, \("") = '' as c") { row in
        [try row["a"] as Bool, try row["b"], try row["c"]]
      }
    }
    #expect(nulls == [true, false, true])
  }

  @Test func splicedParametersKeepTheirValues() async throws {
    let inner: SQL = "\(10)::int - \(3)::int"
    let list = SQL.joined([1, 2, 3].map { "\($0)::int" }, by: ", ")
    let row = try await TestDatabase.owner.read { db in
      try db.first("select \("first")::text as a, \(inner) as b, array[\(list)]::text as c, \("last")::text as d") {
        "\(try $0["a"] as String) \(try $0["b"] as Int) \(try $0["c"] as String) \(try $0["d"] as String)"
      }
    }
    #expect(row == "first 7 {1,2,3} last")
  }

  @Test func trustedTextNamesATable() async throws {
    let total = try await TestDatabase.owner.read { db in
      try db.first("select count(*) as n from \(trusted: "town") where code <> \("none")") { try $0["n"] as Int }
    }
    #expect(total == 7)
  }

  @Test func aNulIsRefusedWithItsPositionAndNothingIsSent() async throws {
    let database = TestDatabase.owner
    try await database.makeNotes()
    try await database.transaction { db in
      try db.note(1, "before")
      #expect(throws: PostgresError.nulInParameter(2)) { try db.note(2, "cut\0here") }
      #expect(throws: PostgresError.nulInParameter(1)) { try db.all("select \("\0")::text as n") { _ in 0 } }
      try db.note(3, "after")
    }
    #expect(try await database.notes() == [1, 3])
  }

  @Test func aNulInAScriptIsRefused() async throws {
    let database = TestDatabase.owner
    try await database.makeNotes()
    await #expect(throws: PostgresError.nulInParameter(0)) {
      try await database.autocommit { try $0.script("insert into note (id) values (1); select '\0'") }
    }
    #expect(try await database.notes() == [])
  }

  @Test func tooManyParametersAreRefusedAndTheConnectionStaysInStep() async throws {
    let database = Database(TestDatabase.conninfo, connections: 1)
    // The protocol counts parameters in sixteen bits.
    let list = SQL.joined((0...65_535).map { "\($0)::int" }, by: ", ")
    await #expect(throws: PostgresError.self) {
      try await database.transaction { db in try db.all("select array[\(list)] as n") { try $0["n"] as String } }
    }
    for number in 1...3 {
      let echo = try await database.transaction { db in
        try db.first("select \(number)::int as n") { try $0["n"] as Int }
      }
      #expect(echo == number)
    }
  }
}

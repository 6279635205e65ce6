import Postgres
import TestSupport
import Testing

@Suite(.database) struct RowTests {
  /// Decodes one row of `sql` in which the value is a secret; returns what it throws.
  private func failure<T: Sendable>(
    _ sql: SQL, _ decode: @escaping @Sendable (Row) throws -> T
  ) async -> PostgresError? {
    await #expect(throws: PostgresError.self) {
      _ = try await TestDatabase.owner.read { db in try db.first(sql, decode) }
    }
  }

  @Test func columnsAreReadByNameInAnyOrder() async throws {
    let row = try await TestDatabase.owner.read { db in
      try db.first("select 1 as a, 2 as b, 3 as c") { row in
        [try row["c"] as Int, try row["a"], try row["b"], try row["b"], try row["a"]]
      }
    }
    #expect(row == [3, 1, 2, 2, 1])
  }

  @Test func rowsComeInTheOrderOfTheAnswer() async throws {
    let rows = try await TestDatabase.owner.read { db in
      try db.all("select n from generate_series(1, 1000) n order by n desc") { try $0["n"] as Int }
    }
    #expect(rows == (1...1000).reversed())
  }

  @Test func theFirstOfNoRowsIsNil() async throws {
    let row = try await TestDatabase.owner.read { db in
      try db.first("select code from town where code = 'none'") { try $0["code"] as String }
    }
    #expect(row == nil)
  }

  @Test func nullIsNilWhereOneMayBe() async throws {
    let row = try await TestDatabase.owner.read { db in
      try db.first("select null::int as a, 4 as b") { row in [try row["a"] as Int?, try row["b"] as Int?] }
    }
    #expect(row == [nil, 4])
  }

  @Test func nullWhereNoneMayBeNamesColumnAndQuery() async {
    let error = await failure("select 's3cret' as a, null::int as b") { row in
      (try row["a"] as String, try row["b"] as Int)
    }
    #expect(
      error
        == .decoding(column: "b", problem: "is null", query: "select 's3cret' as a, null::int as b"))
  }

  @Test func aMissingColumnNamesColumnAndQuery() async {
    let required = await failure("select \("s3cret")::text as a") { try $0["b"] as String }
    let optional = await failure("select \("s3cret")::text as a") { try $0["b"] as String? }
    let expected = PostgresError.decoding(
      column: "b", problem: "is not in the answer", query: "select $1::text as a")
    #expect(required == expected)
    #expect(optional == expected)
  }

  @Test func aColumnNameIsExact() async {
    let error = await failure("select 1 as \"Quantity\"") { try $0["quantity"] as Int }
    #expect(
      error
        == .decoding(column: "quantity", problem: "is not in the answer", query: "select 1 as \"Quantity\""))
  }

  @Test func aWrongTypeNamesColumnTypeAndQuery() async {
    let required = await failure("select \("s3cret")::text as a") { try $0["a"] as Int }
    let optional = await failure("select \("s3cret")::text as a") { try $0["a"] as Int? }
    let expected = PostgresError.decoding(column: "a", problem: "is no Int", query: "select $1::text as a")
    #expect(required == expected)
    #expect(optional == expected)
  }

  @Test func aDecodingErrorNeverShowsTheValue() async {
    let error = await failure("select \("s3cret")::text as a") { try $0["a"] as Bool }
    #expect(!String(describing: error).contains("s3cret"))
    #expect(!String(reflecting: error).contains("s3cret"))
  }

  @Test func aColumnNamedTwiceIsNotReadNowAsTheOneNowAsTheOther() async {
    let values = try? await TestDatabase.owner.read { db in
      try db.all("select n as a, n + 100 as a from generate_series(1, 3) n order by n") { try $0["a"] as Int }
    }
    // Refusing the answer is as good as reading the same column in each row.
    #expect(values == nil || values == [1, 2, 3] || values == [101, 102, 103])
  }

  @Test func anErrorOfTheDecoderIsThrownAsItIs() async {
    await #expect(throws: Refusal.changedMind) {
      try await TestDatabase.owner.read { db in try db.all("select 1 as n") { _ in throw Refusal.changedMind } }
    }
  }
}

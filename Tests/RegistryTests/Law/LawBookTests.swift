import Casework
import Law
import Postgres
import Registry
import Schema
import TestSupport
import Testing

/// The law book as the register keeps it, and what an administrator may do to it.
@Suite(.database) struct RegisterLawTests {
  private let owner = Registry(TestDatabase.owner)
  /// What was not read in the text, and so may be changed.
  private static let open = "K45-period-general@2025-12-25"

  private func change(
    _ column: String, to value: String, of row: String = open, in table: String = "time_limit"
  ) async throws -> String? {
    try await owner.change(
      LawChange(table: table, row: row, column: column, value: value), because: Prose(wire: "已核对原文"),
      by: Line(wire: "管理员甲"), now: Given.now)
  }

  private func kept() async throws -> [String] {
    try await District.look(
      """
      select concat_ws('|', table_name, row_key, column_name, previous, value, reason, changed_by,
        to_char(changed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')) as value
      from law_change order by id
      """)
  }

  private func figures(_ threshold: CriminalThreshold) -> String {
    [
      threshold.key, threshold.validity.description, threshold.metric.rawValue, threshold.atLeast?.description,
      threshold.tier2?.description, threshold.below?.description, threshold.needs.map(\.rawValue).sorted().description,
    ].map { $0 ?? "-" }.joined(separator: " ")
  }

  // MARK: Reading

  @Test func theBookOfTheDatabaseIsTheOneThatShips() async throws {
    let book = try await Registry(TestDatabase.service).lawBook()
    let shipped = try LawBook(
      csv: Dictionary(uniqueKeysWithValues: LawBook.tables.map { ($0, try Schema.reference($0)) }))
    #expect(book.rules == shipped.rules)
    #expect(shipped.rules.filter { book.limits[$0] != shipped.limits[$0] } == [])
    #expect(book.limits["P16"]?.last?.extensions.map(\.kind) == ["head", "collective"])
    #expect(book.limits["R4a"]?.last?.unit == .hour)
    #expect(book.limits["P18"]?.map(\.version) == shipped.limits["P18"]?.map(\.version))
    #expect(book.calendar == shipped.calendar)
    #expect(book.calendar.horizon == Day("2026-12-31"))
    #expect(book.thresholds.map(figures) == shipped.thresholds.map(figures))
    #expect(book.articles.keys.sorted() == shipped.articles.keys.sorted())
    #expect(book.scales.keys.sorted() == shipped.scales.keys.sorted())
  }

  @Test func aBookThatDoesNotHoldTogetherIsNotRead() async throws {
    try await District.tamper(
      "update time_limit set valid_to = '2025-12-31' where key = 'K45-period-general@2021-09-01'")
    let broken = try await fault { _ = try await Registry(TestDatabase.service).lawBook() }
    #expect(broken?.code == "law.data")
    #expect(
      broken?.arguments == [
        "table": "time_limit", "row": Self.open, "column": "valid_from", "problem": "overlap",
      ])
    let district = try await District()
    #expect(try await fault { _ = try await district.logged() }?.code == "law.data")
  }

  // MARK: Changing

  @Test func whatIsToBeConfirmedCanBeConfirmedAndThatIsOnRecord() async throws {
    #expect(try await owner.lawBook().limits["K45-period-general"]?.last?.authority.isConfirmed == false)
    #expect(try await change("verification", to: "verified") == "to-confirm")
    #expect(
      try await kept() == [
        "time_limit|\(Self.open)|verification|to-confirm|verified|已核对原文|管理员甲|2026-11-20 10:00"
      ])
    #expect(try await owner.lawBook().limits["K45-period-general"]?.last?.authority.isConfirmed == true)
    // Nor is it to be confirmed any longer.
    #expect(try await code { _ = try await change("length", to: "2") } == "law.verified")
  }

  @Test func aChangedValueGovernsFromThenOn() async throws {
    let before = try await owner.lawBook()
    #expect(before.limits["K45-period-general"]?.last?.length == 1)
    #expect(try await change("length", to: "2") == "1")
    #expect(try await change("length", to: "4") == "2")
    for registry in [owner, Registry(TestDatabase.service)] {
      let book = try await registry.lawBook()
      #expect(book.limits["K45-period-general"]?.last?.length == 4)
      #expect(book.limits["K45-period-general"]?.first?.length == 3)
    }
    #expect(before.limits["K45-period-general"]?.last?.length == 1)
    // The reference data stay as they are.
    #expect(
      try await District.look("select length::text as value from time_limit where key = \(Self.open)") == ["1"])
  }

  @Test(arguments: [
    ("time_limit", "P16@2021-07-15", "law.verified"), ("criminal_threshold", "213-2025-goods-turnover", "law.verified"),
    ("calendar_day", "2026-10-01", "law.verified"), ("time_limit", "P999@2021-07-15", "law.row-unknown"),
    ("time_limit", "", "law.row-unknown"), ("officer", "1", "law.row-unknown"),
    ("time_limit; drop table officer", "1", "law.row-unknown"),
  ])
  func whatWasReadInTheTextAndWhatIsNotThereCannotBeChanged(table: String, row: String, code: String) async throws {
    let refused = try await refusal { _ = try await change("length", to: "1", of: row, in: table) }
    #expect(refused?.code == code)
    #expect(refused?.field == "row")
    #expect(refused?.kind == (code == "law.verified" ? .notAllowed : .notFound))
    #expect(try await kept().isEmpty)
  }

  @Test(arguments: [
    ("length", "0"), ("length", ""), ("unit", "fortnight"), ("valid_from", "2025-12-26"), ("valid_from", "2025-12-20"),
    ("citation", "civil-code@9999"), ("excludes", "lunch"), ("verification", "perhaps"), ("lenght", "2"),
    ("key", "K45-period-general@2026-01-01"), ("name_en", ""),
  ])
  func aChangeThatBreaksTheBookIsRefusedAndNothingIsKept(column: String, value: String) async throws {
    let before = try await owner.lawBook()
    let refused = try await fault { _ = try await change(column, to: value) }
    #expect(refused?.code == "law.data")
    #expect(refused?.arguments["row"] == Self.open)
    #expect(try await kept().isEmpty)
    #expect(try await owner.lawBook().limits == before.limits)
  }

  @Test func theServiceItselfChangesNoLaw() async throws {
    await #expect(throws: PostgresError.self) {
      _ = try await Registry(TestDatabase.service).change(
        LawChange(table: "time_limit", row: Self.open, column: "length", value: "2"),
        because: Prose(wire: "已核对原文"), by: Line(wire: "管理员甲"), now: Given.now)
    }
    #expect(try await kept().isEmpty)
  }
}

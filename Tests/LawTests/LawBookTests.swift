import Law
import Testing

/// A law book holds together or does not come into being.
@Suite struct LawBookTests {
  /// What keeps a book from being made: table, row, column and problem.
  private func complaint(_ tables: () throws -> [String: [LawRow]]) -> String? {
    guard let fault = fault({ try LawBook(tables()) }), fault.code == "law.data" else { return nil }
    return ["table", "row", "column", "problem"].map { fault.arguments[$0] ?? "-" }.joined(separator: " ")
  }

  @Test func aBookOfAFewRowsIsMade() throws {
    let book = try LawBook(TinyBook.tables(limits: [TinyBook.limit("W")]))
    #expect(book.rules == ["W"])
    #expect(try book.last("W", "2026-03-06") == "2026-03-09")
  }

  @Test func aVersionThatOverlapsIsRefused() {
    let problem = complaint {
      try TinyBook.tables(limits: [
        TinyBook.limit("W", to: "2023-01-01"), TinyBook.limit("W", from: "2023-01-01"),
      ])
    }
    #expect(problem == "time_limit W@2023-01-01 valid_from overlap")
  }

  @Test func aVersionAfterAnOpenOneIsRefused() {
    let problem = complaint {
      try TinyBook.tables(limits: [TinyBook.limit("W", from: "2023-01-01"), TinyBook.limit("W")])
    }
    #expect(problem == "time_limit W@2023-01-01 valid_from overlap")
  }

  @Test func aGapBetweenVersionsIsRefused() {
    let problem = complaint {
      try TinyBook.tables(limits: [
        TinyBook.limit("W", to: "2022-12-31"), TinyBook.limit("W", from: "2023-01-02"),
      ])
    }
    #expect(problem == "time_limit W@2023-01-02 valid_from gap")
  }

  @Test func versionsThatFollowOneAnotherAreKept() throws {
    let limits = try [
      TinyBook.limit("W", from: "2026-07-01", length: "2"), TinyBook.limit("W", to: "2026-06-30", length: "5"),
    ]
    let book = try LawBook(TinyBook.tables(limits: limits))
    #expect(book.limits["W"]?.map(\.version) == ["2022-01-01", "2026-07-01"])
    #expect(try book.last("W", "2026-06-30") == "2026-07-07")
    #expect(try book.last("W", "2026-07-01") == "2026-07-03")
  }

  @Test func aCitationOfAnArticleThatIsNotThereIsRefused() {
    let problem = complaint { try TinyBook.tables(limits: [TinyBook.limit("W", citation: "civil-code@999")]) }
    #expect(problem == "time_limit W@2022-01-01 citation unknown")
  }

  @Test func aCitationThatIsNoneIsRefused() {
    let problem = complaint { try TinyBook.tables(limits: [TinyBook.limit("W", citation: "民法典第201条")]) }
    #expect(problem == "time_limit W@2022-01-01 citation unreadable")
  }

  @Test(arguments: [
    ("unit", "fortnight", "unreadable"), ("roll", "sunday", "unreadable"), ("direction", "sideways", "unreadable"),
    ("length", "0", "unreadable"), ("length", "many", "unreadable"), ("kind", "wish", "unreadable"),
    ("excludes", "testing holiday", "unreadable"), ("valid_from", "2022-02-30", "unreadable"),
    ("verification", "perhaps", "unreadable"), ("outer_unit", "week", "unreadable"), ("valid_from", "", "empty"),
    ("name_en", "", "empty"), ("trigger_zh", "", "empty"), ("liable_en", "", "empty"), ("source", "", "empty"),
    ("unit", "", "length-without-unit"), ("rule", "V", "-"), ("valid_to", "2021-12-31", "before-from"),
    ("same_as", "V", "unknown"), ("same_as", "W", "unknown"),
  ])
  func aCellThatCannotBeReadIsRefused(column: String, text: String, problem: String) {
    let answer = complaint {
      try TinyBook.tables(limits: [TinyBook.limit("W").changed(column, to: text)])
    }
    // The key names the rule, so that another rule makes the key unreadable.
    let expected = column == "rule" ? "key unreadable" : "\(column) \(problem)"
    #expect(answer == "time_limit W@2022-01-01 \(expected)")
  }

  @Test func aDayThatComesTwiceIsRefused() {
    let problem = complaint {
      try TinyBook.tables(days: [
        TinyBook.day("2026-01-01", "holiday"), TinyBook.day("2026-01-02", "holiday"),
        TinyBook.day("2026-01-01", "holiday"),
      ])
    }
    #expect(problem == "calendar_day 2026-01-01 day twice")
  }

  @Test func aMakeUpWorkdayOnAWednesdayIsRefused() {
    #expect(date("2026-01-07").weekday == 3)
    let problem = complaint { try TinyBook.tables(days: [TinyBook.day("2026-01-07", "workday")]) }
    #expect(problem == "calendar_day 2026-01-07 kind unreadable")
  }

  @Test func aDayOfAnotherYearIsRefused() {
    let problem = complaint { try TinyBook.tables(days: [TinyBook.day("2026-01-01", "holiday", year: "2025")]) }
    #expect(problem == "calendar_day 2026-01-01 year other-year")
  }

  @Test func aDayOutsideTheYearsOfTheCalendarIsRefused() {
    let problem = complaint { try TinyBook.tables(days: [TinyBook.day("2028-01-01", "holiday", year: "2028")]) }
    #expect(problem == "calendar_day 2028-01-01 day outside")
  }

  @Test func yearsWithAGapAreRefused() {
    let problem = complaint {
      var tables = try TinyBook.tables()
      tables["calendar_year"]?.append(try TinyBook.row("calendar_year", ["year": "2028", "notice_zh": "通知"]))
      return tables
    }
    #expect(problem == "calendar_year  year gap")
  }

  @Test func anExtensionOfALimitThatIsNotThereIsRefused() {
    let problem = complaint {
      try TinyBook.tables(limits: [TinyBook.limit("W")], extensions: [TinyBook.longer(of: "V@2022-01-01")])
    }
    #expect(problem == "time_limit_extension V@2022-01-01#n time_limit unknown")
  }

  @Test func anExtensionAfterOneThatIsNotThereIsRefused() {
    let problem = complaint {
      try TinyBook.tables(
        limits: [TinyBook.limit("W")], extensions: [TinyBook.longer(of: "W@2022-01-01", after: "head")])
    }
    #expect(problem == "time_limit_extension W@2022-01-01#n after unknown")
  }

  @Test func anExtensionAddedInAnotherUnitIsRefused() {
    let problem = complaint {
      try TinyBook.tables(
        limits: [TinyBook.limit("W")],
        extensions: [TinyBook.longer(of: "W@2022-01-01", mode: "add", length: "5", unit: "day")])
    }
    #expect(problem == "time_limit_extension W@2022-01-01#n unit other-unit")
  }

  @Test func aKeyThatComesTwiceIsRefused() {
    let problem = complaint { try TinyBook.tables(limits: [TinyBook.limit("W"), TinyBook.limit("W")]) }
    #expect(problem == "time_limit W@2022-01-01 key twice")
  }

  @Test func anArticleOfAnInstrumentThatIsNotThereIsRefused() {
    let problem = complaint {
      var tables = try TinyBook.tables()
      tables["instrument"] = []
      return tables
    }
    #expect(problem == "law_article civil-code@201 instrument unknown")
  }

  @Test func aBookWithoutTheArticlesByWhichDaysAreCountedIsRefused() {
    let problem = complaint {
      var tables = try TinyBook.tables()
      tables["law_article"]?.removeLast()
      return tables
    }
    #expect(problem == "law_article civil-code@203 key missing")
  }

  @Test(arguments: LawBook.tables.filter { !["calendar_day", "time_limit_extension"].contains($0) })
  func aBookWithoutATableIsRefused(table: String) throws {
    var tables = try ShippedBook.tables()
    tables[table] = nil
    #expect(fault { try LawBook(tables) }?.code == "law.data")
  }

  @Test(arguments: [[], [""], ["", "b"], ["a"], ["a", "b", "c"]]) func aRowOfAnotherWidthIsRefused(cells: [String]) {
    let fault = fault { try LawRow(table: "town", columns: ["key", "name"], cells: cells, line: 7) }
    #expect(fault?.code == "law.data")
    #expect(fault?.arguments == ["table": "town", "row": "line 7", "column": "key", "problem": "cells"])
  }

  @Test func onlyAColumnThatIsThereIsChanged() throws {
    let row = try TinyBook.limit("W")
    #expect(try row.changed("length", to: "2").cells["length"] == "2")
    #expect(try row.changed("length", to: "").cells["length"] == nil)
    for column in ["colour", "key"] {
      #expect(fault { try row.changed(column, to: "x") }?.arguments["column"] == column)
    }
  }
}

import Law
import Testing

/// The law book that ships, and the arithmetic and refusals of its limits.
@Suite struct ShippedBookTests {
  private let book: LawBook

  init() throws { book = try ShippedBook.book() }

  @Test func theShippedBookLoads() throws {
    for (table, rows) in try ShippedBook.tables() { #expect(!rows.isEmpty, "\(table)") }
    #expect(book.calendar.first == date("2022-01-01"))
    #expect(book.calendar.last == date("2027-12-31"))
  }

  @Test func rulesAreInOrderOfTheirNumbers() throws {
    let first = try #require(book.rules.firstIndex(of: "P2"))
    let second = try #require(book.rules.firstIndex(of: "P10"))
    #expect(first < second)
    #expect(Set(book.rules).count == book.rules.count)
  }

  /// Every rule in force either ends or says why it has no end.
  @Test func everyRuleInForceIsAnswered() throws {
    for rule in book.rules {
      let problem = fault { try book.last(rule, "2026-11-02T10:00+08:00") }
      #expect([nil, "law.limit-set", "law.limit-none", "law.after-versions"].contains(problem?.code), "\(rule)")
    }
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", 1, "2026-04-30"),
    ("2026-01-30", 1, "2026-02-28"), ("2026-02-28", 1, "2026-03-28"), ("2026-04-30", 1, "2026-05-30"),
    ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2026-12-31", 2, "2027-02-28"),
    ("2026-08-31", 6, "2027-02-28"), ("2026-01-15", -1, "2025-12-15"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-01-31", -2, "2025-11-30"), ("2026-01-31", 0, "2026-01-31"), ("1999-12-31", 2, "2000-02-29"),
    ("2099-12-31", 2, "2100-02-28"), ("1900-01-01", -1, "1900-01-01"), ("2199-12-31", 1, "2199-12-31"),
  ])
  func monthsEndOnTheDayOfTheSameNumberOrTheLast(from: String, months: Int, to: String) {
    #expect(date(from).adding(months: months) == date(to))
  }

  @Test(arguments: [
    ("A2", "2026-03-02", "law.limit-set", "rule"), ("A1", "2026-03-02", "law.limit-none", "rule"),
    ("P20", "2026-03-02", "law.limit-none", "rule"), ("T7", "2026-05-06", "law.limit-none", "rule"),
    ("P5", "2026-03-02", "law.time-needed", "from"), ("P1", "2021-12-01", "law.calendar-outside", "from"),
    ("P13", "2022-01-05", "law.calendar-outside", "from"), ("P99", "2026-03-02", "law.rule-unknown", "rule"),
    ("P18", "2021-07-14", "law.before-versions", "from"),
    ("T-named-reporter", "2026-04-15", "law.after-versions", "from"),
  ])
  func aQuestionWithoutAnAnswerIsRefused(rule: String, from: String, code: String, field: String) {
    let refusal = fault { try book.last(rule, from) }
    #expect(refusal?.code == code)
    #expect(refusal?.field == field)
  }

  @Test(arguments: [
    ("P6", ["head"], "law.extension-unknown"), ("P16", ["collective=45"], "law.extension-after"),
    ("P16", ["head", "collective"], "law.extension-length"), ("P16", ["head=31"], "law.extension-fixed"),
    ("P16", ["head", "head"], "law.extension-twice"), ("P16", ["head", "collective=x"], "law.extension-length"),
    ("P16", ["head", "collective=0"], "law.extension-length"),
    ("P16", ["head", "collective="], "law.extension-length"),
    ("P16", ["head", "collective=10000"], "law.extension-length"), ("P16", ["Head"], "law.extension-unknown"),
  ])
  func anExtensionThatCannotBeGrantedIsRefused(rule: String, granted: [String], code: String) {
    let refusal = fault { try book.last(rule, "2026-03-02", granted: granted) }
    #expect(refusal?.code == code)
    if refusal?.code != "law.extension-length" { #expect(refusal?.field == "extension") }
  }

  @Test func anExclusionWithoutAnEndLeavesNoLastDay() {
    let refusal = fault { try book.last("P16", "2026-03-02", without: ["2026-03-10..2199-12-31=suspension"]) }
    #expect(refusal?.code == "law.limit-endless")
    #expect(refusal?.field == "exclude")
  }

  @Test(arguments: [
    ("", "law.exclusion"), ("2026-03-10", "law.exclusion"), ("2026-03-10..2026-03-19", "law.exclusion"),
    ("..2026-03-19=testing", "law.exclusion"), ("2026-03-10..=testing", "law.exclusion"),
    ("2026-02-30..2026-03-19=testing", "law.exclusion"), ("2026-03-10..2026-03-19=weather", "law.exclusion-kind"),
    ("2026-03-10..2026-03-19=", "law.exclusion-kind"), ("2026-03-19..2026-03-10=testing", "law.exclusion-order"),
  ])
  func aTextThatIsNoExclusionIsRefused(text: String, code: String) {
    let refusal = fault { try Exclusion(reading: text) }
    #expect(refusal?.code == code)
    #expect(refusal?.field == "exclude")
  }

  @Test func anExclusionOfOneDayIsOneDay() throws {
    let exclusion = try Exclusion(reading: "2026-03-10..2026-03-10=public-notice")
    #expect(exclusion == Exclusion(.publicNotice, date("2026-03-10")...date("2026-03-10")))
  }
}

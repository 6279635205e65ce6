import Law
import Testing

/// Traps in the clocks of a transfer to the police. Days were counted with chinesecalendar 1.11.0.
@Suite struct ReferralTrapTests {
  private let book: LawBook

  init() throws { book = try ShippedBook.book() }

  // Trap: three days of the transfer rules are not said to be working days: the calendar day binds inside, the working
  // day is shown beside it. Each rule has its own kind of day.
  @Test func whatADayIsDependsOnTheRule() throws {
    let reconsideration = try book.due("R10a", from: "2026-09-30")
    #expect(reconsideration.moment == .day(date("2026-10-03")))
    #expect(reconsideration.outer == .day(date("2026-10-10")))
    let supplement = try book.due("R6-supplement", from: "2026-09-30")
    #expect(supplement.moment == .day(date("2026-10-08")))
    #expect(supplement.outer == nil)
    #expect(try book.last("P6", "2026-09-30") == "2026-10-15")
  }

  // Trap: twenty-four hours after the approval end on the minute, also at a weekend or on a holiday.
  @Test(arguments: ["R4a", "P28-send", "R6", "R7a"]) func twentyFourHoursEndOnTheMinute(rule: String) throws {
    #expect(try book.last(rule, "2026-02-14T17:20+08:00") == "2026-02-15T17:20:00+08:00")
    #expect(fault { try book.last(rule, "2026-02-14") }?.code == "law.time-needed")
  }

  // Trap: three clocks of three days follow one another, each from a receipt of its own that is day 0.
  @Test(
    arguments: [
      // Three days from Monday end on Thursday in both readings.
      ("R3", "2026-06-15", "2026-06-18", nil), ("R13", "2026-06-17", "2026-06-20", "2026-06-23"),
      ("R10a", "2026-06-18", "2026-06-21", "2026-06-24"),
    ] as [(String, String, String, String?)])
  func threeClocksOfThreeDaysEachStartWithAReceipt(rule: String, from: String, last: String, outer: String?) throws {
    let due = try book.due(rule, from: from)
    #expect(due.moment == .day(date(last)))
    #expect(due.outer == outer.map { .day(date($0)) })
  }

  // Trap: going straight to the procuratorate has no limit in days; only the way there after a lost reconsideration has.
  @Test func onlyTheWayToTheProcuratorateAfterReconsiderationHasAClock() throws {
    #expect(fault { try book.last("R10b", "2026-03-02") }?.code == "law.rule-unknown")
    #expect(try book.last("R12", "2026-03-02") == "2026-03-05")
  }

  // Trap: the police decide an agency's request in three days without extension; a complainant's 7 and 30 days differ.
  @Test func anAgencysReconsiderationTakesThreeDaysAndThree() throws {
    for rule in ["R10a", "R11"] {
      #expect(try book.last(rule, "2026-03-02") == "2026-03-05")
      #expect(try book.limit(rule, on: date("2026-03-02")).extensions.isEmpty)
    }
  }

  // Trap: three days for filing are no hard stop in economic crime: ten at the latest, thirty, and thirty more.
  @Test func filingOfAnEconomicCrimeHasLongerLimits() throws {
    #expect(try book.last("R8", "2026-03-02") == "2026-03-05")
    #expect(try book.last("R8x", "2026-03-02") == "2026-03-05")
    #expect(try book.last("R8x", "2026-03-02", granted: ["latest"]) == "2026-03-12")
    #expect(try book.last("R8x", "2026-03-02", granted: ["major"]) == "2026-04-01")
    #expect(try book.last("R8x", "2026-03-02", granted: ["special", "major"]) == "2026-05-06")
    #expect(fault { try book.last("R8x", "2026-03-02", granted: ["special"]) }?.code == "law.extension-after")
  }

  // Trap: the day for the reply stands in the opinion; two months are the default only, and are to be confirmed.
  @Test func twoMonthsForTheReplyAreADefaultToBeConfirmed() throws {
    let due = try book.due("V-reply", from: "2026-01-15")
    #expect(due.moment == .day(date("2026-03-16")))
    #expect(!due.limit.authority.isConfirmed)
    #expect(try book.last("V-reply", "2025-12-31") == "2026-02-28")
  }

  // Trap: what stops the procuratorate's review does not stop the agency's case.
  @Test func aStopOfTheProcuratoratesReviewIsNoneOfTheAgencysCase() throws {
    let time = "2026-03-04..2026-03-10=consultation"
    #expect(try book.last("V-review", "2026-03-02") == "2026-03-16")
    #expect(try book.last("V-review", "2026-03-02", without: [time]) == "2026-03-23")
    let own = try book.due("P16", from: "2026-03-02", without: [time])
    #expect(own.moment == .day(date("2026-05-31")))
    #expect(own.ignored.map(\.kind) == [.consultation])
  }
}

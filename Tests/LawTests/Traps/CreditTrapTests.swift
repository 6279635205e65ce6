import Law
import Testing

/// Traps in publicity and repair of credit.
@Suite struct CreditTrapTests {
  private let book: LawBook

  init() throws { book = try ShippedBook.book() }

  // Trap: there is no one rule of repair: it depends on the day and on the site.
  @Test(arguments: [
    ("KR-minimum-general", "2025-12-24", "2026-06-24"), ("KR-minimum-general", "2025-12-25", "2026-03-25"),
    ("KR-minimum-key", "2025-12-24", "2026-12-24"), ("KR-decide", "2025-12-24", "2026-01-15"),
    ("KR-decide", "2025-12-25", "2026-01-06"), ("K44-decide", "2025-12-24", "2026-01-15"),
    ("K44-decide", "2025-12-25", "2026-01-06"), ("KN-minimum-general", "2026-03-31", "2026-06-30"),
    ("KN-maximum-general", "2026-03-31", "2029-03-31"), ("KN-maximum-general", "2026-04-01", "2027-04-01"),
    ("KN-minimum-serious", "2026-04-01", "2027-04-01"), ("KN-maximum-serious", "2026-04-01", "2029-04-01"),
  ])
  func repairDependsOnTheDayAndOnTheSite(rule: String, from: String, last: String) throws {
    #expect(try book.last(rule, from) == last)
  }

  // Trap: one site counts from publication and the other from the document, so that one case has two ends.
  @Test func publicityOfOneCaseHasTwoEnds() throws {
    let (own, national) = (
      try book.due("K45-period-general", from: "2026-05-20"), try book.due("KN-maximum-general", from: "2026-05-06")
    )
    #expect(own.limit.trigger.english.contains("publication"))
    #expect(national.limit.trigger.english.contains("document"))
    #expect(own.moment == .day(date("2027-05-20")))
    #expect(national.moment == .day(date("2027-05-06")))
  }

  // Trap: three years are not the period of every penalty; general information now ends after one year.
  @Test func generalInformationEndsAfterOneYearSinceTheEndOf2025() throws {
    #expect(try book.last("K45-period-general", "2025-12-24") == "2028-12-24")
    #expect(try book.last("K45-period-general", "2025-12-25") == "2026-12-25")
    #expect(try book.last("K45-period-minor", "2025-12-25") == "2026-03-25")
  }

  // Trap: tests of doing it again differ: five years of acts for marks, two years after a sanction for crimes.
  @Test(arguments: [
    ("trademark-repeat@2014-05-01", 5, false), ("trademark-repeat@2027-01-01", 5, false),
    ("trade-secret-repeat", 2, false), ("repeat-213-215", 2, true), ("repeat-216", 2, true),
    ("repeat-217-218", 2, true), ("repeat-219", 2, true), ("agency-penalties", 2, true),
  ])
  func doingItAgainIsTestedInDifferentWays(key: String, years: Int, isFromSanction: Bool) throws {
    let rule = try #require(book.lookBacks.first { $0.key == key })
    #expect(rule.years == years)
    #expect(rule.isFromSanction == isFromSanction)
  }
}

import Law
import Testing

/// Traps in the time limits of a penalty case and of its remedies. Days were counted with chinesecalendar 1.11.0.
@Suite struct LimitTrapTests {
  private let book: LawBook

  init() throws { book = try ShippedBook.book() }

  // Trap: the seven days for registered evidence are working days, and nobody can extend them.
  @Test func registeredEvidenceIsDealtWithInSevenWorkingDaysThatNobodyExtends() throws {
    #expect(try book.last("P6", "2026-02-11") == "2026-02-27")
    #expect(fault { try book.last("P6", "2026-02-11", granted: ["head"]) }?.code == "law.extension-unknown")
  }

  // Trap: the thirty days of a seizure are calendar days, once and once more.
  @Test func aSeizureLastsThirtyCalendarDaysAndThirtyMore() throws {
    #expect(try book.last("P7", "2025-09-26") == "2025-10-26")
    #expect(try book.last("P7", "2025-09-26", granted: ["head"]) == "2025-11-25")
  }

  // Trap: one pause for all clocks is wrong; each stops for reasons of its own.
  @Test(arguments: [
    ("P1", "testing", "2026-04-02"), ("P1", "identification", "2026-04-02"), ("P1", "hearing", "2026-03-23"),
    ("P1", "suspension", "2026-03-23"), ("P6", "testing", "2026-03-11"), ("P7", "testing", "2026-04-11"),
    ("P7", "appraisal", "2026-04-11"), ("P7", "identification", "2026-04-01"), ("P7", "suspension", "2026-04-01"),
    ("P16", "suspension", "2026-06-10"), ("P16", "hearing", "2026-06-10"), ("P16", "public-notice", "2026-06-10"),
    ("P16", "quarantine", "2026-06-10"), ("P16", "identification", "2026-06-10"), ("P16", "refund", "2026-06-10"),
    ("P16", "settlement", "2026-05-31"), ("P16", "jurisdiction", "2026-05-31"), ("A9", "jurisdiction", "2026-06-12"),
    ("A9", "evidence-extension", "2026-06-12"), ("A9", "settlement", "2026-06-12"), ("A9", "appraisal", "2026-06-12"),
    ("A9", "identification", "2026-06-02"), ("A9", "hearing", "2026-06-02"),
  ])
  func eachClockStopsForReasonsOfItsOwn(rule: String, reason: String, last: String) throws {
    let time = "2026-03-10..2026-03-19=\(reason)"
    let due = try book.due(rule, from: "2026-03-02", without: [time])
    #expect(due.moment.description == last)
    let isIgnored = try last == book.last(rule, "2026-03-02")
    #expect(due.ignored == (isIgnored ? [try Exclusion(reading: time)] : []))
  }

  // Trap: reasons that overlap must not be deducted twice.
  @Test func overlappingReasonsAreDeductedOnce() throws {
    let times = ["2026-03-10..2026-03-19=appraisal", "2026-03-15..2026-03-24=hearing"]
    #expect(try book.last("P16", "2026-03-02", without: times) == "2026-06-15")
  }

  // Trap: ninety days and thirty are not the ceiling; collective discussion fixes a further time.
  @Test func ninetyDaysAndThirtyAreNotTheCeiling() throws {
    #expect(try book.last("P16", "2026-03-02", granted: ["head"]) == "2026-06-30")
    #expect(try book.last("P16", "2026-03-02", granted: ["head", "collective=45"]) == "2026-08-14")
  }

  // Trap: the further time has no length in the law, and follows the first extension only.
  @Test func theFurtherTimeIsFixedByThoseWhoGrantItAfterTheFirst() {
    let unfixed = fault { try book.last("P16", "2026-03-02", granted: ["head", "collective"]) }
    #expect(unfixed?.code == "law.extension-length")
    let alone = fault { try book.last("P16", "2026-03-02", granted: ["collective=45"]) }
    #expect(alone?.code == "law.extension-after")
  }

  // Trap: one case counts working days, calendar days and months in turn; five working days are not seven days.
  @Test(arguments: [
    ("P1", "2026-05-21"), ("P7", "2026-05-28"), ("P9", "2026-05-08"), ("P16", "2026-07-27"), ("P19", "2026-05-13"),
    ("P22", "2026-05-14"), ("P23", "2026-07-28"),
  ])
  func workingDaysCalendarDaysAndMonthsAreNotConverted(rule: String, last: String) throws {
    #expect(try book.last(rule, "2026-04-28") == last)
  }

  // Trap: what must happen so many working days before an event is counted back; the day of the event is not counted.
  @Test(arguments: [
    ("P13", "2026-03-20", "2026-03-11"), ("P13", "2026-10-15", "2026-09-30"), ("P14", "2026-10-15", "2026-10-12"),
    ("A7", "2026-10-12", "2026-10-08"),
  ])
  func aLimitBeforeAnEventIsCountedBackFromIt(rule: String, event: String, last: String) throws {
    #expect(try book.last(rule, event) == last)
  }

  // Trap: service by public notice takes thirty days from 1 November 2022 on only; before, sixty.
  @Test(arguments: [
    ("2022-09-01", "2022-10-31"), ("2022-10-31", "2022-12-30"), ("2022-11-01", "2022-12-01"),
  ])
  func publicNoticeServedAfterSixtyDaysUntilOctober2022(published: String, served: String) throws {
    #expect(try book.last("P18", published) == served)
  }

  // Trap: mediation of a complaint ended after 45 working days, and since 15 April 2026 after 60 calendar days.
  @Test func mediationOfAComplaintChangedFromWorkingDaysToCalendarDays() throws {
    #expect(try book.last("T2", "2026-04-14") == "2026-06-18")
    #expect(try book.last("T2", "2026-04-15") == "2026-06-14")
  }

  // Trap: the five working days for a named reporter are gone since that day.
  @Test func noClockRunsForANamedReporterSince15April2026() throws {
    #expect(try book.last("T-named-reporter", "2026-04-14") == "2026-04-21")
    #expect(fault { try book.last("T-named-reporter", "2026-04-15") }?.code == "law.after-versions")
  }

  // Trap: a ruling on a patent is taken to court in fifteen days, not in the sixty days or six months of a penalty.
  @Test(arguments: [
    ("Q-patent-suit", "2026-03-31"), ("Q-review", "2026-05-15"), ("Q-suit", "2026-09-16"),
  ])
  func aPatentRulingHasAShorterWayToCourtThanAPenalty(rule: String, last: String) throws {
    #expect(try book.last(rule, "2026-03-16") == last)
  }

  // Trap: the three months for asking the court run from the end of the time to sue, not from the reminder.
  @Test func enforcementIsAskedForWithinThreeMonthsOfTheEndOfTheTimeToSue() throws {
    let suit = try book.last("Q-suit", "2026-01-15")
    #expect(suit == "2026-07-15")
    #expect(try book.last("P22", "2026-07-20") == "2026-08-03")
    #expect(try book.last("P23", suit) == "2026-10-15")
  }

  // Trap: after a ruling on a patent those three months begin fifteen days after it; here the fifteenth is a holiday.
  @Test func enforcementOfAPatentRulingIsAskedForSooner() throws {
    let suit = try book.last("Q-patent-suit", "2026-04-20")
    #expect(suit == "2026-05-06")
    #expect(try book.last("P23", suit) == "2026-08-06")
  }

  // Trap: the surcharge is three percent a day up to the fine, and rests during review or suit.
  @Test func theSurchargeIsARateByTheDay() throws {
    let surcharge = try book.limit("P20", on: date("2026-03-02"))
    #expect(surcharge.kind == .rate)
    #expect(surcharge.name.chinese.contains("每日百分之三") && surcharge.name.chinese.contains("不超过罚款数额"))
    #expect(surcharge.excludes == [.reviewOrSuit])
  }

  // Trap: statement and request for a hearing share five working days, counted from service and not from the date of
  // the notice.
  @Test func statementAndHearingShareFiveWorkingDaysFromService() throws {
    #expect(try book.last("P9", "2026-09-30") == "2026-10-13")
  }

  // Trap: a penalty is published within twenty working days, which are a month and more around the Spring Festival.
  @Test func aPenaltyIsPublishedInTwentyWorkingDays() throws {
    #expect(try book.last("K45-publish", "2026-02-06") == "2026-03-12")
  }

  // Trap: customs release goods after 20 working days on application, but after 50 where they acted of their own motion.
  @Test(arguments: [("C4", "2026-09-11"), ("C5", "2026-10-26"), ("C6", "2026-10-12"), ("C7", "2026-11-23")])
  func customsReleaseDependsOnTheTrack(rule: String, last: String) throws {
    #expect(try book.last(rule, "2026-09-08") == last)
  }

  // Trap: confirmation of a mediated agreement is asked for within thirty calendar days.
  @Test func judicialConfirmationIsAskedForInThirtyCalendarDays() throws {
    #expect(try book.last("M-confirmation", "2026-08-31") == "2026-09-30")
    #expect(try book.last("M-confirmation", "2026-09-02") == "2026-10-08")
  }

  // Trap: mediation by court assignment lasts 30, 15 or 7 days by its stage.
  @Test(arguments: [("M1", "2026-07-01"), ("M2", "2026-06-16"), ("M3", "2026-06-08")])
  func mediationByCourtAssignmentDiffersByStage(rule: String, last: String) throws {
    #expect(try book.last(rule, "2026-06-01") == last)
  }

  // Trap: each return for supplementary investigation starts the month of the prosecutor again.
  @Test func theProsecutionClockRestartsAfterSupplementaryInvestigation() throws {
    #expect(try book.last("S-supplementary", "2026-03-31") == "2026-04-30")
    #expect(try book.last("S-prosecute", "2026-04-30") == "2026-06-01")
  }

  // Trap: time in custody ignores holidays; other limits of criminal procedure give way to them.
  @Test func limitsOfCustodyDoNotGiveWayToHolidays() throws {
    #expect(try book.last("S-arrest", "2026-09-25") == "2026-10-02")
    #expect(try book.last("S560", "2026-09-25") == "2026-10-08")
  }

  // Trap: penalties are barred two years after the act, or after its end; five where life or health is harmed.
  @Test func theLimitationPeriodRunsFromTheEndOfTheConduct() throws {
    #expect(try book.last("Q-limitation", "2024-05-10") == "2026-05-10")
    #expect(try book.last("Q-limitation-harm", "2024-02-29") == "2029-02-28")
  }
}

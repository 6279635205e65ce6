import Law
import Testing

/// Traps in days, hours, months and holidays. Counted with chinesecalendar 1.11.0.
@Suite struct CalendarTrapTests {
  private let book: LawBook

  init() throws { book = try ShippedBook.book() }

  // Trap: people work on some weekends, and do not on some weekdays.
  @Test(arguments: [
    ("2026-02-14", WorkCalendar.Kind.makeUpWorkday), ("2026-09-20", .makeUpWorkday), ("2025-09-28", .makeUpWorkday),
    ("2022-01-29", .makeUpWorkday), ("2024-02-18", .makeUpWorkday), ("2026-02-17", .holiday), ("2025-10-08", .holiday),
    ("2023-10-06", .holiday), ("2022-12-31", .holiday), ("2026-02-24", .workday), ("2026-03-07", .weekend),
  ])
  func aMakeUpSaturdayIsAWorkingDayAndAHolidayMondayIsNot(day: String, kind: WorkCalendar.Kind) {
    #expect(book.calendar.kind(date(day)) == kind)
  }

  // Trap: the weekday alone is wrong on 23 to 27 days a year.
  @Test(arguments: [(2022, 249, 25), (2023, 249, 25), (2024, 251, 27), (2025, 248, 23), (2026, 248, 25)])
  func theWeekdayAloneIsWrongOnSomeDaysOfEveryYear(year: Int, working: Int, wrong: Int) throws {
    #expect(book.calendar.workingDays(in: year) == working)
    let days = date("\(year)-01-01").number...date("\(year)-12-31").number
    let differing = days.map(Day.init(number:)).filter { day in
      book.calendar.kind(day)?.isWorking != (day.weekday <= 5)
    }
    #expect(differing.count == wrong)
  }

  // Trap: a limit computed in autumn may end in a year whose holidays are not announced; it must say so.
  @Test func aLimitThatEndsPastTheLastNoticeIsProvisional() throws {
    let due = try book.due("P16", from: "2026-10-10")
    #expect(due.moment == .day(date("2027-01-08")))
    #expect(due.isProvisional)
    #expect(try !book.due("P16", from: "2026-03-02").isProvisional)
  }

  // Trap: of a year not announced only the holidays laid down by law are known.
  @Test func aYearWithoutNoticeHasItsHolidaysByLawOnly() {
    #expect(book.calendar.horizon == date("2026-12-31"))
    for day in ["2027-01-01", "2027-02-05", "2027-02-08", "2027-04-05", "2027-06-09", "2027-09-15", "2027-10-01"] {
      #expect(book.calendar.kind(date(day)) == .holiday)
      #expect(!book.calendar.isSettled(date(day)))
    }
    #expect(book.calendar.kind(date("2027-02-09")) == .workday)
  }

  // Trap: where the calendar ends it must refuse rather than fall back on weekends.
  @Test(arguments: ["2021-12-31", "2028-01-03"]) func aDayThatTheCalendarDoesNotKnowIsRefused(day: String) {
    let refusal = fault { try book.last("P6", day) }
    #expect(refusal?.code == "law.calendar-outside")
    #expect(refusal?.arguments["day"] == day)
  }

  // Trap: the day of the trigger is day 0, whether people work on it or not.
  @Test(arguments: [
    ("2026-02-13", "2026-02-27"), ("2026-02-14", "2026-02-28"), ("2026-02-15", "2026-02-28"),
    ("2026-02-23", "2026-02-28"),
  ])
  func theDayOfTheTriggerIsNotCounted(from: String, last: String) throws {
    #expect(try book.last("P9", from) == last)
  }

  // Trap: twenty-four hours are hours, through night and holiday; the hour in which they begin may not count, so the
  // earlier time warns and the later one is the breach.
  @Test(arguments: [
    ("2026-02-14T16:30+08:00", "2026-02-15T16:30:00+08:00", "2026-02-15T17:00:00+08:00"),
    ("2026-02-14T16:00+08:00", "2026-02-15T16:00:00+08:00", "2026-02-15T17:00:00+08:00"),
    ("2026-12-31T23:59+08:00", "2027-01-01T23:59:00+08:00", "2027-01-02T00:00:00+08:00"),
    ("2026-02-14T08:30Z", "2026-02-15T16:30:00+08:00", "2026-02-15T17:00:00+08:00"),
  ])
  func twentyFourHoursEndAtTheEarlierOrTheLaterTime(from: String, warning: String, breach: String) throws {
    let due = try book.due("P5", from: from)
    #expect(due.moment.description == warning)
    #expect(due.outer?.description == breach)
  }

  // Trap: hours need a point in time; a day is not enough.
  @Test func hoursAreNotCountedFromADay() {
    #expect(fault { try book.last("P5", "2026-02-14") }?.code == "law.time-needed")
  }

  // Trap: a month ends on the day of the same number, or on the last of the month; it is never thirty days.
  @Test(arguments: [
    ("P23", "2026-08-31", "2026-11-30"), ("P23", "2025-11-30", "2026-02-28"), ("A9", "2025-11-30", "2026-02-28"),
    ("S-supplementary", "2024-01-31", "2024-02-29"), ("K45-period-minor", "2025-11-30", "2026-02-28"),
  ])
  func aMonthEndsOnTheSameDayOrTheLast(rule: String, from: String, last: String) throws {
    #expect(try book.last(rule, from) == last)
  }

  // Trap: terms of 2, 3, 5 and 7 days of the law on penalties are working days; its 15 and 90 days are not.
  @Test func onlyTheShortTermsOfThePenaltyLawAreWorkingDays() throws {
    for rule in ["P21", "P25", "P9", "P6", "P17"] {
      #expect(try book.limit(rule, on: date("2026-03-02")).unit == .workingDay)
    }
    for rule in ["P19", "P16"] { #expect(try book.limit(rule, on: date("2026-03-02")).unit == .day) }
  }
}

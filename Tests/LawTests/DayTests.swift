import Law
import Testing

@Suite struct DayTests {
  // Python 3.11: (date.fromisoformat(s) - date(1970, 1, 1)).days, date.isoweekday()
  static let table: [(String, Int, Int)] = [
    ("1900-01-01", -25567, 1), ("1900-02-28", -25509, 3), ("1900-03-01", -25508, 4), ("1969-12-31", -1, 3),
    ("1970-01-01", 0, 4), ("1991-09-15", 7927, 7), ("2000-02-28", 11015, 1), ("2000-02-29", 11016, 2),
    ("2000-03-01", 11017, 3), ("2024-02-29", 19782, 4), ("2024-12-31", 20088, 2), ("2026-09-30", 20726, 3),
    ("2026-11-22", 20779, 7), ("2100-02-28", 47540, 7), ("2100-03-01", 47541, 1), ("2199-12-31", 84005, 2),
  ]

  @Test(arguments: table) func aDayHasItsOrdinalAndWeekday(text: String, number: Int, weekday: Int) throws {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(Day(number: number) == day)
    #expect(day.description == text)
    #expect(Day(year: day.year, month: day.month, day: day.day) == day)
  }

  // Python 3.11: h = (h * 31 + year * 10000 + month * 100 + day + isoweekday) % 1000000007 over every date of
  // 1900-01-01...2199-12-31, from h = 0; gave 299527883 over 109573 dates.
  @Test func everyDayOfTheRangeAgreesWithPython() {
    var hash = 0
    for number in Day.earliest.number...Day.latest.number {
      let day = Day(number: number)
      hash = (hash * 31 + day.year * 10_000 + day.month * 100 + day.day + day.weekday) % 1_000_000_007
    }
    #expect(hash == 299_527_883)
    #expect(Day.latest - Day.earliest + 1 == 109_573)
  }

  @Test func everyDayIsReadFromItsOwnDescription() {
    for number in stride(from: Day.earliest.number, through: Day.latest.number, by: 13) {
      #expect(Day(Day(number: number).description)?.number == number)
    }
  }

  @Test(arguments: [
    "2026-09-30", "2026年9月30日", "2026年09月30日", "2026/9/30", "2026/09/30", "2026.9.30", "２０２６年９月３０日",
    "２０２６-０９-３０", "２０２６／９／３０", "２０２６．９．３０", "２０２６－０９－３０",
  ])
  func theseFormsAreTheSameDay(text: String) {
    #expect(Day(text)?.description == "2026-09-30")
  }

  @Test(arguments: [
    "", " ", "2026", "2026-09", "2026-9-30", "2026-09-3", "26-09-30", "02026-09-30", "+2026-09-30", "-2026-09-30",
    "2026-09-30 ", " 2026-09-30", "2026-09-30\n", "2026-09-30T00:00", "2026-09/30", "2026.9/30", "2026/9.30",
    "2026年9月30", "2026年9月", "2026年9-30", "2026-9月30日", "2026年9月30号", "20260930", "2026-09-31", "2026-00-10",
    "2026-13-01", "2026-01-00", "2026-01-32", "2026/009/30", "2026-02-29", "2100-02-29", "1900-02-29", "2025-02-29",
    "1899-12-31", "2200-01-01", "0000-01-01", "2026-09-30\0", "2026\0-09-30", "\0", "2026-09-3\u{0301}0",
    "2026-09-30\u{0301}", "2026-09-3\u{FE0F}0", "\u{FEFF}2026-09-30", "2026-09-3\u{200B}0", "२०२६-०९-३०",
    "٢٠٢٦-٠٩-٣٠", "2026-09-3０\u{20E3}", "二〇二六年九月三十日", "2026–09–30", "2026.9.30.",
  ])
  func theseTextsAreNoDay(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: [
    (2000, 2, 29, true), (2024, 2, 29, true), (2100, 2, 29, false), (1900, 2, 29, false), (2023, 2, 29, false),
    (2024, 2, 30, false), (2026, 4, 31, false), (2026, 12, 31, true), (2026, 0, 1, false), (2026, 13, 1, false),
    (2026, 1, 0, false), (1899, 12, 31, false), (1900, 1, 1, true), (2199, 12, 31, true), (2200, 1, 1, false),
    (.min, .min, .min, false), (.max, .max, .max, false), (2026, .max, 1, false), (2026, 1, .max, false),
  ])
  func onlyRealDatesOfTheRangeAreDays(year: Int, month: Int, day: Int, real: Bool) {
    #expect((Day(year: year, month: month, day: day) != nil) == real)
  }

  @Test(arguments: [
    ("2024-02-28", 1, "2024-02-29"), ("2024-02-28", 2, "2024-03-01"), ("2100-02-28", 1, "2100-03-01"),
    ("2026-12-31", 1, "2027-01-01"), ("2026-01-01", -1, "2025-12-31"), ("2026-11-22", 0, "2026-11-22"),
    ("2026-11-22", 60, "2027-01-21"), ("2026-11-22", -365, "2025-11-22"),
  ])
  func addingDaysCountsCalendarDays(from: String, days: Int, to: String) throws {
    let (from, to) = (try #require(Day(from)), try #require(Day(to)))
    #expect(from.adding(days: days) == to)
    #expect(to - from == days)
  }

  @Test func arithmeticStopsAtTheEndsOfTheRange() {
    #expect(Day(number: .min) == .earliest)
    #expect(Day(number: .max) == .latest)
    #expect(Day.earliest.adding(days: -1) == .earliest)
    #expect(Day.latest.adding(days: 1) == .latest)
    #expect(Day.latest.adding(days: .max) == .latest)
    #expect(Day.earliest.adding(days: .min) == .earliest)
    #expect(Day.earliest.description == "1900-01-01")
    #expect(Day.latest.description == "2199-12-31")
  }

  @Test func daysAreOrderedByTime() throws {
    #expect(try #require(Day("2026-09-30")) < #require(Day("2026-10-01")))
    #expect(try !(#require(Day("2026-09-30")) < #require(Day("2026-09-30"))))
  }
}

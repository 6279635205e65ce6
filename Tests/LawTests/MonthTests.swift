import Law
import Testing

@Suite struct MonthTests {
  @Test(arguments: ["2026-10", "2026年10月", "2026/10", "２０２６年１０月"])
  func theseFormsAreTheSameMonth(text: String) {
    #expect(Month(text) == Month(year: 2026, month: 10))
    #expect(Month(text)?.description == "2026-10")
  }

  @Test(arguments: [
    "", "2026", "2026年", "2026-10-01", "2026-1", "2026-00", "2026-13", "2026.10", "1899-12", "2200-01", "2026-10\0",
    "2026-10\u{0301}", " 2026-10",
  ])
  func theseTextsAreNoMonth(text: String) {
    #expect(Month(text) == nil)
  }

  @Test(arguments: [
    ("2024-02", "2024-02-01", "2024-02-29"), ("2100-02", "2100-02-01", "2100-02-28"),
    ("2000-02", "2000-02-01", "2000-02-29"), ("2026-04", "2026-04-01", "2026-04-30"),
    ("2026-12", "2026-12-01", "2026-12-31"), ("2199-12", "2199-12-01", "2199-12-31"),
  ])
  func aMonthRunsFromItsFirstThroughItsLastDay(text: String, first: String, last: String) throws {
    let month = try #require(Month(text))
    #expect(month.first.description == first)
    #expect(month.last.description == last)
    #expect(Month(month.first) == month)
    #expect(Month(month.last) == month)
    #expect(month.yearToDate.lowerBound.description == "\(month.year)-01-01")
    #expect(month.yearToDate.upperBound == month.last)
  }

  @Test(arguments: [
    ("2026-10", "2026-09", "2026-11", "2025-10"), ("2026-01", "2025-12", "2026-02", "2025-01"),
    ("2026-12", "2026-11", "2027-01", "2025-12"), ("1900-01", "1900-01", "1900-02", "1900-01"),
    ("1900-07", "1900-06", "1900-08", "1900-01"), ("2199-12", "2199-11", "2199-12", "2198-12"),
  ])
  func monthsStepWithinTheRange(text: String, previous: String, next: String, lastYear: String) throws {
    let month = try #require(Month(text))
    #expect(month.previous.description == previous)
    #expect(month.next.description == next)
    #expect(month.sameMonthLastYear.description == lastYear)
  }

  @Test func onlyMonthsOfTheRangeExist() throws {
    for (year, month) in [(2026, 0), (2026, 13), (1899, 12), (2200, 1), (Int.max, 1), (2026, Int.min)] {
      #expect(Month(year: year, month: month) == nil)
    }
    #expect(try #require(Month("2025-12")) < #require(Month("2026-01")))
  }
}

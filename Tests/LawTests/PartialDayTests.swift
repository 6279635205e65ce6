import Law
import Testing

@Suite struct PartialDayTests {
  @Test(arguments: [
    ("2024", "2024", PartialDay.Precision.year, "2024-01-01", "2024-12-31"),
    ("2024年", "2024", .year, "2024-01-01", "2024-12-31"),
    ("２０２４年", "2024", .year, "2024-01-01", "2024-12-31"),
    ("2199", "2199", .year, "2199-01-01", "2199-12-31"),
    ("1900", "1900", .year, "1900-01-01", "1900-12-31"),
    ("2024-08", "2024-08", .month, "2024-08-01", "2024-08-31"),
    ("2024年8月", "2024-08", .month, "2024-08-01", "2024-08-31"),
    ("2024/8", "2024-08", .month, "2024-08-01", "2024-08-31"),
    ("2024-02", "2024-02", .month, "2024-02-01", "2024-02-29"),
    ("2100-02", "2100-02", .month, "2100-02-01", "2100-02-28"),
    ("2000-02", "2000-02", .month, "2000-02-01", "2000-02-29"),
    ("2199-12", "2199-12", .month, "2199-12-01", "2199-12-31"),
    ("2024-08-02", "2024-08-02", .day, "2024-08-02", "2024-08-02"),
    ("2024年8月2日", "2024-08-02", .day, "2024-08-02", "2024-08-02"),
    ("2024.8.2", "2024-08-02", .day, "2024-08-02", "2024-08-02"),
    ("2024-02-29", "2024-02-29", .day, "2024-02-29", "2024-02-29"),
  ])
  func aPartialDayCoversItsDays(
    text: String, printed: String, precision: PartialDay.Precision, first: String, last: String
  ) throws {
    let partial = try #require(PartialDay(text))
    #expect(partial.description == printed)
    #expect(partial.precision == precision)
    #expect(partial.first.description == first)
    #expect(partial.last.description == last)
    #expect(PartialDay(first: partial.first, last: partial.last) == partial)
    #expect(PartialDay(printed) == partial)
  }

  @Test(arguments: [
    "", "24", "202", "20244", "2024-", "2024-8", "2024-00", "2024-13", "2024/0", "2024/13", "2024.8", "2024.10",
    "2024年8", "2024年13月", "2024年月", "2024月", "8月2日", "2024 年", "2024-08-", "2024-02-30", "2100-02-29", "1899",
    "2200", "2024\0", "2024\u{0301}", "2024-08\u{0308}", "2024年8月2", "约2024", "2024?",
  ])
  func theseTextsAreNoPartialDay(text: String) {
    #expect(PartialDay(text) == nil)
  }

  @Test(arguments: [
    ("2024-08-01", "2024-08-30"), ("2024-08-02", "2024-08-31"), ("2024-07-01", "2024-08-31"),
    ("2024-01-01", "2024-11-30"), ("2024-02-01", "2024-12-31"), ("2024-01-01", "2025-12-31"),
    ("2024-02-01", "2024-02-28"), ("2024-08-02", "2024-08-01"), ("2024-12-31", "2024-01-01"),
    ("2199-11-01", "2199-12-31"), ("2024-12-01", "2024-01-31"),
  ])
  func noOtherRangeIsAPartialDay(first: String, last: String) throws {
    #expect(PartialDay(first: try #require(Day(first)), last: try #require(Day(last))) == nil)
  }

  @Test func aDayIsAPartialDayKnownToTheDay() throws {
    let day = try #require(Day("2026-11-22"))
    #expect(PartialDay(day) == PartialDay("2026-11-22"))
  }
}

import Law
import Testing

@Suite struct InstantTests {
  // Python 3.11: datetime.fromisoformat(s), (t - epoch) // timedelta(microseconds=1), and strftime at +08:00.
  @Test(arguments: [
    ("2026-11-01T00:00:00+08:00", 1_793_462_400_000_000, "2026-10-31T16:00:00Z", "2026-11-01 00:00"),
    ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z", "1970-01-01 08:00"),
    ("1969-12-31T23:59:59.999999Z", -1, "1969-12-31T23:59:59.999999Z", "1970-01-01 07:59"),
    ("2024-02-29T23:59:59+08:00", 1_709_222_399_000_000, "2024-02-29T15:59:59Z", "2024-02-29 23:59"),
    ("2026-11-01 00:00:00.123456+00", 1_793_491_200_123_456, "2026-11-01T00:00:00.123456Z", "2026-11-01 08:00"),
    ("1988-07-01T12:00:00+08:00", 583_732_800_000_000, "1988-07-01T04:00:00Z", "1988-07-01 12:00"),
    ("2026-12-31T20:30:00-05:30", 1_798_768_800_000_000, "2027-01-01T02:00:00Z", "2027-01-01 10:00"),
    ("2199-12-31T23:59:59+08:00", 7_258_089_599_000_000, "2199-12-31T15:59:59Z", "2199-12-31 23:59"),
    ("1900-01-01T00:00:00+08:00", -2_209_017_600_000_000, "1899-12-31T16:00:00Z", "1900-01-01 00:00"),
  ])
  func anInstantIsReadAndPrinted(text: String, microseconds: Int, printed: String, local: String) throws {
    let instant = try #require(Instant(text))
    #expect(instant.microseconds == Int64(microseconds))
    #expect(instant.description == printed)
    #expect(instant.local == local)
    #expect(instant.day().description == String(local.prefix(10)))
    #expect(Instant(printed) == instant)
  }

  @Test(arguments: [
    "2026-11-01T00:00:00+08:00", "2026-11-01 00:00:00+08", "2026-11-01T00:00:00+0800", "2026-10-31T16:00:00Z",
    "2026-10-31t16:00:00z", "2026-10-31T16:00:00.0Z", "2026-10-31 16:00:00.000000+00", "2026-10-31T16:00:00-00:00",
    "2026-10-31T10:30:00-05:30",
  ])
  func theseFormsAreTheSameInstant(text: String) {
    #expect(Instant(text)?.microseconds == 1_793_462_400_000_000)
  }

  @Test(arguments: [("1", 100_000), ("12", 120_000), ("000001", 1), ("100000", 100_000), ("999999", 999_999)])
  func aFractionIsDecimal(digits: String, microseconds: Int64) {
    #expect(Instant("1970-01-01T00:00:00.\(digits)Z")?.microseconds == microseconds)
  }

  @Test(arguments: [
    "", "2026-11-01", "2026-11-01T00:00:00", "2026-11-01T00:00+08:00", "2026-11-01T24:00:00Z", "2026-11-01T23:60:00Z",
    "2026-11-01T23:59:60Z", "2026-02-29T00:00:00Z", "2100-02-29T00:00:00Z", "2026-11-01T00:00:00.Z",
    "2026-11-01T00:00:00.1234567Z", "2026-11-01T00:00:00,5Z", "2026-11-01T00:00:00+8", "2026-11-01T00:00:00+08:",
    "2026-11-01T00:00:00+08:0", "2026-11-01T00:00:00+24:00", "2026-11-01T00:00:00+08:60", "2026-11-01T00:00:00 +08:00",
    "2026-11-01  00:00:00Z", "2026-11-01T00:00:00ZZ", "2026-11-01T00:00:00Z\0", "2026-11-01T00:00:00\0Z",
    "2026-11-01T00:00:00\u{0301}Z", "２０２６-11-01T00:00:00Z", "infinity", "-infinity", "1900-01-01 00:00:00+08:05:43",
    "2199-12-31T16:00:00Z", "1899-12-31T15:59:59Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
    "2026/11/01 00:00:00Z",
  ])
  func theseTextsAreNoInstant(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func theDayChangesAtMidnightInShanghai() throws {
    let midnight = try #require(Instant("2026-11-01T00:00:00+08:00"))
    #expect(midnight.day().description == "2026-11-01")
    #expect(Instant(microseconds: midnight.microseconds - 1).day().description == "2026-10-31")
    #expect(Instant(microseconds: midnight.microseconds - 1).local == "2026-10-31 23:59")
  }

  @Test func arithmeticStopsAtTheEndsOfTheRange() throws {
    let (first, last) = (Instant(microseconds: .min), Instant(microseconds: .max))
    #expect(first.description == "1899-12-31T16:00:00Z")
    #expect(last.description == "2199-12-31T15:59:59.999999Z")
    #expect(first.day() == .earliest)
    #expect(last.day() == .latest)
    #expect(Instant(first.description) == first)
    #expect(Instant(last.description) == last)
    #expect(last.adding(seconds: 1) == last)
    #expect(first.adding(seconds: .max) == last)
    #expect(last.adding(seconds: .min) == first)
    #expect(Instant(microseconds: 0).adding(seconds: -1).microseconds == -1_000_000)
    #expect(first < last)
  }
}

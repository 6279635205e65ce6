import Casework
import Testing

@Suite struct WhenTests {
  @Test(arguments: [
    ("2026-09-30", "2026-09-30"), ("2026年9月30日", "2026-09-30"), ("2026/9/30", "2026-09-30"), (" 2026-09 ", "2026-09"),
    ("２０２６年９月", "2026-09"), ("2026", "2026"), ("2026年", "2026"), ("2024-02-29", "2024-02-29"),
  ])
  func aDayAMonthOrAYearIsReadAndStaysOne(text: String, wire: String) throws {
    #expect(try When(wire: text).wire == wire)
  }

  @Test(arguments: [
    "", "2026-02-29", "2026-13", "2026-00", "2026-9-30", "26-09-30", "1899", "2200", "yesterday", "2026-09-30\0", "0",
    "2026-09-31", "2026-09-30T00:00:00Z",
  ])
  func whatNoCalendarHasIsRefused(text: String) {
    #expect(refusal { () throws(Refusal) in _ = try When(wire: text) }?.code == "date.unreadable")
  }
}

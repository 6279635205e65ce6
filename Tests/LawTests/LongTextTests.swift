import Law
import Testing

@Suite struct LongTextTests {
  // 100 kB each.
  static let texts: [String] = ["9", " ", "\0", "-", "@", "x@5", "约", "\u{0301}", "５", "1,000", "2026-09-30"].map {
    String(repeating: $0, count: 100_000 / $0.utf8.count)
  }

  @Test(arguments: texts) func aVeryLongTextIsRefusedQuickly(text: String) {
    let spent = ContinuousClock().measure {
      #expect(Day(text) == nil)
      #expect(PartialDay(text) == nil)
      #expect(Month(text) == nil)
      #expect(Instant(text) == nil)
      #expect(Citation(key: text) == nil)
      #expect(throws: Fen.Fault.self) { try Fen.parse(yuan: text).get() }
    }
    #expect(spent < .seconds(2))
  }
}

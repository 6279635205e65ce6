import Casework
import Testing

@Suite struct CaseNumberTests {
  @Test(arguments: [
    ("2026-000123", "2026-000123"), (" 2026-000123\n", "2026-000123"), ("2026-1000000", "2026-1000000"),
    ("2026-123456789012345678", "2026-123456789012345678"),
  ])
  func aNumberIsAYearAndSixDigitsOrMore(text: String, wire: String) throws {
    #expect(try CaseNumber(wire: text).wire == wire)
  }

  @Test(arguments: [
    "", "2026", "2026-", "-000123", "2026-00012", "26-000123", "2026-000123-1", "2026--000123", "2026_000123",
    "2026-00012a", "2026-0000000000000000001", "2026-000123\0", "٢٠٢٦-000123", "2026-000 123",
  ])
  func whatIsNoNumberIsRefused(text: String) {
    let refused = refusal { () throws(Refusal) in _ = try CaseNumber(wire: text) }
    #expect(refused?.code == "case.number")
    #expect(refused?.kind == .malformed)
  }
}

import Casework
import Testing

@Suite struct YuanTests {
  @Test(arguments: [
    ("0", "0.00"), ("35740.82", "35740.82"), ("12,000", "12000.00"), ("5万", "50000.00"), ("１２．５", "12.50"),
    ("¥3元", "3.00"), ("1000000000000", "1000000000000.00"),
  ])
  func anAmountIsReadAndPrintedWithTwoDecimals(text: String, wire: String) throws {
    #expect(try Yuan(wire: text).wire == wire)
  }

  @Test(arguments: [
    ("", "amount.unreadable"), ("NaN", "amount.unreadable"), ("1e18", "amount.unreadable"),
    ("12\0", "amount.unreadable"),
    ("-1", "amount.negative"), ("1000000000000.01", "amount.too-large"), ("1.234", "amount.too-fine"),
    ("约5万", "amount.vague"), ("5万余元", "amount.vague"),
  ])
  func whatIsNoAmountIsRefused(text: String, code: String) {
    let refused = refusal { () throws(Refusal) in _ = try Yuan(wire: text) }
    #expect(refused?.code == code)
    #expect(refused?.kind == .invalid)
    #expect(refused?.field == nil)
  }
}

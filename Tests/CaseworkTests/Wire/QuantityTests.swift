import Casework
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [
    ("0", "0"), ("000", "0"), ("34", "34"), ("007", "7"), ("1.50", "1.5"), ("0.000", "0"), ("0.001", "0.001"),
    ("1,200", "1200"), ("1，200", "1200"), (" 5 ", "5"), ("\u{3000}5", "5"), ("999999999999.999", "999999999999.999"),
    ("999,999,999,999.999", "999999999999.999"),
  ])
  func aQuantityIsReadInPlainForm(text: String, wire: String) throws {
    #expect(try Quantity(wire: text).wire == wire)
  }

  @Test(arguments: [
    "", " ", ".", "-1", "+1", "1.", ".5", "1.2.3", "1.2345", "1000000000000", "1e3", "五", "约5", "5件", "1 2", "5\0",
    "٥", "5\u{0301}",
  ])
  func whatIsNoQuantityIsRefused(text: String) {
    #expect(refusal { () throws(Refusal) in _ = try Quantity(wire: text) }?.code == "quantity.unreadable")
  }

  @Test(arguments: ["1,5", "1,2,3", ",5", "5,", "12,00", "1,2000"])
  func aCommaThatPartsNoGroupOfThreeIsRefused(text: String) {
    #expect(refusal { () throws(Refusal) in _ = try Quantity(wire: text) }?.code == "quantity.unreadable")
  }

  @Test(arguments: ["0", "5", "1.5", "999999999999.999"]) func whatAQuantityPrintsIsReadBack(text: String) throws {
    #expect(try Quantity(wire: Quantity(wire: text).wire).wire == text)
  }
}

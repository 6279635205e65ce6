import Casework
import Foundation
import Testing

@Suite struct TextTests {
  @Test(arguments: [
    ("灯湖服饰商行", "灯湖服饰商行"), (" a ", "a"), ("\u{3000}甲 乙\u{A0}", "甲 乙"), ("\n甲\n", "甲"), ("ＡＢ", "ＡＢ"),
    ("'; drop table case_file; --", "'; drop table case_file; --"), ("<b>&amp;", "<b>&amp;"),
  ])
  func aLineIsTrimmedAndOtherwiseKept(text: String, wire: String) throws {
    #expect(try Line(wire: text).wire == wire)
  }

  @Test(arguments: [
    ("", "text.empty"), ("  ", "text.empty"), ("\u{3000}\n", "text.empty"), ("a\0b", "text.control"),
    ("a\nb", "text.control"), ("a\tb", "text.control"), ("a\u{7F}b", "text.control"), ("a\u{85}b", "text.control"),
    ("\0", "text.control"),
  ])
  func whatIsNoLineIsRefused(text: String, code: String) {
    #expect(refusal { () throws(Refusal) in _ = try Line(wire: text) }?.code == code)
  }

  @Test(arguments: ["a", "案", "😀"]) func aLineHasAtMostTwoHundredScalars(scalar: String) throws {
    let text = String(repeating: scalar, count: 200)
    #expect(try Line(wire: text).wire == text)
    let refused = refusal { () throws(Refusal) in _ = try Line(wire: text + scalar) }
    #expect(refused?.code == "text.too-long")
    #expect(refused?.arguments["limit"] == .text("200"))
  }

  @Test func proseHasLinesAndAtMostFourThousandScalars() throws {
    #expect(try Prose(wire: "甲\n乙\t丙\r\n丁").wire == "甲\n乙\t丙\r\n丁")
    let text = String(repeating: "案", count: 4000)
    #expect(try Prose(wire: text).wire == text)
    #expect(refusal { () throws(Refusal) in _ = try Prose(wire: text + "案") }?.code == "text.too-long")
    #expect(refusal { () throws(Refusal) in _ = try Prose(wire: "a\0") }?.code == "text.control")
    #expect(refusal { () throws(Refusal) in _ = try Prose(wire: "\n") }?.code == "text.empty")
  }

  @Test func tenMillionBytesAreRefusedByEveryValue() {
    let long = String(repeating: "7", count: 10_000_000)
    #expect(refusal { () throws(Refusal) in _ = try Line(wire: long) }?.code == "text.too-long")
    #expect(refusal { () throws(Refusal) in _ = try Prose(wire: long) }?.code == "text.too-long")
    #expect(refusal { () throws(Refusal) in _ = try Yuan(wire: long) }?.code == "amount.unreadable")
    #expect(refusal { () throws(Refusal) in _ = try Quantity(wire: long) }?.code == "quantity.unreadable")
    #expect(refusal { () throws(Refusal) in _ = try When(wire: long) }?.code == "date.unreadable")
    #expect(refusal { () throws(Refusal) in _ = try CaseNumber(wire: long) }?.code == "case.number")
    #expect(refusal { () throws(Refusal) in _ = try AgencyCode(wire: long) }?.code == "agency.malformed")
  }

  @Test func aFieldThatCannotBeReadIsNamedByItsPath() throws {
    let json = #"{"role":"respondent","kind":"organisation","name":" ","identityNumber":null}"#
    let refused = #expect(throws: Refusal.self) {
      try JSONDecoder().decode([String: [Party]].self, from: Data(#"{"parties":[\#(json)]}"#.utf8))
    }
    #expect(refused?.code == "text.empty")
    #expect(refused?.field == "parties.0.name")
  }

  @Test(arguments: [
    (#"{"turnover":52000}"#, "52000.00" as String?), (#"{"turnover":"52000"}"#, "52000.00"),
    (#"{"turnover":52000.01}"#, nil), (#"{"turnover":true}"#, nil), (#"{"turnover":["5"]}"#, nil),
    (#"{"turnover":-1}"#, nil),
  ])
  func anAmountIsATextOrAWholeNumber(json: String, wire: String?) {
    let amounts = try? JSONDecoder().decode(Amounts.self, from: Data(json.utf8))
    #expect(amounts?.turnover?.wire == wire)
  }

  @Test func aValueIsEncodedAsItsText() throws {
    let json = try JSONEncoder().encode([try Yuan(wire: "5万")])
    #expect(String(decoding: json, as: UTF8.self) == #"["50000.00"]"#)
  }
}

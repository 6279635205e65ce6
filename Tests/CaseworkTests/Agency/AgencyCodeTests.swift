import Casework
import Testing

@Suite struct AgencyCodeTests {
  @Test(arguments: ["IPB", "TWN-GC", "A1", "ABCDEFGHIJKLMNOP"]) func aCodeHasTwoToSixteenPlaces(text: String) throws {
    #expect(try AgencyCode(wire: " \(text) ").rawValue == text)
  }

  @Test(arguments: [
    "", "A", "ABCDEFGHIJKLMNOPQ", "ipb", "1PB", "-PB", "IP B", "IP_B", "ＩＰＢ", "公安分局", "IPB\0", "I\u{0301}PB",
  ])
  func whatIsNoCodeIsRefused(text: String) {
    #expect(refusal { () throws(Refusal) in _ = try AgencyCode(wire: text) }?.code == "agency.malformed")
    #expect(AgencyCode(rawValue: text) == nil)
  }

  @Test func codesAreInAlphabeticalOrder() throws {
    let codes = try ["PSB", "CUL", "IPB"].map { try AgencyCode(wire: $0) }.sorted()
    #expect(codes.map(\.rawValue) == ["CUL", "IPB", "PSB"])
  }
}

import Casework
import Testing

@Suite struct IdentityFaultTests {
  @Test func codesAreDottedAndUnlike() {
    #expect(Set(IdentityFault.allCases.map(\.rawValue)).count == IdentityFault.allCases.count)
    #expect(IdentityFault.allCases.allSatisfy { $0.rawValue.split(separator: ".").count == 2 })
  }

  @Test(arguments: ["9", " ", "\0", "\u{0301}", "Ｘ", "ZL"]) func aVeryLongTextIsRefusedQuickly(unit: String) {
    let text = String(repeating: unit, count: 100_000 / unit.utf8.count)
    let spent = ContinuousClock().measure {
      #expect(throws: IdentityFault.usccLength) { try UnifiedSocialCreditCode(parsing: text) }
      #expect(throws: IdentityFault.residentIDLength) { try ResidentIdentityNumber(parsing: text) }
      #expect(throws: IdentityFault.patentFormat) { try PatentNumber(parsing: text) }
    }
    #expect(spent < .seconds(2))
  }

  @Test func nothingAfterManySpacesIsOverlooked() {
    let text = "91000000MA00000157" + String(repeating: " ", count: 300) + "0"
    #expect(throws: IdentityFault.usccLength) { try UnifiedSocialCreditCode(parsing: text) }
  }
}

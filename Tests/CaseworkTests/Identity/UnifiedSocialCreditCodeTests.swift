import Casework
import Testing

// Made for region 000000, which no place has, so that no real body is hit. Check characters computed in Python from
// GB 32100 and GB 11714, independently of this program, and confirmed by python-stdnum 2.2 (stdnum.cn.uscc), which
// takes digits only in the first 8 places and so cannot confirm N… and A….
private let valid = [
  "91000000MA00000157", "92000000MA0000031R", "N2000000MF0000021M", "91000000MA000004XL", "91000000MA00000900",
  "91000000PTUWXY012E", "A1000000JK0000124A",
  // The example in the documentation of python-stdnum.
  "91110000600037341L",
]

@Suite struct UnifiedSocialCreditCodeTests {
  @Test(arguments: valid) func aValidCodeIsAccepted(code: String) throws {
    #expect(try UnifiedSocialCreditCode(parsing: code).description == code)
  }

  @Test(arguments: [
    "91000000ma000004xl", " 91000000MA000004XL\t", "\u{3000}９１００００００ＭＡ０００００４ＸＬ", "９１００００００ｍａ０００００４ｘｌ",
  ])
  func caseWidthAndSpacesAroundDoNotMatter(text: String) throws {
    #expect(try UnifiedSocialCreditCode(parsing: text).description == "91000000MA000004XL")
  }

  @Test func theOrganisationCodeIsWithin() throws {
    #expect(try UnifiedSocialCreditCode(parsing: "91000000MA000004XL").organisationCode == "MA000004X")
  }

  @Test(arguments: [
    ("", IdentityFault.usccLength), ("91000000MA0000015", .usccLength), ("91000000MA000001577", .usccLength),
    ("000000000000000", .usccLength), ("91000000MA 00000157", .usccLength), ("91000000MA00000157\0", .usccLength),
    ("91000000MA0000015\u{0301}7", .usccLength), ("\u{FEFF}91000000MA00000157", .usccLength),
    ("91000000MA0000015\0", .usccAlphabet), ("91000000MA000001\u{0301}7", .usccAlphabet),
    ("9100000OMA00000157", .usccAlphabet), ("9I000000MA00000157", .usccAlphabet), ("91000000MA0000015Z", .usccAlphabet),
    ("91000000MA0000015S", .usccAlphabet), ("91000000MA0000015V", .usccAlphabet), ("91000000MA0000015-", .usccAlphabet),
    ("91000000MA000001\u{212A}7", .usccAlphabet), ("91000000MA00000١57", .usccAlphabet),
    ("91000000MA00000158", .usccCheck), ("91000000MA00000517", .usccCheck), ("91000000MA0000090Y", .usccCheck),
    // The last character fits, the 17th does not.
    ("91000000MA0000016A", .usccOrganisationCheck), ("91000000MA0000041X", .usccOrganisationCheck),
  ])
  func aFaultyCodeIsRefused(text: String, fault: IdentityFault) {
    #expect(throws: fault) { try UnifiedSocialCreditCode(parsing: text) }
  }

  @Test(arguments: valid) func everySingleWrongCharacterIsRefused(code: String) {
    for text in code.withOneWrong("0123456789ABCDEFGHJKLMNPQRTUWXY") {
      #expect(throws: IdentityFault.usccCheck) { try UnifiedSocialCreditCode(parsing: text) }
    }
  }
}

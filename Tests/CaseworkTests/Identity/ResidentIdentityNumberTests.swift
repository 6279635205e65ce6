import Casework
import Testing

// Made for region 000000, which no place has, so that no real person is hit. Check characters from python-stdnum 2.2
// (stdnum.cn.ric.calc_check_digit).
private let valid = ["000000199001010018", "000000200002291232", "00000019851231000X"]

@Suite struct ResidentIdentityNumberTests {
  @Test(arguments: [
    ("000000199001010018", "1990-01-01"), ("000000200002291232", "2000-02-29"), ("00000019851231000X", "1985-12-31"),
    // The example in the documentation of python-stdnum.
    ("360426199101010071", "1991-01-01"),
  ])
  func aValidNumberIsAcceptedWithItsDateOfBirth(text: String, birth: String) throws {
    let number = try ResidentIdentityNumber(parsing: text)
    #expect(number.number == text)
    #expect(number.birthDate.description == birth)
  }

  @Test(arguments: ["00000019851231000x", " 00000019851231000X ", "００００００１９８５１２３１０００ｘ", "\u{3000}00000019851231000X\t"])
  func caseWidthAndSpacesAroundDoNotMatter(text: String) throws {
    #expect(try ResidentIdentityNumber(parsing: text).number == "00000019851231000X")
  }

  @Test(arguments: [
    ("", IdentityFault.residentIDLength), ("000000900101001", .residentIDLength),
    ("00000019900101001", .residentIDLength), ("0000001990010100188", .residentIDLength),
    ("000000 19900101 0018", .residentIDLength), ("000000199001010018\0", .residentIDLength),
    ("000000199001010018\u{0301}", .residentIDLength), ("00000019900101001\0", .residentIDDigits),
    ("0000001990010100\u{0301}8", .residentIDDigits), ("X00000199001010018", .residentIDDigits),
    ("O00000199001010018", .residentIDDigits), ("00000019900101001A", .residentIDDigits),
    ("٠00000199001010018", .residentIDDigits), ("00000019900101001-", .residentIDDigits),
    // The check characters of these fit; the dates do not exist or are out of range.
    ("00000021000229001X", .residentIDBirthDate), ("000000200102290018", .residentIDBirthDate),
    ("000000190002290014", .residentIDBirthDate), ("000000200013010010", .residentIDBirthDate),
    ("000000189912310012", .residentIDBirthDate),
    ("000000199001010019", .residentIDCheck), ("00000019900101001X", .residentIDCheck),
    ("000000199001010081", .residentIDCheck),
  ])
  func aFaultyNumberIsRefused(text: String, fault: IdentityFault) {
    #expect(throws: fault) { try ResidentIdentityNumber(parsing: text) }
  }

  @Test(arguments: ["000000190002280019", "000000200002290010"])
  func aRealDateIsAccepted(text: String) throws {
    #expect(try ResidentIdentityNumber(parsing: text).number == text)
  }

  @Test(arguments: valid) func everySingleWrongDigitIsRefused(number: String) {
    for text in number.withOneWrong("0123456789X") {
      #expect(throws: IdentityFault.self) { try ResidentIdentityNumber(parsing: text) }
    }
  }

  @Test func aNumberShowsItselfMaskedOnly() throws {
    let number = try ResidentIdentityNumber(parsing: "360426199101010071")
    #expect(number.masked == "360*************71")
    #expect("\(number)" == number.masked)
    #expect(String(reflecting: number) == number.masked)
    #expect(!"\([number])".contains("19910101"))
  }
}

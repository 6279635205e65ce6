import Casework
import Testing

// Check characters computed in Python from ZC 0006-2003, independently of this program; 201710601862.3 and 95115608.X
// are published examples of the method.
private let valid = ["201710601862.3", "95115608.X", "202420000002.X", "98800001.6", "02399999.3"]

@Suite struct PatentNumberTests {
  @Test(arguments: [
    ("201710601862.3", PatentNumber.Kind.invention, 2017), ("95115608.X", .invention, 1995),
    ("200320100001.0", .utilityModel, 2003), ("202330000001.6", .design, 2023), ("200880000001.9", .invention, 2008),
    ("201090000001.1", .utilityModel, 2010), ("98800001.6", .invention, 1998), ("02399999.3", .design, 2002),
    ("202420000002.X", .utilityModel, 2024),
  ])
  func aValidNumberIsAccepted(text: String, kind: PatentNumber.Kind, year: Int) throws {
    let number = try PatentNumber(parsing: text)
    #expect(number.description == text)
    #expect(number.kind == kind)
    #expect(number.year == year)
    #expect(!number.granted)

    let patent = try PatentNumber(parsing: "ZL\(text)")
    #expect(patent.description == "ZL\(text)")
    #expect(patent.granted)
    #expect(patent.application == number.application)
  }

  @Test(arguments: [
    "ZL201710601862.3", "zl201710601862.3", "ZL 201710601862.3", "ZL2017 1 0601862.3", "ZL 2017 10601862.3",
    " ZL201710601862.3\t", "ＺＬ２０１７１０６０１８６２．３",
  ])
  func theseFormsAreTheSamePatent(text: String) throws {
    #expect(try PatentNumber(parsing: text).description == "ZL201710601862.3")
  }

  @Test func aSmallXIsTheCheckCharacterX() throws {
    #expect(try PatentNumber(parsing: "95 1 15608.x").description == "95115608.X")
  }

  @Test(arguments: [
    ("", IdentityFault.patentFormat), ("ZL", .patentFormat), ("201710601862", .patentFormat),
    ("2017106018623", .patentFormat), ("201710601862.", .patentFormat), ("201710601862.33", .patentFormat),
    ("20171060186.3", .patentFormat), ("2017106018620.3", .patentFormat), ("201710601862..3", .patentFormat),
    ("CN201710601862.3", .patentFormat), ("ZLZL201710601862.3", .patentFormat), ("ZL  201710601862.3", .patentFormat),
    ("2017  10601862.3", .patentFormat), ("20 1710601862.3", .patentFormat), ("201710601862 .3", .patentFormat),
    ("201710601862. 3", .patentFormat), ("201710601862.A", .patentFormat), ("201710601862。3", .patentFormat),
    ("201710601862.3\0", .patentFormat), ("2017106018\062.3", .patentFormat), ("201710601862.3\u{0301}", .patentFormat),
    ("20171060186\u{0301}2.3", .patentFormat), ("٢01710601862.3", .patentFormat),
    // The check characters of these fit.
    ("200210000001.3", .patentFormat), ("84100001.8", .patentFormat), ("04100001.3", .patentFormat),
    ("201740601862.X", .patentType), ("201700601862.8", .patentType), ("99900001.3", .patentCheck),
    ("201710601862.4", .patentCheck), ("201710601862.X", .patentCheck), ("201710608162.3", .patentCheck),
  ])
  func aFaultyNumberIsRefused(text: String, fault: IdentityFault) {
    #expect(throws: fault) { try PatentNumber(parsing: text) }
  }

  @Test(arguments: valid) func everySingleWrongCharacterIsRefused(number: String) {
    for text in number.withOneWrong("0123456789X.") {
      #expect(throws: IdentityFault.self) { try PatentNumber(parsing: text) }
    }
  }
}

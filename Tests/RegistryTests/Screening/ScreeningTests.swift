import Casework
import Law
import Registry
import TestSupport
import Testing

@Suite(.database) struct ScreeningTests {
  @Test func loggingAboveAThresholdKeepsAHit() async throws {
    let district = try await District()
    let number = try await Given.caseFile(by: district.handler, ScreenedFile.request(turnover: "62000"))
    #expect(try await ScreenedFile.findings(number, district) == ["213 met 1 213-2025-goods-turnover"])
    let hit = try #require(try await district.registry.screening(of: number, for: district.clerk).first)
    #expect(hit.number == number)
    #expect(hit.respondents == "灯湖服饰商行")
    #expect(hit.owner.rawValue == "IPB")
    #expect(hit.version == "2025")
    #expect(hit.arithmetic == "turnover 62000.00 >= 50000.00")
    #expect(hit.screenedAt == Given.now)
    #expect(!hit.isReferred)
    #expect(hit.reason == nil)
    #expect(hit.isOpen)
    #expect(try await district.registry.screeningHits(onlyOpen: true, for: district.handler) == [hit])
  }

  @Test func loggingALittleBelowKeepsANearMissThatIsNoHit() async throws {
    let district = try await District()
    let number = try await Given.caseFile(by: district.handler, ScreenedFile.request(turnover: "45000"))
    #expect(try await ScreenedFile.findings(number, district) == ["213 near 213-2025-goods-turnover"])
    #expect(try await district.registry.screening(of: number, for: district.handler).map(\.isOpen) == [false])
    #expect(try await district.registry.screeningHits(onlyOpen: false, for: district.handler).isEmpty)
  }

  @Test func loggingWithoutAnAmountFindsNothing() async throws {
    let district = try await District()
    let number = try await Given.caseFile(by: district.handler, ScreenedFile.request(rights: ["甲", "乙"]))
    #expect(try await ScreenedFile.findings(number, district).isEmpty)
  }

  @Test(
    arguments: [
      (.trademark, "20000", ["甲"], []), (.trademark, "35000", ["甲"], []),
      // Two marks need not be of two sources: whether they are is not known.
      (.trademark, "35000", ["甲", "乙"], ["213 unknown 213-2025-goods-two-marks-turnover"]),
      (.trademark, "500000", ["甲"], ["213 met 2 213-2025-goods-turnover"]),
      (.patent, "250000", ["甲"], ["216 met 1 216-2025-turnover"]),
      (.geographicalIndication, "900000", ["甲"], []),
    ] as [(IPType, String, [String], [String])])
  func aFileIsScreenedForTheOffencesOfItsKindOfRight(
    ipType: IPType, turnover: String, marks: [String], findings: [String]
  ) async throws {
    let district = try await District()
    let rights = ipType == .patent ? [] : marks
    let request = try ScreenedFile.request(
      ipType, turnover: turnover, rights: rights, identityNumber: ScreenedFile.number)
    let number = try await Given.caseFile(by: district.handler, request)
    #expect(try await ScreenedFile.findings(number, district) == findings)
  }

  // MARK: Sanctions before

  @Test(arguments: [
    ("2026-11-05", true), ("2024-11-10", true), ("2026-11-09", true),
    // Two years and a day before the conduct, and on the very day of it.
    ("2024-11-09", false), ("2026-11-10", false),
  ])
  func aPenaltyOfAnotherAgencyWithinTwoYearsMakesASmallerAmountAHit(day: String, isHit: Bool) async throws {
    let district = try await District()
    let request = try ScreenedFile.request(
      turnover: "35000", rights: ["甲"], identityNumber: ScreenedFile.number, leadOn: "2026-11-10")
    let before = try await Given.caseFile(by: district.handler, request)
    #expect(try await ScreenedFile.findings(before, district).isEmpty)
    let other = try await ScreenedFile.decided(
      ScreenedFile.request(respondent: "晨桥公司", identityNumber: ScreenedFile.number, leadOn: day), on: day,
      in: district)
    let number = try await Given.caseFile(by: district.handler, request)
    let hits = try await district.registry.screening(of: number, for: district.handler)
    #expect(
      try await ScreenedFile.findings(number, district)
        == (isHit ? ["213 met 1 213-2025-goods-repeat-turnover"] : []))
    // Of the other case it says nothing.
    for secret in [other.wire, "晨桥公司", "TWN-DL"] { #expect(!String(describing: hits).contains(secret), "\(secret)") }
    #expect(
      try await code { _ = try await district.registry.caseFile(other, for: district.handler) } == "case.unknown")
    let told = try await district.registry.reading(district.handler) { db in
      try db.all(
        """
        select s::text as value from earlier_sanctions(
          (select max(id) from case_file where owner_agency = 'IPB'), '2020-01-01') s
        """
      ) { row in
        try row["value"] as String
      }
    }
    #expect(told == ["(\(day),\(day),trademark)"])
    // Who may not see the file is told nothing of its respondents.
    let stranger = try await Given.officer("AGR", .caseOfficer)
    let toldStranger = try await district.registry.reading(stranger) { db in
      try db.all("select s::text as value from generate_series(1, 9) f, earlier_sanctions(f, '2020-01-01') s") { row in
        try row["value"] as String
      }
    }
    #expect(toldStranger == [])
  }

  @Test(
    arguments: [
      (.copyright, ScreenedFile.number, ["outcome": "penalty", "fine": "12000"]),
      (.trademark, nil, ["outcome": "penalty", "fine": "12000"]),
      (.trademark, ScreenedFile.number, ["outcome": "no-penalty"]),
    ] as [(IPType, String?, [String: String])])
  func aSanctionForAnotherKindOfOffenceOfSomebodyElseOrNoneDoesNotMakeItRepeated(
    ipType: IPType, identityNumber: String?, facts: [String: String]
  ) async throws {
    let district = try await District()
    _ = try await ScreenedFile.decided(
      ScreenedFile.request(ipType, identityNumber: identityNumber, leadOn: "2026-11-05"), on: "2026-11-05", as: facts,
      in: district)
    let number = try await Given.caseFile(
      by: district.handler,
      ScreenedFile.request(turnover: "35000", rights: ["甲"], identityNumber: ScreenedFile.number))
    #expect(try await ScreenedFile.findings(number, district).isEmpty)
  }
}

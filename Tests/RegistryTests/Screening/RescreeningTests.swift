import Casework
import Law
import Registry
import TestSupport
import Testing

/// Screening every stored file anew, on the administrator's connection.
@Suite(.database) struct RescreeningTests {
  private let owner = Registry(TestDatabase.owner)
  private let later = Given.now.adding(seconds: 3600)

  @Test func screeningAnewFindsTheVeryFindingsThatLoggingKept() async throws {
    let district = try await District()
    let number = ScreenedFile.number
    _ = try await ScreenedFile.decided(
      ScreenedFile.request(respondent: "晨桥公司", identityNumber: number, leadOn: "2026-11-05"), on: "2026-11-05",
      in: district)
    var requests = try [
      ScreenedFile.request(turnover: "62000"), ScreenedFile.request(turnover: "45000", rights: ["甲"]),
      ScreenedFile.request(turnover: "35000", rights: ["甲", "乙"]), ScreenedFile.request(rights: ["甲"]),
      ScreenedFile.request(turnover: "35000", rights: ["甲"], identityNumber: number),
      ScreenedFile.request(gainsNet: "25000", leadOn: "2026-11"), ScreenedFile.request(gainsNet: "310000"),
      ScreenedFile.request(goods: ["80000", "90000"]), ScreenedFile.request(goodsValue: "160000", goods: ["1"]),
      ScreenedFile.request(turnover: "1", goodsValue: "0"),
      ScreenedFile.request(.copyright, turnover: "60000", goodsValue: "400000", identityNumber: number),
      ScreenedFile.request(.patent, turnover: "190000"), ScreenedFile.request(.tradeSecret, gainsNet: "350000"),
      ScreenedFile.request(.geographicalIndication, turnover: "900000"),
      // Conduct under the law before 2025.
      ScreenedFile.request(turnover: "260000", leadOn: "2024-05-06"),
      ScreenedFile.request(goodsValue: "150000", leadOn: "2024"),
    ]
    var two = try ScreenedFile.request(turnover: "33000", rights: ["甲"], identityNumber: number)
    two.parties.append(
      Party(role: .respondent, kind: .organisation, name: try Line(wire: "岗背鞋厂"), identityNumber: nil))
    requests.append(two)
    for request in requests { _ = try await Given.caseFile(by: district.handler, request) }
    let before = try await ScreenedFile.stored()
    #expect(before.count > 12)
    let outcome = try await owner.screenAll(now: later)
    #expect(outcome.changed == 0)
    // All but the culture bureau's and the one without an amount.
    #expect(outcome.files == requests.count - 1)
    let hits = try await district.registry.screeningHits(onlyOpen: false, for: district.handler)
    #expect(outcome.hits == hits.count)
    #expect(try await ScreenedFile.stored() == before)
  }

  @Test func aFindingWhoseAmountNoLongerReachesIsDropped() async throws {
    let district = try await District()
    let number = try await Given.caseFile(by: district.handler, ScreenedFile.request(turnover: "62000", rights: ["甲"]))
    let other = try await Given.caseFile(by: district.handler, ScreenedFile.request(turnover: "62000"))
    // 45,000 yuan come near, 10,000 do not, and what is unknown is nothing.
    let changes = [
      ("4500000", ["213 near 213-2025-goods-turnover"], 1, 1), ("1000000", [], 1, 1),
      ("5000000", ["213 met 1 213-2025-goods-turnover"], 1, 2), ("null", [], 1, 1), ("null", [], 0, 1),
    ]
    for (fen, findings, changed, hits) in changes {
      try await District.tamper("update case_file set turnover_fen = \(fen) where number = '\(number.wire)'")
      let outcome = try await owner.screenAll(now: later)
      #expect(outcome.changed == changed, "\(fen)")
      #expect(outcome.hits == hits, "\(fen)")
      #expect(try await ScreenedFile.findings(number, district) == findings)
    }
    #expect(try await ScreenedFile.findings(other, district) == ["213 met 1 213-2025-goods-turnover"])
    #expect(
      try await district.registry.screening(of: other, for: district.handler).map(\.screenedAt) == [Given.now])
  }

  @Test func aPenaltyDecidedMeanwhileMakesALaterCaseAHit() async throws {
    let district = try await District()
    let number = try await Given.caseFile(
      by: district.handler,
      ScreenedFile.request(turnover: "35000", rights: ["甲"], identityNumber: ScreenedFile.number))
    _ = try await ScreenedFile.decided(
      ScreenedFile.request(identityNumber: ScreenedFile.number, leadOn: "2026-11-05"), on: "2026-11-05", in: district)
    let outcome = try await owner.screenAll(now: later)
    #expect(outcome.hits == 1)
    #expect(outcome.changed == 1)
    #expect(try await ScreenedFile.findings(number, district) == ["213 met 1 213-2025-goods-repeat-turnover"])
  }

  @Test(arguments: ["2026-11-10", "2026-11"])
  func thePenaltyOfACaseDoesNotMakeThatVeryCaseARepetition(lead: String) async throws {
    let district = try await District()
    let number = try await ScreenedFile.decided(
      ScreenedFile.request(
        turnover: "35000", rights: ["甲"], identityNumber: ScreenedFile.number, leadOn: lead),
      on: "2026-11-18", in: district)
    let town = try await owner.officer(login: "twn-dl.case-officer")
    #expect(try await ScreenedFile.findings(number, district, for: town).isEmpty)
    #expect(try await owner.screenAll(now: later).hits == 0)
    #expect(try await ScreenedFile.findings(number, district, for: town).isEmpty)
  }

  @Test func goodsThatAreWorthNothingAreScreenedAlikeBothTimes() async throws {
    let district = try await District()
    let request = try ScreenedFile.request(gainsNet: "35000", goods: ["0"])
    let number = try await Given.caseFile(by: district.handler, request)
    let before = try await district.registry.screening(of: number, for: district.handler)
    #expect(try await owner.screenAll(now: later).changed == 0)
    #expect(try await district.registry.screening(of: number, for: district.handler) == before)
  }

  @Test func theServiceItselfScreensNothingAnew() async throws {
    let district = try await District()
    let number = try await Given.caseFile(by: district.handler, ScreenedFile.request(turnover: "62000"))
    // Bound by row-level security without an officer, it sees no file and clears no finding.
    _ = try? await district.registry.screenAll(now: later)
    #expect(try await ScreenedFile.findings(number, district) == ["213 met 1 213-2025-goods-turnover"])
  }
}

import Casework
import Law
import Registry
import TestSupport
import Testing

@Suite(.database) struct CertificateTests {
  private let owner = Registry(TestDatabase.owner)

  private static func certificate(
    _ number: String, _ holder: String, agency: String = "IPB", from: String = "2015-01-01", to: String = "2030-12-31",
    revokedOn: String? = nil
  ) throws -> Certificate {
    Certificate(
      number: try Line(wire: number), agency: try AgencyCode(wire: agency), holder: try Line(wire: holder),
      validity: try #require(Day(from))...(try #require(Day(to))), revokedOn: revokedOn.flatMap { Day($0) })
  }

  /// The refusal that the filing of a case by these on 2026-11-05 meets.
  private func filed(_ officers: String, _ district: District) async throws -> Refusal? {
    let penalty = try await district.penalty(district.logged())
    try await district.act("verify", of: penalty, by: district.handler)
    return try await refusal {
      try await district.act(
        "file", ["officers": officers, "approver": "丁"], of: penalty, by: district.handler, on: "2026-11-05")
    }
  }

  @Test(
    arguments: [
      ("2026-11-05", "2026-11-05", nil, true), ("2026-11-06", "2030-12-31", nil, false),
      ("2015-01-01", "2026-11-04", nil, false), ("2015-01-01", "2030-12-31", "2026-11-05", false),
      ("2015-01-01", "2030-12-31", "2026-11-04", false), ("2015-01-01", "2030-12-31", "2026-11-06", true),
    ] as [(String, String, String?, Bool)])
  func aCertificateMustBeInForceOnTheDayOfTheAct(
    from: String, to: String, revokedOn: String?, granted: Bool
  ) async throws {
    let district = try await District()
    try await owner.record([Self.certificate("IPB-甲", "甲", from: from, to: to, revokedOn: revokedOn)])
    let refused = try await filed("甲、乙", district)
    #expect(refused?.code == (granted ? nil : "officer.no-certificate"))
    #expect(refused?.arguments["names"] == (granted ? nil : .text("甲")))
    #expect(refused?.field == (granted ? nil : "facts.officers"))
  }

  @Test func whoHasNoneIsNamedAndOneOfAnotherAgencyDoesNotCount() async throws {
    let district = try await District()
    #expect(try await filed("甲、丙", district)?.arguments["names"] == .text("丙"))
    try await owner.record([Self.certificate("CUL-戊", "戊", agency: "CUL")])
    #expect(try await filed("甲、戊", district)?.arguments["names"] == .text("戊"))
    try await owner.record([Self.certificate("IPB-戊", "戊")])
    #expect(try await filed("甲、戊", district) == nil)
  }

  @Test func ofTwoCertificatesOneInForceIsEnough() async throws {
    let district = try await District()
    try await owner.record([
      Self.certificate("IPB-甲", "甲", to: "2020-12-31"), Self.certificate("IPB-甲-2", "甲", from: "2021-01-01"),
    ])
    #expect(try await filed("甲、乙", district) == nil)
  }

  @Test func openingsAskForThemToo() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    func imposed(_ officers: String, on day: String?) async throws -> String? {
      let facts = District.seizure.merging(["officers": officers]) { $1 }
      return try await code {
        try await district.open(.measure, facts, in: number, from: penalty, by: district.handler, on: day)
      }
    }
    #expect(try await imposed("甲、丙", on: "2026-11-05") == "officer.no-certificate")
    #expect(try await imposed("甲、乙", on: "2026-11-05") == nil)
  }

  /// The day that an opening leaves out is today, for certificates as for everything else.
  @Test func anOpeningWithoutADayAsksForCertificatesOfToday() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    let refused = try await code {
      try await district.open(.measure, District.seizure, in: number, from: penalty, by: district.handler, on: nil)
    }
    #expect(refused == nil)
  }

  @Test func aFileThatBeginsOnTheSpotAsksForThem() async throws {
    let district = try await District()
    func logged(_ officers: String) async throws -> Refusal? {
      var request = try Given.request()
      request.proceeding = OpeningRequest(
        kind: .summary, facts: ["officers": officers, "partyKind": "organisation", "findings": "当场查获"])
      let asked = request
      return try await refusal { _ = try await Given.caseFile(by: district.handler, asked) }
    }
    #expect(try await logged("甲、丙")?.code == "officer.no-certificate")
    #expect(try await logged("甲、丙")?.field == "proceeding.facts.officers")
    #expect(try await logged("甲、乙") == nil)
  }

  @Test func aCertificateRecordedAgainGetsTheDaysGivenNow() async throws {
    let before = try await owner.certificates().count
    let first = try Self.certificate("粤执法001", "己", from: "2026-01-01", to: "2026-12-31")
    let again = try Self.certificate("粤执法001", "己", from: "2026-01-01", to: "2031-12-31", revokedOn: "2028-01-01")
    try await owner.record([first])
    try await owner.record([again])
    let kept = try await owner.certificates()
    #expect(kept.count == before + 1)
    #expect(kept.contains(again) && !kept.contains(first))
    let stranger = try Self.certificate("粤执法002", "己", agency: "NONE")
    #expect(try await code { try await owner.record([stranger]) } == "agency.unknown")
  }

  @Test func anAgencySeesItsOwnOnly() async throws {
    let district = try await District()
    let agencies = try await district.registry.reading(district.culture) { db in
      try db.all("select distinct agency from certificate") { try $0["agency"] as String }
    }
    #expect(agencies == ["CUL"])
  }
}

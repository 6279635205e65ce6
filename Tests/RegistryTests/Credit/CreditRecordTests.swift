import Casework
import Law
import Registry
import TestSupport
import Testing

/// What a check of credit may read, and for whom.
@Suite(.database) struct CreditRecordTests {
  private static let shop = "灯湖服饰商行"
  private static let store = "桂澜鞋店"
  private static let day = Day("2026-11-20") ?? .latest

  /// A file of the bureau's against these, with a proceeding that bears on credit.
  private func kept(
    _ kind: ProceedingKind, _ state: String, _ facts: String, against respondents: [String] = [Self.shop],
    identityNumber: String? = nil, in district: District
  ) async throws -> CaseNumber {
    var request = try Given.request()
    request.parties = try respondents.map {
      Party(
        role: .respondent, kind: .organisation, name: try Line(wire: $0),
        identityNumber: try identityNumber.map { try Line(wire: $0) })
    }
    request.parties.append(
      Party(role: .rightsHolder, kind: .organisation, name: try Line(wire: "云岭文化公司"), identityNumber: nil))
    let number = try await Given.caseFile(by: district.handler, request)
    try await District.tamper(
      """
      insert into proceeding (case_file, kind, state, agency, since, facts)
      select id, '\(kind.rawValue)', '\(state)', 'IPB', '2026-11-01', '\(facts)' from case_file
      where number = '\(number.wire)'
      """)
    return number
  }

  private func check(
    _ name: String = Self.shop, identity: String? = nil, by officer: Officer, in district: District
  ) async throws -> CreditCheck {
    try await district.registry.creditCheck(
      name: try Line(wire: name), identity: try identity.map { try Line(wire: $0) }, on: Self.day, for: officer)
  }

  private static let started = #"{"startsOn":"2026-05-01","startReason":"决定生效之日"}"#

  @Test(
    arguments: [
      (.exclusion, "flagged", started, "exclusion"),
      (.listing, "listed", #"{"listedOn":"2026-04-01"}"#, "listing"),
      (.finding, "under-measures", #"{"foundOn":"2026-04-01"}"#, "finding"),
      (.finding, "extended", #"{"foundOn":"2026-04-01","measuresUntil":"2027-06-30"}"#, "finding"),
      (.publicity, "published", #"{"publishedOn":"2026-10-01","publicityClass":"general"}"#, "publicity"),
    ] as [(ProceedingKind, String, String, String)])
  func whatIsPublicCountsWhicheverAgencyKeepsIt(
    kind: ProceedingKind, state: String, facts: String, reason: String
  ) async throws {
    let district = try await District()
    let number = try await kept(kind, state, facts, in: district)
    #expect(
      try await code { _ = try await district.registry.caseFile(number, for: district.culture) } == "case.unknown")
    for officer in [district.handler, district.culture, district.police] {
      let reasons = try await check(by: officer, in: district).reasons
      #expect(reasons.map(\.code) == [reason])
      // Who may not see the file is not told its number.
      let told = officer.agency == district.handler.agency ? number.wire : ""
      #expect(reasons.map(\.record.number.wire) == [told])
      #expect(reasons.map(\.record.agency.rawValue) == ["IPB"])
    }
  }

  @Test func anExclusionInForceBarsForThreeYearsFromItsFirstDay() async throws {
    let district = try await District()
    _ = try await kept(.exclusion, "flagged", Self.started, in: district)
    let found = try await check(by: district.culture, in: district)
    #expect(found.answer == .barred)
    #expect(found.reasons.first?.until?.description == "2029-05-01")
    #expect(found.reasons.first?.citation?.key == "guangdong-ip-regulation@49")
  }

  @Test(arguments: [(ProceedingKind.exclusion, "exclusion-proposed"), (.listing, "listing-proposed")])
  func whatIsOnlyProposedCountsForThoseWhoMaySeeTheFile(kind: ProceedingKind, reason: String) async throws {
    let district = try await District()
    _ = try await kept(kind, "proposed", "{}", in: district)
    for officer in [district.handler, district.prosecutor] {
      let found = try await check(by: officer, in: district)
      #expect(found.reasons.map(\.code) == [reason])
      #expect(found.answer == .caution)
    }
    for officer in [district.culture, district.police] {
      let found = try await check(by: officer, in: district)
      #expect(found.reasons.isEmpty)
      #expect(found.answer == .clear)
    }
  }

  @Test(
    arguments: [
      (.exclusion, "declined"), (.exclusion, "cleared"), (.exclusion, "ended"), (.listing, "not-listed"),
      (.listing, "removed-early"), (.listing, "removed"), (.listing, "cancelled"), (.finding, "repaired"),
      (.finding, "ended"), (.publicity, "to-publish"), (.publicity, "stopped"), (.publicity, "expired"),
      (.publicity, "withdrawn"),
    ] as [(ProceedingKind, String)])
  func whatIsOverOrRepairedIsNoReasonAnyMore(kind: ProceedingKind, state: String) async throws {
    let district = try await District()
    _ = try await kept(
      kind, state, #"{"startsOn":"2026-05-01","listedOn":"2026-04-01","foundOn":"2026-04-01"}"#, in: district)
    for officer in [district.handler, district.culture] {
      let found = try await check(by: officer, in: district)
      #expect(found.answer == .clear)
      #expect(found.reasons.isEmpty)
    }
  }

  @Test func ofSeveralRespondentsTheOneConcernedIsMeant() async throws {
    let district = try await District()
    let facts = #"{"startsOn":"2026-05-01","concerned":"\#(Self.shop)"}"#
    _ = try await kept(.exclusion, "flagged", facts, against: [Self.shop, Self.store], in: district)
    #expect(try await check(by: district.culture, in: district).answer == .barred)
    let other = try await check(Self.store, by: district.culture, in: district)
    #expect(other.answer == .clear && other.reasons.isEmpty)
    // The holder of the right was not punished.
    #expect(try await check("云岭文化公司", by: district.culture, in: district).reasons.isEmpty)
  }

  @Test func anEnterpriseIsKnownByItsNumberToo() async throws {
    let district = try await District()
    _ = try await kept(
      .exclusion, "flagged", Self.started, identityNumber: ScreenedFile.number, in: district)
    let renamed = try await check("佛山市灯湖公司", identity: ScreenedFile.number, by: district.culture, in: district)
    #expect(renamed.reasons.map(\.code) == ["exclusion"])
    #expect(try await check("佛山市灯湖公司", by: district.culture, in: district).reasons.isEmpty)
    #expect(
      try await check("佛山市灯湖公司", identity: "92000000MA0000031R", by: district.culture, in: district).reasons.isEmpty)
  }

  @Test func aNamesakeKnownByAnotherNumberIsSomebodyElse() async throws {
    let district = try await District()
    _ = try await kept(
      .exclusion, "flagged", Self.started, identityNumber: ScreenedFile.number, in: district)
    let other = try await check(identity: "92000000MA0000031R", by: district.culture, in: district)
    #expect(other.reasons.isEmpty)
    #expect(try await check(by: district.culture, in: district).reasons.map(\.code) == ["exclusion"])
  }

  @Test func aNumberTypedInSmallLettersIsTheSameNumber() async throws {
    let district = try await District()
    _ = try await kept(
      .exclusion, "flagged", Self.started, identityNumber: ScreenedFile.number, in: district)
    let small = ScreenedFile.number.lowercased()
    let found = try await check("佛山市灯湖公司", identity: small, by: district.culture, in: district)
    #expect(found.reasons.map(\.code) == ["exclusion"])
  }

  @Test func noMoreOfTheFileIsToldThanTheAnswerNeeds() async throws {
    let district = try await District()
    _ = try await kept(.exclusion, "flagged", Self.started, in: district)
    let record = try #require(try await check(by: district.culture, in: district).reasons.first?.record)
    #expect(record.known == ["startsOn": "2026-05-01"])
  }

  @Test func whoAsksForNoAgencyIsToldNothing() async throws {
    let district = try await District()
    _ = try await kept(.exclusion, "flagged", Self.started, in: district)
    let told = try await TestDatabase.service.read { db in
      try db.all("select number as value from credit_records('灯湖服饰商行', null)") { try $0["value"] as String }
    }
    #expect(told.isEmpty)
  }
}

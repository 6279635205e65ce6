import Casework
import Law
import Registry
import TestSupport
import Testing

@Suite(.database) struct ScreeningReasonTests {
  private func explain(
    _ number: CaseNumber, _ offence: String = "213", by officer: Officer, once: IdempotencyKey? = nil,
    in district: District, at now: Instant = Given.now
  ) async throws -> Done<CaseNumber> {
    let request = ScreeningReasonRequest(
      offence: try Line(wire: offence), reason: try Prose(wire: "权利人出具谅解书，证据不足"))
    return try await district.registry.explain(
      request, of: number, once: once ?? Given.once(), by: officer, now: now)
  }

  private func hit(by officer: Officer, turnover: String = "62000") async throws -> CaseNumber {
    try await Given.caseFile(by: officer, ScreenedFile.request(turnover: turnover))
  }

  @Test func aReasonIsRecordedByNameAndClosesTheHit() async throws {
    let district = try await District()
    let number = try await hit(by: district.handler)
    let later = Given.now.adding(seconds: 60)
    #expect(try await explain(number, by: district.handler, in: district, at: later).value == number)
    let found = try #require(try await district.registry.screening(of: number, for: district.clerk).first)
    let reason = try #require(found.reason)
    #expect(reason.text == "权利人出具谅解书，证据不足")
    #expect(reason.officer == district.handler.name)
    #expect(reason.agency == district.handler.agency)
    #expect(reason.recordedAt == later)
    #expect(!found.isOpen)
    #expect(try await district.registry.screeningHits(onlyOpen: true, for: district.handler).isEmpty)
    #expect(try await district.registry.screeningHits(onlyOpen: false, for: district.handler) == [found])
    #expect(
      try await District.look("select o.login as value from screening_reason r join officer o on o.id = r.officer")
        == [district.handler.login])
  }

  @Test func aReasonSentTwiceIsRecordedOnce() async throws {
    let district = try await District()
    let number = try await hit(by: district.handler)
    let once = try Given.once("the-same-key")
    #expect(try await !explain(number, by: district.handler, once: once, in: district).isReplay)
    #expect(try await explain(number, by: district.handler, once: once, in: district).isReplay)
    #expect(try await District.look("select count(*)::text as value from screening_reason") == ["1"])
  }

  @Test func aHitThatWasReferredIsNoLongerOpen() async throws {
    let district = try await District()
    let number = try await hit(by: district.handler)
    _ = try await district.referral(number, to: "approved")
    #expect(try await district.registry.screeningHits(onlyOpen: true, for: district.handler).map(\.number) == [number])
    let other = try await hit(by: district.handler)
    _ = try await district.referral(other, to: "sent")
    #expect(try await district.registry.screeningHits(onlyOpen: true, for: district.handler).map(\.number) == [number])
    let found = try #require(try await district.registry.screening(of: other, for: district.police).first)
    #expect(found.isReferred)
    #expect(!found.isOpen)
  }

  @Test func aReasonWhereThereIsNoHitIsRefused() async throws {
    let district = try await District()
    let hit = try await hit(by: district.handler)
    let near = try await self.hit(by: district.handler, turnover: "45000")
    for (number, offence) in [(hit, "214"), (near, "213"), (hit, "217"), (hit, "盗窃")] {
      let refused = try await refusal { _ = try await explain(number, offence, by: district.handler, in: district) }
      #expect(refused?.code == "screening.no-hit")
      #expect(refused?.field == "offence")
    }
    #expect(try await District.look("select count(*)::text as value from screening_reason") == ["0"])
  }

  @Test func onlyTheAgencyThatHasTheFileGivesAReason() async throws {
    let district = try await District()
    let number = try await hit(by: district.handler)
    let prosecutor = try await Given.officer("PRO", .caseOfficer)
    func refused(_ officer: Officer) async throws -> String? {
      try await code { _ = try await explain(number, by: officer, in: district) }
    }
    #expect(try await refused(district.culture) == "case.unknown")
    #expect(try await refused(prosecutor) == "case.no-power")
    #expect(try await refused(district.clerk) == "role.missing")
    let referral = try await district.referral(number, to: "sent")
    #expect(try await refused(district.police) == "case.no-power")
    try await district.act("receive", of: referral.id, by: district.police)
    #expect(try await refused(district.handler) == "case.not-yours")
    #expect(try await District.look("select count(*)::text as value from screening_reason") == ["0"])
    // The one who has it now would refer it to nobody.
    #expect(try await refused(district.police) == "case.no-power")
  }

  @Test func theProcuratorateSeesEveryHitAndItsReason() async throws {
    let district = try await District()
    let ours = try await hit(by: district.handler)
    let theirs = try await hit(by: district.culture, turnover: "70000")
    _ = try await explain(theirs, by: district.culture, in: district)
    let seen = try await district.registry.screeningHits(onlyOpen: false, for: district.prosecutor)
    #expect(seen.map(\.number) == [theirs, ours])
    #expect(seen.map(\.owner.rawValue) == ["CUL", "IPB"])
    #expect(seen.map { $0.reason?.text } == ["权利人出具谅解书，证据不足", nil])
    #expect(seen.first?.reason?.officer == district.culture.name)
    #expect(seen.first?.reason?.agency == district.culture.agency)
    #expect(try await district.registry.screeningHits(onlyOpen: true, for: district.prosecutor).map(\.number) == [ours])
  }

  @Test func anotherEnforcementAgencySeesNone() async throws {
    let district = try await District()
    let farming = try await Given.officer("AGR", .caseOfficer)
    let number = try await hit(by: district.handler)
    _ = try await explain(number, by: district.handler, in: district)
    for stranger in [farming, district.culture, district.police] {
      #expect(try await district.registry.screeningHits(onlyOpen: false, for: stranger).isEmpty)
      #expect(
        try await code { _ = try await district.registry.screening(of: number, for: stranger) } == "case.unknown")
      let seen = try await district.registry.reading(stranger) { db in
        try db.first("select (select count(*) from screening) + (select count(*) from screening_reason) as n") { row in
          try row["n"] as Int
        }
      }
      #expect(seen == 0)
    }
  }
}

import Casework
import Registry
import TestSupport
import Testing

/// The ways of a referral after its receipt, on two agencies' sides. Due days are reckoned by hand from referral.md A.2.
@Suite(.database) struct LadderTests {
  private let day = "2026-11-20"

  private func owner(_ number: CaseNumber, _ district: District) async throws -> String {
    try await district.registry.caseFile(number, for: district.handler).head.owner.rawValue
  }

  private func isSound() async throws -> Bool {
    try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty
  }

  /// Acts one after the other, on the same day.
  private func go(_ walk: [(act: String, by: Officer)], _ referral: Referral, _ district: District) async throws {
    for step in walk { try await district.act(step.act, of: referral.id, by: step.by, on: day) }
  }

  @Test func missingMaterialIsSuppliedInThreeDaysAndTheReceiptKeepsItsDay() async throws {
    let district = try await District()
    let number = try await district.logged()
    let referral = try await district.referral(number, to: "sent")
    try await go([("receive", district.police), ("request", district.police)], referral, district)
    // Three days end on Monday 23 November, both for the police who decide and for the agency that supplies.
    #expect(try await district.clocks(number).suffix(2) == ["R8 2026-11-23", "R6-supplement 2026-11-23"])
    #expect(try await district.liable(number).suffix(2) == ["R8 receiver PSB", "R6-supplement sender IPB"])
    #expect(try await owner(number, district) == "PSB")
    try await go([("supply", district.handler)], referral, district)
    #expect(
      try await district.clocks(number).suffix(2)
        == ["R8 2026-11-23", "R6-supplement 2026-11-23 satisfied 2026-11-20"])
    try await go([("file", district.police)], referral, district)
    #expect(try await isSound())
  }

  @Test func afterAReconsiderationThePoliceHaveTheFileAgain() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    let referral = try await district.referral(number, to: "received")
    try await go([("decline", district.police)], referral, district)
    #expect(try await owner(number, district) == "IPB")
    #expect(try await district.clocks(number).last == "R10a 2026-11-23")
    try await go([("reconsider", district.handler)], referral, district)
    #expect(try await district.registry.referral(referral.id, for: district.handler).isOpen)
    #expect(try await code { _ = try await district.referral(number) } == "referral.open")
    #expect(try await district.clocks(number).last == "R11 2026-11-23")
    try await go([("overturn", district.policeHead)], referral, district)
    #expect(try await owner(number, district) == "PSB")
    #expect(try await district.clocks(number).last == "R13 2026-11-23")
    #expect(try await code { try await district.act("verify", of: penalty, by: district.handler) } == "case.not-yours")
    try await go(
      [("hand-over", district.handler), ("take-over", district.police), ("conclude", district.police)], referral,
      district)
    #expect(try await isSound())
  }

  @Test func whatIsUpheldGoesToTheProcuratorateWithinThreeDaysAndIsFiledUnderItsSupervision() async throws {
    let district = try await District()
    let prosecutor = try await Given.officer("PRO", .clerk, .caseOfficer, login: "pro.handler")
    let number = try await district.logged()
    let referral = try await district.referral(number, to: "received")
    try await go(
      [("decline", district.police), ("reconsider", district.handler), ("uphold", district.police)], referral, district)
    #expect(try await district.clocks(number).last == "R12 2026-11-23")
    try await go([("seek-supervision", district.handler)], referral, district)
    #expect(try await district.clocks(number).last == "R12 2026-11-23 satisfied 2026-11-20")
    let notices = try await district.registry.notices(after: 0, limit: 50, for: prosecutor)
    #expect(notices.map(\.kind) == ["referral.seek-supervision"])
    #expect(
      try await code { try await go([("file-supervised", district.police)], referral, district) }
        == "referral.not-supervised")
    let request = OpeningRequest(
      kind: .filingSupervision, happenedOn: try When(wire: day), facts: ["police": "PSB"], origin: referral.id)
    _ = try await district.registry.open(request, in: number, once: Given.once(), by: prosecutor, now: Given.now)
    try await go([("file-supervised", district.policeHead)], referral, district)
    #expect(try await owner(number, district) == "PSB")
    #expect(try await isSound())
  }

  @Test func straightSupervisionNeedsNoReconsiderationAndPoliceFileWhatNobodyReopened() async throws {
    let district = try await District()
    let prosecutor = try await Given.officer("PRO", .clerk, .caseOfficer, login: "pro.handler")
    let number = try await district.logged()
    let referral = try await district.referral(number, to: "received")
    try await go([("decline", district.police)], referral, district)
    let request = OpeningRequest(
      kind: .filingSupervision, happenedOn: try When(wire: day), facts: ["police": "PSB"], origin: referral.id)
    _ = try await district.registry.open(request, in: number, once: Given.once(), by: prosecutor, now: Given.now)
    try await go([("file-supervised", district.police)], referral, district)
    #expect(try await owner(number, district) == "PSB")
    #expect(try await isSound())
  }

  @Test func whoLetsItRestHasTheCaseAgainAndDecidesIt() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    let referral = try await district.referral(number, to: "received")
    try await go([("decline", district.police), ("rest", district.handler)], referral, district)
    try await district.act("verify", of: penalty, by: district.handler)
    #expect(try await district.clocks(number).contains("R10a 2026-11-23 ended 2026-11-20"))
    #expect(try await code { try await go([("reconsider", district.handler)], referral, district) } == "act.ended")
    #expect(try await isSound())
  }

  @Test func aCasePassedOnIsSignedForByTheCompetentPoliceAndStaysWithTheFirstUntilThen() async throws {
    let district = try await District()
    try await District.tamper(
      """
      insert into agency (code, name_zh, name_en, kind, position, source)
      values ('PSB2', '邻区公安分局', 'Neighbouring Branch', 'police', 99, 'test')
      """)
    let other = try await Given.officer("PSB2", .clerk, .caseOfficer)
    let number = try await district.logged()
    let referral = try await district.referral(number, to: "received")
    #expect(
      try await code { _ = try await district.registry.referral(referral.id, for: other) } == "referral.unknown")
    try await go([("pass-on", district.police)], referral, district)
    #expect(try await owner(number, district) == "PSB")
    #expect(
      try await district.registry.notices(after: 0, limit: 9, for: other).map(\.kind) == ["referral.pass-on"])
    #expect(
      try await code { try await go([("withdraw", district.handler)], referral, district) } == "act.not-now")
    #expect(
      try await code { try await go([("receive", district.police)], referral, district) } == "referral.not-receiver")
    try await go([("receive", other)], referral, district)
    #expect(try await owner(number, district) == "PSB2")
    #expect(try await district.clocks(number).last == "R8 2026-11-23")
    try await go([("decline", other)], referral, district)
    #expect(try await owner(number, district) == "IPB")
    #expect(try await isSound())
  }

  @Test func forwardedBeyondTheRegisterItStaysOnTheLadderUntilSomebodyDecides() async throws {
    let district = try await District()
    let number = try await district.logged()
    let referral = try await district.referral(number, to: "received")
    try await go([("forward", district.police), ("inform", district.handler)], referral, district)
    #expect(try await district.registry.referral(referral.id, for: district.handler).isOpen)
    try await go([("decline", district.police)], referral, district)
    #expect(try await owner(number, district) == "IPB")
    #expect(try await isSound())
  }

  @Test func whatIsNotForThePoliceComesBackWithReasons() async throws {
    let district = try await District()
    let number = try await district.logged()
    let referral = try await district.referral(number, to: "received")
    try await go([("disclaim", district.police)], referral, district)
    #expect(try await owner(number, district) == "IPB")
    #expect(try await district.registry.referral(referral.id, for: district.handler).turn == nil)
    #expect(try await isSound())
  }

  // SORMAS #10489: after the hand-over the sender adds by message, not by editing.
  @Test func theSenderTellsWhatCameUpSinceAndDoesNotEditTheFile() async throws {
    let district = try await District()
    let number = try await district.logged()
    let referral = try await district.referral(number, to: "received")
    let supplement = SupplementRequest(parties: [try Given.request().parties[0]], reason: try Prose(wire: "又查明"))
    #expect(
      try await code {
        _ = try await district.registry.supplement(
          supplement, to: number, once: Given.once(), by: district.handler, now: Given.now)
      } == "case.not-yours")
    try await go([("inform", district.handler)], referral, district)
    #expect(
      try await district.registry.notices(after: 0, limit: 9, for: district.police).map(\.kind)
        == ["referral.send", "referral.inform"])
  }

  // SORMAS #8576: whoever has the database's password still cannot give a file to whoever did not sign for it.
  @Test func theDatabaseMovesAFileOnAReceiptOnly() async throws {
    let district = try await District()
    let number = try await district.logged()
    _ = try await district.referral(number, to: "sent")
    for agency in ["PSB", "CUL"] {
      await #expect(throws: (any Error).self) {
        try await District.tamper("update case_file set owner_agency = '\(agency)', held_since = now()")
      }
    }
    #expect(try await owner(number, district) == "IPB")
  }

  // Two at once: the police uphold while their head overturns; one of them wins, and there is one owner.
  @Test func ofTwoDecisionsOnAReconsiderationAtOnceOneStands() async throws {
    let district = try await District()
    for _ in 0..<5 {
      let number = try await district.logged()
      let referral = try await district.referral(number, to: "received")
      try await go([("decline", district.police), ("reconsider", district.handler)], referral, district)
      async let left = code { try await go([("overturn", district.policeHead)], referral, district) }
      async let right = code { try await go([("uphold", district.police)], referral, district) }
      let codes = try await [left, right]
      #expect(codes.count { $0 == nil } == 1)
      let state = try await district.registry.referral(referral.id, for: district.handler).state
      #expect(try await owner(number, district) == (state == "police-filed" ? "PSB" : "IPB"))
    }
    #expect(try await isSound())
  }
}

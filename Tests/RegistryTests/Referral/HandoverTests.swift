import Casework
import Registry
import TestSupport
import Testing

@Suite(.database) struct HandoverTests {
  private func owner(_ number: CaseNumber, _ district: District) async throws -> String {
    try await district.registry.caseFile(number, for: district.handler).head.owner.rawValue
  }

  @Test func theFileChangesHandsAtTheReceiptOnly() async throws {
    let district = try await District()
    let number = try await district.logged()
    let referral = try await district.referral(number)
    let way = [
      ("approve", district.head, "IPB", "approved"), ("send", district.handler, "IPB", "sent"),
      ("receive", district.police, "PSB", "received"), ("file", district.policeHead, "PSB", "police-filed"),
      ("conclude", district.police, "PSB", "concluded"),
    ]
    for (index, (act, officer, holder, state)) in way.enumerated() {
      let now = Given.now.adding(seconds: index + 1)
      try await district.act(act, of: referral.id, by: officer, at: now)
      let head = try await district.registry.caseFile(number, for: district.handler).head
      #expect(head.owner.rawValue == holder)
      #expect(head.heldSince == Given.now.adding(seconds: index < 2 ? 0 : 3))
      #expect(head.kind == .referral)
      #expect(head.state == state)
    }
    let concluded = try await district.registry.referral(referral.id, for: district.police)
    #expect(!concluded.isOpen)
    #expect(concluded.sentAt == Given.now.adding(seconds: 2))
    #expect(concluded.receivedAt == Given.now.adding(seconds: 3))
    #expect(concluded.decidedAt == Given.now.adding(seconds: 4))
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func aFileThatThePoliceDoNotFileReturnsToTheSenderWhoGoesOn() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    let referral = try await district.referral(number, to: "received")
    #expect(try await code { try await district.act("verify", of: penalty, by: district.handler) } == "case.not-yours")
    try await district.act("decline", of: referral.id, by: district.police)
    #expect(try await owner(number, district) == "IPB")
    try await district.act("verify", of: penalty, by: district.handler)
    #expect(
      try await code { try await district.act("file", of: penalty, by: district.police) } == "case.not-yours")
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  // 行政处罚法 art. 27: what is not punished as a crime, though it was concluded so far, comes back and is dealt with.
  @Test func aFileComesBackAlsoAfterItsReferralWasConcluded() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    let referral = try await district.referral(number, to: "concluded")
    #expect(try await owner(number, district) == "PSB")
    try await district.act(
      "return", ["ground": "exempted", "reason": "免予刑事处罚，应当给予行政处罚"], of: referral.id, by: district.police,
      on: "2026-11-05")
    #expect(try await owner(number, district) == "IPB")
    try await district.act("verify", of: penalty, by: district.handler)
    let kept = try await district.registry.entries(of: number, for: district.handler).filter {
      $0.milestone == .concluded
    }
    #expect(kept.map(\.act) == ["conclude"])
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func aFileMayBeReferredAgainOnceTheFirstReferralHasEnded() async throws {
    let district = try await District()
    let number = try await district.logged()
    let refusedOne = try await district.referral(number)
    try await district.act("refuse", of: refusedOne.id, by: district.head)
    let withdrawn = try await district.referral(number, to: "sent")
    try await district.act("withdraw", of: withdrawn.id, by: district.handler)
    let declined = try await district.referral(number, to: "received")
    try await district.act("decline", of: declined.id, by: district.police)
    _ = try await district.referral(number, to: "police-filed")
    #expect(try await owner(number, district) == "PSB")
    let all = try await district.registry.referrals(.outbox, for: district.handler)
    #expect(all.map(\.state) == ["police-filed", "police-not-filed", "withdrawn", "refused"])
    #expect(all.map(\.isOpen) == [false, false, false, false])
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test(arguments: ["drafted", "approved", "sent"]) func aSecondReferralIsRefusedWhileOneIsOpen(
    state: String
  ) async throws {
    let district = try await District()
    let number = try await district.logged()
    _ = try await district.referral(number, to: state)
    #expect(try await code { _ = try await district.referral(number) } == "referral.open")
  }

  @Test func theSenderDoesNotReferAFileThatThePoliceHave() async throws {
    let district = try await District()
    let number = try await district.logged()
    _ = try await district.referral(number, to: "received")
    #expect(try await code { _ = try await district.referral(number) } == "case.not-yours")
  }

  @Test func theDatabaseItselfAllowsOneOpenReferralAFile() async throws {
    let district = try await District()
    _ = try await district.referral(district.logged())
    await #expect(throws: (any Error).self) {
      try await District.tamper(
        """
        insert into proceeding (case_file, kind, state, agency, since) values (1, 'referral', 'drafted', 'IPB', now());
        insert into referral (proceeding, case_file, sending_agency, receiving_agency, basis, reason, drafted_at)
        values (currval('proceeding_id_seq'), 1, 'IPB', 'PSB', 'threshold', '因', now())
        """)
    }
  }

  @Test func whatWasDraftedIsReadBack() async throws {
    let district = try await District()
    let number = try await district.logged()
    let request = try district.request(revision: 1)
    let done = try await district.registry.draft(
      request, of: number, once: Given.once(), by: district.handler, now: Given.now)
    let referral = done.value
    #expect(!done.isReplay)
    #expect(referral.number == number)
    #expect(referral.summary == "涉嫌销售侵犯注册商标专用权的商品")
    #expect(referral.respondents == "灯湖服饰商行")
    #expect(referral.revision == 2)
    #expect(referral.sendingAgency.rawValue == "IPB")
    #expect(referral.receivingAgency.rawValue == "PSB")
    #expect(referral.offence == "214")
    #expect(referral.basis == .reasonableSuspicion)
    #expect(referral.reason == "有合理理由怀疑")
    #expect(referral.state == "drafted")
    #expect(referral.isOpen)
    #expect(referral.draftedAt == Given.now)
    #expect(referral.sentAt == nil)
    #expect(try await district.registry.referral(referral.id, for: district.clerk) == referral)
    let entry = try #require(try await district.registry.entries(of: number, for: district.handler).last)
    #expect(entry.act == "draft")
    #expect(entry.milestone == nil)
    #expect(entry.happenedOn?.description == "2026-11-20")
    #expect(
      entry.facts == [
        "receivingAgency": "PSB", "basis": "reasonable-suspicion", "reason": "有合理理由怀疑", "offence": "214",
      ])
  }

  @Test(arguments: [
    ("PSB", "999" as String?, "offence.unknown", "offence"), ("XX", nil, "agency.unknown", "receivingAgency"),
    ("IPB", nil, "referral.to-self", "receivingAgency"), ("CUL", nil, "referral.only-police", "receivingAgency"),
  ])
  func aDraftThatCannotBeIsRefused(receiver: String, offence: String?, code: String, field: String) async throws {
    let district = try await District()
    let number = try await district.logged()
    let refused = try await refusal {
      _ = try await district.registry.draft(
        district.request(receiver, offence: offence), of: number, once: Given.once(), by: district.handler,
        now: Given.now)
    }
    #expect(refused?.code == code)
    #expect(refused?.field == field)
    #expect(try await district.registry.caseFile(number, for: district.handler).head.revision == 1)
    #expect(try await district.registry.referrals(.all, for: district.handler).isEmpty)
  }

  @Test func aDraftOnAnOlderRevisionIsStale() async throws {
    let district = try await District()
    let number = try await district.logged()
    let refused = try await code {
      _ = try await district.registry.draft(
        district.request(revision: 9), of: number, once: Given.once(), by: district.handler, now: Given.now)
    }
    #expect(refused == "case.stale")
  }

  @Test func aPenaltyIsNotDecidedWhileTheReferralIsOut() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penaltyToDecide(number)
    let referral = try await district.referral(number, to: "sent")
    #expect(try await code { try await district.act("decide", of: penalty, by: district.head) } == "referral.out")
    try await district.act("withdraw", of: referral.id, by: district.handler)
    try await district.act("decide", of: penalty, by: district.head)
  }

  @Test func boxesHoldWhatIsTheirs() async throws {
    let district = try await District()
    let draft = try await district.referral(district.logged())
    let sent = try await district.referral(district.logged(), to: "sent")
    let done = try await district.referral(district.logged(), to: "police-filed")
    func ids(_ box: Referral.Box, _ officer: Officer) async throws -> [Int64] {
      try await district.registry.referrals(box, for: officer).map(\.id)
    }
    #expect(try await ids(.inbox, district.police) == [sent.id, done.id])
    #expect(try await ids(.outbox, district.police) == [])
    #expect(try await ids(.inbox, district.handler) == [])
    #expect(try await ids(.outbox, district.handler) == [draft.id, sent.id, done.id])
    #expect(try await ids(.all, district.prosecutor) == [draft.id, sent.id, done.id])
    #expect(try await ids(.all, district.culture) == [])
    #expect(
      try await code { _ = try await district.registry.referral(done.id, for: district.culture) } == "referral.unknown")
  }
}

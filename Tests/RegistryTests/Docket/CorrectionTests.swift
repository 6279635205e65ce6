import Casework
import Law
import Postgres
import Registry
import TestSupport
import Testing

/// Putting an entry of the docket right: who may, what may be, and what goes by it.
@Suite(.database) struct CorrectionTests {
  private func correct(
    _ district: District, _ number: CaseNumber, _ sequence: Int, by officer: Officer, on day: String? = nil,
    _ facts: [String: String]? = nil, revision: Int? = nil, once: IdempotencyKey? = nil, at now: Instant = Given.now
  ) async throws -> Done<Entry> {
    let request = CorrectionRequest(
      happenedOn: try day.map { try When(wire: $0) }, facts: facts, reason: try Prose(wire: "与审批表不符"),
      revision: revision)
    return try await district.registry.correct(
      sequence, of: number, request, once: once ?? Given.once(), by: officer, now: now)
  }

  /// A case that was filed on 2 November and is under investigation: lead, verify, file, investigate.
  private func filed(_ district: District) async throws -> CaseNumber {
    let number = try await district.logged(leadOn: "2026-10-28")
    let penalty = try await district.penalty(number)
    for (act, day) in [("verify", "2026-10-30"), ("file", "2026-11-02"), ("investigate", "2026-11-06")] {
      try await district.act(act, of: penalty, by: district.handler, on: day)
    }
    return number
  }

  @Test func theEntryStaysAndAnotherStandsInItsPlace() async throws {
    let district = try await District()
    let number = try await filed(district)
    let before = try await district.registry.entries(of: number, for: district.handler)
    let later = Given.now.adding(seconds: 60)
    let kept = try await correct(
      district, number, 2, by: district.handler, ["findings": "核查属实，另有库存"], at: later
    ).value
    #expect(kept.sequence == 5 && kept.corrects == 2 && kept.act == "verify" && kept.recordedAt == later)
    #expect(kept.facts == ["findings": "核查属实，另有库存", "correctionReason": "与审批表不符"])
    #expect(kept.happenedOn == before[1].happenedOn)
    let after = try await district.registry.entries(of: number, for: district.handler)
    #expect(after.dropLast() == before[...] && after.last == kept)
    let file = try await district.registry.caseFile(number, for: district.handler)
    #expect(file.head.revision == 5 && file.head.state == "investigation")
    #expect(file.proceedings[0].known["findings"] == "核查属实，另有库存")
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func whatWasPutRightIsPutRightAgainInTheLaterEntry() async throws {
    let district = try await District()
    let number = try await filed(district)
    _ = try await correct(district, number, 3, by: district.handler, on: "2026-11-03")
    let refused = try await refusal {
      _ = try await correct(district, number, 3, by: district.handler, on: "2026-11-04")
    }
    #expect(refused?.code == "correction.superseded" && refused?.arguments["entry"] == .text("5"))
    let again = try await correct(district, number, 5, by: district.handler, on: "2026-11-04").value
    #expect(again.corrects == 5 && again.sequence == 6)
    let standing = try await district.registry.entries(of: number, for: district.handler).standing
    #expect(standing.map(\.sequence) == [1, 2, 6, 4])
    #expect(
      try await district.clocks(number) == ["P1 2026-11-18 satisfied 2026-11-04", "P16 2027-02-02"])
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  /// 行政处罚法 (2021) art. 60: ninety days from the day of filing.
  @Test func clocksGoByTheDayPutRight() async throws {
    let district = try await District()
    let number = try await filed(district)
    #expect(try await district.clocks(number).contains("P16 2027-01-31"))
    _ = try await correct(district, number, 3, by: district.handler, on: "2026-11-05")
    #expect(try await district.clocks(number).contains("P16 2027-02-03"))
    #expect(try await district.clocks(number).contains("P1 2026-11-18 satisfied 2026-11-05"))
    #expect(try await District.dueDay(number) == "2027-02-03")
    // The lead came a day later: fifteen working days from then.
    _ = try await correct(district, number, 1, by: district.handler, on: "2026-10-29")
    #expect(try await district.clocks(number).contains("P1 2026-11-19 satisfied 2026-11-05"))
  }

  /// 行政处罚法 (2021) art. 60; 市场监督管理行政处罚程序规定 (2022) art. 64: the time of an appraisal does not count.
  @Test func whatDidNotCountGoesByTheDaysPutRight() async throws {
    let district = try await District()
    let (number, penalty) = try await district.filed()
    try await district.act("pause", ["pause": "appraisal"], of: penalty, by: district.handler, on: "2026-09-10")
    let begun = try #require(try await district.registry.entries(of: number, for: district.handler).last).sequence
    // It still lasts: nothing is reckoned yet.
    let later = try await correct(district, number, begun, by: district.handler, on: "2026-09-11").value
    #expect(try await district.clocks(number).last == "P16 -")
    try await district.act("resume", ["pause": "appraisal"], of: penalty, by: district.handler, on: "2026-09-19")
    let ended = try #require(try await district.registry.entries(of: number, for: district.handler).last).sequence
    // 11 to 19 September, both included: nine days after 30 November.
    #expect(try await district.clocks(number).last == "P16 2026-12-09")
    _ = try await correct(district, number, later.sequence, by: district.handler, on: "2026-09-12")
    #expect(try await district.clocks(number).last == "P16 2026-12-08")
    _ = try await correct(district, number, ended, by: district.handler, on: "2026-09-17")
    #expect(try await district.clocks(number).last == "P16 2026-12-06")
    #expect(try await District.dueDay(number) == "2026-12-06")
  }

  @Test func aDayThatWasNotKnownMakesItsClockReckonable() async throws {
    let district = try await District()
    let number = try await district.logged(leadOn: "2026-11")
    #expect(try await district.clocks(number) == ["P1 -"])
    _ = try await correct(district, number, 1, by: district.handler, on: "2026-11-02")
    #expect(try await district.clocks(number) == ["P1 2026-11-23"])
    #expect(
      try await code { _ = try await correct(district, number, 2, by: district.handler, on: "2026-10") }
        == "clock.day-needed")
  }

  @Test(arguments: [
    ("2026-10-29", "date.before-last-act"), ("2026-11-07", "correction.order"), ("2026-12-30", "date.future"),
    ("2026-11-02", "correction.empty"),
  ])
  func aDayStaysInItsPlace(day: String, expected: String) async throws {
    let district = try await District()
    let number = try await filed(district)
    #expect(try await code { _ = try await correct(district, number, 3, by: district.handler, on: day) } == expected)
    #expect(try await district.registry.entries(of: number, for: district.handler).count == 4)
  }

  @Test func whatDecidedHowTheCaseWentOnStays() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    for act in ["verify", "file", "investigate", "conclude"] {
      try await district.act(act, of: penalty, by: district.handler)
    }
    try await district.act("agree", of: penalty, by: district.reviewer)
    try await district.act("notify", of: penalty, by: district.handler)
    try await district.act("waive", of: penalty, by: district.handler)
    try await district.act("decide", of: penalty, by: district.head)
    for (facts, expected) in [
      (["outcome": "none"], "correction.fact-fixed"), (["colour": "red"], "fact.unknown"),
      (["fine": "x"], "amount.unreadable"),
      (["fine": "", "confiscated": ""], "decision.empty"), (["fine": "12000.00"], "correction.empty"),
    ] {
      #expect(
        try await code { _ = try await correct(district, number, 9, by: district.head, facts) } == expected, "\(facts)")
    }
    // Taken away, and the other amount stays.
    let kept = try await correct(district, number, 9, by: district.head, ["confiscated": ""]).value
    #expect(kept.facts["confiscated"] == nil && kept.facts["fine"] == "12000.00")
    #expect(
      try await District.look(
        "select concat(fine_fen, '/', confiscated_fen) as value from entry where corrects is not null")
        == ["1200000/"])
  }

  @Test func onlyTheAgencyThatRecordedItAndWhoeverMayDoTheActCorrects() async throws {
    let district = try await District()
    let number = try await district.logged()
    let referral = try await district.referral(number, to: "received")
    let entries = try await district.registry.entries(of: number, for: district.police)
    let sent = try #require(entries.first { $0.act == "send" }).sequence
    #expect(
      try await code { _ = try await correct(district, number, sent, by: district.police, on: "2026-11-04") }
        == "correction.not-yours")
    #expect(
      try await code { _ = try await correct(district, number, sent, by: district.reviewer, on: "2026-11-04") }
        == "role.missing")
    #expect(
      try await code { _ = try await correct(district, number, sent, by: district.culture, on: "2026-11-04") }
        == "case.unknown")
    #expect(
      try await code { _ = try await correct(district, number, 99, by: district.handler, on: "2026-11-04") }
        == "entry.unknown")
    // The police have the file; the entries of before are still the agency's own.
    let report = try #require(entries.first { $0.act == "report" }).sequence
    let earlier = try await correct(district, number, report, by: district.handler, ["findings": "涉嫌犯罪，数额较大"])
    #expect(earlier.value.agency == district.handler.agency)
    let received = try #require(entries.first { $0.act == "receive" })
    let kept = try await correct(district, number, received.sequence, by: district.police, on: "2026-11-06").value
    #expect(kept.proceeding == referral.id && kept.agency == district.police.agency)
  }

  @Test func whoApprovesStaysApartFromThoseWhoHandle() async throws {
    let district = try await District()
    let number = try await filed(district)
    #expect(
      try await code { _ = try await correct(district, number, 3, by: district.handler, ["approver": "甲"]) }
        == "fact.approver-handles")
    let kept = try await correct(district, number, 3, by: district.handler, ["approver": "戊"]).value
    #expect(kept.facts["approver"] == "戊" && kept.facts["officers"] == "甲、乙")
  }

  @Test func twoAtOnceCorrectItOnce() async throws {
    let district = try await District()
    let number = try await filed(district)
    async let left = code {
      _ = try await correct(district, number, 3, by: district.handler, on: "2026-11-03", revision: 4)
    }
    async let right = code {
      _ = try await correct(district, number, 3, by: district.handler, on: "2026-11-04", revision: 4)
    }
    let codes = try await [left, right]
    #expect(codes.count { $0 == nil } == 1 && codes.contains("case.stale"))
    #expect(try await district.registry.entries(of: number, for: district.handler).count == 5)
  }

  @Test func sentTwiceItIsDoneOnce() async throws {
    let district = try await District()
    let number = try await filed(district)
    let once = try Given.once()
    let first = try await correct(district, number, 3, by: district.handler, on: "2026-11-03", once: once)
    let second = try await correct(district, number, 3, by: district.handler, on: "2026-11-03", once: once)
    #expect(!first.isReplay && second.isReplay && first.value == second.value)
  }

  @Test func aSupplementCannotBeCorrected() async throws {
    let district = try await District()
    let number = try await district.logged()
    let more = try SupplementRequest(amounts: Given.amounts(goodsValue: "5000"), reason: Prose(wire: "查明"))
    _ = try await district.registry.supplement(more, to: number, once: Given.once(), by: district.clerk, now: Given.now)
    #expect(
      try await code { _ = try await correct(district, number, 2, by: district.clerk, on: "2026-11-03") }
        == "correction.fixed-act")
  }
}

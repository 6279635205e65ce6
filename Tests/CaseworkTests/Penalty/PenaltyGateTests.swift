import Casework
import Law
import Testing

/// What must hold between the conclusion of an investigation and the end of the case.
@Suite struct PenaltyGateTests {
  private let handler = Sample.officer(.caseOfficer)
  private let head = Sample.officer(.head)
  private let clerk = Sample.officer(.clerk)

  // 程序规定 art. 57: five working days; to speak in them does not end them.
  @Test(arguments: ["decide", "submit"]) func thePartysTimeIsWaitedFor(act: String) {
    let around = Sample.running("P9", until: "2026-11-10", of: .penalty)
    let facts = act == "decide" ? ["outcome": "penalty", "fine": "1000"] : [:]
    let officer = act == "decide" ? head : handler
    let early = Sample.refused(Sample.penalty("notice"), act, facts, by: officer, on: "2026-11-10", around)
    #expect(early?.code == "clock.wait")
    #expect(early?.citation?.key == "samr-procedure@57")
    #expect(Sample.refused(Sample.penalty("notice"), act, facts, by: officer, on: "2026-11-11", around) == nil)
  }

  @Test(arguments: [("penalty", "fact.choice"), ("no-penalty", nil), ("not-proven", nil), ("to-other-agency", nil)])
  func withoutANoticeNothingIsImposed(outcome: String, code: String?) {
    #expect(Sample.refused(Sample.penalty("reviewed"), "decide", ["outcome": outcome], by: head)?.code == code)
  }

  // Art. 60: the discussion is of the investigation as it was concluded last.
  @Test func theHeadsDiscussWhatWasConcludedLast() throws {
    let heavy = ["proposal": "建议处罚", "major": "yes"]
    let concluded = try Sample.penalty("investigation").step(
      Sample.request("conclude", heavy), by: handler, in: Sample.file(), on: Sample.today)
    #expect(concluded.facts["discussed"] == "no")
    let discussed = try Sample.penalty("notice").step(
      Sample.request("discuss", ["heads": "丙、丁", "discussion": "一致同意"]), by: head, in: Sample.file(),
      on: Sample.today)
    #expect(discussed.facts["discussed"] == "yes")
    let facts = ["outcome": "penalty", "fine": "1000"]
    let known = concluded.facts.merging(discussed.facts) { $1 }
    #expect(Sample.refused(Sample.penalty("notice", known: known), "decide", facts, by: head) == nil)
    let again = known.merging(concluded.facts) { $1 }
    let refused = Sample.refused(Sample.penalty("notice", known: again), "decide", facts, by: head)
    #expect(refused?.code == "decision.undiscussed")
    #expect(refused?.citation?.key == "samr-procedure@60.2")
    let stray = Sample.refused(
      Sample.penalty("investigation"), "conclude", ["proposal": "建议处罚", "discussed": "yes"], by: handler)
    #expect(stray?.code == "fact.unknown")
  }

  // Art. 82: a public notice serves when its time is over.
  @Test func aPublicNoticeServesWhenItsTimeIsOver() throws {
    let begun = try Sample.penalty("decision").step(
      Sample.request("serve-by-notice", ["reason": "下落不明"]), by: clerk, in: Sample.file(), on: Sample.today)
    #expect(begun.facts["mode"] == "public-notice")
    #expect(begun.rule.milestone == nil)
    let around = Sample.running("P18", until: "2026-11-10", of: .penalty)
    let early = Sample.refused(Sample.penalty("notice-service"), "deem-served", by: clerk, on: "2026-11-10", around)
    #expect(early?.code == "clock.wait")
    #expect(early?.citation?.key == "samr-procedure@82")
    #expect(
      Sample.refused(Sample.penalty("notice-service"), "deem-served", by: clerk, on: "2026-11-11", around) == nil)
    #expect(
      Sample.refused(Sample.penalty("decision"), "serve", ["mode": "public-notice"], by: clerk)?.code == "fact.choice")
  }

  @Test(
    arguments: [
      ("published", 1, true), ("pushed", 1, true), ("expired", 1, true), ("to-publish", 1, false),
      ("checked", 1, false), ("withdrawn", 1, false), ("published", 7, false),
    ] as [(String, Int64, Bool)])
  func thePublicityComesFirst(state: String, origin: Int64, granted: Bool) throws {
    let file = try Sample.file(others: [Sibling(id: 9, kind: .publicity, state: state, origin: origin)])
    let refused = Sample.refused(Sample.penalty("service"), "publish", by: clerk, in: file)
    #expect(refused?.code == (granted ? nil : "publicity.first"))
  }

  @Test(
    arguments: [
      (["fine": "1000.00"], "performed", nil, "execution.missing"), (["fine": "1000.00"], "other", nil, nil),
      (["confiscated": "10.00"], "performed", nil, "execution.missing"), (["fine": "1000.00"], "performed", 1, nil),
      (["fine": "1000.00"], "performed", 7, "execution.missing"), ([:], "performed", nil, nil),
    ] as [([String: String], String, Int64?, String?)])
  func whatWasPerformedHasAnExecution(known: [String: String], ground: String, origin: Int64?, code: String?) throws {
    let executions = origin.map { [Sibling(id: 9, kind: .execution, state: "closed", origin: $0)] } ?? []
    let penalty = Proceeding(
      id: 1, kind: .penalty, state: "service", agency: Sample.bureau, receiver: nil, handledBy: [], known: known)
    let refused = Sample.refused(
      penalty, "close", ["ground": ground], by: head, in: try Sample.file(others: executions))
    #expect(refused?.code == code)
    #expect(refused?.citation?.key == code.map { _ in "samr-procedure@77" })
  }

  @Test(
    arguments: [
      (ProceedingKind.referral, "police-not-filed", true), (.referral, "returned", true), (.referral, "sent", false),
      (.referral, "withdrawn", false), (.opinion, "delivered", true), (.tip, "received", false),
    ] as [(ProceedingKind, String, Bool)])
  func onlyACaseThatComesBackRunsAnew(kind: ProceedingKind, state: String, granted: Bool) throws {
    let file = try Sample.file(others: [Sibling(id: 9, kind: kind, state: state)])
    for from in ["lead", "investigation"] {
      let refused = Sample.refused(Sample.penalty(from), "reopen", ["reason": "退回"], by: head, in: file)
      #expect(refused?.code == (granted ? nil : "reopen.not-returned"))
    }
  }

  // Art. 46: the head suspends, on one of five grounds.
  @Test func theHeadSuspendsOnAGround() throws {
    let facts = ["suspensionGround": "party-missing", "reason": "下落不明"]
    let step = try Sample.penalty("investigation").step(
      Sample.request("suspend", facts), by: head, in: Sample.file(), on: Sample.today)
    #expect(step.facts["pause"] == "suspension")
    #expect(step.rule.citation?.key == "samr-procedure@46")
    #expect(Sample.refused(Sample.penalty("investigation"), "suspend", facts, by: handler)?.code == "role.missing")
    let free = Sample.refused(Sample.penalty("investigation"), "pause", ["pause": "suspension"], by: handler)
    #expect(free?.code == "fact.choice")
    let again = Sample.refused(
      Sample.penalty("investigation", pausedFor: [.suspension]), "suspend", facts, by: head)
    #expect(again?.code == "clock.paused")
    let other = Sample.refused(
      Sample.penalty("investigation"), "suspend", ["suspensionGround": "death", "reason": "x"], by: head)
    #expect(other?.code == "fact.choice")
    let resumed = Sample.refused(
      Sample.penalty("investigation", pausedFor: [.suspension]), "resume", ["pause": "suspension"], by: handler)
    #expect(resumed == nil)
  }
}

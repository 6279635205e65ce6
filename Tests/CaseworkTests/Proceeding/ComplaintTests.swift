import Casework
import Law
import Testing

@Suite struct ComplaintTests {
  private let handler = Sample.officer(.caseOfficer)

  private func facts(_ changes: [String: String?] = [:]) -> [String: String] {
    var facts = [
      "complainant": "陈先生", "capacity": "consumer", "claim": "请求退款", "forDailyUse": "yes", "intake": "counter",
    ]
    for (name, value) in changes { facts[name] = value }
    return facts
  }

  private func complaint(_ state: String, known: [String: String] = [:]) -> Proceeding {
    Proceeding(
      id: 1, kind: .complaint, state: state, agency: Sample.bureau, receiver: nil, handledBy: [], known: known)
  }

  @Test func aRightHoldersComplaintIsNoConsumerDispute() {
    let refused = Sample.refused(opening: .complaint, facts(["capacity": "rights-holder"]), by: handler)
    #expect(refused?.code == "complaint.not-consumer")
    #expect(refused?.field == "facts.capacity")
    #expect(refused?.citation?.key == "complaint-measures@3")
    #expect(Sample.refused(opening: .complaint, facts(), by: handler) == nil)
  }

  @Test(arguments: ["station", "market", "platform"]) func theWorkstationMarketOrPlatformIsNamed(intake: String) {
    let refused = Sample.refused(opening: .complaint, facts(["intake": intake]), by: handler)
    #expect(refused?.code == "fact.needed")
    #expect(refused?.field == "facts.intakePlace")
    let named = facts(["intake": intake, "intakePlace": "大沥布匹市场"])
    #expect(Sample.refused(opening: .complaint, named, by: handler) == nil)
  }

  @Test(arguments: ["hotline", "counter", "other"]) func otherWaysNeedNoName(intake: String) {
    #expect(Sample.refused(opening: .complaint, facts(["intake": intake]), by: handler) == nil)
  }

  @Test func nothingIsBoughtAfterTheComplaint() {
    let refused = Sample.refused(opening: .complaint, facts(["purchasedOn": "2026-11-06"]), by: handler)
    #expect(refused?.code == "fact.day-future")
    #expect(Sample.refused(opening: .complaint, facts(["purchasedOn": "2026-11-05"]), by: handler) == nil)
  }

  @Test(arguments: ["complainant", "capacity", "claim", "forDailyUse", "intake"]) func aComplaintIsComplete(
    fact: String
  ) {
    let refused = Sample.refused(opening: .complaint, facts([fact: nil]), by: handler)
    #expect(refused?.code == "fact.missing")
    #expect(refused?.field == "facts.\(fact)")
  }

  @Test(arguments: [Sample.customs, Sample.police, Sample.justice, Sample.station])
  func onlyMarketRegulationTakesComplaints(agency: AgencyCode) throws {
    let officer = Sample.officer(of: agency, .caseOfficer)
    let refused = Sample.refused(opening: .complaint, facts(), by: officer, in: try Sample.file(owner: agency))
    #expect(refused?.code == "proceeding.not-ours")
  }

  @Test func whatWasNotBoughtForDailyUseIsNotAccepted() {
    let refused = Sample.refused(complaint("received", known: ["forDailyUse": "no"]), "accept", by: handler)
    #expect(refused?.code == "complaint.not-daily-use")
    #expect(refused?.citation?.key == "complaint-measures@16")
    #expect(Sample.refused(complaint("received", known: ["forDailyUse": "yes"]), "accept", by: handler) == nil)
  }

  @Test(arguments: ["nonAcceptance", "reason", "otherRemedies"])
  func aRefusalHasItsGroundItsReasonsAndOtherRemedies(fact: String) {
    var facts = ["nonAcceptance": "other-duty", "reason": "属于其他部门", "otherRemedies": "可以向法院起诉"]
    #expect(Sample.refused(complaint("received"), "refuse", facts, by: handler) == nil)
    facts[fact] = nil
    let refused = Sample.refused(complaint("received"), "refuse", facts, by: handler)
    #expect(refused?.code == "fact.missing")
    #expect(refused?.field == "facts.\(fact)")
  }

  @Test(
    arguments: [
      ("2026-11-05", nil), ("2026-11-06", nil), ("2026-11-07", "complaint.mediation-over"),
    ] as [(String, String?)])
  func anAgreementIsReachedWhileTheMediationLasts(day: String, code: String?) {
    let around = Sample.running("T2", until: "2026-11-06", of: .complaint)
    let facts = ["mediatedTerms": "退款", "agreementForm": "recorded"]
    let refused = Sample.refused(complaint("accepted"), "agree", facts, by: handler, on: day, around)
    #expect(refused?.code == code)
    if code != nil {
      #expect(refused?.arguments["day"] == .text("2026-11-06"))
      #expect(refused?.citation?.key == "complaint-measures@23(5)")
    }
    // What the parties settle between themselves is another matter.
    #expect(Sample.refused(complaint("accepted"), "settle", [:], by: handler, on: day, around) == nil)
  }

  @Test(
    arguments: [
      ("time-over", "2026-11-05", "complaint.not-over"), ("time-over", "2026-11-06", nil),
      ("time-over", "2026-11-09", nil), ("party-refuses", "2026-11-05", nil), ("no-agreement", "2026-11-05", nil),
    ] as [(String, String, String?)])
  func timeOverEndsTheMediationOnlyWhenItIsOver(end: String, day: String, code: String?) {
    let around = Sample.running("T2", until: "2026-11-06", of: .complaint)
    let refused = Sample.refused(
      complaint("accepted"), "terminate", ["mediationEnd": end], by: handler, on: day, around)
    #expect(refused?.code == code)
    if code != nil { #expect(refused?.arguments["day"] == .text("2026-11-06")) }
  }

  @Test func anotherGroundOfTheEndIsExplained() {
    // A reason given for something else will not do.
    let paused = complaint("accepted", known: ["reason": "送检"])
    let refused = Sample.refused(paused, "terminate", ["mediationEnd": "other"], by: handler)
    #expect(refused?.code == "fact.needed")
    #expect(refused?.field == "facts.reason")
  }

  @Test func onlyAViolationOnRecordIsVerified() {
    let facts = ["violationResult": "none", "findings": "无"]
    let refused = Sample.refused(complaint("accepted"), "verify-violation", facts, by: handler)
    #expect(refused?.code == "complaint.no-violation")
    #expect(refused?.citation?.key == "complaint-measures@27")
    let seen = complaint("accepted", known: ["violation": "陈列假冒商品"])
    #expect(Sample.refused(seen, "verify-violation", facts, by: handler) == nil)
  }

  @Test(
    arguments: [
      ([], "complaint.not-opened"), ([.mediation], "complaint.not-opened"), ([.tip], nil), ([.penalty], nil),
      ([.summary], nil),
    ] as [([ProceedingKind], String?)])
  func aViolationIsTakenUpByATipOrAPenaltyOfTheFile(kinds: [ProceedingKind], code: String?) throws {
    let others = kinds.enumerated().map { Sibling(id: Int64($0.offset + 2), kind: $0.element, state: "lead") }
    let refused = Sample.refused(
      complaint("agreed", known: ["violation": "陈列假冒商品"]), "verify-violation",
      ["violationResult": "opened", "findings": "属实"], by: handler, in: try Sample.file(others: others))
    #expect(refused?.code == code)
  }

  @Test(arguments: [("T3", "complaint.untold"), ("T4", "complaint.unverified")])
  func aComplaintIsClosedWhenEverythingIsDone(rule: String, code: String) {
    let around = Sample.running(rule, until: "2026-11-16", of: .complaint)
    #expect(Sample.refused(complaint("terminated"), "close", by: handler, around)?.code == code)
    #expect(Sample.refused(complaint("terminated"), "close", by: handler) == nil)
  }
}

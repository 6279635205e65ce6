import Casework
import Law
import Testing

@Suite struct AgencySupervisionTests {
  private let officer = Sample.officer(.caseOfficer)
  private let head = Sample.officer(.head)

  private func supervision(_ state: String, _ known: [String: String]) -> Proceeding {
    Proceeding(
      id: 1, kind: .agencySupervision, state: state, agency: Sample.bureau, receiver: nil, handledBy: [], known: known)
  }

  private func file(_ others: [Sibling] = [Sibling(id: 2, kind: .penalty, state: "lead")]) -> CaseFileState {
    Sample.sure { try Sample.file(others: others) }
  }

  // Penalties of patent agencies are the province's: 专利代理条例 art. 25-27.
  @Test(
    arguments: [
      ("patent-agency-violation", nil, "agency-supervision.provincial", "patent-agency-regulation@25"),
      ("unlicensed-agency", nil, "agency-supervision.provincial", "patent-agency-regulation@27"),
      ("patent-agency-violation", "粤委〔2026〕3号", nil, nil), ("unlicensed-agency", "粤委〔2026〕3号", nil, nil),
      ("trademark-agency-violation", nil, nil, nil), ("abnormal-filing", nil, nil, nil),
      ("bad-faith-mark", nil, nil, nil),
    ] as [(String, String?, String?, String?)])
  func aPatentAgencyIsNotPenalisedHereWithoutDelegation(
    matter: String, delegation: String?, code: String?, article: String?
  ) {
    let facts = delegation.map { ["penaltyDelegation": $0] }
    let refused = Sample.refused(
      supervision("inspected", ["agencyMatter": matter]), "penalise", facts, by: head, in: file())
    #expect(refused?.code == code)
    #expect(refused?.citation?.key == article)
    if code != nil { #expect(refused?.field == "facts.penaltyDelegation") }
  }

  @Test(
    arguments: [
      ([], "agency-supervision.no-penalty"),
      ([Sibling(id: 2, kind: .tip, state: "opened")], "agency-supervision.no-penalty"),
      ([Sibling(id: 2, kind: .penalty, state: "filed")], nil),
      ([Sibling(id: 2, kind: .summary, state: "decided")], nil),
    ] as [([Sibling], String?)])
  func itBecomesAPenaltyOnlyWhereOneIsOpen(others: [Sibling], code: String?) {
    let refused = Sample.refused(
      supervision("inspected", ["agencyMatter": "trademark-agency-violation"]), "penalise", by: head,
      in: file(others))
    #expect(refused?.code == code)
  }

  // Suspension and revocation: CNIPA, on the province's proposal: 专利代理管理办法 art. 50.
  @Test(
    arguments: [
      ("patent-agency-violation", "cnipa", "agency-supervision.through-province"),
      ("unlicensed-agency", "cnipa", "agency-supervision.through-province"),
      ("patent-agency-violation", "province", nil), ("trademark-agency-violation", "cnipa", nil),
      ("abnormal-filing", "cnipa", nil), ("bad-faith-mark", "cnipa", nil),
    ] as [(String, String, String?)])
  func aPatentAgencyIsHandedUpThroughTheProvince(matter: String, body: String, code: String?) {
    let refused = Sample.refused(
      supervision("inspected", ["agencyMatter": matter]), "hand-up",
      ["higherBody": body, "document": "报送函一号", "reason": "情节严重"], by: head)
    #expect(refused?.code == code)
    #expect(refused?.citation?.key == (code == nil ? nil : "patent-agency-measures@50"))
  }

  @Test(
    arguments: [
      ("no", "corrected", "agency-supervision.uncorrected"), ("no", "reminded", "agency-supervision.uncorrected"),
      ("no", "no-violation", "agency-supervision.uncorrected"), ("yes", "corrected", nil), ("yes", "reminded", nil),
      (nil, "corrected", "agency-supervision.uncorrected"), (nil, "reminded", nil), (nil, "no-violation", nil),
    ] as [(String?, String, String?)])
  func whatWasNotCorrectedIsNotClosed(corrected: String?, result: String, code: String?) {
    let known = corrected.map { ["corrected": $0] } ?? [:]
    let refused = Sample.refused(
      supervision("rechecked", known), "close", ["supervisionResult": result], by: head)
    #expect(refused?.code == code)
    if code != nil { #expect(refused?.field == "facts.supervisionResult") }
  }

  @Test(arguments: [("2026-11-04", "fact.day-past"), ("2026-11-05", nil), ("2026-12-31", nil)] as [(String, String?)])
  func theDayToCorrectByIsNotPast(day: String, code: String?) {
    let refused = Sample.refused(
      supervision("inspected", [:]), "order", ["demands": "完善台账", "rectifyBy": day, "document": "改正通知一号"],
      by: head)
    #expect(refused?.code == code)
  }

  @Test(arguments: ["inspect", "recheck"]) func anInspectionTakesTwo(act: String) {
    let state = act == "inspect" ? "opened" : "rectification"
    let facts =
      act == "inspect"
      ? ["officers": "甲", "document": "记录一号", "findings": "无"] : ["officers": "甲", "corrected": "yes", "findings": "无"]
    #expect(Sample.refused(supervision(state, [:]), act, facts, by: officer)?.code == "fact.officers")
  }

  @Test func whoInspectsHoldsACertificate() {
    let refused = Sample.refused(
      supervision("opened", [:]), "inspect", ["officers": "甲、乙", "document": "记录一号", "findings": "无"], by: officer,
      Surroundings(certified: ["甲"]))
    #expect(refused?.code == "officer.no-certificate")
    #expect(refused?.arguments["names"] == .text("乙"))
  }

  @Test func onlyAnEnforcementAgencySupervises() {
    for agency in [Sample.town, Sample.police, Sample.customs, Sample.conference] {
      let refused = Sample.refused(
        opening: .agencySupervision, ["agencyMatter": "abnormal-filing"],
        by: Sample.officer(of: agency, .clerk, .caseOfficer), in: Sample.sure { try Sample.file(owner: agency) })
      #expect(refused?.code == "proceeding.not-ours", "\(agency)")
    }
  }

  @Test func aFileCanBeginWithIt() {
    #expect(officer.beginnings.contains(.agencySupervision))
    #expect(Procedure.agencySupervision.follows == [.complaint, .tip])
  }
}

import Casework
import Law
import Testing

@Suite struct AssistanceTests {
  private let handler = Sample.officer(.caseOfficer)
  private let centre = Sample.officer(of: Sample.overseas, .caseOfficer)
  private static let asked = [
    "applicant": "灯湖服饰商行", "assistanceKind": "consultation", "assistanceRequest": "商标在境外被抢注", "intake": "counter",
  ]

  private func assistance(
    _ state: String, by agency: AgencyCode = Sample.bureau, known: [String: String] = [:]
  ) -> Proceeding {
    Proceeding(
      id: 1, kind: .assistance, state: state, agency: agency, receiver: Sample.overseas, handledBy: [], known: known)
  }

  @Test(arguments: [Sample.bureau, Sample.culture, Sample.town, Sample.station, Sample.justice])
  func agenciesTownsPlatformsAndJusticeAssist(agency: AgencyCode) throws {
    let officer = Sample.officer(of: agency, .clerk)
    let file = try Sample.file(owner: agency)
    #expect(Sample.refused(opening: .assistance, Self.asked, by: officer, in: file) == nil)
    #expect(officer.beginnings.contains(.assistance))
  }

  @Test(arguments: [Sample.police, Sample.court, Sample.procuratorate, Sample.customs, Sample.conference])
  func othersDoNot(agency: AgencyCode) throws {
    let officer = Sample.officer(of: agency, .clerk)
    let refused = Sample.refused(
      opening: .assistance, Self.asked, by: officer, in: try Sample.file(owner: agency))
    #expect(refused?.code == "proceeding.not-ours")
  }

  @Test(arguments: ["station", "market", "platform"]) func theWorkstationMarketOrPlatformIsNamed(intake: String) {
    let asked = Self.asked.merging(["intake": intake]) { $1 }
    #expect(Sample.refused(opening: .assistance, asked, by: handler)?.field == "facts.intakePlace")
    let named = asked.merging(["intakePlace": "狮山知识产权保护工作站"]) { $1 }
    #expect(Sample.refused(opening: .assistance, named, by: handler) == nil)
  }

  @Test func whoeverAssistsNeedNotHaveTheFile() throws {
    let station = Sample.officer(of: Sample.station, .caseOfficer)
    let file = try Sample.file(owner: Sample.bureau)
    let facts = ["advice": "可以提出异议"]
    let own = assistance("accepted", by: Sample.station)
    #expect(Sample.refused(own, "advise", facts, by: station, in: file) == nil)
    #expect(Sample.refused(own, "advise", facts, by: handler, in: file)?.code == "case.not-yours")
  }

  @Test(arguments: ["FSIPC", "STATION", "IPB", "GOV"]) func anOverseasDisputeGoesToTheBranchCentre(
    handler agency: String
  ) {
    let facts = ["handler": agency, "country": "德国", "overseasDispute": "商标被抢注"]
    let refused = Sample.refused(assistance("accepted"), "refer-overseas", facts, by: handler)
    #expect(refused?.code == "assistance.not-centre")
    #expect(refused?.field == "facts.handler")
    let centre = facts.merging(["handler": "OVERSEAS"]) { $1 }
    #expect(Sample.refused(assistance("accepted"), "refer-overseas", centre, by: handler) == nil)
  }

  @Test func theBranchCentreAnswersAndNobodyElse() {
    let guidance = ["guidance": "在当地提出撤销"]
    #expect(Sample.refused(assistance("overseas"), "guide", guidance, by: centre) == nil)
    let bureau = Sample.refused(assistance("overseas"), "guide", guidance, by: handler)
    #expect(bureau?.code == "proceeding.not-receiver")
    let advice = Sample.refused(assistance("accepted"), "advise", ["advice": "提出异议"], by: centre)
    #expect(advice?.code == "case.not-yours")
  }

  @Test func theCentreSignsBeforeItGuides() {
    let refused = Sample.refused(assistance("overseas-referred"), "guide", ["guidance": "提出撤销"], by: centre)
    #expect(refused?.code == "act.not-now")
    #expect(refused?.arguments["allowed"].map { "\($0)".contains("act.assistance.acknowledge") } == true)
  }

  @Test func aDayPromisedDoesNotLieInThePast() {
    #expect(Sample.refused(assistance("applied"), "accept", by: handler) == nil)
    let past = Sample.refused(assistance("applied"), "accept", ["dueOn": "2026-11-04"], by: handler)
    #expect(past?.code == "fact.day-past")
    #expect(Sample.refused(assistance("applied"), "accept", ["dueOn": "2026-11-05"], by: handler) == nil)
  }

  @Test func onlyADayThatWasPromisedMoves() {
    let facts = ["dueOn": "2026-12-18", "reason": "等待境外文件"]
    #expect(Sample.refused(assistance("accepted"), "reschedule", facts, by: handler)?.code == "assistance.no-day")
    let promised = assistance("accepted", known: ["dueOn": "2026-12-04"])
    #expect(Sample.refused(promised, "reschedule", facts, by: handler) == nil)
  }

  @Test func itIsReferredToAnotherAgency() {
    let own = Sample.refused(
      assistance("accepted"), "refer", ["referredFor": "tip", "receivingAgency": "IPB"], by: handler)
    #expect(own?.code == "agency.own")
  }

  @Test func itIsFollowedUpOnlyWhenItIsCompleted() {
    #expect(Sample.refused(assistance("accepted"), "follow-up", ["feedback": "满意"], by: handler)?.code == "act.not-now")
    let again = Sample.refused(assistance("followed-up"), "follow-up", ["feedback": "满意"], by: handler)
    #expect(again?.code == "act.ended")
  }
}

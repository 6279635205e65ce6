import Casework
import Law
import Testing

@Suite struct MediationTests {
  private static let courtTracks = ["court-before", "court-after-ordinary", "court-after-summary"]

  private func mediation(_ state: String, known: [String: String] = [:]) -> Proceeding {
    Proceeding(
      id: 1, kind: .mediation, state: state, agency: Sample.bureau, receiver: nil, handledBy: [], known: known)
  }

  /// An open clock of that rule with that last day.
  private func open(_ rule: String, until day: String) throws -> Surroundings {
    let due = try #require(Day(day))
    return Surroundings(clocks: [
      Clock(
        id: 1, proceeding: 1, kind: .mediation, rule: rule, from: nil, startedBy: 1, liable: .party, agency: nil,
        dueDay: due, dueAt: nil, outerAt: nil, isProvisional: false, problem: nil, grants: [], pauses: [], outcome: nil,
        endedOn: nil)
    ])
  }

  private func refused(
    _ act: String, in state: String, _ facts: [String: String]? = nil, known: [String: String] = [:],
    on day: String = "2026-11-05", _ around: Surroundings = Surroundings()
  ) -> Refusal? {
    Sample.refused(
      mediation(state, known: known), act, facts, by: Sample.officer(.caseOfficer), on: day, around)
  }

  private func refused(
    opening facts: [String: String], by agency: AgencyCode = Sample.bureau, _ ipType: IPType = .trademark
  ) throws -> Refusal? {
    Sample.refused(
      opening: .mediation, facts.merging(["mediationMatter": "赔偿数额"]) { $1 }, by: Sample.officer(of: agency, .clerk),
      in: try Sample.file(owner: agency, ipType: ipType))
  }

  // Who mediates what.

  @Test(arguments: [Sample.bureau, Sample.town, Sample.justice, Sample.court, Sample.station, Sample.customs])
  func manyBodiesMediate(agency: AgencyCode) throws {
    #expect(try refused(opening: ["track": "peoples"], by: agency) == nil)
  }

  @Test(arguments: [Sample.police, Sample.procuratorate, Sample.conference]) func othersDoNot(agency: AgencyCode) throws
  {
    #expect(try refused(opening: ["track": "peoples"], by: agency)?.code == "proceeding.not-ours")
  }

  @Test(arguments: [
    ("administrative-patent", Sample.station), ("administrative-patent", Sample.court),
    ("administrative-patent", Sample.town), ("administrative-other", Sample.justice),
    ("administrative-other", Sample.court),
  ])
  func administrativeMediationIsAnAdministrativeOrgans(track: String, agency: AgencyCode) throws {
    let refused = try refused(
      opening: ["track": track, "requestNumber": "1号"], by: agency,
      track == "administrative-patent" ? .patent : .trademark)
    #expect(refused?.code == "mediation.not-administrative")
    #expect(refused?.field == "facts.track")
  }

  @Test(arguments: [
    ("administrative-patent", IPType.patent, nil as String?),
    ("administrative-patent", .trademark, "mediation.patent-track"),
    ("administrative-other", .patent, "mediation.patent-track"), ("administrative-other", .copyright, nil),
    ("peoples", .patent, nil), ("commercial", .patent, nil),
  ])
  func anAdministrativeOrganMediatesAPatentDisputeAsOne(track: String, type: IPType, code: String?) throws {
    let refused = try refused(opening: ["track": track, "requestNumber": "1号"], type)
    #expect(refused?.code == code)
  }

  @Test func aRequestInAPatentDisputeHasItsNumberAndNoCaseNumber() throws {
    let none = try refused(opening: ["track": "administrative-patent"], .patent)
    #expect(none?.code == "fact.needed")
    #expect(none?.field == "facts.requestNumber")
    let early = ["track": "administrative-patent", "requestNumber": "1号", "caseNumber": "2号"]
    #expect(try refused(opening: early, .patent)?.code == "fact.unknown")
  }

  @Test(arguments: courtTracks) func whatACourtEntrustsNamesTheCourt(track: String) throws {
    let refused = try refused(opening: ["track": track], by: Sample.station)
    #expect(refused?.code == "fact.needed")
    #expect(refused?.field == "facts.entrustingCourt")
    #expect(try self.refused(opening: ["track": track, "entrustingCourt": "COU"], by: Sample.station) == nil)
  }

  // Consent.

  @Test func aPatentDisputeIsNotAcceptedBeforeTheRespondentAgreed() {
    let refused = refused("accept", in: "requested", ["bothConsent": "yes"], known: ["track": "administrative-patent"])
    #expect(refused?.code == "mediation.consent-first")
    #expect(refused?.citation?.key == "patent-dispute-measures@66")
    let file = ["caseNumber": "1号", "mediationDay": "2026-11-12", "place": "调解室"]
    for state in ["requested", "statement", "refused"] {
      #expect(self.refused("file", in: state, file)?.code == "act.not-now")
    }
    #expect(self.refused("file", in: "consented", file) == nil)
  }

  @Test(arguments: ["peoples", "administrative-other", "industry", "commercial"] + courtTracks)
  func onlyAPatentDisputeBeginsWithTheNotice(track: String) {
    let refused = refused("notify", in: "requested", known: ["track": track])
    #expect(refused?.code == "mediation.no-notice")
  }

  @Test(arguments: [("2026-11-09", nil as String?), ("2026-11-10", "mediation.late-statement")])
  func consentComesInTime(day: String, code: String?) throws {
    let refused = refused("consent", in: "statement", on: day, try open("M-statement", until: "2026-11-09"))
    #expect(refused?.code == code)
    if code != nil { #expect(refused?.citation?.key == "patent-dispute-measures@66") }
  }

  @Test(arguments: [("2026-11-09", "clock.wait" as String?), ("2026-11-10", nil)])
  func silenceIsRefusalWhenTheTimeIsOver(day: String, code: String?) throws {
    let around = try open("M-statement", until: "2026-11-09")
    #expect(refused("decline", in: "statement", ["reason": "逾期未答复"], on: day, around)?.code == code)
  }

  @Test func nobodyIsMediatedAgainstTheirWill() {
    let peoples = refused("accept", in: "requested", ["bothConsent": "no"], known: ["track": "peoples"])
    #expect(peoples?.code == "mediation.refused")
    #expect(peoples?.citation?.key == "mediation-law@17")
    let commercial = refused("accept", in: "requested", ["bothConsent": "no"], known: ["track": "commercial"])
    #expect(commercial?.code == "mediation.refused")
    #expect(refused("accept", in: "requested", ["bothConsent": "yes"], known: ["track": "commercial"]) == nil)
  }

  // What a court entrusts.

  @Test(arguments: courtTracks) func aCourtsCaseIsAcceptedOnItsPlatform(track: String) {
    let refused = refused("accept", in: "requested", ["bothConsent": "yes"], known: ["track": track])
    #expect(refused?.code == "mediation.on-platform")
    #expect(refused?.citation?.key == "online-mediation@12")
    #expect(self.refused("take", in: "requested", ["track": track], known: ["track": track]) == nil)
  }

  @Test(arguments: [
    ("court-before", "court-after-summary"), ("court-after-ordinary", "court-before"), ("peoples", "court-before"),
  ])
  func itIsAcceptedAtTheStageAtWhichItWasEntrusted(known: String, given: String) {
    let refused = refused("take", in: "requested", ["track": given], known: ["track": known])
    #expect(refused?.code == "mediation.track")
  }

  @Test func moreTimeNeedsBothParties() {
    let facts = ["extension": "M2-agreement", "days": "10", "bothConsent": "no"]
    let refused = refused("extend", in: "mediating", facts)
    #expect(refused?.code == "mediation.extension")
    #expect(refused?.citation?.key == "invited-mediation@27")
  }

  @Test(arguments: ["court-after-ordinary", "court-after-summary", "peoples"])
  func evaluationStopsTheClockOnlyBeforeFiling(track: String) {
    let refused = refused("pause", in: "mediating", ["pause": "evaluation"], known: ["track": track])
    #expect(refused?.code == "mediation.evaluation")
    #expect(refused?.citation?.key == "online-mediation@26")
  }

  // Agreement and end.

  @Test func anAgreementThatCanBeConfirmedSaysFromWhen() {
    let refused = refused("agree", in: "mediating", ["agreementContent": "停止侵权并赔偿", "concernsValidity": "no"])
    #expect(refused?.code == "fact.needed")
    #expect(refused?.field == "facts.confirmableFrom")
  }

  @Test func anAgreementAboutValidityCannotBeConfirmed() {
    let facts = ["agreementContent": "专利权归甲方", "concernsValidity": "yes", "confirmableFrom": "2026-11-05"]
    let refused = refused("agree", in: "mediating", facts)
    #expect(refused?.code == "confirmation.validity")
    #expect(refused?.citation?.key == "civil-procedure-interpretation@355(5)")
    let without = ["agreementContent": "专利权归甲方", "concernsValidity": "yes"]
    #expect(self.refused("agree", in: "mediating", without) == nil)
    #expect(self.refused("apply", in: "agreed", known: ["concernsValidity": "yes"])?.code == "confirmation.validity")
  }

  @Test func anAgreementTakesEffectAtTheLatestToday() {
    let facts = ["agreementContent": "赔偿", "concernsValidity": "no", "confirmableFrom": "2026-11-06"]
    #expect(refused("agree", in: "mediating", facts)?.code == "fact.day-future")
  }

  @Test func performanceIsDueNotBeforeTheAgreement() {
    let facts = [
      "agreementContent": "赔偿", "concernsValidity": "no", "confirmableFrom": "2026-11-05", "performBy": "2026-11-04",
    ]
    #expect(refused("agree", in: "mediating", facts)?.code == "fact.day-past")
  }

  @Test(arguments: ["fail", "terminate"]) func whoEndsAPeoplesMediationTellsOfOtherRemedies(act: String) {
    let facts = ["reason": "差距过大", "remediesTold": "no"]
    let refused = refused(act, in: "mediating", facts, known: ["track": "peoples"])
    #expect(refused?.code == "mediation.remedies")
    #expect(refused?.citation?.key == "mediation-law@26")
    #expect(self.refused(act, in: "mediating", facts, known: ["track": "industry"]) == nil)
  }

  @Test(arguments: [("2026-11-09", nil as String?), ("2026-11-10", "confirmation.late")])
  func confirmationIsAskedForInTime(day: String, code: String?) throws {
    let refused = refused(
      "apply", in: "agreed", known: ["concernsValidity": "no"], on: day, try open("M-confirmation", until: "2026-11-09")
    )
    #expect(refused?.code == code)
    if code != nil { #expect(refused?.citation?.key == "civil-procedure-law@205") }
  }

  @Test(arguments: [["notarise": "no"], [:]]) func aNotaryNeedsThePromiseToAcceptEnforcement(known: [String: String]) {
    #expect(refused("notarise", in: "agreed", ["document": "1号"], known: known)?.code == "mediation.no-promise")
  }

  @Test func whatFailedHasEndedAndOthersCanFollowFromIt() throws {
    for state in ["failed", "terminated", "breached", "not-filed"] {
      #expect(refused("agree", in: state, [:])?.code == "act.ended")
    }
    for kind in [ProceedingKind.adjudication, .penalty] {
      #expect(kind.procedure?.follows.contains(.mediation) == true)
    }
  }
}

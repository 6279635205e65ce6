import Casework
import Law
import Testing

@Suite struct CivilTests {
  private let officer = Sample.officer(of: Sample.court, .clerk, .caseOfficer, .head)
  private static let ipCourt = Sample.sure { try AgencyCode(wire: "GZIPC") }

  /// An officer of that court; the samples know only the kind of the district court.
  private func judge(of court: AgencyCode) -> Officer {
    Officer(id: 7, login: "ce.shi", name: "测试员", agency: court, agencyKind: .court, roles: [.clerk])
  }

  private func opening(
    _ ipType: IPType = .trademark, _ changes: [String: String] = [:], by court: AgencyCode = Sample.court
  ) throws -> Refusal? {
    let facts = ["courtCaseNumber": "（2026）粤0605民初123号", "trialTrack": "ordinary"].merging(changes) { $1 }
    return Sample.refused(
      opening: .civil, facts, by: judge(of: court), in: try Sample.file(owner: court, ipType: ipType))
  }

  private func refused(
    _ act: String, in state: String = "trial", _ facts: [String: String], track: String = "summary",
    others: [Sibling] = [], on day: String = "2026-11-05", _ around: Surroundings = Surroundings()
  ) throws -> Refusal? {
    Sample.refused(
      Sample.standing(.civil, state, by: Sample.court, known: ["trialTrack": track]), act, facts, by: officer,
      in: try Sample.file(owner: Sample.court, others: others), on: day, around)
  }

  // 案号: 法〔2015〕137号.

  @Test(arguments: [
    "（2026）粤0605民初123号", "(2026)粤0605民初123号", "（2026）粤73知民初1号", "（2025）粤06民初10号",
  ])
  func numbersInTheFormOfCourtsAreTaken(number: String) throws {
    #expect(try opening(.trademark, ["courtCaseNumber": number]) == nil)
  }

  @Test(arguments: [
    "南市监处罚〔2026〕12号", "2026粤0605民初123号", "（26）粤0605民初123号", "（2026）粤0605民初0123号", "（2026）粤0605民初123",
    "（2026）粤0605行初123号", "（2026）粤0605刑初123号", "（2026）粤0605民终123号", "（2026）粤民初123号", "（2026）0605民初123号", "民初123号",
    "（2026）粤0605民初号",
  ])
  func otherNumbersAreRefused(number: String) throws {
    let refused = try opening(.trademark, ["courtCaseNumber": number])
    #expect(refused?.code == "court.number")
    #expect(refused?.field == "facts.courtCaseNumber")
    #expect(refused?.arguments["word"] == .text("民"))
  }

  // 管辖: 法释〔2022〕13号 art. 1-2.

  @Test(arguments: [IPType.patent, .plantVariety, .layoutDesign])
  func whatTheIntellectualPropertyCourtTriesTheDistrictCourtDoesNotAccept(type: IPType) throws {
    let refused = try opening(type)
    #expect(refused?.code == "court.ip-court")
    #expect(refused?.citation?.key == "ip-jurisdiction-2022@1")
    #expect(refused?.arguments["agency"] == .agency(Sample.court))
    #expect(refused?.arguments["right"] == .term("ip-type.\(type.rawValue)"))
    #expect(try opening(type, ["courtCaseNumber": "（2026）粤73民初9号"], by: Self.ipCourt) == nil)
  }

  @Test(arguments: [IPType.trademark, .copyright, .geographicalIndication, .specialMark, .olympicMark])
  func theDistrictCourtAcceptsTheRest(type: IPType) throws {
    #expect(try opening(type) == nil)
  }

  @Test func technicalSecretsAndSoftwareGoThereToo() throws {
    #expect(try opening(.tradeSecret)?.code == "court.ip-court")
    #expect(try opening(.tradeSecret, ["secretKind": "technical"])?.code == "court.ip-court")
    #expect(try opening(.tradeSecret, ["secretKind": "business"]) == nil)
    #expect(try opening(.copyright, ["software": "yes"])?.code == "court.ip-court")
    #expect(try opening(.copyright, ["software": "no"]) == nil)
  }

  @Test(arguments: ["small-claims", "summary"]) func simpleTracksAreOfBasicCourts(track: String) throws {
    let facts = ["courtCaseNumber": "（2026）粤73民初9号", "trialTrack": track]
    let refused = try opening(.patent, facts, by: Self.ipCourt)
    #expect(refused?.code == "court.basic-only")
    #expect(refused?.citation?.key == "civil-procedure-law@160")
    #expect(try opening(.trademark, ["trialTrack": track]) == nil)
  }

  @Test(arguments: [Sample.bureau, Sample.police, Sample.procuratorate, Sample.justice])
  func onlyACourtTries(agency: AgencyCode) throws {
    let refused = Sample.refused(
      opening: .civil, ["courtCaseNumber": "（2026）粤0605民初123号", "trialTrack": "ordinary"],
      by: Sample.officer(of: agency, .clerk), in: try Sample.file(owner: agency))
    #expect(refused?.code == "proceeding.not-ours")
  }

  // 繁简分流.

  @Test(arguments: [
    ("to-summary", "summary", "small-claims", true), ("to-summary", "summary", "summary", false),
    ("to-summary", "summary", "ordinary", false), ("to-ordinary", "ordinary", "small-claims", true),
    ("to-ordinary", "ordinary", "summary", true), ("to-ordinary", "ordinary", "ordinary", false),
  ])
  func aTrackOnlyGoesUp(act: String, to: String, now: String, isGranted: Bool) throws {
    let refused = try refused(act, ["trialTrack": to, "reason": "不宜适用"], track: now)
    #expect(refused?.code == (isGranted ? nil : "court.track"))
    #expect(refused?.arguments["track"] == (isGranted ? nil : .term("choice.trialTrack.\(now)")))
  }

  @Test func aCaseDoesNotBecomeASmallClaim() throws {
    let refused = try refused("to-small-claims", ["trialTrack": "small-claims"])
    #expect(refused?.code == "act.unknown")
    #expect(
      try self.refused("to-summary", ["trialTrack": "small-claims", "reason": "金额小"])?.code == "fact.choice")
  }

  @Test func summaryProcedureIsLeftBeforeItsLimitRunsOut() throws {
    let facts = ["trialTrack": "ordinary", "reason": "需要鉴定"]
    let around = Sample.running("L-summary", until: "2026-11-05", of: .civil)
    #expect(try refused("to-ordinary", facts, around) == nil)
    let late = try refused("to-ordinary", facts, on: "2026-11-06", around)
    #expect(late?.code == "court.track-late")
    #expect(late?.citation?.key == "civil-procedure-interpretation@258")
  }

  @Test(arguments: [("judge", "judge-finally"), ("rule", "rule-finally")])
  func smallClaimsAreDecidedOnce(open: String, final: String) throws {
    let disposition = open == "judge" ? "judgment" : "ruling"
    var facts = ["disposition": disposition]
    if open == "rule" { facts["reason"] = "重复起诉" }
    let withDay = facts.merging(["effectiveOn": "2026-11-05"]) { $1 }
    let appealable = try refused(open, facts, track: "small-claims")
    #expect(appealable?.code == "court.small-claims")
    #expect(appealable?.citation?.key == "civil-procedure-law@165")
    #expect(try refused(final, withDay, track: "small-claims") == nil)
    #expect(try refused(final, withDay, track: "summary")?.code == "court.not-small-claims")
    #expect(try refused(open, facts, track: "ordinary") == nil)
  }

  // 诉调对接.

  @Test(arguments: [
    ("requested", false), ("mediating", false), ("agreed", true), ("failed", true), ("not-filed", true),
  ])
  func theTrialWaitsForTheMediation(state: String, isGranted: Bool) throws {
    let others = [Sibling(id: 9, kind: .mediation, state: state)]
    for (act, facts) in [("resume-trial", [:]), ("settle", ["disposition": "mediated"])] {
      let refused = try refused(act, in: "entrusted", facts, others: others)
      #expect(refused?.code == (isGranted ? nil : "court.mediating"))
    }
  }

  // 上诉和生效.

  @Test(arguments: ["L-appeal", "L-appeal-ruling"]) func aDecisionIsEffectiveAfterTheTimeForAnAppeal(rule: String)
    throws
  {
    let around = Sample.running(rule, until: "2026-11-05", of: .civil)
    let early = try refused("take-effect", in: "served", ["effectiveOn": "2026-11-05"], around)
    #expect(early?.code == "clock.wait")
    #expect(early?.citation?.key == "civil-procedure-law@171")
    let backdated = try refused("take-effect", in: "served", ["effectiveOn": "2026-11-05"], on: "2026-11-06", around)
    #expect(backdated?.code == "court.effective-early")
    #expect(backdated?.arguments["day"] == .text("2026-11-05"))
    #expect(try refused("take-effect", in: "served", ["effectiveOn": "2026-11-06"], on: "2026-11-06", around) == nil)
    #expect(
      try refused("take-effect", in: "served", ["effectiveOn": "2026-11-07"], on: "2026-11-06", around)?.code
        == "fact.day-future")
    #expect(try refused("appeal", in: "served", [:], around) == nil)
    #expect(try refused("appeal", in: "served", [:], on: "2026-11-06", around)?.code == "court.appeal-late")
  }

  @Test func whatIsRemandedHasANumberOfItsOwn() throws {
    let facts = ["courtCaseNumber": "（2026）粤0605民终1号", "trialTrack": "ordinary"]
    #expect(try refused("remand", in: "appealed", facts)?.code == "court.number")
    #expect(
      try refused("remand", in: "appealed", ["courtCaseNumber": "（2026）粤0605民初9号", "trialTrack": "summary"])?.code
        == "fact.choice")
  }
}

@Suite struct AdministrativeTrialTests {
  private func opening(
    _ changes: [String: String] = [:], ipType: IPType = .trademark, from origin: Proceeding? = nil,
    by court: String = "COU"
  ) throws -> Refusal? {
    let facts = [
      "courtCaseNumber": "（2026）粤0605行初8号", "defendant": "IPB", "trialTrack": "ordinary",
    ].merging(changes) { $1 }
    let code = try AgencyCode(wire: court)
    let judge = Officer(id: 7, login: "ce.shi", name: "测试员", agency: code, agencyKind: .court, roles: [.clerk])
    return Sample.refused(
      opening: .administrativeTrial, facts, by: judge, in: try Sample.file(ipType: ipType), from: origin)
  }

  @Test func customsAndGovernmentsAreSuedInTheCourtAbove() throws {
    for refused in [
      try opening(["defendant": "CUS"]), try opening(["defendant": "GOV"]),
      try opening(["defendant": "IPB"], from: Sample.origin(.customs, "detained")),
    ] {
      #expect(refused?.code == "court.intermediate")
      #expect(refused?.citation?.key == "ip-jurisdiction-2022@2")
    }
    #expect(try opening(from: Sample.origin(.penalty, "service")) == nil)
  }

  @Test func aRulingOnPatentsIsSuedInTheIntellectualPropertyCourt() throws {
    let ruling = Sample.origin(.adjudication, "ruled")
    #expect(try opening(ipType: .patent, from: ruling)?.code == "court.ip-court")
    #expect(
      try opening(["courtCaseNumber": "（2026）粤73行初8号"], ipType: .patent, from: ruling, by: "GZIPC") == nil)
  }

  @Test func theNumberIsThatOfAnAdministrativeCase() throws {
    let refused = try opening(["courtCaseNumber": "（2026）粤0605民初8号"])
    #expect(refused?.code == "court.number")
    #expect(refused?.arguments["word"] == .text("行"))
  }

  @Test func theAgencySuedHasItsTimeToAnswer() throws {
    let officer = Sample.officer(of: Sample.court, .caseOfficer)
    let proceeding = Sample.standing(.administrativeTrial, "answering", by: Sample.court, receiver: Sample.bureau)
    let around = Sample.running("L-admin-answer", until: "2026-11-10", of: .administrativeTrial)
    func judged(on day: String) -> Refusal? {
      Sample.refused(proceeding, "judge", ["disposition": "dismissed"], by: officer, on: day, around)
    }
    #expect(judged(on: "2026-11-10")?.code == "clock.wait")
    #expect(judged(on: "2026-11-10")?.citation?.key == "administrative-litigation-law@67")
    #expect(judged(on: "2026-11-11") == nil)
  }

  @Test func whileItIsSuspendedNothingIsJudged() throws {
    let officer = Sample.officer(of: Sample.court, .caseOfficer)
    let proceeding = Sample.standing(
      .administrativeTrial, "answered", by: Sample.court, receiver: Sample.bureau, pausedFor: [.suspension])
    let refused = Sample.refused(proceeding, "judge", ["disposition": "dismissed"], by: officer)
    #expect(refused?.code == "proceeding.suspended")
    #expect(refused?.citation?.key == "administrative-litigation-interpretation@50")
  }

  @Test func onlyTheAgencySuedAnswers() throws {
    let proceeding = Sample.standing(.administrativeTrial, "answering", by: Sample.court, receiver: Sample.bureau)
    let culture = Sample.officer(of: Sample.culture, .caseOfficer)
    let refused = Sample.refused(proceeding, "answer", ["evidence": "案卷"], by: culture)
    #expect(refused?.code == "proceeding.not-receiver")
    #expect(refused?.arguments["agency"] == .agency(Sample.bureau))
  }
}

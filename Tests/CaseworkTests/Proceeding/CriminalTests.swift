import Casework
import Law
import Testing

@Suite struct CriminalTests {
  private let officer = Sample.officer(of: Sample.police, .clerk, .caseOfficer, .head)

  private func refused(
    _ act: String, in state: String, _ facts: [String: String] = [:], known: [String: String] = [:],
    others: [Sibling] = [], _ around: Surroundings = Surroundings()
  ) throws -> Refusal? {
    Sample.refused(
      Sample.standing(.criminal, state, by: Sample.police, known: known), act, facts, by: officer,
      in: try Sample.file(owner: Sample.police, others: others), around)
  }

  @Test func onlyThePoliceInvestigate() throws {
    for agency in [Sample.bureau, Sample.procuratorate, Sample.court, Sample.customs] {
      let refused = Sample.refused(
        opening: .criminal, ["document": "立1号", "offence": "214"], by: Sample.officer(of: agency, .head),
        in: try Sample.file(owner: agency))
      #expect(refused?.code == "proceeding.not-ours")
      #expect(refused?.citation?.key == "police-criminal-procedure@178")
    }
  }

  @Test(arguments: [
    ("drafted", false), ("sent", false), ("received", false), ("police-not-filed", false), ("police-filed", true),
  ])
  func aReferredCaseIsFiledInTheReferralFirst(state: String, isGranted: Bool) throws {
    let refused = Sample.refused(
      opening: .criminal, ["document": "立1号", "offence": "214"], by: officer,
      in: try Sample.file(owner: Sample.police), from: Sample.origin(.referral, state))
    #expect(refused?.code == (isGranted ? nil : "criminal.referral-undecided"))
    #expect(refused?.citation?.key == (isGranted ? nil : "order-310@8"))
  }

  @Test(arguments: [("2026-11-05", true), ("2026-11-06", true), ("2026-11-04", false)])
  func aMeasureDoesNotEndBeforeItBegins(until: String, isGranted: Bool) throws {
    let refused = try refused(
      "coerce", in: "filed",
      ["coerciveMeasure": "detention", "person": "张某", "from": "2026-11-05", "until": until])
    #expect(refused?.code == (isGranted ? nil : "criminal.until"))
    #expect(refused?.field == (isGranted ? nil : "facts.until"))
  }

  @Test func aMeasureDoesNotBeginAfterItIsRecorded() throws {
    let refused = try refused(
      "coerce", in: "filed", ["coerciveMeasure": "bail", "person": "张某", "from": "2026-11-06"])
    #expect(refused?.code == "fact.day-future")
  }

  @Test func nobodyIsArrestedWithoutApproval() throws {
    let facts = ["coerciveMeasure": "arrest", "person": "张某", "from": "2026-11-05"]
    let bare = try refused("coerce", in: "filed", facts)
    #expect(bare?.code == "criminal.arrest-unapproved")
    #expect(bare?.citation?.key == "criminal-procedure-law@80")
    let declined = try refused(
      "coerce", in: "filed", facts, others: [Sibling(id: 2, kind: .arrest, state: "not-approved")])
    #expect(declined?.code == "criminal.arrest-unapproved")
    let approved = try refused(
      "coerce", in: "filed", facts, others: [Sibling(id: 2, kind: .arrest, state: "approved")])
    #expect(approved == nil)
    #expect(
      try refused("coerce", in: "filed", facts.merging(["arrestWarrant": "南检批捕〔2026〕1号"]) { $1 }) == nil)
  }

  @Test(arguments: [
    (nil as String?, "first", nil as String?), (nil, "second", "supplementary.order"),
    ("first", "second", nil), ("first", "first", "supplementary.order"), ("second", "second", "supplementary.third"),
    ("second", "first", "supplementary.third"),
  ])
  func aCaseComesBackTwiceAtMost(earlier: String?, round: String, code: String?) throws {
    let known = earlier.map { ["supplementRound": $0] } ?? [:]
    let refused = try refused("take-back", in: "transferred", ["supplementRound": round], known: known)
    #expect(refused?.code == code)
    if code != nil { #expect(refused?.citation?.key == "criminal-procedure-law@175") }
  }

  @Test(arguments: ["withdrawn", "forwarded"]) func theAgencyThatReferredIsTold(state: String) throws {
    let around = Surroundings(origin: Sample.origin(.referral, "police-filed"))
    let untold = try refused("tell", in: state, ["told": "已告知犯罪嫌疑人"], around)
    #expect(untold?.code == "criminal.sender-untold")
    #expect(untold?.field == "facts.toldAgency")
    #expect(untold?.citation?.key == "police-criminal-procedure@189")
    #expect(try refused("tell", in: state, ["toldAgency": "IPB"], around) == nil)
  }

  @Test func somebodyIsToldInAnyCase() throws {
    #expect(try refused("tell", in: "withdrawn")?.code == "tell.nobody")
    #expect(try refused("tell", in: "withdrawn", ["told": "已告知犯罪嫌疑人"]) == nil)
  }

  @Test func anOffenceThatIsNoneIsRefused() throws {
    let refused = Sample.refused(
      opening: .criminal, ["document": "立1号", "offence": "220"], by: officer,
      in: try Sample.file(owner: Sample.police))
    #expect(refused?.code == "fact.choice")
    #expect(refused?.field == "facts.offence")
  }
}

@Suite struct ArrestTests {
  private let officer = Sample.officer(of: Sample.procuratorate, .clerk, .head)

  @Test(arguments: [("filed", true), ("supplement", true), ("transferred", false), ("withdrawn", false)])
  func arrestIsRequestedWhileThePoliceInvestigate(state: String, isGranted: Bool) throws {
    let refused = Sample.refused(
      opening: .arrest, ["detained": "yes", "persons": "1"], by: officer,
      in: try Sample.file(owner: Sample.police), from: Sample.origin(.criminal, state))
    #expect(refused?.code == (isGranted ? nil : "arrest.not-investigating"))
    #expect(refused?.citation?.key == (isGranted ? nil : "criminal-procedure-law@87"))
  }

  @Test func itFollowsFromAnInvestigation() throws {
    let refused = Sample.refused(
      opening: .arrest, ["detained": "yes", "persons": "1"], by: officer, in: try Sample.file(owner: Sample.police))
    #expect(refused?.code == "proceeding.needs-origin")
  }

  @Test(arguments: [("1", true), ("3", true), ("4", false)])
  func notMoreAreArrestedThanWereAskedFor(approved: String, isGranted: Bool) throws {
    let refused = Sample.refused(
      Sample.standing(.arrest, "review", by: Sample.procuratorate, known: ["persons": "3"]), "approve",
      ["approvedPersons": approved], by: officer, in: try Sample.file(owner: Sample.police))
    #expect(refused?.code == (isGranted ? nil : "arrest.persons"))
    #expect(refused?.arguments["persons"] == (isGranted ? nil : .text("3")))
  }

  @Test func aRefusalGivesItsReasons() throws {
    let refused = Sample.refused(
      Sample.standing(.arrest, "review", by: Sample.procuratorate), "refuse", by: officer,
      in: try Sample.file(owner: Sample.police))
    #expect(refused?.code == "fact.missing")
    #expect(refused?.field == "facts.reason")
  }
}

@Suite struct ProsecutionTests {
  private let officer = Sample.officer(of: Sample.procuratorate, .clerk, .caseOfficer, .head)

  private func refused(
    _ act: String, _ facts: [String: String], known: [String: String] = [:]
  ) throws -> Refusal? {
    Sample.refused(
      Sample.standing(.prosecution, "review", by: Sample.procuratorate, receiver: Sample.police, known: known), act,
      facts, by: officer, in: try Sample.file(owner: Sample.police))
  }

  @Test(arguments: [("transferred", true), ("filed", false), ("supplement", false), ("withdrawn", false)])
  func whatThePoliceTransferredIsReviewed(state: String, isGranted: Bool) throws {
    let refused = Sample.refused(
      opening: .prosecution, ["police": "PSB"], by: officer, in: try Sample.file(owner: Sample.police),
      from: Sample.origin(.criminal, state))
    #expect(refused?.code == (isGranted ? nil : "prosecution.not-transferred"))
    #expect(refused?.citation?.key == (isGranted ? nil : "criminal-procedure-law@162"))
  }

  @Test func aThirdSupplementaryInvestigationIsRefusedByArticle175() throws {
    let facts = ["supplementRound": "second", "reason": "仍需查证"]
    #expect(try refused("return", facts, known: ["supplementRound": "first"]) == nil)
    let third = try refused("return", facts, known: ["supplementRound": "second"])
    #expect(third?.code == "supplementary.third")
    #expect(third?.kind == .notAllowed)
    #expect(third?.citation?.key == "criminal-procedure-law@175")
  }

  @Test func theReturnsAreCountedInOrder() throws {
    let refused = try refused("return", ["supplementRound": "second", "reason": "查证"])
    #expect(refused?.code == "supplementary.order")
    #expect(refused?.field == "facts.supplementRound")
  }

  @Test func theFastTrackIsForThoseWhoPleadGuilty() throws {
    let denied = try refused("fast-track", ["plea": "no"])
    #expect(denied?.code == "prosecution.no-plea")
    #expect(denied?.citation?.key == "criminal-procedure-law@172")
    #expect(try refused("fast-track", ["plea": "yes"]) == nil)
  }

  @Test func whoPleadsGuiltyIsProsecutedWithAProposalForTheSentence() throws {
    let facts = ["receivingCourt": "COU", "document": "南检刑诉〔2026〕1号"]
    #expect(try refused("prosecute", facts) == nil)
    let bare = try refused("prosecute", facts, known: ["plea": "yes"])
    #expect(bare?.code == "fact.needed")
    #expect(bare?.field == "facts.sentencingProposal")
    #expect(bare?.citation?.key == "criminal-procedure-law@176")
  }

  @Test func evidenceIsInsufficientOnlyAfterSupplementaryInvestigation() throws {
    let facts = ["nonProsecution": "insufficient-evidence", "reason": "证据不足"]
    let early = try refused("not-prosecute", facts)
    #expect(early?.code == "prosecution.not-supplemented")
    #expect(early?.citation?.key == "criminal-procedure-law@175")
    #expect(try refused("not-prosecute", facts, known: ["supplementRound": "first"]) == nil)
  }

  // 刑事诉讼法 art. 282: minors, chapters four to six; 侵犯知识产权罪 is the third chapter's seventh section.
  @Test(arguments: [
    (nil as String?, nil as String?, false), ("no", "other", false), ("yes", "214", false), ("yes", nil, false),
    ("yes", "other", true),
  ])
  func noCrimeAgainstIntellectualPropertyIsConditionallyDropped(juvenile: String?, offence: String?, isGranted: Bool)
    throws
  {
    var facts = ["nonProsecution": "conditional", "reason": "有悔罪表现"]
    facts["juvenile"] = juvenile
    facts["offence"] = offence
    let refused = try refused("not-prosecute", facts)
    #expect(refused?.code == (isGranted ? nil : "prosecution.conditional"))
    #expect(refused?.citation?.key == (isGranted ? nil : "criminal-procedure-law@282"))
  }

  @Test func theSupremeProcuratorateApprovesTheSpecialKind() throws {
    let facts = ["nonProsecution": "special", "reason": "有重大立功"]
    let bare = try refused("not-prosecute", facts)
    #expect(bare?.code == "fact.needed")
    #expect(bare?.citation?.key == "criminal-procedure-law@182")
    #expect(try refused("not-prosecute", facts.merging(["supremeApproval": "高检核〔2026〕1号"]) { $1 }) == nil)
  }
}

@Suite struct CriminalTrialTests {
  private let officer = Sample.officer(of: Sample.court, .clerk, .caseOfficer, .head)

  private func opening(
    _ track: String, plea: String? = nil, from state: String = "prosecuted", known: [String: String] = [:]
  ) throws -> Refusal? {
    var facts = ["courtCaseNumber": "（2026）粤0605刑初15号", "trialTrack": track]
    facts["plea"] = plea
    return Sample.refused(
      opening: .criminalTrial, facts, by: officer, in: try Sample.file(owner: Sample.police),
      from: Sample.origin(.prosecution, state, known: known))
  }

  private func refused(
    _ act: String, in state: String = "trial", _ facts: [String: String], known: [String: String] = [:],
    _ around: Surroundings = Surroundings(), on day: String = "2026-11-05"
  ) throws -> Refusal? {
    Sample.refused(
      Sample.standing(.criminalTrial, state, by: Sample.court, known: known), act, facts, by: officer,
      in: try Sample.file(owner: Sample.police), on: day, around)
  }

  @Test(arguments: ["review", "supplement", "not-prosecuted", "forwarded"])
  func withoutProsecutionThereIsNoTrial(state: String) throws {
    let refused = try opening("ordinary", from: state)
    #expect(refused?.code == "trial.not-prosecuted")
    #expect(refused?.citation?.key == "criminal-procedure-law@176")
  }

  @Test func theFastTrackIsForThoseWhoPleadGuilty() throws {
    #expect(try opening("fast-track")?.code == "trial.no-plea")
    #expect(try opening("fast-track")?.citation?.key == "criminal-procedure-law@222")
    #expect(try opening("fast-track", plea: "yes") == nil)
    #expect(try opening("fast-track", known: ["plea": "yes"]) == nil)
    #expect(try opening("fast-track", plea: "no", known: ["plea": "yes"])?.code == "trial.no-plea")
    #expect(try opening("summary") == nil)
  }

  @Test(arguments: [
    ("to-summary", "summary", "fast-track", true), ("to-summary", "summary", "summary", false),
    ("to-summary", "summary", "ordinary", false), ("to-ordinary", "ordinary", "fast-track", true),
    ("to-ordinary", "ordinary", "summary", true), ("to-ordinary", "ordinary", "ordinary", false),
  ])
  func aTrackOnlyGoesUp(act: String, to: String, now: String, isGranted: Bool) throws {
    let refused = try refused(act, ["trialTrack": to, "reason": "不宜适用"], known: ["trialTrack": now])
    #expect(refused?.code == (isGranted ? nil : "court.track"))
    #expect(refused?.arguments["track"] == (isGranted ? nil : .term("choice.trialTrack.\(now)")))
  }

  @Test(arguments: [("guilty", true), ("exempted", false), ("not-guilty", false)])
  func aFineGoesWithASentence(verdict: String, isGranted: Bool) throws {
    let refused = try refused("judge", ["verdict": verdict, "criminalFine": "50000"])
    #expect(refused?.code == (isGranted ? nil : "trial.fine"))
    #expect(try self.refused("judge", ["verdict": verdict]) == nil)
  }

  @Test func aJudgmentIsEffectiveAfterTheTimeForAnAppeal() throws {
    let around = Sample.running("L-criminal-appeal", until: "2026-11-05", of: .criminalTrial)
    let early = try refused("take-effect", in: "served", ["effectiveOn": "2026-11-05"], around)
    #expect(early?.code == "clock.wait")
    #expect(early?.citation?.key == "criminal-procedure-law@230")
    let backdated = try refused("take-effect", in: "served", ["effectiveOn": "2026-11-05"], around, on: "2026-11-06")
    #expect(backdated?.code == "court.effective-early")
    #expect(try refused("take-effect", in: "served", ["effectiveOn": "2026-11-06"], around, on: "2026-11-06") == nil)
    #expect(try refused("appeal", in: "served", [:], around) == nil)
    #expect(try refused("appeal", in: "served", [:], around, on: "2026-11-06")?.code == "court.appeal-late")
  }
}

import Casework
import Law
import Testing

@Suite struct ReferralTests {
  @Test(arguments: [
    ["file", "conclude"], ["file", "return"], ["file", "conclude", "return"], ["decline", "rest"],
    ["request", "supply", "file", "hand-over", "take-over", "conclude"], ["request", "file"],
    ["pass-on", "receive", "decline"], ["forward", "file"], ["forward", "decline"], ["disclaim"],
    ["extend", "request", "extend", "decline"], ["decline", "reconsider", "overturn", "conclude"],
    ["decline", "reconsider", "uphold", "rest"], ["decline", "reconsider", "uphold", "seek-supervision", "rest"],
    ["decline", "seek-supervision", "file-supervised", "inform", "return"], ["decline", "file-supervised"],
  ])
  func aReferralWalksEachOfItsWaysOnceReceived(walk: [String]) throws {
    try go(["team", "report", "approve", "send", "receive"] + walk)
  }

  @Test(arguments: [
    ["withdraw"], ["team", "withdraw"], ["team", "report", "withdraw"], ["team", "report", "refuse"],
    ["team", "report", "approve", "withdraw"], ["team", "report", "approve", "send", "withdraw"],
  ])
  func aReferralEndsBeforeItIsReceived(walk: [String]) throws { try go(walk) }

  private func go(_ walk: [String]) throws {
    var state = Procedure.referral.initial
    #expect(state == "drafted")
    for name in walk {
      let act = try #require(PoliceReferral.acts.first { $0.act == name && $0.from.contains(state) })
      let step = try Sample.referral(state).step(
        Sample.request(name, act.facts), by: act.officer(), in: PoliceReferral.file(in: state, beside: act.beside),
        on: Sample.today)
      #expect(step.to == act.to ?? state)
      state = step.to
    }
  }

  @Test(arguments: PoliceReferral.acts) func anActIsGrantedToEachOfItsRolesInEachOfItsStates(act: LawfulAct) throws {
    for state in act.from {
      for role in act.roles {
        let refused = Sample.refused(
          Sample.referral(state), act.act, act.facts, by: act.officer(role),
          in: PoliceReferral.file(in: state, beside: act.beside), Surroundings(isReceipted: true))
        #expect(refused == nil)
      }
    }
  }

  @Test(arguments: PoliceReferral.acts)
  func anActInAnotherStateIsRefusedAndWhatIsAllowedInsteadIsNamed(act: LawfulAct) throws {
    let here = PoliceReferral.acts.filter { $0.act == act.act }.flatMap(\.from)
    for state in PoliceReferral.states where !here.contains(state) {
      let refused = Sample.refused(
        Sample.referral(state), act.act, act.facts, by: act.officer(), in: PoliceReferral.file(in: state))
      let allowed = LawfulAct.allowed(PoliceReferral.acts, in: state)
      #expect(refused?.code == (allowed.isEmpty ? "act.ended" : "act.not-now"))
      #expect(refused?.arguments["allowed"] == .terms(allowed.map { "act.referral.\($0)" }))
    }
  }

  @Test func whatComesOfItIsCountedOnceHoweverTheFileGoesBack() throws {
    let rules = Procedure.referral.rules.filter { $0.act == "return" || $0.act == "conclude" }
    #expect(rules.filter { $0.from == ["police-filed"] }.allSatisfy { $0.milestone == .concluded })
    let back = try #require(rules.first { $0.from == ["concluded"] })
    #expect(back.milestone == nil)
    #expect(back.effect == .giveBack)
    #expect(back.citation?.key == "penalty-law@27.1")
    #expect(Sample.referral("concluded").owner(after: back.effect) == Sample.bureau)
  }

  @Test func aReferralIsNotWithdrawnOnceReceived() {
    let refused = Sample.refused(
      Sample.referral("received"), "withdraw", ["reason": "另行处理"], by: Sample.officer(.head),
      in: PoliceReferral.file(in: "received"))
    #expect(refused?.code == "act.not-now")
    let allowed = ["request", "pass-on", "forward", "disclaim", "extend", "file", "decline", "inform"]
    #expect(refused?.arguments["allowed"] == .terms(allowed.map { "act.referral.\($0)" }))
  }

  @Test(arguments: PoliceReferral.acts) func anActIsRefusedToEveryOtherRole(act: LawfulAct) throws {
    let onlyHead = act.act == "approve" || act.act == "refuse"
    for role in Role.allCases where !act.roles.contains(role) {
      let refused = Sample.refused(
        Sample.referral(act.from[0]), act.act, act.facts, by: act.officer(role),
        in: PoliceReferral.file(in: act.from[0]))
      #expect(refused?.kind == .forbidden)
      #expect(refused?.code == (onlyHead ? "referral.only-head" : "role.missing"))
    }
  }

  @Test(arguments: ["approve", "refuse"])
  func aDeputyHeadWhoDoesNotPresideNeitherApprovesNorRefusesByArticle5(act: String) {
    let refused = Sample.refused(
      Sample.referral("reported"), act, ["reason": "证据不足"], by: Sample.officer(.deputyHead),
      in: PoliceReferral.file(in: "reported"))
    #expect(refused?.code == "referral.only-head")
    #expect(refused?.citation?.key == "order-310@5.2")
  }

  @Test(arguments: [Role.head, .actingHead]) func theHeadAndTheDeputyWhoPresidesApprove(role: Role) {
    let refused = Sample.refused(
      Sample.referral("reported"), "approve", by: Sample.officer(role), in: PoliceReferral.file(in: "reported"))
    #expect(refused == nil)
  }

  @Test(arguments: PoliceReferral.acts) func theOtherAgencysActIsRefused(act: LawfulAct) {
    for wrong in [Sample.bureau, Sample.police, Sample.culture] where wrong != act.side {
      let officer = Sample.officer(of: wrong, act.roles.sorted()[0])
      let refused = Sample.refused(
        Sample.referral(act.from[0]), act.act, act.facts, by: officer, in: PoliceReferral.file(in: act.from[0]))
      #expect(refused?.kind == .forbidden)
      #expect(refused?.code == (act.side == Sample.bureau ? "referral.not-sender" : "referral.not-receiver"))
      #expect(refused?.arguments["agency"] == .agency(act.side))
    }
  }

  @Test(arguments: [
    ("team", "drafted", []), ("report", "verifying", []), ("approve", "reported", []), ("refuse", "reported", []),
    ("send", "approved", ["PSB"]), ("request", "received", ["IPB"]), ("supply", "supplementing", ["PSB"]),
    ("pass-on", "received", ["IPB"]), ("forward", "received", ["IPB"]), ("disclaim", "received", ["IPB"]),
    ("reconsider", "police-not-filed", ["PSB"]), ("overturn", "reconsidering", ["IPB"]),
    ("uphold", "reconsidering", ["IPB"]), ("seek-supervision", "non-filing-upheld", ["PSB"]),
    ("rest", "police-not-filed", ["PSB"]), ("file-supervised", "supervision-sought", ["IPB"]),
    ("hand-over", "police-filed", ["PSB"]), ("take-over", "police-filed", ["IPB"]),
    ("inform", "police-filed", ["PSB"]), ("withdraw", "drafted", []), ("withdraw", "approved", []),
    ("withdraw", "sent", ["PSB"]),
    ("receive", "sent", ["IPB"]), ("file", "received", ["IPB"]), ("decline", "received", ["IPB"]),
    ("conclude", "police-filed", ["IPB"]), ("return", "police-filed", ["IPB"]),
    ("return", "concluded", ["IPB"]),
  ])
  func theOtherAgencyLearnsOfWhatConcernsIt(act: String, state: String, audience: [String]) throws {
    let rule = try #require(Procedure.referral.rules(in: state).first { $0.act == act })
    #expect(Sample.referral(state).audience(of: rule).map(\.rawValue) == audience)
  }

  @Test(arguments: [
    ("drafted", "IPB" as String?), ("verifying", "IPB"), ("reported", "IPB"), ("approved", "IPB"), ("sent", "PSB"),
    ("passed-on", "PSB"), ("received", "PSB"), ("supplementing", "IPB"), ("forwarded", "PSB"),
    ("police-filed", "PSB"), ("police-not-filed", "IPB"), ("reconsidering", "PSB"), ("non-filing-upheld", "IPB"),
    ("supervision-sought", "PSB"), ("concluded", nil), ("returned", nil), ("refused", nil), ("withdrawn", nil),
    ("rested", nil), ("disclaimed", nil),
  ])
  func itIsTheTurnOfWhoeverBringsItOn(state: String, turn: String?) throws {
    let instant = Instant(microseconds: 0)
    let referral = Referral(
      id: 2, number: try CaseNumber(wire: "2026-000001"), summary: "案", respondents: "灯湖服饰商行", revision: 1,
      sendingAgency: Sample.bureau, receivingAgency: Sample.police, offence: nil, basis: .threshold, reason: "因",
      state: state, since: instant, isOpen: true, draftedAt: instant, sentAt: nil, receivedAt: nil, decidedAt: nil)
    #expect(referral.turn?.rawValue == turn)
  }

  // 310号令 art. 9: three days from the notice; working days are the later of two readings, and bar nobody earlier.
  @Test(arguments: [("2026-11-05", nil as String?), ("2026-11-10", nil), ("2026-11-11", "referral.reconsider-late")])
  func reconsiderationIsAskedForWithinThreeDaysByTheLaterReading(day: String, code: String?) throws {
    let clock = Clock(
      id: 1, proceeding: 2, kind: .referral, rule: "R10a", from: Trigger("2026-11-05"), startedBy: 9, liable: .sender,
      agency: Sample.bureau, dueDay: Day("2026-11-08"), dueAt: Instant("2026-11-08T23:59:59.999999+08:00"),
      outerAt: Instant("2026-11-10T23:59:59.999999+08:00"), isProvisional: false, problem: nil, grants: [], pauses: [],
      outcome: nil, endedOn: nil)
    let refused = Sample.refused(
      Sample.referral("police-not-filed"), "reconsider", ["reason": "达到追诉标准"], by: Sample.officer(.caseOfficer),
      in: PoliceReferral.file(in: "police-not-filed"), on: day, Surroundings(clocks: [clock]))
    #expect(refused?.code == code)
  }

  @Test(arguments: [nil, "dismissed"] as [String?]) func policeFileUnderSupervisionOnlyWhereThereIsOne(
    state: String?
  ) throws {
    let others = state.map { [Sibling(id: 5, kind: .filingSupervision, state: $0, origin: 2)] } ?? []
    let refused = Sample.refused(
      Sample.referral("police-not-filed"), "file-supervised", ["document": "立案一号", "approver": "丁"],
      by: Sample.officer(of: Sample.police, .head), in: PoliceReferral.file(in: "police-not-filed", beside: others))
    #expect(refused?.code == "referral.not-supervised")
    #expect(refused?.citation?.key == "procuratorate-rules@563")
  }

  // 行政强制法 art. 21: what is sealed or seized goes with the case, and the party is told in writing.
  @Test(arguments: [
    ("in-force", nil as String?, "referral.party-untold" as String?), ("in-force", "告知一号", nil), ("lifted", nil, nil),
  ])
  func thePartyIsToldThatWhatWasSeizedGoesToThePolice(state: String, document: String?, code: String?) throws {
    var facts = ["items": "标有商标的鞋三箱"]
    facts["document"] = document
    let refused = Sample.refused(
      Sample.referral("police-filed"), "hand-over", facts, by: Sample.officer(.clerk),
      in: PoliceReferral.file(in: "police-filed", beside: [Sibling(id: 7, kind: .measure, state: state, origin: 1)]))
    #expect(refused?.code == code)
  }

  @Test func aCaseIsNotPassedOnToThePoliceWhoHaveIt() throws {
    let refused = Sample.refused(
      Sample.referral("received"), "pass-on", ["police": "PSB", "document": "转送一号"],
      by: Sample.officer(of: Sample.police, .head), in: PoliceReferral.file(in: "received"))
    #expect(refused?.code == "referral.same-police")
  }

  @Test(arguments: [nil, "甲", "甲、甲"] as [String?]) func aTeamHasTwoOfficers(officers: String?) throws {
    let refused = Sample.refused(
      Sample.referral("drafted"), "team", officers.map { ["officers": $0] } ?? [:], by: Sample.officer(.caseOfficer),
      in: PoliceReferral.file(in: "drafted"))
    #expect(refused?.code == (officers == nil ? "fact.missing" : "fact.officers"))
  }

  @Test func theReportGivesAClockThatRunsAlreadyItsOwnBeginning() throws {
    let step = try Sample.referral("verifying").step(
      Sample.request("report", ["findings": "涉嫌犯罪"], on: "2026-11-18"), by: Sample.officer(.caseOfficer),
      in: PoliceReferral.file(in: "verifying"), on: Sample.today)
    let running = TinyLaw.clock("R3", from: "2026-11-10", id: 3, against: .sender)
    let plan = try ClockPlan(step, of: [running], by: TinyLaw.book, now: Sample.today.start)
    #expect(plan.ends.map(\.clock) == [3])
    #expect(plan.starts.map(\.reckoning.dueDay) == [Day("2026-11-21")])
  }
}

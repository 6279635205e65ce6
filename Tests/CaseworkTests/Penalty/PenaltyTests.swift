import Casework
import Law
import Testing

@Suite struct PenaltyTests {
  @Test func aCaseWalksFromLeadToClosed() throws {
    var state = "lead"
    let walk = [
      "verify", "file", "investigate", "conclude", "agree", "notify", "decide", "serve", "publish", "close",
    ]
    for name in walk {
      let act = try #require(OrdinaryProcedure.acts.first { $0.act == name })
      let step = try Sample.penalty(state).step(
        Sample.request(name, act.facts), by: act.officer(), in: OrdinaryProcedure.file, on: Sample.today)
      #expect(step.to == act.to)
      state = step.to
    }
    #expect(state == "closed")
  }

  @Test(arguments: OrdinaryProcedure.acts) func anActIsGrantedToEachOfItsRolesInEachOfItsStates(act: LawfulAct) throws {
    for state in act.from {
      for role in act.roles {
        let step = try Sample.penalty(state, pausedFor: act.act == "resume" ? [.appraisal] : []).step(
          Sample.request(act.act, act.facts), by: act.officer(role), in: OrdinaryProcedure.file, on: Sample.today)
        #expect(step.to == act.to ?? state)
      }
    }
  }

  @Test(arguments: OrdinaryProcedure.acts)
  func anActInAnotherStateIsRefusedAndWhatIsAllowedInsteadIsNamed(act: LawfulAct) throws {
    for state in OrdinaryProcedure.states where !act.from.contains(state) {
      let allowed = LawfulAct.allowed(OrdinaryProcedure.acts, in: state)
      let refused = try #require(
        Sample.refused(Sample.penalty(state), act.act, act.facts, by: act.officer()))
      #expect(refused.kind == .notAllowed)
      #expect(refused.code == (allowed.isEmpty ? "act.ended" : "act.not-now"))
      #expect(refused.field == "act")
      #expect(refused.arguments["allowed"] == .terms(allowed.map { "act.penalty.\($0)" }))
      #expect(refused.arguments["state"] == .term("state.penalty.\(state)"))
    }
  }

  @Test(arguments: OrdinaryProcedure.acts) func anActIsRefusedToEveryOtherRole(act: LawfulAct) throws {
    for role in Role.allCases where !act.roles.contains(role) {
      let refused = Sample.refused(Sample.penalty(act.from[0]), act.act, act.facts, by: Sample.officer(role))
      #expect(refused?.kind == .forbidden)
      #expect(refused?.code == "role.missing")
      #expect(
        refused?.arguments["roles"]
          == .terms(Role.allCases.filter(act.roles.contains).map { "role.\($0.rawValue)" }))
    }
  }

  @Test(arguments: OrdinaryProcedure.acts) func anActOnAnotherAgencysFileIsRefused(act: LawfulAct) throws {
    let stranger = Sample.officer(of: Sample.culture, act.roles.sorted()[0])
    let refused = Sample.refused(Sample.penalty(act.from[0]), act.act, act.facts, by: stranger)
    #expect(refused?.code == "case.not-yours")
    #expect(refused?.arguments["agency"] == .agency(Sample.bureau))
  }

  @Test func theAgencyThatTookTheFileOverDoesNotConductTheSendersPenalty() throws {
    let police = Sample.officer(of: Sample.police, .caseOfficer)
    let refused = Sample.refused(
      Sample.penalty("lead"), "verify", ["findings": "属实"], by: police, in: try Sample.file(owner: Sample.police))
    #expect(refused?.code == "case.not-yours")
    #expect(refused?.arguments["agency"] == .agency(Sample.bureau))
  }

  @Test func aLeadThatIsNotFiledHasEnded() {
    let declined = Sample.refused(Sample.penalty("not-filed"), "file", [:], by: Sample.officer(.caseOfficer))
    #expect(declined?.code == "act.ended")
  }

  @Test func aReviewerMaySendTheCaseBackAndItIsReviewedAgain() throws {
    var state = "review"
    for (act, role, next) in [
      ("return", Role.reviewer, "investigation"), ("conclude", .caseOfficer, "review"),
      ("agree", .reviewer, "reviewed"),
    ] {
      let facts = try #require(OrdinaryProcedure.acts.first { $0.act == act }).facts
      state = try Sample.penalty(state).step(
        Sample.request(act, facts), by: Sample.officer(role), in: Sample.file(), on: Sample.today
      ).to
      #expect(state == next)
    }
  }

  @Test(arguments: ["agree", "return"]) func aReviewerWhoHandledTheCaseIsRefused(act: String) throws {
    let officer = Sample.officer(id: 7, .caseOfficer, .reviewer)
    let facts = act == "return" ? ["reason": "证据不足"] : [:]
    let (own, others) = (Sample.penalty("review", handledBy: [7]), Sample.penalty("review", handledBy: [8]))
    #expect(Sample.refused(own, act, facts, by: officer)?.code == "review.own-case")
    #expect(Sample.refused(others, act, facts, by: officer) == nil)
  }

  @Test func verifyingFilingInvestigatingAndConcludingIsHandling() {
    #expect(Procedure.handlingActs == ["verify", "file", "investigate", "conclude"])
  }

  @Test(arguments: ["甲", "甲、甲", "甲、", "、，", "甲,甲"])
  func fewerThanTwoOfficersAreRefused(names: String) throws {
    let refused = Sample.refused(
      Sample.penalty("verification"), "file", ["officers": names, "approver": "丙"], by: Sample.officer(.caseOfficer))
    #expect(refused?.code == "fact.officers")
    #expect(refused?.field == "facts.officers")
    #expect(refused?.arguments["least"] == .text("2"))
  }

  @Test(arguments: ["甲、乙", "甲,乙", "甲，乙", "甲;乙", "甲；乙", " 甲 、 乙 、"])
  func officersAreSeparatedInAnyUsualWay(names: String) throws {
    let step = try Sample.penalty("verification").step(
      Sample.request("file", ["officers": names, "approver": "丙"]), by: Sample.officer(.caseOfficer),
      in: Sample.file(), on: Sample.today)
    #expect(step.facts["officers"] == "甲、乙")
  }

  @Test(
    arguments: [
      (["outcome": "penalty"], "decision.empty"), (["outcome": "penalty", "fine": "1000"], nil),
      (["outcome": "penalty", "confiscated": "1000"], nil), (["outcome": "penalty", "otherPenalties": "警告"], nil),
      (["outcome": "no-penalty", "fine": "1000"], "decision.no-penalty"),
      (["outcome": "not-proven", "confiscated": "1"], "decision.no-penalty"),
      (["outcome": "to-other-agency", "otherPenalties": "警告"], "decision.no-penalty"), (["outcome": "no-penalty"], nil),
    ] as [([String: String], String?)])
  func aDecisionImposesSomethingIfItIsAPenaltyAndNothingIfItIsNot(facts: [String: String], code: String?) throws {
    let refused = Sample.refused(
      Sample.penalty("notice"), "decide", facts, by: Sample.officer(.head), in: try Sample.file(openReferral: nil))
    #expect(refused?.code == code)
  }

  @Test func anApproverIsNoneOfTheOfficersWhoHandleTheCase() throws {
    let refused = Sample.refused(
      Sample.penalty("verification"), "file", ["officers": "甲、乙", "approver": "乙"], by: Sample.officer(.caseOfficer),
      in: try Sample.file(openReferral: nil))
    #expect(refused?.code == "fact.approver-handles")
  }

  @Test func anOfficerNamedAtTheFilingDoesNotReview() throws {
    let reviewer = Sample.officer(.reviewer)
    let proceeding = Proceeding(
      id: 1, kind: .penalty, state: "review", agency: Sample.bureau, receiver: nil, handledBy: [],
      assigned: ["甲", reviewer.name])
    let refused = Sample.refused(proceeding, "agree", [:], by: reviewer, in: try Sample.file(openReferral: nil))
    #expect(refused?.code == "review.own-case")
  }

  @Test(
    arguments: [
      ("2026-11-09", "date.before-last-act"), ("2026-11-10", nil), ("2026-11", nil), ("2026", nil),
      ("2026-10", "date.before-last-act"), ("2025", "date.before-last-act"),
    ] as [(String, String?)])
  func noActHappensBeforeTheOneBefore(day: String, code: String?) throws {
    let proceeding = Proceeding(
      id: 1, kind: .penalty, state: "lead", agency: Sample.bureau, receiver: nil, handledBy: [],
      latestDay: Day("2026-11-10"))
    let request = ActRequest(act: "verify", happenedOn: try When(wire: day), facts: ["findings": "属实"], revision: nil)
    var refused: Refusal?
    do throws(Refusal) {
      _ = try proceeding.step(
        request, by: Sample.officer(.caseOfficer), in: Sample.sure { try Sample.file(openReferral: nil) },
        on: Sample.today)
    } catch { refused = error }
    #expect(refused?.code == code)
  }

  @Test(arguments: ["drafted", "approved", "sent", "received"])
  func aPenaltyIsNotDecidedWhileAReferralIsOpen(state: String) throws {
    let refused = Sample.refused(
      Sample.penalty("notice"), "decide", ["outcome": "penalty", "fine": "1000"], by: Sample.officer(.head),
      in: try Sample.file(openReferral: state))
    #expect(refused?.code == "referral.out")
    #expect(refused?.citation?.key == "order-310@11.1")
  }

  @Test func aDecisionKnowsItsFineAndWhatWasConfiscated() throws {
    let step = try Sample.penalty("notice").step(
      Sample.request("decide", ["outcome": "penalty", "fine": "1.2万", "confiscated": "300.50"]),
      by: Sample.officer(.head), in: Sample.file(), on: Sample.today)
    #expect(step.fine?.value == 1_200_000)
    #expect(step.confiscated?.value == 30_050)
    #expect(step.facts["fine"] == "12000.00")
  }

  @Test func aDecisionThatNamesNoFineHasNoneRatherThanZero() throws {
    let step = try Sample.penalty("notice").step(
      Sample.request("decide", ["outcome": "no-penalty", "fine": ""]), by: Sample.officer(.head), in: Sample.file(),
      on: Sample.today)
    #expect(step.fine == nil)
    #expect(step.confiscated == nil)
  }
}

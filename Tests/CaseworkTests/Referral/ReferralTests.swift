import Casework
import Law
import Testing

@Suite struct ReferralTests {
  @Test(arguments: [
    ["approve", "send", "receive", "file", "conclude"], ["approve", "send", "receive", "file", "return"],
    ["approve", "send", "receive", "file", "conclude", "return"], ["approve", "send", "receive", "decline"], ["refuse"],
    ["withdraw"], ["approve", "withdraw"], ["approve", "send", "withdraw"],
  ])
  func aReferralWalksEachOfItsWays(walk: [String]) throws {
    var state = Procedure.referral.initial
    #expect(state == "drafted")
    for name in walk {
      let act = try #require(PoliceReferral.acts.first { $0.act == name && $0.from.contains(state) })
      let step = try Sample.referral(state).step(
        Sample.request(name, act.facts), by: act.officer(), in: PoliceReferral.file(in: state), on: Sample.today)
      state = step.to
      #expect(state == act.to)
    }
  }

  @Test(arguments: PoliceReferral.acts) func anActIsGrantedToEachOfItsRolesInEachOfItsStates(act: LawfulAct) throws {
    for state in act.from {
      for role in act.roles {
        let refused = Sample.refused(
          Sample.referral(state), act.act, act.facts, by: act.officer(role), in: PoliceReferral.file(in: state))
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
    #expect(
      refused?.arguments["allowed"] == .terms(["act.referral.extend", "act.referral.file", "act.referral.decline"]))
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
      Sample.referral("drafted"), act, ["reason": "证据不足"], by: Sample.officer(.deputyHead),
      in: PoliceReferral.file(in: "drafted"))
    #expect(refused?.code == "referral.only-head")
    #expect(refused?.citation?.key == "order-310@5.2")
  }

  @Test(arguments: [Role.head, .actingHead]) func theHeadAndTheDeputyWhoPresidesApprove(role: Role) {
    let refused = Sample.refused(
      Sample.referral("drafted"), "approve", by: Sample.officer(role), in: PoliceReferral.file(in: "drafted"))
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
    ("approve", "drafted", []), ("refuse", "drafted", []), ("send", "approved", ["PSB"]),
    ("withdraw", "drafted", []), ("withdraw", "approved", []), ("withdraw", "sent", ["PSB"]),
    ("receive", "sent", ["IPB"]), ("file", "received", ["IPB"]), ("decline", "received", ["IPB"]),
    ("conclude", "police-filed", ["IPB"]), ("return", "police-filed", ["IPB"]),
    ("return", "concluded", ["IPB"]),
  ])
  func theOtherAgencyLearnsOfWhatConcernsIt(act: String, state: String, audience: [String]) throws {
    let rule = try #require(Procedure.referral.rules(in: state).first { $0.act == act })
    #expect(Sample.referral(state).audience(of: rule).map(\.rawValue) == audience)
  }

  @Test(arguments: [
    ("drafted", "IPB" as String?), ("approved", "IPB"), ("sent", "PSB"), ("received", "PSB"), ("police-filed", "PSB"),
    ("police-not-filed", nil), ("concluded", nil), ("returned", nil), ("refused", nil), ("withdrawn", nil),
  ])
  func itIsTheSendersTurnUntilItIsSentThenTheReceivers(state: String, turn: String?) throws {
    let instant = Instant(microseconds: 0)
    let referral = Referral(
      id: 2, number: try CaseNumber(wire: "2026-000001"), summary: "案", respondents: "灯湖服饰商行", revision: 1,
      sendingAgency: Sample.bureau, receivingAgency: Sample.police, offence: nil, basis: .threshold, reason: "因",
      state: state, since: instant, isOpen: true, draftedAt: instant, sentAt: nil, receivedAt: nil, decidedAt: nil)
    #expect(referral.turn?.rawValue == turn)
  }
}

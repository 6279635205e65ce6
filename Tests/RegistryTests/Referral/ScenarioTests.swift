import Casework
import Registry
import TestSupport
import Testing

/// What other systems found worth testing: the referrals of hmpps-manage-adjudications-api (`ReferralsIntTest`), and the
/// shared cases of SORMAS (`SharedCases.feature`), each by its name there and in our words here. Where theirs removes what
/// was recorded, ours refuses: a docket only grows.
@Suite(.database) struct ScenarioTests {
  @Test(arguments: adjudications + sormas) func aScenarioEndsAsItShould(scenario: Scenario) async throws {
    let stage = Stagehand()
    for move in scenario.moves { try await stage.play(move) }
    let outcome = try await stage.outcome()
    #expect(outcome.owner == scenario.owner)
    #expect(outcome.states == scenario.states)
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  private static let referred: [Scenario.Move] = [.refer, .act("send", .referral, by: "IPB")]
  private static let received: [Scenario.Move] = referred + [.act("receive", .referral, by: "PSB")]
  private static let declined: [Scenario.Move] = received + [.act("decline", .referral, by: "PSB")]
  private static let sent: [Scenario.Move] = [.transfer(from: "IPB", to: "CUL")]
  private static let accepted: [Scenario.Move] = sent + [.act("receive", .transfer, by: "CUL")]

  private static let adjudications: [Scenario] = [
    Scenario(
      "hearing referral leads to NOT_PROCEED", declined + [.act("rest", .referral, by: "IPB")], owner: "IPB",
      "referral/rested"),
    Scenario(
      "remove referral with hearing", referred + [.act("withdraw", .referral, by: "IPB")], owner: "IPB",
      "referral/withdrawn"),
    Scenario(
      "remove referral with hearing and referral outcome",
      declined + [.refused("act.not-now", .act("withdraw", .referral, by: "IPB"))], owner: "IPB",
      "referral/police-not-filed"),
    Scenario(
      "remove referral without hearing", [.refer, .act("withdraw", .referral, by: "IPB")], owner: "IPB",
      "referral/withdrawn"),
    Scenario(
      "remove referral and referral outcome",
      received + [
        .act("file", .referral, by: "PSB"), .refused("act.not-now", .act("withdraw", .referral, by: "IPB")),
      ], owner: "PSB", "referral/police-filed"),
    Scenario(
      "create police referral without hearing, schedule a new hearing and then remove it",
      referred + [.act("withdraw", .referral, by: "IPB")] + referred, owner: "IPB", "referral/withdrawn",
      "referral/sent"),
    Scenario(
      "police refer - no hearing, inad refer, police refer, prosecute",
      [
        .refer, .act("withdraw", .referral, by: "IPB"), .transfer(from: "IPB", to: "CUL"),
        .act("withdraw", .transfer, by: "IPB"),
      ] + received + [.act("file", .referral, by: "PSB"), .act("conclude", .referral, by: "PSB")], owner: "PSB",
      "referral/withdrawn", "transfer/withdrawn", "referral/concluded"),
    Scenario(
      "create hearing, refer to inad, and inad decides not to proceed, then remove referral",
      sent + [.act("decline", .transfer, by: "CUL"), .act("withdraw", .transfer, by: "IPB")], owner: "IPB",
      "transfer/withdrawn"),
    Scenario(
      "create hearing, refer to inad, schedule inad hearing, then remove the hearing",
      accepted + [.refused("act.not-now", .act("withdraw", .transfer, by: "IPB"))], owner: "CUL", "transfer/received"),
    Scenario(
      "create hearing, refer to police, schedule hearing, then remove the hearing",
      received + [.act("request", .referral, by: "PSB"), .act("supply", .referral, by: "IPB")], owner: "PSB",
      "referral/received"),
    Scenario(
      "police refer from hearing leads to prosecution, then referral is removed",
      received + [
        .act("file", .referral, by: "PSB"), .act("conclude", .referral, by: "PSB"),
        .refused("act.not-now", .act("withdraw", .referral, by: "IPB")),
      ], owner: "PSB", "referral/concluded"),
    Scenario(
      "REFER_INAD referral outcome of REFER_GOV", accepted + [.transfer(from: "CUL", to: "AGR")], owner: "CUL",
      "transfer/received", "transfer/sent"),
    Scenario(
      "REFER_GOV referral outcome of NOT_PROCEED",
      sent + [
        .act("decline", .transfer, by: "CUL"), .act("escalate", .transfer, by: "IPB"),
        .act("retain", .transfer, by: "IPB"),
      ], owner: "IPB", "transfer/retained"),
    Scenario(
      "REFER_GOV referral outcome of SCHEDULE_HEARING",
      sent + [
        .act("decline", .transfer, by: "CUL"), .act("escalate", .transfer, by: "IPB"),
        .act("designate", .transfer, by: "IPB"), .act("receive", .transfer, by: "CUL"),
      ], owner: "CUL", "transfer/received"),
    Scenario(
      "REFER_INAD referral outcome REFER_GOV next steps NOT_PROCEED",
      accepted + [.transfer(from: "CUL", to: "AGR"), .act("decline", .transfer, by: "AGR")], owner: "CUL",
      "transfer/received", "transfer/declined"),
    Scenario(
      "REFER_INAD referral outcome REFER_GOV next steps NOT_PROCEED - remove NOT PROCEED",
      accepted + [
        .transfer(from: "CUL", to: "AGR"), .act("decline", .transfer, by: "AGR"),
        .act("insist", .transfer, by: "CUL"), .act("receive", .transfer, by: "AGR"),
      ], owner: "AGR", "transfer/received", "transfer/received"),
    Scenario(
      "REFER_INAD referral outcome REFER_GOV next steps SCHEDULE_HEARING",
      accepted + [.transfer(from: "CUL", to: "AGR"), .act("receive", .transfer, by: "AGR")], owner: "AGR",
      "transfer/received", "transfer/received"),
    Scenario(
      "REFER_INAD - SCHEDULE_HEARING - REFER_GOV - SCHEDULE_HEARING",
      accepted + [
        .transfer(from: "CUL", to: "IPB"), .act("receive", .transfer, by: "IPB"),
      ], owner: "IPB", "transfer/received", "transfer/received"),
  ]

  private static let sormas: [Scenario] = [
    Scenario(
      "[S2S] Delete a shared case", accepted + [.refused("case.not-yours", .add(by: "IPB"))], owner: "CUL",
      "transfer/received"),
    Scenario(
      "Add sample and immunization in source system before accept",
      sent + [.evidence(by: "IPB"), .add(by: "IPB"), .act("receive", .transfer, by: "CUL")], owner: "CUL",
      "transfer/received"),
    Scenario(
      "Add sample and immunization in source system after accept",
      accepted + [.refused("case.not-yours", .evidence(by: "IPB"))], owner: "CUL", "transfer/received"),
    Scenario(
      "Change sample and immunization in target system",
      accepted + [.evidence(by: "CUL"), .add(by: "CUL")], owner: "CUL", "transfer/received"),
    Scenario(
      "Change sample and immunization in target system without hand over the ownership",
      sent + [.refused("case.not-yours", .evidence(by: "CUL")), .refused("case.not-yours", .add(by: "CUL"))],
      owner: "IPB", "transfer/sent"),
    Scenario(
      "Avoiding simultaneous work: preventing sharing twice to the same target system [1]",
      sent + [.refused("referral.open", .transfer(from: "IPB", to: "CUL"))], owner: "IPB", "transfer/sent"),
    Scenario(
      "Avoiding simultaneous work: to a third system while the first has not answered [1]",
      sent + [.refused("referral.open", .transfer(from: "IPB", to: "AGR")), .refused("referral.open", .refer)],
      owner: "IPB", "transfer/sent"),
    Scenario(
      "Avoiding simultaneous work: revoked, then shared again and accepted",
      sent + [.act("withdraw", .transfer, by: "IPB")] + accepted, owner: "CUL", "transfer/withdrawn",
      "transfer/received"),
    Scenario(
      "Avoiding simultaneous work: the receiver shares on what it has not accepted",
      sent + [.refused("case.not-yours", .transfer(from: "CUL", to: "AGR"))], owner: "IPB", "transfer/sent"),
    Scenario(
      "Accept Reject Special Cases [1]: rejected, and the sender learns of it",
      sent + [.act("decline", .transfer, by: "CUL"), .refused("act.not-now", .act("receive", .transfer, by: "CUL"))],
      owner: "IPB", "transfer/declined"),
    Scenario(
      "Accept Reject Special Cases [2]: accepted, then revoked by the sender",
      accepted + [.refused("act.not-now", .act("withdraw", .transfer, by: "IPB"))], owner: "CUL", "transfer/received"),
    Scenario(
      "Accept Reject Special Cases [3]: rejected, shared again, rejected again",
      sent + [
        .act("decline", .transfer, by: "CUL"), .act("withdraw", .transfer, by: "IPB"),
        .transfer(from: "IPB", to: "CUL"), .act("decline", .transfer, by: "CUL"),
      ], owner: "IPB", "transfer/withdrawn", "transfer/declined"),
    Scenario(
      "Accept Reject Special Cases [4]: after the hand-over the sender shares no more",
      accepted + [.refused("case.not-yours", .transfer(from: "IPB", to: "AGR"))], owner: "CUL", "transfer/received"),
    Scenario(
      "Accept Reject Special Cases [5]: revoked, then accepted",
      sent + [
        .act("withdraw", .transfer, by: "IPB"),
        .refused("case.unknown", .act("receive", .transfer, by: "CUL")),
      ], owner: "IPB", "transfer/withdrawn"),
    Scenario(
      "Accept Reject Special Cases [6]: revoked, then rejected",
      sent + [
        .act("withdraw", .transfer, by: "IPB"),
        .refused("case.unknown", .act("decline", .transfer, by: "CUL")),
      ], owner: "IPB", "transfer/withdrawn"),
    Scenario(
      "Sending back: the receiver returns the case to where it came from",
      accepted + [.transfer(from: "CUL", to: "IPB"), .act("receive", .transfer, by: "IPB"), .add(by: "IPB")],
      owner: "IPB", "transfer/received", "transfer/received"),
    Scenario(
      "Hand-back fails because of a third system: the third cannot take what was not sent to it",
      accepted + [
        .transfer(from: "CUL", to: "IPB"), .refused("case.unknown", .act("receive", .transfer, by: "AGR")),
        .act("receive", .transfer, by: "IPB"),
      ], owner: "IPB", "transfer/received", "transfer/received"),
  ]
}

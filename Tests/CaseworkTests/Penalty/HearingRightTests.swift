import Casework
import Law
import Testing

/// 听证的权利, by the figures of 听证办法 art. 5: 10,000 yuan for a natural person, 100,000 for an organisation.
@Suite struct HearingRightTests {
  private let handler = Sample.officer(.caseOfficer)
  private let head = Sample.officer(.head)
  private let around = Surroundings(book: ThresholdLaw.book)

  @Test(
    arguments: [
      (["proposedFine": "9999.99"], false), (["proposedFine": "10000"], true),
      (["proposedFine": "10000", "partyKind": "natural-person"], true),
      (["proposedFine": "99999.99", "partyKind": "organisation"], false),
      (["proposedFine": "100000", "partyKind": "organisation"], true), (["proposedConfiscation": "10000"], true),
      (["proposedConfiscation": "9999.99"], false), (["heavyPenalty": "yes", "partyKind": "organisation"], true),
      (["heavyPenalty": "no"], false), ([:], false),
    ] as [([String: String], Bool)])
  func aNoticeOffersTheHearingThatIsDue(proposed: [String: String], due: Bool) {
    let facts = proposed.merging(["approver": "丙", "hearing": "no"]) { $1 }
    let refused = Sample.refused(Sample.penalty("reviewed"), "notify", facts, by: handler, around)
    #expect(refused?.code == (due ? "hearing.must-offer" : nil))
    #expect(refused?.field == (due ? "facts.hearing" : nil))
    // The article is that of the row.
    #expect(refused?.citation?.key == (due ? "civil-code@201" : nil))
    let offered = facts.merging(["hearing": "yes"]) { $1 }
    #expect(Sample.refused(Sample.penalty("reviewed"), "notify", offered, by: handler, around) == nil)
  }

  private func decided(_ facts: [String: String], _ known: [String: String]) -> Refusal? {
    Sample.refused(
      Sample.penalty("notice", known: known), "decide", facts.merging(["outcome": "penalty"]) { $1 }, by: head, around)
  }

  @Test func aDecisionDoesNotGoBeyondItsNotice() {
    let known = ["hearing": "yes", "proposedFine": "5000.00", "proposedConfiscation": "300.00"]
    let fine = decided(["fine": "5000.01"], known)
    #expect(fine?.code == "decision.heavier-than-notice")
    #expect(fine?.arguments["most"] == .text("5000.00"))
    #expect(fine?.arguments["fact"] == .term("fact.proposedFine"))
    #expect(decided(["confiscated": "300.01"], known)?.code == "decision.heavier-than-notice")
    #expect(decided(["fine": "5000", "confiscated": "300"], known) == nil)
    #expect(decided(["fine": "90000"], ["hearing": "yes"]) == nil)
  }

  @Test(arguments: ["notice", "cleared"]) func whatIsToWeighHeavierIsNotifiedAnew(state: String) throws {
    let step = try Sample.penalty(state).step(
      Sample.request("notify", ["approver": "丙", "hearing": "yes", "proposedFine": "90000"]), by: handler,
      in: Sample.file(), on: Sample.today, around)
    #expect(step.to == "notice")
  }

  @Test(
    arguments: [
      ("natural-person", "9999.99", false), ("natural-person", "10000", true), ("organisation", "99999.99", false),
      ("organisation", "100000", true), (nil, "10000", true),
    ] as [(String?, String, Bool)])
  func nothingThatGivesTheRightIsImposedUnheard(party: String?, fine: String, due: Bool) {
    var known = ["hearing": "no"]
    known["partyKind"] = party
    #expect(decided(["fine": fine], known)?.code == (due ? "decision.unheard" : nil))
    #expect(decided(["fine": fine], known.merging(["hearing": "yes"]) { $1 }) == nil)
  }

  @Test(
    arguments: [
      (Sanction.Kind.suspension, true), (.closure, true), (.revocation, true), (.downgrade, true),
      (.employmentBan, true), (.restriction, true), (.warning, false), (.criticism, false),
    ])
  func norIsAHeavyPenalty(kind: Sanction.Kind, due: Bool) throws {
    let needsNoAmount = Sanction(
      party: try Line(wire: "灯湖服饰商行"), kind: kind, details: try Line(wire: "三十日"))
    let request = ActRequest(
      act: "decide", happenedOn: try When(wire: "2026-11-05"), facts: ["outcome": "penalty"],
      sanctions: [needsNoAmount], revision: nil)
    let penalty = Sample.penalty("notice", known: ["hearing": "no", "partyKind": "organisation"])
    var refused: Refusal?
    do throws(Refusal) {
      _ = try penalty.step(
        request, by: head, in: Sample.sure { try Sample.file(respondents: ["灯湖服饰商行"]) }, on: Sample.today, around)
    } catch { refused = error }
    #expect(refused?.code == (due ? "decision.unheard" : nil))
  }
}

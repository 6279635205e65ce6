import Law
import Testing

@testable import Casework

struct HandoffTests {
  private func handoff(
    _ kind: ProceedingKind, _ state: String, due: Instant? = nil, liable: AgencyCode? = nil
  ) -> Handoff {
    Handoff(
      id: 1, kind: kind, number: CaseNumber(kept: "2026-000001"), summary: "x", sender: Sample.bureau,
      receiver: Sample.town, state: state, since: Instant(microseconds: 0), dueAt: due, liable: liable)
  }

  @Test(arguments: [
    (ProceedingKind.referral, "sent", Handoff.Group.theirs, Handoff.Group.ourReceipt),
    (.referral, "passed-on", .theirs, .ourReceipt), (.referral, "received", .theirs, .ourDecision),
    (.referral, "supplementing", .ourDecision, .theirs), (.referral, "police-not-filed", .returned, .theirs),
    (.referral, "reconsidering", .theirs, .ourDecision), (.referral, "non-filing-upheld", .returned, .theirs),
    (.transfer, "sent", .theirs, .ourReceipt), (.transfer, "declined", .returned, .theirs),
    (.support, "requested", .theirs, .ourReceipt), (.support, "received", .theirs, .ourDecision),
    (.workOrder, "issued", .theirs, .ourReceipt), (.workOrder, "reported", .ourDecision, .theirs),
  ])
  func bothBoardsShowIt(kind: ProceedingKind, state: String, sender: Handoff.Group, receiver: Handoff.Group) {
    #expect(handoff(kind, state).group(for: Sample.bureau) == sender)
    #expect(handoff(kind, state).group(for: Sample.town) == receiver)
    #expect(handoff(kind, state).group(for: AgencyCode(kept: "COU")) == nil)
  }

  /// What one side waits for is the other's turn, in every state of every procedure with an agency that answers.
  @Test func whatIsOnOneBoardIsOnTheOther() {
    for kind in ProceedingKind.allCases where kind == .referral || kind.procedure?.receiver != nil {
      for state in kind.procedure?.states ?? [] {
        let (left, right) = (
          handoff(kind, state).group(for: Sample.bureau), handoff(kind, state).group(for: Sample.town)
        )
        #expect((left == nil) == (right == nil), "\(kind) \(state)")
        if left != nil { #expect((left == .theirs) != (right == .theirs), "\(kind) \(state)") }
      }
    }
  }

  @Test(arguments: [
    (3_600_000_000 * 5, 5, false), (3_599_999_999, 0, false), (-1, -1, true), (-3_600_000_000 * 3, -3, true),
  ])
  func hoursAreWholeAndNegativeOnceItIsOver(micros: Int64, hours: Int, isOverdue: Bool) {
    let now = Instant(microseconds: 1_700_000_000_000_000)
    let handoff = handoff(.referral, "sent", due: now.adding(microseconds: micros), liable: Sample.town)
    #expect(handoff.hoursLeft(at: now) == hours)
    #expect(handoff.isOverdue(at: now) == isOverdue)
  }

  /// The police's eight days go on while the sender supplies what is missing; that the sender is late, they do not say.
  @Test func aTimeThatRunsAgainstTheOtherMakesNobodyLate() {
    let now = Instant(microseconds: 1_700_000_000_000_000)
    let waiting = handoff(.referral, "supplementing", due: now.adding(seconds: -60), liable: Sample.town)
    #expect(waiting.turn == Sample.bureau && !waiting.isOverdue(at: now))
  }

  @Test func theLadderShowsWhatIsDoneAndTheUsualWayOn() {
    let referral = Proceeding(
      id: 1, kind: .referral, state: "sent", agency: Sample.bureau, receiver: Sample.town, handledBy: [])
    let rungs = referral.ladder([])
    #expect(rungs.map(\.act) == ["receive", "file", "conclude"])
    #expect(rungs.map(\.agency) == [Sample.town, Sample.town, Sample.town])
    #expect(rungs.allSatisfy { !$0.isDone })
  }
}

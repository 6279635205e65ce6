import Casework
import Law
import Testing

@Suite struct ReviewTests {
  private let officer = Sample.officer(.caseOfficer)
  private static let asked = ["applicant": "灯湖服饰商行", "reviewBody": "区人民政府", "knownOn": "2026-11-03"]
  private static let decision = [
    "reviewOutcome": "maintained", "document": "复决1号", "decisionContent": "维持", "unpublish": "no",
  ]
  private static let judgment = [
    "suitOutcome": "claims-dismissed", "document": "行判1号", "decisionContent": "驳回", "unpublish": "no",
  ]

  private func applied(
    _ changes: [String: String] = [:], of origin: Proceeding, in file: CaseFileState? = nil,
    on day: String = "2026-11-05"
  ) -> Refusal? {
    Sample.refused(
      opening: .review, Self.asked.merging(changes) { $1 }, by: officer, in: file, on: day,
      Surroundings(origin: origin, book: ThresholdLaw.book))
  }

  private func review(_ state: String) -> Proceeding { Sample.following(.review, state) }

  private func origin(_ kind: ProceedingKind, _ state: String) -> Proceeding {
    Proceeding(id: 2, kind: kind, state: state, agency: Sample.bureau, receiver: nil, handledBy: [])
  }

  @Test(
    arguments: [
      (ProceedingKind.penalty, "notice", false), (.penalty, "decision", true), (.penalty, "not-filed", true),
      (.penalty, "publication", true), (.summary, "heard", false), (.summary, "decided", true),
      (.summary, "converted", false), (.measure, "in-force", true),
      (.customs, "opened", false), (.customs, "notified", false), (.customs, "detained", true),
      (.customs, "confiscated", true),
    ] as [(ProceedingKind, String, Bool)])
  func somethingWasDoneThatCanBeReviewed(kind: ProceedingKind, state: String, granted: Bool) {
    let refused = applied(of: origin(kind, state))
    #expect(refused?.code == (granted ? nil : "review.nothing-yet"))
    #expect(refused?.citation?.key == (granted ? nil : "administrative-review-law@20"))
  }

  // Sixty days after 2026-09-01 end on 2026-10-31, after 2026-09-06 on 2026-11-05.
  @Test(
    arguments: [("2026-09-06", nil), ("2026-09-05", "2026-11-04"), ("2026-09-01", "2026-10-31")] as [(String, String?)])
  func itIsAskedForWithinSixtyDays(known: String, due: String?) {
    let refused = applied(["knownOn": known], of: origin(.penalty, "service"))
    #expect(refused?.code == (due == nil ? nil : "review.late"))
    #expect(refused?.field == (due == nil ? nil : "facts.lateReason"))
    #expect(refused?.arguments["day"] == due.map(Refusal.Argument.text))
    let explained = applied(["knownOn": known, "lateReason": "不可抗力"], of: origin(.penalty, "service"))
    #expect(explained == nil)
  }

  @Test func thereIsOneReviewAtATime() throws {
    let open = try Sample.file(others: [Sibling(id: 5, kind: .review, state: "accepted")])
    #expect(applied(of: origin(.penalty, "service"), in: open)?.code == "review.under-way")
    let over = try Sample.file(others: [Sibling(id: 5, kind: .review, state: "withdrawn")])
    #expect(applied(of: origin(.penalty, "service"), in: over) == nil)
  }

  @Test func itFollowsFromWhatWasDone() {
    #expect(Procedure.review.follows == [.penalty, .summary, .measure, .customs])
    #expect(Procedure.review.needsOrigin)
    #expect(!Procedure.review.leads)
    #expect(applied(of: origin(.tip, "x"))?.code == "proceeding.origin")
  }

  // 行政处罚法 art. 48: what was published and falls is taken down.
  @Test(arguments: ["changed", "revoked", "unlawful", "void"])
  func aPublishedPenaltyThatFallsIsTakenDown(outcome: String) {
    let facts = Self.decision.merging(["reviewOutcome": outcome]) { $1 }
    let published = Surroundings(origin: origin(.penalty, "publication"))
    let refused = Sample.refused(review("replied"), "decide", facts, by: officer, published)
    #expect(refused?.code == "review.unpublish")
    #expect(refused?.field == "facts.unpublish")
    #expect(refused?.citation?.key == "penalty-law@48")
    let down = facts.merging(["unpublish": "yes"]) { $1 }
    #expect(Sample.refused(review("replied"), "decide", down, by: officer, published) == nil)
    let unpublished = Surroundings(origin: origin(.penalty, "service"))
    #expect(Sample.refused(review("replied"), "decide", facts, by: officer, unpublished) == nil)
    let judged = Self.judgment.merging(["suitOutcome": outcome]) { $1 }
    #expect(Sample.refused(review("sued"), "judge", judged, by: officer, published)?.code == "review.unpublish")
  }

  @Test(arguments: [("published", true), ("pushed", true), ("checked", false), ("withdrawn", false)])
  func whatIsPublishedInItsPublicityIsTakenDownToo(state: String, isPublic: Bool) throws {
    let file = try Sample.file(others: [Sibling(id: 9, kind: .publicity, state: state, origin: 2)])
    let facts = Self.decision.merging(["reviewOutcome": "revoked"]) { $1 }
    let refused = Sample.refused(
      review("replied"), "decide", facts, by: officer, in: file, Surroundings(origin: origin(.penalty, "service")))
    #expect(refused?.code == (isPublic ? "review.unpublish" : nil))
  }

  @Test(arguments: ["maintained", "dismissed"]) func onePenaltyThatStandsStaysPublished(outcome: String) {
    let facts = Self.decision.merging(["reviewOutcome": outcome]) { $1 }
    let published = Surroundings(origin: origin(.penalty, "publication"))
    #expect(Sample.refused(review("replied"), "decide", facts, by: officer, published) == nil)
  }

  @Test func itIsClosedWhenNobodySuesAnyLonger() {
    let around = Sample.running("Q-suit-after-review", until: "2026-11-10", of: .review)
    let refused = Sample.refused(review("decided"), "close", by: officer, on: "2026-11-10", around)
    #expect(refused?.code == "clock.wait")
    #expect(refused?.citation?.key == "administrative-litigation-law@45")
    #expect(Sample.refused(review("decided"), "close", by: officer, on: "2026-11-11", around) == nil)
  }

  @Test func itIsNotClosedWhileSomethingIsStillPublished() {
    let around = Sample.running("P25", until: "2026-11-10", of: .review)
    let refused = Sample.refused(review("judged"), "close", by: officer, around)
    #expect(refused?.code == "review.still-published")
    let again = Self.judgment.merging(["suitOutcome": "revoked", "unpublish": "yes"]) { $1 }
    #expect(Sample.refused(review("sued"), "judge", again, by: officer, around)?.code == "review.still-published")
    #expect(Sample.refused(review("judged"), "unpublish", ["reason": "法院撤销"], by: officer, around) == nil)
  }
}

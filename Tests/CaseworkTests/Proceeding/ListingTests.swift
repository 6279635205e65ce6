import Casework
import Law
import Testing

@Suite struct ListingTests {
  private let officer = Sample.officer(.caseOfficer)
  private let head = Sample.officer(.head)

  private func penalty(_ state: String, _ known: [String: String] = [:]) -> Proceeding {
    Proceeding(
      id: 9, kind: .penalty, state: state, agency: Sample.bureau, receiver: nil, handledBy: [], known: known)
  }

  private func listing(_ state: String, _ known: [String: String] = [:]) -> Proceeding {
    Proceeding(id: 1, kind: .listing, state: state, agency: Sample.bureau, receiver: nil, handledBy: [], known: known)
  }

  /// The refusal that a proposal meets.
  private func refused(_ changes: [String: String] = [:], from origin: Proceeding) -> Refusal? {
    let facts = ["listingGround": "intentional-infringement", "heavierPenalty": "yes", "noIntentProof": "no"]
    return Sample.refused(opening: .listing, facts.merging(changes) { $1 }, by: officer, from: origin)
  }

  /// The refusal that the entry meets.
  private func refused(listing changes: [String: String] = [:], with origin: Proceeding) -> Refusal? {
    let facts = [
      "document": "南市监处罚〔2026〕12号", "listedOn": "2026-11-05", "listingContent": "事由", "noIntentProof": "no",
      "otherProvince": "no",
    ]
    return Sample.refused(
      listing("proposed"), "list", facts.merging(changes) { $1 }, by: head, Surroundings(origin: origin))
  }

  // Order 44 art. 2, 12.
  @Test(arguments: [
    ("heavierPenalty", "no", "listing.no-heavier-penalty", "serious-violation-measures@2"),
    ("noIntentProof", "yes", "listing.no-intent", "serious-violation-measures@12"),
  ])
  func notEveryInfringementIsProposed(fact: String, value: String, code: String, article: String) {
    let refused = refused([fact: value], from: penalty("notice"))
    #expect(refused?.code == code)
    #expect(refused?.citation?.key == article)
    #expect(self.refused(from: penalty("notice")) == nil)
  }

  // Order 44 art. 13: told with the notice of the penalty, decided with the penalty.
  @Test(arguments: OrdinaryProcedure.states) func itIsProposedWithTheNoticeOfThePenalty(state: String) {
    let isWithNotice = ["notice", "legal-review", "cleared"].contains(state)
    let refused = refused(from: penalty(state))
    #expect(refused?.code == (isWithNotice ? nil : "listing.not-with-notice"))
    if !isWithNotice { #expect(refused?.citation?.key == "serious-violation-measures@13") }
  }

  @Test func refusingToPerformComesAfterTheDecision() {
    let ground = ["listingGround": "non-performance"]
    #expect(refused(ground, from: penalty("notice"))?.code == "listing.nothing-to-perform")
    #expect(refused(ground, from: penalty("service", ["outcome": "penalty"])) == nil)
  }

  @Test(arguments: [nil, "no-penalty", "not-proven"] as [String?]) func itIsListedWithThePenalty(outcome: String?) {
    let origin = penalty(outcome == nil ? "cleared" : "decision", outcome.map { ["outcome": $0] } ?? [:])
    let refused = refused(listing: [:], with: origin)
    #expect(refused?.code == "listing.no-decision")
    #expect(refused?.citation?.key == "serious-violation-measures@13")
    #expect(self.refused(listing: [:], with: penalty("decision", ["outcome": "penalty"])) == nil)
  }

  // Order 44 art. 13: together with the penalty decision, so no more when its case is closed.
  @Test(
    arguments: [
      ("decision", nil), ("service", nil), ("publication", nil), ("closed", "listing.decision-over"),
    ] as [(String, String?)])
  func itIsNotListedWhenThePenaltyCaseIsClosed(state: String, code: String?) {
    let refused = refused(listing: [:], with: penalty(state, ["outcome": "penalty"]))
    #expect(refused?.code == code)
    if code != nil { #expect(refused?.citation?.key == "serious-violation-measures@13") }
  }

  // A refusal to perform was not part of the notice of the penalty: the party is told and heard apart.
  @Test func whoRefusesToPerformIsToldFirst() {
    let facts = [
      "document": "列入决定书一号", "listedOn": "2026-11-05", "listingContent": "事由", "noIntentProof": "no",
      "otherProvince": "no",
    ]
    let known = ["listingGround": "non-performance"]
    let origin = Surroundings(origin: penalty("closed", ["outcome": "penalty"]))
    let untold = Sample.refused(listing("proposed", known), "list", facts, by: head, origin)
    #expect(untold?.code == "listing.untold")
    #expect(untold?.citation?.key == "serious-violation-measures@13")
    #expect(Sample.refused(listing("notified", known), "list", facts, by: head, origin) == nil)
    let notice = ["document": "告知书一号", "listingContent": "事由"]
    #expect(Sample.refused(listing("proposed", known), "notify", notice, by: officer) == nil)
    let other = listing("proposed", ["listingGround": "trade-secret"])
    #expect(Sample.refused(other, "notify", notice, by: officer)?.code == "listing.told-already")
  }

  @Test(arguments: [("2026-11-05", "clock.wait"), ("2026-11-04", nil)] as [(String, String?)])
  func whoRefusesToPerformHasTimeToAnswer(until: String, code: String?) {
    var around = Sample.running("P9", until: until, of: .listing)
    around.origin = penalty("service", ["outcome": "penalty"])
    let facts = [
      "document": "列入决定书一号", "listedOn": "2026-11-05", "listingContent": "事由", "noIntentProof": "no",
      "otherProvince": "no",
    ]
    let notified = listing("notified", ["listingGround": "non-performance"])
    #expect(Sample.refused(notified, "list", facts, by: head, around)?.code == code)
  }

  @Test func whatTheHearingShowsOfIntentCounts() {
    let decided = penalty("decision", ["outcome": "penalty"])
    #expect(refused(listing: ["noIntentProof": "yes"], with: decided)?.code == "listing.no-intent")
  }

  @Test(arguments: ["2026-11-04", "2026-11-06"]) func theYearsBeginOnTheDayOfTheEntry(day: String) {
    let refused = refused(listing: ["listedOn": day], with: penalty("decision", ["outcome": "penalty"]))
    #expect(refused?.code == "listing.other-day")
  }

  @Test(arguments: ["push", "acknowledge"]) func onlyWhoIsRegisteredElsewhereIsPushed(act: String) {
    #expect(
      Sample.refused(listing("listed", ["otherProvince": "no"]), act, by: officer)?.code == "listing.own-province")
    #expect(Sample.refused(listing("listed", ["otherProvince": "yes"]), act, by: officer) == nil)
  }

  // Order 44 art. 16: after a year, on a repair.
  @Test(
    arguments: [
      ("2026-11-05", "approved", "listing.too-early"), ("2026-11-06", "approved", nil), ("2026-11-06", "synced", nil),
      ("2026-11-06", "under-review", "repair.none-granted"),
    ] as [(String, String, String?)])
  func itIsRemovedEarlyAfterAYear(day: String, repair: String, code: String?) throws {
    let file = try Sample.file(others: [Sibling(id: 5, kind: .repair, state: repair, origin: 1)])
    let refused = Sample.refused(
      listing("listed", ["listedOn": "2025-11-05"]), "remove-early", ["document": "移出决定书一号"], by: head, in: file,
      on: day, Surroundings(book: CreditLaw.book))
    #expect(refused?.code == code)
    if code == "listing.too-early" {
      #expect(refused?.arguments["day"] == .text("2026-11-06"))
      #expect(refused?.citation?.key == "serious-violation-measures@16")
    }
  }

  @Test(arguments: [("2026-11-05", "clock.wait"), ("2026-11-06", nil)] as [(String, String?)])
  func itIsRemovedAfterThreeYears(day: String, code: String?) throws {
    let clock = Clock(
      id: 1, proceeding: 1, kind: .listing, rule: "K44-removal", from: nil, startedBy: 1, liable: .owner, agency: nil,
      dueDay: Day("2026-11-05"), dueAt: nil, outerAt: nil, isProvisional: false, problem: nil,
      grants: [], pauses: [], outcome: nil, endedOn: nil)
    let refused = Sample.refused(listing("listed"), "remove", by: head, on: day, Surroundings(clocks: [clock]))
    #expect(refused?.code == code)
  }

  @Test(arguments: [("approved", "repair.none-revoked"), ("revoked", nil)] as [(String, String?)])
  func anEntryIsRestoredOnlyWhereTheRepairWasRevoked(repair: String, code: String?) throws {
    let file = try Sample.file(others: [Sibling(id: 5, kind: .repair, state: repair, origin: 1)])
    let refused = Sample.refused(
      listing("removed-early"), "restore", ["restoredUntil": "2029-05-01", "reason": "材料虚假"], by: head, in: file)
    #expect(refused?.code == code)
  }
}

import Casework
import Law
import Testing

@Suite struct RepairTests {
  private let officer = Sample.officer(.caseOfficer)
  private let head = Sample.officer(.head)

  private func publicity(_ known: [String: String], _ state: String = "published") -> Proceeding {
    Proceeding(id: 9, kind: .publicity, state: state, agency: Sample.bureau, receiver: nil, handledBy: [], known: known)
  }

  private func listing(on day: String) -> Proceeding {
    Proceeding(
      id: 9, kind: .listing, state: "listed", agency: Sample.bureau, receiver: nil, handledBy: [],
      known: ["listedOn": day])
  }

  private func repair(_ state: String, _ known: [String: String] = [:]) -> Proceeding {
    Proceeding(id: 1, kind: .repair, state: state, agency: Sample.bureau, receiver: nil, handledBy: [], known: known)
  }

  private func refused(_ origin: Proceeding, _ regime: String = "samr", on day: String) -> Refusal? {
    let facts = ["regime": regime, "commitment": "yes", "materials": "缴款凭证"]
    return CreditLaw.refused(opening: .repair, facts, by: officer, on: day, from: origin)
  }

  // General: six months where it is asked for before 2025-12-25, three since, whenever it was published; key areas: twelve
  // months, a year. That the new times hold for old publications is to be confirmed.
  @Test(
    arguments: [
      ("general", "2024-05-06", "2024-11-06", "2024-11-07", "repair.too-early", "credit-repair-2021@6"),
      ("general", "2025-07-24", "2025-12-24", "2026-01-25", "repair.too-early", "credit-repair-2021@6"),
      (
        "general", "2025-12-24", "2026-03-24", "2026-03-25", "repair.too-early-to-confirm",
        "publicity-provisions-2025@15"
      ),
      (
        "general", "2025-12-25", "2026-03-25", "2026-03-26", "repair.too-early-to-confirm",
        "publicity-provisions-2025@15"
      ),
      (
        "general", "2025-11-30", "2026-02-28", "2026-03-01", "repair.too-early-to-confirm",
        "publicity-provisions-2025@15"
      ),
      (
        "general", "2026-11-30", "2027-02-28", "2027-03-01", "repair.too-early-to-confirm",
        "publicity-provisions-2025@15"
      ),
      ("key", "2024-05-06", "2025-05-06", "2025-05-07", "repair.too-early", "credit-repair-2021@6"),
      ("key", "2026-05-06", "2027-05-06", "2027-05-07", "repair.too-early-to-confirm", nil),
    ] as [(String, String, String, String, String, String?)])
  func itIsNotAppliedForTooEarly(
    kind: String, published: String, last: String, first: String, code: String, article: String?
  ) {
    let origin = publicity(["publicityClass": kind, "publishedOn": published, "decidedOn": published])
    let refused = refused(origin, on: last)
    #expect(refused?.code == code)
    #expect(refused?.field == "happenedOn")
    #expect(refused?.citation?.key == article)
    #expect(refused?.arguments["day"] == .text(first))
    #expect(self.refused(origin, on: first) == nil)
  }

  @Test func minorInformationHasNoShortestTime() {
    #expect(refused(publicity(["publicityClass": "minor", "publishedOn": "2026-05-06"]), on: "2026-05-07") == nil)
  }

  @Test(
    arguments: [
      ("2024-05-06", "2025-05-06", "2025-05-07", "repair.too-early", "credit-repair-2021@7"),
      ("2026-05-06", "2027-05-06", "2027-05-07", "repair.too-early-to-confirm", nil),
    ] as [(String, String, String, String, String?)])
  func whoIsListedWaitsAYear(listed: String, last: String, first: String, code: String, article: String?) {
    let refused = refused(listing(on: listed), on: last)
    #expect(refused?.code == code)
    #expect(refused?.citation?.key == article)
    #expect(self.refused(listing(on: listed), on: first) == nil)
  }

  // The NDRC counts from the document, market regulation from publication: one case, two days.
  @Test func theSiteDecidesFromWhenOnTimeCounts() {
    let origin = publicity(["publicityClass": "general", "publishedOn": "2026-05-06", "decidedOn": "2026-04-20"])
    #expect(refused(origin, "ndrc", on: "2026-07-20")?.arguments["day"] == .text("2026-07-21"))
    #expect(refused(origin, "ndrc", on: "2026-07-20")?.code == "repair.too-early-to-confirm")
    #expect(refused(origin, "ndrc", on: "2026-07-21") == nil)
    #expect(refused(origin, "samr", on: "2026-08-06")?.arguments["day"] == .text("2026-08-07"))
    #expect(refused(origin, "samr", on: "2026-08-07") == nil)
  }

  // NDRC Order 58, to 2026-03-31: key areas a year. Since then they are general: three months.
  @Test(arguments: [("2025-03-01", "2026-03-02"), ("2026-03-31", "2026-07-01"), ("2026-04-01", "2026-07-02")])
  func theDayOfTheApplicationDecidesUnderWhichOrder(decided: String, first: String) throws {
    let origin = publicity(["publicityClass": "key", "publishedOn": "2026-04-10", "decidedOn": decided])
    let day = try #require(Day(first))
    #expect(refused(origin, "ndrc", on: day.adding(days: -1).description)?.arguments["day"] == .text(first))
    #expect(refused(origin, "ndrc", on: first) == nil)
  }

  @Test func anEntryOlderThanTheOrderIsJudgedByTheOrder() {
    #expect(refused(listing(on: "2025-11-05"), "ndrc", on: "2026-11-05")?.arguments["day"] == .text("2026-11-06"))
    #expect(refused(listing(on: "2025-11-05"), "ndrc", on: "2026-11-06") == nil)
  }

  @Test func aRestrictionIsNeverRepairedEarly() {
    let refused = refused(
      publicity(["publicityClass": "restriction", "publishedOn": "2022-05-06"]), on: "2026-11-05")
    #expect(refused?.code == "repair.excluded")
    #expect(refused?.citation?.key == "publicity-provisions-2025@14(3)")
  }

  @Test(arguments: ["to-publish", "checked", "pushed", "stopped", "expired", "withdrawn"])
  func whatIsNotPublishedNeedsNoRepair(state: String) {
    #expect(refused(publicity(["publicityClass": "minor"], state), on: "2026-11-05")?.code == "repair.nothing")
  }

  @Test func itFollowsFromPublicityOrListing() {
    let facts = ["regime": "samr", "commitment": "yes", "materials": "缴款凭证"]
    #expect(Sample.refused(opening: .repair, facts, by: officer)?.code == "proceeding.needs-origin")
    let penalty = Sample.penalty("service")
    #expect(Sample.refused(opening: .repair, facts, by: officer, from: penalty)?.code == "proceeding.origin")
  }

  @Test(
    arguments: [
      ("ndrc", "yes", "repair.other-regime"), ("samr", "no", "repair.no-commitment"), ("samr", "yes", nil),
    ] as [(String, String, String?)])
  func itIsAcceptedUnderTheRulesOfTheApplication(regime: String, commitment: String, code: String?) {
    let known = ["regime": "samr", "commitment": commitment]
    let refused = Sample.refused(repair("submitted", known), "accept", ["regime": regime], by: officer)
    #expect(refused?.code == code)
    if regime == "ndrc" { #expect(refused?.arguments["regime"] == .term("choice.regime.samr")) }
  }

  // Order 45 (2025) art. 16: performed, rectified, no repeat. The surcharge is part of what is owed.
  @Test(
    arguments: [
      ("paid", "paid", "yes", "no", nil), ("instalments-finished", "none-due", "yes", "no", nil),
      ("not-imposed", "none-due", "yes", "no", nil), ("unpaid", "paid", "yes", "no", "repair.unperformed"),
      ("paid", "unpaid", "yes", "no", "repair.unperformed"), ("paid", "paid", "no", "no", "repair.harm"),
      ("paid", "paid", "yes", "yes", "repair.reoffended"),
    ] as [(String, String, String, String, String?)])
  func itIsGrantedOnItsConditions(fine: String, surcharge: String, removed: String, again: String, code: String?) {
    let known = ["finePaid": fine, "surchargePaid": surcharge, "harmRemoved": removed, "reoffended": again]
    let refused = Sample.refused(
      repair("under-review", known), "approve", ["document": "准予决定书一号", "otherProvince": "no"], by: head)
    #expect(refused?.code == code)
    if code != nil { #expect(refused?.citation?.key == "publicity-provisions-2025@16") }
  }

  @Test func whatIsStillBeingExecutedIsNotPerformed() throws {
    let known = ["finePaid": "paid", "surchargePaid": "paid", "harmRemoved": "yes", "reoffended": "no"]
    let initial = try #require(ProceedingKind.execution.procedure?.initial)
    let file = try Sample.file(others: [Sibling(id: 5, kind: .execution, state: initial)])
    let refused = Sample.refused(
      repair("under-review", known), "approve", ["document": "准予决定书一号", "otherProvince": "no"], by: head, in: file)
    #expect(refused?.code == "repair.unperformed")
  }

  @Test func aDenialGivesItsReasonInWriting() {
    for fact in ["reason", "document"] {
      var facts = ["document": "不予决定书一号", "reason": "未履行完毕"]
      facts[fact] = nil
      let refused = Sample.refused(repair("under-review"), "deny", facts, by: head)
      #expect(refused?.code == "fact.missing")
      #expect(refused?.field == "facts.\(fact)")
    }
  }

  @Test(
    arguments: [
      ("published", "samr", "repair.not-stopped"), ("stopped", "samr", nil), ("published", "ndrc", nil),
    ] as [(String, String, String?)])
  func itIsSynchronisedWhenPublicityHasStopped(state: String, regime: String, code: String?) {
    let refused = Sample.refused(
      repair("approved", ["regime": regime]), "sync", by: officer, Surroundings(origin: publicity([:], state)))
    #expect(refused?.code == code)
  }

  @Test(arguments: ["approve", "deny", "revoke"]) func whoHandlesItDoesNotDecideIt(act: String) throws {
    let rule = try #require(Procedure.repair.rules.first { $0.act == act })
    #expect(rule.roles == [.head, .actingHead, .deputyHead])
  }
}

import Casework
import Law
import Testing

@Suite struct PublicityTests {
  private let officer = Sample.officer(.caseOfficer)

  private func decision(_ known: [String: String], kind: ProceedingKind = .penalty) -> Proceeding {
    Proceeding(
      id: 9, kind: kind, state: "service", agency: Sample.bureau, receiver: nil, handledBy: [],
      known: known.merging(["outcome": "penalty"]) { given, _ in given })
  }

  private func publicity(_ state: String, _ known: [String: String] = [:]) -> Proceeding {
    Proceeding(
      id: 1, kind: .publicity, state: state, agency: Sample.bureau, receiver: nil, handledBy: [], known: known)
  }

  private func sanction(_ kind: Sanction.Kind, _ amount: String? = nil, of party: String = "灯湖服饰商行") -> String {
    [party, kind.rawValue, amount ?? "", "", kind == .fine ? "" : "三个月"].joined(separator: "\u{1f}")
  }

  /// The refusal that taking up a decision meets.
  private func refused(_ decision: Proceeding, _ changes: [String: String] = [:], in file: CaseFileState? = nil)
    -> Refusal?
  {
    let facts = ["decidedOn": "2026-11-02"].merging(changes) { $1 }
    return Sample.refused(opening: .publicity, facts, by: officer, in: file, from: decision)
  }

  /// The refusal that a publication of that class meets.
  private func refused(
    publishing kind: String, _ changes: [String: String] = [:], of decision: Proceeding,
    _ known: [String: String] = [:], in state: String = "checked", on day: String = "2026-11-05"
  ) -> Refusal? {
    let facts = ["publicityClass": kind, "publishedOn": day].merging(changes) { $1 }
    return Sample.refused(
      publicity(state, known), "publish", facts, by: officer, on: day, Surroundings(origin: decision))
  }

  // Order 45 art. 2: ordinary procedure, and more than a warning.
  @Test func whatWasDecidedOnTheSpotIsNotPublished() {
    let refused = refused(decision(["fine": "200.00"], kind: .summary))
    #expect(refused?.code == "publicity.summary")
    #expect(refused?.citation?.key == "publicity-provisions-2025@2")
  }

  @Test(arguments: ["no-penalty", "not-proven", "to-other-agency", nil] as [String?])
  func whatIsNoPenaltyIsNotPublished(outcome: String?) {
    let known = outcome.map { ["outcome": $0] } ?? [:]
    let origin = Proceeding(
      id: 9, kind: .penalty, state: outcome == nil ? "notice" : "service", agency: Sample.bureau, receiver: nil,
      handledBy: [], known: known)
    #expect(refused(origin)?.code == "publicity.no-penalty")
  }

  @Test func aMereWarningIsNotPublished() {
    let (warning, fine) = (sanction(.warning), sanction(.fine, "5000.00"))
    for (known, code) in [
      (["otherPenalties": "警告"], "publicity.warning"), (["otherPenalties": "给予警告。"], "publicity.warning"),
      (["sanctions": warning], "publicity.warning"), (["sanctions": "\(warning)\u{1e}\(fine)"], nil),
      (["otherPenalties": "通报批评"], nil), (["otherPenalties": "警告，责令停产停业"], nil),
      (["otherPenalties": "警告", "fine": "5000.00"], nil), (["confiscated": "100.00"], nil),
    ] as [([String: String], String?)] {
      let refused = refused(decision(known))
      #expect(refused?.code == code, "\(known)")
      #expect(refused?.citation?.key == (code == nil ? nil : "publicity-provisions-2025@2"))
    }
  }

  @Test func ofTwoPartiesOneMayHaveBeenOnlyWarned() throws {
    let file = try Sample.file(respondents: ["灯湖服饰商行", "里水批发部"])
    let known = ["sanctions": "\(sanction(.fine, "5000.00"))\u{1e}\(sanction(.warning, of: "里水批发部"))"]
    #expect(refused(decision(known), ["concerned": "里水批发部"], in: file)?.code == "publicity.warning")
    #expect(refused(decision(known), ["concerned": "灯湖服饰商行"], in: file) == nil)
  }

  @Test(arguments: [(nil, false), ("灯湖服饰商行", true), ("别家商行", false)] as [(String?, Bool)])
  func ofSeveralPartiesOneIsNamed(party: String?, isGranted: Bool) throws {
    let file = try Sample.file(respondents: ["灯湖服饰商行", "里水批发部"])
    let refused = refused(decision(["fine": "5000.00"]), party.map { ["concerned": $0] } ?? [:], in: file)
    #expect(refused?.code == (isGranted ? nil : "concerned.party"))
    if !isGranted { #expect(refused?.arguments["parties"] == .text("灯湖服饰商行、里水批发部")) }
  }

  @Test func aDecisionOfTheFutureIsRefused() {
    #expect(refused(decision(["fine": "1.00"]), ["decidedOn": "2026-11-06"])?.code == "fact.day-future")
  }

  @Test(arguments: ["maskedBy", "secrecy", "summary", "publicityNotice"]) func aCheckIsComplete(fact: String) {
    var facts = ["summary": "销售侵权服装", "maskedBy": "甲", "secrecy": "yes", "publicityNotice": "yes"]
    facts[fact] = nil
    let refused = Sample.refused(publicity("to-publish"), "check", facts, by: officer)
    #expect(refused?.code == "fact.missing")
    #expect(refused?.field == "facts.\(fact)")
  }

  // Order 45 art. 5-8.
  @Test(arguments: [
    ("secrecy", "publicity.secrecy", "publicity-provisions-2025@5"),
    ("publicityNotice", "publicity.untold", "publicity-provisions-2025@8"),
  ])
  func whatDidNotPassIsNotPublished(fact: String, code: String, article: String) {
    var facts = ["summary": "销售侵权服装", "maskedBy": "甲", "secrecy": "yes", "publicityNotice": "yes"]
    facts[fact] = "no"
    let refused = Sample.refused(publicity("to-publish"), "check", facts, by: officer)
    #expect(refused?.code == code)
    #expect(refused?.citation?.key == article)
  }

  @Test func nothingIsPublishedUnchecked() {
    let refused = refused(publishing: "general", of: decision(["fine": "1.00"]), in: "to-publish")
    #expect(refused?.code == "act.not-now")
  }

  // Order 45 art. 9, 10: published here, or pushed where the party is registered.
  @Test func whoIsRegisteredElsewhereIsPublishedThere() {
    let fined = decision(["fine": "30000.00"])
    let elsewhere = ["registrar": "某市市场监督管理局"]
    #expect(refused(publishing: "general", of: fined, elsewhere)?.code == "publicity.outside")
    #expect(refused(publishing: "general", of: fined, elsewhere, in: "pushed") == nil)
    #expect(Sample.refused(publicity("checked"), "push", by: officer)?.code == "publicity.inside")
    #expect(Sample.refused(publicity("checked", elsewhere), "push", by: officer) == nil)
  }

  @Test(arguments: ["2026-11-04", "2026-11-06"]) func thePeriodBeginsOnTheDayOfPublication(day: String) {
    let fined = decision(["fine": "30000.00"])
    let refused = refused(publishing: "general", ["publishedOn": day], of: fined)
    #expect(refused?.code == "publicity.other-day")
    #expect(refused?.field == "facts.publishedOn")
  }

  @Test func aMonthIsNoDayOfPublication() {
    let refused = refused(
      publishing: "general", ["publishedOn": "2026-11-01"], of: decision(["fine": "1.00"]), on: "2026-11")
    #expect(refused?.code == "publicity.other-day")
  }

  // The classes of art. 14(3): suspension, restriction, employment ban, downgrade, revocation; and closure.
  @Test(arguments: Sanction.Kind.allCases) func aRestrictionIsAClassOfItsOwn(kind: Sanction.Kind) {
    let restricting: [Sanction.Kind] = [
      .restriction, .suspension, .closure, .employmentBan, .downgrade, .revocation,
    ]
    let origin = decision(["sanctions": sanction(kind, kind == .fine || kind == .gains ? "1.00" : nil)])
    let refused = refused(publishing: "general", of: origin)
    #expect(refused?.code == (restricting.contains(kind) ? "publicity.restriction" : nil))
    if restricting.contains(kind) { #expect(refused?.citation?.key == "publicity-provisions-2025@14(3)") }
    #expect(self.refused(publishing: "restriction", ["restrictedUntil": "2027-02-05"], of: origin) == nil)
  }

  @Test func aRestrictionHasALastDayAndNothingElseHas() {
    let origin = decision(["sanctions": sanction(.suspension)])
    #expect(refused(publishing: "restriction", of: origin)?.field == "facts.restrictedUntil")
    #expect(refused(publishing: "restriction", of: origin)?.code == "fact.needed")
    let past = refused(publishing: "restriction", ["restrictedUntil": "2026-11-04"], of: origin)
    #expect(past?.code == "fact.day-past")
    let stray = refused(publishing: "general", ["restrictedUntil": "2027-02-05"], of: decision(["fine": "1.00"]))
    #expect(stray?.code == "publicity.restriction-day")
  }

  // Order 108 art. 13: a lower fine is not more than 50,000 yuan.
  @Test(
    arguments: [
      ("50000.00", "2026-11-05", nil), ("50000.01", "2026-11-05", "publicity.not-minor"),
      ("50000.01", "2025-12-25", "publicity.not-minor"), ("50000.01", "2025-12-24", nil),
    ] as [(String, String, String?)])
  func aLowerFineHasALimit(fine: String, day: String, code: String?) {
    let refused = refused(publishing: "minor", of: decision(["fine": fine]), on: day)
    #expect(refused?.code == code)
    #expect(self.refused(publishing: "general", of: decision(["fine": fine]), on: day) == nil)
  }

  @Test(
    arguments: [(nil, "2", nil), (nil, "1", "2"), ("2", "3", nil), ("2", "2", "3")] as [(String?, String, String?)])
  func aCorrectionIsTheNextVersion(before: String?, version: String, next: String?) {
    let refused = Sample.refused(
      publicity("published", before.map { ["version": $0] } ?? [:]), "correct",
      ["version": version, "correction": "更正住所"], by: officer)
    #expect(refused?.code == (next == nil ? nil : "publicity.version"))
    if let next { #expect(refused?.arguments["next"] == .text(next)) }
  }

  @Test(arguments: ["submitted", "accepted", "under-review", "denied", "not-accepted", "revoked", "approved", "synced"])
  func onlyARepairThatWasGrantedStopsIt(state: String) throws {
    let file = try Sample.file(others: [Sibling(id: 5, kind: .repair, state: state, origin: 1)])
    let refused = Sample.refused(publicity("published"), "stop", by: officer, in: file)
    #expect(refused?.code == (["approved", "synced"].contains(state) ? nil : "repair.none-granted"))
    let restored = Sample.refused(
      publicity("stopped"), "restore", ["restoredUntil": "2027-05-01", "reason": "虚假材料"], by: officer, in: file)
    #expect(restored?.code == (state == "revoked" ? nil : "repair.none-revoked"))
  }

  @Test(arguments: ["K45-period-minor", "K45-period-general", "K45-period-key", "K45-period-restriction"])
  func itLastsUntilItsPeriodIsOver(rule: String) throws {
    let due = try #require(Day("2026-11-05"))
    let clock = Clock(
      id: 1, proceeding: 1, kind: .publicity, rule: rule, from: nil, startedBy: 1, liable: .owner, agency: nil,
      dueDay: due, dueAt: nil, outerAt: nil, isProvisional: false, problem: nil, grants: [], pauses: [], outcome: nil,
      endedOn: nil)
    for (day, code) in [("2026-11-05", "clock.wait"), ("2026-11-06", nil)] as [(String, String?)] {
      let refused = Sample.refused(
        publicity("published"), "expire", by: officer, on: day, Surroundings(clocks: [clock]))
      #expect(refused?.code == code)
    }
  }

  @Test func withdrawingGivesAReason() {
    let refused = Sample.refused(publicity("to-withdraw"), "withdraw", by: officer)
    #expect(refused?.code == "fact.missing")
    #expect(refused?.field == "facts.reason")
  }

  @Test func nothingIsPublishedWithoutADecision() {
    let facts = ["decidedOn": "2026-11-02"]
    #expect(Sample.refused(opening: .publicity, facts, by: officer)?.code == "proceeding.needs-origin")
    let referral = Sample.refused(opening: .publicity, facts, by: officer, from: Sample.referral("sent"))
    #expect(referral?.code == "proceeding.origin")
  }
}

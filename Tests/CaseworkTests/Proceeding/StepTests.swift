import Casework
import Law
import Testing

@Suite struct StepTests {
  private let officer = Sample.officer(.caseOfficer)
  private let lead = Sample.penalty("lead")

  @Test func anUnknownActIsRefusedAndTheActsAreNamed() {
    let refused = Sample.refused(lead, "abolish", by: officer)
    let names = OrdinaryProcedure.acts.map(\.act).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    #expect(refused?.code == "act.unknown")
    #expect(refused?.field == "act")
    #expect(refused?.arguments["acts"] == .text(names.joined(separator: ", ")))
  }

  @Test(arguments: [ProceedingKind.inspection, .credit])
  func aProceedingThatIsOnlyRecordedTakesNoAct(kind: ProceedingKind) {
    let recorded = Proceeding(
      id: 1, kind: kind, state: "recorded", agency: Sample.bureau, receiver: nil, handledBy: [])
    #expect(Sample.refused(recorded, "verify", by: officer)?.code == "proceeding.recorded")
    #expect(recorded.allowed(to: officer, in: Sample.sure { try Sample.file() }).isEmpty)
  }

  @Test(arguments: [(2, "case.stale" as String?), (4, "case.stale"), (3, nil), (nil as Int?, nil)])
  func anActOnAnotherRevisionIsStale(seen: Int?, code: String?) {
    let refused = Sample.refused(lead, "verify", ["findings": "属实"], by: officer, revision: seen)
    #expect(refused?.code == code)
    if code != nil {
      #expect(refused?.kind == .stale)
      #expect(refused?.field == "revision")
      #expect(refused?.arguments["revision"] == .text("3"))
    }
  }

  @Test(arguments: [
    ("2026-11-20", true), ("2026-11-21", false), ("2026-11", true), ("2026-12", false), ("2026", true), ("2027", false),
  ])
  func whatSurelyLiesInTheFutureIsRefused(day: String, isGranted: Bool) {
    let refused = Sample.refused(lead, "verify", ["findings": "属实"], by: officer, on: day)
    #expect(refused?.code == (isGranted ? nil : "date.future"))
    #expect(refused?.field == (isGranted ? nil : "happenedOn"))
  }

  @Test(arguments: [nil, [:], ["findings": ""], ["findings": " \n\u{3000}"]] as [[String: String]?])
  func aFactThatIsMissingIsNamed(facts: [String: String]?) {
    let refused = Sample.refused(lead, "verify", facts, by: officer)
    #expect(refused?.code == "fact.missing")
    #expect(refused?.field == "facts.findings")
    #expect(refused?.arguments["fact"] == .term("fact.findings"))
  }

  @Test func aFactThatTheActDoesNotKnowIsRefused() {
    let refused = Sample.refused(lead, "verify", ["findings": "属实", "zeal": "1", "fine": "5"], by: officer)
    #expect(refused?.code == "fact.unknown")
    #expect(refused?.field == "facts.fine")
    #expect(refused?.arguments["facts"] == .text("findings"))
  }

  @Test(arguments: ["maybe", "Penalty", "no penalty"]) func aChoiceThatIsNoneIsRefused(choice: String) {
    let refused = Sample.refused(
      Sample.penalty("notice"), "decide", ["outcome": choice], by: Sample.officer(.head))
    #expect(refused?.code == "fact.choice")
    #expect(refused?.field == "facts.outcome")
    #expect(refused?.arguments["choices"] == .text("penalty, no-penalty, not-proven, to-other-agency"))
  }

  @Test(arguments: [
    ("约5万", "amount.vague"), ("-1", "amount.negative"), ("1000000000000000000", "amount.too-large"),
    ("0.001", "amount.too-fine"), ("五万", "amount.unreadable"),
  ])
  func anAmountThatIsNoneIsRefusedAndItsFieldNamed(amount: String, code: String) {
    let refused = Sample.refused(
      Sample.penalty("notice"), "decide", ["outcome": "penalty", "fine": amount], by: Sample.officer(.head))
    #expect(refused?.code == code)
    #expect(refused?.field == "facts.fine")
  }

  @Test(arguments: [
    ("a\0b", "text.control"), ("a\u{7}b", "text.control"), (String(repeating: "案", count: 4001), "text.too-long"),
  ])
  func aTextThatIsNoneIsRefusedAndItsFieldNamed(text: String, code: String) {
    let refused = Sample.refused(lead, "verify", ["findings": text], by: officer)
    #expect(refused?.code == code)
    #expect(refused?.field == "facts.findings")
  }

  @Test func factsAreKeptInCanonicalForm() throws {
    let step = try Sample.penalty("reviewed").step(
      Sample.request("notify", ["approver": " 丙 ", "hearing": " yes", "proposedFine": "５万", "document": ""]),
      by: officer, in: Sample.file(), on: Sample.today)
    #expect(step.facts == ["approver": "丙", "hearing": "yes", "proposedFine": "50000.00"])
  }

  @Test(arguments: OrdinaryProcedure.states) func whatIsAllowedIsWhatIsNotRefused(state: String) throws {
    for role in Role.allCases {
      let officer = Sample.officer(role)
      let granted = OrdinaryProcedure.acts.filter {
        Sample.refused(Sample.penalty(state), $0.act, $0.facts, by: officer, in: OrdinaryProcedure.file) == nil
      }
      let allowed = Sample.penalty(state).allowed(to: officer, in: OrdinaryProcedure.file)
      #expect(allowed.map(\.act) == granted.map(\.act))
    }
  }
}

import ArgumentParser
import Law

/// Measures the law engine; `Scripts/bench` prints what it says.
struct LawMeasure: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "measure", shouldDisplay: false)

  func run() throws {
    let book = try LawBook.shipped()
    guard let start = Day("2026-03-02"), let limit = Day("2026-03-20"), let end = Day("2026-03-29") else { return }
    let exclusions = [Exclusion(.appraisal, limit...end)]
    let counting = Counting(from: .day(start), exclusions: exclusions, grants: [Grant("head")])
    var shown = counting
    shown.showsLedger = true
    try measure("due date of P16, 120 days and an exclusion, without ledger") { _ = try book.due("P16", counting) }
    try measure("the same with its ledger") { _ = try book.due("P16", shown) }
    try measure("due date of P1, 15 working days, without ledger") {
      _ = try book.due("P1", Counting(from: .day(start)))
    }
    var facts = ScreenFacts()
    (facts.conductFrom, facts.conductTo, facts.subject, facts.marks) = (start, limit, .goods, 2)
    facts.measures = [.turnover: 4_200_000, .gains: 1_900_000, .sales: 4_200_000, .unsold: 9_000_000, .copies: 260]
    facts.priorSanctions = [ScreenFacts.Sanction(date: start.adding(days: -300), offence: "213")]
    try measure("screening one case for all eight offences") { _ = book.screen.findings(facts, on: end) }
  }

  /// Prints the median of eleven rounds in microseconds.
  private func measure(_ name: String, _ body: () throws -> Void) throws {
    let clock = ContinuousClock()
    var rounds: [Double] = []
    for _ in 0..<11 {
      let count = 2000
      let spent = try clock.measure { for _ in 0..<count { try body() } }
      let (seconds, attoseconds) = spent.components
      rounds.append((Double(seconds) * 1e6 + Double(attoseconds) / 1e12) / Double(count))
    }
    print("\(name): \((rounds.sorted()[5] * 100).rounded() / 100) µs")
  }
}

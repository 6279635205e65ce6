import Foundation

/// What an officer may do with a case file now: act by act, and fact by fact what each records.
struct AllowedActs: Encodable, Sendable {
  /// Number of the case file.
  let number: String
  /// Number of docket entries.
  let revision: Int
  /// Every proceeding, with its acts.
  let proceedings: [ShownProceeding]

  /// One fact of one act of one proceeding; an act without facts has a line of its own.
  private struct Line {
    let proceeding: ShownProceeding
    let act: AllowedAct
    let fact: AllowedFact?
  }

  /// Prints them: in words for people, as a list for programs.
  func print(on output: Output, _ names: AgencyNames) throws {
    switch output.format {
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      try output.json(encoder.encode(self))
    case .csv: try output.csv(lines, Self.columns)
    case .table:
      for proceeding in proceedings { try output.lines(proceeding.told(names) + [""]) }
      output.say(Words.text("cli.act.revision-seen", ["number": number, "revision": String(revision)]))
    }
  }

  private var lines: [Line] {
    proceedings.flatMap { proceeding in
      proceeding.allowed.flatMap { act in
        act.facts.isEmpty
          ? [Line(proceeding: proceeding, act: act, fact: nil)]
          : act.facts.map { Line(proceeding: proceeding, act: act, fact: $0) }
      }
    }
  }

  private static var columns: [Column<Line>] {
    [
      Column(wireOnly: "proceeding") { String($0.proceeding.id) },
      Column(wireOnly: "kind", \.proceeding.kind), Column(wireOnly: "state", \.proceeding.state),
      Column(wireOnly: "act", \.act.act), Column(wireOnly: "to", \.act.to),
      Column(wireOnly: "citation") { $0.act.citation ?? "" }, Column(wireOnly: "fact") { $0.fact?.name ?? "" },
      Column(wireOnly: "form") { $0.fact?.form ?? "" },
      Column(wireOnly: "required") { $0.fact.map { String($0.required) } ?? "" },
      Column(wireOnly: "choices") { ($0.fact?.choices ?? []).joined(separator: " ") },
    ]
  }
}

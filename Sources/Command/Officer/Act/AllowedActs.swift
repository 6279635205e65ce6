import Catalogue
import Foundation
import Law

/// What an officer may do with a case file now: act by act, and fact by fact what each records.
struct AllowedActs: Encodable, Sendable {
  let number: String
  let revision: Int
  let proceedings: [ShownProceeding]

  /// One fact of one act of one proceeding; an act without facts has a line of its own.
  private struct Line {
    let proceeding: ShownProceeding
    let act: AllowedAct
    let fact: AllowedFact?
    let isFirst: Bool
  }

  /// Prints them: a table for each proceeding, or all in one list for programs.
  func print(on output: Output, _ names: AgencyNames) throws {
    switch output.format {
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      try output.json(encoder.encode(self))
    case .csv: try output.csv(proceedings.flatMap(Self.lines), Self.columns)
    case .table:
      for proceeding in proceedings {
        try output.lines([Self.title(proceeding, names)])
        let lines = Self.lines(of: proceeding)
        if lines.isEmpty {
          try output.lines(["  " + Words.text("cli.act.none"), ""])
        } else {
          try output.table(lines, Self.columns)
          try output.lines([""])
        }
      }
      output.say(Words.text("cli.act.revision-seen", ["number": number, "revision": String(revision)]))
    }
  }

  private static func title(_ proceeding: ShownProceeding, _ names: AgencyNames) -> String {
    Words.text(
      "cli.act.title",
      [
        "id": String(proceeding.id), "kind": Words.text("proceeding.\(proceeding.kind)", or: proceeding.kind),
        "state": Words.state(proceeding.state, of: proceeding.kind), "agency": names[proceeding.agency],
      ])
  }

  private static func lines(of proceeding: ShownProceeding) -> [Line] {
    proceeding.allowed.flatMap { act in
      act.facts.isEmpty
        ? [Line(proceeding: proceeding, act: act, fact: nil, isFirst: true)]
        : act.facts.enumerated().map { index, fact in
          Line(proceeding: proceeding, act: act, fact: fact, isFirst: index == 0)
        }
    }
  }

  private static var columns: [Column<Line>] {
    [
      Column(wireOnly: "proceeding") { String($0.proceeding.id) },
      Column(wireOnly: "kind", \.proceeding.kind), Column(wireOnly: "state", \.proceeding.state),
      Column("act", .code, \.act.act, words: { $0.isFirst ? $0.act.act : "" }),
      Column(wireOnly: "to", \.act.to),
      Column("actName", .text, { Words.text("act.\($0.proceeding.kind).\($0.act.act)", or: $0.act.act) }) { line in
        line.isFirst ? Words.text("act.\(line.proceeding.kind).\(line.act.act)", or: line.act.act) : ""
      },
      Column("citation", .text, { $0.act.citation ?? "" }, words: { $0.isFirst ? cited($0.act.citation) : "" }),
      Column("fact", .code) { $0.fact?.name ?? "" },
      Column("factName", .text) { $0.fact.map { Words.text("fact.\($0.name)", or: $0.name) } ?? "" },
      Column("form", .code, { $0.fact?.form ?? "" }, words: { $0.fact.map(form) ?? "" }),
      Column(
        "required", .code, { $0.fact.map { String($0.required) } ?? "" },
        words: { $0.fact.map { Words.text($0.required ? "cli.act.required" : "cli.act.optional") } ?? "" }),
      Column(
        "choices", .code, { ($0.fact?.choices ?? []).joined(separator: " ") },
        words: { $0.fact.map(choices) ?? "" }),
    ]
  }

  private static func form(of fact: AllowedFact) -> String {
    Words.text("cli.act.form.\(fact.form)", ["atLeast": String(fact.atLeast ?? 0)])
  }

  private static func choices(of fact: AllowedFact) -> String {
    (fact.choices ?? []).map { choice in
      let name = Words.text("choice.\(fact.name).\(choice)", or: choice)
      return name == choice ? choice : "\(choice) (\(name))"
    }.joined(separator: " | ")
  }

  private static func cited(_ key: String?) -> String {
    guard let key, let citation = Citation(key: key), let catalogue = Words.catalogue else { return key ?? "" }
    return catalogue.printed(citation, in: Words.language)
  }
}

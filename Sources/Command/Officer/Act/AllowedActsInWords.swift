import Catalogue
import Law

// What is allowed now, in words: a line for the proceeding, one for each act, one for each fact, one for each choice.

extension ShownProceeding {
  /// The lines about this proceeding.
  func told(_ names: AgencyNames) -> [String] {
    let title = Words.text(
      "cli.act.title",
      [
        "id": String(id), "kind": Words.text("proceeding.\(kind)", or: kind), "state": Words.state(state, of: kind),
        "agency": names[agency],
      ])
    let acts = allowed.flatMap { $0.told(in: kind) }
    return [title] + (acts.isEmpty ? ["  " + Words.text("cli.act.none")] : acts)
  }
}

extension AllowedAct {
  fileprivate func told(in kind: String) -> [String] {
    let name = Words.act(act, of: kind)
    let head = Table(columns: Self.plain(2), rows: [[act, name + (cited.map { "  \($0)" } ?? "")]])
    let table = Table(
      columns: Self.plain(4),
      rows: facts.map { fact in
        [
          fact.name, Words.text("fact.\(fact.name)", or: fact.name), fact.formInWords,
          Words.text(fact.required ? "cli.act.required" : "cli.act.optional"),
        ]
      })
    let lines = zip(facts, table.lines(width: nil).dropFirst(2)).flatMap { fact, line in
      ["      " + line] + fact.choicesTold.map { "          " + $0 }
    }
    return head.lines(width: nil).dropFirst(2).map { "  " + $0 } + lines
  }

  private var cited: String? {
    guard let citation, let place = Citation(key: citation), let catalogue = Words.catalogue else { return citation }
    return catalogue.printed(place, in: Words.language)
  }

  /// Columns without headings.
  fileprivate static func plain(_ count: Int) -> [Table.Column] {
    Array(repeating: Table.Column(heading: "", alignment: .leading, isFlexible: false), count: count)
  }
}

extension AllowedFact {
  fileprivate var formInWords: String { Words.text("cli.act.form.\(form)", ["atLeast": String(atLeast ?? 0)]) }

  fileprivate var choicesTold: [String] {
    let rows = (choices ?? []).map { [$0, Words.text("choice.\(name).\($0)", or: $0)] }
    return Array(Table(columns: AllowedAct.plain(2), rows: rows).lines(width: nil).dropFirst(2))
  }
}

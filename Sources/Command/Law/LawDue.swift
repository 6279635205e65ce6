import ArgumentParser
import Casework
import Law

/// When a time limit ends, and why then.
struct LawDue: LawBookCommand {
  static let configuration = Words.configuration("due", "law.due")

  /// The rule, such as P16.
  @Argument(help: Words.help("cli.law.due.rule")) var rule: String
  /// What it starts from.
  @Option(help: Words.help("cli.law.due.from")) var from: String
  /// Times that do not count.
  @Option(help: Words.help("cli.law.due.exclude")) var exclude: [String] = []
  /// Extensions granted.
  @Option(help: Words.help("cli.law.due.extension")) var `extension`: [String] = []
  /// The form of results.
  @OptionGroup var form: FormOptions

  func answer(from book: LawBook, on today: Day, to output: Output) throws {
    guard let trigger = Trigger(from) else { throw LawFault("law.from", field: "from", ["text": from]) }
    let asked = Counting(
      from: trigger, exclusions: try exclude.map { try Exclusion(reading: $0) },
      grants: try `extension`.map { try Grant(reading: $0) }, showsLedger: true)
    try DueAnswer(book.due(rule, asked), from: book).print(on: output)
  }
}

extension DueAnswer {
  /// Prints the answer: every field as JSON, the ledger as CSV, both for people.
  func print(on output: Output) throws {
    switch output.format {
    case .json: try output.json(self)
    case .csv: try output.csv(ledger, Self.ledgerColumns)
    case .table:
      try output.details(self, Self.columns)
      try output.lines([""])
      try output.table(ledger, Self.ledgerColumns)
    }
  }

  private static var columns: [Column<DueAnswer>] {
    [
      Column("rule", .code, { "\($0.rule) \($0.name.words)" }),
      Column("due", .code, \.due),
      Column("outer", .code, { $0.outer.map { "\($0.due) (\(Words.text("law.reading.\($0.reading)")))" } ?? "" }),
      Column("provisional", .code, { $0.provisional ? Words.text("law.provisional") : "" }),
      Column("toConfirm", .code, { $0.toConfirm ? Words.text("law.to-confirm") : "" }),
      Column(
        "extensions", .text,
        {
          $0.extensions.map { granted in
            [granted.name.words, granted.approver?.words].compactMap(\.self).joined(separator: " · ")
          }.joined(separator: Words.text("law.separator"))
        }),
      Column("trigger", .text, \.trigger.words), Column("liable", .text, \.liable.words),
      Column("version", .code, \.version),
      Column("citations", .text, { $0.citations.map(\.words).joined(separator: "；") }),
      Column("ignored", .text, { $0.ignored.map { "\($0.from)..\($0.to)=\($0.kind)" }.joined(separator: "；") }),
    ]
  }

  private static var ledgerColumns: [Column<Line>] {
    [
      Column("at", .code, \.at), Column("count", .number, { $0.number.map { String($0) } ?? "" }),
      Column("reason", .code, \.reason, words: { Words.text("law.reason.\($0.reason)") }),
      Column("note", .text, { $0.note ?? "" }),
      Column("citations", .code, { $0.citations.joined(separator: " ") }),
    ]
  }
}

extension CitationAnswer {
  /// The citation for people, with the mark of what was not read.
  var words: String { toConfirm ? "\(text)（\(Words.text("law.to-confirm"))）" : text }
}

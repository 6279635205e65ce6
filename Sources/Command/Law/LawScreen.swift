import ArgumentParser
import Casework
import Law

/// Facts of a case against the thresholds of crimes.
struct LawScreen: LawBookCommand {
  static let configuration = Words.configuration("screen", "law.screen")

  /// The file of facts, as JSON.
  @Option(help: Words.help("cli.law.screen.facts")) var facts: String
  /// The form of results.
  @OptionGroup var form: FormOptions

  func answer(from book: LawBook, on today: Day, to output: Output) throws {
    let facts = try InputFile(path: facts).request(ScreenFacts.self)
    let findings = Screen(book.thresholds).findings(facts, on: today).map { FindingAnswer($0, from: book) }
    if output.format == .json { return try output.json(findings) }
    try output.show(findings, FindingAnswer.columns, json: .init())
  }
}

extension FindingAnswer {
  /// How a list of findings is printed.
  static var columns: [Column<FindingAnswer>] {
    [
      Column("offence", .code, \.offence),
      Column("result", .code, \.result, words: { Words.text("law.result.\($0.result)") }),
      Column("tier", .number, { $0.tier.map { String($0) } ?? "" }),
      Column("arithmetic", .text, \.arithmetic), Column("decidedBy", .code, { $0.decidedBy ?? "" }),
      Column("version", .code, { $0.version ?? "" }),
      Column(
        "citations", .text, { $0.citations.map(\.key).joined(separator: " ") },
        words: {
          $0.citations.map(\.words).joined(separator: "；")
        }),
      Column("notes", .text, { $0.notes.joined(separator: "; ") }),
    ]
  }
}

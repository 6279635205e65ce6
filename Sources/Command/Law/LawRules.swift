import ArgumentParser
import Law

/// The time limits of the law book.
struct LawRules: LawBookCommand {
  static let configuration = Words.configuration("rules", "law.rules")

  /// The day whose versions are shown; today if absent.
  @Option(help: Words.help("cli.law.rules.on")) var on: String?
  /// The form of results.
  @OptionGroup var form: FormOptions

  func answer(from book: LawBook, on today: Day, to output: Output) throws {
    let day = try on.map { text in
      guard let day = Day(text) else { throw LawFault("law.from", field: "on", ["text": text]) }
      return day
    }
    let limits = book.rules.flatMap { rule in
      (book.limits[rule] ?? []).filter { $0.validity.contains(day ?? today) }
    }
    let rows = limits.map { Row($0, from: book) }
    if output.format == .json { return try output.json(rows) }
    try output.show(rows, Self.columns, json: .init())
  }

  private struct Row: Encodable {
    let rule, version, kind: String
    let length: Int?
    let unit: String?
    let direction, roll: String
    let excludes: [String]
    let sameAs: String?
    let name, trigger, liable: BilingualText
    let extensions: [Granted]
    let citations: [CitationAnswer]
    let toConfirm: Bool

    struct Granted: Encodable {
      let kind: String
      let length: Int?
      let unit: String?
      let mode: String
      let after: String?
      let approver: BilingualText?
    }

    init(_ limit: TimeLimit, from book: LawBook) {
      (rule, version, kind) = (limit.rule, limit.version, limit.kind.rawValue)
      (length, unit, sameAs) = (limit.length, limit.unit?.rawValue, limit.sameAs)
      direction = limit.isBackward ? "backward" : "forward"
      roll = limit.roll.rawValue
      excludes = limit.excludes.map(\.rawValue).sorted()
      (name, trigger, liable) = (limit.name, limit.trigger, limit.liable)
      extensions = limit.extensions.map {
        Granted(
          kind: $0.kind, length: $0.length, unit: ($0.unit ?? limit.unit)?.rawValue, mode: $0.replaces ? "to" : "add",
          after: $0.after, approver: $0.approver)
      }
      citations = book.answer(limit.authority.citations)
      toConfirm = !limit.authority.isConfirmed
    }
  }

  private static var columns: [Column<Row>] {
    [
      Column("rule", .code, \.rule), Column("version", .code, \.version),
      Column("length", .number, { $0.length.map { String($0) } ?? $0.sameAs.map { "= \($0)" } ?? "" }),
      Column("unit", .code, { $0.unit ?? "" }, words: { $0.unit.map { Words.text("law.unit.\($0)") } ?? "" }),
      Column("name", .text, \.name.words), Column("liable", .text, \.liable.words),
      Column("toConfirm", .code, { String($0.toConfirm) }, words: { $0.toConfirm ? Words.text("law.to-confirm") : "" }),
      Column(
        "citations", .text, { $0.citations.map(\.key).joined(separator: " ") },
        words: {
          $0.citations.map(\.text).joined(separator: "；")
        }),
    ]
  }
}

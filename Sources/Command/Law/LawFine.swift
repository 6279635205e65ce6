import ArgumentParser
import Law

/// The range of a fine.
struct LawFine: LawBookCommand {
  static let configuration = Words.configuration("fine", "law.fine")

  /// The scale, such as trademark-infringement.
  @Option(help: Words.help("cli.law.fine.scale")) var scale: String
  /// What the multiple is applied to, in yuan.
  @Option(help: Words.help("cli.law.fine.base")) var base: String?
  /// The day of the conduct.
  @Option(help: Words.help("cli.law.fine.on")) var on: String
  /// Whether circumstances are serious.
  @Flag(help: Words.help("cli.law.fine.serious")) var serious = false
  /// The form of results.
  @OptionGroup var form: FormOptions

  func answer(from book: LawBook, on today: Day, to output: Output) throws {
    guard let day = Day(on) else { throw LawFault("law.from", field: "on", ["text": on]) }
    var amount: Fen?
    if let base {
      switch Fen.parse(yuan: base) {
      case .success(let fen): amount = fen
      case .failure: throw LawFault("law.amount", field: "base", ["text": base])
      }
    }
    let answer = FineAnswer(try book.fine(scale, base: amount, on: day, isSerious: serious), from: book)
    if output.format == .json { return try output.json(answer) }
    try output.show(one: answer, Self.columns, json: .init())
  }

  private static var columns: [Column<FineAnswer>] {
    [
      Column("scale", .code, { "\($0.scale) \($0.name.words)" }), Column("version", .code, \.version),
      Column("least", .number, { $0.least ?? "" }), Column("most", .number, { $0.most ?? "" }),
      Column("branch", .code, \.branch, words: { Words.text("law.branch.\($0.branch)") }),
      Column("duty", .code, { $0.duty ?? "" }, words: { $0.duty.map { Words.text("law.duty.\($0)") } ?? "" }),
      Column("confiscates", .text, { $0.confiscates ?? "" }), Column("note", .text, { $0.note?.words ?? "" }),
      Column("citations", .text, { $0.citations.map(\.words).joined(separator: "；") }),
      Column("toConfirm", .code, { $0.toConfirm ? Words.text("law.to-confirm") : "" }),
    ]
  }
}

/// The scales of fines of the law book.
struct LawScales: LawBookCommand {
  static let configuration = Words.configuration("scales", "law.scales")

  /// The day whose versions are shown; today if absent.
  @Option(help: Words.help("cli.law.rules.on")) var on: String?
  /// The form of results.
  @OptionGroup var form: FormOptions

  func answer(from book: LawBook, on today: Day, to output: Output) throws {
    let day = try on.map { text in
      guard let day = Day(text) else { throw LawFault("law.from", field: "on", ["text": text]) }
      return day
    }
    let scales = book.scales.values.flatMap { $0.filter { $0.validity.contains(day ?? today) } }
    let rows = scales.sorted { ($0.scale, $0.key) < ($1.scale, $1.key) }.map { Row($0, from: book) }
    if output.format == .json { return try output.json(rows) }
    try output.show(rows, Self.columns, json: .init())
  }

  private struct Row: Encodable {
    let scale, version, base: String
    let name: BilingualText
    let citations: [CitationAnswer]
    let toConfirm: Bool

    init(_ scale: PenaltyScale, from book: LawBook) {
      (self.scale, version) = (scale.scale, scale.validity.lowerBound.description)
      (base, name, citations) = (scale.base.rawValue, scale.name, book.answer(scale.authority.citations))
      toConfirm = !scale.authority.isConfirmed
    }
  }

  private static var columns: [Column<Row>] {
    [
      Column("scale", .code, \.scale), Column("version", .code, \.version), Column("base", .code, \.base),
      Column("name", .text, \.name.words),
      Column("toConfirm", .code, { String($0.toConfirm) }, words: { $0.toConfirm ? Words.text("law.to-confirm") : "" }),
      Column("citations", .text, { $0.citations.map(\.text).joined(separator: "；") }),
    ]
  }
}

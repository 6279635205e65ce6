/// An entry of a docket.
struct EntryAnswer: Decodable, Sendable {
  /// Position in the docket, from 1.
  let sequence: Int
  /// Key of the proceeding.
  let proceeding: Int64
  /// Code of the kind.
  let kind: String
  /// Code of the act.
  let act: String
  /// What it means for statistics.
  let milestone: String?
  /// Code of the agency.
  let agency: String
  /// The officer's name.
  let officer: String
  /// When it happened; absent where unknown.
  let happenedOn: String?
  /// When it was recorded.
  let recordedAt: String
  /// Its facts by name.
  let facts: [String: String]
  /// The sequence of the entry that this one corrects.
  let corrects: Int?
  /// SHA-256 that chains it to the entry before.
  let digest: String
  /// What to warn of, right after an act.
  let warnings: [String]?

  /// What is shown of an entry.
  static func columns(_ names: AgencyNames) -> [Column<EntryAnswer>] {
    [
      Column("sequence", .number) { String($0.sequence) },
      Column(wireOnly: "proceeding") { String($0.proceeding) },
      Column("kind", .code, \.kind, words: { Words.text("proceeding.\($0.kind)", or: $0.kind) }),
      Column("act", .code, \.act, words: { Words.act($0.act, of: $0.kind) }),
      Column(wireOnly: "milestone") { $0.milestone ?? "" },
      Column("happenedOn", .code) { $0.happenedOn ?? "" },
      Column("recordedAt", .code, \.recordedAt, words: { Words.minute($0.recordedAt) }),
      Column("officer", .text, \.officer),
      Column("agency", .text, \.agency, words: { names[$0.agency] }),
      Column("facts", .text, { $0.told { name, value in "\(name)=\(value)" } }, words: { $0.told(inWords) }),
      Column(wireOnly: "corrects") { $0.corrects.map { String($0) } ?? "" }, Column(wireOnly: "digest", \.digest),
    ]
  }

  private func told(_ fact: (String, String) -> String) -> String {
    facts.sorted { $0.key < $1.key }.map { fact($0.key, $0.value) }.joined(separator: "; ")
  }

  private static func inWords(_ name: String, _ value: String) -> String {
    let label = Words.text("fact.\(name)", or: name)
    let words =
      switch name {
      case "basis": Words.text("basis.\(value)", or: value)
      case "leadSource": Words.text("lead-source.\(value)", or: value)
      default: Words.text("choice.\(name).\(value)", or: value)
      }
    return "\(label): \(words)"
  }
}

/// A docket.
struct EntriesAnswer: Decodable, Sendable {
  /// In order.
  let entries: [EntryAnswer]
}

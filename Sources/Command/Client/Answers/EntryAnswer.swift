/// An entry of a docket.
struct EntryAnswer: Decodable, Sendable {
  let sequence: Int
  let proceeding: Int64
  let kind: String
  let act: String
  let milestone: String?
  let agency: String
  let officer: String
  let happenedOn: String?
  let recordedAt: String
  let facts: [String: String]
  let corrects: Int?
  let digest: String

  /// What is shown of an entry.
  static func columns(_ names: AgencyNames) -> [Column<EntryAnswer>] {
    [
      Column("sequence", .number) { String($0.sequence) },
      Column(wireOnly: "proceeding") { String($0.proceeding) },
      Column("kind", .code, \.kind, words: { Words.text("proceeding.\($0.kind)", or: $0.kind) }),
      Column("act", .code, \.act, words: { Words.text("act.\($0.kind).\($0.act)", or: $0.act) }),
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
  let entries: [EntryAnswer]
}

/// An item of evidence.
struct EvidenceAnswer: Decodable, Sendable {
  /// Key.
  let id: Int64
  /// Number of the case file.
  let number: String
  /// Code of its kind.
  let kind: String
  /// What it is.
  let name: String
  /// What its file is.
  let mediaType: String?
  /// Bytes of its file.
  let size: Int64?
  /// SHA-256 of its file.
  let sha256: String?
  /// When it was added.
  let addedAt: String
  /// Who had it, the latest last.
  let custody: [Link]

  /// A link of the chain of custody.
  struct Link: Decodable, Sendable {
    /// Who, and where.
    let holder: String
    /// Since when.
    let since: String
    /// How sealed.
    let seal: String?
  }

  /// What a list shows.
  static var columns: [Column<EvidenceAnswer>] {
    [
      Column("id", .number) { String($0.id) }, Column("name", .text, \.name),
      Column("evidenceKind", .code, \.kind, words: { Words.text("evidence-kind.\($0.kind)", or: $0.kind) }),
      Column("holder", .text) { $0.custody.last?.holder ?? "" },
      Column("since", .code) { $0.custody.last?.since ?? "" },
      Column("seal", .text) { $0.custody.last?.seal ?? "" }, Column("size", .number) { $0.size.map(String.init) ?? "" },
      Column(wireOnly: "sha256") { $0.sha256 ?? "" }, Column(wireOnly: "mediaType") { $0.mediaType ?? "" },
      Column(wireOnly: "addedAt", \.addedAt), Column(wireOnly: "number", \.number),
    ]
  }
}

/// The evidence of a case file.
struct EvidenceListAnswer: Decodable, Sendable {
  /// Oldest first.
  let evidence: [EvidenceAnswer]
}

/// The papers of a case file.
struct PapersAnswer: Decodable, Sendable {
  /// Those that can be made.
  let possible: [Possible]
  /// Those that were issued.
  let issued: [Issued]

  /// A fact and what people call it.
  struct Field: Decodable, Sendable {
    /// Its path; of what is asked, `asked.<name>`.
    let path: String
    /// What people call it.
    let name: String
  }

  /// A paper that can be made.
  struct Possible: Decodable, Sendable {
    /// Key of the template.
    let template: String
    /// What it is called.
    let name: String
    /// The proceeding.
    let proceeding: Int64
    /// What the file lacks for it.
    let missing: [Field]
    /// What the officer writes.
    let asks: [Field]

    /// What a list shows.
    static var columns: [Column<Possible>] {
      [
        Column("template", .code, \.template), Column("name", .text, \.name),
        Column("proceeding", .number) { String($0.proceeding) },
        Column(
          "missing", .text, { $0.missing.map(\.path).joined(separator: " ") },
          words: { $0.missing.map(\.name).joined(separator: "、") }),
        Column(
          "asks", .text, { $0.asks.map(\.path).joined(separator: " ") },
          words: { $0.asks.map { "\($0.path.dropFirst(6))（\($0.name)）" }.joined(separator: "、") }),
      ]
    }
  }

  /// A paper that was issued.
  struct Issued: Decodable, Sendable {
    /// Key.
    let id: Int64
    /// Key of the template.
    let template: String
    /// Number of the document.
    let documentNumber: String?
    /// What its QR code names.
    let code: String
    /// SHA-256 of the PDF.
    let sha256: String
    /// When.
    let issuedAt: String

    /// What is shown of one.
    static var columns: [Column<Issued>] {
      [
        Column("id", .number) { String($0.id) }, Column("template", .code, \.template),
        Column("document", .code) { $0.documentNumber ?? "" },
        Column("issuedAt", .code, \.issuedAt, words: { Words.minute($0.issuedAt) }), Column("code", .code, \.code),
        Column(wireOnly: "sha256", \.sha256),
      ]
    }
  }
}

import Law

/// A case file as lists have it.
struct ListedCaseFile: Decodable, Sendable {
  /// Number of the file.
  let number: String
  /// What it is about.
  let summary: String
  /// The respondents' names.
  let respondents: String
  /// Code of the kind of intellectual property.
  let ipType: String
  /// Code of the kind of the latest proceeding.
  let proceeding: String
  /// Code of its state.
  let state: String
  /// Code of the agency that has the file.
  let owner: String
  /// Since when.
  let heldSince: String
  /// When it was logged.
  let loggedAt: String
  /// Number of docket entries.
  let revision: Int
  /// Whether it is there for demonstration.
  let demo: Bool

  /// What a list shows.
  static func columns(_ names: AgencyNames) -> [Column<ListedCaseFile>] {
    [
      Column("number", .code, \.number),
      Column("ipType", .text, \.ipType, words: { Words.text("ip-type.\($0.ipType)", or: $0.ipType) }),
      Column(
        "proceeding", .code, \.proceeding, words: { Words.text("proceeding.\($0.proceeding)", or: $0.proceeding) }),
      Column("state", .code, \.state, words: { Words.state($0.state, of: $0.proceeding) }),
      Column("owner", .text, \.owner, words: { names[$0.owner] }),
      Column("heldSince", .code, \.heldSince, words: { Words.day($0.heldSince) }),
      Column(wireOnly: "loggedAt", \.loggedAt),
      Column("respondents", .text, \.respondents), Column("summary", .text, \.summary),
      Column(wireOnly: "revision") { String($0.revision) }, Column(wireOnly: "demo") { String($0.demo) },
    ]
  }
}

/// A page of the list of case files.
struct CaseFilesAnswer: Decodable, Sendable {
  /// The page.
  let cases: [ListedCaseFile]
  /// The cursor of the next page; `nil` on the last.
  let next: Int64?
}

extension Words {
  /// A state of a proceeding.
  static func state(_ state: String, of kind: String) -> String { text("state.\(kind).\(state)", or: state) }

  /// The day of an instant in Asia/Shanghai.
  static func day(_ instant: String?) -> String {
    guard let instant else { return "" }
    return Instant(instant)?.day().description ?? instant
  }

  /// The day and minute of an instant in Asia/Shanghai.
  static func minute(_ instant: String?) -> String {
    guard let instant else { return "" }
    return Instant(instant)?.local ?? instant
  }
}

/// A report as the server runs it; money in fen.
struct ReportAnswer: Decodable, Sendable {
  /// An indicator.
  struct Indicator: Decodable, Sendable {
    let code: String
    let nameZh: String
    let nameEn: String
    let definitionZh: String
    let definitionEn: String
    let unit: String
    let basis: String

    /// Its name in the user's language.
    var name: String { Words.language == .chinese ? nameZh : nameEn }
    /// Its meaning in the user's language.
    var definition: String { Words.language == .chinese ? definitionZh : definitionEn }
  }

  /// A figure in its four times.
  struct Figures: Decodable, Sendable {
    let period: Int64
    let periodBefore: Int64
    let year: Int64
    let yearBefore: Int64
  }

  /// A row.
  struct Row: Decodable, Sendable {
    let key: String
    let reported: Bool?
    let figures: [Figures]
  }

  /// A table.
  struct Table: Decodable, Sendable {
    let key: String
    let rows: String
    let columns: [String]
    let lines: [Row]
    let total: [Figures]?
  }

  /// Key of the form.
  let form: String
  /// The period.
  let period: String
  /// What was recorded later does not count.
  let asOf: String
  /// The indicators of the form.
  let indicators: [Indicator]
  /// Its tables.
  let tables: [Table]
}

/// The forms that there are.
struct ReportFormsAnswer: Decodable, Sendable {
  /// A form.
  struct Form: Decodable, Sendable {
    let key: String
    let version: Int
    let nameZh: String
    let nameEn: String
    let period: String
  }

  /// Them.
  let forms: [Form]
}

/// A report on its way, or as it was signed.
struct ReportIssueAnswer: Decodable, Sendable {
  /// Key.
  let id: Int64
  /// Key of the form.
  let form: String
  /// The period.
  let period: String
  /// `drafted`, `checked`, `issued`.
  let state: String
  /// The instant it is as of.
  let asOf: String
  /// SHA-256 of its content.
  let digest: String
  /// Who drafted it.
  let draftedBy: String
  /// Who checked it.
  let checkedBy: String?
  /// Who signed it.
  let issuedBy: String?
}

import Casework
import Law

/// A law book of the times that matter to credit, typed from the research notes on the law and not from the shipped
/// tables.
enum CreditLaw {
  static let book = Sample.sure { try LawBook(tables()) }

  /// The refusal that an opening meets under this law; nil if it is granted.
  static func refused(
    opening kind: ProceedingKind, _ facts: [String: String], by officer: Officer, on day: String,
    from origin: Proceeding? = nil
  ) -> Refusal? {
    let request = OpeningRequest(
      kind: kind, happenedOn: Sample.sure { try When(wire: day) }, facts: facts, origin: origin?.id)
    return refusal { () throws(Refusal) in
      _ = try request.opening(
        in: Sample.sure { try Sample.file() }, by: officer, today: Day(year: 2030, month: 1, day: 1) ?? .latest,
        Surroundings(origin: origin, book: book))
    }
  }

  private static func tables() throws -> [String: [LawRow]] {
    var tables = Dictionary(uniqueKeysWithValues: LawBook.tables.map { ($0, [LawRow]()) })
    tables["instrument"] = try Set(articles.map { $0.0.split(separator: "@")[0] }).sorted().map { key in
      try row(
        "instrument", ["key": String(key), "name_zh": String(key), "name_en": String(key), "verification": "verified"])
    }
    tables["law_article"] = try articles.map { key, verification in
      try row(
        "law_article",
        [
          "key": key, "instrument": String(key.split(separator: "@")[0]), "subject_zh": "信用",
          "verification": verification, "source": "test",
        ])
    }
    tables["calendar_year"] = [try row("calendar_year", ["year": "2026", "notice_zh": "通知"])]
    tables["time_limit"] = try limits.map(limit)
    return tables
  }

  private static let articles = [
    ("civil-code@201", "verified"), ("civil-code@202", "verified"), ("civil-code@203", "verified"),
    ("credit-repair-2021@6", "verified"), ("credit-repair-2021@7", "verified"),
    ("publicity-provisions@13", "verified"), ("publicity-provisions-2025@13", "verified"),
    ("publicity-provisions-2025@15", "verified"), ("serious-violation-measures@15", "to-confirm"),
    ("serious-violation-measures@16", "verified"), ("serious-violation-measures@20", "to-confirm"),
    ("cnipa-credit-provisions@9", "verified"), ("guangdong-ip-regulation@49", "verified"),
  ]

  /// Rule, first day, last day, length, unit, article, whether its text was read.
  private typealias Row = (String, String, String, String, String, String, String)
  private static let limits: [Row] = [
    ("KR-minimum-general", "2021-09-01", "2025-12-24", "6", "month", "credit-repair-2021@6", "verified"),
    ("KR-minimum-general", "2025-12-25", "", "3", "month", "publicity-provisions-2025@15", "to-confirm"),
    ("KR-minimum-key", "2021-09-01", "2025-12-24", "12", "month", "credit-repair-2021@6", "verified"),
    ("KR-minimum-key", "2025-12-25", "", "1", "year", "", "to-confirm"),
    ("KR-minimum-list", "2021-09-01", "2025-12-24", "1", "year", "credit-repair-2021@7", "verified"),
    ("KR-minimum-list", "2025-12-25", "", "1", "year", "", "to-confirm"),
    ("KN-minimum-general", "2023-05-01", "2026-03-31", "3", "month", "", "to-confirm"),
    ("KN-minimum-general", "2026-04-01", "", "3", "month", "", "to-confirm"),
    ("KN-minimum-key", "2023-05-01", "2026-03-31", "1", "year", "", "to-confirm"),
    ("KN-minimum-serious", "2026-04-01", "", "1", "year", "", "to-confirm"),
    ("K44-early-removal", "2021-09-01", "", "1", "year", "serious-violation-measures@16", "verified"),
    ("K44-removal", "2021-09-01", "", "3", "year", "serious-violation-measures@20", "verified"),
    ("KC-period", "2022-01-24", "", "1", "year", "", "to-confirm"),
    ("KC-repair-minimum", "2022-01-24", "", "6", "month", "", "verified"),
    ("KC-repair-interval", "2022-01-24", "", "1", "year", "", "verified"),
    ("K45-period-general", "2021-09-01", "2025-12-24", "3", "year", "publicity-provisions@13", "verified"),
    ("K45-period-general", "2025-12-25", "", "1", "year", "publicity-provisions-2025@15", "to-confirm"),
    ("K45-period-minor", "2021-09-01", "", "3", "month", "publicity-provisions-2025@13", "to-confirm"),
    ("X-exclusion", "2022-05-01", "", "3", "year", "guangdong-ip-regulation@49", "verified"),
  ]

  private static func limit(_ row: Row) throws -> LawRow {
    let (rule, from, to, length, unit, citation, verification) = row
    return try Self.row(
      "time_limit",
      [
        "key": "\(rule)@\(from)", "rule": rule, "valid_from": from, "valid_to": to, "kind": "validity",
        "name_zh": "期间", "name_en": "time", "trigger_zh": "起算", "trigger_en": "start", "length": length,
        "unit": unit, "direction": "forward", "roll": "none", "excludes": "", "same_as": "", "outer_unit": "",
        "liable_zh": "当事人", "liable_en": "party", "citation": citation, "verification": verification,
        "source": "test",
      ])
  }

  private static func row(_ table: String, _ cells: KeyValuePairs<String, String>) throws -> LawRow {
    try LawRow(table: table, columns: cells.map(\.key), cells: cells.map(\.value), line: 1)
  }
}

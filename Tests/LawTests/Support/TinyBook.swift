import Law

/// A law book of a few rows, for what the shipped one does not show.
enum TinyBook {
  /// The tables: the articles by which days are counted, a calendar of 2026 without holidays, and what is given.
  static func tables(
    limits: [LawRow] = [], extensions: [LawRow] = [], days: [LawRow] = []
  ) throws -> [String: [LawRow]] {
    var tables = Dictionary(uniqueKeysWithValues: LawBook.tables.map { ($0, [LawRow]()) })
    tables["instrument"] = [
      try row(
        "instrument", ["key": "civil-code", "name_zh": "民法典", "name_en": "Civil Code", "verification": "verified"])
    ]
    tables["law_article"] = try [201, 202, 203].map { article in
      try row(
        "law_article",
        [
          "key": "civil-code@\(article)", "instrument": "civil-code", "subject_zh": "期间",
          "verification": "verified",
        ])
    }
    tables["calendar_year"] = [try row("calendar_year", ["year": "2026", "notice_zh": "通知"])]
    (tables["time_limit"], tables["time_limit_extension"], tables["calendar_day"]) = (limits, extensions, days)
    return tables
  }

  /// A row of which the first cell is the key.
  static func row(_ table: String, _ cells: KeyValuePairs<String, String>) throws -> LawRow {
    try LawRow(table: table, columns: cells.map(\.key), cells: cells.map(\.value), line: 1)
  }

  /// A version of a time limit.
  static func limit(
    _ rule: String, from: String = "2022-01-01", to: String = "", length: String = "1", unit: String = "working-day",
    direction: String = "forward", roll: String = "none", excludes: String = "", citation: String = "civil-code@201"
  ) throws -> LawRow {
    try row(
      "time_limit",
      [
        "key": "\(rule)@\(from)", "rule": rule, "valid_from": from, "valid_to": to, "kind": "limit",
        "name_zh": "办结", "name_en": "Close", "trigger_zh": "立案", "trigger_en": "filing", "length": length,
        "unit": unit, "direction": direction, "roll": roll, "excludes": excludes, "same_as": "", "outer_unit": "",
        "liable_zh": "机关", "liable_en": "agency", "citation": citation, "verification": "verified", "source": "test",
      ])
  }

  /// An extension of the version `limit`.
  static func longer(
    of limit: String, kind: String = "n", mode: String = "to", length: String = "", unit: String = "",
    after: String = ""
  ) throws -> LawRow {
    try row(
      "time_limit_extension",
      [
        "key": "\(limit)#\(kind)", "time_limit": limit, "kind": kind, "mode": mode, "length": length, "unit": unit,
        "after": after, "name_zh": "延长", "name_en": "extension", "citation": "civil-code@201",
        "verification": "verified", "source": "test",
      ])
  }

  /// A day of the calendar.
  static func day(_ day: String, _ kind: String, year: String = "2026") throws -> LawRow {
    try row("calendar_day", ["day": day, "kind": kind, "name_zh": "节日", "year": year])
  }
}

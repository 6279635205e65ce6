import Casework
import Law

/// A law book of a few time limits, their lengths made up, so that nobody mistakes them for the law in force. The only
/// year it knows is 2026, and that has no holidays.
enum TinyLaw {
  static let book = Sample.sure { try LawBook(tables()) }

  /// An open clock as the register would keep it.
  static func clock(
    _ rule: String, from: String, id: Int64 = 1, against liable: Liable = .owner, grants: [Grant] = [],
    pauses: [Pause] = [], startedBy: Int = 1
  ) -> Clock {
    let trigger = Trigger(from)
    let end = Reckoning(rule, from: trigger, grants, pauses, by: book)
    return Clock(
      id: id, proceeding: 1, kind: .penalty, rule: rule, from: trigger, startedBy: startedBy, liable: liable,
      agency: Sample.bureau, dueDay: end.dueDay, dueAt: end.dueAt, outerAt: end.outerAt,
      isProvisional: end.isProvisional, problem: end.problem, grants: grants, pauses: pauses, outcome: nil,
      endedOn: nil)
  }

  private static func tables() throws -> [String: [LawRow]] {
    var tables = Dictionary(uniqueKeysWithValues: LawBook.tables.map { ($0, [LawRow]()) })
    tables["instrument"] = [
      try row(
        "instrument", ["key": "civil-code", "name_zh": "民法典", "name_en": "Civil Code", "verification": "verified"])
    ]
    tables["law_article"] = try [201, 202, 203].map { article in
      try row(
        "law_article",
        [
          "key": "civil-code@\(article)", "instrument": "civil-code", "subject_zh": "期间", "verification": "verified",
          "source": "test",
        ])
    }
    tables["calendar_year"] = [try row("calendar_year", ["year": "2026", "notice_zh": "通知"])]
    tables["time_limit"] = try [
      limit("P1", 5, "working-day", excludes: "appraisal"), limit("P8", 3, "working-day"),
      limit("P9", 2, "working-day"), limit("P16", 20, "day", excludes: "appraisal testing"),
      limit("P17", 4, "working-day"), limit("K45-publish", 6, "working-day"), limit("R3", 3, "day"),
      limit("R4a", 24, "hour"), limit("R8", 3, "day"), limit("R8x", 3, "day"), limit("R13", 3, "day"),
      limit("M-confirmation", 10, "day"),
    ]
    tables["time_limit_extension"] = try [
      longer("P1", "head", "add", "5"), longer("P8", "head", "add", ""), longer("P16", "head", "add", "30"),
      longer("P16", "collective", "add", "", after: "head"), longer("R8x", "latest", "to", "10"),
      longer("R8x", "major", "to", "30"), longer("R8x", "special", "add", "30", after: "major"),
    ]
    return tables
  }

  private static func row(_ table: String, _ cells: KeyValuePairs<String, String>) throws -> LawRow {
    try LawRow(table: table, columns: cells.map(\.key), cells: cells.map(\.value), line: 1)
  }

  private static func limit(_ rule: String, _ length: Int, _ unit: String, excludes: String = "") throws -> LawRow {
    try row(
      "time_limit",
      [
        "key": "\(rule)@2022-01-01", "rule": rule, "valid_from": "2022-01-01", "valid_to": "", "kind": "limit",
        "name_zh": "办结", "name_en": "Close", "trigger_zh": "立案", "trigger_en": "filing", "length": String(length),
        "unit": unit, "direction": "forward", "roll": "none", "excludes": excludes, "same_as": "", "outer_unit": "",
        "liable_zh": "机关", "liable_en": "agency", "citation": "civil-code@201", "verification": "verified",
        "source": "test",
      ])
  }

  private static func longer(
    _ rule: String, _ kind: String, _ mode: String, _ length: String, after: String = ""
  ) throws -> LawRow {
    try row(
      "time_limit_extension",
      [
        "key": "\(rule)@2022-01-01#\(kind)", "time_limit": "\(rule)@2022-01-01", "kind": kind, "mode": mode,
        "length": length, "unit": "", "after": after, "name_zh": "延长", "name_en": "extension",
        "citation": "civil-code@201", "verification": "verified", "source": "test",
      ])
  }
}

import Casework
import Law

/// A law book of the figures and times that openings look up: on-the-spot fines, hearings, remedies; as the research notes
/// have them. The only year it knows is 2026, and that has no holidays but the National Day week.
enum ThresholdLaw {
  static let book = Sample.sure { try LawBook(tables()) }

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
    tables["calendar_day"] = try (1...7).map { day in
      try row("calendar_day", ["day": "2026-10-0\(day)", "year": "2026", "kind": "holiday", "name_zh": "国庆节"])
    }
    tables["time_limit"] = try [
      limit("P9", 5, "working-day"), limit("P13", 7, "working-day", "backward"), limit("Q-review", 60, "day"),
      limit("Q-suit", 6, "month"), limit("Q-suit-after-review", 15, "day"),
    ]
    tables["hearing_threshold"] = try [
      figure("hearing_threshold", "fine-natural-person", "natural-person", "fine", "10000"),
      figure("hearing_threshold", "fine-organisation", "organisation", "fine", "100000"),
      figure("hearing_threshold", "confiscation-natural-person", "natural-person", "confiscation", "10000"),
      figure("hearing_threshold", "suspension", "any", "other", ""),
    ]
    tables["summary_procedure"] = try [
      figure("summary_procedure", "decision-fine-natural-person", "natural-person", "fine", "200"),
      figure("summary_procedure", "decision-fine-organisation", "organisation", "fine", "3000"),
      figure("summary_procedure", "decision-warning", "any", "other", ""),
      figure("summary_procedure", "collection", "any", "fine", "100"),
      figure("summary_procedure", "collection-hard-natural-person", "natural-person", "fine", "200"),
      figure("summary_procedure", "collection-hard-organisation", "organisation", "fine", "3000"),
      figure("summary_procedure", "collection-remote", "any", "other", ""),
    ]
    return tables
  }

  private static func row(_ table: String, _ cells: KeyValuePairs<String, String>) throws -> LawRow {
    try LawRow(table: table, columns: cells.map(\.key), cells: cells.map(\.value), line: 1)
  }

  private static func limit(
    _ rule: String, _ length: Int, _ unit: String, _ direction: String = "forward"
  ) throws -> LawRow {
    try row(
      "time_limit",
      [
        "key": "\(rule)@2024-01-01", "rule": rule, "valid_from": "2024-01-01", "valid_to": "", "kind": "limit",
        "name_zh": "期限", "name_en": "Limit", "trigger_zh": "起算", "trigger_en": "trigger", "length": String(length),
        "unit": unit, "direction": direction, "roll": "none", "excludes": "", "same_as": "", "outer_unit": "",
        "liable_zh": "当事人", "liable_en": "party", "citation": "civil-code@201", "verification": "verified",
        "source": "test",
      ])
  }

  private static func figure(
    _ table: String, _ name: String, _ party: String, _ measure: String, _ yuan: String
  ) throws -> LawRow {
    try row(
      table,
      [
        "key": "\(name)@2021-07-15", "valid_from": "2021-07-15", "valid_to": "", "party_kind": party,
        "measure": measure, "amount_yuan": yuan, "name_zh": "数额", "name_en": "Figure", "citation": "civil-code@201",
        "verification": "verified", "source": "test",
      ])
  }
}

extension Sample {
  /// The refusal that an opening meets where more was read than whom it follows from; nil if it is granted.
  static func refused(
    opening kind: ProceedingKind, _ facts: [String: String], by officer: Officer, in file: CaseFileState? = nil,
    on day: String = "2026-11-05", _ around: Surroundings
  ) -> Refusal? {
    let file = file ?? sure { try Self.file() }
    let request = OpeningRequest(
      kind: kind, happenedOn: sure { try When(wire: day) }, facts: facts, origin: around.origin?.id)
    return refusal { () throws(Refusal) in
      _ = try request.opening(in: file, by: officer, today: today, around)
    }
  }

  /// A penalty from which something follows.
  static func penalty(_ state: String, known: [String: String]) -> Proceeding {
    Proceeding(
      id: 2, kind: .penalty, state: state, agency: bureau, receiver: nil, handledBy: [], known: known)
  }

  /// A proceeding that follows from another.
  static func following(
    _ kind: ProceedingKind, _ state: String, known: [String: String] = [:], pausedFor: Set<Exclusion.Kind> = []
  ) -> Proceeding {
    Proceeding(
      id: 1, kind: kind, state: state, agency: bureau, receiver: nil, handledBy: [], pausedFor: pausedFor,
      known: known, origin: 2)
  }
}

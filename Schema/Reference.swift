import Foundation
import Postgres

/// Loads `Reference/*.csv`: the file is named after its table, the header names the columns, the first is the key.
///
/// An upsert that never deletes: what the law abolished gets its last day in the file.
enum Reference {
  /// In the order that foreign keys ask for.
  static let tables = [
    "instrument", "town", "agency", "ip_type", "proceeding_kind", "offence", "law_article", "calendar_year",
    "calendar_day", "time_limit", "time_limit_extension", "criminal_threshold", "penalty_scale", "hearing_threshold",
    "summary_procedure", "listing_ground", "price_step", "look_back", "competence",
    "plan_task", "plan_task_agency", "plan_target", "indicator", "district_reader",
  ]

  /// Rows that stay as they are: the days of a year whose notice was loaded by hand.
  private static let kept = [
    "calendar_day": "exists (select from calendar_year y where y.year = incoming.year and y.by_hand)",
    "calendar_year": "exists (select from calendar_year y where y.year = incoming.year and y.by_hand)",
  ]

  /// The file of a table, as CSV.
  static func file(_ table: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Bundle.module.bundleURL.appending(path: "Reference/\(table).csv")))
  }

  static func load(_ db: Connection) throws {
    for table in tables {
      let bytes = try file(table)
      let header = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      let columns = header.split(separator: ",").map(String.init)
      guard let key = columns.first, columns.allSatisfy(isIdentifier) else {
        throw SchemaProblem.unknownFile("\(table).csv")
      }
      let list = columns.joined(separator: ", ")
      let updates = columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
      try db.script("create temp table incoming (like \(table) including defaults) on commit drop")
      _ = try db.copyIn("copy incoming (\(list)) from stdin (format csv, header true)", [bytes])
      try db.script(
        """
        insert into \(table) (\(list)) select \(list) from incoming where not \(kept[table] ?? "false")
        on conflict (\(key)) do update set \(updates)
        where (\(table).*) is distinct from (excluded.*);
        drop table incoming
        """)
    }
  }

  private static func isIdentifier(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
  }
}

import Casework
import Postgres

extension Registry {
  /// Every agency, in the order of lists.
  public func agencies() async throws -> [Agency] {
    try await database.read { db in
      try db.all("select code, name_zh, name_en, kind from agency order by position") { row in
        Agency(code: try row["code"], chinese: try row["name_zh"], english: try row["name_en"], kind: try row["kind"])
      }
    }
  }

  /// The offences a referral can name, in the order of lists: code, Chinese, English.
  public func offences() async throws -> [(code: String, chinese: String, english: String)] {
    try await database.read { db in
      try db.all("select code, name_zh, name_en from offence order by position") { row in
        (code: try row["code"], chinese: try row["name_zh"], english: try row["name_en"])
      }
    }
  }
}

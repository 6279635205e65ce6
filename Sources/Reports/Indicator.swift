import Casework
import Law
import Postgres
import Registry

/// One defined number of the statistics (指标), each once.
public struct Indicator: Sendable, Equatable {
  /// In what it is counted.
  public enum Unit: String, Sendable, CaseIterable {
    /// 件
    case caseFile = "case"
    /// 人
    case person
    /// 批
    case batch
    /// 件、套
    case item
    /// 个
    case place
    /// 次
    case time
    /// 人次
    case personTime = "person-time"
    /// 户
    case household
    /// 万元 in reports; fen inside.
    case money
  }

  /// Stable key, such as `filed`.
  public let code: String
  /// What it is called.
  public let name: BilingualText
  /// What it counts, in words.
  public let definition: BilingualText
  /// In what it is counted.
  public let unit: Unit
  /// Whose day decides the period: `lead`, `filing`, `closing`, `decision`, `referral`, `step`; `stock` where all counts
  /// that came before its end.
  public let basis: String
  /// The first day of which it is kept.
  public let since: Day
  /// What to know when comparing years; `nil` where nothing.
  public let note: BilingualText?
  /// Whether it is what there is at the end of a period, not what happened in it.
  public var isStock: Bool { basis == "stock" }
  /// Whether it counts cases, so that it can be cut by category and mark; actions, inspections and markets cannot.
  public let isOfCases: Bool
  /// The same number by another way: SQL over all that stands which gives `agency`, `day` and `amount`.
  public let recount: String
}

extension Registry {
  /// The dictionary of indicators, in its order.
  public func indicators(for officer: Officer) async throws -> [Indicator] {
    try await reading(officer) { try $0.indicators() }
  }
}

extension Connection {
  func indicators() throws -> [Indicator] {
    try all("select * from indicator order by position") { row in
      let note: String? = try row["note_zh"]
      return Indicator(
        code: try row["code"], name: BilingualText(chinese: try row["name_zh"], english: try row["name_en"]),
        definition: BilingualText(chinese: try row["definition_zh"], english: try row["definition_en"]),
        unit: try row["unit"], basis: try row["basis"], since: try row["since"],
        note: try note.map { BilingualText(chinese: $0, english: try row["note_en"]) },
        isOfCases: !["action", "inspection", "market"].contains(try row["kinds"] as String? ?? ""),
        recount: try row["recount"])
    }
  }
}

extension Indicator.Unit: Column {}

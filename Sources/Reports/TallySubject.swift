import Casework
import Postgres

/// What a line of the tally is of.
public enum TallySubject: Sendable, Equatable {
  /// A case file.
  case file(CaseNumber)
  /// An enforcement action, by its key.
  case action(Int64)
  /// A target of an inspection plan, by the plan's key.
  case inspection(plan: Int64)

  /// A key market, by its key.
  case market(Int64)

  /// Reads `number`, `action`, `plan` and `market`, of which one is not null.
  init(_ row: Row) throws {
    if let number: CaseNumber = try row["number"] {
      self = .file(number)
    } else if let action: Int64 = try row["action"] {
      self = .action(action)
    } else if let plan: Int64 = try row["plan"] {
      self = .inspection(plan: plan)
    } else {
      self = .market(try row["market"])
    }
  }

  /// The number of the case file, where it is one.
  public var number: CaseNumber? { if case .file(let number) = self { number } else { nil } }
}

/// What went wrong between this program and PostgreSQL. Never carries a parameter's value.
public enum PostgresError: Error, Sendable, Equatable {
  /// The server refused a statement.
  case server(ServerError)
  /// There is no server to talk to, or it went away; trying again later may work.
  case unavailable(String)
  /// Every connection stayed in use for the whole time a caller may wait, or too many were waiting already.
  case busy
  /// A parameter holds U+0000, which PostgreSQL text cannot hold. The number counts from 1.
  case nulInParameter(Int)
  /// A statement has more parameters than the protocol can number; a fault of the program.
  case tooManyParameters(Int)
  /// A column is not what the program took it for. Names column and query, never the value.
  case decoding(column: String, problem: String, query: String)
  /// `commit` was answered by `ROLLBACK`: an earlier statement had failed and the failure was swallowed.
  case notCommitted
  /// The task was cancelled, and the statement with it.
  case cancelled
}

/// The server's own account of a refused statement, read from its fields, never from its text.
public struct ServerError: Error, Sendable, Equatable {
  /// Five characters, see "PostgreSQL Error Codes".
  public let sqlState: String
  /// The name of the violated constraint, if one was.
  public let constraint: String?
  /// The table concerned, if the server named one.
  public let table: String?
  /// The column concerned, if the server named one.
  public let column: String?
  /// The primary message. It can repeat input (`invalid input syntax … "x"`), so it is for logs on request only.
  public let message: String
  /// The statement's text with `$n` in place of its values.
  public let query: String

  /// Whether the whole transaction may simply be run again.
  public var isRetryable: Bool { sqlState == "40001" || sqlState == "40P01" }
}

extension ServerError: CustomStringConvertible {
  /// SQLSTATE, constraint and query; no message, because a message can repeat a value.
  public var description: String {
    let rule = constraint.map { " constraint \($0)" } ?? ""
    return "SQLSTATE \(sqlState)\(rule) in: \(query)"
  }
}

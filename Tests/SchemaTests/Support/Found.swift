import Postgres

extension Database {
  /// The values of column `n`, in the order of the answer.
  func found(_ query: SQL, _ settings: Settings = .none) async throws -> [String] {
    try await read(settings) { db in try db.all(query) { row in try row["n"] } }
  }

  /// Runs statements as they stand.
  func run(_ script: String) async throws {
    try await autocommit { db in try db.script(script) }
  }
}

/// Codes of "PostgreSQL Error Codes", Appendix A of its manual.
enum SQLState {
  static let insufficientPrivilege = "42501"
  static let integrityConstraintViolation = "23000"
}

/// What the server says of `work`, as SQLSTATE and constraint; `nil` where it does not object.
func objection(_ work: () async throws -> Void) async throws -> [String?]? {
  do {
    try await work()
    return nil
  } catch PostgresError.server(let refused) {
    return [refused.sqlState, refused.constraint]
  }
}

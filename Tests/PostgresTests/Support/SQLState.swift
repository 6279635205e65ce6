import Postgres
import Testing

/// Codes of "PostgreSQL Error Codes", Appendix A of its manual.
enum SQLState {
  static let notNullViolation = "23502"
  static let foreignKeyViolation = "23503"
  static let uniqueViolation = "23505"
  static let checkViolation = "23514"
  static let divisionByZero = "22012"
  static let invalidTextRepresentation = "22P02"
  static let badCopyFormat = "22P04"
  static let readOnlyTransaction = "25006"
  static let activeTransaction = "25001"
  static let serializationFailure = "40001"
  static let deadlockDetected = "40P01"
  static let syntaxError = "42601"
  static let undefinedTable = "42P01"
}

/// Expects the server to refuse `work` with `sqlState`, and returns its account.
@discardableResult
func expectRefusal(
  _ sqlState: String, at location: SourceLocation = #_sourceLocation, _ work: () async throws -> Void
) async throws -> ServerError {
  let error = await #expect(throws: PostgresError.self, sourceLocation: location) { try await work() }
  guard case .server(let refused) = error else {
    throw Unexpected(what: "expected SQLSTATE \(sqlState), got \(String(describing: error))")
  }
  #expect(refused.sqlState == sqlState, sourceLocation: location)
  return refused
}

/// What a helper found in place of what it looks for.
struct Unexpected: Error {
  let what: String
}

/// An error of the program's own, as `orThrow` names them and bodies throw them.
enum Refusal: Error, Equatable {
  case taken
  case tooLong
  case changedMind
}

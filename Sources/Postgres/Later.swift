/// Rows that have been asked for and not yet waited for.
///
/// Several of them asked for one after the other cost a single round trip: the first `rows()` waits for all.
public final class Later<T> {
  private let connection: Connection
  private var outcome: Result<[T], any Error>?

  init(_ connection: Connection) { self.connection = connection }

  /// All rows.
  ///
  /// - Throws: `PostgresError`, or what the statement's `orThrow` names for a violated constraint.
  public func rows() throws -> [T] {
    if outcome == nil { try connection.flush() }
    guard let outcome else { throw PostgresError.unavailable("the statement was given up") }
    return try outcome.get()
  }

  /// The first row, if there is one.
  public func first() throws -> T? { try rows().first }

  func arrive(_ result: Result<[T], any Error>) { outcome = result }
}

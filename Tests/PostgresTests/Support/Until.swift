import Postgres

/// Waits until the server says that `fact` holds. Assumes nothing about how long that takes.
///
/// - Parameter fact: A statement with one row and one column, `holds`.
func until(_ database: Database, _ fact: SQL) async throws {
  while try await database.read({ db in try db.first(fact) { try $0["holds"] as Bool } }) != true {
    try Task.checkCancellation()
  }
}

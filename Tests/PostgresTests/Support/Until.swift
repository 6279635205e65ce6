import Postgres

/// Waits until the server says that `fact` holds. Assumes nothing about how long that takes.
///
/// - Parameter fact: A statement with one row and one column, `holds`.
func until(_ database: Database, _ fact: SQL) async throws {
  while true {
    let holds = try await database.read { db in try db.first(fact) { row in try row["holds"] as Bool } }
    if holds == true { return }
    try Task.checkCancellation()
  }
}

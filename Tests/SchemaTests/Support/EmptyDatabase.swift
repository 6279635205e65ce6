import Postgres
import TestSupport

/// A second database, in which nothing has been done, beside that of the running test.
enum EmptyDatabase {
  /// Runs `work` with the empty database, and removes it.
  static func with(_ work: (Database) async throws -> Void) async throws {
    let owner = TestDatabase.owner
    let name = try await owner.found("select current_database() || '_empty' as n")[0]
    try await owner.run("create database \(name) template template0 strategy file_copy")
    // Of a keyword given twice libpq takes the last.
    let empty = Database("\(TestDatabase.conninfo) dbname=\(name)", connections: 4)
    do {
      try await work(empty)
    } catch {
      try? await owner.run("drop database \(name) with (force)")
      throw error
    }
    try await owner.run("drop database \(name) with (force)")
  }
}

import Casework
import Law
import Postgres

/// The register of case files: one method for each thing an officer does, each one transaction.
public struct Registry: Sendable {
  /// Connects as the service's role.
  package let database: Database
  let shelf = LawShelf()

  /// Opens the register. `database` connects as the service's role, which row-level security binds.
  public init(_ database: Database) { self.database = database }

  /// Whether the database answers.
  ///
  /// - Throws: `PostgresError`.
  public func ping() async throws { try await database.read { db in try db.execute("select 1") } }
}

extension Officer {
  /// What row-level security is to see of the officer.
  public var settings: Settings { Settings(["ipcase.agency": agency.rawValue, "ipcase.officer": String(id)]) }
}

extension Registry {
  /// Reads in one consistent view of what the officer's agency may see. For reports.
  public func reading<T: Sendable>(
    _ officer: Officer, _ body: @escaping @Sendable (Connection) throws -> T
  ) async throws -> T {
    try await database.snapshot(officer.settings, body)
  }

  /// Writes in one transaction as the officer's agency may. For reports.
  public func writing(_ officer: Officer, _ body: @escaping @Sendable (Connection) throws -> Void) async throws {
    try await database.transaction(officer.settings, body)
  }
}

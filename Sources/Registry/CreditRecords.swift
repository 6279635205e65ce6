import Casework
import Law
import Postgres

extension Registry {
  /// Whether the enterprise of that name or number may receive support or honours, by every record that bears on its
  /// credit: what is public by law whichever agency keeps it, what is only proposed where the officer may see the file.
  ///
  /// - Throws: The codes of `IdentityFault`.
  public func creditCheck(name: Line, identity: Line?, on day: Day, for officer: Officer) async throws -> CreditCheck {
    let book = try await lawBook()
    let identity = try identity?.identityNumber()
    let records = try await database.read(officer.settings) { db in
      try db.all(
        """
        select number, kind, state, facts::text as facts, agency from credit_records(\(name), \(identity))
        order by number, kind
        """
      ) { row in
        let facts: Facts = try row["facts"]
        return CreditRecord(
          number: try row["number"], kind: try row["kind"], state: try row["state"], known: facts.values,
          agency: try row["agency"])
      }
    }
    return CreditCheck(records, on: day, by: book)
  }
}

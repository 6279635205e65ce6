import Casework
import Law
import Postgres

/// What another agency did that concerns this one.
public struct Notification: Sendable, Equatable, Codable {
  /// Rising number; ask for all above the last one seen.
  public let id: Int64
  /// The case file.
  public let number: CaseNumber
  /// What it is about; empty if the agency may no longer see it.
  public let summary: String
  /// What happened, such as `referral.send`.
  public let kind: String
  /// The agency that did it.
  public let agency: AgencyCode
  /// When.
  public let createdAt: Instant
}

extension Registry {
  /// The notices to the officer's agency: the earliest `limit` above `after`, or the latest `limit` if `after` is `nil`.
  public func notices(after: Int64?, limit: Int, for officer: Officer) async throws -> [Notification] {
    let order: SQL = after == nil ? "n.id desc" : "n.id"
    return try await database.read(officer.settings) { db in
      try db.all(
        """
        select n.id, n.number, coalesce(c.summary, '') as summary, n.kind, n.sender, n.created_at
        from outbox n left join case_file c on c.id = n.case_file
        where n.agency = \(officer.agency) and n.id > \(after ?? 0) order by \(order) limit \(limit)
        """
      ) { row in
        Notification(
          id: try row["id"], number: try row["number"], summary: try row["summary"], kind: try row["kind"],
          agency: try row["sender"], createdAt: try row["created_at"])
      }
    }
  }
}

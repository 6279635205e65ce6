import Casework
import Law
import Postgres

/// Another instance of the register, where an agency works.
public struct Peer: Sendable, Equatable {
  /// Key.
  public let id: Int64
  /// The agency that works there.
  public let agency: AgencyCode
  /// The address of that instance.
  public let url: String
  /// Whether an address of a private network is allowed.
  public let isPrivate: Bool

  /// Describes one.
  public init(id: Int64, agency: AgencyCode, url: String, isPrivate: Bool) {
    (self.id, self.agency, self.url, self.isPrivate) = (id, agency, url, isPrivate)
  }
}

extension Registry {
  /// Sets up where an agency works, in place of where it worked before, and returns the key.
  ///
  /// - Throws: `agency.unknown`, `peer.url`.
  public func addPeer(_ url: String, of agency: AgencyCode, isPrivate: Bool, now: Instant) async throws -> Int64 {
    let ids = try await database.transaction { db in
      try db.execute("update peer set ended_at = \(now)::timestamptz where agency = \(agency) and ended_at is null")
      try db.execute(
        """
        insert into peer (agency, url, is_private, created_at)
        values (\(agency), \(url), \(isPrivate), \(now)::timestamptz)
        """,
        orThrow: [
          "peer_agency": Refusal(.invalid, "agency.unknown", field: "agency", ["agency": .text(agency.rawValue)]),
          "peer_url": Refusal(.invalid, "peer.url", field: "url"),
        ])
      return try db.later("select currval(pg_get_serial_sequence('peer', 'id')) as id") { try $0["id"] as Int64 }
    }
    guard let id = ids.first else { throw PostgresError.notCommitted }
    return id
  }

  /// Ends a peer: what is on its way there waits until the agency has another.
  public func endPeer(_ id: Int64, now: Instant) async throws {
    _ = try await database.transaction { db in
      try db.execute("update peer set ended_at = \(now)::timestamptz where id = \(id) and ended_at is null")
    }
  }

  /// The peers in use, and how many packages have not arrived there.
  public func peers() async throws -> [(peer: Peer, waiting: Int)] {
    try await database.read { db in
      try db.all(
        """
        select p.id, p.agency, p.url, p.is_private,
          (select count(*)::int from parcel t where t.peer = p.id and t.arrived_at is null) as waiting
        from peer p where p.ended_at is null order by p.id
        """
      ) { row in
        (
          Peer(id: try row["id"], agency: try row["agency"], url: try row["url"], isPrivate: try row["is_private"]),
          try row["waiting"]
        )
      }
    }
  }

  /// The accounts that are to be compared with other instances, unless that was done on `today`.
  public func accountsDue(on today: Day) async throws -> [(peer: Peer, own: AgencyCode)] {
    try await database.read { db in
      try db.all("select * from peer_accounts(\(today)::date)") { row in
        (
          Peer(id: try row["peer"], agency: try row["other"], url: try row["url"], isPrivate: try row["is_private"]),
          try row["agency"]
        )
      }
    }
  }

  /// Records that accounts were compared with an instance.
  public func compared(with peer: Int64, on today: Day) async throws {
    _ = try await database.transaction { db in try db.execute("select peer_compared(\(peer), \(today)::date)") }
  }
}

import Casework
import Law
import Postgres

/// A package on its way to another instance.
public struct Parcel: Sendable, Equatable {
  /// Key of the package.
  public let package: Int64
  /// How often it was tried, this time included.
  public let attempts: Int
  /// The name by which both sides know it.
  public let name: String
  /// SHA-256 of the archive in hexadecimal, and its name in the store.
  public let digest: String
  /// Bytes of the archive.
  public let size: Int64
  /// Who sealed it.
  public let sender: AgencyCode
  /// Where to.
  public let peer: Peer
  /// Whether it is there: what is wanted now is the receipt.
  public let hasArrived: Bool
}

/// A package that another instance delivered here.
public struct Arrival: Sendable, Equatable {
  /// The name by which both sides know it.
  public let name: String
  /// Who sealed it.
  public let sender: AgencyCode
  /// For whom.
  public let receiver: AgencyCode
  /// The archive, as it lies in the store.
  public let content: StoredContent
  /// When.
  public let arrivedAt: Instant
  /// What was signed for it.
  public let line: String
}

extension Registry {
  /// Takes parcels that are due. Whoever takes one has ten minutes; after that it is due again.
  public func takeParcels(limit: Int, now: Instant) async throws -> [Parcel] {
    try await database.transaction { db in
      try db.later(
        """
        select package, attempts, name, encode(digest, 'hex') as digest, size, sender, receiver, url, is_private,
          has_arrived
        from parcel_take(\(now)::timestamptz, interval '10 minutes', \(limit))
        """
      ) { row in
        Parcel(
          package: try row["package"], attempts: try row["attempts"], name: try row["name"],
          digest: try row["digest"], size: try row["size"], sender: try row["sender"],
          peer: Peer(id: 0, agency: try row["receiver"], url: try row["url"], isPrivate: try row["is_private"]),
          hasArrived: try row["has_arrived"])
      }
    }
  }

  /// Records that the other instance has a parcel, and what it signed; its receipt is asked for from `next` on.
  public func arrived(_ parcel: Parcel, line: String, now: Instant, next: Instant) async throws {
    try await settle(parcel, line, isArrival: true, now, next)
  }

  /// Records that an attempt came to nothing, and why; the next is at `next`.
  public func failed(_ parcel: Parcel, saying answer: String, now: Instant, next: Instant) async throws {
    try await settle(parcel, String(answer.prefix(200)), isArrival: false, now, next)
  }

  private func settle(
    _ parcel: Parcel, _ said: String, isArrival: Bool, _ now: Instant, _ next: Instant
  ) async throws {
    _ = try await database.transaction { db in
      try db.execute(
        """
        select parcel_settle(\(parcel.package), \(said), \(isArrival), \(now)::timestamptz, \(next)::timestamptz)
        """)
    }
  }

  /// Records the receipt that came back for a package of `agency`, by hand or from another instance. A second one changes
  /// nothing.
  public func record(receipt line: String, of package: Int64, from agency: AgencyCode, now: Instant) async throws {
    _ = try await database.transaction(agency.settings) { db in
      try db.execute(
        """
        insert into package_receipt (package, case_file, line, recorded_at)
        select p.id, p.case_file, \(line), \(now)::timestamptz from package p where p.id = \(package)
        on conflict do nothing
        """)
    }
  }

  /// Keeps a package that another instance delivered, once; what was signed for it first, whoever asks.
  public func keep(
    _ content: StoredContent, named name: String, from sender: AgencyCode, to receiver: AgencyCode, line: String,
    now: Instant
  ) async throws -> String {
    let lines = try await database.transaction(receiver.settings) { db in
      try db.execute(
        """
        insert into arrival (name, sender, receiver, digest, size, arrived_at, line)
        values (\(name), \(sender), \(receiver), decode(\(content.digest), 'hex'), \(content.size), \(now)::timestamptz,
          \(line)) on conflict do nothing
        """)
      return try db.later("select line from arrival where name = \(name)") { try $0["line"] as String }
    }
    guard let kept = lines.first else { throw PostgresError.notCommitted }
    return kept
  }

  /// What arrived for the officer's agency and waits to be taken in, oldest first.
  public func arrivals(for officer: Officer) async throws -> [Arrival] {
    try await database.read(officer.settings) { db in
      try db.all(
        """
        select name, sender, receiver, encode(digest, 'hex') as digest, size, arrived_at, line from arrival a
        where receiver = \(officer.agency) and not exists (select from package_received r where r.name = a.name)
        order by arrived_at, name limit 200
        """
      ) { row in
        Arrival(
          name: try row["name"], sender: try row["sender"], receiver: try row["receiver"],
          content: StoredContent(digest: try row["digest"], size: try row["size"], head: []),
          arrivedAt: try row["arrived_at"], line: try row["line"])
      }
    }
  }

  /// The receipt that was signed here for a package of `sender`; `nil` while nobody took it in.
  public func receipt(of name: String, from sender: AgencyCode, to receiver: AgencyCode) async throws -> String? {
    try await database.read(receiver.settings) { db in
      try db.first(
        """
        select line from package_received where name = \(name) and sender = \(sender) and receiver = \(receiver)
        """
      ) { try $0["line"] }
    }
  }
}

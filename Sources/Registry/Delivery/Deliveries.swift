import Casework
import Law
import Postgres

/// A notice on its way to another system.
public struct Delivery: Sendable, Equatable {
  /// Where it goes.
  public let webhook: Webhook
  /// The notice; its identity stays the same however often it is sent.
  public let notice: Int64
  /// How often it was tried, this time included.
  public let attempts: Int
  /// What happened, such as `referral.send`.
  public let kind: String
  /// To whom.
  public let agency: AgencyCode
  /// Who did it.
  public let sender: AgencyCode
  /// The case file.
  public let number: CaseNumber
  /// When.
  public let createdAt: Instant
}

/// An address of another system.
public struct Webhook: Sendable, Equatable, Hashable {
  /// Key.
  public let id: Int64
  /// Where to.
  public let url: String
  /// What notices are signed with.
  public let secret: [UInt8]
  /// Whether an address of a private network is allowed.
  public let isPrivate: Bool
}

extension Registry {
  /// Takes deliveries that are due. Whoever takes one has ten minutes; after that it is due again.
  public func takeDeliveries(limit: Int, now: Instant) async throws -> [Delivery] {
    try await database.transaction { db in
      try db.later("select * from delivery_take(\(now)::timestamptz, interval '10 minutes', \(limit))") { row in
        Delivery(
          webhook: Webhook(
            id: try row["webhook"], url: try row["url"], secret: (try row["secret"] as Bytes).bytes,
            isPrivate: try row["is_private"]),
          notice: try row["notice"], attempts: try row["attempts"], kind: try row["kind"], agency: try row["agency"],
          sender: try row["sender"], number: try row["number"], createdAt: try row["created_at"])
      }
    }
  }

  /// Records that the other system has the notices.
  public func delivered(_ notices: [Int64], to webhook: Int64, now: Instant) async throws {
    _ = try await database.transaction { db in
      try db.execute("select delivery_done(\(webhook), \(Numbers(notices))::bigint[], \(now)::timestamptz)")
    }
  }

  /// Records that notices were not taken and wait until `next`; of a system that is down everything waits.
  public func failed(
    _ notices: [Int64], to webhook: Int64, saying answer: String, isDown: Bool, next: Instant
  ) async throws {
    _ = try await database.transaction { db in
      try db.execute(
        """
        select delivery_failed(\(webhook), \(Numbers(notices))::bigint[], \(String(((isDown ? "down: " : "") + answer).prefix(200))),
          \(next)::timestamptz, \(isDown))
        """)
    }
  }

  /// How many notices of the officer's agency wait to be delivered, and since when the oldest does.
  public func deliveryBacklog(for officer: Officer) async throws -> (waiting: Int, oldest: Instant)? {
    try await database.read(officer.settings) { db in
      try db.first("select waiting, oldest from delivery_backlog()") { row in
        (Int(try row["waiting"] as Int64), try row["oldest"])
      }
    }
  }

  /// Sets up a webhook and returns its key.
  ///
  /// - Throws: `agency.unknown`, `webhook.url`.
  public func addWebhook(
    _ url: String, for agency: AgencyCode, secret: [UInt8], isPrivate: Bool, now: Instant
  ) async throws -> Int64 {
    let ids = try await database.transaction { db in
      try db.execute(
        """
        insert into webhook (agency, url, secret, is_private, created_at)
        values (\(agency), \(url), \(Bytes(secret)), \(isPrivate), \(now)::timestamptz)
        """,
        orThrow: [
          "webhook_agency": Refusal(.invalid, "agency.unknown", field: "agency", ["agency": .text(agency.rawValue)]),
          "webhook_url": Refusal(.invalid, "webhook.url", field: "url"),
        ])
      return try db.later("select currval(pg_get_serial_sequence('webhook', 'id')) as id") { try $0["id"] as Int64 }
    }
    guard let id = ids.first else { throw PostgresError.notCommitted }
    return id
  }

  /// Ends a webhook; what was on its way to it is given up.
  public func endWebhook(_ id: Int64, now: Instant) async throws {
    _ = try await database.transaction { db in
      try db.execute("update webhook set ended_at = \(now)::timestamptz where id = \(id) and ended_at is null")
      try db.execute("delete from delivery where webhook = \(id) and delivered_at is null")
    }
  }

  /// The webhooks in use: key, agency, address, how many notices wait.
  public func webhooks() async throws -> [(id: Int64, agency: AgencyCode, url: String, waiting: Int)] {
    try await database.read { db in
      try db.all(
        """
        select w.id, w.agency, w.url,
          (select count(*)::int from delivery d where d.webhook = w.id and d.delivered_at is null) as waiting
        from webhook w where w.ended_at is null order by w.id
        """
      ) { row in (try row["id"], try row["agency"], try row["url"], try row["waiting"]) }
    }
  }
}

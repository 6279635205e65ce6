import Casework
import Law
import Postgres

/// The packages between two agencies that were sealed on one day, by one side's record.
public struct DayAccount: Sendable, Equatable {
  /// The day of sealing.
  public let day: Day
  /// Whether they went from the agency to the other.
  public let isSent: Bool
  /// Their names, in order.
  public let names: [String]
}

/// What two sides say of a day.
public struct Comparison: Sendable, Equatable {
  /// The other agency.
  public let other: AgencyCode
  /// The day of sealing.
  public let day: Day
  /// Whether the packages went from the agency to the other.
  public let isSent: Bool
  /// How many by our own record.
  public let own: Int
  /// How many by theirs.
  public let theirs: Int
  /// Whether both mean the same packages.
  public let isSame: Bool

  /// States a comparison.
  public init(other: AgencyCode, day: Day, isSent: Bool, own: Int, theirs: Int, isSame: Bool) {
    (self.other, self.day, self.isSent) = (other, day, isSent)
    (self.own, self.theirs, self.isSame) = (own, theirs, isSame)
  }
}

extension Registry {
  /// The packages between an agency and another in a range of days; days without any are left out.
  public func accounts(
    of own: AgencyCode, with other: AgencyCode, in days: ClosedRange<Day>
  ) async throws -> [DayAccount] {
    let rows = try await database.read(own.settings) { db in
      try db.all(
        """
        select (sealed_at at time zone 'Asia/Shanghai')::date as day, true as sent, name from package
        where agency = \(own) and receiver = \(other)
          and (sealed_at at time zone 'Asia/Shanghai')::date between \(days.lowerBound)::date and \(days.upperBound)::date
        union all
        select sealed_on, false, name from package_received
        where sender = \(other) and receiver = \(own) and sealed_on between \(days.lowerBound)::date and \(days.upperBound)::date
        order by 1, 2, 3
        """
      ) { row in (day: try row["day"] as Day, isSent: try row["sent"] as Bool, name: try row["name"] as String) }
    }
    let groups = Dictionary(grouping: rows) { "\($0.day) \($0.isSent)" }.values
    return groups.map { rows in DayAccount(day: rows[0].day, isSent: rows[0].isSent, names: rows.map(\.name)) }
      .sorted { ($0.day, $0.isSent ? 1 : 0) < ($1.day, $1.isSent ? 1 : 0) }
  }

  /// Keeps what both sides say of a day; what they said of it before gives way.
  public func keep(
    _ comparison: Comparison, own: String, theirs: String, of agency: AgencyCode, now: Instant
  ) async throws {
    _ = try await database.transaction(agency.settings) { db in
      try db.execute(
        """
        insert into exchange (agency, other, day, is_sent, own_count, own_digest, their_count, their_digest, compared_at)
        values (\(agency), \(comparison.other), \(comparison.day)::date, \(comparison.isSent), \(comparison.own),
          decode(\(own), 'hex'), \(comparison.theirs), decode(\(theirs), 'hex'), \(now)::timestamptz)
        on conflict on constraint exchange_pkey do update set own_count = excluded.own_count,
          own_digest = excluded.own_digest, their_count = excluded.their_count, their_digest = excluded.their_digest,
          compared_at = excluded.compared_at
        """)
    }
  }

  /// What was compared, differences first, then the latest days; at most 200.
  public func comparisons(for officer: Officer) async throws -> [Comparison] {
    try await database.read(officer.settings) { db in
      try db.all(
        """
        select other, day, is_sent, own_count, their_count, own_digest = their_digest as same from exchange
        where agency = \(officer.agency) order by own_digest = their_digest, day desc, other, is_sent limit 200
        """
      ) { row in
        Comparison(
          other: try row["other"], day: try row["day"], isSent: try row["is_sent"], own: try row["own_count"],
          theirs: try row["their_count"], isSame: try row["same"])
      }
    }
  }
}

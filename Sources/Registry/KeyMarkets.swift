import Casework
import Law
import Postgres

extension Registry {
  /// Key markets that the officer may see, those on the list first, each by name.
  public func keyMarkets(for officer: Officer) async throws -> [KeyMarket] {
    try await database.read(officer.settings) { db in
      try db.all("\(KeyMarket.selection) order by m.until is not null, m.name, m.id limit 2000", KeyMarket.init)
    }
  }

  /// Puts a market on the list, and returns its key.
  ///
  /// - Throws: What `KeyMarketRequest.day` throws, `market.listed`, `idempotency.reused`.
  public func list(
    _ request: KeyMarketRequest, once: IdempotencyKey, by officer: Officer, now: Instant
  ) async throws -> Done<Int64> {
    let day = try request.day(by: officer, on: now.day())
    return try await writeRow(once, sequence: "'key_market_id_seq'", by: officer, at: now) { db in
      try db.execute(
        """
        insert into key_market (agency, name, town, since, officer, recorded_at)
        values (\(officer.agency), \(request.name), \(request.town), \(day)::date, \(officer.id), \(now)::timestamptz)
        """,
        orThrow: [
          "key_market_name": Refusal(.notAllowed, "market.listed", field: "name", ["name": .text(request.name.wire)])
        ])
    }
  }

  /// Takes a market off the list.
  ///
  /// - Throws: `market.unknown`, what `KeyMarketEnd.day` throws.
  public func end(_ id: Int64, _ request: KeyMarketEnd, by officer: Officer, now: Instant) async throws {
    try await database.transaction(officer.settings) { db in
      let found = try db.first("\(KeyMarket.selection) where m.id = \(id)", KeyMarket.init)
      guard let found else { throw Refusal(.notFound, "market.unknown") }
      let day = try request.day(of: found, by: officer, on: now.day())
      try db.execute(
        """
        update key_market set until = \(day)::date, ended_by = \(officer.id), ended_at = \(now)::timestamptz
        where id = \(id)
        """, orThrow: ["key_market_stays": Refusal(.notAllowed, "market.ended")])
    }
  }
}

extension KeyMarket {
  fileprivate static let selection: SQL = "select m.id, m.agency, m.name, m.town, m.since, m.until from key_market m"

  fileprivate init(_ row: Row) throws {
    self.init(
      id: try row["id"], agency: try row["agency"], name: try row["name"], town: try row["town"],
      since: try row["since"], until: try row["until"])
  }
}

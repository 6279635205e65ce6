import Casework
import Law
import Postgres

extension Registry {
  /// Enforcement actions that the officer may see, latest day first; at most `limit`, those before `before`.
  public func enforcementActions(
    limit: Int, before: Int64? = nil, for officer: Officer
  ) async throws -> [EnforcementAction] {
    try await database.read(officer.settings) { db in
      let older: SQL =
        before.map { "where (a.day, a.id) < (select day, id from enforcement_action where id = \($0))" } ?? ""
      return try db.all(
        "\(EnforcementAction.selection) \(older) order by a.day desc, a.id desc limit \(limit)", EnforcementAction.init)
    }
  }

  /// An enforcement action.
  ///
  /// - Throws: `action.unknown`, also where the officer may not know of it.
  public func enforcementAction(_ id: Int64, for officer: Officer) async throws -> EnforcementAction {
    let found = try await database.read(officer.settings) { db in
      try db.first("\(EnforcementAction.selection) where a.id = \(id)", EnforcementAction.init)
    }
    guard let found else { throw Refusal(.notFound, "action.unknown") }
    return found
  }

  /// Records an enforcement action, and returns its key.
  ///
  /// - Throws: What `EnforcementActionRequest.day` throws, `idempotency.reused`.
  public func record(
    _ request: EnforcementActionRequest, once: IdempotencyKey, by officer: Officer, now: Instant
  ) async throws -> Done<Int64> {
    let day = try request.day(by: officer, on: now.day())
    return try await writeRow(once, sequence: "'enforcement_action_id_seq'", by: officer, at: now) { db in
      try db.execute(
        """
        insert into enforcement_action (agency, day, town, place, market, officers, note, officer, recorded_at)
        values (\(officer.agency), \(day)::date, \(request.town), \(request.place), \(request.market ?? false),
          \(request.officers), \(request.note), \(officer.id), \(now)::timestamptz)
        """)
    }
  }

  /// Withdraws an action that was recorded in error.
  ///
  /// - Throws: `action.unknown`, `role.missing`, `action.not-yours`, `action.withdrawn`.
  public func withdrawAction(_ id: Int64, by officer: Officer, now: Instant) async throws {
    try await database.transaction(officer.settings) { db in
      let found = try db.first("\(EnforcementAction.selection) where a.id = \(id)", EnforcementAction.init)
      guard let found else { throw Refusal(.notFound, "action.unknown") }
      try officer.requireOne(of: .intake)
      guard found.agency == officer.agency else {
        throw Refusal(.forbidden, "action.not-yours", ["agency": .agency(found.agency)])
      }
      guard found.withdrawnAt == nil else { throw Refusal(.notAllowed, "action.withdrawn") }
      try db.execute(
        """
        update enforcement_action set withdrawn_by = \(officer.id), withdrawn_at = \(now)::timestamptz where id = \(id)
        """, orThrow: ["enforcement_action_stays": Refusal(.notAllowed, "action.withdrawn")])
    }
  }
}

extension EnforcementAction {
  fileprivate static let selection: SQL = """
    select a.id, a.agency, a.day, a.town, a.place, a.market, a.officers, a.note, o.name as officer, a.withdrawn_at
    from enforcement_action a join officer o on o.id = a.officer
    """

  fileprivate init(_ row: Row) throws {
    self.init(
      id: try row["id"], agency: try row["agency"], day: try row["day"], town: try row["town"],
      place: try row["place"], isAtMarket: try row["market"], officers: try row["officers"], note: try row["note"],
      officer: try row["officer"], withdrawnAt: try row["withdrawn_at"])
  }
}

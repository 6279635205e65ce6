import Casework
import Law
import Postgres
import Secrets

extension Registry {
  /// Makes an account with a password already hashed.
  ///
  /// - Throws: `officer.taken`, `agency.unknown`.
  public func addOfficer(_ request: OfficerRequest, passwordHash: String, now: Instant) async throws -> Int64 {
    try await database.transaction { db in
      try db.addOfficer(request, passwordHash: passwordHash, now: now)
    }
  }

  /// Makes several accounts with the same password, leaving those that exist as they are. For demonstrations.
  public func addMissingOfficers(_ requests: [OfficerRequest], passwordHash: String, now: Instant) async throws {
    try await database.transaction { db in
      let present = Set(try db.all("select login from officer") { try $0["login"] as String })
      for request in requests where !present.contains(request.login) {
        _ = try db.addOfficer(request, passwordHash: passwordHash, now: now)
      }
    }
  }

  /// Sets a password and ends every session the officer has.
  ///
  /// - Throws: `officer.unknown`.
  public func resetPassword(login: String, hash: String, now: Instant) async throws {
    try await database.transaction { db in
      let id: Int64? = try db.first("select id from officer where login = \(login)") { try $0["id"] }
      guard let id else { throw Refusal(.notFound, "officer.unknown", field: "login") }
      try db.execute(
        """
        insert into credential (officer, hash, changed_at) values (\(id), \(hash), \(now)::timestamptz)
        on conflict on constraint credential_pkey do update set hash = excluded.hash, changed_at = excluded.changed_at
        """)
      try db.execute(
        "update session set revoked_at = \(now)::timestamptz where officer = \(id) and revoked_at is null")
      try db.execute("delete from sign_in_failure where login = \(login)")
      try db.execute("notify ipcase_session")
    }
  }

  /// Every account, by agency and name.
  public func officers() async throws -> [(officer: Officer, isActive: Bool)] {
    try await database.snapshot { db in
      try db.all(
        """
        select o.id, o.login, o.name, o.agency, a.kind, o.roles, o.active
        from officer o join agency a on a.code = o.agency order by a.position, o.login
        """
      ) { row in (officer: try Officer(row), isActive: try row["active"]) }
    }
  }

  /// The account of that name.
  ///
  /// - Throws: `officer.unknown`.
  public func officer(login: String) async throws -> Officer {
    let found = try await database.snapshot { db in
      try db.first(
        """
        select o.id, o.login, o.name, o.agency, a.kind, o.roles
        from officer o join agency a on a.code = o.agency where o.login = \(login)
        """, Officer.init)
    }
    guard let found else { throw Refusal(.notFound, "officer.unknown", field: "login") }
    return found
  }
}

extension Officer {
  init(_ row: Row) throws {
    self.init(
      id: try row["id"], login: try row["login"], name: try row["name"], agency: try row["agency"],
      agencyKind: try row["kind"], roles: try row.roles("roles"))
  }
}

extension Connection {
  fileprivate func addOfficer(_ request: OfficerRequest, passwordHash: String, now: Instant) throws -> Int64 {
    let roles = "{" + request.roles.sorted().map(\.rawValue).joined(separator: ",") + "}"
    let id: Int64? = try first(
      """
      insert into officer (login, agency, name, roles, created_at)
      values (\(request.login), \(request.agency), \(request.name), \(roles)::text[], \(now)::timestamptz) returning id
      """,
      orThrow: [
        "officer_login_taken": Refusal(.invalid, "officer.taken", field: "login"),
        "officer_agency": Refusal(
          .invalid, "agency.unknown", field: "agency", ["agency": .text(request.agency.rawValue)]),
      ]
    ) { try $0["id"] }
    guard let id else { throw PostgresError.notCommitted }
    try execute(
      "insert into credential (officer, hash, changed_at) values (\(id), \(passwordHash), \(now)::timestamptz)")
    return id
  }
}

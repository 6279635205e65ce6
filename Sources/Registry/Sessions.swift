import Casework
import Law
import Postgres
import Secrets

/// How long sign-ins last and how failures are slowed down.
public enum SignIn {
  /// Seconds a browser's session lasts.
  public static let pageSeconds = 12 * 3600
  /// Seconds a bearer token lasts.
  public static let tokenSeconds = 30 * 24 * 3600
  /// Failures in a row that cost nothing.
  public static let freeFailures = 5

  /// Seconds to wait after so many failures in a row: 30, 60, 120 … at most 900.
  public static func wait(afterFailures failures: Int) -> Int {
    failures < freeFailures ? 0 : min(900, 30 << min(5, failures - freeFailures))
  }
}

/// A browser's cookie or a program's bearer token.
public enum SessionKind: String, Sendable, Column {
  case page, token

  var seconds: Int { self == .page ? SignIn.pageSeconds : SignIn.tokenSeconds }
}

/// Who is signed in, and until when.
public struct Session: Sendable, Equatable {
  /// Who.
  public let officer: Officer
  /// Browser or program.
  public let kind: SessionKind
  /// Not valid from this instant on.
  public let expiresAt: Instant
}

extension Registry {
  /// Signs an officer in and returns the secret that stands for the session.
  ///
  /// A wrong name and a wrong password are answered alike, in the same time. After five failures in a row the name
  /// has to wait, longer each time.
  ///
  /// - Throws: `sign-in.wrong`, `sign-in.throttled`, `PasswordHashing.Busy`.
  public func signIn(
    login: String, password: String, kind: SessionKind, hashing: PasswordHashing, now: Instant
  ) async throws -> (token: Token, session: Session) {
    // A longer name is nobody's; it is refused as a wrong one is, and in the same time.
    let login = login.utf8.count <= 40 && !login.utf8.contains(0) ? login : "-"
    // Counted before it is looked at, so that a hundred attempts at once are a hundred, not one.
    try await count(login, now: now)
    let found = try await database.read { db in
      try db.first(
        """
        select o.id, o.login, o.name, o.agency, a.kind, o.roles, o.active, c.hash
        from officer o join agency a on a.code = o.agency join credential c on c.officer = o.id
        where o.login = \(login)
        """
      ) { row in (officer: try Officer(row), active: try row["active"] as Bool, hash: try row["hash"] as String) }
    }
    let matches = try await hashing.verify(password, against: found?.hash ?? Self.nobodysHash)
    guard let found, matches, found.active else {
      throw Refusal(.unauthenticated, "sign-in.wrong", field: "login")
    }
    let token = Token.random()
    let expiresAt = now.adding(seconds: kind.seconds)
    let digest = Bytes(token.digest ?? [])
    // Only if the password is still the one that was checked.
    let kept = try await database.transaction { db in
      let kept = try db.first(
        """
        insert into session (digest, officer, kind, created_at, expires_at)
        select \(digest), o.id, \(kind), \(now)::timestamptz, \(expiresAt)::timestamptz
        from officer o join credential c on c.officer = o.id
        where o.id = \(found.officer.id) and o.active and c.hash = \(found.hash) returning true as kept
        """
      ) { try $0["kept"] as Bool }
      try db.execute("delete from sign_in_failure where login = \(login)")
      return kept
    }
    if kept == nil { throw Refusal(.unauthenticated, "sign-in.wrong", field: "login") }
    return (token, Session(officer: found.officer, kind: kind, expiresAt: expiresAt))
  }

  /// Who `token` stands for; `nil` if nobody, or no longer.
  public func session(_ token: Token, now: Instant) async throws -> Session? {
    let digest = Bytes(token.digest ?? [])
    return try await database.read { db in
      try db.first(
        """
        select o.id, o.login, o.name, o.agency, a.kind, o.roles, s.kind as session_kind, s.expires_at
        from session s join officer o on o.id = s.officer join agency a on a.code = o.agency
        where s.digest = \(digest) and s.revoked_at is null and s.expires_at > \(now)::timestamptz and o.active
        """
      ) { row in
        Session(officer: try Officer(row), kind: try row["session_kind"], expiresAt: try row["expires_at"])
      }
    }
  }

  /// Gives a session up. Every server that keeps sessions in memory is told.
  public func signOut(_ token: Token, now: Instant) async throws {
    let digest = Bytes(token.digest ?? [])
    try await database.transaction { db in
      try db.execute("update session set revoked_at = \(now)::timestamptz where digest = \(digest)")
      try db.execute("notify ipcase_session")
    }
  }

  /// Tells of every session that ends early, for whoever keeps sessions in memory.
  public func sessionChanges() -> AsyncStream<Notice> { database.listen("ipcase_session") }

  /// Counts an attempt; success will forget it.
  ///
  /// - Throws: `sign-in.throttled` where the name has to wait, without counting.
  private func count(_ login: String, now: Instant) async throws {
    try await database.transaction { db in
      // The row is locked by its insertion or change, so attempts on one name queue up here.
      let state = try db.first(
        """
        insert into sign_in_failure (login, failures, failed_at) values (\(login), 1, \(now)::timestamptz)
        on conflict on constraint sign_in_failure_pkey do update
        set failures = case when sign_in_failure.failed_at < \(now.adding(seconds: -3600))::timestamptz then 1
            else sign_in_failure.failures + 1 end, failed_at = excluded.failed_at
        returning failures, blocked_until
        """
      ) { row in (failures: try row["failures"] as Int, until: try row["blocked_until"] as Instant?) }
      if let until = state?.until, now < until {
        let seconds = (until.microseconds - now.microseconds) / 1_000_000 + 1
        throw Refusal(.throttled, "sign-in.throttled", ["seconds": .text(String(seconds))])
      }
      let wait = SignIn.wait(afterFailures: state?.failures ?? 1)
      let until = wait > 0 ? now.adding(seconds: wait) : nil
      try db.execute("update sign_in_failure set blocked_until = \(until)::timestamptz where login = \(login)")
      if state?.failures == 1 {
        try db.execute("delete from sign_in_failure where failed_at < \(now.adding(seconds: -86_400))::timestamptz")
      }
    }
  }

  /// A hash of no password, so that a name that does not exist takes as long to refuse as one that does.
  private static let nobodysHash =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
}

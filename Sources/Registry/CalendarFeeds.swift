import Casework
import Law
import Postgres
import Secrets

/// A time limit as a calendar shows it.
public struct CalendarItem: Sendable, Equatable {
  /// Key of the clock.
  public let id: Int64
  /// The case file.
  public let number: CaseNumber
  /// What that is about.
  public let summary: String
  /// Which procedure.
  public let kind: ProceedingKind
  /// The rule.
  public let rule: String
  /// Its last instant.
  public let dueAt: Instant
}

extension Registry {
  /// Makes a new address for the officer's calendar; the one before is void.
  public func newCalendar(for officer: Officer, now: Instant) async throws -> Token {
    let token = Token.random()
    guard let digest = token.digest else { throw PostgresError.notCommitted }
    _ = try await database.transaction(officer.settings) { db in
      try db.execute(
        """
        insert into calendar (officer, digest, created_at) values (\(officer.id), \(Bytes(digest)), \(now)::timestamptz)
        on conflict on constraint calendar_pkey do update set digest = excluded.digest, created_at = excluded.created_at
        """)
    }
    return token
  }

  /// Ends the officer's calendar: its address is void.
  public func endCalendar(of officer: Officer) async throws {
    _ = try await database.transaction(officer.settings) { db in
      try db.execute("delete from calendar where officer = \(officer.id)")
    }
  }

  /// Whether the officer has one.
  public func hasCalendar(_ officer: Officer) async throws -> Bool {
    try await database.read(officer.settings) { db in
      try db.first("select 1 as one from calendar where officer = \(officer.id)") { _ in true } ?? false
    }
  }

  /// The time limits that run against the agency of whoever the address belongs to, nearest first, at most 500; `nil` if it
  /// is nobody's.
  public func calendar(_ token: Token) async throws -> [CalendarItem]? {
    guard let digest = token.digest else { return nil }
    let officer = try await database.read { db in
      try db.first(
        "select o.id, o.login, o.name, o.agency, a.kind, o.roles from officer o join agency a on a.code = o.agency where o.id = calendar_officer(\(Bytes(digest)))",
        Officer.init)
    }
    guard let officer else { return nil }
    return try await database.read(officer.settings) { db in
      try db.all(
        """
        select k.id, c.number, c.summary, p.kind, k.rule, k.due_at
        from clock k join proceeding p on p.id = k.proceeding join case_file c on c.id = k.case_file
        where k.ended_by is null and k.due_at is not null and k.agency = \(officer.agency)
        order by k.due_at, k.id limit 500
        """
      ) { row in
        CalendarItem(
          id: try row["id"], number: try row["number"], summary: try row["summary"], kind: try row["kind"],
          rule: try row["rule"], dueAt: try row["due_at"])
      }
    }
  }
}

import Casework
import Law
import Postgres

/// A clock whose end a calendar moved.
public struct MovedClock: Sendable, Equatable {
  /// The case file.
  public let number: CaseNumber
  /// The rule.
  public let rule: String
  /// The last day before.
  public let old: Day?
  /// The last day now.
  public let new: Day?
}

/// What loading a calendar did, or would do.
public struct CalendarOutcome: Sendable, Equatable {
  /// The year.
  public let year: Int
  /// Open clocks looked at.
  public let examined: Int
  /// Those that moved.
  public let moved: [MovedClock]
}

extension Registry {
  /// Loads the days of one year from CSV (`day,kind,name_zh,year`) and recomputes every open clock. Needs the
  /// administrator's connection.
  ///
  /// A rehearsal runs the same code and keeps nothing.
  ///
  /// - Throws: `law.data`, which names row and column; `law.year` unless the file is of one year, the one after the horizon or
  ///   one already known.
  public func loadCalendar(
    _ bytes: [UInt8], notice: Line, rehearsal: Bool, now: Instant
  ) async throws -> CalendarOutcome {
    let days = try LawBook.rows(of: "calendar_day", bytes)
    let work: @Sendable (Connection) throws -> CalendarOutcome = { db in
      try db.execute("select pg_advisory_xact_lock(7047226)")
      let known = try db.lawRows(changed: true)
      _ = try WorkCalendar.loading(
        days, into: known["calendar_day"] ?? [], years: known["calendar_year"] ?? [])
      guard let year = days.first?.cells["year"].flatMap({ Int($0) }) else {
        throw LawFault("law.year", field: "year")
      }
      try db.execute("delete from calendar_day where year = \(year)")
      for row in days {
        guard let day = Day(row.key), let kind = row.cells["kind"], let name = row.cells["name_zh"] else { continue }
        try db.execute(
          """
          insert into calendar_day (day, kind, name_zh, year) values (\(day)::date, \(kind), \(name), \(year))
          """)
      }
      try db.execute(
        """
        insert into calendar_year (year, notice_zh, by_hand, verification, source)
        values (\(year), \(notice), true, 'verified', \("loaded on \(now.day())"))
        on conflict on constraint calendar_year_pkey do update set notice_zh = excluded.notice_zh, by_hand = true,
          verification = excluded.verification, source = excluded.source
        """)
      let (examined, moved) = try db.recomputeClocks(by: db.lawBook())
      try db.execute("select pg_notify('ipcase_law', '')")
      return CalendarOutcome(year: year, examined: examined, moved: moved)
    }
    let outcome = try await rehearsal ? database.rehearsal(.none, work) : database.transaction(.none, work)
    shelf.forget()
    return outcome
  }

  /// Recomputes every open clock if the law book is another than the one by which they were computed: after an update of
  /// the program brought new versions. Needs the administrator's connection.
  ///
  /// - Returns: How many moved; `nil` if nothing had to be done.
  public func settleLaw(now: Instant) async throws -> Int? {
    try await database.transaction { db in
      try db.execute("select pg_advisory_xact_lock(7047226)")
      let digest = try db.lawDigest()
      let settled = try db.first("select digest from law_edition") { try $0["digest"] as String }
      if settled == digest { return nil }
      let moved = try db.recomputeClocks(by: db.lawBook()).moved.count
      try db.execute("delete from law_edition")
      try db.execute("insert into law_edition (digest, settled_at) values (\(digest), \(now)::timestamptz)")
      return moved
    }
  }

  /// Recomputes every open clock. Needs the administrator's connection.
  public func recomputeClocks() async throws -> (examined: Int, moved: [MovedClock]) {
    try await database.transaction { db in try db.recomputeClocks(by: db.lawBook()) }
  }
}

extension Connection {
  /// Recomputes every open clock by `book`: all are read in one stream, and those that move are written in one.
  func recomputeClocks(by book: LawBook) throws -> (examined: Int, moved: [MovedClock]) {
    var examined = 0
    var moved: [MovedClock] = []
    var changes: [UInt8] = []
    // In the order of acts: case file, then clock. They wait, or they would write over each other's dates.
    try script(
      """
      set local statement_timeout = 0; set local lock_timeout = 0;
      lock table case_file in exclusive mode; lock table clock in share row exclusive mode
      """)
    try script("declare open_clock cursor for \(Self.openClocks)")
    while true {
      let batch = try all("fetch 5000 from open_clock") { row in
        (number: try row["number"] as CaseNumber, clock: try Clock(row))
      }
      if batch.isEmpty { break }
      examined += batch.count
      for (number, clock) in batch {
        let reckoning = Reckoning(of: clock, by: book)
        guard
          reckoning.dueAt != clock.dueAt || reckoning.isProvisional != clock.isProvisional
            || reckoning.problem != clock.problem || reckoning.outerAt != clock.outerAt
        else { continue }
        if reckoning.dueDay != clock.dueDay {
          moved.append(MovedClock(number: number, rule: clock.rule, old: clock.dueDay, new: reckoning.dueDay))
        }
        changes += reckoning.record(of: clock.id)
      }
    }
    try script("close open_clock; create temp table moved_clock (like clock) on commit drop; \(Self.bareMoved)")
    _ = try copyIn(
      "copy moved_clock (id, time_limit, due_day, due_at, outer_at, provisional, problem) from stdin (format csv)",
      [changes])
    try script(
      """
      update clock k set time_limit = m.time_limit, due_day = m.due_day, due_at = m.due_at, outer_at = m.outer_at,
        provisional = m.provisional, problem = m.problem
      from moved_clock m where m.id = k.id;
      update case_file c set due_at = n.due_at
      from (
        select k.case_file, min(k.due_at) as due_at from clock k join case_file o on o.id = k.case_file
        where k.ended_by is null and k.agency = o.owner_agency and not k.is_option group by k.case_file) n
      where n.case_file = c.id and c.due_at is distinct from n.due_at;
      drop table moved_clock
      """)
    return (examined, moved)
  }

  private static let openClocks =
    "select c.number, \(Clock.columns.text) from \(Clock.tables.text) join case_file c on c.id = k.case_file "
    + "where k.ended_by is null order by k.id"
  private static let bareMoved =
    ["case_file", "proceeding", "rule", "liable", "started_by", "provisional", "is_option"]
    .map { "alter table moved_clock alter \($0) drop not null" }.joined(separator: "; ")
}

extension Reckoning {
  /// A line of CSV: key, version, days and instants, marks.
  func record(of clock: Int64) -> [UInt8] {
    let cells: [String] = [
      String(clock), timeLimit ?? "", dueDay?.description ?? "", dueAt?.description ?? "", outerAt?.description ?? "",
      isProvisional ? "t" : "f", problem ?? "",
    ]
    return Array((cells.joined(separator: ",") + "\n").utf8)
  }
}

import Casework
import Law
import Postgres

extension Registry {
  /// The clocks of a case file: open ones first, nearest end first.
  ///
  /// - Throws: `case.unknown`.
  public func clocks(of number: CaseNumber, for officer: Officer) async throws -> [Clock] {
    let found = try await database.read(officer.settings) { db in
      let file = try db.later("select id from case_file where number = \(number)") { try $0["id"] as Int64 }
      let clocks = try db.later(
        """
        select \(Clock.columns) from \(Clock.tables)
        where k.case_file = (select id from case_file where number = \(number))
        order by k.ended_by is not null, k.due_at nulls last, k.id
        """, Clock.init)
      return try file.first() == nil ? nil : clocks.rows()
    }
    guard let found else { throw Refusal(.notFound, "case.unknown", field: "number", ["case": .text(number.wire)]) }
    return found
  }
}

extension Clock {
  static let columns: SQL = """
    k.id, k.proceeding, p.kind, k.rule, k.from_day, k.from_at, s.sequence as started_by, k.liable, k.agency,
    k.due_day, k.due_at, k.outer_at, k.provisional, k.problem, k.outcome, k.ended_on, k.ended_at, k.set_day, k.is_option,
    (select string_agg(concat_ws('=', x.kind, x.length), ' ' order by x.granted_by)
      from clock_extension x where x.clock = k.id) as grants,
    (select string_agg(concat_ws('/', x.kind, x.from_day, x.to_day), ' ' order by x.id)
      from clock_pause x where x.proceeding = k.proceeding) as pauses
    """
  static let tables: SQL = "clock k join proceeding p on p.id = k.proceeding join entry s on s.id = k.started_by"

  init(_ row: Row) throws {
    let day: Day? = try row["from_day"]
    let instant: Instant? = try row["from_at"]
    let grants: String? = try row["grants"]
    let pauses: String? = try row["pauses"]
    let words = { (text: String?) in (text ?? "").split(separator: " ").map(String.init) }
    self.init(
      id: try row["id"], proceeding: try row["proceeding"], kind: try row["kind"], rule: try row["rule"],
      from: instant.map(Trigger.instant) ?? day.map(Trigger.day), startedBy: try row["started_by"],
      liable: try row["liable"], agency: try row["agency"], dueDay: try row["due_day"], dueAt: try row["due_at"],
      outerAt: try row["outer_at"], isProvisional: try row["provisional"], problem: try row["problem"],
      grants: try words(grants).map { try Grant(reading: $0) }, pauses: try words(pauses).map { try Pause(kept: $0) },
      outcome: try row["outcome"], endedOn: try row["ended_on"], endedAt: try row["ended_at"],
      setDay: try row["set_day"], isOption: try row["is_option"])
  }
}

extension Pause {
  /// Reads `appraisal/2026-03-01/2026-03-10`; without a last day while it lasts.
  ///
  /// - Throws: `PostgresError.decoding` for any other text.
  init(kept text: String) throws(PostgresError) {
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count >= 2, let kind = Exclusion.Kind(rawValue: parts[0]), let from = Day(parts[1]) else {
      throw .decoding(column: "pauses", problem: "is no pause", query: "")
    }
    self.init(kind, from: from, to: parts.count > 2 ? Day(parts[2]) : nil)
  }
}

extension Liable: Column {}
extension Clock.Outcome: Column {}

extension Trigger {
  var keptDay: Day? { day }
  var keptInstant: Instant? { if case .instant(let instant) = self { instant } else { nil } }
}

extension Connection {
  /// Queues the open clocks of a proceeding; without any, none of its pauses either.
  func openClocks(of proceeding: Int64) throws -> Later<Clock> {
    try later(
      """
      select \(Clock.columns) from \(Clock.tables)
      where k.proceeding = \(proceeding) and k.ended_by is null order by k.id
      """, Clock.init)
  }

  /// Queues what a plan changes. The entry that changes it is the latest appended.
  func keep(
    _ plan: ClockPlan, of proceeding: SQL, in file: SQL, agency: (Liable) -> AgencyCode?
  ) throws {
    let entry: SQL = "(select currval('entry_id_seq'))"
    for end in plan.ends {
      try execute(
        """
        update clock set ended_by = \(entry), outcome = \(end.outcome), ended_at = \(end.at)::timestamptz,
          ended_on = (select coalesce(happened_to, (recorded_at at time zone 'Asia/Shanghai')::date) from entry
            where id = \(entry))
        where id = \(end.clock)
        """)
    }
    for start in plan.starts {
      let reckoning = start.reckoning
      let liable: AgencyCode? = start.liable == .party ? nil : agency(start.liable)
      try execute(
        """
        insert into clock (case_file, proceeding, rule, time_limit, liable, agency, started_by, from_day, from_at, set_day,
          due_day, due_at, outer_at, provisional, problem, is_option)
        values (\(file), \(proceeding), \(start.rule), \(reckoning.timeLimit), \(start.liable), \(liable), \(entry),
          \(start.from?.keptDay)::date, \(start.from?.keptInstant)::timestamptz, \(start.setDay)::date, \(reckoning.dueDay)::date,
          \(reckoning.dueAt)::timestamptz, \(reckoning.outerAt)::timestamptz, \(reckoning.isProvisional),
          \(reckoning.problem), \(start.isOption))
        """,
        orThrow: ["clock_one_open": Refusal(.notAllowed, "clock.running", ["rule": .text(start.rule)])])
      for grant in start.grants {
        try execute(
          """
          insert into clock_extension (clock, kind, length, granted_by)
          values ((select currval('clock_id_seq')), \(grant.kind), \(grant.length), \(entry))
          """)
      }
    }
    for granted in plan.extensions {
      try execute(
        """
        insert into clock_extension (clock, kind, length, granted_by)
        values (\(granted.clock), \(granted.grant.kind), \(granted.grant.length), \(entry))
        """)
    }
    if let kind = plan.pause, plan.resumed == nil {
      try execute(
        """
        insert into clock_pause (case_file, proceeding, kind, from_day, to_day, begun_by, ended_by)
        select case_file, proceeding, \(kind), happened_from, \(plan.pausedUntil)::date, id,
          case when \(plan.pausedUntil)::date is not null then id end
        from entry where id = \(entry)
        """,
        orThrow: ["clock_pause_one_open": Refusal(.notAllowed, "clock.paused")])
    }
    if let day = plan.resumed, let kind = plan.pause {
      try execute(
        """
        update clock_pause set to_day = greatest(from_day, \(day)::date), ended_by = \(entry)
        where proceeding = \(proceeding) and kind = \(kind) and to_day is null
        """)
    }
    for move in plan.moves {
      try execute(move.reckoning.update(of: move.clock))
      if let day = move.setDay { try execute("update clock set set_day = \(day)::date where id = \(move.clock)") }
    }
  }
}

extension Connection {
  /// Queues the nearest end among the clocks that run against `owner`, who has the file or is about to have it.
  func keepDue(of file: SQL, for owner: AgencyCode) throws {
    try execute(
      """
      update case_file set due_at = (select min(k.due_at) from clock k
        where k.case_file = \(file) and k.ended_by is null and k.agency = \(owner) and not k.is_option)
      where id = \(file)
      """)
  }

  /// Queues the end of what the agency's own penalty is timed by: the police decide about the case now. What runs for a
  /// seizure, for the party, for publicity, for the procuratorate or the court runs on.
  func endPenaltyClocks(in file: Int64) throws {
    try execute(
      """
      update clock set ended_by = (select currval('entry_id_seq')), outcome = 'ended',
        ended_on = (select happened_to from entry where id = (select currval('entry_id_seq')))
      where case_file = \(file) and ended_by is null and rule in ('P1', 'P8', 'P16', 'P17')
        and proceeding in (select id from proceeding where case_file = \(file) and kind in ('penalty', 'summary'))
      """)
  }
}

extension Exclusion.Kind: Column {}

extension Reckoning {
  func update(of clock: Int64) -> SQL {
    """
    update clock set time_limit = \(timeLimit), due_day = \(dueDay)::date, due_at = \(dueAt)::timestamptz,
      outer_at = \(outerAt)::timestamptz, provisional = \(isProvisional), problem = \(problem)
    where id = \(clock)
    """
  }
}

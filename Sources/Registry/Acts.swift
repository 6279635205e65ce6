import Casework
import Law
import Postgres

extension Registry {
  /// Does an act of a proceeding and returns the entry that records it.
  ///
  /// Two round trips: lock and look, then write all and commit. Of two officers acting at once on what both saw, one is
  /// refused with `case.stale`.
  ///
  /// - Throws: `proceeding.unknown`, what `Proceeding.step` throws, `idempotency.reused`.
  public func act(
    _ proceeding: Int64, _ request: ActRequest, once: IdempotencyKey, by officer: Officer, now: Instant
  ) async throws -> Done<Entry> {
    let book = try await lawBook()
    do {
      let entry = try await database.transaction(officer.settings) { db in
        let locked = try db.locked(proceeding, for: officer)
        let clocks = try db.openClocks(of: proceeding)
        let earlier = try db.earlierAnswer(once, by: officer)
        let (file, found) = try locked()
        if let earlier = try earlier.first() {
          try once.matches(earlier.digest)
          throw AlreadyAnswered()
        }
        let step = try found.step(request, by: officer, in: file, on: now.day())
        let plan = try ClockPlan(step, of: clocks.rows(), by: book, now: now)
        return try db.take(step, plan, in: found, of: file, once: once, by: officer, at: now)
      }
      guard let entry = entry.first else { throw PostgresError.notCommitted }
      return Done(value: entry, isReplay: false)
    } catch is AlreadyAnswered {
      return Done(value: try await replayed(once, for: officer), isReplay: true)
    }
  }

  /// The proceeding, its case file, and what `officer` may do now.
  ///
  /// - Throws: `proceeding.unknown`.
  public func proceeding(_ id: Int64, for officer: Officer) async throws -> (Proceeding, CaseFileState) {
    try await database.read(officer.settings) { db in
      let found = try db.first(Proceeding.withFile(id), Proceeding.withFileRow)
      guard let found else { throw Refusal(.notFound, "proceeding.unknown") }
      return found
    }
  }

  private func replayed(_ once: IdempotencyKey, for officer: Officer) async throws -> Entry {
    try await database.snapshot(officer.settings) { db in
      guard let earlier = try db.earlierAnswer(once, by: officer).first(), let id = Int64(earlier.answer) else {
        throw PostgresError.notCommitted
      }
      try once.matches(earlier.digest)
      let entry = try db.first("select \(Entry.columns) from \(Entry.tables) where e.id = \(id)", Entry.init)
      guard let entry else { throw Refusal(.notFound, "entry.unknown") }
      return entry
    }
  }
}

extension Connection {
  /// Queues the lock of the case file that the proceeding belongs to; the function returned waits for it.
  func locked(_ proceeding: Int64, for officer: Officer) throws -> () throws -> (CaseFileState, Proceeding) {
    // Two statements, because the second must see what the holder of the lock committed.
    try execute(
      "select from case_file where id = (select case_file from proceeding where id = \(proceeding)) for update")
    let row = try later(Proceeding.withFile(proceeding), Proceeding.withFileRow)
    return {
      guard let (found, file) = try row.first() else { throw Refusal(.notFound, "proceeding.unknown") }
      return (file, found)
    }
  }

  /// Queues everything a step writes; promises its entry.
  fileprivate func take(
    _ step: Step, _ plan: ClockPlan, in proceeding: Proceeding, of file: CaseFileState, once: IdempotencyKey,
    by officer: Officer, at now: Instant
  ) throws -> Later<Entry> {
    let rule = step.rule
    let entry = NewEntry(
      act: rule.act, milestone: rule.milestone, happenedOn: step.happenedOn, facts: step.facts, fine: step.fine,
      confiscated: step.confiscated)
    try append(
      entry, to: "\(file.id)", as: file.revision + 1, in: "\(proceeding.id)", agency: officer.agency, by: officer,
      at: now)
    try tell(step, in: proceeding, of: file, by: officer.agency, at: now)
    if rule.to != nil {
      try execute(
        "update proceeding set state = \(step.to), since = \(now)::timestamptz where id = \(proceeding.id)")
    }
    try advance(rule.effect, of: proceeding, at: now)
    let status = rule.to.map { "\(proceeding.kind.rawValue)/\($0)" }
    try execute(
      """
      update case_file set status = coalesce(\(status), status), revision = \(file.revision + 1)
      where id = \(file.id)
      """)
    try keep(plan, of: "\(proceeding.id)", in: "\(file.id)") { liable in
      liable == .receiver ? proceeding.receiver : proceeding.agency
    }
    // What the police file is no longer the agency's to decide; a return lets it start a clock anew.
    if rule.effect == .keep, rule.act == "file" { try endOtherClocks(of: proceeding.id, in: file.id) }
    let next = proceeding.owner(after: rule.effect) ?? file.owner
    if !plan.isEmpty || next != file.owner { try keepDue(of: "\(file.id)", for: next) }
    try handOver(to: next, file: file, at: now)
    try keep(once, answer: "currval('entry_id_seq')::text", by: officer, at: now)
    return try later(
      "select \(Entry.columns) from \(Entry.tables) where e.id = currval('entry_id_seq')", Entry.init)
  }

  /// Queues a notice to every agency that the step concerns.
  private func tell(
    _ step: Step, in proceeding: Proceeding, of file: CaseFileState, by sender: AgencyCode, at now: Instant
  ) throws {
    for agency in proceeding.audience(of: step.rule).sorted() {
      // Readers go by the rising id, so notices to one agency are committed in its order.
      try execute("select pg_advisory_xact_lock(hashtext(\("outbox \(agency)")))")
      try execute(
        """
        insert into outbox (agency, case_file, entry, kind, sender, number, created_at)
        values (\(agency), \(file.id), currval('entry_id_seq'), \("\(proceeding.kind.rawValue).\(step.rule.act)"),
          \(sender), \(file.number), \(now)::timestamptz)
        """)
    }
  }
}

extension Proceeding {
  static func withFile(_ id: Int64) -> SQL {
    """
    select p.id, p.kind, p.state, p.agency, r.receiving_agency,
      \(Proceeding.history),
      c.id as file, c.number, c.owner_agency, c.revision,
      (select q.state from referral o join proceeding q on q.id = o.proceeding
        where o.case_file = c.id and o.open) as open_referral
    from proceeding p join case_file c on c.id = p.case_file left join referral r on r.proceeding = p.id
    where p.id = \(id)
    """
  }

  static func withFileRow(_ row: Row) throws -> (Proceeding, CaseFileState) {
    let proceeding = try Proceeding(row)
    return (
      proceeding,
      CaseFileState(
        id: try row["file"], number: try row["number"], owner: try row["owner_agency"], revision: try row["revision"],
        openReferral: try row["open_referral"])
    )
  }
}

import Casework
import Law
import Postgres

extension Registry {
  /// An entry of a case file and what stands around it, for whoever wants to put it right.
  ///
  /// - Throws: `case.unknown`, `entry.unknown`.
  public func correctable(
    _ sequence: Int, of number: CaseNumber, for officer: Officer
  ) async throws -> (Correctable, CaseFileState) {
    try await database.snapshot(officer.settings) { db in
      let file = try db.state(of: number, locking: false)
      let found = try db.correctable(sequence, of: number)
      let state = try file()
      return (try found(), state)
    }
  }

  /// Puts an entry right by another that stands in its place, and returns that. The clocks that the entry started, ended
  /// or paused go by the day put right; the figures of reports change from now on, those of an issue stay as issued.
  ///
  /// - Throws: `case.unknown`, `entry.unknown`, what `Correctable.correction` throws, `clock.day-needed`,
  ///   `idempotency.reused`.
  public func correct(
    _ sequence: Int, of number: CaseNumber, _ request: CorrectionRequest, once: IdempotencyKey, by officer: Officer,
    now: Instant
  ) async throws -> Done<Entry> {
    let book = try await lawBook()
    return try await database.transaction(officer.settings) { db in
      let locked = try db.state(of: number)
      let found = try db.correctable(sequence, of: number)
      let earlier = try db.earlierAnswer(once, by: officer)
      let file = try locked()
      if let earlier = try earlier.first(), let id = Int64(earlier.answer) {
        try once.matches(earlier.digest)
        let entry = try db.first("select \(Entry.columns) from \(Entry.tables) where e.id = \(id)", Entry.init)
        guard let entry else { throw Refusal(.notFound, "entry.unknown") }
        return Done(value: entry, isReplay: true)
      }
      let old = try found()
      let proceeding = try db.first("\(Proceeding.selection) where p.id = \(old.entry.proceeding)") {
        try Proceeding($0)
      }
      guard let proceeding else { throw Refusal(.notFound, "proceeding.unknown") }
      let correction = try old.correction(request, in: proceeding, of: file, by: officer, on: now.day())
      let entry = try db.keep(correction, in: old, of: file, by: officer, at: now)
      try db.redate(old.entry, to: correction.entry.happenedOn, by: book)
      try db.keepDue(of: "\(file.id)", for: file.owner)
      // What the screening goes by is the business of whoever has the file now.
      if file.owner == officer.agency { try db.screen(file.id, by: book, at: now) }
      try db.keep(once, answer: "\(String(entry))", by: officer, at: now)
      let kept = try db.first("select \(Entry.columns) from \(Entry.tables) where e.id = \(entry)", Entry.init)
      guard let kept else { throw PostgresError.notCommitted }
      return Done(value: kept, isReplay: false)
    }
  }
}

extension Connection {
  /// Queues an entry and what stands around it; the function returned waits for it.
  fileprivate func correctable(_ sequence: Int, of number: CaseNumber) throws -> () throws -> Correctable {
    let file: SQL = "(select id from case_file where number = \(number))"
    let entries = try later(
      """
      select \(Entry.columns), e.fine_fen, e.confiscated_fen, entry_place(e) as place,
        (select r.sequence from entry r where r.corrects = e.id) as corrected_by
      from \(Entry.tables) where e.case_file = \(file) order by e.sequence
      """
    ) { row in
      var entry = try Entry(row)
      if entry.act == "import" {
        let (fine, gains): (Int64?, Int64?) = (try row["fine_fen"], try row["confiscated_fen"])
        let amounts = ["fine": fine, "confiscated": gains].compactMapValues {
          $0.flatMap(Fen.init).map { Yuan($0).wire }
        }
        entry = entry.saying(amounts)
      }
      return (entry: entry, place: try row["place"] as Int, correctedBy: try row["corrected_by"] as Int?)
    }
    return {
      let all = try entries.rows()
      guard let one = all.first(where: { $0.entry.sequence == sequence }) else {
        throw Refusal(.notFound, "entry.unknown", field: "entry", ["entry": .text(String(sequence))])
      }
      let steps = all.filter {
        $0.correctedBy == nil && $0.entry.proceeding == one.entry.proceeding && $0.place != one.place
          && !["draft", "supplement", "undo-import"].contains($0.entry.act)
      }
      let (before, after) = (steps.filter { $0.place < one.place }, steps.filter { $0.place > one.place })
      return Correctable(
        entry: one.entry, place: one.place, correctedBy: one.correctedBy,
        notBefore: before.compactMap(\.entry.happenedOn?.first).max(),
        notAfter: after.compactMap(\.entry.happenedOn?.last).min(),
        repeated: after.reduce(into: []) { $0.formUnion($1.entry.facts.keys) })
    }
  }

  /// Appends the entry and everything that goes by it; its key.
  fileprivate func keep(
    _ correction: Correction, in old: Correctable, of file: CaseFileState, by officer: Officer, at now: Instant
  ) throws -> Int64 {
    let proceeding: SQL = "\(old.entry.proceeding)"
    try append(
      correction.entry, to: "\(file.id)", as: file.revision + 1, in: proceeding, agency: officer.agency, by: officer,
      at: now, correcting: old.entry.id)
    try impose(correction.sanctions, correction.ledger, in: proceeding, of: "\(file.id)")
    try execute("update proceeding set facts = proceeding_facts(id) where id = \(proceeding)")
    try execute("update case_file set revision = \(file.revision + 1) where id = \(file.id)")
    try execute("select tally_settle((select currval('entry_id_seq')))")
    guard let id = try first("select currval('entry_id_seq') as id", { try $0["id"] as Int64 }) else {
      throw PostgresError.notCommitted
    }
    return id
  }

  /// Moves what an entry started, ended or paused to the day put right, and reckons the clocks of its proceeding anew.
  fileprivate func redate(_ entry: Entry, to day: PartialDay?, by book: LawBook) throws {
    guard day != entry.happenedOn else { return }
    let moved = try first(
      """
      select exists (select from clock k where e.id in (k.started_by, k.ended_by))
        or exists (select from clock_pause k where e.id in (k.begun_by, k.ended_by)) as it from entry e
      where e.case_file = (select case_file from entry where id = \(entry.id))
        and e.sequence = (select entry_place(x) from entry x where x.id = \(entry.id))
      """
    ) { try $0["it"] as Bool }
    guard moved == true else { return }
    guard let day, day.first == day.last else { throw Refusal(.invalid, "clock.day-needed", field: "happenedOn") }
    let old = entry.happenedOn
    try execute(
      "select entry_redate(\(entry.id), \(old?.first)::date, \(old?.last)::date, \(day.first)::date)")
    let clocks = try all(
      "select \(Clock.columns) from \(Clock.tables) where k.proceeding = \(entry.proceeding) order by k.id", Clock.init)
    for clock in clocks { try execute(Reckoning(of: clock, by: book).update(of: clock.id)) }
  }
}

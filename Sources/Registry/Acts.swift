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
        let origin = try db.origin(of: proceeding)
        let certified = try db.certified(request.facts, on: request.happenedOn, of: officer)
        let named = try db.agencies(in: request.facts)
        let receipted = try request.act == "acknowledge" ? db.receipted(proceeding) : nil
        let things = try request.facts?["handedOver"].map { try db.things($0, in: proceeding) }
        let earlier = try db.earlierAnswer(once, by: officer)
        let (file, found) = try locked()
        if let earlier = try earlier.first() {
          try once.matches(earlier.digest)
          throw AlreadyAnswered()
        }
        let open = try clocks.rows()
        let around = Surroundings(
          clocks: open, origin: try origin.first(), certified: Set(try certified.rows()), book: book,
          agencies: Dictionary(try named.rows()) { $1 }, isReceipted: try receipted?.first() ?? false,
          things: Set(try things?.rows() ?? []))
        let step = try found.step(request, by: officer, in: file, on: now.day(), around)
        let plan = try ClockPlan(step, of: open, by: book, now: now).binding(found.agency, by: book)
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

  /// Queues the lock of a case file, if it is to be changed, and what acts need to know of it; the function returned waits
  /// for that, and refuses a number that the officer may not know of.
  func state(of number: CaseNumber, locking: Bool = true) throws -> () throws -> CaseFileState {
    if locking { try execute("select from case_file where number = \(number) for update") }
    let file = try later(
      "select \(CaseFileState.columns) from case_file c where c.number = \(number)", CaseFileState.init)
    return {
      guard let found = try file.first() else {
        throw Refusal(.notFound, "case.unknown", field: "number", ["case": .text(number.wire)])
      }
      return found
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
    try keep(step, of: proceeding.kind, in: "\(proceeding.id)", at: now)
    try impose(step.sanctions, step.ledger, in: "\(proceeding.id)", of: "\(file.id)")
    try share(step, in: "\(file.id)", at: now)
    try takeThings(step, in: "\(file.id)", by: officer.agency)
    try tell(step, in: proceeding, of: "\(file.id)", by: officer.agency, at: now)
    try advance(step, of: proceeding, at: now)
    let status = rule.to.map { file.status(after: proceeding, in: $0) } ?? nil
    try execute(
      """
      update case_file set status = coalesce(\(status), status), revision = \(file.revision + 1)
      where id = \(file.id)
      """)
    try keep(plan, of: "\(proceeding.id)", in: "\(file.id)") { liable in
      liable == .receiver ? proceeding.receiver : proceeding.agency
    }
    let next = proceeding.owner(after: rule.effect) ?? file.owner
    try handOver(to: next, file: file, at: now)
    // What the police file is no longer the agency's to decide; a return lets it start a clock anew.
    if rule.effect == .keep || rule.effect == .take { try endPenaltyClocks(in: file.id) }
    if !plan.isEmpty || next != file.owner { try keepDue(of: "\(file.id)", for: next) }
    try keep(once, answer: "(select currval('entry_id_seq'))::text", by: officer, at: now)
    return try later(
      "select \(Entry.columns) from \(Entry.tables) where e.id = (select currval('entry_id_seq'))", Entry.init)
  }

  /// Queues a notice to every agency that the step concerns.
  func tell(_ step: Step, in proceeding: Proceeding, of file: SQL, by sender: AgencyCode, at now: Instant) throws {
    let informed = step.rule.informs.flatMap { step.facts[$0] }.flatMap(AgencyCode.init(rawValue:))
    let audience = Set(proceeding.audience(of: step.rule) + (informed.map { [$0] } ?? [])).subtracting([sender])
    for agency in audience.sorted() {
      // Readers go by the rising id, so notices to one agency are committed in its order.
      try execute("select pg_advisory_xact_lock(hashtext(\("outbox \(agency)")))")
      try execute(
        """
        insert into outbox (agency, case_file, entry, kind, sender, number, created_at)
        select \(agency), c.id, (select currval('entry_id_seq')), \("\(proceeding.kind.rawValue).\(step.rule.act)"),
          \(sender), c.number, \(now)::timestamptz
        from case_file c where c.id = \(file)
        """)
    }
  }
}

extension Connection {
  /// Queues the proceeding's own row after a step: its state, what it knows, who is to answer.
  func keep(_ step: Step, of kind: ProceedingKind, in proceeding: SQL, at now: Instant) throws {
    let moved: SQL = step.rule.to == nil ? "" : "state = \(step.to), since = \(now)::timestamptz, "
    let receiver = kind.procedure?.receiver.flatMap { step.facts[$0] }
    try execute(
      """
      update proceeding set \(moved)facts = facts || \(Facts(values: step.facts))::jsonb,
        receiver = coalesce(\(receiver), receiver)
      where id = \(proceeding)
      """,
      orThrow: [
        "proceeding_receiver": Refusal(
          .invalid, "agency.unknown", field: "facts.\(kind.procedure?.receiver ?? "")",
          ["agency": .text(receiver ?? "")])
      ])
  }

  /// Queues the penalties that an entry imposes, and its lines of the ledger.
  func impose(_ sanctions: [Sanction], _ ledger: [LedgerLine], in proceeding: SQL, of file: SQL) throws {
    for sanction in sanctions {
      try execute(
        """
        insert into sanction (case_file, proceeding, entry, party, kind, amount_fen, quantity, details)
        values (\(file), \(proceeding), (select currval('entry_id_seq')), \(sanction.party), \(sanction.kind),
          \(sanction.amount?.fen)::bigint, \(sanction.quantity)::numeric, \(sanction.details))
        """)
    }
    for line in ledger {
      try execute(
        """
        insert into ledger_line (case_file, proceeding, entry, code, party, amount_fen, quantity)
        values (\(file), \(proceeding), (select currval('entry_id_seq')), \(line.code), \(line.party), \(line.amount)::bigint,
          \(line.quantity)::numeric)
        """)
    }
  }

  /// Queues that the agency which a step informs sees the file.
  func share(_ step: Step, in file: SQL, at now: Instant) throws {
    guard let name = step.rule.informs, let agency = step.facts[name] else { return }
    try execute(
      """
      insert into share (case_file, agency, entry, since)
      values (\(file), \(agency), (select currval('entry_id_seq')), \(now)::timestamptz)
      on conflict on constraint share_pkey do nothing
      """,
      orThrow: [
        "share_agency": Refusal(.invalid, "agency.unknown", field: "facts.\(name)", ["agency": .text(agency)])
      ])
  }

  /// Queues the proceeding from which one follows.
  func origin(of proceeding: Int64) throws -> Later<Proceeding> {
    try later(
      "\(Proceeding.selection) where p.id = (select origin from proceeding where id = \(proceeding))"
    ) { try Proceeding($0) }
  }

  /// Queues the items among those named that are evidence of the file.
  func things(_ named: String, in proceeding: Int64) throws -> Later<Int64> {
    let keys = named.split { "、,，;； ".contains($0) }.compactMap { Int64($0) }
    return try later(
      """
      select id from evidence where id = any (\(Numbers(keys))::bigint[])
        and case_file = (select case_file from proceeding where id = \(proceeding))
      """
    ) { try $0["id"] }
  }

  /// Queues the next link of the chain of custody of every item that is received.
  func takeThings(_ step: Step, in file: SQL, by agency: AgencyCode) throws {
    guard let taken = step.facts["takenOver"] else { return }
    try execute(
      """
      insert into custody (evidence, sequence, case_file, entry, holder, since, seal)
      select c.evidence, c.sequence + 1, c.case_file, (select currval('entry_id_seq')), a.name_zh,
        greatest(c.since, \(step.happenedOn.last)::date), c.seal
      from custody c join agency a on a.code = \(agency)
      where c.case_file = \(file) and c.evidence = any (string_to_array(\(taken), '、')::bigint[])
        and c.sequence = (select max(sequence) from custody l where l.evidence = c.evidence)
      """)
  }

  /// Queues whether a receipt of a package of the referral came back.
  func receipted(_ referral: Int64) throws -> Later<Bool> {
    try later(
      """
      select exists (select from package p join package_receipt r on r.package = p.id where p.referral = \(referral)) as it
      """
    ) { try $0["it"] }
  }

  /// Queues the names among the facts of officers whose certificates are in force on the last possible day.
  func certified(_ facts: [String: String]?, on when: When?, of officer: Officer) throws -> Later<String> {
    let names = (facts?["officers"] ?? "").split { "、,，;；".contains($0) }.map { String($0).trimmingBlanks }
    let day = when?.day.last
    return try later(
      """
      select distinct holder from certificate
      where agency = \(officer.agency) and holder = any (\(TextArray(names))::text[])
        and valid_from <= \(day)::date and valid_to >= \(day)::date and (revoked_on is null or revoked_on > \(day)::date)
      """
    ) { try $0["holder"] }
  }
}

extension Connection {
  /// Queues the kinds of the agencies whose codes are among the facts.
  func agencies(in facts: [String: String]?) throws -> Later<(String, Agency.Kind)> {
    let codes = (facts ?? [:]).values.filter { $0.utf8.count <= 16 }.map(\.trimmingBlanks)
    return try later("select code, kind from agency where code = any (\(TextArray(codes.sorted()))::text[])") { row in
      (try row["code"], try row["kind"])
    }
  }
}

extension LedgerLine.Code: Column {}
extension Sanction.Kind: Column {}

extension Proceeding {
  /// A proceeding with what the docket says of it; a condition on `p` follows.
  static let selection: SQL = """
    select p.id, p.kind, p.state, p.agency, coalesce(r.receiving_agency, p.receiver) as receiving_agency,
      \(Proceeding.history)
    from proceeding p left join referral r on r.proceeding = p.id
    """

  static func withFile(_ id: Int64) -> SQL {
    """
    select p.id, p.kind, p.state, p.agency, coalesce(r.receiving_agency, p.receiver) as receiving_agency,
      \(Proceeding.history), \(CaseFileState.columns)
    from proceeding p join case_file c on c.id = p.case_file left join referral r on r.proceeding = p.id
    where p.id = \(id)
    """
  }

  static func withFileRow(_ row: Row) throws -> (Proceeding, CaseFileState) {
    (try Proceeding(row), try CaseFileState(row))
  }
}

extension CaseFileState {
  /// What acts need to know of a case file `c`.
  static let columns: SQL = """
    c.id as file, c.number, c.owner_agency, c.revision, c.ip_type,
    (select q.state from referral o join proceeding q on q.id = o.proceeding
      where o.case_file = c.id and o.open) as open_referral,
    (select string_agg(name, chr(31) order by id) from party where case_file = c.id and role = 'respondent')
      as respondent_names,
    (select string_agg(concat_ws('/', q.id, q.kind, q.state, q.origin), ' ' order by q.id) from proceeding q
      where q.case_file = c.id) as others,
    (select string_agg(q.facts ->> 'officers', '、') from proceeding q where q.case_file = c.id) as all_assigned,
    (select string_agg(distinct o.name, '、') from entry e join officer o on o.id = e.officer where e.case_file = c.id
      and e.act = any (\(Procedure.handlingActsArray)::text[])) as all_handling,
    (select coalesce(sum(l.amount_fen), 0)::bigint from ledger_line l where l.case_file = c.id and l.code = 'F1'
      and not exists (select from entry k where k.corrects = l.entry)) as fined,
    exists (select from proceeding q where q.case_file = c.id and q.kind = 'criminal-trial'
      and (q.facts ->> 'criminalFine')::numeric > 0) as court_fined
    """

  init(_ row: Row) throws {
    let (others, assigned): (String?, String?) = (try row["others"], try row["all_assigned"])
    let (respondents, handling): (String?, String?) = (try row["respondent_names"], try row["all_handling"])
    self.init(
      id: try row["file"], number: try row["number"], owner: try row["owner_agency"], revision: try row["revision"],
      openReferral: try row["open_referral"], ipType: try row["ip_type"],
      respondents: (respondents ?? "").split(separator: "\u{1f}").map(String.init),
      others: (others ?? "").split(separator: " ").compactMap { Sibling(kept: String($0)) },
      assigned: Set((assigned ?? "").split(separator: "、").map(String.init)),
      handlers: Set((handling ?? "").split(separator: "、").map(String.init)),
      fined: Fen(try row["fined"] as Int64) ?? .zero, isCourtFined: try row["court_fined"])
  }
}

extension Sibling {
  /// Reads `12/penalty/filed`, or `13/measure/in-force/12` of one that follows from another.
  init?(kept text: String) {
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count >= 3, let id = Int64(parts[0]), let kind = ProceedingKind(rawValue: parts[1]) else { return nil }
    self.init(id: id, kind: kind, state: parts[2], origin: parts.count > 3 ? Int64(parts[3]) : nil)
  }
}

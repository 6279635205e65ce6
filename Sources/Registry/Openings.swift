import Casework
import Law
import Postgres

extension Registry {
  /// Opens a proceeding in a case file and returns its key.
  ///
  /// Two round trips: lock and look, then write all and commit.
  ///
  /// - Throws: `case.unknown`, what `OpeningRequest.opening` throws, `agency.unknown`, `idempotency.reused`.
  public func open(
    _ request: OpeningRequest, in number: CaseNumber, once: IdempotencyKey, by officer: Officer, now: Instant
  ) async throws -> Done<Int64> {
    let book = try await lawBook()
    do {
      let ids = try await database.transaction(officer.settings) { db in
        let locked = try db.state(of: number)
        let origin = try db.later(
          """
          \(Proceeding.selection)
          where p.id = \(request.origin) and p.case_file = (select id from case_file where number = \(number))
          """
        ) { try Proceeding($0) }
        let day = request.happenedOn ?? When(PartialDay(now.day()))
        let certified = try db.certified(request.facts, on: day, of: officer)
        let named = try db.agencies(in: request.facts)
        let earlier = try db.earlierAnswer(once, by: officer)
        let file = try locked()
        if let earlier = try earlier.first() {
          try once.matches(earlier.digest)
          throw AlreadyAnswered()
        }
        let around = Surroundings(
          origin: try origin.first(), certified: Set(try certified.rows()), book: book,
          agencies: Dictionary(try named.rows()) { $1 })
        let step = try request.opening(in: file, by: officer, today: now.day(), around)
        try db.insert(step, of: request, in: file, by: officer, at: now, book)
        try db.keep(once, answer: "(select currval('proceeding_id_seq'))::text", by: officer, at: now)
        return try db.later("select currval('proceeding_id_seq') as id") { try $0["id"] as Int64 }
      }
      guard let id = ids.first else { throw PostgresError.notCommitted }
      return Done(value: id, isReplay: false)
    } catch is AlreadyAnswered {
      let earlier = try await database.read(officer.settings) { try $0.earlierAnswer(once, by: officer).first() }
      guard let earlier, let id = Int64(earlier.answer) else { throw PostgresError.notCommitted }
      try once.matches(earlier.digest)
      return Done(value: id, isReplay: true)
    }
  }

  /// The case file as acts see it, for the form of an opening.
  ///
  /// - Throws: `case.unknown`.
  public func state(of number: CaseNumber, for officer: Officer) async throws -> CaseFileState {
    let found = try await database.read(officer.settings) { db in
      try db.first("select \(CaseFileState.columns) from case_file c where c.number = \(number)", CaseFileState.init)
    }
    guard let found else { throw Refusal(.notFound, "case.unknown", field: "number", ["case": .text(number.wire)]) }
    return found
  }
}

extension Connection {
  /// Queues a proceeding opened in a file there is, with everything that its opening does.
  fileprivate func insert(
    _ step: Step, of request: OpeningRequest, in file: CaseFileState, by officer: Officer, at now: Instant,
    _ book: LawBook
  ) throws {
    guard let procedure = request.kind.procedure else { return }
    let new: SQL = "(select currval('proceeding_id_seq'))"
    try execute(
      """
      insert into proceeding (case_file, kind, state, agency, since, origin)
      values (\(file.id), \(request.kind), \(step.to), \(officer.agency), \(now)::timestamptz, \(request.origin))
      """)
    try append(
      NewEntry(
        act: step.rule.act, milestone: step.rule.milestone, happenedOn: step.happenedOn, facts: step.facts, fine: nil,
        confiscated: nil),
      to: "\(file.id)", as: file.revision + 1, in: new, agency: officer.agency, by: officer, at: now)
    try keep(step, of: request.kind, in: new, at: now)
    try impose(step.sanctions, step.ledger, in: new, of: "\(file.id)")
    try share(step, in: "\(file.id)", at: now)
    let receiver = procedure.receiver.flatMap { step.facts[$0] }.flatMap(AgencyCode.init(rawValue:))
    let opened = Proceeding(
      id: 0, kind: request.kind, state: step.to, agency: officer.agency, receiver: receiver, handledBy: [])
    try tell(step, in: opened, of: "\(file.id)", by: officer.agency, at: now)
    if request.kind == .transfer { try addTransfer(step, of: file, by: officer, at: now) }
    let status = file.status(after: opened, in: step.to)
    try execute(
      """
      update case_file set status = coalesce(\(status), status), revision = \(file.revision + 1) where id = \(file.id)
      """)
    let plan = ClockPlan(opening: procedure, on: step.happenedOn, facts: step.facts, by: book, now: now)
      .binding(officer.agency, by: book)
    try keep(plan, of: new, in: "\(file.id)") { liable in liable == .receiver ? receiver : officer.agency }
    if !plan.isEmpty { try keepDue(of: "\(file.id)", for: file.owner) }
  }

  /// Queues what a transfer keeps beside its proceeding: it is one of those of which a file has one at a time.
  private func addTransfer(_ step: Step, of file: CaseFileState, by officer: Officer, at now: Instant) throws {
    try execute(
      """
      insert into referral (proceeding, case_file, sending_agency, receiving_agency, basis, reason, drafted_at)
      values ((select currval('proceeding_id_seq')), \(file.id), \(officer.agency), \(step.facts["receivingAgency"]), 'transfer',
        \(step.facts["reason"]), \(now)::timestamptz)
      """,
      orThrow: ["referral_one_open": Refusal(.notAllowed, "referral.open", ["case": .text(file.number.wire)])])
  }
}

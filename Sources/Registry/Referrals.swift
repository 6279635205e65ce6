import Casework
import Law
import Postgres

extension Registry {
  /// Drafts a referral of the case file and returns the entry that records it.
  ///
  /// - Throws: `case.unknown`, `agency.unknown`, `offence.unknown`, what `ReferralRequest.checked` throws,
  ///   `idempotency.reused`.
  public func draft(
    _ request: ReferralRequest, of number: CaseNumber, once: IdempotencyKey, by officer: Officer, now: Instant
  ) async throws -> Done<Referral> {
    let book = try await lawBook()
    do {
      let ids = try await database.transaction(officer.settings) { db in
        let context = try db.referralContext(number, to: request.receivingAgency)
        let earlier = try db.earlierAnswer(once, by: officer)
        let file = try context.file()
        if let earlier = try earlier.first() {
          try once.matches(earlier.digest)
          throw AlreadyAnswered()
        }
        guard let receiver = try context.receiver.first() else {
          throw Refusal(
            .invalid, "agency.unknown", field: "receivingAgency", ["agency": .text(request.receivingAgency.rawValue)])
        }
        try request.checked(for: file, to: receiver, by: officer)
        return try db.insert(request, of: file, once: once, by: officer, at: now, book)
      }
      guard let id = ids.first else { throw PostgresError.notCommitted }
      return Done(value: try await referral(id, for: officer), isReplay: false)
    } catch is AlreadyAnswered {
      let earlier = try await database.read(officer.settings) { try $0.earlierAnswer(once, by: officer).first() }
      guard let earlier, let id = Int64(earlier.answer) else { throw PostgresError.notCommitted }
      try once.matches(earlier.digest)
      return Done(value: try await referral(id, for: officer), isReplay: true)
    }
  }

  /// One referral.
  ///
  /// - Throws: `referral.unknown`.
  public func referral(_ id: Int64, for officer: Officer) async throws -> Referral {
    let found = try await database.read(officer.settings) { db in
      try db.first("select \(Referral.columns) from \(Referral.tables) where r.proceeding = \(id)", Referral.init)
    }
    guard let found else { throw Refusal(.notFound, "referral.unknown") }
    return found
  }

  /// The referrals that concern the officer's agency, open ones first, those due first before the rest, then latest
  /// first, at most 500. What was only
  /// drafted is not in anybody's inbox.
  public func referrals(_ box: Referral.Box, for officer: Officer) async throws -> [Referral] {
    let condition: SQL =
      switch box {
      case .inbox: "r.receiving_agency = \(officer.agency) and r.sent_at is not null"
      case .outbox: "r.sending_agency = \(officer.agency)"
      case .all: "true"
      }
    return try await database.read(officer.settings) { db in
      try db.all(
        """
        select \(Referral.columns) from \(Referral.tables) where \(condition)
        order by r.open desc, due_at nulls last, r.proceeding desc limit 500
        """, Referral.init)
    }
  }
}

extension Referral {
  static let columns: SQL = """
    r.proceeding as id, c.number, c.summary, c.respondents, c.revision, r.sending_agency, r.receiving_agency,
    r.offence, r.basis, r.reason, p.state, p.since, r.open, r.drafted_at, r.sent_at, r.received_at, r.decided_at,
    (select min(k.due_at) from clock k where k.proceeding = r.proceeding and k.ended_by is null) as due_at
    """
  static let tables: SQL =
    "referral r join proceeding p on p.id = r.proceeding and p.kind = 'referral' join case_file c on c.id = r.case_file"

  init(_ row: Row) throws {
    self.init(
      id: try row["id"], number: try row["number"], summary: try row["summary"], respondents: try row["respondents"],
      revision: try row["revision"], sendingAgency: try row["sending_agency"],
      receivingAgency: try row["receiving_agency"], offence: try row["offence"], basis: try row["basis"],
      reason: try row["reason"], state: try row["state"], since: try row["since"], isOpen: try row["open"],
      draftedAt: try row["drafted_at"], sentAt: try row["sent_at"], receivedAt: try row["received_at"],
      decidedAt: try row["decided_at"], dueAt: try row["due_at"])
  }
}

extension Connection {
  fileprivate func referralContext(
    _ number: CaseNumber, to receiver: AgencyCode
  ) throws -> (file: () throws -> CaseFileState, receiver: Later<Agency>) {
    let file = try state(of: number)
    let agency = try later("select code, name_zh, name_en, kind from agency where code = \(receiver)") { row in
      Agency(code: try row["code"], chinese: try row["name_zh"], english: try row["name_en"], kind: try row["kind"])
    }
    return (file, agency)
  }

  fileprivate func insert(
    _ request: ReferralRequest, of file: CaseFileState, once: IdempotencyKey, by officer: Officer, at now: Instant,
    _ book: LawBook
  ) throws -> Later<Int64> {
    let state = Procedure.referral.initial
    var facts = [
      "receivingAgency": request.receivingAgency.rawValue, "basis": request.basis.rawValue,
      "reason": request.reason.wire,
    ]
    facts["offence"] = request.offence?.wire
    try execute(
      """
      insert into proceeding (case_file, kind, state, agency, since, facts)
      values (\(file.id), 'referral', \(state), \(officer.agency), \(now)::timestamptz,
        \(Facts(values: facts))::jsonb)
      """)
    try execute(
      """
      insert into referral (proceeding, case_file, sending_agency, receiving_agency, offence, basis, reason, drafted_at)
      values ((select currval('proceeding_id_seq')), \(file.id), \(officer.agency), \(request.receivingAgency),
        \(request.offence), \(request.basis), \(request.reason), \(now)::timestamptz)
      """,
      orThrow: [
        "referral_one_open": Refusal(.notAllowed, "referral.open", ["case": .text(file.number.wire)]),
        "referral_offence": Refusal(
          .invalid, "offence.unknown", field: "offence", ["offence": .text(request.offence?.wire ?? "")]),
      ])
    try append(
      NewEntry(
        act: "draft", milestone: nil, happenedOn: PartialDay(now.day()), facts: facts, fine: nil, confiscated: nil),
      to: "\(file.id)", as: file.revision + 1, in: "(select currval('proceeding_id_seq'))", agency: officer.agency,
      by: officer,
      at: now)
    try execute(
      """
      update case_file set status = \("referral/\(state)"), revision = \(file.revision + 1) where id = \(file.id)
      """)
    let plan = ClockPlan(opening: .referral, on: PartialDay(now.day()), by: book, now: now)
    try keep(plan, of: "(select currval('proceeding_id_seq'))", in: "\(file.id)") { _ in officer.agency }
    try keepDue(of: "\(file.id)", for: officer.agency)
    try keep(once, answer: "(select currval('proceeding_id_seq'))::text", by: officer, at: now)
    return try later("select currval('proceeding_id_seq') as id") { try $0["id"] }
  }

  /// Queues what a step means for the referral's own row.
  func advance(_ step: Step, of proceeding: Proceeding, at now: Instant) throws {
    let change: SQL =
      switch step.rule.effect {
      case .none: ""
      case .approve: "approved_at = \(now)::timestamptz"
      case .send: "sent_at = \(now)::timestamptz"
      case .receive: "received_at = \(now)::timestamptz"
      case .keep, .giveBack: "decided_at = coalesce(decided_at, \(now)::timestamptz), open = false"
      case .take: "received_at = \(now)::timestamptz, open = false"
      case .end: "open = false"
      case .reopen: "open = true"
      case .passOn: "receiving_agency = \(step.facts["police"]), received_at = null"
      }
    if step.rule.effect == .none { return }
    try execute("update referral set \(change) where proceeding = \(proceeding.id)")
  }

  /// Queues the change of hands: at the receipt to the receiver, at a refusal back to the sender.
  func handOver(to owner: AgencyCode, file: CaseFileState, at now: Instant) throws {
    if owner == file.owner { return }
    try execute(
      "update case_file set owner_agency = \(owner), held_since = \(now)::timestamptz where id = \(file.id)")
  }
}

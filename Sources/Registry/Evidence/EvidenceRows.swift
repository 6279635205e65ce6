import Casework
import Law
import Postgres

extension Evidence.Kind: Column {}

extension Registry {
  /// The evidence of a case file, oldest first.
  public func evidence(of number: CaseNumber, for officer: Officer) async throws -> [Evidence] {
    try await database.snapshot(officer.settings) { db in
      try db.evidence(where: "v.case_file = (select id from case_file where number = \(number))")
    }
  }

  /// One item of evidence.
  ///
  /// - Throws: `evidence.unknown`, also where the officer may not know of it.
  public func evidence(_ id: Int64, for officer: Officer) async throws -> Evidence {
    let found = try await database.snapshot(officer.settings) { db in try db.evidence(where: "v.id = \(id)") }
    guard let item = found.first else { throw Refusal(.notFound, "evidence.unknown") }
    return item
  }

  /// Adds an item to a case file, with the file that was stored for it, and returns its key.
  ///
  /// - Throws: `case.unknown`, what `EvidenceRequest.checked` throws, `evidence.executable`, `evidence.twice`,
  ///   `idempotency.reused`.
  public func addEvidence(
    _ request: EvidenceRequest, _ stored: StoredContent?, to number: CaseNumber, once: IdempotencyKey,
    by officer: Officer, now: Instant
  ) async throws -> Done<Int64> {
    let file = try stored?.evidence()
    return try await writeRow(once, sequence: "'evidence_id_seq'", by: officer, at: now) { db in
      let state = try db.lockedFile(number)
      try request.checked(for: state, by: officer, on: now.day())
      try db.keep(request, file, in: state, by: officer, at: now)
    }
  }

  /// Records that an item changed hands.
  ///
  /// - Throws: `evidence.unknown`, what `CustodyRequest.checked` throws, `custody.order` for a day before the last one,
  ///   `idempotency.reused`.
  public func pass(
    _ evidence: Int64, _ request: CustodyRequest, once: IdempotencyKey, by officer: Officer, now: Instant
  ) async throws {
    _ = try await write(once, answer: "\(String(evidence))", by: officer, at: now) { db in
      guard let number = try db.evidence(where: "v.id = \(evidence)").first?.number else {
        throw Refusal(.notFound, "evidence.unknown")
      }
      let state = try db.lockedFile(number)
      // Read under the lock: who passes it on at the same time is seen.
      guard let item = try db.evidence(where: "v.id = \(evidence)").first else {
        throw Refusal(.notFound, "evidence.unknown")
      }
      try request.checked(for: state, by: officer, on: now.day())
      guard let last = item.custody.last, last.since <= request.since else {
        throw Refusal(.invalid, "custody.order", field: "since")
      }
      try db.note("pass-evidence", request.facts(of: item), of: state, by: officer, at: now)
      try db.execute(
        """
        insert into custody (evidence, sequence, case_file, entry, holder, since, seal)
        select \(evidence), max(sequence) + 1, \(state.id), (select currval('entry_id_seq')), \(request.holder),
          \(request.since)::date, \(request.seal)
        from custody where evidence = \(evidence)
        """)
    }
  }
}

extension StoredContent {
  /// The file as evidence.
  ///
  /// - Throws: `evidence.executable`.
  func evidence() throws(Refusal) -> Evidence.File {
    Evidence.File(mediaType: try MediaType.of(head), size: size, digest: digest)
  }
}

extension Connection {
  /// Queues an item of evidence with its entry and the first link of its chain.
  func keep(
    _ request: EvidenceRequest, _ file: Evidence.File?, in state: CaseFileState, by officer: Officer, at now: Instant
  ) throws {
    try note("add-evidence", request.facts(file), of: state, by: officer, at: now)
    try execute(
      """
      insert into evidence (case_file, entry, kind, name, media_type, size, digest)
      values (\(state.id), (select currval('entry_id_seq')), \(request.kind), \(request.name), \(file?.mediaType),
        \(file?.size)::bigint, decode(\(file?.digest), 'hex'))
      """, orThrow: ["evidence_once": Refusal(.invalid, "evidence.twice", field: "file")])
    try execute(
      """
      insert into custody (evidence, sequence, case_file, entry, holder, since, seal)
      values ((select currval('evidence_id_seq')), 1, \(state.id), (select currval('entry_id_seq')), \(request.holder),
        \(request.since)::date, \(request.seal))
      """)
  }

  fileprivate func evidence(where condition: SQL) throws -> [Evidence] {
    let links = try all(
      """
      select c.evidence, c.holder, c.since, c.seal, e.agency, o.name as officer
      from custody c join evidence v on v.id = c.evidence join entry e on e.id = c.entry
        join officer o on o.id = e.officer
      where \(condition) order by c.evidence, c.sequence
      """
    ) { row -> (item: Int64, link: Evidence.Custody) in
      (
        try row["evidence"],
        Evidence.Custody(
          holder: try row["holder"], since: try row["since"], seal: try row["seal"], agency: try row["agency"],
          officer: try row["officer"])
      )
    }
    let chains = Dictionary(grouping: links, by: \.item).mapValues { $0.map(\.link) }
    return try all(
      """
      select v.id, f.number, v.kind, v.name, v.media_type, v.size, encode(v.digest, 'hex') as digest, e.recorded_at
      from evidence v join case_file f on f.id = v.case_file join entry e on e.id = v.entry
      where \(condition) order by v.id
      """
    ) { row in
      let id: Int64 = try row["id"]
      let type: String? = try row["media_type"]
      return Evidence(
        id: id, number: try row["number"], kind: try row["kind"], name: try row["name"],
        file: try type.map {
          Evidence.File(mediaType: $0, size: try row["size"], digest: try row["digest"])
        }, addedAt: try row["recorded_at"], custody: chains[id] ?? [])
    }
  }

  /// Locks a case file and reads its state.
  ///
  /// - Throws: `case.unknown`.
  func lockedFile(_ number: CaseNumber) throws -> CaseFileState {
    try execute("select from case_file where number = \(number) for update")
    let found = try first(
      "select \(CaseFileState.columns) from case_file c where c.number = \(number)", CaseFileState.init)
    guard let found else {
      throw Refusal(.notFound, "case.unknown", field: "number", ["case": .text(number.wire)])
    }
    return found
  }

  /// Queues an entry that belongs to the file as a whole, or to a proceeding of it, and moves no machine.
  func note(
    _ act: String, _ facts: [String: String], of file: CaseFileState, in proceeding: Int64? = nil,
    by officer: Officer, at now: Instant
  ) throws {
    let first: SQL = "(select min(id) from proceeding where case_file = \(file.id))"
    try append(
      NewEntry(act: act, milestone: nil, happenedOn: PartialDay(now.day()), facts: facts, fine: nil, confiscated: nil),
      to: "\(file.id)", as: file.revision + 1, in: proceeding.map { "\($0)" } ?? first, agency: officer.agency,
      by: officer, at: now)
    try execute("update case_file set revision = \(file.revision + 1) where id = \(file.id)")
  }
}

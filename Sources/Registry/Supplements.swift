import Casework
import Law
import Postgres

extension Registry {
  /// Adds to a case file what was found after it was logged, screens it anew, and returns its number.
  ///
  /// - Throws: `case.unknown`, what `SupplementRequest.checked` throws, `idempotency.reused`.
  public func supplement(
    _ request: SupplementRequest, to number: CaseNumber, once: IdempotencyKey, by officer: Officer, now: Instant
  ) async throws -> Done<CaseNumber> {
    let book = try await lawBook()
    do {
      try await database.transaction(officer.settings) { db in
        try db.execute("select from case_file where number = \(number) for update")
        let found = try db.later(
          "select \(CaseFileState.columns), c.search_text from case_file c where c.number = \(number)"
        ) { row in (state: try CaseFileState(row), text: try row["search_text"] as String) }
        let earlier = try db.earlierAnswer(once, by: officer)
        guard let (file, text) = try found.first() else {
          throw Refusal(.notFound, "case.unknown", field: "number", ["case": .text(number.wire)])
        }
        if let earlier = try earlier.first() {
          try once.matches(earlier.digest)
          throw AlreadyAnswered()
        }
        try request.checked(for: file, by: officer)
        try db.add(request, to: file, text, by: officer, at: now)
        try db.execute("select tally_settle((select currval('entry_id_seq')))")
        try db.screen(file.id, by: book, at: now)
        try db.keep(once, answer: "\(number)", by: officer, at: now)
      }
      return Done(value: number, isReplay: false)
    } catch is AlreadyAnswered {
      let earlier = try await database.read(officer.settings) { try $0.earlierAnswer(once, by: officer).first() }
      guard let earlier else { throw PostgresError.notCommitted }
      try once.matches(earlier.digest)
      return Done(value: number, isReplay: true)
    }
  }
}

extension Connection {
  /// Queues an entry, and what it adds. It stands in the file's first proceeding.
  fileprivate func add(
    _ request: SupplementRequest, to file: CaseFileState, _ text: String, by officer: Officer, at now: Instant
  ) throws {
    let facts = request.facts
    let proceeding: SQL = "(select min(id) from proceeding where case_file = \(file.id))"
    try append(
      NewEntry(
        act: "supplement", milestone: nil, happenedOn: PartialDay(now.day()), facts: facts, fine: nil,
        confiscated: nil),
      to: "\(file.id)", as: file.revision + 1, in: proceeding, agency: officer.agency, by: officer, at: now)
    let (parties, rights, goods) = (request.parties ?? [], request.rights ?? [], request.goods ?? [])
    try add(parties: parties, rights: rights, goods: goods, to: "\(file.id)", by: "(select currval('entry_id_seq'))")
    let found = SearchText(
      text.split(separator: "\u{1F}").map(String.init) + parties.map(\.name.wire) + rights.compactMap(\.name?.wire)
        + rights.compactMap(\.number?.wire) + goods.map(\.name.wire))
    let respondents = file.respondents + parties.filter { $0.role == .respondent }.map(\.name.wire)
    let amounts = request.amounts
    try execute(
      """
      update case_file set revision = \(file.revision + 1), search_text = \(found.text),
        grams = \(found.sqlArray)::int[], respondents = \(respondents.joined(separator: "；")),
        matter = coalesce(\(request.matter), matter),
        flags = coalesce(\(request.flags.map { TextArray($0.map(\.rawValue)) })::text[], flags),
        turnover_fen = coalesce(\(amounts?.turnover?.fen)::bigint, turnover_fen),
        gains_gross_fen = coalesce(\(amounts?.gainsGross?.fen)::bigint, gains_gross_fen),
        gains_net_fen = coalesce(\(amounts?.gainsNet?.fen)::bigint, gains_net_fen),
        gains_unstated_fen = coalesce(\(amounts?.gainsUnstated?.fen)::bigint, gains_unstated_fen),
        goods_value_fen = coalesce(\(amounts?.goodsValue?.fen)::bigint, goods_value_fen)
      where id = \(file.id)
      """)
  }

  /// Screens one file anew by what it holds now.
  func screen(_ file: Int64, by book: LawBook, at now: Instant) throws {
    let screened = try first(
      """
      select c.ip_type, c.turnover_fen, c.gains_net_fen,
        coalesce(c.goods_value_fen, (select sum(g.value_fen)::bigint from goods g where g.case_file = c.id)) as goods_fen,
        (select count(*)::int from ip_right r where r.case_file = c.id and r.kind = c.ip_type) as rights,
        (select e.happened_to from entry e where e.case_file = c.id and e.happened_to is not null
          and not exists (select from entry k where k.corrects = e.id) order by entry_place(e) limit 1) as known_on,
        (select string_agg(s.decided_on || '/' || s.ip_type, ' ')
          from earlier_sanctions(c.id, \(book.lookBackDay(from: now.day()))::date) s) as earlier,
        exists (select from party p where p.case_file = c.id and p.role = 'respondent'
          and p.identity_number is not null) as is_known
      from case_file c where c.id = \(file)
      """, Screening.init)
    try execute("select screening_forget(\(file))")
    guard let screened else { return }
    try keep(screened.findings(by: book, on: now.day()), of: "\(file)", at: now)
  }
}

import Casework
import Law
import Postgres

extension Registry {
  /// Logs a case file and returns its number.
  ///
  /// - Throws: What `CaseFileRequest.checked` and `CaseFileRequest.beginning` throw, `agency.unknown`,
  ///   `idempotency.reused`.
  public func log(
    _ request: CaseFileRequest, once: IdempotencyKey, by officer: Officer, now: Instant
  ) async throws -> Done<CaseNumber> {
    try request.checked(by: officer, on: now.day())
    let book = try await lawBook()
    do {
      let numbers = try await database.transaction(officer.settings) { db in
        // Only an opening with facts waits for certificates and agencies.
        let facts = request.proceeding?.facts
        let certified = facts == nil ? [] : try db.certified(facts, on: request.leadOn, of: officer).rows()
        let agencies = facts == nil ? [:] : Dictionary(try db.agencies(in: facts).rows()) { $1 }
        let step = try request.beginning(
          by: officer, today: now.day(),
          Surroundings(certified: Set(certified), book: book, agencies: agencies))
        let number = try db.add(NewCaseFile(logging: request, step, by: officer), by: officer, at: now, book)
        try db.keep(
          once, answer: "(select number from case_file where id = (select currval('case_file_id_seq')))", by: officer,
          at: now)
        return number
      }
      guard let number = numbers.first else { throw PostgresError.notCommitted }
      return Done(value: number, isReplay: false)
    } catch is AlreadyAnswered {
      let earlier = try await database.read(officer.settings) { try $0.earlierAnswer(once, by: officer).first() }
      guard let earlier else { throw PostgresError.notCommitted }
      try once.matches(earlier.digest)
      return Done(value: try CaseNumber(wire: earlier.answer), isReplay: true)
    }
  }

  /// The case file of that number, with everything in it but the docket. One round trip.
  ///
  /// - Throws: `case.unknown`, also where the officer may not know of it.
  public func caseFile(_ number: CaseNumber, for officer: Officer) async throws -> CaseFile {
    let found = try await database.read(officer.settings) { db in try db.caseFile(number, for: officer)() }
    guard let found else {
      throw Refusal(.notFound, "case.unknown", field: "number", ["case": .text(number.wire)])
    }
    return found
  }

  /// The case files that `filter` lets through, latest first.
  public func caseFiles(_ filter: CaseFileFilter, for officer: Officer) async throws -> [CaseFileSummary] {
    try await database.read(officer.settings) { db in
      if let planning = filter.planning { try db.execute(planning) }
      return try db.all(filter.query(for: officer), CaseFileSummary.init)
    }
  }

  /// How many case files `filter` lets through, whatever its limit and cursor; a number above
  /// `CaseFileFilter.countLimit` stands for all of them.
  public func count(_ filter: CaseFileFilter, for officer: Officer) async throws -> Int {
    try await database.read(officer.settings) { db in
      if let planning = filter.planning { try db.execute(planning) }
      let total: Int = try db.first(filter.counting(for: officer)) { try $0["total"] } ?? 0
      return min(total, filter.countLimit + 1)
    }
  }
}

extension Connection {
  /// Queues a case file with everything in it; the function returned waits for it.
  func caseFile(_ number: CaseNumber, for officer: Officer) throws -> () throws -> CaseFile? {
    let file: SQL = "(select id from case_file where number = \(number))"
    let head = try later(
      """
      select \(CaseFileSummary.columns), c.lead_source, c.channel, c.place, c.town, c.simple, c.matter,
        array_to_string(c.flags, ' ') as flags, c.turnover_fen, c.gains_gross_fen, c.gains_net_fen, c.gains_unstated_fen, c.goods_value_fen,
        s.key as source_key, s.title, s.url, s.publisher, s.enforcing_agency, s.law_articles, s.outcome,
        s.police_outcome, s.court_outcome, s.notes
      from case_file c left join published_source s on s.case_file = c.id where c.number = \(number)
      """, CaseFileHead.init)
    let parties = try later(
      "select role, kind, name, identity_kind, identity_number from party where case_file = \(file) order by id"
    ) { row in try Party(row) }
    let rights = try later("select kind, number, name from ip_right where case_file = \(file) order by id") { row in
      Right(kind: try row["kind"], number: try row["number"], name: try row["name"])
    }
    let goods = try later(
      "select name, quantity, unit, value_fen, price_basis from goods where case_file = \(file) order by id"
    ) { row in
      Goods(
        name: try row["name"], quantity: try row["quantity"], unit: try row["unit"], value: try row.yuan("value_fen"),
        priceBasis: try row["price_basis"])
    }
    let proceedings = try later(
      """
      select p.id, p.kind, p.state, p.agency, coalesce(r.receiving_agency, p.receiver) as receiving_agency, r.open,
        \(Proceeding.history),
        (select o.name from entry e join officer o on o.id = e.officer where e.case_file = p.case_file
          order by e.sequence desc limit 1) as latest_officer
      from proceeding p left join referral r on r.proceeding = p.id where p.case_file = \(file) order by p.id
      """
    ) { row in
      (proceeding: try Proceeding(row), isOpen: try row["open"] as Bool?, officer: try row["latest_officer"] as String?)
    }
    return {
      guard let found = try head.first() else { return nil }
      let steps = try proceedings.rows()
      let open = steps.first { $0.isOpen == true }?.proceeding.state
      let masks = found.head.owner != officer.agency
      let people = try parties.rows()
      let all = steps.map(\.proceeding)
      return CaseFile(
        head: found.head, leadSource: found.leadSource, channel: found.channel, place: found.place, town: found.town,
        isSimple: found.isSimple, matter: found.matter, flags: found.flags, amounts: found.amounts,
        parties: people.map { masks ? $0.masked : $0 }, rights: try rights.rows(), goods: try goods.rows(),
        proceedings: all, source: found.source,
        state: CaseFileState(
          id: found.head.id, number: found.head.number, owner: found.head.owner, revision: found.head.revision,
          openReferral: open, ipType: found.head.ipType,
          respondents: people.filter { $0.role == .respondent }.map(\.name.wire),
          others: all.map { Sibling(id: $0.id, kind: $0.kind, state: $0.state, origin: $0.origin) },
          assigned: Set(all.flatMap(\.assigned))),
        latestOfficer: steps.last?.officer ?? "")
    }
  }
}

/// The part of a case file that is one row.
private struct CaseFileHead {
  let head: CaseFileSummary
  let leadSource: LeadSource
  let channel: Channel?
  let place: String?
  let town: Town?
  let isSimple: Bool
  let matter: Matter?
  let flags: [CaseFlag]
  let amounts: Amounts
  let source: PublishedSource?

  init(_ row: Row) throws {
    head = try CaseFileSummary(row)
    leadSource = try row["lead_source"]
    channel = try row["channel"]
    place = try row["place"]
    town = try row["town"]
    isSimple = try row["simple"]
    matter = try row["matter"]
    flags = (try row["flags"] as String).split(separator: " ").compactMap { CaseFlag(rawValue: String($0)) }
    amounts = Amounts(
      turnover: try row.yuan("turnover_fen"), gainsGross: try row.yuan("gains_gross_fen"),
      gainsNet: try row.yuan("gains_net_fen"), gainsUnstated: try row.yuan("gains_unstated_fen"),
      goodsValue: try row.yuan("goods_value_fen"))
    let key: String? = try row["source_key"]
    source = try key.map { key in
      PublishedSource(
        key: key, title: try row["title"], url: try row["url"], publisher: try row["publisher"],
        enforcingAgency: try row["enforcing_agency"], lawArticles: try row["law_articles"],
        outcome: try row["outcome"], policeOutcome: try row["police_outcome"], courtOutcome: try row["court_outcome"],
        notes: try row["notes"])
    }
  }
}

extension CaseFileSummary {
  static let columns: SQL = """
    c.id, c.number, c.ip_type, c.summary, c.respondents, c.status, c.owner_agency, c.held_since, c.logged_at,
    c.revision, c.demo, c.due_at
    """

  init(_ row: Row) throws {
    let id: Int64 = try row["id"]
    let number: CaseNumber = try row["number"]
    let ipType: IPType = try row["ip_type"]
    let summary: String = try row["summary"]
    let respondents: String = try row["respondents"]
    let status: Status = try row["status"]
    self.init(
      id: id, number: number, ipType: ipType, summary: summary, respondents: respondents, kind: status.kind,
      state: status.state, owner: try row["owner_agency"], heldSince: try row["held_since"],
      loggedAt: try row["logged_at"], revision: try row["revision"], isDemo: try row["demo"],
      dueAt: try row["due_at"])
  }
}

/// Kind and state in one column, as `kind/state`.
private struct Status: Column {
  let kind: ProceedingKind
  let state: String

  var sqlText: String { "\(kind.rawValue)/\(state)" }

  init?(sqlText: String) {
    let parts = sqlText.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, let kind = ProceedingKind(rawValue: String(parts[0])) else { return nil }
    (self.kind, state) = (kind, String(parts[1]))
  }
}

extension Procedure {
  static let handlingActsArray = "{" + handlingActs.sorted().joined(separator: ",") + "}"
}

extension Proceeding {
  /// What the docket says of a proceeding `p`: who handled it, who was assigned, and how far its dates have come.
  static let history: SQL = """
    array(select distinct e.officer from entry e where e.case_file = p.case_file
      and e.act = any (\(Procedure.handlingActsArray)::text[])) as handled_by,
    p.facts ->> 'officers' as assigned, p.facts::text as known, p.origin,
    case when p.kind = 'measure' and p.state in ('in-force', 'extended') then
      (select min(k.due_at) from clock k where k.proceeding = p.id and k.ended_by is null and k.rule in ('P6', 'P7'))
    end as lapses_at,
    (select max(e.happened_from) from entry e where e.proceeding = p.id and e.act not in ('draft', 'supplement')
      and not exists (select from entry k where k.corrects = e.id)) as latest_day,
    (select string_agg(x.kind, ' ') from clock_pause x where x.proceeding = p.id and x.to_day is null) as paused
    """

  init(_ row: Row, id column: String = "id") throws {
    let id: Int64 = try row[column]
    let kind: ProceedingKind = try row["kind"]
    let state: String = try row["state"]
    let agency: AgencyCode = try row["agency"]
    let receiver: AgencyCode? = try row["receiving_agency"]
    let handled: Numbers = try row["handled_by"]
    let assigned: String? = try row["assigned"]
    let paused: String? = try row["paused"]
    let known: Facts = try row["known"]
    self.init(
      id: id, kind: kind, state: state, agency: agency, receiver: receiver, handledBy: Set(handled.values),
      assigned: (assigned ?? "").split(separator: "、").map(String.init), latestDay: try row["latest_day"],
      pausedFor: Set((paused ?? "").split(separator: " ").compactMap { Exclusion.Kind(rawValue: String($0)) }),
      known: known.values, origin: try row["origin"], lapsesAt: try row["lapses_at"])
  }
}

extension Party {
  init(_ row: Row) throws {
    self.init(
      role: try row["role"], kind: try row["kind"], name: try row["name"], identityNumber: try row["identity_number"])
  }

  /// The party with a natural person's number made unreadable but for its ends.
  var masked: Party {
    guard kind == .naturalPerson, let number = identityNumber else { return self }
    var masked = self
    do throws(IdentityFault) {
      let text = try ResidentIdentityNumber(parsing: number.wire).masked
      do throws(Refusal) { masked.identityNumber = try Line(wire: text) } catch { masked.identityNumber = nil }
    } catch {
      masked.identityNumber = nil
    }
    return masked
  }
}

import Casework
import Law
import Postgres

// The rows of a new case file, one by one or many in a statement.

extension Connection {
  /// Queues case files. Of one that an officer logs, an agency that does not exist is refused.
  func insert(caseFiles rows: [SQL], naming new: NewCaseFile?) throws {
    let refused = new.map {
      Refusal(.invalid, "agency.unknown", field: "owner_agency", ["agency": .text($0.owner.rawValue)])
    }
    try execute(
      """
      insert into case_file (
        id, year, ip_type, owner_agency, held_since, summary, respondents, status, lead_source, channel, place, town,
        matter, flags, turnover_fen, gains_gross_fen, gains_net_fen, gains_unstated_fen, goods_value_fen, simple, demo,
        revision, logged_by, logged_at, search_text, grams)
      overriding system value values \(SQL.joined(rows, by: ", "))
      """,
      orThrow: refused.map { ["case_file_owner_agency": $0] } ?? [:])
  }

  func insert(parties rows: [SQL]) throws {
    if rows.isEmpty { return }
    try execute(
      """
      insert into party (case_file, role, kind, name, identity_kind, identity_number, added_by)
      values \(SQL.joined(rows, by: ", "))
      """)
  }

  func insert(rights rows: [SQL]) throws {
    if rows.isEmpty { return }
    try execute("insert into ip_right (case_file, kind, number, name, added_by) values \(SQL.joined(rows, by: ", "))")
  }

  func insert(goods rows: [SQL]) throws {
    if rows.isEmpty { return }
    try execute(
      """
      insert into goods (case_file, name, quantity, unit, value_fen, price_basis, added_by)
      values \(SQL.joined(rows, by: ", "))
      """)
  }

  func insert(proceedings rows: [SQL]) throws {
    try execute(
      """
      insert into proceeding (id, case_file, kind, state, agency, since, facts)
      overriding system value values \(SQL.joined(rows, by: ", "))
      """)
  }

  func insert(sources rows: [SQL]) throws {
    try execute(
      """
      insert into published_source (
        case_file, agency, key, batch, title, url, publisher, enforcing_agency, law_articles, outcome, police_outcome,
        court_outcome, notes)
      values \(SQL.joined(rows, by: ", "))
      """)
  }
}

extension NewCaseFile {
  /// Its row in `case_file`.
  func row(_ id: SQL, by officer: Officer, at now: Instant) -> SQL {
    let amounts = request.amounts
    let texts =
      [request.summary.wire] + request.parties.map(\.name.wire) + (request.rights ?? []).compactMap(\.name?.wire)
      + (request.rights ?? []).compactMap(\.number?.wire) + (request.goods ?? []).map(\.name.wire)
      + [request.place?.wire ?? ""]
    let searchable = SearchText(texts)
    let isSimple = kind == .summary || request.simple == true
    return """
      (\(id), \(now.day().year), \(request.ipType), \(owner), \(now)::timestamptz, \(request.summary),
        \(request.respondents), \("\(kind.rawValue)/\(state)"), \(request.leadSource), \(request.channel),
        \(request.place), \(request.town), \(request.matter),
        \(TextArray(request.flags?.map(\.rawValue) ?? []))::text[], \(amounts?.turnover?.fen),
        \(amounts?.gainsGross?.fen), \(amounts?.gainsNet?.fen), \(amounts?.gainsUnstated?.fen),
        \(amounts?.goodsValue?.fen), \(isSimple), \(isDemo), \(entries.count), \(officer.id), \(now)::timestamptz,
        \(searchable.text), \(searchable.sqlArray)::int[])
      """
  }

  /// The row of its first proceeding.
  func proceeding(_ id: SQL, of file: SQL, at now: Instant) -> SQL {
    "(\(id), \(file), \(kind), \(state), \(owner), \(now)::timestamptz, \(Facts(values: known))::jsonb)"
  }

  /// Where it came from; `nil` where nobody published it.
  func sourceRow(of file: SQL, _ batch: Int64) -> SQL? {
    source.map { source in
      """
      (\(file), \(owner), \(source.key), \(batch), \(source.title), \(source.url), \(source.publisher),
        \(source.enforcingAgency), \(source.lawArticles), \(source.outcome), \(source.policeOutcome),
        \(source.courtOutcome), \(source.notes))
      """
    }
  }
}

extension [Party] {
  func rows(of file: SQL, by entry: SQL) throws -> [SQL] {
    try map { party throws -> SQL in
      let identity = try party.identity()
      return "(\(file), \(party.role), \(party.kind), \(party.name), \(identity?.kind), \(identity?.number), \(entry))"
    }
  }
}

extension [Right] {
  func rows(of file: SQL, by entry: SQL) throws -> [SQL] {
    try map { right throws -> SQL in
      "(\(file), \(right.kind), \(try right.canonicalNumber()), \(right.name), \(entry))"
    }
  }
}

extension [Goods] {
  func rows(of file: SQL, by entry: SQL) -> [SQL] {
    map { item -> SQL in
      """
      (\(file), \(item.name), \(item.quantity)::numeric, \(item.unit), \(item.value?.fen)::bigint, \(item.priceBasis),
        \(entry))
      """
    }
  }
}

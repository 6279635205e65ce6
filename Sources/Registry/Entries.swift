import Casework
import Law
import Postgres
import Secrets

extension Registry {
  /// The docket of a case file, oldest entry first.
  ///
  /// - Throws: `case.unknown`.
  public func entries(of number: CaseNumber, for officer: Officer) async throws -> [Entry] {
    let found = try await database.read(officer.settings) { db in
      try db.all(
        """
        select \(Entry.columns) from \(Entry.tables)
        where e.case_file = (select id from case_file where number = \(number)) order by e.sequence
        """, Entry.init)
    }
    if found.isEmpty { throw Refusal(.notFound, "case.unknown", field: "number", ["case": .text(number.wire)]) }
    return found.map { $0.masked(for: officer) }
  }
}

extension Entry {
  static let columns: SQL = """
    e.id, e.sequence, e.proceeding, p.kind, e.act, e.milestone, e.agency, o.name as officer, e.happened_from,
    e.happened_to, e.recorded_at, e.facts, k.sequence as corrects, encode(e.digest, 'hex') as digest
    """
  static let tables: SQL = """
    entry e join proceeding p on p.id = e.proceeding join officer o on o.id = e.officer
    left join entry k on k.id = e.corrects
    """

  init(_ row: Row) throws {
    let facts: Facts = try row["facts"]
    self.init(
      id: try row["id"], sequence: try row["sequence"], proceeding: try row["proceeding"], kind: try row["kind"],
      act: try row["act"], milestone: try row["milestone"], agency: try row["agency"], officer: try row["officer"],
      happenedOn: try row.partialDay("happened_from", "happened_to"), recordedAt: try row["recorded_at"],
      facts: facts.values.filter { $0.key != Facts.salt }, corrects: try row["corrects"], digest: try row["digest"])
  }
}

extension Entry {
  /// The entry with facts that it keeps elsewhere.
  func saying(_ more: [String: String]) -> Entry {
    Entry(
      id: id, sequence: sequence, proceeding: proceeding, kind: kind, act: act, milestone: milestone, agency: agency,
      officer: officer, happenedOn: happenedOn, recordedAt: recordedAt, facts: facts.merging(more) { $1 },
      corrects: corrects, digest: digest)
  }

  /// The entry without what only the agency that recorded it is shown.
  func masked(for officer: Officer) -> Entry {
    officer.agency == agency ? self : withoutConfidence
  }

  /// The entry as whoever may be told of the case sees it: without who reported it and how to reach them, and without the
  /// digest, against which a guess could be tried.
  public var withoutConfidence: Entry {
    if FactField.confidential.isDisjoint(with: facts.keys) { return self }
    return Entry(
      id: id, sequence: sequence, proceeding: proceeding, kind: kind, act: act, milestone: milestone, agency: agency,
      officer: officer, happenedOn: happenedOn, recordedAt: recordedAt,
      facts: facts.filter { !FactField.confidential.contains($0.key) }, corrects: corrects, digest: "")
  }
}

extension Connection {
  /// Queues an entry. The database chains it to the one before.
  func append(
    _ entry: NewEntry, to file: SQL, as sequence: Int, in proceeding: SQL, agency: AgencyCode, by officer: Officer,
    at now: Instant, correcting corrected: Int64? = nil
  ) throws {
    try insert(entries: [
      entry.row(of: file, as: sequence, in: proceeding, agency: agency, by: officer, at: now, correcting: corrected)
    ])
  }

  /// Queues entries, those of a file in the order of their sequence.
  func insert(entries rows: [SQL]) throws {
    try execute(
      """
      insert into entry (
        case_file, sequence, proceeding, act, milestone, agency, officer, happened_from, happened_to, recorded_at,
        facts, fine_fen, confiscated_fen, corrects)
      values \(SQL.joined(rows, by: ", "))
      """)
  }
}

extension NewEntry {
  /// Its row. What is confidential is kept with a salt, so that the digest that the next entry names does not let anybody
  /// try a guess.
  func row(
    of file: SQL, as sequence: Int, in proceeding: SQL, agency: AgencyCode, by officer: Officer, at now: Instant,
    correcting corrected: Int64? = nil
  ) -> SQL {
    var facts = facts
    if !FactField.confidential.isDisjoint(with: facts.keys) { facts[Facts.salt] = Token.random().text }
    return """
      (\(file), \(sequence), \(proceeding), \(act), \(milestone), \(agency), \(officer.id), \(happenedOn?.first)::date,
        \(happenedOn?.last)::date, \(now)::timestamptz, \(Facts(values: facts))::jsonb, \(fine)::bigint,
        \(confiscated)::bigint, \(corrected))
      """
  }
}

import Casework
import Law
import Postgres

extension CaseFileFilter {
  /// The list's statement. It walks the officer's access rows from the latest file back, so that it costs every role
  /// the same.
  func query(for officer: Officer) -> SQL {
    if byDue {
      return """
        select \(CaseFileSummary.columns)
        from case_file c join case_access a on a.case_file = c.id and a.agency = \(officer.agency)
        where true \(conditions) order by c.due_at, c.id limit \(limited)
        """
    }
    let cursor: SQL = before.map { "and a.case_file < \($0)" } ?? ""
    return """
      select \(CaseFileSummary.columns)
      from case_access a join case_file c on c.id = a.case_file
      where a.agency = \(officer.agency) \(cursor) \(conditions)
      order by a.case_file desc limit \(limited)
      """
  }

  /// The usual limit stands in the statement, where the planner sees it: a bound one is planned anew at every call,
  /// which costs as much again as the list. Others stay bound, so that they cannot fill the statements kept prepared.
  private var limited: SQL { limit == Self.usualLimit ? SQL(stringLiteral: String(limit)) : "\(limit)" }

  /// The statement that counts, up to one more than `countLimit`.
  func counting(for officer: Officer) -> SQL {
    """
    select count(*) as total from (
      select from case_access a join case_file c on c.id = a.case_file
      where a.agency = \(officer.agency) \(conditions) limit \(Self.countLimit + 1)) counted
    """
  }

  private var conditions: SQL {
    var parts: [SQL] = byDue ? ["and c.due_at is not null"] : []
    let text = SearchText.fold(search ?? "")
    if text.utf8.contains(0) { return "and false" }
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      let grams = "{" + SearchText.needed(for: word).map(String.init).joined(separator: ",") + "}"
      let inText: SQL = "c.grams @> \(grams)::int[] and strpos(c.search_text, \(word)) > 0"
      // The number is the database's own, so it is not among the grams; only what can be part of one looks there.
      let isNumeric = word.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == 45 }
      parts.append(isNumeric ? "and (\(inText) or strpos(c.number, \(word)) > 0)" : "and \(inText)")
    }
    if let ipType { parts.append("and c.ip_type = \(ipType)") }
    if let owner { parts.append("and c.owner_agency = \(owner)") }
    switch (kind, state) {
    case (let kind?, let state?): parts.append("and c.status = \("\(kind.rawValue)/\(state)")")
    case (let kind?, nil): parts.append("and starts_with(c.status, \("\(kind.rawValue)/"))")
    case (nil, let state?): parts.append("and split_part(c.status, '/', 2) = \(state)")
    case (nil, nil): break
    }
    if let cell { parts.append("and exists (select from entry e where e.case_file = c.id and \(cell.condition))") }
    return SQL.joined(parts, by: " ")
  }
}

extension ReportCell {
  /// What an entry `e` must fulfil to be counted. The reports and the lists that their numbers open share it.
  public var condition: SQL {
    var parts: [SQL] = [
      """
      e.milestone = \(milestone) and e.happened_from >= \(period.lowerBound)::date
      and e.happened_to <= \(period.upperBound)::date and \(Self.recorded(asOf))
      """
    ]
    if let agency { parts.append("and e.agency = \(agency)") }
    if withFine { parts.append("and e.fine_fen is not null") }
    if withConfiscation { parts.append("and e.confiscated_fen is not null") }
    return SQL.joined(parts, by: " ")
  }

  /// That an entry `e` was recorded by then, and not yet corrected, in a file that the reader might see by then.
  public static func recorded(_ asOf: Instant) -> SQL {
    """
    e.recorded_at <= \(asOf)::timestamptz
    and (select v.first_since <= \(asOf)::timestamptz from case_access v
      where v.case_file = e.case_file and v.agency = (select ipcase_agency()))
    and not exists (select from entry k where k.corrects = e.id and k.recorded_at <= \(asOf)::timestamptz)
    """
  }
}

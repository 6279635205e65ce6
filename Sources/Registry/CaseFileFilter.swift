import Casework
import Law
import Postgres

extension CaseFileFilter {
  /// The list's statement. It walks the officer's access rows from the latest file back, so that it costs every role
  /// the same.
  func query(for officer: Officer) -> SQL {
    if byDue {
      return """
        select \(CaseFileSummary.columns) from seen_case_file c
        where c.agency = \(officer.agency) \(conditions) order by c.due_at, c.id limit \(limited)
        """
    }
    if search != nil { return searching(for: officer) }
    return """
      select \(CaseFileSummary.columns) from seen_case_file c
      where c.agency = \(officer.agency) \(cursor("id")) \(conditions) order by c.id desc limit \(limited)
      """
  }

  /// The statement of a list that is searched. What is common is found among the latest files; only where they do not
  /// fill the list, all are looked up by the index of pieces. No guess at how common a word is decides.
  private func searching(for officer: Officer) -> SQL {
    """
    \(recent(for: officer, limit: limited, cursor("case_file")))
    select * from recent where (select count(*) from recent) = \(limited)
    union all (select \(CaseFileSummary.columns) from seen_case_file c
      where (select count(*) from recent) < \(limited) and \(indexed(for: officer)) \(cursor("id"))
      order by c.id + 0 desc limit \(limited))
    order by id desc
    """
  }

  /// Those found among the latest files that the officer may see.
  private func recent(for officer: Officer, limit: SQL, _ cursor: SQL) -> SQL {
    """
    with recent as materialized (
      select \(CaseFileSummary.columns)
      from (select c.case_file from case_access c where c.agency = \(officer.agency) \(cursor)
        order by c.case_file desc limit 2000) latest
      join seen_case_file c on c.id = latest.case_file
      where c.agency = \(officer.agency) \(conditions) order by c.id desc limit \(limit))
    """
  }

  /// What lets the index of pieces answer by itself.
  private func indexed(for officer: Officer) -> SQL {
    "c.agency = \(officer.agency) and c.seen_by @> array[\(officer.agency)] \(conditions)"
  }

  private func cursor(_ key: String) -> SQL { before.map { "and c.\(trusted: key) < \($0)" } ?? "" }

  /// What goes before a statement that searches: it is planned for the very agency and word.
  var planning: SQL? { search == nil ? nil : "select set_config('plan_cache_mode', 'force_custom_plan', true)" }

  /// The usual limit stands in the statement, where the planner sees it: a bound one is planned anew at every call,
  /// which costs as much again as the list. Others stay bound, so that they cannot fill the statements kept prepared.
  private var limited: SQL { limit == Self.usualLimit ? SQL(stringLiteral: String(limit)) : "\(limit)" }

  /// The statement that counts, up to one more than `countLimit`.
  func counting(for officer: Officer) -> SQL {
    if search != nil {
      return """
        \(recent(for: officer, limit: "50", ""))
        select case when (select count(*) from recent) = 50
          then (select count(*) from (select from seen_case_file c where c.agency = \(officer.agency) \(conditions)
            limit \(countLimit + 1)) counted)
          else (select count(*) from seen_case_file c where \(indexed(for: officer))) end as total
        """
    }
    let narrowing = conditions
    let counted: SQL =
      narrowing.text.isEmpty
      ? "case_access c where c.agency = \(officer.agency)"
      : "seen_case_file c where c.agency = \(officer.agency) \(narrowing)"
    return "select count(*) as total from (select from \(counted) limit \(countLimit + 1)) counted"
  }

  /// That a number has `word` in it; a whole one, with its year or without, is looked up by its index.
  private static func inNumber(_ word: String) -> SQL {
    if word.utf8.count >= 6, let key = Int64(word), key > 0 { return "c.id = \(key)" }
    do throws(Refusal) { return "c.number = \(try CaseNumber(wire: word))" } catch {
      return "strpos(c.number, \(word)) > 0"
    }
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
      parts.append(isNumeric ? "and (\(inText) or \(Self.inNumber(word)))" : "and \(inText)")
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

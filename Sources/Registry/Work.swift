import Casework
import Postgres

/// A case file that waits for an act of the officer's.
public struct WorkItem: Sendable, Equatable {
  /// The file.
  public let file: CaseFileSummary
  /// The proceeding in which it waits.
  public let proceeding: Proceeding
  /// What the officer may do, in the order of a case's life.
  public let acts: [ActRule]
}

extension Registry {
  /// The files that wait for an act of this officer's, nearest due first, and how many there are, up to 500: those that
  /// the officer's agency has, and those in which it conducts a proceeding or is to answer in one.
  public func work(limit: Int, for officer: Officer) async throws -> (files: [WorkItem], total: Int) {
    let rows = try await database.read(officer.settings) { db in
      let own = try db.later(
        """
        \(Self.waiting)
        where c.owner_agency = \(officer.agency) and p.kind <> 'referral'
          and \(Self.isTurn(officer, at: [.owner, .conductor]))
        order by c.due_at nulls last, c.held_since, c.id limit 500
        """, Self.waitingRow)
      let guest = try db.later(
        """
        \(Self.waiting)
        where c.owner_agency <> \(officer.agency) and (
          (p.agency = \(officer.agency) and \(Self.isTurn(officer, at: [.conductor])))
          or (p.receiver = \(officer.agency) and \(Self.isTurn(officer, at: [.receiver]))))
        order by c.due_at nulls last, c.held_since, c.id limit 500
        """, Self.waitingRow)
      return try own.rows() + guest.rows()
    }
    let items = rows.compactMap { row -> WorkItem? in
      let acts = row.proceeding.allowed(to: officer, in: row.state)
      return acts.allSatisfy(\.turnsBack)
        ? nil : WorkItem(file: row.file, proceeding: row.proceeding, acts: acts)
    }
    return (Array(items.prefix(limit)), items.count)
  }

  /// That it is the officer's turn in a proceeding `p`. The state by itself is what an index is asked for: most
  /// proceedings of a register are over.
  private static func isTurn(_ officer: Officer, at sides: Set<ActRule.Side>) -> SQL {
    let turns = officer.turns(at: sides)
    let states = Set(turns.compactMap { $0.split(separator: "/").last.map(String.init) })
    return """
      p.state = any (\(TextArray(states.sorted()))::text[])
      and p.kind || '/' || p.state = any (\(TextArray(turns.sorted()))::text[])
      """
  }

  private static let waiting: SQL = """
    select \(CaseFileSummary.columns), p.id as proceeding, p.kind, p.state, p.agency,
      coalesce(r.receiving_agency, p.receiver) as receiving_agency, \(Proceeding.history),
      (select q.state from referral o join proceeding q on q.id = o.proceeding
        where o.case_file = c.id and o.open) as open_referral
    from case_file c join proceeding p on p.case_file = c.id left join referral r on r.proceeding = p.id
    """

  private static func waitingRow(_ row: Row) throws -> (
    file: CaseFileSummary, proceeding: Proceeding, state: CaseFileState
  ) {
    let file = try CaseFileSummary(row)
    let state = CaseFileState(
      id: file.id, number: file.number, owner: file.owner, revision: file.revision,
      openReferral: try row["open_referral"], ipType: file.ipType)
    return (file, try Proceeding(row, id: "proceeding"), state)
  }
}

extension Officer {
  /// The states, as `kind/state`, in which the officer's roles allow some act on one of these sides.
  func turns(at sides: Set<ActRule.Side>) -> Set<String> {
    Set(
      ProceedingKind.allCases.flatMap { kind in
        (kind.procedure?.rules ?? []).filter { sides.contains($0.side) && isOne(of: $0.roles) }
          .flatMap { rule in rule.from.map { "\(kind.rawValue)/\($0)" } }
      })
  }
}

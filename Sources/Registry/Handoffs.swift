import Casework
import Law
import Postgres

extension Registry {
  /// The handoffs that concern the officer's agency, or for a procuratorate all that it may see, those due first; at most
  /// 1,000. What the other agency does not yet know of is not among them.
  public func handoffs(for officer: Officer) async throws -> [Handoff] {
    let concerns: SQL =
      officer.agencyKind == .procuratorate
      ? "true" : "\(officer.agency) in (p.agency, coalesce(r.receiving_agency, p.receiver))"
    let open = ProceedingKind.allCases.flatMap { kind in
      (kind.procedure?.states ?? []).filter { kind.procedure?.turn(in: $0) != nil }.map { "\(kind.rawValue)/\($0)" }
    }
    return try await database.read(officer.settings) { db in
      try db.all(
        """
        select p.id, p.kind, c.number, c.summary, p.agency as sender, coalesce(r.receiving_agency, p.receiver) as receiver,
          p.state, p.since, k.due_at, k.agency as liable
        from proceeding p join case_file c on c.id = p.case_file left join referral r on r.proceeding = p.id
        left join lateral (select k.due_at, k.agency from clock k
          where k.proceeding = p.id and k.ended_by is null and k.due_at is not null order by k.due_at limit 1) k on true
        where coalesce(r.receiving_agency, p.receiver) is not null and (r.proceeding is null or r.sent_at is not null)
          and p.kind || '/' || p.state = any (\(TextArray(open))::text[]) and \(concerns)
        order by k.due_at nulls last, p.since, p.id limit 1000
        """
      ) { row in
        Handoff(
          id: try row["id"], kind: try row["kind"], number: try row["number"], summary: try row["summary"],
          sender: try row["sender"], receiver: try row["receiver"], state: try row["state"], since: try row["since"],
          dueAt: try row["due_at"], liable: try row["liable"])
      }
    }
  }
}

import Casework
import Law
import Postgres

extension Registry {
  /// The handoffs that concern the officer's agency, or for a procuratorate all that it may see, those due first; at most
  /// 1,000. What the other agency does not yet know of is not among them, nor is the end of what may pass once it has.
  public func handoffs(for officer: Officer, now: Instant) async throws -> [Handoff] {
    let concerns: SQL =
      officer.agencyKind == .procuratorate
      ? "true" : "\(officer.agency) in (p.agency, coalesce(r.receiving_agency, p.receiver))"
    let open = ProceedingKind.allCases.flatMap { kind in
      (kind.procedure?.states ?? []).filter { kind.procedure?.turn(in: $0) != nil }.map { "\(kind.rawValue)/\($0)" }
    }
    let runs: SQL = "k.ended_by is null and (not k.is_option or k.due_at >= \(now)::timestamptz)"
    return try await database.read(officer.settings) { db in
      try db.all(
        """
        select p.id, p.kind, c.number, c.summary, p.agency as sender, coalesce(r.receiving_agency, p.receiver) as receiver,
          p.state, p.since, k.due_at, k.agency as liable, s.due_at as sender_due, w.due_at as receiver_due
        from proceeding p join case_file c on c.id = p.case_file left join referral r on r.proceeding = p.id
        left join lateral (select min(k.due_at) as due_at from clock k
          where k.proceeding = p.id and \(runs) and k.agency = p.agency) s on true
        left join lateral (select min(k.due_at) as due_at from clock k
          where k.proceeding = p.id and \(runs) and k.agency = coalesce(r.receiving_agency, p.receiver)) w
          on true
        left join lateral (select k.due_at, k.agency from clock k
          where k.proceeding = p.id and \(runs) and k.due_at is not null order by k.due_at limit 1) k on true
        where coalesce(r.receiving_agency, p.receiver) is not null and (r.proceeding is null or r.sent_at is not null)
          and p.kind || '/' || p.state = any (\(TextArray(open))::text[]) and \(concerns)
        order by k.due_at nulls last, p.since, p.id limit 1000
        """
      ) { row in
        let nearest = (at: try row["due_at"] as Instant?, liable: try row["liable"] as AgencyCode?)
        let (sender, receiver): (AgencyCode, AgencyCode) = (try row["sender"], try row["receiver"])
        let (kind, state): (ProceedingKind, String) = (try row["kind"], try row["state"])
        let turn = kind.procedure?.turn(in: state, sender: sender, receiver: receiver)
        let own: Instant? = try turn.flatMap { try row[$0 == receiver ? "receiver_due" : "sender_due"] }
        return Handoff(
          id: try row["id"], kind: kind, number: try row["number"], summary: try row["summary"], sender: sender,
          receiver: receiver, state: state, since: try row["since"], dueAt: own ?? nearest.at,
          liable: own == nil ? nearest.liable : turn)
      }
    }
  }
}

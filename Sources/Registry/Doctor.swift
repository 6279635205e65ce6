import Casework
import Postgres

/// Something that must not be: which rule is broken, in which case file.
public struct Breach: Sendable, Equatable {
  /// Name of the rule.
  public let rule: String
  /// Number of the case file.
  public let number: CaseNumber
}

extension Registry {
  /// The rules that `examine` checks, each with the case files that break it. All are invariants that acts keep; a
  /// finding means that somebody changed the database by hand, or that the program is wrong.
  static let rules: [(name: String, query: SQL)] = [
    (
      "chain",
      """
      select distinct c.number from entry e join case_file c on c.id = e.case_file
      left join entry b on b.case_file = e.case_file and b.sequence = e.sequence - 1
      where e.digest <> entry_digest(e) or e.previous <> coalesce(b.digest, decode(repeat('00', 32), 'hex'))
      """
    ),
    (
      "sequence",
      """
      select c.number from case_file c left join entry e on e.case_file = c.id
      group by c.id having count(e.id) <> c.revision or coalesce(max(e.sequence), 0) <> c.revision
      """
    ),
    (
      "owner",
      """
      select c.number from case_file c
      where (select count(*) from case_access a where a.case_file = c.id and a.ground = 'owner') <> 1
        or not exists (select from case_access a
          where a.case_file = c.id and a.ground = 'owner' and a.agency = c.owner_agency)
      """
    ),
    (
      "supervision",
      """
      select c.number from case_file c, agency g where g.kind = 'procuratorate' and not c.simple
        and not exists (select from case_access a where a.case_file = c.id and a.agency = g.code)
      """
    ),
    (
      "status",
      """
      select c.number from case_file c where not exists (select from proceeding p
        where p.case_file = c.id and c.status = p.kind || '/' || p.state)
      """
    ),
    (
      "referral",
      """
      select c.number from referral r join proceeding p on p.id = r.proceeding join case_file c on c.id = r.case_file
      where r.open <> (p.state in ('drafted', 'approved', 'sent', 'received'))
        or (r.approved_at is null and p.state in ('approved', 'sent', 'received', 'police-filed', 'police-not-filed'))
        or (p.state = 'received' and c.owner_agency <> r.receiving_agency)
      """
    ),
    (
      "notice",
      """
      select c.number from referral r join case_file c on c.id = r.case_file
      where r.sent_at is not null and not exists (select from outbox o join entry e on e.id = o.entry
        where e.proceeding = r.proceeding and o.agency = r.receiving_agency and o.kind = 'referral.send')
      """
    ),
    (
      "clock",
      """
      select c.number from clock k join proceeding p on p.id = k.proceeding join case_file c on c.id = k.case_file
      where k.ended_by is null
        and p.state in ('closed', 'not-filed', 'concluded', 'returned', 'refused', 'withdrawn', 'police-not-filed')
      """
    ),
    (
      "due",
      """
      select c.number from case_file c where c.due_at is distinct from
        (select min(k.due_at) from clock k
          where k.case_file = c.id and k.ended_by is null and k.agency = c.owner_agency)
      """
    ),
    (
      "stuck",
      """
      select c.number from case_file c
      where not c.demo and c.status not in ('penalty/closed', 'penalty/not-filed')
        and not exists (select from officer o where o.agency = c.owner_agency and o.active
          and o.roles && array['clerk', 'case-officer', 'reviewer', 'head', 'acting-head', 'deputy-head'])
      """
    ),
  ]

  /// Names of the rules.
  public static let doctorRules = rules.map(\.name)

  /// Every case file that breaks a rule. Needs the administrator's connection, which sees all.
  public func examine() async throws -> [Breach] {
    try await database.snapshot { db in
      try Self.rules.flatMap { rule in
        try db.all("select number from (\(rule.query)) broken order by number") { row in
          Breach(rule: rule.name, number: try row["number"])
        }
      }
    }
  }
}

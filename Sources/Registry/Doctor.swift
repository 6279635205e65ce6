import Casework
import Law
import Postgres

/// Something that must not be: which rule is broken, in which case file.
public struct Breach: Sendable, Equatable {
  /// Name of the rule.
  public let rule: String
  /// Number of the case file.
  public let number: CaseNumber
}

extension Registry {
  /// That the import of a file `c` was not taken back: then nobody sees it.
  private static let stands: SQL = """
    not exists (select from published_source s join import_batch b on b.id = s.batch
      where s.case_file = c.id and b.undone_at is not null)
    """

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
      where ((select count(*) from case_access a where a.case_file = c.id and a.ground = 'owner') <> 1
        or not exists (select from case_access a
          where a.case_file = c.id and a.ground = 'owner' and a.agency = c.owner_agency)) and \(Self.stands)
      """
    ),
    (
      "supervision",
      """
      select c.number from case_file c, agency g where g.kind = 'procuratorate' and not c.simple
        and not exists (select from case_access a where a.case_file = c.id and a.agency = g.code) and \(Self.stands)
      """
    ),
    (
      "seen",
      """
      select c.number from case_file c where array(select unnest(c.seen_by) order by 1)
        <> array(select a.agency from case_access a where a.case_file = c.id order by 1)
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
      where r.open <> (p.state in ('drafted', 'verifying', 'reported', 'approved', 'sent', 'received', 'supplementing',
          'passed-on', 'forwarded', 'reconsidering', 'supervision-sought', 'proposed', 'declined', 'escalated')
          and (p.kind, p.state) <> ('transfer', 'received'))
        or (r.approved_at is null and p.state in ('approved', 'sent', 'received', 'police-filed', 'police-not-filed'))
        or (p.kind = 'referral' and p.state in ('received', 'supplementing', 'forwarded') and c.owner_agency <> r.receiving_agency)
        or (p.state in ('reconsidering', 'supervision-sought') and c.owner_agency <> r.sending_agency)
      """
    ),
    (
      "notice",
      """
      select c.number from referral r join case_file c on c.id = r.case_file
      where r.sent_at is not null and r.basis <> 'transfer' and not exists (select from outbox o join entry e on e.id = o.entry
        where e.proceeding = r.proceeding and o.agency = r.receiving_agency and o.kind in ('referral.send', 'referral.pass-on'))
      """
    ),
    (
      "clock",
      """
      select c.number from clock k join proceeding p on p.id = k.proceeding join case_file c on c.id = k.case_file
      where k.ended_by is null
        and p.kind || '/' || p.state = any (\(finalStates)::text[])
      """
    ),
    (
      "due",
      """
      select c.number from case_file c where c.due_at is distinct from
        (select min(k.due_at) from clock k
          where k.case_file = c.id and k.ended_by is null and k.agency = c.owner_agency and not k.is_option)
      """
    ),
    // An open proceeding whose agency has nobody who could take its next act.
    (
      "next-act",
      """
      select c.number from proceeding p join case_file c on c.id = p.case_file
      left join referral r on r.proceeding = p.id
      where not c.demo and p.state <> 'recorded' and \(Self.stands)
        and p.kind || '/' || p.state <> all (\(finalStates)::text[])
        and not exists (select from unnest(\(nextRoles)::text[]) as need, officer o
          where need like p.kind || '/' || p.state || '/%' and o.active and split_part(need, '/', 4) = any (o.roles)
            and o.agency = case split_part(need, '/', 3) when 'receiver' then coalesce(r.receiving_agency, p.receiver)
              else p.agency end)
      """
    ),
    (
      "facts",
      """
      select c.number from proceeding p join case_file c on c.id = p.case_file
      where p.facts <> proceeding_facts(p.id)
      """
    ),
    // A decision on a case that had a hearing, without the legal review that must come after it.
    (
      "review",
      """
      select c.number from entry d join proceeding p on p.id = d.proceeding join case_file c on c.id = d.case_file
      where p.kind = 'penalty' and d.act = 'decide' and not exists (
        select from entry r where r.proceeding = d.proceeding and r.act in ('agree', 'clear')
          and r.sequence < d.sequence
          and (r.act = 'clear' or not exists (select from proceeding h
            where h.origin = p.id and h.kind = 'hearing' and h.state = 'reported' and h.since < d.recorded_at)))
      """
    ),
    (
      "ledger",
      """
      select c.number from sanction s join case_file c on c.id = s.case_file
      where s.kind in ('fine', 'gains') and not exists (select from ledger_line l
        where l.entry = s.entry and l.amount_fen = s.amount_fen and l.party = s.party)
      """
    ),
  ]

  /// A seizure or a registration past its limit that nobody lifted, confiscated or handed over: it has lapsed by itself,
  /// and what was taken is still held.
  private static func lapsed(at now: Instant) -> SQL {
    """
    select c.number from proceeding p join case_file c on c.id = p.case_file
    join clock k on k.proceeding = p.id and k.ended_by is null and k.rule in ('P6', 'P7')
    where p.kind = 'measure' and p.state in ('in-force', 'extended') and k.due_at < \(now)::timestamptz
    """
  }

  /// The states, as `kind/state`, in which a proceeding is over.
  private static let finalStates =
    "{"
    + ProceedingKind.allCases.flatMap { kind in
      (kind.procedure?.finalStates ?? []).map { "\(kind.rawValue)/\($0)" }
    }.sorted().joined(separator: ",") + "}"

  /// The roles, as `kind/state/side/role`, that can lead a proceeding on.
  private static let nextRoles =
    "{"
    + ProceedingKind.allCases.flatMap { kind in
      (kind.procedure?.rules ?? []).filter { $0.to != nil }.flatMap { rule in
        rule.from.flatMap { state in rule.roles.map { "\(kind.rawValue)/\(state)/\(rule.side.rawValue)/\($0.rawValue)" }
        }
      }
    }.sorted().joined(separator: ",") + "}"

  /// Names of the rules.
  public static let doctorRules = rules.map(\.name) + ["lapsed"]

  /// Every case file that breaks a rule at `now`. Needs the administrator's connection, which sees all.
  public func examine(now: Instant) async throws -> [Breach] {
    try await database.snapshot { db in
      // A register of a million files takes its time.
      try db.execute("set local statement_timeout = 0")
      return try (Self.rules + [(name: "lapsed", query: Self.lapsed(at: now))]).flatMap { rule in
        try db.all("select number from (\(rule.query)) broken order by number") { row in
          Breach(rule: rule.name, number: try row["number"])
        }
      }
    }
  }
}

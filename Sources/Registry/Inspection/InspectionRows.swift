import Casework
import Law
import Postgres

extension InspectionPlan.Scope: Column {}
extension InspectionPlan.Kind: Column {}
extension InspectionPlan.State: Column {}
extension InspectionResult.Category: Column {}
extension SampleSize: Column {}

extension Commitment: Column {
  public var sqlText: String { hex }
  public init?(sqlText: String) { self.init(hex: sqlText) }
}

extension InspectionPlan {
  /// Plans with their commitment and draw; a condition on `p` follows.
  static let selection: SQL = """
    select p.id, p.agency, p.title, p.scope, p.kind, p.condition, p.sample, p.team, p.state, p.created_at,
      o.name as created_by,
      (select count(*) from inspection_target t where t.plan = p.id) as targets,
      (select count(*) from inspector i where i.plan = p.id) as inspectors,
      c.digest, c.committed_at, co.name as committed_by,
      d.seed, d.seed_source, d.seed_at, d.witness, d.run_at, dr.name as run_by
    from inspection_plan p join officer o on o.id = p.officer
    left join inspection_commitment c on c.plan = p.id left join officer co on co.id = c.officer
    left join inspection_draw d on d.plan = p.id left join officer dr on dr.id = d.officer
    """

  init(_ row: Row) throws {
    let (digest, seed): (Commitment?, Line?) = (try row["digest"], try row["seed"])
    self.init(
      id: try row["id"], agency: try row["agency"], title: try row["title"], scope: try row["scope"],
      kind: try row["kind"], condition: try row["condition"], sample: try row["sample"],
      targetCount: try row["targets"], inspectorCount: try row["inspectors"], team: try row["team"],
      state: try row["state"], createdAt: try row["created_at"], createdBy: try row["created_by"],
      committed: try digest.map { digest in
        Committed(commitment: digest, at: try row["committed_at"], officer: try row["committed_by"])
      },
      drawn: try seed.map { seed in
        let at: Instant = try row["seed_at"]
        let request = DrawRequest(
          seed: seed, seedSource: try row["seed_source"], seedAt: SeedTime(at), witness: try row["witness"])
        return Drawn(request: request, at: try row["run_at"], officer: try row["run_by"])
      })
  }
}

extension Connection {
  /// Queues the lists of a plan; the function returned waits for them.
  ///
  /// Lists that do not hold together any more are not those committed to.
  func inspectionLists(of plan: Int64) throws -> (InspectionPlan) throws -> InspectionLists {
    let targets = try later(
      "select name, identity_number, list_group from inspection_target where plan = \(plan)", InspectionTarget.init)
    let inspectors = try later("select name, certificate from inspector where plan = \(plan)") { row in
      Inspector(name: try row["name"], certificate: try row["certificate"])
    }
    let conflicts = try later("select certificate, target from inspection_conflict where plan = \(plan)") { row in
      InspectionConflict(certificate: try row["certificate"], identityNumber: try row["target"])
    }
    return { plan in
      let (objects, people, barred) = (try targets.rows(), try inspectors.rows(), try conflicts.rows())
      do throws(Refusal) {
        return try InspectionLists(
          targets: objects, inspectors: people, conflicts: barred, sample: plan.sample, team: plan.team)
      } catch {
        guard let committed = plan.committed else { throw error }
        throw Refusal(.notAllowed, "inspection.lists-changed", ["commitment": .text(committed.commitment.hex)])
      }
    }
  }

  /// Queues what became of the targets that a plan drew; the function returned waits for it.
  func inspectionResults(of plan: Int64) throws -> () throws -> [InspectionResult] {
    let assigned = try later(
      """
      select a.target, i.name, i.certificate
      from inspection_assignment a join inspector i on i.plan = a.plan and i.certificate = a.certificate
      where a.plan = \(plan) order by a.position
      """
    ) { row in
      (
        target: try row["target"] as String,
        inspector: Inspector(name: try row["name"], certificate: try row["certificate"])
      )
    }
    let results = try later(
      """
      select r.rank, r.sort_key, t.name, t.identity_number, t.list_group, r.ended_on, r.category, r.problem,
        r.recorded_on, r.published_on, r.address, f.number as follow_up
      from inspection_result r
      join inspection_target t on t.plan = r.plan and t.identity_number = r.target
      left join case_file f on f.id = r.follow_up
      where r.plan = \(plan) order by r.rank
      """, InspectionResult.init)
    return {
      let teams = Dictionary(grouping: try assigned.rows()) { $0.target }.mapValues { $0.map { $0.inspector } }
      return try results.rows().map { $0.with(teams[$0.pick.target.identityNumber.wire] ?? []) }
    }
  }

  /// Queues the names of the inspectors of a plan who have no certificate of the agency in force on `day`.
  func uncertified(of plan: Int64, on day: Day) throws -> Later<String> {
    try later(
      """
      select i.name from inspector i where i.plan = \(plan) and not exists (select from certificate k
        where k.number = i.certificate and k.holder = i.name and k.agency = (select ipcase_agency())
          and k.valid_from <= \(day)::date and k.valid_to >= \(day)::date
          and (k.revoked_on is null or k.revoked_on > \(day)::date))
      order by i.certificate
      """
    ) { try $0["name"] }
  }

  /// Queues the lists of the plan just added: one statement for each, however long they are.
  func keep(_ lists: InspectionLists) throws {
    let plan: SQL = "(select currval('inspection_plan_id_seq'))"
    let text = { (lines: [String]) in lines.joined(separator: "\n") }
    let (targets, inspectors) = (text(lists.targets.map(\.line)), text(lists.inspectors.map(\.line)))
    try execute(
      """
      insert into inspection_target (plan, name, identity_number, list_group)
      select \(plan), split_part(line, chr(9), 2), split_part(line, chr(9), 3), nullif(split_part(line, chr(9), 4), '')
      from unnest(string_to_array(\(targets), chr(10))) line
      """)
    try execute(
      """
      insert into inspector (plan, name, certificate)
      select \(plan), split_part(line, chr(9), 2), split_part(line, chr(9), 3)
      from unnest(string_to_array(\(inspectors), chr(10))) line
      """)
    if lists.conflicts.isEmpty { return }
    try execute(
      """
      insert into inspection_conflict (plan, certificate, target)
      select \(plan), split_part(line, chr(9), 2), split_part(line, chr(9), 3)
      from unnest(string_to_array(\(text(lists.conflicts.map(\.line))), chr(10))) line
      """)
  }

  /// Queues a draw.
  func keep(_ draw: Draw, of plan: Int64) throws {
    let text = { (lines: [[String]]) in lines.map { $0.joined(separator: "\t") }.joined(separator: "\n") }
    let picks = text(draw.picks.map { [String($0.rank), $0.key, $0.target.identityNumber.wire] })
    let teams = text(
      draw.picks.flatMap { pick in
        pick.inspectors.enumerated().map { index, inspector in
          [String(index + 1), pick.target.identityNumber.wire, inspector.certificate.wire]
        }
      })
    try execute(
      """
      insert into inspection_result (plan, rank, sort_key, target)
      select \(plan)::bigint, split_part(line, chr(9), 1)::int, split_part(line, chr(9), 2), split_part(line, chr(9), 3)
      from unnest(string_to_array(\(picks), chr(10))) line
      """)
    try execute(
      """
      insert into inspection_assignment (plan, position, target, certificate)
      select \(plan)::bigint, split_part(line, chr(9), 1)::int, split_part(line, chr(9), 2), split_part(line, chr(9), 3)
      from unnest(string_to_array(\(teams), chr(10))) line
      """)
  }

  /// Queues what was added to a result; with the last publication the plan is finished.
  func keep(
    _ result: InspectionResult, followUp: Int64?, of plan: Int64, by officer: Officer, at now: Instant
  ) throws {
    try execute(
      """
      update inspection_result set ended_on = \(result.endedOn)::date, category = \(result.category),
        problem = \(result.problem), recorded_on = \(result.recordedOn)::date, recorded_by = \(officer.id),
        published_on = \(result.publishedOn)::date, address = \(result.address),
        follow_up = coalesce(\(followUp), follow_up), changed_at = \(now)::timestamptz
      where plan = \(plan) and target = \(result.pick.target.identityNumber)
      """)
    try execute(
      """
      update inspection_plan set state = 'finished' where id = \(plan)
        and not exists (select from inspection_result where plan = \(plan) and published_on is null)
      """)
  }
}

extension InspectionTarget {
  init(_ row: Row) throws {
    self.init(name: try row["name"], identityNumber: try row["identity_number"], group: try row["list_group"])
  }
}

extension InspectionResult {
  init(_ row: Row) throws {
    let pick = Draw.Pick(
      rank: try row["rank"], target: try InspectionTarget(row), key: try row["sort_key"], inspectors: [])
    self.init(
      pick, endedOn: try row["ended_on"], category: try row["category"], problem: try row["problem"],
      recordedOn: try row["recorded_on"], publishedOn: try row["published_on"], address: try row["address"],
      followUp: try row["follow_up"])
  }

  /// The result with those who were drawn to inspect.
  func with(_ inspectors: [Inspector]) -> InspectionResult {
    InspectionResult(
      Draw.Pick(rank: pick.rank, target: pick.target, key: pick.key, inspectors: inspectors), endedOn: endedOn,
      category: category, problem: problem, recordedOn: recordedOn, publishedOn: publishedOn, address: address,
      followUp: followUp)
  }
}

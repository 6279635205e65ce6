import Casework
import Law
import Postgres

extension Registry {
  /// The tasks of the plan, each with the latest report of each agency; of a year, what tells of that year.
  public func planTasks(in year: Int? = nil, for officer: Officer) async throws -> [PlanTask] {
    try await database.read(officer.settings) { db in try db.planTasks(in: year)() }
  }

  /// A task of the plan with the latest report of each agency, and the latest 500 reports, latest first.
  ///
  /// - Throws: `plan.task-unknown`.
  public func planTask(
    _ number: Int, for officer: Officer
  ) async throws -> (task: PlanTask, history: [PlanProgress]) {
    let (tasks, history) = try await database.read(officer.settings) { db in
      let tasks = try db.planTasks(in: nil)
      let history = try db.later(
        """
        select \(PlanProgress.columns) from \(PlanProgress.tables) where p.task = \(number)
        order by p.id desc limit 500
        """, PlanProgress.init)
      return (try tasks(), try history.rows())
    }
    guard let task = tasks.first(where: { $0.number == number }) else { throw Self.taskUnknown(number) }
    return (task, history)
  }

  /// Records what the officer's agency reports of its part in a task, and returns the report's key.
  ///
  /// - Throws: `plan.task-unknown`, what `PlanProgressRequest.check` throws, `idempotency.reused`.
  public func report(
    _ request: PlanProgressRequest, once: IdempotencyKey, by officer: Officer, now: Instant
  ) async throws -> Done<Int64> {
    try await writeRow(once, sequence: "'plan_progress_id_seq'", by: officer, at: now) { db in
      guard let task = try db.planTasks(in: nil)().first(where: { $0.number == request.task }) else {
        throw Self.taskUnknown(request.task)
      }
      try request.check(for: task, by: officer, on: now.day())
      try db.execute(
        """
        insert into plan_progress (task, agency, officer, reported_at, period_from, period_to, report, percent, evidence)
        values (\(request.task)::smallint, \(officer.agency), \(officer.id), \(now)::timestamptz,
          \(request.period.day.first)::date, \(request.period.day.last)::date, \(request.text),
          \(request.percent?.value)::smallint, \(request.evidence))
        """)
    }
  }

  /// The targets of the plan and every figure measured for them, oldest first, read in a year; without one in this
  /// year, or the last of the plan if that is over.
  public func planTargets(
    in year: Int?, on today: Day, for officer: Officer
  ) async throws -> [SelfAssessment.Standing] {
    try await database.read(officer.settings) { db in try db.planStandings(in: year, on: today)() }
  }

  /// Records a figure for a target, and returns its key. For the agencies that lead a task of the plan.
  ///
  /// - Throws: `plan.target-unknown`, `plan.not-lead`, what `PlanMeasurementRequest.check` throws, `idempotency.reused`.
  public func record(
    _ request: PlanMeasurementRequest, once: IdempotencyKey, by officer: Officer, now: Instant
  ) async throws -> Done<Int64> {
    try await writeRow(once, sequence: "'plan_measurement_id_seq'", by: officer, at: now) { db in
      let targets = try db.planTargets()
      let leads = try db.later("select leads_plan(null) as leads") { try $0["leads"] as Bool }
      guard let target = try targets.rows().first(where: { $0.key == request.target.wire }) else {
        throw Refusal(
          .notFound, "plan.target-unknown", field: "target", ["target": .text(request.target.wire)])
      }
      guard try leads.first() == true else {
        throw Refusal(.forbidden, "plan.not-lead", field: "target", ["agency": .agency(officer.agency)])
      }
      try request.check(for: target, by: officer, on: now.day())
      try db.execute(
        """
        insert into plan_measurement (target, as_of_from, as_of_to, value, source, agency, officer, recorded_at)
        values (\(request.target), \(request.asOf.day.first)::date, \(request.asOf.day.last)::date,
          \(request.value)::numeric, \(request.source), \(officer.agency), \(officer.id), \(now)::timestamptz)
        """)
    }
  }

  /// The self-assessment of a year (自评估).
  public func selfAssessment(of year: Int, for officer: Officer) async throws -> SelfAssessment {
    try await database.read(officer.settings) { db in
      let tasks = try db.planTasks(in: year)
      let targets = try db.planStandings(in: year, on: .earliest)
      return SelfAssessment(year: year, tasks: try tasks(), targets: try targets())
    }
  }

  private static func taskUnknown(_ number: Int) -> Refusal {
    Refusal(.notFound, "plan.task-unknown", field: "task", ["task": .text(String(number))])
  }
}

extension Connection {
  /// Queues the tasks of the plan; the function returned waits for them.
  fileprivate func planTasks(in year: Int?) throws -> () throws -> [PlanTask] {
    let tasks = try later(
      "select number, name_zh, name_en, bracket_zh, ends_on from plan_task order by number"
    ) { row in
      (
        number: try row["number"] as Int, chinese: try row["name_zh"] as String, english: try row["name_en"] as String,
        bracket: try row["bracket_zh"] as String, endsOn: try row["ends_on"] as Day
      )
    }
    let duties = try later("select task, agency, part from plan_task_agency order by task, position") { row in
      (task: try row["task"] as Int, duty: PlanTask.Duty(agency: try row["agency"], part: try row["part"]))
    }
    let time: SQL =
      year.map {
        "p.period_from <= make_date(\($0)::int, 12, 31) and p.period_to >= make_date(\($0)::int, 1, 1)" as SQL
      } ?? "true"
    let reports = try later(
      """
      select distinct on (p.task, p.agency) \(PlanProgress.columns) from \(PlanProgress.tables) where \(time)
      order by p.task, p.agency, p.period_to desc, p.id desc
      """, PlanProgress.init)
    return {
      let (heads, all, latest) = (try tasks.rows(), try duties.rows(), try reports.rows())
      return heads.map { head in
        let own = all.filter { $0.task == head.number }.map(\.duty)
        return PlanTask(
          number: head.number, chinese: head.chinese, english: head.english, bracket: head.bracket,
          endsOn: head.endsOn, duties: own,
          reports: own.compactMap { duty in
            latest.first { $0.task == head.number && $0.agency == duty.agency }
          })
      }
    }
  }

  /// Queues the targets of the plan.
  fileprivate func planTargets() throws -> Later<PlanTarget> {
    try later(
      """
      select key, name_zh, name_en, comparison, word_zh, measure, value, unit, measured_in, first_year, last_year
      from plan_target order by position
      """
    ) { row in
      let (first, last): (Int, Int) = (try row["first_year"], try row["last_year"])
      return PlanTarget(
        key: try row["key"], chinese: try row["name_zh"], english: try row["name_en"],
        comparison: try row["comparison"], word: try row["word_zh"], measure: try row["measure"],
        value: try row["value"], unit: try row["unit"], measuredIn: try row["measured_in"],
        years: first...max(first, last))
    }
  }

  /// Queues the targets with their figures; the function returned waits for them and reads them in a year.
  fileprivate func planStandings(in year: Int?, on today: Day) throws -> () throws -> [SelfAssessment.Standing] {
    let targets = try planTargets()
    let measurements = try later(
      """
      select m.id, m.target, m.as_of_from, m.as_of_to, m.value, m.source, m.agency, o.name as officer, m.recorded_at
      from plan_measurement m join officer o on o.id = m.officer order by m.id
      """, PlanMeasurement.init)
    return {
      let (rows, all) = (try targets.rows(), try measurements.rows())
      return rows.map { target in
        SelfAssessment.Standing(
          target, all.filter { $0.target == target.key }, in: year ?? min(today.year, target.years.upperBound))
      }
    }
  }
}

extension PlanTarget.Comparison: Column {}
extension PlanTarget.Measure: Column {}
extension PlanTarget.Unit: Column {}
extension PlanTask.Part: Column {}

extension PlanProgress {
  static let columns: SQL = """
    p.id, p.task, p.agency, o.name as officer, p.reported_at, p.period_from, p.period_to, p.report, p.percent, p.evidence
    """
  static let tables: SQL = "plan_progress p join officer o on o.id = p.officer"

  init(_ row: Row) throws {
    self.init(
      id: try row["id"], task: try row["task"], agency: try row["agency"], officer: try row["officer"],
      reportedAt: try row["reported_at"], period: try row.knownDay("period_from", "period_to"),
      text: try row["report"], percent: try row["percent"], evidence: try row["evidence"])
  }
}

extension PlanMeasurement {
  init(_ row: Row) throws {
    self.init(
      id: try row["id"], target: try row["target"], asOf: try row.knownDay("as_of_from", "as_of_to"),
      value: try row["value"], source: try row["source"], agency: try row["agency"], officer: try row["officer"],
      recordedAt: try row["recorded_at"])
  }
}

extension Row {
  /// A date of which two columns hold the first and last possible day, neither of them null.
  ///
  /// - Throws: `PostgresError.decoding` where they span no day, month or year.
  fileprivate func knownDay(_ first: String, _ last: String) throws -> PartialDay {
    guard let day = try partialDay(first, last) else {
      throw PostgresError.decoding(column: first, problem: "is no day, month or year", query: "")
    }
    return day
  }
}

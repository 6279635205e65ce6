import Casework
import Law
import Postgres

extension Registry {
  /// The latest 500 tasks of the joint conference, latest meeting first; only those still to be settled if `onlyOpen`.
  public func conferenceTasks(onlyOpen: Bool, for officer: Officer) async throws -> [ConferenceTask] {
    let all = try await database.read(officer.settings) { db in
      try db.conferenceTasks(where: "true")()
    }
    return onlyOpen ? all.filter { $0.state != .closed && $0.state != .withdrawn } : all
  }

  /// The tasks of the joint conference that serve a task of the plan.
  public func conferenceTasks(ofPlanTask number: Int, for officer: Officer) async throws -> [ConferenceTask] {
    try await database.read(officer.settings) { db in
      try db.conferenceTasks(where: "t.plan_task = \(number)")()
    }
  }

  /// A task of the joint conference.
  ///
  /// - Throws: `conference.unknown`.
  public func conferenceTask(_ id: Int64, for officer: Officer) async throws -> ConferenceTask {
    let found = try await database.read(officer.settings) { db in
      try db.conferenceTasks(where: "t.id = \(id)")().first
    }
    guard let found else { throw Refusal(.notFound, "conference.unknown") }
    return found
  }

  /// Whether the officer's agency keeps the list of the joint conference.
  public func keepsConference(_ officer: Officer) async throws -> Bool {
    try await database.read(officer.settings) { db in
      try db.first("select keeps_conference() as keeps") { try $0["keeps"] as Bool } ?? false
    }
  }

  /// Puts down a task of the joint conference, and returns its key.
  ///
  /// - Throws: What `ConferenceTaskRequest.days` throws, `conference.not-keeper`, `plan.task-unknown`, `agency.unknown`,
  ///   `idempotency.reused`.
  public func put(
    _ request: ConferenceTaskRequest, once: IdempotencyKey, by officer: Officer, now: Instant
  ) async throws -> Done<Int64> {
    let days = try request.days(by: officer, on: now.day())
    return try await writeRow(once, sequence: "'conference_task_id_seq'", by: officer, at: now) { db in
      let keeps = try db.first("select keeps_conference() as keeps") { try $0["keeps"] as Bool }
      guard keeps == true else {
        throw Refusal(.forbidden, "conference.not-keeper", ["agency": .agency(officer.agency)])
      }
      let plan = request.planTask
      try db.execute(
        """
        insert into conference_task (meeting_on, subject, demand, plan_task, lead, due_on, agency, officer, made_at)
        values (\(days.meeting)::date, \(request.subject), \(request.demand), \(plan)::int, \(request.lead),
          \(days.due)::date, \(officer.agency), \(officer.id), \(now)::timestamptz)
        """,
        orThrow: [
          "conference_task_plan_task": Refusal(
            .invalid, "plan.task-unknown", field: "planTask", ["task": .text(plan.map { String($0) } ?? "")]),
          "conference_task_lead": Refusal(
            .invalid, "agency.unknown", field: "lead", ["agency": .text(request.lead?.rawValue ?? "")]),
        ])
      for (index, agency) in (request.participants ?? []).enumerated() {
        try db.execute(
          """
          insert into conference_task_participant (task, agency, position)
          values ((select currval('conference_task_id_seq')), \(agency), \(index + 1)::smallint)
          """,
          orThrow: [
            "conference_task_participant_agency": Refusal(
              .invalid, "agency.unknown", field: "participants.\(index)", ["agency": .text(agency.rawValue)])
          ])
      }
    }
  }

  /// Answers a task of the joint conference, or judges the answer; returns the task's key.
  ///
  /// - Throws: `conference.unknown`, what `ConferenceActRequest.day` throws, `idempotency.reused`.
  public func handle(
    _ request: ConferenceActRequest, of id: Int64, once: IdempotencyKey, by officer: Officer, now: Instant
  ) async throws -> Done<Int64> {
    let done = try await write(once, answer: "\(id)::text", by: officer, at: now) { db in
      // Of two at once the second sees what the first did.
      try db.execute("select pg_advisory_xact_lock(hashtext(\("conference-task \(id)")))")
      guard let task = try db.conferenceTasks(where: "t.id = \(id)")().first else {
        throw Refusal(.notFound, "conference.unknown")
      }
      let day = try request.day(for: task, by: officer, on: now.day())
      try db.execute(
        """
        insert into conference_task_entry (task, act, agency, officer, words, due_on, recorded_at)
        values (\(id), \(request.act), \(officer.agency), \(officer.id), \(request.text), \(day)::date,
          \(now)::timestamptz)
        """)
    }
    return Done(value: id, isReplay: done.isReplay)
  }
}

extension ConferenceTask.Act: Column {}

extension Connection {
  /// Queues tasks of the joint conference `t` with what was done with them; the function returned waits for them.
  fileprivate func conferenceTasks(where condition: SQL) throws -> () throws -> [ConferenceTask] {
    let tasks = try later(
      """
      select t.id, t.meeting_on, t.subject, t.demand, t.plan_task, t.lead, t.due_on, t.agency,
        (select string_agg(p.agency, ' ' order by p.position) from conference_task_participant p where p.task = t.id)
          as participants
      from conference_task t where \(condition) order by t.meeting_on desc, t.id desc limit 500
      """
    ) { row in
      let participants: String? = try row["participants"]
      return ConferenceTask(
        id: try row["id"], meetingOn: try row["meeting_on"], subject: try row["subject"], demand: try row["demand"],
        planTask: try row["plan_task"], lead: try row["lead"],
        participants: (participants ?? "").split(separator: " ").compactMap { AgencyCode(rawValue: String($0)) },
        dueOn: try row["due_on"], maker: try row["agency"], entries: [])
    }
    let entries = try later(
      """
      select e.task, e.act, e.agency, o.name as officer, e.words, e.due_on, e.recorded_at
      from conference_task_entry e join conference_task t on t.id = e.task join officer o on o.id = e.officer
      where \(condition) order by e.id
      """
    ) { row in
      (
        task: try row["task"] as Int64,
        entry: ConferenceTask.Entry(
          act: try row["act"], agency: try row["agency"], officer: try row["officer"], text: try row["words"],
          dueOn: try row["due_on"], recordedAt: try row["recorded_at"])
      )
    }
    return {
      let (heads, all) = (try tasks.rows(), Dictionary(grouping: try entries.rows(), by: \.task))
      return heads.map { $0.with(all[$0.id]?.map(\.entry) ?? []) }
    }
  }
}

extension ConferenceTask {
  /// The task with its entries.
  fileprivate func with(_ entries: [Entry]) -> ConferenceTask {
    ConferenceTask(
      id: id, meetingOn: meetingOn, subject: subject, demand: demand, planTask: planTask, lead: lead,
      participants: participants, dueOn: dueOn, maker: maker, entries: entries)
  }
}

import Casework
import Hummingbird
import Law
import Registry

/// `/conference-tasks`: tasks of the joint conference, the form of a new one, and what can be done with one.
struct ConferenceTaskPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("conference-tasks", use: index).get("conference-tasks/new", use: new)
    routes.post("conference-tasks", use: create)
    routes.get("conference-tasks/{id}", use: show).post("conference-tasks/{id}", use: act)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let words = Wording(site, context)
    let onlyOpen = try Query.onlyOpen(request)
    let tasks = try await site.registry.conferenceTasks(onlyOpen: onlyOpen, for: officer)
    let keeps = try await site.registry.keepsConference(officer)
    let today = context.now.day()
    let page = ConferenceTasksPage(
      frame: site.frame(words("pages.conference.title"), request, context), onlyOpen: onlyOpen,
      conference: tasks.map { words.row($0, on: today) },
      newHref: keeps && officer.isOne(of: .handlersAndHeads) ? "/conference-tasks/new" : nil)
    return site.answer(page, context)
  }

  @Sendable func new(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    try officer.requireOne(of: .handlersAndHeads)
    return try await form(Draft(), request, context, status: .ok)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    return try await site.take(request, context) { body in
      let asked = try body.decode(Asked.self)
      let done = try await site.registry.put(
        asked.request(), once: request.once(body), by: officer, now: context.now)
      return "/conference-tasks/\(done.value)"
    } again: { draft, status in
      try await form(draft, request, context, status: status)
    }
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    try await single(Draft(), request, context, status: .ok)
  }

  @Sendable func act(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let id = try context.conferenceTask()
    return try await site.take(request, context) { body in
      _ = try await site.registry.handle(
        body.decode(ConferenceActRequest.self), of: id, once: request.once(body), by: officer, now: context.now)
      return "/conference-tasks/\(id)"
    } again: { draft, status in
      try await single(draft, request, context, status: status)
    }
  }

  /// What the form sends: the number of the task of the plan as a text.
  private struct Asked: Decodable {
    let meetingOn: When
    let subject: Line
    let demand: Prose
    let planTask: Line?
    let lead: AgencyCode?
    let participants: [AgencyCode]?
    let dueOn: When

    /// - Throws: `body.field` for a number that is none.
    func request() throws(Refusal) -> ConferenceTaskRequest {
      let number = planTask.flatMap { Int($0.wire) }
      if planTask != nil, number == nil { throw Refusal(.malformed, "body.field", field: "planTask") }
      return ConferenceTaskRequest(
        meetingOn: meetingOn, subject: subject, demand: demand, planTask: number, lead: lead,
        participants: participants, dueOn: dueOn)
    }
  }

  private func form(
    _ draft: Draft, _ request: Request, _ context: Context, status: HTTPResponse.Status
  ) async throws -> Response {
    let officer = try context.officer()
    let words = Wording(site, context)
    let fields = FieldWriter(draft: draft, words: words)
    let tasks = try await site.registry.planTasks(for: officer)
    let agencies = site.directory.agencies.filter { $0.kind != .platform }
    let chosen = Set(
      (draft.form?.fields ?? []).filter { $0.name.hasPrefix("participants[") }.map(\.value))
    let page = NewConferenceTaskPage(
      frame: site.frame(words.title("pages.conference.new", draft), request, context), action: "/conference-tasks",
      idempotencyKey: draft.key, problems: fields.problems, meetingField: fields.text("meetingOn", required: true),
      subjectField: fields.text("subject", required: true), demandField: fields.text("demand", required: true),
      planTaskField: fields.choice(
        "planTask", tasks.map { (value: String($0.number), label: "\($0.number) \(words.name(of: $0))") }),
      leadField: fields.choice(
        "lead", agencies.map { (value: $0.code.rawValue, label: words.name(of: $0.code)) }),
      boxes: agencies.enumerated().map { index, agency in
        NewConferenceTaskPage.Box(
          name: "participants[\(index)]", value: agency.code.rawValue, label: words.name(of: agency.code),
          checked: chosen.contains(agency.code.rawValue))
      },
      dueField: fields.text("dueOn", required: true))
    return site.answer(page, context, status: status)
  }

  private func single(
    _ draft: Draft, _ request: Request, _ context: Context, status: HTTPResponse.Status
  ) async throws -> Response {
    let officer = try context.officer()
    let words = Wording(site, context)
    let task = try await site.registry.conferenceTask(context.conferenceTask(), for: officer)
    let today = context.now.day()
    let allowed = task.allowed(to: officer, on: today)
    let fields = FieldWriter(draft: draft, words: words)
    let page = ConferenceTaskPage(
      frame: site.frame(words.title("pages.conference.single", draft), request, context), problems: fields.problems,
      task: words.row(task, on: today), demand: task.demand, maker: words.name(of: task.maker),
      planTask: task.planTask.map { number in
        ConferenceTaskPage.Link(
          href: "/plan/tasks/\(number)", label: words("pages.plan.task-number", ["number": String(number)]))
      },
      done: task.entries.map { entry in
        ConferenceTaskPage.Entry(
          act: words("conference.act.\(entry.act.rawValue)"), text: entry.text, newDue: entry.dueOn?.description,
          by: words.by(entry.agency, entry.officer, entry.recordedAt))
      },
      form: allowed.isEmpty
        ? nil
        : ConferenceTaskPage.Form(
          action: "/conference-tasks/\(task.id)", idempotencyKey: draft.key,
          actField: fields.choice("act", "conference.act", allowed, required: true), textField: fields.text("text"),
          dueField: fields.text("dueOn")))
    return site.answer(page, context, status: status)
  }
}

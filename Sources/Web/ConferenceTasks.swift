import Casework
import Hummingbird
import Law
import Registry

/// `/api/conference-tasks`: what meetings of the joint conference give agencies to do, and what became of it.
struct ConferenceTasks {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("conference-tasks", use: index).post("conference-tasks", use: create)
    routes.get("conference-tasks/{id}", use: show).post("conference-tasks/{id}/acts", use: act)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let onlyOpen = try Query.onlyOpen(request)
    let officer = try context.officer()
    let tasks = try await site.registry.conferenceTasks(onlyOpen: onlyOpen, for: officer)
    let today = context.now.day()
    return .json(
      JSON.object(capacity: 256 + tasks.count * 1024) { json in
        json.list("tasks", tasks) { json, task in json.object { $0.fields(of: task, for: officer, on: today) } }
      })
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let task = try await site.registry.conferenceTask(context.conferenceTask(), for: officer)
    let today = context.now.day()
    return .json(JSON.object { $0.fields(of: task, for: officer, on: today) })
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let body = try await Body(request)
    let done = try await site.registry.put(
      body.decode(ConferenceTaskRequest.self), once: request.once(body), by: context.officer(), now: context.now)
    return .created(
      JSON.object { $0.field("id", done.value) }, at: "/api/conference-tasks/\(done.value)", replayed: done.isReplay)
  }

  @Sendable func act(_ request: Request, _ context: Context) async throws -> Response {
    let id = try context.conferenceTask()
    let body = try await Body(request)
    let done = try await site.registry.handle(
      body.decode(ConferenceActRequest.self), of: id, once: request.once(body), by: context.officer(),
      now: context.now)
    return .created(
      JSON.object { $0.field("id", done.value) }, at: "/api/conference-tasks/\(id)", replayed: done.isReplay)
  }
}

extension Context {
  /// The key of a task of the joint conference in the path.
  ///
  /// - Throws: `conference.unknown`.
  func conferenceTask() throws(Refusal) -> Int64 {
    guard let id = Int64(try part("id")), id > 0 else { throw Refusal(.notFound, "conference.unknown") }
    return id
  }
}

extension JSON {
  mutating func fields(of task: ConferenceTask, for officer: Officer, on today: Day) {
    field("id", task.id)
    field("meetingOn", task.meetingOn.description)
    field("subject", task.subject)
    field("demand", task.demand)
    field("planTask", task.planTask)
    field("lead", task.lead?.rawValue)
    list("participants", task.participants) { json, agency in json.element(agency.rawValue) }
    field("maker", task.maker.rawValue)
    field("state", task.state.rawValue)
    field("dueOn", task.due.description)
    field("light", task.light(on: today).rawValue)
    list("allowed", task.allowed(to: officer, on: today)) { json, act in json.element(act.rawValue) }
    list("entries", task.entries) { json, entry in
      json.object { json in
        json.field("act", entry.act.rawValue)
        json.field("agency", entry.agency.rawValue)
        json.field("officer", entry.officer)
        json.field("text", entry.text)
        json.field("dueOn", entry.dueOn?.description)
        json.field("recordedAt", entry.recordedAt)
      }
    }
  }
}

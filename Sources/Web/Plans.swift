import Casework
import Hummingbird
import Law
import Registry

/// `/api/plan/…`: the tasks and targets of the plan, what is reported and measured, and the yearly self-assessment.
struct Plans {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("tasks", use: tasks).get("tasks/{number}", use: task).get("targets", use: targets)
    routes.get("self-assessment", use: selfAssessment)
    routes.post("progress", use: report).post("measurements", use: measure)
  }

  @Sendable func tasks(_ request: Request, _ context: Context) async throws -> Response {
    let year = try Query(request, names: ["year"]).year()
    let tasks = try await site.registry.planTasks(in: year, for: context.officer())
    let today = context.now.day()
    return .json(
      JSON.object(capacity: 32_768) { json in
        json.list("tasks", tasks) { json, task in json.object { $0.fields(of: task, on: today) } }
      })
  }

  @Sendable func task(_ request: Request, _ context: Context) async throws -> Response {
    let (task, history) = try await site.registry.planTask(context.planTask(), for: context.officer())
    let today = context.now.day()
    return .json(
      JSON.object(capacity: 8192) { json in
        json.fields(of: task, on: today)
        json.list("history", history) { json, report in json.object { $0.fields(of: report) } }
      })
  }

  @Sendable func targets(_ request: Request, _ context: Context) async throws -> Response {
    let year = try Query(request, names: ["year"]).year()
    let standings = try await site.registry.planTargets(in: year, on: context.now.day(), for: context.officer())
    return .json(
      JSON.object(capacity: 8192) { json in
        json.list("targets", standings) { json, standing in
          json.object { json in
            json.fields(of: standing)
            json.list("measurements", standing.measurements) { json, measurement in
              json.object { $0.fields(of: measurement) }
            }
          }
        }
      })
  }

  @Sendable func report(_ request: Request, _ context: Context) async throws -> Response {
    let body = try await Body(request)
    let asked = try body.decode(PlanProgressRequest.self)
    let done = try await site.registry.report(
      asked, once: request.once(body), by: context.officer(), now: context.now)
    return .created(
      JSON.object { $0.field("id", done.value) }, at: "/api/plan/tasks/\(asked.task)", replayed: done.isReplay)
  }

  @Sendable func measure(_ request: Request, _ context: Context) async throws -> Response {
    let body = try await Body(request)
    let done = try await site.registry.record(
      body.decode(PlanMeasurementRequest.self), once: request.once(body), by: context.officer(), now: context.now)
    return .created(
      JSON.object { $0.field("id", done.value) }, at: "/api/plan/targets", replayed: done.isReplay)
  }

  @Sendable func selfAssessment(_ request: Request, _ context: Context) async throws -> Response {
    try await site.selfAssessment(request, context)
  }
}

extension Query {
  /// The year asked for; `nil` where none is.
  ///
  /// - Throws: `query.parameter`.
  func year() throws(Refusal) -> Int? {
    try value("year") { text in Int(text).flatMap { (2000...2199).contains($0) ? $0 : nil } }
  }
}

extension Context {
  /// The number of a task of the plan in the path.
  ///
  /// - Throws: `plan.task-unknown`.
  func planTask() throws(Refusal) -> Int {
    let text = try part("number")
    guard let number = Int(text), (1...99).contains(number) else {
      throw Refusal(.notFound, "plan.task-unknown", field: "task", ["task": .text(String(text.prefix(40)))])
    }
    return number
  }
}

extension JSON {
  mutating func fields(of task: PlanTask, on today: Day) {
    field("number", task.number)
    field("chinese", task.chinese)
    field("english", task.english)
    field("bracket", task.bracket)
    field("endsOn", task.endsOn.description)
    list("leads", task.leads) { json, agency in json.element(agency.rawValue) }
    list("participants", task.participants) { json, agency in json.element(agency.rawValue) }
    list("duties", task.duties) { json, duty in
      json.object { json in
        json.field("agency", duty.agency.rawValue)
        json.field("part", duty.part.rawValue)
      }
    }
    field("progress", task.progress)
    field("light", task.light(on: today).rawValue)
    list("reports", task.reports) { json, report in json.object { $0.fields(of: report) } }
  }

  mutating func fields(of report: PlanProgress) {
    field("id", report.id)
    field("task", report.task)
    field("agency", report.agency.rawValue)
    field("officer", report.officer)
    field("period", report.period.description)
    field("text", report.text)
    field("percent", report.percent)
    field("evidence", report.evidence)
    field("reportedAt", report.reportedAt)
  }

  mutating func fields(of standing: SelfAssessment.Standing) {
    let (target, reading) = (standing.target, standing.reading)
    field("key", target.key)
    field("chinese", target.chinese)
    field("english", target.english)
    field("comparison", target.comparison.rawValue)
    field("word", target.word)
    field("measure", target.measure.rawValue)
    field("target", target.value.wire)
    field("unit", target.unit.rawValue)
    field("measuredIn", target.measuredIn.rawValue)
    field("year", standing.year)
    field("value", reading.value)
    if let met = reading.met { field("met", met) } else { field("met", String?.none) }
    list("missing", reading.missing) { json, year in json.element(String(year)) }
  }

  mutating func fields(of measurement: PlanMeasurement) {
    field("id", measurement.id)
    field("asOf", measurement.asOf.description)
    field("value", measurement.value.wire)
    field("source", measurement.source)
    field("agency", measurement.agency.rawValue)
    field("officer", measurement.officer)
    field("recordedAt", measurement.recordedAt)
  }
}

import Casework
import Hummingbird
import Law
import Registry

/// `/plan`, its tasks and its targets; and the forms of reports and figures.
struct PlanPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("plan", use: index).get("plan/self-assessment", use: selfAssessment)
    routes.get("plan/tasks/{number}", use: task).post("plan/tasks/{number}", use: report)
    routes.get("plan/targets/{key}", use: target).post("plan/targets/{key}", use: measure)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let words = Wording(site, context)
    let asked = try Query(request, names: ["year"]).year()
    let today = context.now.day()
    let standings = try await site.registry.planTargets(in: asked, on: today, for: officer)
    let tasks = try await site.registry.planTasks(for: officer)
    let conference = try await site.registry.conferenceTasks(onlyOpen: true, for: officer)
    let year = standings.first?.year ?? today.year
    let years = standings.first.map { Array($0.target.years) } ?? []
    let page = PlanPage(
      frame: site.frame(words("pages.plan.title"), request, context), year: String(year),
      years: years.map {
        PlanPage.YearLink(href: "/plan?year=\($0)", label: String($0), current: $0 == year)
      },
      targets: standings.map { words.row($0) }, tasks: tasks.map { words.row($0, on: today) },
      conference: conference.map { words.row($0, on: today) },
      exportHref: "/plan/self-assessment?year=\(year)&format=csv")
    return site.answer(page, context)
  }

  @Sendable func selfAssessment(_ request: Request, _ context: Context) async throws -> Response {
    try await site.selfAssessment(request, context)
  }

  // MARK: tasks

  @Sendable func task(_ request: Request, _ context: Context) async throws -> Response {
    try await taskPage(Draft(), request, context, status: .ok)
  }

  @Sendable func report(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let number = try context.planTask()
    return try await site.take(request, context) { body in
      let asked = try body.decode(Report.self)
      let report = PlanProgressRequest(
        task: number, period: asked.period, text: asked.text, percent: asked.percent, evidence: asked.evidence)
      _ = try await site.registry.report(report, once: request.once(body), by: officer, now: context.now)
      return "/plan/tasks/\(number)"
    } again: { draft, status in
      try await taskPage(draft, request, context, status: status)
    }
  }

  /// What the form of a report sends: the task is in the address.
  private struct Report: Decodable {
    let period: When
    let text: Prose
    let percent: Percent?
    let evidence: Prose?
  }

  private func taskPage(
    _ draft: Draft, _ request: Request, _ context: Context, status: HTTPResponse.Status
  ) async throws -> Response {
    let officer = try context.officer()
    let number = try context.planTask()
    let words = Wording(site, context)
    let today = context.now.day()
    let (task, history) = try await site.registry.planTask(number, for: officer)
    let conference = try await site.registry.conferenceTasks(ofPlanTask: number, for: officer)
    let fields = FieldWriter(draft: draft, words: words)
    let mayReport =
      task.duties.contains { $0.agency == officer.agency } && officer.isOne(of: PlanProgressRequest.reporters)
    let page = PlanTaskPage(
      frame: site.frame(words.title("pages.plan.task", draft), request, context), problems: fields.problems,
      row: words.row(task, on: today), bracket: task.bracket, endsOn: task.endsOn.description,
      reports: history.map { report in
        PlanTaskPage.Report(
          agency: words.name(of: report.agency), period: report.period.description,
          percent: report.percent.map { words("pages.plan.percent", ["percent": String($0)]) }, text: report.text,
          evidence: report.evidence, by: words.by(report.agency, report.officer, report.reportedAt))
      },
      conference: conference.map { words.row($0, on: today) },
      form: mayReport
        ? PlanTaskPage.Form(
          action: "/plan/tasks/\(number)", idempotencyKey: draft.key,
          periodField: fields.text("period", required: true, initially: String(today.year)),
          percentField: fields.text("percent"), textField: fields.text("text", required: true),
          evidenceField: fields.text("evidence")) : nil)
    return site.answer(page, context, status: status)
  }

  // MARK: targets

  @Sendable func target(_ request: Request, _ context: Context) async throws -> Response {
    try await targetPage(Draft(), request, context, status: .ok)
  }

  @Sendable func measure(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let key = try context.part("key")
    return try await site.take(request, context) { body in
      let asked = try body.decode(Figure.self)
      let figure = PlanMeasurementRequest(
        target: try Line(wire: key), asOf: asked.asOf, value: asked.value, source: asked.source)
      _ = try await site.registry.record(figure, once: request.once(body), by: officer, now: context.now)
      return "/plan/targets/\(key.percentEncoded)"
    } again: { draft, status in
      try await targetPage(draft, request, context, status: status)
    }
  }

  /// What the form of a figure sends: the target is in the address.
  private struct Figure: Decodable {
    let asOf: When
    let value: Quantity
    let source: Line
  }

  private func targetPage(
    _ draft: Draft, _ request: Request, _ context: Context, status: HTTPResponse.Status
  ) async throws -> Response {
    let officer = try context.officer()
    let key = try context.part("key")
    let words = Wording(site, context)
    let today = context.now.day()
    let standings = try await site.registry.planTargets(in: nil, on: today, for: officer)
    guard let standing = standings.first(where: { $0.target.key == key }) else {
      throw Refusal(.notFound, "plan.target-unknown", field: "target", ["target": .text(String(key.prefix(40)))])
    }
    let tasks = try await site.registry.planTasks(for: officer)
    let mayRecord =
      tasks.contains { $0.leads.contains(officer.agency) } && officer.isOne(of: PlanProgressRequest.reporters)
    let fields = FieldWriter(draft: draft, words: words)
    let page = PlanTargetPage(
      frame: site.frame(words.title("pages.plan.target", draft), request, context), problems: fields.problems,
      target: words.row(standing), year: String(standing.year),
      measure: words("pages.plan.measure.\(standing.target.measure.rawValue)"),
      figures: standing.measurements.reversed().map { figure in
        PlanTargetPage.Figure(
          asOf: figure.asOf.description, value: words.amount(figure.value.wire, standing.target.measuredIn),
          source: figure.source, by: words.by(figure.agency, figure.officer, figure.recordedAt))
      },
      form: mayRecord
        ? PlanTargetPage.Form(
          action: "/plan/targets/\(key)", idempotencyKey: draft.key, asOfField: fields.text("asOf", required: true),
          valueField: fields.text("value", required: true), sourceField: fields.text("source", required: true)) : nil)
    return site.answer(page, context, status: status)
  }
}

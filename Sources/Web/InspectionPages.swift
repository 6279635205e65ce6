import Casework
import Hummingbird
import Law
import Registry

/// `/inspections`: random inspections, from the plan to the last published result.
struct InspectionPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    let files = Inspections(site: site)
    routes.get("inspections", use: index).get("inspections/new", use: new).post("inspections", use: create)
    routes.get("inspections/{id}", use: show).post("inspections/{id}/commitment", use: commit)
    routes.get("inspections/{id}/lists.txt", use: files.lists).get("inspections/{id}/draw.csv", use: files.table)
    routes.get("inspections/{id}/draw", use: newDraw).post("inspections/{id}/draw", use: draw)
    routes.get("inspections/{id}/results/{target}", use: newResult)
    routes.post("inspections/{id}/results/{target}", use: record)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let words = Wording(site, context)
    let plans = try await site.registry.inspections(for: officer)
    let page = InspectionsPage(
      frame: site.frame(words("pages.inspections.title"), request, context),
      newHref: officer.mayPlanInspections ? "/inspections/new" : nil,
      rows: plans.map { plan in
        InspectionsPage.Row(
          href: "/inspections/\(plan.id)", title: plan.title, scope: words("inspection.scope.\(plan.scope.rawValue)"),
          size: "\(plan.count) / \(plan.targetCount)", state: words.tag(plan.state), since: plan.createdAt.local)
      })
    return site.answer(page, context)
  }

  @Sendable func new(_ request: Request, _ context: Context) throws -> Response {
    let officer = try context.officer()
    try officer.requireOne(of: InspectionPlan.planners)
    guard officer.mayPenalise else {
      throw Refusal(.forbidden, "inspection.no-power", ["agency": .agency(officer.agency)])
    }
    return site.answer(form(Draft(), request, context), context)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let body = try await Body(request)
    try site.requireOwnForm(body.form, context)
    do {
      let done = try await site.registry.plan(
        body.decode(PastedInspection.self).request(), once: request.once(body), by: officer, now: context.now)
      return .redirect(to: "/inspections/\(done.value)", type: .normal)
    } catch let refusal as Refusal where refusal.returnsForm {
      let refusal = refusal.onWholeList
      return site.answer(form(Draft(body.form, refusal), request, context), context, status: refusal.kind.status)
    }
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let words = Wording(site, context)
    let inspection = try await site.registry.inspection(context.inspection(), for: officer)
    let book = try await site.registry.lawBook()
    let plan = inspection.plan
    let href = "/inspections/\(plan.id)"
    let mayCommit = plan.committed == nil && officer.isOne(of: InspectionPlan.committers)
    let mayDraw = plan.committed != nil && plan.drawn == nil && officer.isOne(of: InspectionPlan.drawers)
    let page = InspectionPage(
      frame: site.frame(plan.title, request, context), heading: plan.title, state: words.tag(plan.state),
      particulars: words.particulars(of: plan, book), commitment: plan.committed?.commitment.hex,
      listsHref: "\(href)/lists.txt", commitAction: mayCommit ? "\(href)/commitment" : nil,
      idempotencyKey: Draft().key, drawHref: mayDraw ? "\(href)/draw" : nil,
      tableHref: plan.drawn == nil ? nil : "\(href)/draw.csv",
      noDue: plan.scope.resultRule == nil ? words("pages.inspections.no-due") : nil,
      rows: inspection.results.map { words.row($0, of: plan, book, for: officer, at: context.now) },
      recipe: plan.recipe)
    return site.answer(page, context)
  }

  @Sendable func commit(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let body = try await Body(request)
    try site.requireOwnForm(body.form, context)
    let done = try await site.registry.commit(
      context.inspection(), once: request.once(body), by: officer, now: context.now)
    return .redirect(to: "/inspections/\(done.value)", type: .normal)
  }

  private func form(_ draft: Draft, _ request: Request, _ context: Context) -> NewInspectionPage {
    let words = Wording(site, context)
    let field = FieldWriter(draft: draft, words: words)
    return NewInspectionPage(
      frame: site.frame(words.title("pages.inspections.new", draft), request, context), idempotencyKey: draft.key,
      problems: field.problems, planTitle: field.text("title", required: true),
      planScope: field.choice("scope", "inspection.scope", InspectionPlan.Scope.allCases, required: true),
      planKind: field.choice(
        "kind", "inspection.kind", InspectionPlan.Kind.allCases, required: true, initially: .undirected),
      condition: field.text("condition"), sample: field.text("sample", required: true),
      team: field.text("team", initially: String(InspectionLists.teams.lowerBound)),
      targets: field.text("targets", required: true), inspectors: field.text("inspectors", required: true),
      conflicts: field.text("conflicts"))
  }
}

// MARK: - The draw and its results

extension InspectionPages {
  @Sendable func newDraw(_ request: Request, _ context: Context) async throws -> Response {
    try context.officer().requireOne(of: InspectionPlan.drawers)
    return try await drawForm(Draft(), request, context, status: .ok)
  }

  @Sendable func draw(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    return try await site.take(request, context, returning: \.isOfDraw) { body in
      let done = try await site.registry.draw(
        body.decode(DrawRequest.self), in: context.inspection(), once: request.once(body), by: officer,
        now: context.now)
      return "/inspections/\(done.value)"
    } again: { draft, status in
      try await drawForm(draft, request, context, status: status)
    }
  }

  private func drawForm(
    _ draft: Draft, _ request: Request, _ context: Context, status: HTTPResponse.Status
  ) async throws -> Response {
    let plan = try await site.registry.inspection(context.inspection(), for: context.officer()).plan
    if let drawn = plan.drawn { throw Refusal(.notAllowed, "inspection.drawn", ["at": .text(drawn.at.local)]) }
    guard let committed = plan.committed else { throw Refusal(.notAllowed, "inspection.uncommitted") }
    let words = Wording(site, context)
    let field = FieldWriter(draft: draft, words: words)
    let page = DrawPage(
      frame: site.frame(words.title("pages.inspections.draw", draft), request, context),
      action: "/inspections/\(plan.id)/draw", idempotencyKey: draft.key, problems: field.problems,
      inspectionHref: "/inspections/\(plan.id)", inspectionTitle: plan.title,
      committedAt: words("pages.inspections.seed-after", ["at": committed.at.local]),
      seed: field.text("seed", required: true), seedSource: field.text("seedSource", required: true),
      seedAt: field.text("seedAt", required: true), witness: field.text("witness", required: true))
    return site.answer(page, context, status: status)
  }

  @Sendable func newResult(_ request: Request, _ context: Context) async throws -> Response {
    try context.officer().requireOne(of: InspectionPlan.planners)
    return try await resultForm(Draft(), request, context, status: .ok)
  }

  @Sendable func record(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    return try await site.take(request, context, returning: \.isOfResult) { body in
      let asked = try body.decode(TypedResult.self).request(of: try Line(wire: context.part("target")))
      let done = try await site.registry.record(
        asked, in: context.inspection(), once: request.once(body), by: officer, now: context.now)
      return "/inspections/\(done.value)"
    } again: { draft, status in
      try await resultForm(draft, request, context, status: status)
    }
  }

  private func resultForm(
    _ draft: Draft, _ request: Request, _ context: Context, status: HTTPResponse.Status
  ) async throws -> Response {
    let inspection = try await site.registry.inspection(context.inspection(), for: context.officer())
    let (plan, number) = (inspection.plan, try context.part("target"))
    guard let result = inspection.results.first(where: { $0.pick.target.identityNumber.wire == number }) else {
      throw Refusal(.notFound, "inspection.target", field: "target", ["number": .text(number)])
    }
    let words = Wording(site, context)
    let field = FieldWriter(draft: draft, words: words)
    let page = InspectionResultPage(
      frame: site.frame(words.title("pages.inspections.record", draft), request, context),
      action: "/inspections/\(plan.id)/results/\(number.percentEncoded)", idempotencyKey: draft.key,
      problems: field.problems, inspectionHref: "/inspections/\(plan.id)", inspectionTitle: plan.title,
      target: result.pick.target.name.wire, particulars: words.particulars(of: result),
      endedOn: result.endedOn == nil ? field.text("endedOn") : nil,
      category: result.category == nil
        ? field.choice("category", "inspection.category", InspectionResult.Category.allCases) : nil,
      problemField: result.problem == nil ? field.text("problem") : nil,
      publishedOn: result.publishedOn == nil ? field.text("publishedOn") : nil,
      address: result.address == nil ? field.text("address") : nil,
      followUpField: result.followUp == nil ? field.text("followUp") : nil)
    return site.answer(page, context, status: status)
  }
}

extension Officer {
  /// Whether the officer may plan a random inspection.
  var mayPlanInspections: Bool { mayPenalise && isOne(of: InspectionPlan.planners) }
}

extension Refusal {
  /// Whether a draw can be sent anew: where a field is wrong, not where its time is past or to come.
  fileprivate var isOfDraw: Bool { returnsForm && field != nil }
  /// Whether a result can be sent anew: also for a follow-up that there is not.
  fileprivate var isOfResult: Bool { returnsForm || field == "followUp" }
}

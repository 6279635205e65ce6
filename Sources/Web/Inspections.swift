import Casework
import Hummingbird
import Law
import Registry

/// `/api/inspections`: random inspection, its lists, commitment, draw and results.
struct Inspections {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("inspections", use: index).post("inspections", use: create)
    routes.get("inspections/{id}", use: show)
    routes.get("inspections/{id}/lists.txt", use: lists).get("inspections/{id}/draw.csv", use: table)
    routes.post("inspections/{id}/commitment", use: commit)
    routes.post("inspections/{id}/draw", use: draw)
    routes.post("inspections/{id}/results", use: record)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let plans = try await site.registry.inspections(for: context.officer())
    return .json(
      JSON.object(capacity: 256 + plans.count * 512) { json in
        json.list("inspections", plans) { json, plan in json.object { $0.fields(of: plan) } }
      })
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let body = try await Body(request)
    let done = try await site.registry.plan(
      body.decode(InspectionRequest.self), once: request.once(body), by: officer, now: context.now)
    return try await answer(done, context)
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    .json(try await json(context.inspection(), context))
  }

  @Sendable func lists(_ request: Request, _ context: Context) async throws -> Response {
    let lists = try await site.registry.inspectionLists(context.inspection(), for: context.officer())
    return .file("lists.txt", "text/plain; charset=utf-8", lists.text)
  }

  @Sendable func table(_ request: Request, _ context: Context) async throws -> Response {
    let inspection = try await site.registry.inspection(context.inspection(), for: context.officer())
    guard inspection.plan.drawn != nil else { throw Refusal(.notAllowed, "inspection.undrawn") }
    return .file("draw.csv", "text/csv; charset=utf-8", Draw(kept: inspection.results.map(\.pick)).csv)
  }

  @Sendable func commit(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let body = try await Body(request)
    let done = try await site.registry.commit(
      context.inspection(), once: request.once(body), by: officer, now: context.now)
    return try await answer(done, context)
  }

  @Sendable func draw(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let body = try await Body(request)
    let done = try await site.registry.draw(
      body.decode(DrawRequest.self), in: context.inspection(), once: request.once(body), by: officer, now: context.now)
    return try await answer(done, context)
  }

  @Sendable func record(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let body = try await Body(request)
    let done = try await site.registry.record(
      body.decode(InspectionResultRequest.self), in: context.inspection(), once: request.once(body), by: officer,
      now: context.now)
    return try await answer(done, context)
  }

  private func answer(_ done: Done<Int64>, _ context: Context) async throws -> Response {
    .created(
      try await json(done.value, context), at: "/api/inspections/\(done.value)", replayed: done.isReplay)
  }

  private func json(_ id: Int64, _ context: Context) async throws -> ByteBuffer {
    let inspection = try await site.registry.inspection(id, for: context.officer())
    let book = try await site.registry.lawBook()
    return JSON.object(capacity: 1024 + inspection.results.count * 768) { json in
      json.fields(of: inspection.plan)
      json.list("results", inspection.results) { json, result in
        json.object { json in
          json.fields(of: result)
          json.field(
            "due", inspection.plan.resultDue(endedOn: result.endedOn, by: book)?.moment.day.description)
        }
      }
    }
  }
}

extension Context {
  /// The key of a random inspection in the path.
  ///
  /// - Throws: `inspection.unknown`.
  func inspection() throws(Refusal) -> Int64 {
    guard let id = Int64(try part("id")), id > 0 else { throw Refusal(.notFound, "inspection.unknown") }
    return id
  }
}

extension Response {
  /// A text to be kept as a file.
  static func file(_ name: String, _ type: String, _ text: String) -> Response {
    var headers: HTTPFields = [.contentType: type]
    headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
  }
}

extension JSON {
  mutating func fields(of plan: InspectionPlan) {
    field("id", plan.id)
    field("title", plan.title)
    field("scope", plan.scope.rawValue)
    field("kind", plan.kind.rawValue)
    field("condition", plan.condition)
    field("sample", plan.sample.wire)
    field("count", plan.count)
    field("team", plan.team)
    field("targets", plan.targetCount)
    field("inspectors", plan.inspectorCount)
    field("citation", plan.scope.citation?.key)
    field("state", plan.state.rawValue)
    field("createdAt", plan.createdAt)
    field("createdBy", plan.createdBy)
    field("commitment", plan.committed?.commitment.hex)
    field("committedAt", plan.committed?.at)
    field("committedBy", plan.committed?.officer)
    field("seed", plan.drawn?.request.seed.wire)
    field("seedSource", plan.drawn?.request.seedSource.wire)
    field("seedAt", plan.drawn?.request.seedAt.instant)
    field("witness", plan.drawn?.request.witness.wire)
    field("drawnAt", plan.drawn?.at)
    field("drawnBy", plan.drawn?.officer)
  }

  mutating func fields(of result: InspectionResult) {
    field("rank", result.pick.rank)
    field("name", result.pick.target.name.wire)
    field("target", result.pick.target.identityNumber.wire)
    field("group", result.pick.target.group?.wire)
    field("key", result.pick.key)
    list("inspectors", result.pick.inspectors) { json, inspector in
      json.object { json in
        json.field("name", inspector.name.wire)
        json.field("certificate", inspector.certificate.wire)
      }
    }
    field("endedOn", result.endedOn?.description)
    field("category", result.category?.rawValue)
    field("problem", result.problem)
    field("recordedOn", result.recordedOn?.description)
    field("publishedOn", result.publishedOn?.description)
    field("address", result.address)
    field("followUp", result.followUp?.wire)
  }
}

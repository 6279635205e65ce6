import Casework
import Hummingbird
import Registry

/// `/api/actions`: enforcement actions, whether they found a case or not.
struct EnforcementActions {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("actions", use: index).post("actions", use: create).get("actions/{id}", use: show)
    routes.post("actions/{id}/withdrawal", use: withdraw)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let query = try Query(request, names: ["before"])
    let before = try query.value("before") { Int64($0) }
    let actions = try await site.registry.enforcementActions(limit: 200, before: before, for: context.officer())
    return .json(
      JSON.object { json in
        json.list("actions", actions) { json, action in json.object { $0.fields(of: action) } }
        json.field("next", actions.count == 200 ? actions.last?.id : nil)
      })
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let action = try await site.registry.enforcementAction(context.action(), for: context.officer())
    return .json(JSON.object { $0.fields(of: action) })
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let body = try await Body(request)
    let done = try await site.registry.record(
      body.decode(EnforcementActionRequest.self), once: request.once(body), by: context.officer(), now: context.now)
    return .created(
      JSON.object { $0.field("id", done.value) }, at: "/api/actions/\(done.value)", replayed: done.isReplay)
  }

  @Sendable func withdraw(_ request: Request, _ context: Context) async throws -> Response {
    let id = try context.action()
    try await site.registry.withdrawAction(id, by: context.officer(), now: context.now)
    return .created(JSON.object { $0.field("id", id) }, at: "/api/actions/\(id)", replayed: false)
  }
}

extension Context {
  /// The key of an enforcement action in the path.
  ///
  /// - Throws: `action.unknown`.
  func action() throws(Refusal) -> Int64 {
    guard let id = Int64(try part("id")), id > 0 else { throw Refusal(.notFound, "action.unknown") }
    return id
  }
}

extension JSON {
  fileprivate mutating func fields(of action: EnforcementAction) {
    field("id", action.id)
    field("agency", action.agency.rawValue)
    field("day", action.day.description)
    field("town", action.town?.rawValue)
    field("place", action.place)
    field("market", action.isAtMarket)
    field("officers", action.officers)
    field("note", action.note)
    field("officer", action.officer)
    field("withdrawnAt", action.withdrawnAt)
  }
}

import Casework
import Hummingbird
import Registry

/// `/api/cases/{number}/supplements`
struct Supplements {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.post("{number}/supplements", use: create)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let number = try context.caseNumber()
    let body = try await Body(request)
    let done = try await site.registry.supplement(
      body.decode(SupplementRequest.self), to: number, once: request.once(body), by: officer, now: context.now)
    return .created(
      JSON.object { $0.field("number", done.value.wire) }, at: "/api/cases/\(number)", replayed: done.isReplay)
  }
}

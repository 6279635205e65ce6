import Casework
import Hummingbird
import Registry

/// `/api/proceedings/{id}/acts`
struct Acts {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("{id}/acts", use: index).post("{id}/acts", use: create)
  }

  /// What the officer may do now.
  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let (proceeding, file) = try await site.registry.proceeding(context.proceeding(), for: officer)
    return .json(
      JSON.object { json in
        json.field("number", file.number.wire)
        json.field("revision", file.revision)
        json.fields(of: proceeding, in: file, for: officer)
      })
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let id = try context.proceeding()
    let body = try await Body(request)
    let done = try await site.registry.act(
      id, body.decode(ActRequest.self), once: request.once(body), by: officer, now: context.now)
    return .created(
      JSON.object { $0.fields(of: done.value) }, at: "/api/proceedings/\(id)/acts", replayed: done.isReplay)
  }
}

import Casework
import Hummingbird
import Registry

/// `/api/cases/{number}/proceedings`
struct Openings {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("{number}/proceedings", use: index).post("{number}/proceedings", use: create)
  }

  /// What the officer may open in the file now.
  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let file = try await site.registry.state(of: context.caseNumber(), for: officer)
    return .json(
      JSON.object { json in
        json.field("number", file.number.wire)
        json.field("revision", file.revision)
        json.list("openings", file.openings(for: officer)) { json, opening in
          guard let procedure = opening.kind.procedure else { return }
          json.object { json in
            json.field("kind", opening.kind.rawValue)
            json.field("needsOrigin", procedure.needsOrigin)
            json.list("origins", opening.origins) { json, origin in
              json.object { json in
                json.field("id", origin.id)
                json.field("kind", origin.kind.rawValue)
                json.field("state", origin.state)
              }
            }
            json.field("act", procedure.opening.act)
            json.field("citation", procedure.opening.citation?.key)
            json.fields(of: procedure.opening.facts)
          }
        }
      })
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let number = try context.caseNumber()
    let body = try await Body(request)
    let done = try await site.registry.open(
      body.decode(OpeningRequest.self), in: number, once: request.once(body), by: officer, now: context.now)
    return .created(
      JSON.object { json in
        json.field("number", number.wire)
        json.field("proceeding", done.value)
      }, at: "/api/proceedings/\(done.value)/acts", replayed: done.isReplay)
  }
}

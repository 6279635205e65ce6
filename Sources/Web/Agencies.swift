import Hummingbird
import Registry

/// `/api/agencies`, `/api/offences`, `/api/notices`, `/api/officers/me`: what an officer's program needs to know of its surroundings.
struct Agencies {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("agencies", use: agencies).get("offences", use: offences).get("notices", use: notices).get(
      "officers/me", use: me)
  }

  @Sendable func agencies(_ request: Request, _ context: Context) throws -> Response {
    _ = try context.officer()
    return .json(
      JSON.object { json in
        json.list("agencies", site.directory.agencies) { json, agency in
          json.object { json in
            json.field("code", agency.code.rawValue)
            json.field("chinese", agency.chinese)
            json.field("english", agency.english)
            json.field("kind", agency.kind.rawValue)
          }
        }
      })
  }

  @Sendable func offences(_ request: Request, _ context: Context) throws -> Response {
    _ = try context.officer()
    return .json(
      JSON.object { json in
        json.list("offences", site.offences) { json, offence in
          json.object { json in
            json.field("code", offence.code)
            json.field("chinese", offence.chinese)
            json.field("english", offence.english)
          }
        }
      })
  }

  @Sendable func notices(_ request: Request, _ context: Context) async throws -> Response {
    let query = try Query(request, names: ["after"])
    let after = try query.value("after") { Int64($0) }
    let notices = try await site.registry.notices(after: after, limit: 200, for: context.officer())
    return .json(
      JSON.object { json in
        json.list("notices", notices) { json, notice in
          json.object { json in
            json.field("id", notice.id)
            json.field("number", notice.number.wire)
            json.field("summary", notice.summary)
            json.field("kind", notice.kind)
            json.field("agency", notice.agency.rawValue)
            json.field("createdAt", notice.createdAt)
          }
        }
      })
  }

  @Sendable func me(_ request: Request, _ context: Context) throws -> Response {
    let officer = try context.officer()
    return .json(JSON.object { $0.fields(of: officer) })
  }
}

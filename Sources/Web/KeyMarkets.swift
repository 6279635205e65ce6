import Casework
import Hummingbird
import Registry

/// `/api/markets`: the key physical markets of the district.
struct KeyMarkets {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("markets", use: index).post("markets", use: create).post("markets/{id}/end", use: end)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let markets = try await site.registry.keyMarkets(for: context.officer())
    return .json(
      JSON.object { json in
        json.list("markets", markets) { json, market in
          json.object { json in
            json.field("id", market.id)
            json.field("agency", market.agency.rawValue)
            json.field("name", market.name)
            json.field("town", market.town?.rawValue)
            json.field("since", market.since.description)
            json.field("until", market.until?.description)
          }
        }
      })
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let body = try await Body(request)
    let done = try await site.registry.list(
      body.decode(KeyMarketRequest.self), once: request.once(body), by: context.officer(), now: context.now)
    return .created(JSON.object { $0.field("id", done.value) }, at: "/api/markets", replayed: done.isReplay)
  }

  @Sendable func end(_ request: Request, _ context: Context) async throws -> Response {
    let id = try context.market()
    let body = try await Body(request)
    try await site.registry.end(id, body.decode(KeyMarketEnd.self), by: context.officer(), now: context.now)
    return .created(JSON.object { $0.field("id", id) }, at: "/api/markets", replayed: false)
  }
}

extension Context {
  /// The key of a market in the path.
  ///
  /// - Throws: `market.unknown`.
  func market() throws(Refusal) -> Int64 {
    guard let id = Int64(try part("id")), id > 0 else { throw Refusal(.notFound, "market.unknown") }
    return id
  }
}

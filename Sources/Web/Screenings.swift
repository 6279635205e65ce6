import Casework
import Hummingbird
import Law
import Registry

/// `/api/screening` and `/api/cases/{number}/screening`
struct Screenings {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("screening", use: index).get("cases/{number}/screening", use: show)
    routes.post("cases/{number}/screening/reasons", use: create)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let onlyOpen = try Query.onlyOpen(request)
    let hits = try await site.registry.screeningHits(onlyOpen: onlyOpen, for: context.officer())
    return answer(hits)
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let hits = try await site.registry.screening(of: context.caseNumber(), for: context.officer())
    return answer(hits)
  }

  private func answer(_ hits: [ScreeningHit]) -> Response {
    .json(JSON.object { json in json.list("hits", hits) { json, hit in json.object { $0.fields(of: hit) } } })
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let number = try context.caseNumber()
    let body = try await Body(request)
    let done = try await site.registry.explain(
      body.decode(ScreeningReasonRequest.self), of: number, once: request.once(body), by: context.officer(),
      now: context.now)
    return .created(
      JSON.object { $0.field("number", number.wire) }, at: "/api/cases/\(number)/screening", replayed: done.isReplay)
  }
}

extension Query {
  /// Whether a list of hits is asked for the open ones only, as it is unless `open=false`.
  static func onlyOpen(_ request: Request) throws -> Bool {
    try Query(request, names: ["open"]).value("open") { ["true": true, "false": false][$0] } ?? true
  }
}

extension JSON {
  mutating func fields(of hit: ScreeningHit) {
    field("number", hit.number.wire)
    field("summary", hit.summary)
    field("respondents", hit.respondents)
    field("owner", hit.owner.rawValue)
    field("offence", hit.offence)
    field("result", hit.result.rawValue)
    field("tier", hit.tier)
    field("decidedBy", hit.decidedBy)
    field("version", hit.version)
    field("arithmetic", hit.arithmetic)
    field("notes", hit.notes)
    field("screenedAt", hit.screenedAt)
    field("referred", hit.isReferred)
    field("open", hit.isOpen)
    field("reason", hit.reason?.text)
    field("reasonBy", hit.reason?.officer)
    field("reasonAt", hit.reason?.recordedAt)
  }
}

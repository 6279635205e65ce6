import Casework
import Hummingbird
import Registry

/// `/actions`: enforcement actions and the list of key markets, with the forms that add to them.
struct EnforcementActionPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("actions", use: index).post("actions", use: create).get("actions/{id}", use: show)
    routes.post("actions/{id}/withdrawal", use: withdraw)
    routes.get("markets", use: index).post("markets", use: list).post("markets/{id}/end", use: end)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let query = try Query(request, names: ["before"])
    let before = try query.value("before") { Int64($0) }
    let actions = try await site.registry.enforcementActions(limit: 100, before: before, for: context.officer())
    let next = actions.count == 100 ? actions.last.map { "/actions?before=\($0.id)" } : nil
    return site.answer(try await page(actions, next: next, Draft(), request, context), context)
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let action = try await site.registry.enforcementAction(context.action(), for: context.officer())
    return site.answer(try await page([action], next: nil, Draft(), request, context), context)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    return try await send(request, context) { body in
      _ = try await site.registry.record(
        body.decode(Asked.self).request(), once: request.once(body), by: officer, now: context.now)
    }
  }

  /// What the form sends: the number of officers as a text, the box as `true`.
  private struct Asked: Decodable {
    let happenedOn: When
    let town: Town?
    let place: Line
    let market: Line?
    let officers: Line
    let note: Prose?

    /// - Throws: `action.officers` for a number that is none.
    func request() throws(Refusal) -> EnforcementActionRequest {
      guard let count = Int(officers.wire) else {
        throw Refusal(.invalid, "action.officers", field: "officers")
      }
      return EnforcementActionRequest(
        happenedOn: happenedOn, town: town, place: place, market: market?.wire == "true", officers: count, note: note)
    }
  }

  @Sendable func withdraw(_ request: Request, _ context: Context) async throws -> Response {
    let (id, officer) = (try context.action(), try context.officer())
    return try await send(request, context) { _ in
      try await site.registry.withdrawAction(id, by: officer, now: context.now)
    }
  }

  @Sendable func list(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    return try await send(request, context) { body in
      _ = try await site.registry.list(
        body.decode(KeyMarketRequest.self), once: request.once(body), by: officer, now: context.now)
    }
  }

  @Sendable func end(_ request: Request, _ context: Context) async throws -> Response {
    let (id, officer) = (try context.market(), try context.officer())
    return try await send(request, context) { body in
      try await site.registry.end(id, body.decode(KeyMarketEnd.self), by: officer, now: context.now)
    }
  }

  /// Does what a form asks for, and shows the lists again.
  private func send(
    _ request: Request, _ context: Context, _ act: (Body) async throws -> Void
  ) async throws -> Response {
    let officer = try context.officer()
    return try await site.take(request, context) { body in
      try await act(body)
      return "/actions"
    } again: { draft, status in
      let actions = try await site.registry.enforcementActions(limit: 100, for: officer)
      return site.answer(try await page(actions, next: nil, draft, request, context), context, status: status)
    }
  }

  private func page(
    _ actions: [EnforcementAction], next: String?, _ draft: Draft, _ request: Request, _ context: Context
  ) async throws -> EnforcementActionsPage {
    let officer = try context.officer()
    let words = Wording(site, context)
    let fields = FieldWriter(draft: draft, words: words)
    let markets = try await site.registry.keyMarkets(for: officer)
    let today = context.now.day().description
    let towns = fields.choice("town", "town", Town.allCases)
    return EnforcementActionsPage(
      frame: site.frame(words.title("pages.actions.title", draft), request, context), problems: fields.problems,
      idempotencyKey: draft.key, records: officer.recordsActions,
      happenedOn: fields.text("happenedOn", required: true, initially: today), town: towns,
      place: fields.text("place", required: true), officers: fields.text("officers", required: true),
      note: fields.text("note"),
      rows: actions.map { action in
        EnforcementActionsPage.Row(
          href: "/actions/\(action.id)", day: action.day.description, agency: words.name(of: action.agency),
          town: action.town.map { words("town.\($0.rawValue)") }, place: action.place,
          market: action.isAtMarket ? words("pages.actions.at-market") : nil, officers: String(action.officers),
          note: action.note, officer: action.officer,
          withdrawn: action.withdrawnAt.map { words("pages.actions.withdrawn", ["at": $0.local]) },
          withdrawal: action.mayBeWithdrawn(by: officer) ? "/actions/\(action.id)/withdrawal" : nil)
      }, next: next, marketName: fields.text("name", required: true),
      marketSince: fields.text("since", required: true, initially: today),
      markets: markets.map { market in
        EnforcementActionsPage.Market(
          name: market.name, agency: words.name(of: market.agency),
          town: market.town.map { words("town.\($0.rawValue)") }, since: market.since.description,
          until: market.until?.description, end: market.mayBeEnded(by: officer) ? "/markets/\(market.id)/end" : nil,
          today: today)
      })
  }
}

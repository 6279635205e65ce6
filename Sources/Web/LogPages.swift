import Casework
import Hummingbird
import Law
import Registry

/// `/cases/new` and `POST /cases`: logging a case.
struct LogPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("cases/new", use: new).post("cases", use: create)
  }

  @Sendable func new(_ request: Request, _ context: Context) throws -> Response {
    let officer = try context.officer()
    try officer.requireOne(of: [.clerk, .caseOfficer])
    guard officer.mayPenalise else { throw Refusal(.forbidden, "case.no-power", ["agency": .agency(officer.agency)]) }
    return site.answer(page(Draft(), request, context), context)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let body = try await Body(request)
    try site.requireOwnForm(body.form, context)
    do {
      let done = try await site.registry.log(
        body.decode(CaseFileRequest.self), once: request.once(body), by: officer, now: context.now)
      return .redirect(to: "/cases/\(done.value)", type: .normal)
    } catch let refusal as Refusal where refusal.returnsForm {
      return site.answer(
        page(Draft(body.form, refusal), request, context), context, status: refusal.kind.status)
    }
  }

  private func page(_ draft: Draft, _ request: Request, _ context: Context) -> NewCasePage {
    let words = Wording(site, context)
    let field = FieldWriter(draft: draft, words: words)
    func party(_ index: Int) -> NewCasePage.PartyFields {
      NewCasePage.PartyFields(
        kind: field.choice(
          "parties.\(index).kind", "party-kind", [Party.Kind.organisation, .naturalPerson], required: index == 0,
          initially: .organisation),
        name: field.text("parties.\(index).name", required: index == 0),
        identityNumber: field.text("parties.\(index).identityNumber"))
    }
    return NewCasePage(
      frame: site.frame(words.title("pages.new-case.title", draft), request, context), idempotencyKey: draft.key,
      problems: field.problems,
      ipType: field.choice("ipType", "ip-type", IPType.allCases, required: true),
      summary: field.text("summary", required: true),
      leadSource: field.choice(
        "leadSource", "lead-source", LeadSource.allCases.filter { $0 != .published }, required: true),
      leadOn: field.text("leadOn", required: true, initially: context.now.day().description),
      simple: draft.form?["simple"] == "true", respondent: party(0), rightsHolder: party(1),
      right: .init(
        kind: field.choice("rights.0.kind", "ip-type", IPType.allCases), number: field.text("rights.0.number"),
        name: field.text("rights.0.name")),
      rightsOpen: draft.touches("rights"), channel: field.choice("channel", "channel", Channel.allCases),
      place: field.text("place"), town: field.choice("town", "town", Town.allCases),
      placeOpen: ["channel", "place", "town"].contains { draft.touches($0) },
      item: .init(
        name: field.text("goods.0.name"), quantity: field.text("goods.0.quantity"), unit: field.text("goods.0.unit"),
        value: field.text("goods.0.value"),
        priceBasis: field.choice("goods.0.priceBasis", "price-basis", Goods.PriceBasis.allCases)),
      goodsOpen: draft.touches("goods"), turnover: field.text("amounts.turnover"),
      gainsGross: field.text("amounts.gainsGross"), gainsNet: field.text("amounts.gainsNet"),
      goodsValue: field.text("amounts.goodsValue"), amountsOpen: draft.touches("amounts"))
  }
}

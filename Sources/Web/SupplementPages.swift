import Casework
import Hummingbird
import Registry

/// `/cases/{number}/supplements/new`: adding to a case file what was found after it was logged.
struct SupplementPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("cases/{number}/supplements/new", use: new).post("cases/{number}/supplements", use: create)
  }

  @Sendable func new(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    try officer.requireOne(of: .intake)
    return site.answer(try await page(Draft(), request, context), context)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let number = try context.caseNumber()
    return try await site.take(request, context) { body in
      _ = try await site.registry.supplement(
        body.decode(SupplementRequest.self), to: number, once: request.once(body), by: officer, now: context.now)
      return "/cases/\(number)"
    } again: { draft, status in
      let page = try await page(draft, request, context)
      return site.answer(page, context, status: status)
    }
  }

  private func page(_ draft: Draft, _ request: Request, _ context: Context) async throws -> SupplementPage {
    let file = try await site.registry.caseFile(context.caseNumber(), for: context.officer())
    let officer = try context.officer()
    guard file.head.owner == officer.agency else {
      throw Refusal(
        .forbidden, "case.not-yours",
        ["case": .text(file.head.number.wire), "agency": .agency(file.head.owner)])
    }
    let words = Wording(site, context)
    let field = FieldWriter(draft: draft, words: words)
    return SupplementPage(
      frame: site.frame(words.title("pages.supplement.title", draft), request, context),
      action: "/cases/\(file.head.number)/supplements", idempotencyKey: draft.key,
      revision: draft.revision ?? file.head.revision, problems: field.problems, caseNumber: file.head.number.wire,
      caseHref: "/cases/\(file.head.number)", summary: file.head.summary,
      partyRole: field.choice("parties.0.role", "party-role", Party.Role.allCases, initially: .respondent),
      party: .init(
        kind: field.choice(
          "parties.0.kind", "party-kind", [Party.Kind.organisation, .naturalPerson], initially: .organisation),
        name: field.text("parties.0.name"), identityNumber: field.text("parties.0.identityNumber")),
      right: .init(
        kind: field.choice("rights.0.kind", "ip-type", IPType.allCases, initially: file.head.ipType),
        number: field.text("rights.0.number"), name: field.text("rights.0.name")),
      item: .init(
        name: field.text("goods.0.name"), quantity: field.text("goods.0.quantity"), unit: field.text("goods.0.unit"),
        value: field.text("goods.0.value"),
        priceBasis: field.choice("goods.0.priceBasis", "price-basis", Goods.PriceBasis.allCases)),
      turnover: field.text("amounts.turnover"), gainsGross: field.text("amounts.gainsGross"),
      gainsNet: field.text("amounts.gainsNet"), goodsValue: field.text("amounts.goodsValue"),
      reason: field.text("reason", required: true))
  }
}

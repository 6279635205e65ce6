import Casework
import Hummingbird
import Law
import Registry

/// `/cases/{number}/proceedings/new`: the form that opens a proceeding in a case file.
struct OpeningPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("cases/{number}/proceedings/new", use: new).post("cases/{number}/proceedings", use: create)
  }

  @Sendable func new(_ request: Request, _ context: Context) async throws -> Response {
    let query = try Query(request, names: ["kind", "origin"])
    guard let kind = try query.value("kind", ProceedingKind.init(rawValue:)) else {
      throw Refusal(.malformed, "query.parameter", field: "kind", ["name": .text("kind")])
    }
    let origin = try query.value("origin") { Int64($0) }
    return site.answer(try await page(kind, origin, Draft(), request, context), context)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let number = try context.caseNumber()
    let body = try await Body(request)
    try site.requireOwnForm(body.form, context)
    do {
      _ = try await site.registry.open(
        body.decode(OpeningRequest.self), in: number, once: request.once(body), by: officer, now: context.now)
      return .redirect(to: "/cases/\(number)", type: .normal)
    } catch let refusal as Refusal where refusal.returnsForm {
      guard let kind = body.form?["kind"].flatMap(ProceedingKind.init(rawValue:)) else { throw refusal }
      let page = try await page(kind, nil, Draft(body.form, refusal), request, context)
      return site.answer(page, context, status: refusal.kind.status)
    }
  }

  private func page(
    _ kind: ProceedingKind, _ origin: Int64?, _ draft: Draft, _ request: Request, _ context: Context
  ) async throws -> ActPage {
    let officer = try context.officer()
    let file = try await site.registry.caseFile(context.caseNumber(), for: officer)
    guard let procedure = kind.procedure,
      let offer = file.state.openings(for: officer).first(where: { $0.kind == kind })
    else {
      // Refused as opening it would be.
      let asked = OpeningRequest(kind: kind, facts: nil, origin: nil)
      _ = try asked.opening(in: file.state, by: officer, today: context.now.day(), Surroundings())
      throw Refusal(.notFound, "path.unknown")
    }
    let words = Wording(site, context)
    let fields = FieldWriter(draft: draft, words: words)
    let rule = procedure.opening
    let title = "act.\(kind.rawValue).\(rule.act)"
    let origins = offer.origins.map { sibling in
      (
        String(sibling.id),
        words(
          "pages.opening.origin",
          [
            "kind": words("proceeding.\(sibling.kind.rawValue)"), "id": String(sibling.id),
            "state": words("state.\(sibling.kind.rawValue).\(sibling.state)"),
          ])
      )
    }
    let only = procedure.needsOrigin && origins.count == 1 ? origins[0].0 : nil
    return ActPage(
      frame: site.frame(words.title(title, draft), request, context),
      action: "/cases/\(file.head.number)/proceedings", idempotencyKey: draft.key,
      revision: draft.revision ?? file.head.revision, problems: fields.problems, caseNumber: file.head.number.wire,
      caseHref: "/cases/\(file.head.number)", summary: file.head.summary,
      proceeding: words("proceeding.\(kind.rawValue)"), act: words(title),
      citation: rule.citation.map { site.catalogue.printed($0, in: context.language) }, advice: [],
      helpHref: "/help/proceedings/\(kind.rawValue)", kindCode: kind.rawValue,
      origin: origins.isEmpty
        ? nil
        : ActPage.Origin(
          choice: fields.choice(
            "origin", origins, label: words("pages.opening.follows"), required: procedure.needsOrigin,
            initially: origin.map { String($0) } ?? only)),
      from: nil, to: words.tag(kind, procedure.initial),
      happenedOn: fields.text("happenedOn", required: true, initially: context.now.day().description),
      facts: rule.facts.map { fields.fact($0, at: "facts.\($0.name)", among: site.directory.agencies) },
      sanctions: [], sanctionsOpen: false)
  }
}

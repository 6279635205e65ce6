import Casework
import Hummingbird
import Law
import Registry

/// `/screening`: hits that were neither referred nor given a reason; and the form of a reason.
struct ScreeningPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("screening", use: index)
    routes.get("cases/{number}/screening/{offence}", use: new).post("cases/{number}/screening/{offence}", use: create)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let words = Wording(site, context)
    let query = try Query(request, names: ["open"])
    let onlyOpen = try query.value("open") { ["true": true, "false": false][$0] } ?? true
    let hits = try await site.registry.screeningHits(onlyOpen: onlyOpen, for: officer)
    let page = ScreeningPage(
      frame: site.frame(words("pages.screening.title"), request, context), onlyOpen: onlyOpen,
      hits: hits.map { words.row($0, for: officer) })
    return site.answer(page, context)
  }

  @Sendable func new(_ request: Request, _ context: Context) async throws -> Response {
    try await answer(Draft(), request, context, status: .ok)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let number = try context.caseNumber()
    let body = try await Body(request)
    try site.requireOwnForm(body.form, context)
    do {
      let asked = try body.decode(Asked.self)
      let reason = ScreeningReasonRequest(offence: try Line(wire: context.part("offence")), reason: asked.reason)
      _ = try await site.registry.explain(reason, of: number, once: request.once(body), by: officer, now: context.now)
      return .redirect(to: "/cases/\(number)", type: .normal)
    } catch let refusal as Refusal where refusal.returnsForm {
      return try await answer(Draft(body.form, refusal), request, context, status: refusal.kind.status)
    }
  }

  /// What the form sends: the offence is in the address.
  private struct Asked: Decodable { let reason: Prose }

  private func answer(
    _ draft: Draft, _ request: Request, _ context: Context, status: HTTPResponse.Status
  ) async throws -> Response {
    let (number, officer) = (try context.caseNumber(), try context.officer())
    let offence = try context.part("offence")
    let hits = try await site.registry.screening(of: number, for: officer)
    guard let hit = hits.first(where: { $0.offence == offence && $0.result == .met }) else {
      throw Refusal(.notAllowed, "screening.no-hit", field: "offence", ["offence": .text(offence)])
    }
    let words = Wording(site, context)
    let fields = FieldWriter(draft: draft, words: words)
    let page = ScreeningReasonPage(
      frame: site.frame(words.title("pages.screening.reason-title", draft), request, context),
      action: "/cases/\(number)/screening/\(offence)", idempotencyKey: draft.key, problems: fields.problems,
      caseNumber: number.wire, caseHref: "/cases/\(number)", hit: words.row(hit, for: officer),
      reason: fields.text("reason", required: true))
    return site.answer(page, context, status: status)
  }
}

extension Wording {
  func row(_ hit: ScreeningHit, for officer: Officer) -> ScreeningRow {
    let mayExplain =
      hit.isOpen && hit.owner == officer.agency
      && officer.isOne(of: [.caseOfficer, .deputyHead, .actingHead, .head])
    return ScreeningRow(
      href: "/cases/\(hit.number)", number: hit.number.wire, summary: hit.summary, respondents: hit.respondents,
      holder: name(of: hit.owner), offence: offence(hit.offence) ?? hit.offence,
      result: StateTag(hit.isOpen ? .waiting : hit.result == .met ? .done : .info, result(hit)),
      arithmetic: arithmetic(hit.arithmetic), decidedBy: hit.decidedBy ?? "",
      outcome: hit.isReferred
        ? self("pages.screening.referred")
        : hit.reason.map {
          self("pages.screening.reason-by", ["reason": $0.text, "officer": $0.officer, "at": $0.recordedAt.local])
        },
      reasonHref: mayExplain ? "/cases/\(hit.number)/screening/\(hit.offence)" : nil)
  }

  /// A sum with the names of its parts in words: 非法经营数额 62000.00 ≥ 50000.00.
  func arithmetic(_ text: String) -> String {
    text.split(separator: " ").map { word -> String in
      switch word {
      case ">=": "≥"
      default: site.catalogue.has("law.metric.\(word)") ? self("law.metric.\(word)") : String(word)
      }
    }.joined(separator: " ")
  }

  private func result(_ hit: ScreeningHit) -> String {
    let result = self("law.result.\(hit.result.rawValue)")
    return hit.tier.map { self("pages.screening.tier", ["result": result, "tier": String($0)]) } ?? result
  }
}

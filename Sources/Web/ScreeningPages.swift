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
    let onlyOpen = try Query.onlyOpen(request)
    let hits = try await site.registry.screeningHits(onlyOpen: onlyOpen, for: officer)
    let book = try await site.registry.lawBook()
    let page = ScreeningPage(
      frame: site.frame(words("pages.screening.title"), request, context), onlyOpen: onlyOpen,
      hits: hits.map { words.row($0, book, for: officer) })
    return site.answer(page, context)
  }

  @Sendable func new(_ request: Request, _ context: Context) async throws -> Response {
    try await answer(Draft(), request, context, status: .ok)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let number = try context.caseNumber()
    return try await site.take(request, context) { body in
      let asked = try body.decode(Asked.self)
      let reason = ScreeningReasonRequest(offence: try Line(wire: context.part("offence")), reason: asked.reason)
      _ = try await site.registry.explain(reason, of: number, once: request.once(body), by: officer, now: context.now)
      return "/cases/\(number)"
    } again: { draft, status in
      try await answer(draft, request, context, status: status)
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
    let book = try await site.registry.lawBook()
    let page = ScreeningReasonPage(
      frame: site.frame(words.title("pages.screening.reason-title", draft), request, context),
      action: "/cases/\(number)/screening/\(offence)", idempotencyKey: draft.key, problems: fields.problems,
      caseNumber: number.wire, caseHref: "/cases/\(number)", hit: words.row(hit, book, for: officer),
      reason: fields.text("reason", required: true))
    return site.answer(page, context, status: status)
  }
}

extension Wording {
  func row(_ hit: ScreeningHit, _ book: LawBook, for officer: Officer) -> ScreeningRow {
    let mayExplain =
      hit.isOpen && hit.owner == officer.agency
      && officer.isOne(of: ScreeningHit.explainers) && officer.mayPenalise
    return ScreeningRow(
      href: "/cases/\(hit.number)", number: hit.number.wire, summary: hit.summary, respondents: hit.respondents,
      holder: name(of: hit.owner), offence: offence(hit.offence) ?? hit.offence,
      result: StateTag(hit.isOpen ? .waiting : hit.result == .met ? .done : .info, result(hit)),
      arithmetic: arithmetic(hit.arithmetic), decidedBy: hit.decidedBy ?? "",
      basis: basis(of: hit, book), cautions: cautions(hit.notes),
      outcome: outcome(hit),
      reasonHref: mayExplain ? "/cases/\(hit.number)/screening/\(hit.offence)" : nil)
  }

  /// Referred, or why not and by whom; both where both are so.
  private func outcome(_ hit: ScreeningHit) -> String? {
    let said = [
      hit.isReferred ? self("pages.screening.referred") : nil,
      hit.reason.map {
        self("pages.screening.reason-by", ["reason": $0.text, "officer": $0.officer, "at": $0.recordedAt.local])
      },
    ].compactMap(\.self)
    return said.isEmpty ? nil : said.joined(separator: separator)
  }

  /// The articles of the threshold that decides, and of which year it is.
  func basis(of hit: ScreeningHit, _ book: LawBook) -> String {
    guard let threshold = book.thresholds.first(where: { $0.key == hit.decidedBy }) else { return "" }
    return citations(threshold.authority, book)
  }

  /// The notes of a finding as sentences: what is not named in the catalogue is shown as it is.
  func cautions(_ notes: String) -> [String] {
    notes.split(separator: ";").compactMap { note in
      let text = String(note).trimmingBlanks
      guard !text.isEmpty else { return nil }
      let parts = text.split(separator: ":", maxSplits: 1).map { String($0).trimmingBlanks }
      guard site.catalogue.has("law.note.\(parts[0])") else { return text }
      let names = (parts.count > 1 ? parts[1] : "").split(separator: ",").map { name -> String in
        let name = String(name).trimmingBlanks
        return site.catalogue.has("law.metric.\(name)") ? self("law.metric.\(name)") : name
      }
      return self("law.note.\(parts[0])", ["names": names.joined(separator: separator)])
    }
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

import Casework
import Hummingbird
import Law
import Registry

/// `/proceedings/{id}/acts/{act}`: the form of an act.
struct ActPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("proceedings/{id}/acts/{act}", use: new).post("proceedings/{id}/acts/{act}", use: create)
  }

  @Sendable func new(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let (proceeding, file) = try await site.registry.proceeding(context.proceeding(), for: officer)
    let rule = try rule(context.part("act"), proceeding, file, officer, context)
    let page = try await page(rule, proceeding, file, Draft(), officer, request, context)
    return site.answer(page, context)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let id = try context.proceeding()
    let act = try context.part("act")
    return try await site.take(request, context) { body in
      var asked = try body.decode(Asked.self).request(act)
      asked.facts = asked.facts ?? [:]
      _ = try await site.registry.act(id, asked, once: request.once(body), by: officer, now: context.now)
      let (_, file) = try await site.registry.proceeding(id, for: officer)
      return "/cases/\(file.number)"
    } again: { draft, status in
      let (proceeding, file) = try await site.registry.proceeding(id, for: officer)
      let rule = try rule(act, proceeding, file, officer, context)
      let page = try await page(rule, proceeding, file, draft, officer, request, context)
      return site.answer(page, context, status: status)
    }
  }

  /// What the form sends: an `ActRequest` whose act is in the address.
  private struct Asked: Decodable {
    let happenedOn: When
    let facts: [String: String]?
    let sanctions: [Sanction]?
    let revision: Int?

    func request(_ act: String) -> ActRequest {
      ActRequest(act: act, happenedOn: happenedOn, facts: facts, sanctions: sanctions, revision: revision)
    }
  }

  /// The rule of an act that may be done now; asking for another is refused as doing it would be.
  private func rule(
    _ act: String, _ proceeding: Proceeding, _ file: CaseFileState, _ officer: Officer, _ context: Context
  ) throws -> ActRule {
    if let rule = proceeding.allowed(to: officer, in: file).first(where: { $0.act == act }) { return rule }
    let probe = ActRequest(act: act, happenedOn: When(PartialDay(context.now.day())), facts: nil, revision: nil)
    _ = try proceeding.step(probe, by: officer, in: file, on: context.now.day())
    throw Refusal(.notFound, "path.unknown")
  }

  private func page(
    _ rule: ActRule, _ proceeding: Proceeding, _ file: CaseFileState, _ draft: Draft, _ officer: Officer,
    _ request: Request, _ context: Context
  ) async throws -> ActPage {
    let words = Wording(site, context)
    let whole = try await site.registry.caseFile(file.number, for: officer)
    let head = whole.head
    let book = try await site.registry.lawBook()
    var advice: [String] = []
    if rule.facts.contains(where: { $0.name == "fine" }) {
      let lead = try await site.registry.entries(of: file.number, for: officer).standing.first?.happenedOn
      let range = FineAdvice(whole, on: lead?.last ?? head.loggedAt.day(), book)?.range
      advice += range.map { [words.advice($0, book)] } ?? []
    }
    if rule.facts.contains(where: { $0.name == "hearing" }) {
      advice += book.hearings.filter { $0.validity.contains(context.now.day()) }.map { words.advice($0, book) }
    }
    let things =
      rule.facts.contains { $0.form == .things }
      ? try await site.registry.evidence(of: file.number, for: officer) : []
    let fields = FieldWriter(draft: draft, words: words)
    let kind = proceeding.kind.rawValue
    let title = words("act.\(kind).\(rule.act)")
    let decides = rule.act == "decide" && [.penalty, .summary].contains(proceeding.kind)
    return ActPage(
      frame: site.frame(words.title("act.\(kind).\(rule.act)", draft), request, context),
      action: "/proceedings/\(proceeding.id)/acts/\(rule.act)",
      idempotencyKey: draft.key, revision: draft.revision ?? file.revision,
      problems: fields.problems, caseNumber: file.number.wire, caseHref: "/cases/\(file.number)", summary: head.summary,
      proceeding: words("proceeding.\(kind)"), act: title,
      citation: rule.citation.map { site.catalogue.printed($0, in: context.language) },
      advice: advice, helpHref: "/help/proceedings/\(kind)", kindCode: nil, origin: nil,
      from: words.tag(proceeding.kind, proceeding.state(at: context.now)),
      to: words.tag(proceeding.kind, rule.to ?? proceeding.state),
      happenedOn: fields.text("happenedOn", required: true, initially: context.now.day().description),
      facts: rule.facts.map {
        fields.fact($0, at: "facts.\($0.name)", among: site.directory.agencies, things: things)
      },
      sanctions: decides ? fields.sanctions(of: whole.state.respondents) : [],
      sanctionsOpen: draft.touches("sanctions"))
  }
}

extension FieldWriter {
  /// Rows for the penalties of a decision: as many as were typed in, and at least three.
  func sanctions(of respondents: [String], initially kept: [Sanction] = []) -> [ActPage.SanctionFields] {
    let typed = draft.form?.fields.filter { $0.name.hasPrefix("sanctions[") && !$0.value.isEmpty } ?? []
    let last = typed.compactMap { Int($0.name.dropFirst("sanctions[".count).prefix { $0.isNumber }) }.max() ?? 0
    return (0..<max(3, min(last + 2, 200), kept.count + 1)).map { index in
      let old = draft.form == nil && index < kept.count ? kept[index] : nil
      return ActPage.SanctionFields(
        position: index + 1,
        party: choice(
          "sanctions.\(index).party", respondents.map { ($0, $0) }, label: words("pages.act.sanction-party"),
          initially: old?.party.wire),
        kind: choice(
          "sanctions.\(index).kind", "sanction", Sanction.Kind.allCases, label: words("pages.act.sanction-kind"),
          initially: old?.kind),
        amount: text(
          "sanctions.\(index).amount", label: words("pages.act.sanction-amount"), initially: old?.amount?.wire ?? ""),
        quantity: text(
          "sanctions.\(index).quantity", label: words("pages.act.sanction-quantity"),
          initially: old?.quantity?.wire ?? ""),
        details: text(
          "sanctions.\(index).details", label: words("pages.act.sanction-details"),
          initially: old?.details?.wire ?? ""))
    }
  }
}

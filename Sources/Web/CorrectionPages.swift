import Casework
import Hummingbird
import Registry

/// `/cases/{number}/entries/{sequence}/correction`: putting an entry of the docket right.
struct CorrectionPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("cases/{number}/entries/{sequence}/correction", use: new)
      .post("cases/{number}/entries/{sequence}/correction", use: create)
  }

  @Sendable func new(_ request: Request, _ context: Context) async throws -> Response {
    site.answer(try await page(Draft(), request, context), context)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let (number, sequence) = (try context.caseNumber(), try context.sequence())
    return try await site.take(request, context) { body in
      let done = try await site.registry.correct(
        sequence, of: number, body.decode(CorrectionRequest.self), once: request.once(body), by: officer,
        now: context.now)
      return "/cases/\(number)#entry-\(done.value.sequence)"
    } again: { draft, status in
      let page = try await page(draft, request, context)
      return site.answer(page, context, status: status)
    }
  }

  private func page(_ draft: Draft, _ request: Request, _ context: Context) async throws -> CorrectionPage {
    let officer = try context.officer()
    let (old, file) = try await site.registry.correctable(context.sequence(), of: context.caseNumber(), for: officer)
    try old.permit(officer)
    let head = try await site.registry.caseFile(file.number, for: officer).head
    let words = Wording(site, context)
    let fields = FieldWriter(draft: draft, words: words)
    let entry = old.entry
    // What is imposed one by one is put right one by one.
    let sums: Set<String> = old.sanctions.isEmpty ? [] : ["fine", "confiscated"]
    return CorrectionPage(
      frame: site.frame(words.title("pages.correction.title", draft), request, context),
      action: "/cases/\(file.number)/entries/\(entry.sequence)/correction", idempotencyKey: draft.key,
      revision: draft.revision ?? file.revision, problems: fields.problems, caseNumber: file.number.wire,
      caseHref: "/cases/\(file.number)", summary: head.summary,
      entry: words("pages.correction.entry", ["entry": String(entry.sequence)]),
      proceeding: words("proceeding.\(entry.kind.rawValue)"), act: words.act(entry.kind, entry.act),
      recordedAt: entry.recordedAt.local, officer: entry.officer,
      happenedOn: fields.text("happenedOn", initially: entry.happenedOn?.description ?? ""),
      facts: old.fields.filter { !sums.contains($0.name) }.map { field in
        fields.fact(
          field, at: "facts.\(field.name)", among: site.directory.agencies, initially: entry.facts[field.name] ?? "")
      },
      sanctions: old.sanctions.isEmpty ? [] : fields.sanctions(of: file.respondents, initially: old.sanctions),
      reason: fields.text("reason", required: true))
  }
}

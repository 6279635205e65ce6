import Casework
import Hummingbird

/// `/api/cases/{number}/explanation` and `/cases/{number}/explanation`
struct Explanations {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("{number}/explanation", use: show)
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    try .json(encoding: await site.explanation(of: context.caseNumber(), context))
  }
}

/// The explanation as a page that prints on one sheet.
struct ExplanationPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("cases/{number}/explanation", use: show)
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let explanation = try await site.explanation(of: context.caseNumber(), context)
    let page = ExplanationPage(
      frame: site.frame(explanation.number, request, context), caseNumber: explanation.number,
      caseHref: "/cases/\(explanation.number)", summary: explanation.summary,
      sections: explanation.sections.map { ExplanationPage.Section(heading: $0.title, lines: $0.lines) },
      drawnAt: context.now.local)
    return site.answer(page, context)
  }
}

import Casework
import Hummingbird
import Law
import Registry

/// `/cases/{number}/clocks/{id}`: why a time limit ends when it does, day by day.
struct ClockPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("cases/{number}/clocks/{id}", use: show)
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let number = try context.caseNumber()
    let words = Wording(site, context)
    let book = try await site.registry.lawBook()
    let clocks = try await site.registry.clocks(of: number, for: context.officer())
    guard let id = Int64(try context.part("id")), let clock = clocks.first(where: { $0.id == id }) else {
      throw Refusal(.notFound, "clock.unknown")
    }
    let answer = ClockAnswer(clock, from: book, at: context.now)
    let title = answer.name.map { words($0) } ?? clock.rule
    let why = answer.why
    let limit = book.limit(of: clock)
    let facts: [(String, String?)] = [
      ("due", words.due(clock, at: context.now)), ("outer", clock.outerAt.map { words.moment($0) }),
      ("trigger", limit.map { words($0.trigger) }), ("from", clock.from.map { words.moment($0) }),
      ("liable", words.liable(clock, book)), ("version", limit?.version),
      ("basis", limit.map { words.citations($0.authority, book) }),
      (
        "extensions",
        (why?.extensions ?? []).map { granted in
          [words(granted.name), granted.approver.map { words($0) }].compactMap(\.self).joined(separator: " · ")
        }.joined(separator: words.separator)
      ),
      ("provisional", why?.provisional == true ? words("law.provisional") : nil),
    ]
    let page = ClockPage(
      frame: site.frame(title, request, context), caseNumber: number.wire, caseHref: "/cases/\(number)",
      rule: clock.rule, title: title, state: words.tag(clock, at: context.now),
      particulars: facts.compactMap { key, value in
        value.flatMap { $0.isEmpty ? nil : Particular(label: words("pages.clock.\(key)"), value: $0) }
      },
      ledger: (why?.ledger ?? []).map { line in
        ClockPage.Line(
          at: Instant(line.at).map { words.moment($0) } ?? line.at, count: line.number.map { String($0) },
          why: words("law.reason.\(line.reason)"), note: line.note,
          citation: line.citations.compactMap(Citation.init(key:)).map { book.printed($0) }
            .joined(separator: words.separator))
      })
    return site.answer(page, context)
  }
}

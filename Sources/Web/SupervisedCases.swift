import Casework
import Hummingbird
import Law
import Registry

/// `/api/supervised-cases`: who was asked for what in which case file, by when (督办).
struct SupervisedCases {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("supervised-cases", use: index)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let onlyOpen = try Query.onlyOpen(request)
    let cases = try await site.registry.supervisedCases(onlyOpen: onlyOpen, for: context.officer())
    let today = context.now.day()
    return .json(
      JSON.object(capacity: 256 + cases.count * 512) { json in
        json.list("tasks", cases) { json, supervised in
          json.object { json in
            json.field("id", supervised.id)
            json.field("number", supervised.number.wire)
            json.field("summary", supervised.summary)
            json.field("issuer", supervised.issuer.rawValue)
            json.field("receiver", supervised.receiver?.rawValue)
            json.field("subject", supervised.subject)
            json.field("state", supervised.state)
            json.field("dueOn", supervised.due?.description)
            json.field("light", supervised.light(on: today).rawValue)
          }
        }
      })
  }
}

/// `/supervised-cases`: the same as a page.
struct SupervisedCasePages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("supervised-cases", use: index)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let words = Wording(site, context)
    let onlyOpen = try Query.onlyOpen(request)
    let cases = try await site.registry.supervisedCases(onlyOpen: onlyOpen, for: context.officer())
    let today = context.now.day()
    let page = SupervisedCasesPage(
      frame: site.frame(words("pages.supervised.title"), request, context), onlyOpen: onlyOpen,
      supervised: cases.map { supervised in
        SupervisedCasesPage.Row(
          href: "/cases/\(supervised.number)", number: supervised.number.wire, summary: supervised.summary,
          subject: supervised.subject ?? "", from: words.name(of: supervised.issuer),
          to: supervised.receiver.map { words.name(of: $0) } ?? "", dueOn: supervised.due?.description ?? "—",
          state: words.tag(.task, supervised.state), light: words.tag(supervised.light(on: today)))
      })
    return site.answer(page, context)
  }
}

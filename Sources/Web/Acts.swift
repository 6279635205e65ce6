import Casework
import Hummingbird
import Law
import Registry

/// `/api/proceedings/{id}/acts`
struct Acts {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("{id}/acts", use: index).post("{id}/acts", use: create)
  }

  /// What the officer may do now.
  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let (proceeding, file) = try await site.registry.proceeding(context.proceeding(), for: officer)
    return .json(
      JSON.object { json in
        json.field("number", file.number.wire)
        json.field("revision", file.revision)
        json.fields(of: proceeding, in: file, for: officer)
      })
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let id = try context.proceeding()
    let body = try await Body(request)
    let done = try await site.registry.act(
      id, body.decode(ActRequest.self), once: request.once(body), by: officer, now: context.now)
    let warnings = try await site.warnings(on: done.value, of: id, context)
    return .created(
      JSON.object { json in
        json.fields(of: done.value)
        json.list("warnings", warnings) { json, warning in json.element(warning) }
      }, at: "/api/proceedings/\(id)/acts", replayed: done.isReplay)
  }
}

extension Site {
  /// What to warn of after an act: a fine outside the range that the law gives. It bars nothing.
  func warnings(on entry: Entry, of proceeding: Int64, _ context: Context) async throws -> [String] {
    guard let text = entry.facts["fine"], case .success(let fine) = Fen.parse(yuan: text) else { return [] }
    let officer = try context.officer()
    let number = try await registry.proceeding(proceeding, for: officer).1.number
    let file = try await registry.caseFile(number, for: officer)
    let lead = try await registry.entries(of: number, for: officer).standing.first?.happenedOn
    let (book, words) = (try await registry.lawBook(), Wording(self, context))
    guard let advice = FineAdvice(file, on: lead?.last ?? file.head.loggedAt.day(), book), !advice.holds(fine) else {
      return []
    }
    return [words.warning(of: fine, advice, book)]
  }
}

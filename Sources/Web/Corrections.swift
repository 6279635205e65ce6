import Casework
import Hummingbird
import Registry

/// `/api/cases/{number}/entries/{sequence}/corrections`
struct Corrections {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.post("{number}/entries/{sequence}/corrections", use: create)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let (number, sequence) = (try context.caseNumber(), try context.sequence())
    let body = try await Body(request)
    let done = try await site.registry.correct(
      sequence, of: number, body.decode(CorrectionRequest.self), once: request.once(body), by: officer,
      now: context.now)
    return .created(
      JSON.object { $0.fields(of: done.value) }, at: "/api/cases/\(number)/entries", replayed: done.isReplay)
  }
}

extension Context {
  /// The position of an entry in the path.
  ///
  /// - Throws: `entry.unknown`.
  func sequence() throws(Refusal) -> Int {
    let text = try part("sequence")
    guard let sequence = Int(text), (1...1_000_000).contains(sequence) else {
      throw Refusal(.notFound, "entry.unknown", field: "entry", ["entry": .text(String(text.prefix(20)))])
    }
    return sequence
  }
}

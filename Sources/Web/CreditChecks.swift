import Casework
import Hummingbird
import Law
import Registry

/// `/api/credit-check`
struct CreditChecks {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("credit-check", use: show)
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let asked = try CreditQuestion(request, context)
    guard let name = asked.name else {
      throw Refusal(.malformed, "query.parameter", field: "name", ["name": .text("name")])
    }
    let check = try await site.registry.creditCheck(
      name: name, identity: asked.identity, on: asked.day, for: context.officer())
    return .json(
      JSON.object { json in
        json.field("name", name.wire)
        json.field("on", asked.day.description)
        json.field("answer", check.answer.rawValue)
        json.list("reasons", check.reasons) { json, reason in
          json.object { json in
            json.field("number", reason.record.number.wire.isEmpty ? nil : reason.record.number.wire)
            json.field("kind", reason.record.kind.rawValue)
            json.field("state", reason.record.state)
            json.field("agency", reason.record.agency.rawValue)
            json.field("reason", reason.code)
            json.field("until", reason.until?.description)
            json.field("citation", reason.citation?.key)
            json.field("confirmed", reason.isConfirmed)
          }
        }
      })
  }
}

/// Of whom a check asks, and as of which day.
struct CreditQuestion {
  let name: Line?
  let identity: Line?
  let day: Day

  /// Reads `name`, `identity` and `on`; the day is today where none is asked for.
  ///
  /// - Throws: `query.parameter`, and what a line is refused for.
  init(_ request: Request, _ context: Context) throws(Refusal) {
    let query = try Query(request, names: ["name", "identity", "on"])
    name = try Self.line(query, "name")
    identity = try Self.line(query, "identity")
    day = try query.value("on") { Day($0) } ?? context.now.day()
  }

  private static func line(_ query: Query, _ name: String) throws(Refusal) -> Line? {
    guard let text = query[name], !text.trimmingBlanks.isEmpty else { return nil }
    do throws(Refusal) { return try Line(wire: text) } catch { throw error.at(name) }
  }
}

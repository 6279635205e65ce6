import Casework
import Hummingbird
import Law
import Registry

/// `/api/handoffs` and `/api/proceedings/{id}/ladder`: what two agencies owe each other.
struct Handoffs {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("handoffs", use: index).get("proceedings/{id}/ladder", use: ladder)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let handoffs = try await site.registry.handoffs(for: officer, now: context.now)
    return .json(
      JSON.object { json in
        json.list("handoffs", handoffs) { json, handoff in
          json.object { json in
            json.field("id", handoff.id)
            json.field("kind", handoff.kind.rawValue)
            json.field("number", handoff.number.wire)
            json.field("summary", handoff.summary)
            json.field("sender", handoff.sender.rawValue)
            json.field("receiver", handoff.receiver.rawValue)
            json.field("state", handoff.state)
            json.field("since", handoff.since)
            json.field("turn", handoff.turn?.rawValue)
            json.field("group", handoff.group(for: officer.agency)?.rawValue)
            json.field("due", handoff.dueAt)
            json.field("liable", handoff.liable?.rawValue)
            json.field("hoursLeft", handoff.hoursLeft(at: context.now))
            json.field("overdue", handoff.isOverdue(at: context.now))
          }
        }
      })
  }

  @Sendable func ladder(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let (proceeding, file) = try await site.registry.proceeding(context.proceeding(), for: officer)
    let entries = try await site.registry.entries(of: file.number, for: officer).standing
    let clocks = try await site.registry.clocks(of: file.number, for: officer)
    let clock = proceeding.pressing(among: clocks)
    return .json(
      JSON.object { json in
        json.field("id", proceeding.id)
        json.field("kind", proceeding.kind.rawValue)
        json.field("number", file.number.wire)
        json.field("state", proceeding.state)
        json.field("sender", proceeding.agency.rawValue)
        json.field("receiver", proceeding.receiver?.rawValue)
        json.field("turn", proceeding.turn?.rawValue)
        json.field("due", clock?.dueAt)
        json.field("liable", clock?.agency?.rawValue)
        json.list("rungs", proceeding.ladder(entries)) { json, rung in
          json.object { json in
            json.field("act", rung.act)
            json.field("happenedOn", rung.happenedOn?.description)
            json.field("agency", rung.agency?.rawValue)
            json.field("officer", rung.officer)
            json.field("done", rung.isDone)
          }
        }
      })
  }
}

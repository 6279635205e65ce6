import Casework
import Hummingbird
import Registry

/// `/api/referrals` and `/api/cases/{number}/referrals`
struct Referrals {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("referrals", use: index).get("referrals/{id}", use: show)
    routes.post("cases/{number}/referrals", use: create)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let query = try Query(request, names: ["box"])
    let box = try query.value("box", Referral.Box.init(rawValue:)) ?? .inbox
    let referrals = try await site.registry.referrals(box, for: context.officer())
    return .json(
      JSON.object(capacity: 256 + referrals.count * 768) { json in
        json.list("referrals", referrals) { json, referral in json.object { $0.fields(of: referral) } }
      })
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    guard let id = Int64(try context.part("id")) else { throw Refusal(.notFound, "referral.unknown") }
    let referral = try await site.registry.referral(id, for: context.officer())
    return .json(JSON.object { $0.fields(of: referral) })
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let body = try await Body(request)
    let done = try await site.registry.draft(
      body.decode(ReferralRequest.self), of: context.caseNumber(), once: request.once(body), by: officer,
      now: context.now)
    return .created(
      JSON.object { $0.fields(of: done.value) }, at: "/api/referrals/\(done.value.id)", replayed: done.isReplay)
  }
}

extension JSON {
  mutating func fields(of referral: Referral) {
    field("id", referral.id)
    field("number", referral.number.wire)
    field("summary", referral.summary)
    field("respondents", referral.respondents)
    field("revision", referral.revision)
    field("sendingAgency", referral.sendingAgency.rawValue)
    field("receivingAgency", referral.receivingAgency.rawValue)
    field("offence", referral.offence)
    field("basis", referral.basis.rawValue)
    field("reason", referral.reason)
    field("state", referral.state)
    field("since", referral.since)
    field("turn", referral.turn?.rawValue)
    field("open", referral.isOpen)
    field("draftedAt", referral.draftedAt)
    field("sentAt", referral.sentAt)
    field("receivedAt", referral.receivedAt)
    field("decidedAt", referral.decidedAt)
    field("due", referral.dueAt)
  }
}

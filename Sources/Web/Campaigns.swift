import Casework
import Hummingbird
import Law
import Registry

/// `/api/campaigns` and `/api/campaigns/{code}/cases`: special actions and the case files taken up in them.
struct Campaigns {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("campaigns", use: index).post("campaigns", use: create)
    routes.get("campaigns/{code}/cases", use: cases).post("campaigns/{code}/cases", use: tag)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let campaigns = try await site.registry.campaigns(for: context.officer())
    return .json(
      JSON.object { json in
        json.list("campaigns", campaigns) { json, campaign in json.object { $0.fields(of: campaign) } }
      })
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let body = try await Body(request)
    let done = try await site.registry.begin(
      body.decode(CampaignRequest.self), once: request.once(body), by: context.officer(), now: context.now)
    return .created(
      JSON.object { $0.field("code", done.value.wire) }, at: "/api/campaigns/\(done.value)/cases",
      replayed: done.isReplay)
  }

  @Sendable func cases(_ request: Request, _ context: Context) async throws -> Response {
    let (campaign, files) = try await site.registry.campaign(context.campaign(), for: context.officer())
    return .json(
      JSON.object(capacity: 256 + files.count * 256) { json in
        json.object("campaign") { $0.fields(of: campaign) }
        json.list("cases", files) { json, file in
          json.object { json in
            json.field("number", file.number.wire)
            json.field("summary", file.summary)
            json.field("respondents", file.respondents)
            json.field("owner", file.owner.rawValue)
            json.field("proceeding", file.kind.rawValue)
            json.field("state", file.state)
          }
        }
      })
  }

  @Sendable func tag(_ request: Request, _ context: Context) async throws -> Response {
    let code = try context.campaign()
    let body = try await Body(request)
    let asked = try body.decode(CampaignTagRequest.self)
    let done = try await site.registry.tag(
      asked.number, with: code, once: request.once(body), by: context.officer(), now: context.now)
    return .created(
      JSON.object { $0.field("number", done.value.wire) }, at: "/api/campaigns/\(code)/cases", replayed: done.isReplay)
  }
}

extension Context {
  /// The code of a campaign in the path.
  ///
  /// - Throws: `campaign.code`.
  func campaign() throws(Refusal) -> CampaignCode { try CampaignCode(wire: part("code")) }
}

extension JSON {
  mutating func fields(of campaign: Campaign) {
    field("code", campaign.code.wire)
    field("name", campaign.name)
    field("from", campaign.from.description)
    field("to", campaign.to?.description)
    field("lead", campaign.lead.rawValue)
    field("notes", campaign.notes)
    field("cases", campaign.cases)
  }
}

import Casework
import Handoff
import Hummingbird
import Law
import Registry
import Reports

/// `/api/report-issues`: drafting, checking and signing a report, and the report as it was signed.
struct ReportIssues {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("report-issues", use: index).post("report-issues", use: draft)
    routes.get("report-issues/{id}", use: show).get("report-issues/{id}/content", use: content)
    routes.post("report-issues/{id}/check", use: check).post("report-issues/{id}/issue", use: issue)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let issues = try await site.registry.issues(for: context.officer())
    return .json(JSON.object { $0.list("issues", issues) { json, issue in json.object { $0.fields(of: issue) } } })
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let (issue, _) = try await site.registry.issue(context.issue(), for: context.officer())
    return .json(JSON.object { $0.fields(of: issue) })
  }

  @Sendable func content(_ request: Request, _ context: Context) async throws -> Response {
    let (_, content) = try await site.registry.issue(context.issue(), for: context.officer())
    return .json(ByteBuffer(string: content))
  }

  private struct Draft: Decodable {
    let form: String
    let period: String
    let asOf: String?
    let scope: String?
  }

  @Sendable func draft(_ request: Request, _ context: Context) async throws -> Response {
    let asked = try (try await Body(request)).decode(Draft.self)
    let issue = try await site.draft(asked.form, asked.period, asOf: asked.asOf, scope: asked.scope, context)
    return .created(JSON.object { $0.fields(of: issue) }, at: "/api/report-issues/\(issue.id)", replayed: false)
  }

  private struct Signed: Decodable {
    let digest: String
  }

  @Sendable func check(_ request: Request, _ context: Context) async throws -> Response {
    let asked = try (try await Body(request)).decode(Signed.self)
    let id = try context.issue()
    try await site.registry.check(id, digest: asked.digest, by: context.officer(), now: context.now)
    return try await show(request, context)
  }

  @Sendable func issue(_ request: Request, _ context: Context) async throws -> Response {
    let asked = try (try await Body(request)).decode(Signed.self)
    try await site.issue(context.issue(), digest: asked.digest, context)
    return try await show(request, context)
  }
}

/// What an agency signs of a report.
struct IssueStatement: Codable, Sendable, Equatable {
  let agency: String
  let form: String
  let period: String
  let digest: String
  let head: String
  let at: String
}

extension Site {
  /// Drafts a report.
  ///
  /// - Throws: `report.form`, `report.period-unreadable`, what `Registry.run` and `Registry.draft` throw.
  func draft(
    _ form: String, _ period: String, asOf: String?, scope asked: String?, _ context: Context
  ) async throws -> ReportIssue {
    let officer = try context.officer()
    guard let form = reports[form] else { throw Refusal(.notFound, "report.form", field: "form") }
    guard let period = ReportPeriod(period.trimmingBlanks) else {
      throw Refusal(.malformed, "report.period-unreadable", field: "period")
    }
    var instant = context.now
    if let asOf, !asOf.trimmingBlanks.isEmpty {
      guard let read = Instant(reading: asOf) else { throw Refusal(.malformed, "instant.unreadable", field: "asOf") }
      instant = read
    }
    let scope = try await registry.scope(asked, for: officer)
    let run = try await registry.run(form, period, asOf: instant, scope: scope, for: officer, now: context.now)
    let content = String(decoding: run.json.readableBytesView, as: UTF8.self)
    return try await registry.draft(run, content: content, by: officer, now: context.now)
  }

  /// Signs a report that was checked, with the agency's key and the checkpoint of its log.
  ///
  /// - Throws: What `Registry.issue` throws; `report.open` while a check has found a fault.
  func issue(_ id: Int64, digest: String, _ context: Context) async throws {
    let officer = try context.officer()
    try officer.requireOne(of: [.head, .actingHead])
    let (issue, _) = try await registry.issue(id, for: officer)
    let checkpoint = try await registry.checkpoint(officer.agency, desk.ring, now: context.now)
    let statement = IssueStatement(
      agency: officer.agency.rawValue, form: issue.form, period: issue.period, digest: digest, head: officer.name,
      at: context.now.description)
    let line = try SignedLine(statement, signedBy: desk.ring.key(of: officer.agency)).line
    try await registry.issue(
      id, digest: digest, checkpoint: checkpoint.note, signature: line, by: officer, now: context.now)
  }
}

extension Context {
  /// The key of a report in the path.
  ///
  /// - Throws: `report.unknown`.
  func issue() throws(Refusal) -> Int64 {
    guard let id = Int64(try part("id")), id > 0 else { throw Refusal(.notFound, "report.unknown") }
    return id
  }
}

extension JSON {
  mutating func fields(of issue: ReportIssue) {
    field("id", issue.id)
    field("agency", issue.agency.rawValue)
    field("form", issue.form)
    field("period", issue.period)
    field("scope", issue.scope == "*" ? "district" : issue.scope)
    field("asOf", issue.asOf)
    field("state", issue.state.rawValue)
    field("draftedBy", issue.drafted.by)
    field("draftedAt", issue.drafted.at)
    field("checkedBy", issue.checked?.by)
    field("checkedAt", issue.checked?.at)
    field("issuedBy", issue.issued?.by)
    field("issuedAt", issue.issued?.at)
    field("closing", issue.closing)
    field("digest", issue.digest)
    field("checkpoint", issue.checkpoint)
    field("signature", issue.signature)
  }
}

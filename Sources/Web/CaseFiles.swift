import Casework
import HTTPTypes
import Hummingbird
import Law
import Registry

/// `/api/cases`
struct CaseFiles {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get(use: index).post(use: create)
    routes.get("{number}", use: show)
    routes.get("{number}/entries", use: entries)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let filter = try site.filter(request, context)
    let files = try await site.registry.caseFiles(filter, for: officer)
    let total = try await filter.wantsTotal ? site.registry.count(filter, for: officer) : nil
    return .json(
      JSON.object(capacity: 512 + files.count * 512) { json in
        json.list("cases", files) { json, file in json.object { $0.fields(of: file) } }
        json.field("next", files.count == filter.limit && !filter.byDue ? files.last?.id : nil)
        if let total { json.field("total", total) }
      })
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let body = try await Body(request)
    let asked = try body.decode(CaseFileRequest.self)
    let done = try await site.registry.log(asked, once: request.once(body), by: officer, now: context.now)
    // Candidates are looked for on request only: logging stays two round trips.
    let wantsCandidates = request.uri.queryParameters["duplicates"] == "true"
    let candidates =
      wantsCandidates
      ? try await site.registry.duplicates(of: asked, for: officer).filter { $0.number != done.value } : []
    return .created(
      JSON.object { json in
        json.field("number", done.value.wire)
        if wantsCandidates {
          json.list("duplicates", candidates) { json, file in json.object { $0.fields(of: file) } }
        }
      }, at: "/api/cases/\(done.value.wire)", replayed: done.isReplay)
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let file = try await site.registry.caseFile(context.caseNumber(), for: officer)
    return .json(JSON.object { $0.fields(of: file, for: officer) })
  }

  @Sendable func entries(_ request: Request, _ context: Context) async throws -> Response {
    let entries = try await site.registry.entries(of: context.caseNumber(), for: context.officer())
    return .json(
      JSON.object(capacity: 256 + entries.count * 512) { json in
        json.list("entries", entries) { json, entry in json.object { $0.fields(of: entry) } }
      })
  }
}

extension Site {
  /// The filter that a list's address asks for.
  ///
  /// - Throws: `query.parameter`, `agency.unknown`.
  func filter(_ request: Request, _ context: Context) throws(Refusal) -> CaseFileFilter {
    let filter = try CaseFileFilter(request, now: context.now)
    for (field, agency) in [("agency", filter.owner), ("by", filter.cell?.agency)] {
      guard let agency, directory[agency] == nil else { continue }
      throw Refusal(.invalid, "agency.unknown", field: field, ["agency": .text(agency.rawValue)])
    }
    return filter
  }
}

extension CaseFileFilter {
  /// The names of a list's parameters.
  static let parameters: Set<String> = [
    "search", "ipType", "agency", "status", "before", "limit", "total", "milestone", "money", "by", "from", "to",
    "asOf", "sort",
  ]

  /// Reads a list's address: `search`, `ipType`, `agency` (that has the file), `status` (`penalty` or `penalty/lead`),
  /// `before`, `limit`, `sort` (`latest` or `due`); and for a report's cell `milestone`, `money`, `by`, `from`, `to`, `asOf`.
  ///
  /// - Throws: `query.parameter`.
  init(_ request: Request, now: Instant) throws(Refusal) {
    let query = try Query(request, names: Self.parameters)
    let limit = try query.value("limit") { text in Int(text).flatMap { (1...500).contains($0) ? $0 : nil } }
    self.init(limit: limit ?? Self.usualLimit)
    search = try query.value("search") { $0.utf8.count <= 400 && !$0.utf8.contains(0) ? $0 : nil }
    ipType = try query.value("ipType", IPType.init(rawValue:))
    wantsTotal = try query.value("total") { ["true": true, "false": false][$0] } ?? false
    byDue = try query.value("sort") { ["due": true, "latest": false][$0] } ?? false
    owner = try query.value("agency", AgencyCode.init(rawValue:))
    before = try query.value("before") { Int64($0) }
    if byDue, before != nil { throw Refusal(.malformed, "query.parameter", field: "before", ["name": .text("before")]) }
    if let status = query["status"] {
      let parts = status.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard parts.count <= 2, let kind = ProceedingKind(rawValue: parts[0]) else {
        throw Refusal(.malformed, "query.parameter", field: "status", ["name": .text("status")])
      }
      let states = ["recorded"] + (kind.procedure?.states ?? [])
      if parts.count == 2, !states.contains(parts[1]) {
        throw Refusal(.malformed, "query.parameter", field: "status", ["name": .text("status")])
      }
      self.kind = kind
      state = parts.count == 2 ? parts[1] : nil
    }
    if let stray = ["money", "by", "from", "to", "asOf"].first(where: { query[$0] != nil }), query["milestone"] == nil {
      throw Refusal(.malformed, "query.parameter", field: stray, ["name": .text(stray)])
    }
    if let milestone = try query.value("milestone", Milestone.init(rawValue:)) {
      let from = try query.value("from") { Day($0) } ?? .earliest
      let to = try query.value("to") { Day($0) } ?? .latest
      guard from <= to else { throw Refusal(.malformed, "query.parameter", field: "to", ["name": .text("to")]) }
      let money = try query.value("money") { ["fine", "confiscated"].contains($0) ? $0 : nil }
      cell = ReportCell(
        milestone: milestone, withFine: money == "fine", withConfiscation: money == "confiscated",
        agency: try query.value("by", AgencyCode.init(rawValue:)), period: from...to,
        asOf: try query.value("asOf") { Instant(reading: $0) } ?? now)
    }
  }
}

extension JSON {
  mutating func fields(of file: CaseFileSummary) {
    field("number", file.number.wire)
    field("summary", file.summary)
    field("respondents", file.respondents)
    field("ipType", file.ipType.rawValue)
    field("proceeding", file.kind.rawValue)
    field("state", file.state)
    field("owner", file.owner.rawValue)
    field("heldSince", file.heldSince)
    field("loggedAt", file.loggedAt)
    field("revision", file.revision)
    field("demo", file.isDemo)
    field("due", file.dueAt)
  }

  mutating func fields(of file: CaseFile, for officer: Officer) {
    fields(of: file.head)
    field("leadSource", file.leadSource.rawValue)
    field("channel", file.channel?.rawValue)
    field("place", file.place)
    field("town", file.town?.rawValue)
    field("simple", file.isSimple)
    field("matter", file.matter?.rawValue)
    field("flags", file.flags.isEmpty ? nil : file.flags.map(\.rawValue).joined(separator: " "))
    list("parties", file.parties) { json, party in
      json.object { json in
        json.field("role", party.role.rawValue)
        json.field("kind", party.kind.rawValue)
        json.field("name", party.name.wire)
        json.field("identityNumber", party.identityNumber?.wire)
      }
    }
    list("rights", file.rights) { json, right in
      json.object { json in
        json.field("kind", right.kind.rawValue)
        json.field("number", right.number?.wire)
        json.field("name", right.name?.wire)
      }
    }
    list("goods", file.goods) { json, goods in
      json.object { json in
        json.field("name", goods.name.wire)
        json.field("quantity", goods.quantity?.wire)
        json.field("unit", goods.unit?.wire)
        json.field("value", goods.value?.wire)
        json.field("priceBasis", goods.priceBasis?.rawValue)
      }
    }
    object("amounts") { json in
      json.field("turnover", file.amounts.turnover?.wire)
      json.field("gainsGross", file.amounts.gainsGross?.wire)
      json.field("gainsNet", file.amounts.gainsNet?.wire)
      json.field("gainsUnstated", file.amounts.gainsUnstated?.wire)
      json.field("goodsValue", file.amounts.goodsValue?.wire)
    }
    list("proceedings", file.proceedings) { json, proceeding in
      json.object { $0.fields(of: proceeding, in: file.state, for: officer) }
    }
    if let source = file.source {
      object("source") { json in
        json.field("key", source.key)
        json.field("title", source.title)
        json.field("url", source.url)
        json.field("publisher", source.publisher)
        json.field("enforcingAgency", source.enforcingAgency)
        json.field("lawArticles", source.lawArticles)
        json.field("outcome", source.outcome)
        json.field("policeOutcome", source.policeOutcome)
        json.field("courtOutcome", source.courtOutcome)
        json.field("notes", source.notes)
      }
    }
  }

  mutating func fields(of proceeding: Proceeding, in file: CaseFileState, for officer: Officer) {
    field("id", proceeding.id)
    field("kind", proceeding.kind.rawValue)
    field("state", proceeding.state)
    field("agency", proceeding.agency.rawValue)
    field("receiver", proceeding.receiver?.rawValue)
    field("origin", proceeding.origin)
    field("lapsesAt", proceeding.lapsesAt)
    list("allowed", proceeding.allowed(to: officer, in: file)) { json, rule in
      json.object { $0.fields(of: rule, in: proceeding) }
    }
  }

  mutating func fields(of rule: ActRule, in proceeding: Proceeding) {
    field("act", rule.act)
    field("to", rule.to ?? proceeding.state)
    field("citation", rule.citation?.key)
    fields(of: rule.facts)
  }

  mutating func fields(of facts: [FactField]) {
    list("facts", facts) { json, fact in
      json.object { json in
        json.field("name", fact.name)
        json.field("required", fact.required)
        switch fact.form {
        case .line: json.field("form", "line")
        case .prose: json.field("form", "prose")
        case .amount: json.field("form", "amount")
        case .count: json.field("form", "count")
        case .quantity: json.field("form", "quantity")
        case .time: json.field("form", "time")
        case .day: json.field("form", "day")
        case .agency: json.field("form", "agency")
        case .panel: json.field("form", "panel")
        case .things: json.field("form", "things")
        case .officers(let least):
          json.field("form", "officers")
          json.field("atLeast", least)
        case .enforcers(let least):
          json.field("form", "enforcers")
          json.field("atLeast", least)
        case .choice(let choices):
          json.field("form", "choice")
          json.list("choices", choices) { json, choice in json.element(choice) }
        }
      }
    }
  }

  mutating func fields(of entry: Entry) {
    field("id", entry.id)
    field("sequence", entry.sequence)
    field("proceeding", entry.proceeding)
    field("kind", entry.kind.rawValue)
    field("act", entry.act)
    field("milestone", entry.milestone?.rawValue)
    field("agency", entry.agency.rawValue)
    field("officer", entry.officer)
    field("happenedOn", entry.happenedOn?.description)
    field("recordedAt", entry.recordedAt)
    object("facts") { json in
      for (name, value) in entry.facts.sorted(by: { $0.key < $1.key }) { json.field(name, text: value) }
    }
    field("corrects", entry.corrects)
    field("digest", entry.digest)
  }
}

extension Response {
  /// An answer in JSON.
  static func json(_ buffer: ByteBuffer, status: HTTPResponse.Status = .ok) -> Response {
    Response(status: status, headers: [.contentType: "application/json"], body: .init(byteBuffer: buffer))
  }

  /// An answer to a write: where its result is, and whether it had been done before.
  static func created(_ buffer: ByteBuffer, at location: String, replayed: Bool) -> Response {
    var response = json(buffer, status: .created)
    response.headers[.location] = location
    if replayed { response.headers[.idempotencyReplayed] = "true" }
    return response
  }
}

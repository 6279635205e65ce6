import Casework
import Hummingbird
import Law
import Registry

/// `/api/cases/{number}/evidence` and `/api/evidence/{id}`.
struct EvidenceItems {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("cases/{number}/evidence", use: index).post("cases/{number}/evidence", use: create)
    routes.get("evidence/{id}", use: show).get("evidence/{id}/file", use: file)
    routes.post("evidence/{id}/custody", use: pass)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let items = try await site.evidence(of: context.caseNumber(), context)
    return .json(JSON.object { $0.list("evidence", items) { json, item in json.object { $0.fields(of: item) } } })
  }

  /// The body is the file, as it is; an empty one adds a thing without a file. What it is stands in the address.
  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let number = try context.caseNumber()
    let query = try Query(request, names: ["name", "kind", "holder", "since", "seal", "revision"])
    guard let name = query["name"] else { throw Refusal(.malformed, "body.field-missing", field: "name") }
    guard let holder = query["holder"] else { throw Refusal(.malformed, "body.field-missing", field: "holder") }
    guard let kind = try query.value("kind", Evidence.Kind.init(rawValue:)) else {
      throw Refusal(.malformed, "body.field-missing", field: "kind")
    }
    let asked = EvidenceRequest(
      name: try Line(wire: name), kind: kind, holder: try Line(wire: holder),
      since: try query.value("since", Day.init(_:)) ?? context.now.day(), seal: try query["seal"].map(Line.init(wire:)),
      revision: try query.value("revision") { Int($0) })
    // Who may not add is told so before the bytes are taken.
    let state = try await site.registry.caseFile(number, for: officer).state
    var unbound = asked
    // The revision is looked at when it is written: the same request sent again finds what it wrote.
    unbound.revision = nil
    try unbound.checked(for: state, by: officer, on: context.now.day())
    let incoming = try site.desk.store.incoming()
    var isEmpty = true
    for try await piece in request.body {
      isEmpty = isEmpty && piece.readableBytes == 0
      try piece.withUnsafeReadableBytes { try incoming.write($0) }
    }
    let stored = isEmpty ? nil : try incoming.finish()
    let done = try await site.registry.addEvidence(
      asked, stored, to: number, once: request.once(stored), by: officer, now: context.now)
    let item = try await site.registry.evidence(done.value, for: officer)
    return .created(JSON.object { $0.fields(of: item) }, at: "/api/evidence/\(item.id)", replayed: done.isReplay)
  }

  @Sendable func show(_ request: Request, _ context: Context) async throws -> Response {
    let item = try await site.registry.evidence(context.evidence(), for: context.officer())
    return .json(JSON.object { $0.fields(of: item) })
  }

  @Sendable func file(_ request: Request, _ context: Context) async throws -> Response {
    let item = try await site.registry.evidence(context.evidence(), for: context.officer())
    guard let file = item.file else { throw Refusal(.notFound, "evidence.no-file") }
    return try .download(file.digest, file.mediaType, named: item.name, from: site.desk.store)
  }

  @Sendable func pass(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let id = try context.evidence()
    let body = try await Body(request)
    try await site.registry.pass(
      id, body.decode(CustodyRequest.self), once: request.once(body), by: officer, now: context.now)
    let item = try await site.registry.evidence(id, for: officer)
    return .created(JSON.object { $0.fields(of: item) }, at: "/api/evidence/\(id)", replayed: false)
  }
}

extension Site {
  /// The evidence of a case file that the officer may see.
  ///
  /// - Throws: `case.unknown`.
  func evidence(of number: CaseNumber, _ context: Context) async throws -> [Evidence] {
    let officer = try context.officer()
    _ = try await registry.caseFile(number, for: officer)
    return try await registry.evidence(of: number, for: officer)
  }
}

extension Request {
  /// What makes the adding of a file happen once: the same key with another file is refused.
  ///
  /// - Throws: `idempotency.missing`, `idempotency.key`.
  func once(_ stored: StoredContent?, form: Form? = nil) throws(Refusal) -> IdempotencyKey {
    guard let key = form?["idempotencyKey"] ?? headers[.idempotencyKey] else {
      throw Refusal(.malformed, "idempotency.missing", field: "Idempotency-Key")
    }
    let said = form.map { $0.fields.map { "\($0.name)=\($0.value)" }.joined(separator: "\n") } ?? uri.description
    return try IdempotencyKey(key, request: Array("\(method.rawValue) \(said)\n\(stored?.digest ?? "")".utf8))
  }
}

extension Context {
  /// The key of an item of evidence in the path.
  ///
  /// - Throws: `evidence.unknown`.
  func evidence() throws(Refusal) -> Int64 {
    guard let id = Int64(try part("id")), id > 0 else { throw Refusal(.notFound, "evidence.unknown") }
    return id
  }
}

extension JSON {
  mutating func fields(of item: Evidence) {
    field("id", item.id)
    field("number", item.number.wire)
    field("kind", item.kind.rawValue)
    field("name", item.name)
    field("mediaType", item.file?.mediaType)
    field("size", item.file?.size)
    field("sha256", item.file?.digest)
    field("addedAt", item.addedAt)
    list("custody", item.custody) { json, link in
      json.object { json in
        json.field("holder", link.holder)
        json.field("since", link.since.description)
        json.field("seal", link.seal)
        json.field("agency", link.agency.rawValue)
        json.field("officer", link.officer)
      }
    }
  }
}

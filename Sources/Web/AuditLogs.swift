import Casework
import Handoff
import Hummingbird
import Registry

/// `/api/audit/log`: the log of the officer's agency, to be checked without a server; `/api/audit/checkpoints/{agency}`: the
/// latest checkpoint of any.
struct AuditLogs {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("audit/log", use: log).get("audit/checkpoints/{agency}", use: checkpoint)
  }

  @Sendable func log(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    try officer.requireOne(of: [.auditor, .actingHead, .head])
    let registry = site.registry
    _ = try await registry.checkpoint(officer.agency, site.desk.ring, now: context.now)
    guard let checkpoint = try await registry.latestCheckpoint(of: officer.agency) else {
      throw Refusal(.notFound, "path.unknown")
    }
    let signers = checkpoint.signatures.compactMap { AgencyCode(logName: $0.name) }
    let keys = try await registry.keys(of: signers, includingEnded: true).map { ($0.agency.logName, $0.key) }
    let body = ResponseBody { writer in
      try await writer.write(ByteBuffer(string: AuditExport.head(checkpoint, keys)))
      var position: Int64 = 0
      while position < checkpoint.size {
        let lines = try await registry.logLines(from: position, before: checkpoint.size, limit: 5000, for: officer)
        if lines.isEmpty { break }
        position += Int64(lines.count)
        try await writer.write(ByteBuffer(string: lines.joined(separator: "\n") + "\n"))
      }
      try await writer.finish(nil)
    }
    return Response(status: .ok, headers: [.contentType: "text/plain; charset=utf-8"], body: body)
  }

  @Sendable func checkpoint(_ request: Request, _ context: Context) async throws -> Response {
    _ = try context.officer()
    let agency = try AgencyCode(wire: context.part("agency"))
    guard let checkpoint = try await site.registry.latestCheckpoint(of: agency) else {
      throw Refusal(.notFound, "log.empty", ["agency": .agency(agency)])
    }
    return Response(
      status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
      body: .init(byteBuffer: ByteBuffer(string: checkpoint.note)))
  }
}

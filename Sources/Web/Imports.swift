import Casework
import Catalogue
import Hummingbird
import Registry

/// `/api/imports`: takes a register as CSV and answers line by line while it works, as JSON values one a line.
struct Imports {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.post(use: create)
  }

  /// The answer is 200 as soon as the file can be read as a table; what becomes of each line follows, and the sums last.
  /// If the work breaks off, the last line is a problem, and nothing was kept.
  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    try officer.requireOne(of: [.clerk, .caseOfficer, .statistician])
    let query = try Query(request, names: ["dryRun", "fileName"])
    let rehearsal = try query.value("dryRun") { ["true": true, "false": false][$0] } ?? false
    let fileName = query["fileName"] ?? "register.csv"
    let buffer: ByteBuffer
    do { buffer = try await request.body.collect(upTo: 20 << 20) } catch {
      throw Refusal(.invalid, "import.too-large", ["limit": .text("20 MB")])
    }
    let bytes = Array(buffer.readableBytesView)
    let (lines, feed) = AsyncStream<ByteBuffer>.makeStream()
    let registry = site.registry
    let (language, now, logger) = (context.language, context.now, context.logger)
    let site = site
    try Registry.checkRegister(bytes, by: officer)
    let work = Task {
      do {
        let outcome = try await registry.importRegister(
          bytes, fileName: fileName, rehearsal: rehearsal, isDemo: false, by: officer, now: now
        ) { line, total in feed.yield(site.line(line, of: total, in: language)) }
        feed.yield(
          JSON.object { json in
            json.field("read", outcome.read)
            json.field("imported", outcome.imported)
            json.field("rejected", outcome.rejected)
            json.field("dryRun", rehearsal)
          })
      } catch {
        let problem = Problem(error, in: language, of: site)
        if Problem.of(error) == nil { logger.error("import", metadata: ["error": "\(error)"]) }
        feed.yield(
          JSON.object { json in
            json.field("type", problem.code)
            json.field("title", problem.sentence)
            json.field("status", problem.status.code)
          })
      }
      feed.finish()
    }
    let body = ResponseBody { writer in
      for await var line in lines {
        line.writeInteger(UInt8(ascii: "\n"))
        try await writer.write(line)
      }
      await work.value
      try await writer.finish(nil)
    }
    return Response(status: .ok, headers: [.contentType: "application/x-ndjson"], body: body)
  }
}

extension Site {
  fileprivate func line(_ outcome: LineOutcome, of total: Int, in language: Language) -> ByteBuffer {
    JSON.object { json in
      json.field("line", outcome.line)
      json.field("of", total)
      json.field("key", outcome.key)
      json.field("number", outcome.number?.wire)
      json.list("faults", outcome.faults) { json, fault in
        json.object { json in
          json.field("column", fault.column?.rawValue)
          json.field("type", fault.refusal.code)
          json.field(
            "title", catalogue.sentence(fault.refusal, in: language) { directory.name(of: $0, in: language) })
        }
      }
    }
  }
}

import Casework
import Catalogue
import Hummingbird
import Registry

/// `/api/imports`: takes a register as CSV or XLSX and answers line by line while it works, as JSON values one a line;
/// what the columns of each source are; and takes imports back.
struct Imports {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get(use: index).post(use: create).post("marked", use: marked).post("{batch}/undo", use: undo)
    routes.get("mappings/{source}", use: mapping).post("mappings/{source}", use: remember)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let batches = try await site.registry.imports(for: context.officer())
    return .json(
      JSON.object { json in
        json.list("imports", batches) { json, batch in
          json.object { json in
            json.field("id", batch.id)
            json.field("fileName", batch.fileName)
            json.field("importedAt", batch.importedAt)
            json.field("officer", batch.officer)
            json.field("files", batch.files)
            json.field("undoneAt", batch.undoneAt)
          }
        }
      })
  }

  /// Takes an import back.
  @Sendable func undo(_ request: Request, _ context: Context) async throws -> Response {
    guard let batch = Int64(try context.part("batch")) else { throw Refusal(.notFound, "import.unknown") }
    try await site.registry.undoImport(batch, by: context.officer(), now: context.now)
    return .json(JSON.object { $0.field("id", batch) }, status: .created)
  }

  /// What the columns of a source are, as it was remembered.
  @Sendable func mapping(_ request: Request, _ context: Context) async throws -> Response {
    let mapping = try await site.registry.importMapping(of: context.part("source"), for: context.officer())
    return .json(JSON.object { $0.columns(mapping) })
  }

  private struct Sent: Decodable {
    let columns: [String: String?]
  }

  @Sendable func remember(_ request: Request, _ context: Context) async throws -> Response {
    let sent = try (try await Body(request)).decode(Sent.self)
    try await site.registry.remember(sent.columns, of: context.part("source"), by: context.officer())
    return .json(JSON.object { $0.columns(sent.columns) }, status: .created)
  }

  /// Rehearses an import, and hands the register back as a workbook in which every faulty cell is marked and says why.
  @Sendable func marked(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    let query = try Query(request, names: ["fileName", "source", "sheet"])
    let table = try await site.register(in: request, query, context)
    let outcome = try await site.registry.importRegister(
      table, fileName: query["fileName"] ?? "register", rehearsal: true, isDemo: false, by: officer, now: context.now
    ) { _, _ in }
    return .file(
      ByteBuffer(bytes: try site.marked(table, outcome, in: context.language)),
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", named: "marked.xlsx")
  }

  /// The answer is 200 as soon as the file can be read as a table; what becomes of each line follows, and the sums last.
  /// If the work breaks off, the last line is a problem, and nothing was kept.
  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    try officer.requireOne(of: [.clerk, .caseOfficer, .statistician])
    let query = try Query(request, names: ["dryRun", "fileName", "source", "sheet"])
    let rehearsal = try query.value("dryRun") { ["true": true, "false": false][$0] } ?? false
    let fileName = query["fileName"] ?? "register.csv"
    let table = try await site.register(in: request, query, context)
    let (lines, feed) = AsyncStream<ByteBuffer>.makeStream()
    let registry = site.registry
    let (language, now, logger) = (context.language, context.now, context.logger)
    let site = site
    try Registry.checkRegister(table, by: officer)
    let work = Task {
      do {
        let outcome = try await registry.importRegister(
          table, fileName: fileName, rehearsal: rehearsal, isDemo: false, by: officer, now: now
        ) { done, total in
          var lines = ByteBuffer()
          for outcome in done { lines.writeLine(site.line(outcome, of: total, in: language)) }
          feed.yield(lines)
        }
        var sums = ByteBuffer()
        sums.writeLine(
          JSON.object { json in
            json.field("batch", outcome.batch)
            json.field("read", outcome.read)
            json.field("imported", outcome.imported)
            json.field("rejected", outcome.rejected)
            json.field("dryRun", rehearsal)
          })
        feed.yield(sums)
      } catch {
        let problem = Problem(error, in: language, of: site)
        if Problem.of(error) == nil { logger.error("import", metadata: ["error": "\(error)"]) }
        var end = ByteBuffer()
        end.writeLine(
          JSON.object { json in
            json.field("type", problem.code)
            json.field("title", problem.sentence)
            json.field("status", problem.status.code)
          })
        feed.yield(end)
      }
      feed.finish()
    }
    let body = ResponseBody { writer in
      for await some in lines { try await writer.write(some) }
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

extension ByteBuffer {
  fileprivate mutating func writeLine(_ line: ByteBuffer) {
    writeImmutableBuffer(line)
    writeInteger(UInt8(ascii: "\n"))
  }
}

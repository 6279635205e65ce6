import Casework
import Hummingbird
import Registry

/// `/api/exports/cases.csv`: the list as a spreadsheet reads it, UTF-8 with a byte order mark.
struct Exports {
  let site: Site

  /// Rows that one export holds at most.
  private static let limit = 100_000

  func add(to routes: RouterGroup<Context>) {
    routes.get("cases.csv", use: cases)
  }

  @Sendable func cases(_ request: Request, _ context: Context) async throws -> Response {
    let officer = try context.officer()
    var filter = try site.filter(request, context)
    filter.limit = 500
    var buffer = ByteBuffer(bytes: [0xEF, 0xBB, 0xBF])
    let headings = [
      "number", "summary", "respondents", "ipType", "proceeding", "state", "owner", "heldSince", "loggedAt",
    ]
    buffer.writeRecord(headings.map { site.catalogue.text("pages.export.\($0)", in: context.language) })
    var rows = 0
    filter.byDue = false
    while rows < Self.limit {
      let files = try await site.registry.caseFiles(filter, for: officer)
      for file in files {
        buffer.writeRecord([
          file.number.wire, file.summary, file.respondents,
          site.catalogue.text("ip-type.\(file.ipType.rawValue)", in: context.language),
          site.catalogue.text("proceeding.\(file.kind.rawValue)", in: context.language),
          site.catalogue.text("state.\(file.kind.rawValue).\(file.state)", in: context.language),
          site.directory.name(of: file.owner, in: context.language), file.heldSince.local, file.loggedAt.local,
        ])
      }
      rows += files.count
      guard files.count == filter.limit, let last = files.last else { break }
      filter.before = last.id
    }
    var headers: HTTPFields = [.contentType: "text/csv; charset=utf-8"]
    headers[.contentDisposition] = "attachment; filename=\"cases.csv\""
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: buffer))
  }
}

extension ByteBuffer {
  /// One record of RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
  mutating func writeRecord(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { writeInteger(UInt8(ascii: ",")) }
      let bytes = Array(cell.utf8)
      let isFormula = bytes.first.map { [61, 43, 45, 64, 9, 13].contains($0) } ?? false
      let needsQuotes = isFormula || bytes.contains { [34, 44, 10, 13].contains($0) }
      if needsQuotes { writeInteger(UInt8(ascii: "\"")) }
      if isFormula { writeInteger(UInt8(ascii: "'")) }
      for byte in bytes {
        if byte == UInt8(ascii: "\"") { writeInteger(byte) }
        writeInteger(byte)
      }
      if needsQuotes { writeInteger(UInt8(ascii: "\"")) }
    }
    writeStaticString("\r\n")
  }
}

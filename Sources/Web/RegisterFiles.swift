import Casework
import Catalogue
import Documents
import Foundation
import Hummingbird
import Registry
import Sheets

extension Site {
  /// The register in the body of a request, its headings put into ours as they are remembered of `source`.
  ///
  /// - Throws: `import.too-large`, what `register(_:_:_:)` throws.
  func register(in request: Request, _ query: Query, _ context: Context) async throws -> RegisterTable {
    let buffer: ByteBuffer
    do { buffer = try await request.body.collect(upTo: 20 << 20) } catch {
      throw Refusal(.invalid, "import.too-large", ["limit": .text("20 MB")])
    }
    var mapping: [String: String?] = [:]
    if let source = query["source"] {
      mapping = try await registry.importMapping(of: source, for: context.officer())
    }
    return try register(Array(buffer.readableBytesView), sheet: query["sheet"], mapping)
  }

  /// A register from a file: a workbook by what its first bytes say, else comma-separated values.
  ///
  /// - Parameter sheet: Which sheet of a workbook; the first if `nil`.
  /// - Throws: `sheet.*` with the sheet and the cell, what `RegisterTable` throws.
  func register(_ bytes: [UInt8], sheet: String?, _ mapping: [String: String?]) throws -> RegisterTable {
    guard bytes.starts(with: [0x50, 0x4B]) else {
      // What Excel wrote before 2007 has a name like the new one, and nothing else of it.
      if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw Refusal(SheetFault(.none)) }
      return try RegisterTable(csv: bytes).mapped(mapping)
    }
    let path = desk.store.temporary
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(filePath: path))
    do throws(SheetFault) {
      let book = try Spreadsheet(path)
      guard let first = sheet ?? book.sheets.first else { throw SheetFault(.empty) }
      let rows = try book.rows(of: first)
      return try registerTable(rows, mapping).mapped(mapping)
    } catch {
      throw Refusal(error)
    }
  }

  private func registerTable(_ rows: [Spreadsheet.Row], _ mapping: [String: String?]) throws(SheetFault)
    -> RegisterTable
  {
    do throws(Refusal) {
      return try RegisterTable(rows: rows.map { (number: $0.number, cells: $0.cells) }, mapping: mapping)
    } catch {
      throw SheetFault(error.code == "import.two-headings" ? .twoHeadings : .empty)
    }
  }

  /// The register as a workbook, with every faulty cell marked and a comment that says why.
  func marked(_ table: RegisterTable, _ outcome: ImportOutcome, in language: Language) throws -> [UInt8] {
    let path = desk.store.temporary
    defer { try? FileManager.default.removeItem(atPath: path) }
    let book = try Workbook(path, at: 0)
    let sheet = try book.sheet(catalogue.text("pages.import.marked", in: language))
    let heading = table.heading
    for (column, cell) in heading.enumerated() { sheet.text(cell, 0, column, .heading) }
    let faults = Dictionary(outcome.lines.map { ($0.line, $0.faults) }) { $1 }
    for (row, record) in table.records.dropFirst().enumerated() {
      let found = faults[record.line] ?? []
      for (column, cell) in record.cells.enumerated() {
        let here = found.filter { fault in
          fault.column.map { RegisterColumn(heading: heading[safe: column] ?? "") == $0 } ?? (column == 0)
        }
        sheet.text(cell, row + 1, column, here.isEmpty ? .plain : .faulty)
        if !here.isEmpty {
          let reasons = here.map { fault in
            catalogue.sentence(fault.refusal, in: language) { directory.name(of: $0, in: language) }
          }
          sheet.comment(reasons.joined(separator: "\n"), row + 1, column)
        }
      }
    }
    sheet.width(0...max(1, heading.count), 18)
    sheet.freeze(1, 0)
    try book.close()
    return Array(try Data(contentsOf: URL(filePath: path)))
  }
}

extension Refusal {
  /// What is wrong with a workbook, with the sheet and the cell.
  init(_ fault: SheetFault) {
    self.init(
      .invalid, fault.kind.rawValue, field: "file", ["sheet": .text(fault.sheet), "cell": .text(fault.cell)])
  }
}

extension [String] {
  fileprivate subscript(safe index: Int) -> String? { indices.contains(index) ? self[index] : nil }
}

extension JSON {
  /// What the columns of a source are.
  mutating func columns(_ mapping: [String: String?]) {
    object("columns") { json in
      for (heading, field) in mapping.sorted(by: { $0.key < $1.key }) { json.field(heading, text: field ?? "") }
    }
  }
}

import CZip

/// A workbook (XLSX) read sheet by sheet: what stands in its cells, as text.
///
/// Dates become `2026-10-31`, whichever of the two calendars the workbook counts in; numbers stand as they were typed,
/// without exponents. What is packed is never unpacked beyond its limit, and nothing outside the file is ever asked for.
public final class Spreadsheet {
  /// A row that is not empty.
  public struct Row: Equatable, Sendable {
    /// Its number in the sheet, from 1.
    public let number: Int
    /// Its cells up to the last that says something.
    public let cells: [String]
  }

  /// Bytes that its parts may have together, unpacked.
  public static let limit = 1 << 30
  /// Rows that a sheet may have that are not empty, and columns.
  public static let rowLimit = 200_000
  static let columnLimit = 200

  private let archive: OpaquePointer
  private var sizes: [String: UInt64] = [:]
  /// The sheets: name, and the part that holds each.
  private var parts: [(name: String, part: String)] = []
  private var texts: [String] = []
  /// Of each style of cells, whether it shows a date.
  private var dates: [Bool] = []
  private var startsIn1904 = false

  /// The names of its sheets, in order.
  public var sheets: [String] { parts.map(\.name) }

  /// Opens a workbook.
  ///
  /// - Throws: `SheetFault`.
  public init(_ path: String) throws(SheetFault) {
    guard let archive = zip_open(path, ZIP_RDONLY, nil) else { throw SheetFault(.none) }
    self.archive = archive
    var total: UInt64 = 0
    for index in 0..<UInt64(max(0, zip_get_num_entries(archive, 0))) {
      var stat = zip_stat_t()
      guard index < 10_000, zip_stat_index(archive, index, 0, &stat) == 0, let raw = stat.name,
        let name = String(validatingCString: raw)
      else { throw SheetFault(.none) }
      total += stat.size
      // A sheet of empty rows packs a thousandfold; what is small stays small however well it is packed.
      if total > UInt64(Self.limit) { throw SheetFault(.bomb) }
      if name.hasSuffix("vbaProject.bin") { throw SheetFault(.macros) }
      if name.hasPrefix("xl/externalLinks/") { throw SheetFault(.external) }
      sizes[name] = stat.size
    }
    guard sizes["xl/workbook.xml"] != nil else { throw SheetFault(.none) }
    try readBook()
    try readTexts()
    try readStyles()
  }

  deinit { zip_discard(archive) }

  /// The rows of a sheet that are not empty, in order.
  ///
  /// - Throws: `SheetFault` with the sheet and the cell.
  public func rows(of sheet: String) throws(SheetFault) -> [Row] {
    guard let part = parts.first(where: { $0.name == sheet })?.part else { throw SheetFault(.empty, sheet: sheet) }
    let reader = SheetReader(texts: texts, dates: dates, startsIn1904: startsIn1904)
    let markup = try Markup(start: reader.start, text: reader.text, end: reader.end)
    do { try read(part, markup) } catch { throw SheetFault(error.kind, sheet: sheet, cell: error.cell) }
    if let fault = reader.fault { throw SheetFault(fault.kind, sheet: sheet, cell: fault.cell) }
    if reader.rows.isEmpty { throw SheetFault(.empty, sheet: sheet) }
    // A heading that is merged stands over several columns: which of them it names is anybody's guess.
    if let first = reader.heading, let merged = reader.merged.first(where: { $0.rows.contains(first) }) {
      throw SheetFault(.merged, sheet: sheet, cell: merged.name)
    }
    return reader.rows
  }

  private func readBook() throws(SheetFault) {
    var found: [(name: String, id: String)] = []
    var is1904 = false
    try read(
      "xl/workbook.xml",
      Markup(start: { name, attributes in
        if name == "sheet", let title = attributes["name"], let id = attributes["id"] { found.append((title, id)) }
        if name == "workbookPr", ["1", "true"].contains(attributes["date1904"] ?? "") { is1904 = true }
      }))
    var targets: [String: String] = [:]
    try read(
      "xl/_rels/workbook.xml.rels",
      Markup(start: { name, attributes in
        if name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] { targets[id] = target }
      }))
    startsIn1904 = is1904
    parts = found.compactMap { sheet in
      targets[sheet.id].map { (sheet.name, $0.hasPrefix("/") ? String($0.dropFirst()) : "xl/\($0)") }
    }
  }

  private func readTexts() throws(SheetFault) {
    guard sizes["xl/sharedStrings.xml"] != nil else { return }
    var all: [String] = []
    var (text, inText, inPhonetic) = ("", false, false)
    try read(
      "xl/sharedStrings.xml",
      Markup(
        start: { name, _ in
          if name == "si" { text = "" }
          if name == "rPh" { inPhonetic = true }
          if name == "t" { inText = !inPhonetic }
        }, text: { if inText { text += $0 } },
        end: { name in
          if name == "t" { inText = false }
          if name == "rPh" { inPhonetic = false }
          if name == "si" { all.append(text) }
        }))
    texts = all
  }

  private func readStyles() throws(SheetFault) {
    guard sizes["xl/styles.xml"] != nil else { return }
    var (formats, inCells, found): ([Int: String], Bool, [Bool]) = ([:], false, [])
    try read(
      "xl/styles.xml",
      Markup(
        start: { name, attributes in
          if name == "numFmt", let id = attributes["numFmtId"].flatMap({ Int($0) }) {
            formats[id] = attributes["formatCode"]
          }
          if name == "cellXfs" { inCells = true }
          if name == "xf", inCells {
            found.append(Self.isDate(attributes["numFmtId"].flatMap { Int($0) } ?? 0, formats))
          }
        }, end: { if $0 == "cellXfs" { inCells = false } }))
    dates = found
  }

  /// Whether a number format shows a date: one of the built-in ones, or one that writes years or days.
  private static func isDate(_ id: Int, _ formats: [Int: String]) -> Bool {
    if [14...17, 22...22, 27...31, 36...36, 50...58].contains(where: { $0.contains(id) }) { return true }
    guard let format = formats[id]?.lowercased() else { return false }
    // What stands in quotes and brackets is shown as it is.
    let bare = format.replacing(/"[^"]*"|\[[^\]]*\]|\\./, with: "")
    return bare.contains("y") || bare.contains("d") || format.contains("年")
  }

  private func read(_ part: String, _ markup: Markup) throws(SheetFault) {
    guard let size = sizes[part], let file = zip_fopen(archive, part, 0) else { throw SheetFault(.none) }
    defer { zip_fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var left = size
    while true {
      let count = buffer.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, UInt64($0.count)) }
      if count < 0 { throw SheetFault(.none) }
      if count == 0 { break }
      // Longer than its head said.
      if UInt64(count) > left { throw SheetFault(.bomb) }
      left -= UInt64(count)
      var fault: SheetFault?
      buffer.withUnsafeBytes { bytes in
        do throws(SheetFault) {
          try markup.read(UnsafeRawBufferPointer(rebasing: bytes[..<Int(count)]), isLast: false)
        } catch {
          fault = error
        }
      }
      if let fault { throw fault }
    }
    try markup.read(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }
}

import Foundation
import Law
import Testing

/// The law book that ships, read from the checkout that these tests belong to.
enum ShippedBook {
  private static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let read = Result {
    var tables: [String: [LawRow]] = [:]
    for table in LawBook.tables {
      let records = try ShippedBook.records(of: "Schema/Reference/\(table).csv")
      let header = try #require(records.first)
      tables[table] = try records.dropFirst().enumerated().map { index, cells in
        try LawRow(table: table, columns: header, cells: cells, line: index + 2)
      }
    }
    return (tables: tables, book: try LawBook(tables))
  }

  /// The book.
  static func book() throws -> LawBook { try read.get().book }

  /// The rows it is made of, by table.
  static func tables() throws -> [String: [LawRow]] { try read.get().tables }

  /// The records of a file of the checkout.
  static func records(of path: String) throws -> [[String]] {
    try CommaSeparatedText.records([UInt8](Data(contentsOf: root.appending(path: path))))
  }
}

/// Comma-separated values as RFC 4180 has them, in UTF-8.
enum CommaSeparatedText {
  /// A quoted cell that does not end.
  struct Unfinished: Error {}

  static func records(_ bytes: [UInt8]) throws -> [[String]] {
    var (records, cells, cell): ([[String]], [String], [UInt8]) = ([], [], [])
    var (isQuoted, isOpen, index) = (false, false, 0)
    func text() -> String { String(decoding: cell, as: UTF8.self) }
    while index < bytes.count {
      let byte = bytes[index]
      let isQuote = byte == UInt8(ascii: "\"")
      index += 1
      if isQuoted {
        if !isQuote {
          cell.append(byte)
        } else if index < bytes.count, bytes[index] == byte {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      isOpen = true
      switch byte {
      case _ where isQuote && cell.isEmpty: isQuoted = true
      case UInt8(ascii: ","):
        cells.append(text())
        cell = []
      case UInt8(ascii: "\r"): break
      case UInt8(ascii: "\n"):
        records.append(cells + [text()])
        (cells, cell, isOpen) = ([], [], false)
      default: cell.append(byte)
      }
    }
    guard !isQuoted else { throw Unfinished() }
    return isOpen ? records + [cells + [text()]] : records
  }
}

/// The day of a text that is one.
func date(_ text: String) -> Day { Day(text)! }

/// So many yuan, in fen.
func yuan(_ amount: Int64, fen: Int64 = 0) -> Fen { Fen(amount * 100 + fen)! }

/// The fault that `act` meets; nil if there is none.
func fault<Value>(_ act: () throws -> Value) -> LawFault? {
  do {
    _ = try act()
    return nil
  } catch {
    return error as? LawFault
  }
}

extension LawBook {
  /// When a limit ends, asked in texts: a day or an instant, `2026-03-10..2026-03-19=testing`, `head` or `collective=45`.
  func due(
    _ rule: String, from: String, without exclusions: [String] = [], granted: [String] = [], showsLedger: Bool = false
  ) throws -> Due {
    try due(
      rule,
      Counting(
        from: #require(Trigger(from)), exclusions: exclusions.map(Exclusion.init(reading:)),
        grants: granted.map(Grant.init(reading:)), showsLedger: showsLedger))
  }

  /// The last day or instant of a limit, as text.
  func last(
    _ rule: String, _ from: String, without exclusions: [String] = [], granted: [String] = []
  ) throws -> String {
    try due(rule, from: from, without: exclusions, granted: granted).moment.description
  }
}

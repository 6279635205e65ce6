import Casework
import Law

extension LawBook {
  /// Reads the law book from its tables as CSV, with changes that an administrator recorded.
  ///
  /// - Throws: `law.data`, which names table, row and column.
  public init(csv: [String: [UInt8]], changes: [LawChange] = []) throws(LawFault) {
    var tables: [String: [LawRow]] = [:]
    for table in Self.tables {
      guard let bytes = csv[table] else { continue }
      tables[table] = try Self.rows(of: table, bytes)
    }
    try self.init(Self.applying(changes, to: tables))
  }

  /// The tables with changes made, the latest of each cell last. A change of a row that is gone has no effect.
  static func applying(_ changes: [LawChange], to tables: [String: [LawRow]]) throws(LawFault) -> [String: [LawRow]] {
    var tables = tables
    for change in changes {
      guard let index = tables[change.table]?.firstIndex(where: { $0.key == change.row }),
        let row = tables[change.table]?[index]
      else { continue }
      tables[change.table]?[index] = try row.changed(change.column, to: change.value)
    }
    return tables
  }

  /// The rows of one table as CSV; the first column is the key.
  ///
  /// - Throws: `law.data`.
  public static func rows(of table: String, _ bytes: [UInt8]) throws(LawFault) -> [LawRow] {
    let parsed: CommaSeparated
    do throws(Refusal) { parsed = try CommaSeparated(bytes) } catch {
      throw LawFault("law.data", ["table": table, "row": "", "column": "", "problem": error.code])
    }
    guard let header = parsed.records.first else { return [] }
    var rows: [LawRow] = []
    for record in parsed.records.dropFirst() {
      rows.append(try LawRow(table: table, columns: header.cells, cells: record.cells, line: record.line))
    }
    return rows
  }
}

/// A value of the law book that an administrator confirmed or changed, with who, when and why on record.
public struct LawChange: Sendable, Equatable {
  /// The table.
  public let table: String
  /// Key of the row.
  public let row: String
  /// The column.
  public let column: String
  /// The text it now has.
  public let value: String

  /// States a change.
  public init(table: String, row: String, column: String, value: String) {
    (self.table, self.row, self.column, self.value) = (table, row, column, value)
  }
}

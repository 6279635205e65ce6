/// One row of a table of the law, as text by column. An empty cell is absent.
public struct LawRow: Sendable, Equatable {
  /// The table's name.
  public let table: String
  /// The value of the first column.
  public let key: String
  /// The cells that are not empty.
  public private(set) var cells: [String: String]
  private let columns: [String]

  /// A row of `table` whose `columns` are in order; the first is the key.
  ///
  /// - Throws: `law.data` if the row has another number of cells, or no key.
  public init(table: String, columns: [String], cells: [String], line: Int) throws(LawFault) {
    let place = "line \(line)"
    guard cells.count == columns.count, let key = cells.first, !key.isEmpty else {
      throw LawFault("law.data", ["table": table, "row": place, "column": columns.first ?? "", "problem": "cells"])
    }
    (self.table, self.key, self.columns) = (table, key, columns)
    self.cells = Dictionary(
      zip(columns, cells).filter { !$0.1.isEmpty }, uniquingKeysWith: { first, _ in first })
  }

  /// The row with another text in one column.
  ///
  /// - Throws: `law.data` if there is no such column.
  public func changed(_ column: String, to text: String) throws(LawFault) -> LawRow {
    guard columns.contains(column), column != columns.first else { throw fault(column, "column") }
    var row = self
    row.cells[column] = text.isEmpty ? nil : text
    return row
  }

  /// That `column` of this row is not what it should be.
  func fault(_ column: String, _ problem: String) -> LawFault {
    LawFault("law.data", ["table": table, "row": key, "column": column, "problem": problem])
  }

  /// The text of a column that must not be empty.
  func text(_ column: String) throws(LawFault) -> String {
    guard let text = cells[column] else { throw fault(column, columns.contains(column) ? "empty" : "column") }
    return text
  }

  /// The words of a column, parted by spaces.
  func words(_ column: String) -> [String] { (cells[column] ?? "").split(separator: " ").map(String.init) }

  /// The value that `read` finds in the text; `nil` for an empty cell.
  func value<Value>(_ column: String, _ read: (String) -> Value?) throws(LawFault) -> Value? {
    guard let text = cells[column] else { return nil }
    guard let value = read(text) else { throw fault(column, "unreadable") }
    return value
  }

  /// The value that `read` finds in a cell that must not be empty.
  func required<Value>(_ column: String, _ read: (String) -> Value?) throws(LawFault) -> Value {
    guard let value = try value(column, read) else { throw fault(column, "empty") }
    return value
  }

  /// From which day to which, both inclusive; open where the last is empty.
  func validity() throws(LawFault) -> ClosedRange<Day> {
    let from: Day = try required("valid_from") { Day($0) }
    let to: Day = try value("valid_to") { Day($0) } ?? .latest
    guard from <= to else { throw fault("valid_to", "before-from") }
    return from...to
  }

  /// The name in both languages.
  func name(_ column: String = "name") throws(LawFault) -> BilingualText {
    BilingualText(chinese: try text("\(column)_zh"), english: try text("\(column)_en"))
  }

  /// What the row rests on.
  func authority() throws(LawFault) -> Authority {
    var citations: [Citation] = []
    for word in words("citation") {
      guard let citation = Citation(key: word) else { throw fault("citation", "unreadable") }
      citations.append(citation)
    }
    return Authority(
      citations: citations, isConfirmed: try required("verification") { ["verified": true, "to-confirm": false][$0] },
      source: try text("source"))
  }
}

/// A text of the reference data, in both languages.
public struct BilingualText: Sendable, Equatable, Codable {
  /// zh-CN.
  public let chinese: String
  /// English.
  public let english: String

  /// Pairs the two.
  public init(chinese: String, english: String) { (self.chinese, self.english) = (chinese, english) }
}

/// What a row of the law book rests on.
public struct Authority: Sendable, Equatable {
  /// The articles; may be empty where none was established.
  public let citations: [Citation]
  /// Whether the text was read. What was not is shown as "to confirm" wherever it is shown.
  public let isConfirmed: Bool
  /// Where it was read.
  public let source: String
}

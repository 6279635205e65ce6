/// Text in columns for a terminal, aligned by cells.
struct Table {
  /// On which side a column is flush.
  enum Alignment: Sendable { case leading, trailing }

  /// A column's heading and how it is set.
  struct Column: Sendable {
    /// What stands above it.
    let heading: String
    /// Numbers are flush right.
    let alignment: Alignment
    /// Whether its cells may be cut where the terminal is too narrow.
    let isFlexible: Bool
  }

  /// The columns, from the left.
  let columns: [Column]
  /// One text for each column.
  let rows: [[String]]

  /// Cells between two columns.
  private static let gap = 2
  /// Cells that a flexible column keeps.
  private static let least = 8

  /// Prepares a table; what a cell holds becomes one printable line.
  init(columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows.map { $0.map(\.printable) }
  }

  /// The lines to print: heading, rule, rows.
  ///
  /// - Parameter width: Cells of the terminal; `nil` prints everything in full. Where even cut columns do not fit, the
  ///   lines are longer.
  func lines(width: Int?) -> [String] {
    let widths = widths(within: width)
    let rule = widths.map { String(repeating: "-", count: $0) }
    return [line(columns.map(\.heading), widths), rule.joined(separator: String(repeating: " ", count: Self.gap))]
      + rows.map { line($0, widths) }
  }

  private func widths(within limit: Int?) -> [Int] {
    var widths = columns.map { $0.heading.displayWidth }
    for row in rows {
      for (index, cell) in row.enumerated() where index < widths.count {
        widths[index] = max(widths[index], cell.displayWidth)
      }
    }
    guard let limit else { return widths }
    var excess = widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) - limit
    while excess > 0, let widest = widest(widths) {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// The widest column that can still be narrowed.
  private func widest(_ widths: [Int]) -> Int? {
    widths.indices.filter { columns[$0].isFlexible && widths[$0] > Self.least }.max { widths[$0] < widths[$1] }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, column) in columns.enumerated() {
      let cell = (index < cells.count ? cells[index] : "").truncated(to: widths[index])
      let padding = String(repeating: " ", count: max(0, widths[index] - cell.displayWidth))
      if index > 0 { line += String(repeating: " ", count: Self.gap) }
      switch column.alignment {
      case .trailing: line += padding + cell
      case .leading: line += index == columns.count - 1 ? cell : cell + padding
      }
    }
    while line.utf8.last == UInt8(ascii: " ") { line.unicodeScalars.removeLast() }
    return line
  }
}

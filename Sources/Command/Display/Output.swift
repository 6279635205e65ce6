import ArgumentParser
import Foundation

/// Where results go: data to standard output in the form asked for, talk to standard error.
struct Output: Sendable {
  /// The form of the data.
  enum Format: String, EnumerableFlag, Sendable {
    /// The server's answer, byte by byte.
    case json
    /// RFC 4180, with the names and values of JSON.
    case csv
    /// Columns and words for people.
    case table

    /// What the flag does.
    static func help(for value: Format) -> ArgumentHelp? { Words.help("cli.options.\(value.rawValue)") }
  }

  /// The form of the data.
  let format: Format
  /// Whether CSV begins with a byte order mark.
  let hasByteOrderMark: Bool
  /// Whether nothing is said beyond data and problems.
  let isQuiet: Bool

  /// Chooses the form: the one forced, else a table for a person and JSON for a program.
  init(_ forced: Format?, hasByteOrderMark: Bool, isQuiet: Bool) {
    format = forced ?? (StandardStream.output.isTerminal ? .table : .json)
    (self.hasByteOrderMark, self.isQuiet) = (hasByteOrderMark, isQuiet)
  }

  /// Prints a list.
  func show<Row>(_ rows: [Row], _ columns: [Column<Row>], json bytes: Data) throws {
    switch format {
    case .json: try json(bytes)
    case .csv: try csv(rows, columns)
    case .table: try table(rows, columns)
    }
  }

  /// Prints a single thing: a line for each column, or one record of CSV.
  func show<Row>(one row: Row, _ columns: [Column<Row>], json bytes: Data) throws {
    switch format {
    case .json: try json(bytes)
    case .csv: try csv([row], columns)
    case .table: try details(row, columns)
    }
  }

  /// Prints an answer as it came, and on a terminal a line end after it.
  func json(_ bytes: Data) throws {
    try StandardStream.output.write(Array(bytes))
    if StandardStream.output.isTerminal, bytes.last != 10 { try StandardStream.output.write([10]) }
  }

  /// Prints records under their names.
  func csv<Row>(_ rows: [Row], _ columns: [Column<Row>]) throws {
    var bytes = hasByteOrderMark ? CSV.byteOrderMark : []
    bytes += CSV.record(columns.map(\.name))
    for row in rows { bytes += CSV.record(columns.map { $0.wire(row) }) }
    try StandardStream.output.write(bytes)
  }

  /// Prints a table; says that there is nothing where there is nothing.
  func table<Row>(_ rows: [Row], _ columns: [Column<Row>]) throws {
    guard !rows.isEmpty else { return say(Words.text("cli.list.none")) }
    let seen = columns.filter { $0.look != nil }
    let table = Table(columns: seen.map(\.setting), rows: rows.map { row in seen.map { $0.words(row) } })
    try lines(table.lines(width: StandardStream.output.width))
  }

  /// Prints label and value, line by line; what is absent is left out.
  func details<Row>(_ row: Row, _ columns: [Column<Row>]) throws {
    let known = columns.filter { $0.look != nil }.map { ($0.heading, $0.words(row).printable) }.filter { !$0.1.isEmpty }
    let width = known.map { $0.0.displayWidth }.max() ?? 0
    try lines(
      known.map { label, value in
        label + String(repeating: " ", count: width - label.displayWidth + 2) + value
      })
  }

  /// Prints lines of text.
  func lines(_ lines: [String]) throws {
    try StandardStream.output.write(Array(lines.map { "\($0)\n" }.joined().utf8))
  }

  /// Says something to the person at the terminal, unless asked to be quiet.
  func say(_ line: String) {
    if !isQuiet { StandardStream.say(line) }
  }
}

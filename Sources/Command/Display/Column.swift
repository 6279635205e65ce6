/// A column of a list, or a line of a single thing: what programs and what people read of a `Row`.
struct Column<Row> {
  /// Its name in JSON, and the heading of CSV.
  let name: String
  /// Where the terminal has it: `nil` if CSV alone does.
  let look: ColumnLook?
  /// The value for programs.
  let wire: (Row) -> String
  /// The value for people.
  let words: (Row) -> String

  /// A column of both; its heading is the text `cli.column.<name>`.
  init(_ name: String, _ look: ColumnLook, _ wire: @escaping (Row) -> String, words: ((Row) -> String)? = nil) {
    (self.name, self.look, self.wire, self.words) = (name, look, wire, words ?? wire)
  }

  /// A column of CSV only.
  init(wireOnly name: String, _ wire: @escaping (Row) -> String) {
    (self.name, look, self.wire, words) = (name, nil, wire, wire)
  }

  /// What stands above it on a terminal.
  var heading: String { Words.text("cli.column.\(name)") }

  /// How a table sets it.
  var setting: Table.Column {
    Table.Column(heading: heading, alignment: look == .number ? .trailing : .leading, isFlexible: look == .text)
  }
}

/// How a column looks on a terminal.
enum ColumnLook: Sendable {
  /// Text in full: a code, a date, a short word.
  case code
  /// Text that may be cut.
  case text
  /// A number.
  case number
}

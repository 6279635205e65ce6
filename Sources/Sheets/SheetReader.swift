/// Reads the XML of one sheet.
final class SheetReader {
  /// A range of cells that is merged.
  struct Merged {
    let name: String
    let rows: ClosedRange<Int>
  }

  private(set) var rows: [Spreadsheet.Row] = []
  private(set) var merged: [Merged] = []
  private(set) var fault: SheetFault?
  /// The first row with two texts or more: the heading.
  private(set) var heading: Int?

  private let texts: [String]
  private let dates: [Bool]
  private let startsIn1904: Bool
  private var cells: [String] = []
  private var row = 0
  private var (column, reference, type, style) = (0, "", "", 0)
  private var (value, isValue) = ("", false)

  init(texts: [String], dates: [Bool], startsIn1904: Bool) {
    (self.texts, self.dates, self.startsIn1904) = (texts, dates, startsIn1904)
  }

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "row":
      row = attributes["r"].flatMap { Int($0) } ?? row + 1
      (cells, column) = ([], 0)
    case "c":
      reference = attributes["r"] ?? ""
      column = Self.column(of: reference) ?? column + 1
      (type, style, value) = (attributes["t"] ?? "n", attributes["s"].flatMap { Int($0) } ?? 0, "")
    case "v", "t": isValue = true
    case "f": note(.formula, reference)
    case "mergeCell":
      guard let range = attributes["ref"] else { return }
      let ends = range.split(separator: ":").compactMap { Int($0.drop { !$0.isNumber }) }
      if let first = ends.first, let last = ends.last, first <= last {
        merged.append(Merged(name: range, rows: first...last))
      }
    default: return
    }
  }

  func text(_ text: String) { if isValue { value += text } }

  func end(_ name: String) {
    switch name {
    case "v", "t": isValue = false
    case "c":
      guard (1...Spreadsheet.columnLimit).contains(column) else { return }
      let shown = shown()
      if shown.isEmpty { return }
      while cells.count < column { cells.append("") }
      cells[column - 1] = shown
    case "row":
      guard cells.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { return }
      if heading == nil, cells.count(where: { !$0.isEmpty }) >= 2 { heading = row }
      if rows.count > Spreadsheet.rowLimit { return note(.bomb, "A\(row)") }
      rows.append(Spreadsheet.Row(number: row, cells: cells))
    default: return
    }
  }

  private func note(_ kind: SheetFault.Kind, _ cell: String) {
    if fault == nil { fault = SheetFault(kind, cell: cell) }
  }

  /// What the cell shows.
  private func shown() -> String {
    switch type {
    case "s": return Int(value).flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? ""
    case "b": return value == "1" ? "是" : "否"
    case "e": return ""
    case "n":
      if dates.indices.contains(style), dates[style], let day = Self.day(value, startsIn1904) { return day }
      return Self.plain(value)
    default: return value
    }
  }

  /// A number without an exponent and without zeros at its end: `1.2E4` is `12000`.
  static func plain(_ number: String) -> String {
    guard number.contains(where: { "eE.".contains($0) }) else { return number }
    let halves = number.uppercased().split(separator: "E", maxSplits: 1).map(String.init)
    guard let first = halves.first else { return number }
    let sign = first.hasPrefix("-") ? "-" : ""
    let parts = first.drop { $0 == "-" }.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let shift = halves.count > 1 ? Int(halves[1]) : 0, abs(shift) < 400 else { return number }
    var digits = Array(parts.joined())
    var point = (parts.first?.count ?? 0) + shift
    while point > digits.count { digits.append("0") }
    while point < 1 {
      digits.insert("0", at: 0)
      point += 1
    }
    var (whole, fraction) = (String(digits[..<point]), String(digits[point...]))
    // 0.1 + 0.2 is kept with 17 digits; nobody typed the last of them.
    if fraction.count > 10, let rounded = Double("0.\(fraction)").map({ ($0 * 1e9).rounded() / 1e9 }), rounded < 1 {
      fraction = String("\(rounded)".drop { $0 != "." }.dropFirst())
    }
    while fraction.last == "0" { fraction.removeLast() }
    whole = String(whole.drop { $0 == "0" })
    return sign + (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : ".\(fraction)")
  }

  /// The day of a serial number. Counting from 1900, the 60th is a day that never was, so that what follows is one ahead.
  static func day(_ serial: String, _ startsIn1904: Bool) -> String? {
    guard let number = Double(serial), (1..<200_000).contains(number) else { return nil }
    var days = Int(number)
    if startsIn1904 { days += 1462 } else if days == 60 { return nil } else if days < 60 { days += 1 }
    // Civil date of days since 1899-12-30, by the usual count of eras of 400 years.
    let count = days - 25_569 + 719_468
    let era = count / 146_097
    let ofEra = count - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * ofYear + 2) / 153
    let (day, month) = (ofYear - (153 * shifted + 2) / 5 + 1, shifted < 10 ? shifted + 3 : shifted - 9)
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// The column of a cell from 1: `C7` is 3.
  static func column(of reference: String) -> Int? {
    let letters = reference.utf8.prefix { (65...90).contains($0) }
    guard !letters.isEmpty, letters.count <= 3 else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1) - 64 }
  }

  /// The name of a column from 1: 28 is `AB`.
  static func name(ofColumn column: Int) -> String {
    var (rest, name) = (column, "")
    while rest > 0 {
      name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
      rest = (rest - 1) / 26
    }
    return name
  }
}

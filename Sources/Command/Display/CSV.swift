/// Comma-separated values as spreadsheets read them.
///
/// Standard: RFC 4180.
enum CSV {
  /// The byte order mark by which a spreadsheet knows UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// One record with its line end. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
  static func record(_ cells: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell, to: &bytes)
    }
    bytes += [13, 10]
    return bytes
  }

  private static func append(_ cell: String, to bytes: inout [UInt8]) {
    let isFormula = cell.unicodeScalars.first.map(startsFormula) ?? false
    guard isFormula || cell.utf8.contains(where: { [34, 44, 10, 13].contains($0) }) else {
      bytes += cell.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Full-width signs too: a Chinese spreadsheet takes ＝ for =.
  private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}

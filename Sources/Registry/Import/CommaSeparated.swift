import Casework

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A table of comma- or tab-separated values (RFC 4180), in UTF-8 with or without a byte order mark, or in GB18030.
///
/// Read byte by byte: a Swift `Character` may hide a quote behind a combining mark, or a line end inside `\r\n`. Every
/// record knows the line it began on, which the libraries at hand do not tell.
struct CommaSeparated {
  /// One record.
  struct Record {
    /// The line it begins on, from 1.
    let line: Int
    /// Its cells, in order.
    let cells: [String]
  }

  /// Bytes that a file may have at most.
  static let byteLimit = 20 << 20
  /// Records that it may have, and cells that a record may have.
  static let recordLimit = 200_000
  static let cellLimit = 200

  let records: [Record]

  /// Reads a table; wholly blank lines are passed over.
  ///
  /// - Throws: `import.empty`, `import.encoding`, `import.quote`, `import.too-large`.
  init(_ bytes: [UInt8]) throws(Refusal) {
    guard bytes.count <= Self.byteLimit else {
      throw Refusal(.invalid, "import.too-large", ["limit": .text("20 MB")])
    }
    var records: [Record] = []
    let text = try Self.utf8(bytes)
    let separator = Self.separator(text)
    var (cell, cells): ([UInt8], [String]) = ([], [])
    var (line, began, quoted, wasQuoted) = (1, 1, false, false)
    func endCell() {
      cells.append(String(decoding: cell, as: UTF8.self))
      cell = []
      wasQuoted = false
    }
    func endRecord() {
      endCell()
      if cells.contains(where: { !$0.trimmingBlanks.isEmpty }) { records.append(Record(line: began, cells: cells)) }
      cells = []
      began = line
    }
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      let next = index < text.endIndex ? text[index] : nil
      if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && next != UInt8(ascii: "\n")) { line += 1 }
      guard records.count <= Self.recordLimit, cells.count <= Self.cellLimit else {
        let limit = "\(Self.recordLimit) × \(Self.cellLimit)"
        throw Refusal(.invalid, "import.too-large", ["limit": .text(limit)])
      }
      switch byte {
      case UInt8(ascii: "\"") where quoted:
        if next == byte {
          cell.append(byte)
          index += 1
        } else {
          quoted = false
        }
      case _ where quoted: cell.append(byte)
      case UInt8(ascii: "\"") where cell.isEmpty && !wasQuoted: (quoted, wasQuoted) = (true, true)
      case separator: endCell()
      case UInt8(ascii: "\r"): if next != UInt8(ascii: "\n") { endRecord() }
      case UInt8(ascii: "\n"): endRecord()
      default: cell.append(byte)
      }
    }
    if quoted { throw Refusal(.malformed, "import.quote", ["line": .text(String(began))]) }
    if !cell.isEmpty || !cells.isEmpty { endRecord() }
    guard !records.isEmpty else { throw Refusal(.malformed, "import.empty") }
    self.records = records
  }

  private static func separator(_ text: ArraySlice<UInt8>) -> UInt8 {
    let header = text.prefix { $0 != UInt8(ascii: "\n") }
    return header.contains(UInt8(ascii: "\t")) && !header.contains(UInt8(ascii: ","))
      ? UInt8(ascii: "\t") : UInt8(ascii: ",")
  }

  /// The bytes as UTF-8 without a byte order mark.
  private static func utf8(_ bytes: [UInt8]) throws(Refusal) -> ArraySlice<UInt8> {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if String(validating: body, as: UTF8.self) != nil { return body }
    guard body.count == bytes.count, let converted = fromGB18030(bytes) else {
      throw Refusal(.malformed, "import.encoding")
    }
    return converted[...]
  }

  /// Converts from GB18030, which GBK and GB2312 are part of; `nil` for bytes that are none.
  private static func fromGB18030(_ bytes: [UInt8]) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var output = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
    var source = bytes.map { CChar(bitPattern: $0) }
    var (left, room) = (source.count, output.count)
    let converted = source.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBytes { result in
        var from = input.baseAddress
        var to = result.baseAddress?.assumingMemoryBound(to: CChar.self)
        return iconv(converter, &from, &left, &to, &room)
      }
    }
    guard converted != Int.max, converted != -1, left == 0 else { return nil }
    return Array(output.prefix(output.count - room))
  }
}

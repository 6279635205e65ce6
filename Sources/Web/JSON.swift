import Hummingbird
import Law

/// Writes JSON as bytes: on the lists that officers wait for, an encoder by
/// reflection costs more than the database does.
struct JSON {
  private var bytes: [UInt8] = []
  private var needsComma = false

  /// An object written by `body`.
  static func object(capacity: Int = 1024, _ body: (inout JSON) throws -> Void) rethrows -> ByteBuffer {
    var json = JSON()
    json.bytes.reserveCapacity(capacity)
    try json.object(body)
    return ByteBuffer(bytes: json.bytes)
  }

  mutating func object(_ body: (inout JSON) throws -> Void) rethrows {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    try body(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  mutating func list<S: Sequence>(
    _ name: StaticString, _ elements: S, _ body: (inout JSON, S.Element) throws -> Void
  ) rethrows {
    key(name)
    bytes.append(UInt8(ascii: "["))
    needsComma = false
    for element in elements { try body(&self, element) }
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  mutating func object(_ name: StaticString, _ body: (inout JSON) throws -> Void) rethrows {
    key(name)
    try object(body)
  }

  mutating func field(_ name: StaticString, _ value: String?) {
    key(name)
    element(value)
  }

  mutating func field(_ name: StaticString, _ value: Int?) {
    key(name)
    bytes.append(contentsOf: (value.map { String($0) } ?? "null").utf8)
    needsComma = true
  }

  mutating func field(_ name: StaticString, _ value: Int64?) {
    key(name)
    bytes.append(contentsOf: (value.map { String($0) } ?? "null").utf8)
    needsComma = true
  }

  mutating func field(_ name: StaticString, _ value: Bool) {
    key(name)
    append(value ? "true" : "false")
    needsComma = true
  }

  mutating func field(_ name: StaticString, _ value: Instant?) { field(name, value?.description) }

  mutating func field(_ name: String, text value: String) {
    separate()
    string(name)
    bytes.append(UInt8(ascii: ":"))
    string(value)
    needsComma = true
  }

  /// A text as an element of a list, or null.
  mutating func element(_ value: String?) {
    separate()
    if let value { string(value) } else { append("null") }
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    append(name)
    append("\":")
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func string(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      // Runs of bytes that need no escape go out whole.
      var start = 0
      for index in utf8.indices where Self.needsEscape(utf8[index]) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        escaped(utf8[index])
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case UInt8(ascii: "\n"): append("\\n")
    case UInt8(ascii: "\r"): append("\\r")
    case UInt8(ascii: "\t"): append("\\t")
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      append("\\u00")
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }
}

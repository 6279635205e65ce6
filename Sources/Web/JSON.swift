import Hummingbird
import Law

/// Writes JSON, byte by byte, into the buffer that is sent: on the lists that officers wait for, an encoder by
/// reflection costs more than the database does.
struct JSON {
  private(set) var buffer: ByteBuffer
  private var needsComma = false

  /// An object written by `body`.
  static func object(capacity: Int = 1024, _ body: (inout JSON) throws -> Void) rethrows -> ByteBuffer {
    var json = JSON(buffer: ByteBufferAllocator().buffer(capacity: capacity))
    try json.object(body)
    return json.buffer
  }

  mutating func object(_ body: (inout JSON) throws -> Void) rethrows {
    separate()
    buffer.writeInteger(UInt8(ascii: "{"))
    needsComma = false
    try body(&self)
    buffer.writeInteger(UInt8(ascii: "}"))
    needsComma = true
  }

  mutating func list<S: Sequence>(
    _ name: StaticString, _ elements: S, _ body: (inout JSON, S.Element) throws -> Void
  ) rethrows {
    key(name)
    buffer.writeInteger(UInt8(ascii: "["))
    needsComma = false
    for element in elements { try body(&self, element) }
    buffer.writeInteger(UInt8(ascii: "]"))
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
    buffer.writeString(value.map(String.init) ?? "null")
    needsComma = true
  }

  mutating func field(_ name: StaticString, _ value: Int64?) {
    key(name)
    buffer.writeString(value.map(String.init) ?? "null")
    needsComma = true
  }

  mutating func field(_ name: StaticString, _ value: Bool) {
    key(name)
    buffer.writeStaticString(value ? "true" : "false")
    needsComma = true
  }

  mutating func field(_ name: StaticString, _ value: Instant?) { field(name, value?.description) }

  mutating func field(_ name: String, text value: String) {
    separate()
    string(name)
    buffer.writeInteger(UInt8(ascii: ":"))
    string(value)
    needsComma = true
  }

  /// A text as an element of a list, or null.
  mutating func element(_ value: String?) {
    separate()
    if let value { string(value) } else { buffer.writeStaticString("null") }
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { buffer.writeInteger(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func key(_ name: StaticString) {
    separate()
    buffer.writeInteger(UInt8(ascii: "\""))
    buffer.writeStaticString(name)
    buffer.writeStaticString("\":")
  }

  private mutating func string(_ text: String) {
    buffer.writeInteger(UInt8(ascii: "\""))
    if text.utf8.contains(where: Self.needsEscape) {
      for byte in text.utf8 { escaped(byte) }
    } else {
      buffer.writeString(text)
    }
    buffer.writeInteger(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): buffer.writeStaticString("\\\"")
    case UInt8(ascii: "\\"): buffer.writeStaticString("\\\\")
    case UInt8(ascii: "\n"): buffer.writeStaticString("\\n")
    case UInt8(ascii: "\r"): buffer.writeStaticString("\\r")
    case UInt8(ascii: "\t"): buffer.writeStaticString("\\t")
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      buffer.writeStaticString("\\u00")
      buffer.writeInteger(digits[Int(byte >> 4)])
      buffer.writeInteger(digits[Int(byte & 15)])
    default: buffer.writeInteger(byte)
    }
  }
}

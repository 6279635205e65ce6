/// A value that PostgreSQL stores and prints as text.
public protocol Column: Sendable {
  /// The value as PostgreSQL reads it.
  var sqlText: String { get }
  /// The value from what PostgreSQL prints; `nil` if the text is none.
  init?(sqlText: String)
}

extension String: Column {
  public var sqlText: String { self }
  public init?(sqlText: String) { self = sqlText }
}

extension Bool: Column {
  public var sqlText: String { self ? "t" : "f" }
  public init?(sqlText: String) {
    switch sqlText {
    case "t": self = true
    case "f": self = false
    default: return nil
    }
  }
}

extension Column where Self: FixedWidthInteger {
  public var sqlText: String { String(self) }
  public init?(sqlText: String) { self.init(sqlText, radix: 10) }
}

extension Int: Column {}
extension Int16: Column {}
extension Int32: Column {}
extension Int64: Column {}

extension Column where Self: RawRepresentable, RawValue: Column {
  public var sqlText: String { rawValue.sqlText }
  public init?(sqlText: String) {
    guard let raw = RawValue(sqlText: sqlText), let value = Self(rawValue: raw) else { return nil }
    self = value
  }
}

/// Bytes, as `bytea`.
public struct Bytes: Column, Hashable {
  /// The bytes themselves.
  public let bytes: [UInt8]

  /// Wraps `bytes` so that they can be bound.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public var sqlText: String { "\\x" + hex }

  /// Lower-case hexadecimal, two digits a byte.
  public var hex: String {
    let digits: [UInt8] = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  public init?(sqlText: String) {
    let text = Array(sqlText.utf8)
    guard text.count >= 2, text.count % 2 == 0, text[0] == UInt8(ascii: "\\"), text[1] == UInt8(ascii: "x") else {
      return nil
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2 - 1)
    for index in stride(from: 2, to: text.count, by: 2) {
      guard let high = Self.digit(text[index]), let low = Self.digit(text[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    self.bytes = bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

/// A list of numbers, as `int[]` or `bigint[]`.
public struct Numbers: Column, Hashable {
  /// The numbers in order.
  public let values: [Int64]

  /// Wraps `values` so that they can be bound.
  public init(_ values: [Int64]) { self.values = values }

  public var sqlText: String { "{" + values.map(String.init).joined(separator: ",") + "}" }

  public init?(sqlText: String) {
    guard sqlText.hasPrefix("{"), sqlText.hasSuffix("}") else { return nil }
    let inner = sqlText.dropFirst().dropLast()
    let values = inner.split(separator: ",").map { Int64($0) }
    guard !values.contains(nil) else { return nil }
    self.values = values.compactMap(\.self)
  }
}

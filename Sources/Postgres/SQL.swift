/// A statement that knows its parameters: `"select name from agency where code = \(code)"` binds, never splices.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
  enum Part: Sendable {
    case text(String)
    case value(String?)
  }

  var parts: [Part]

  /// A statement without parameters.
  public init(stringLiteral text: String) { parts = [.text(text)] }

  /// A statement with its parameters in place.
  public init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }

  /// The text sent to the server, parameters numbered from `$1`.
  public var text: String {
    if parts.count == 1, case .text(let only) = parts[0] { return only }
    var text = ""
    var number = 0
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .value:
        number += 1
        text += "$\(number)"
      }
    }
    return text
  }

  /// The parameters in order; `nil` is SQL null.
  var values: [String?] {
    parts.compactMap { part -> String?? in
      guard case .value(let value) = part else { return nil }
      return .some(value)
    }
  }

  /// Collects the parts of an interpolated statement.
  public struct Interpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    public init(literalCapacity: Int, interpolationCount: Int) { parts.reserveCapacity(interpolationCount * 2 + 1) }

    public mutating func appendLiteral(_ text: String) { if !text.isEmpty { parts.append(.text(text)) } }

    /// Binds a value.
    public mutating func appendInterpolation(_ value: some Column) { parts.append(.value(value.sqlText)) }

    /// Binds a value or null.
    public mutating func appendInterpolation(_ value: (some Column)?) { parts.append(.value(value?.sqlText)) }

    /// Splices another statement, parameters included.
    public mutating func appendInterpolation(_ sql: SQL) { parts.append(contentsOf: sql.parts) }

    /// Splices text as it stands. For identifiers the program itself made; never for input.
    public mutating func appendInterpolation(trusted text: String) { parts.append(.text(text)) }
  }

  /// The statements one after the other with `separator` between them.
  public static func joined(_ statements: [SQL], by separator: String) -> SQL {
    var joined = SQL(stringLiteral: "")
    joined.parts = []
    for (index, statement) in statements.enumerated() {
      if index > 0 { joined.parts.append(.text(separator)) }
      joined.parts.append(contentsOf: statement.parts)
    }
    return joined
  }
}

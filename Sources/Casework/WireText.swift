import Law

/// A value that travels as text in JSON, in a form and on the command line, and exists only if it is well formed.
public protocol WireText: Codable, Hashable, Sendable, CustomStringConvertible {
  /// Reads the value.
  ///
  /// - Throws: A refusal without a field; decoding adds it.
  init(wire text: String) throws(Refusal)
  /// The value as it travels.
  var wire: String { get }
}

extension WireText {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // A whole number may come as one: `"turnover": 52000`. A fraction may not, because JSON's are binary.
    let text = try (try? container.decode(Int64.self)).map { String($0) } ?? container.decode(String.self)
    do { try self.init(wire: text) } catch { throw error.at(decoder.codingPath.wirePath) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wire)
  }

  public var description: String { wire }
}

extension Line {
  /// The line, if it has no more than `limit` characters.
  ///
  /// - Throws: `text.too-long`, blamed on `field`.
  package func atMost(_ limit: Int, _ field: String) throws(Refusal) -> Line {
    guard wire.unicodeScalars.count <= limit else {
      throw Refusal(.invalid, "text.too-long", field: field, ["limit": .text(String(limit))])
    }
    return self
  }
}

extension [any CodingKey] {
  /// The path as a field is named in an answer: `parties.0.name`.
  public var wirePath: String { map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".") }
}

/// One line of text: 1 to 200 characters (Unicode scalars), no control characters, no blanks at its ends.
public struct Line: WireText {
  /// How many scalars a line may have.
  public static let limit = 200
  /// The text.
  public let wire: String

  /// - Throws: `text.empty`, `text.too-long`, `text.control`.
  public init(wire text: String) throws(Refusal) {
    wire = try text.checked(limit: Self.limit, allowsLines: false)
  }

  /// A line that was checked before.
  init(kept text: String) { wire = text }
}

/// Text of several lines: 1 to 4000 characters (Unicode scalars), no control characters but line ends and tabs.
public struct Prose: WireText {
  /// How many scalars it may have.
  public static let limit = 4000
  /// The text.
  public let wire: String

  /// - Throws: `text.empty`, `text.too-long`, `text.control`.
  public init(wire text: String) throws(Refusal) {
    wire = try text.checked(limit: Self.limit, allowsLines: true)
  }
}

extension String {
  fileprivate func checked(limit: Int, allowsLines: Bool) throws(Refusal) -> String {
    // The byte count is known at once; counting the scalars of ten million bytes is not worth it.
    guard utf8.count <= limit * 4 + 64 else {
      throw Refusal(.invalid, "text.too-long", ["limit": .text(String(limit))])
    }
    let trimmed = trimmingBlanks
    for scalar in trimmed.unicodeScalars where scalar.properties.generalCategory == .control {
      if allowsLines, scalar == "\n" || scalar == "\t" || scalar == "\r" { continue }
      throw Refusal(.invalid, "text.control")
    }
    // Marks that turn the direction of writing can make a text read as another.
    guard
      !trimmed.unicodeScalars.contains(where: {
        (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
      })
    else { throw Refusal(.invalid, "text.control") }
    guard !trimmed.isEmpty else { throw Refusal(.invalid, "text.empty") }
    guard trimmed.unicodeScalars.count <= limit else {
      throw Refusal(.invalid, "text.too-long", ["limit": .text(String(limit))])
    }
    return trimmed
  }

  /// The text without white space at its ends.
  public var trimmingBlanks: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}

extension Refusal {
  /// What a request that could not be decoded is refused for: a value's own refusal, or `body.field-missing`,
  /// `body.field` or `body.malformed`, with the field where one is to blame.
  public init(unreadable error: any Error) {
    switch error {
    case let refusal as Refusal: self = refusal
    case let fault as LawFault: self.init(fault)
    case DecodingError.keyNotFound(let key, let context):
      self.init(.malformed, "body.field-missing", field: (context.codingPath + [key]).wirePath)
    case DecodingError.valueNotFound(_, let context):
      self.init(.malformed, "body.field-missing", field: context.codingPath.wirePath)
    case DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty:
      self.init(.malformed, "body.field", field: context.codingPath.wirePath)
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      self.init(.malformed, "body.field", field: context.codingPath.wirePath)
    default: self.init(.malformed, "body.malformed")
    }
  }
}

/// An amount of money in fen (分), the hundredth part of a yuan (元). Never negative.
///
/// Encoded as an integer, in fen.
public struct Fen: Comparable, Hashable, Sendable {
  /// Why a text is not an amount. The raw value is the stable code.
  public enum Fault: String, Error, CaseIterable, Sendable {
    /// Not an amount of money.
    case unreadable = "amount.unreadable"
    /// An amount below zero.
    case negative = "amount.negative"
    /// An amount above `Fen.limit`.
    case tooLarge = "amount.too-large"
    /// Digits are written beyond the fen, even if they are zeros.
    case tooFine = "amount.too-fine"
    /// An approximation, a range or a bound; it must never become a number.
    case vague = "amount.vague"
  }

  /// The greatest amount, inclusive, in fen: one trillion (10^12) yuan.
  public static let limit: Int64 = 100_000_000_000_000

  /// Nothing.
  public static let zero = Fen(checked: 0)

  /// The amount in fen, 0 through `limit`.
  public let value: Int64

  /// The amount of so many fen; nil unless it is in 0...`limit`.
  public init?(_ value: Int64) {
    guard (0...Fen.limit).contains(value) else { return nil }
    self.init(checked: value)
  }

  private init(checked value: Int64) {
    self.value = value
  }

  /// The sum; nil if it exceeds `limit`.
  public func adding(_ other: Fen) -> Fen? {
    Fen(value + other.value)
  }

  /// Yuan with two decimals and no separators, "12000.50".
  public var yuan: String {
    "\(value / 100).\(Int(value % 100).padded(2))"
  }

  /// Yuan with two decimals and a comma before every third digit, "12,000.50".
  public var grouped: String {
    var whole = Int(value / 100)
    var text = ".\(Int(value % 100).padded(2))"
    while whole >= 1000 {
      text = ",\((whole % 1000).padded(3))\(text)"
      whole /= 1000
    }
    return "\(whole)\(text)"
  }

  /// Whether the left-hand amount is the smaller.
  public static func < (left: Fen, right: Fen) -> Bool {
    left.value < right.value
  }
}

extension Fen: Codable {
  /// Decodes an integer, in fen; refuses one out of 0...`limit`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let amount = Fen(try container.decode(Int64.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a Fen")
    }
    self = amount
  }

  /// Encodes `value`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

extension Fen {
  /// Reads an amount in yuan as people write it.
  ///
  /// Accepts "12000", "12,000.50", "５万" (10^4), "1.2亿" (10^8), a ¥ in front, 元 behind, full-width forms, and spaces
  /// around each of these. Commas must part groups of three. The decimals must end at the fen or before: two, or six
  /// with 万, or ten with 亿.
  public static func parse(yuan text: String) -> Result<Fen, Fault> {
    let scalars = text.unicodeScalars.map(\.halfWidth)
    switch Written(scalars[...]) {
    case .some(let written):
      return written.amount
    case nil:
      return .failure(Written.isVague(scalars) ? .vague : .unreadable)
    }
  }

  /// An amount as written: sign, digits and unit, each checked for form only.
  private struct Written {
    private var negative = false
    private var digits: [Int] = []
    private var decimals = 0
    private var unit = 0

    /// Nil unless the whole text is one written amount.
    init?(_ text: ArraySlice<Unicode.Scalar>) {
      var rest = text
      Written.skipSpaces(&rest)
      negative = Written.take(&rest, ["-", "\u{2212}"]) != nil
      if Written.take(&rest, ["¥", "\u{FFE5}"]) != nil {
        Written.skipSpaces(&rest)
        negative = Written.take(&rest, ["-", "\u{2212}"]) != nil || negative
      }
      guard readWhole(&rest), readDecimals(&rest) else { return nil }
      Written.skipSpaces(&rest)
      switch Written.take(&rest, ["万", "亿"]) {
      case "万": unit = 4
      case "亿": unit = 8
      default: unit = 0
      }
      Written.skipSpaces(&rest)
      _ = Written.take(&rest, ["元"])
      Written.skipSpaces(&rest)
      guard rest.isEmpty else { return nil }
    }

    var amount: Result<Fen, Fault> {
      guard !negative else { return .failure(.negative) }
      let scale = 2 + unit
      guard decimals <= scale else { return .failure(.tooFine) }
      var value: Int64 = 0
      for digit in digits + Array(repeating: 0, count: scale - decimals) {
        value = value * 10 + Int64(digit)
        guard value <= Fen.limit else { return .failure(.tooLarge) }
      }
      return .success(Fen(checked: value))
    }

    private mutating func readWhole(_ rest: inout ArraySlice<Unicode.Scalar>) -> Bool {
      var group = readDigits(&rest)
      guard group > 0 else { return false }
      guard rest.first == "," else { return true }
      guard group <= 3 else { return false }
      while Written.take(&rest, [","]) != nil {
        group = readDigits(&rest)
        guard group == 3 else { return false }
      }
      return true
    }

    private mutating func readDecimals(_ rest: inout ArraySlice<Unicode.Scalar>) -> Bool {
      guard Written.take(&rest, ["."]) != nil else { return true }
      decimals = readDigits(&rest)
      return decimals > 0
    }

    private mutating func readDigits(_ rest: inout ArraySlice<Unicode.Scalar>) -> Int {
      let before = digits.count
      while let scalar = rest.first, ("0"..."9").contains(scalar) {
        digits.append(Int(scalar.value - 48))
        rest.removeFirst()
      }
      return digits.count - before
    }

    private static func take(
      _ rest: inout ArraySlice<Unicode.Scalar>, _ wanted: Set<Unicode.Scalar>
    ) -> Unicode.Scalar? {
      guard let next = rest.first, wanted.contains(next) else { return nil }
      rest.removeFirst()
      return next
    }

    private static func skipSpaces(_ rest: inout ArraySlice<Unicode.Scalar>) {
      rest = rest.drop(while: spaces.contains)
    }

    private static let spaces: Set<Unicode.Scalar> = [" ", "\t", "\u{A0}", "\u{3000}"]
    private static let quantities = Set("0123456789零〇一二三四五六七八九十百千万亿两几数半".unicodeScalars)
    private static let signs = Set(",.¥\u{FFE5}元".unicodeScalars).union(spaces)
    // The scalars of 大约, 将近, 左右, 以上, 不足, 超过, 至少, 最多, 低于 and the like; then the marks of ranges and bounds.
    private static let hedges = Set("约余多近将几数大概上下左右以内不足未到超过逾至少最高低于可能来许".unicodeScalars)
      .union("-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}~\u{301C}\u{223C}<>≤≥≦≧≈+?=".unicodeScalars)

    /// Whether the text speaks of a quantity, hedges it, and says nothing else.
    static func isVague(_ text: [Unicode.Scalar]) -> Bool {
      guard text.contains(where: quantities.contains), text.contains(where: hedges.contains) else { return false }
      // Two separators or more are a date or a number of something, not a range.
      guard text.count(where: { $0 == "-" || $0 == "\u{2212}" }) <= 1 else { return false }
      return text.allSatisfy { quantities.contains($0) || hedges.contains($0) || signs.contains($0) }
    }
  }
}

extension Fen {
  /// Fen as 万元 with two decimals, rounded half away from zero; a sum may exceed what
  /// a single amount can be, and may be negative.
  public static func tenThousands(_ fen: Int64) -> String {
    let hundredths = (abs(fen) + 5_000) / 10_000
    let cents = hundredths % 100
    return "\(fen < 0 && hundredths > 0 ? "-" : "")\(hundredths / 100).\(cents < 10 ? "0" : "")\(cents)"
  }
}

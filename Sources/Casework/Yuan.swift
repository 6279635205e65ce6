import Law

/// An amount of money as people write it: yuan in text, such as `35740.82`, `12,000` or `5万`; fen inside.
///
/// Answers print it with two decimals. A vague amount (`约5万`) is refused, never guessed.
public struct Yuan: WireText {
  /// The amount.
  public let fen: Fen

  /// Wraps an amount.
  public init(_ fen: Fen) { self.fen = fen }

  /// - Throws: `amount.unreadable`, `amount.negative`, `amount.too-large`, `amount.too-fine`, `amount.vague`.
  public init(wire text: String) throws(Refusal) {
    guard text.utf8.count <= 200 else { throw Refusal(.invalid, Fen.Fault.unreadable.rawValue) }
    switch Fen.parse(yuan: text) {
    case .success(let fen): self.fen = fen
    case .failure(let fault): throw Refusal(.invalid, fault.rawValue)
    }
  }

  public var wire: String { fen.yuan }
}

/// A count or measure of goods: 0 to 999,999,999,999.999, at most three decimals.
public struct Quantity: WireText {
  /// The plain decimal, without a sign, a separator or superfluous zeros.
  public let wire: String

  /// - Throws: `quantity.unreadable`.
  public init(wire text: String) throws(Refusal) {
    guard text.utf8.count <= 200, let plain = Self.plain(text.trimmingBlanks) else {
      throw Refusal(.invalid, "quantity.unreadable")
    }
    wire = plain
  }

  /// The decimal without separators and superfluous zeros; `nil` if it is none.
  private static func plain(_ text: String) -> String? {
    let half = String(String.UnicodeScalarView(text.unicodeScalars.map(\.halfWidth)))
    let parts = half.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, let whole = ungrouped(first), (1...12).contains(whole.utf8.count)
    else { return nil }
    let significant = String(whole.drop { $0 == "0" })
    let integer = significant.isEmpty ? "0" : significant
    guard parts.count == 2 else { return integer }
    guard (1...3).contains(parts[1].utf8.count), isNumber(parts[1]) else { return nil }
    let decimals = String(String(parts[1].reversed()).drop { $0 == "0" }.reversed())
    return decimals.isEmpty ? integer : "\(integer).\(decimals)"
  }

  /// The digits of a whole number, with or without commas before every third from the right.
  private static func ungrouped(_ text: Substring) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, groups.allSatisfy(isNumber) else { return nil }
    if groups.count > 1 {
      guard (1...3).contains(first.utf8.count), groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else {
        return nil
      }
    }
    return groups.joined()
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

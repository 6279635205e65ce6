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
    let digits = text.trimmingBlanks.filter { $0 != "," && $0 != "，" }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber = { (part: Substring) in part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    guard let whole = parts.first, parts.count <= 2, (1...12).contains(whole.utf8.count), isNumber(whole) else {
      throw Refusal(.invalid, "quantity.unreadable")
    }
    var plain = String(whole.drop { $0 == "0" })
    if plain.isEmpty { plain = "0" }
    if parts.count == 2 {
      guard (1...3).contains(parts[1].utf8.count), isNumber(parts[1]) else {
        throw Refusal(.invalid, "quantity.unreadable")
      }
      let decimals = String(String(parts[1].reversed()).drop { $0 == "0" }.reversed())
      if !decimals.isEmpty { plain += "." + decimals }
    }
    wire = plain
  }
}

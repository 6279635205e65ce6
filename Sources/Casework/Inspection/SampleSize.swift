/// How many targets are drawn (抽查数量、抽查比例): `30`, or a share of the list such as `5%`.
public struct SampleSize: WireText {
  /// The number, or the percentage.
  public let value: Int
  /// Whether it is a percentage.
  public let isShare: Bool

  /// - Throws: `inspection.sample` for anything but 1 to 10000, or 1% to 100%.
  public init(wire text: String) throws(Refusal) {
    let trimmed = text.utf8.count <= 40 ? text.trimmingBlanks : ""
    let scalars = Array(trimmed.unicodeScalars)
    isShare = scalars.last == "%" || scalars.last == "％"
    let digits = scalars.dropLast(isShare ? 1 : 0)
    guard (1...5).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) }),
      let value = Int(String(String.UnicodeScalarView(digits))), (1...(isShare ? 100 : 10_000)).contains(value)
    else { throw Refusal(.invalid, "inspection.sample") }
    self.value = value
  }

  public var wire: String { isShare ? "\(value)%" : "\(value)" }

  /// How many that are of a list of `total`; of a share the next whole number.
  public func count(of total: Int) -> Int { isShare ? (total * value + 99) / 100 : value }
}

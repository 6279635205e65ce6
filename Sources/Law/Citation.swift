/// One place in a legal instrument: an article (条), and within it a paragraph (款) and an item (项) if need be.
///
/// All numbers are in 1...999.
public struct Citation: Hashable, Sendable {
  /// The key of the instrument: lower-case ASCII letters, digits and inner hyphens, such as "criminal-law" or "310".
  public let instrument: String

  /// The number of the article (条).
  public let article: Int

  /// The number of an inserted article: 1 for 之一. Nil for an article of the original count.
  public let articleSuffix: Int?

  /// The number of the paragraph (款); nil if the citation is not that narrow.
  public let paragraph: Int?

  /// The number of the item (项); nil if the citation is not that narrow. Possible without a paragraph.
  public let item: Int?

  /// The citation; nil unless the key is well formed and every number is in 1...999.
  public init?(instrument: String, article: Int, articleSuffix: Int?, paragraph: Int?, item: Int?) {
    guard Citation.isKey(instrument) else { return nil }
    for number in [article, articleSuffix, paragraph, item] {
      guard (1...999).contains(number ?? 1) else { return nil }
    }
    (self.instrument, self.article, self.articleSuffix) = (instrument, article, articleSuffix)
    (self.paragraph, self.item) = (paragraph, item)
  }

  /// The citation in Chinese: `name` as given, then the place, "…第二百一十九条之一第二款第（三）项".
  public func printed(name: String) -> String {
    var text = "\(name)第\(Citation.numeral(article))条"
    if let articleSuffix { text += "之\(Citation.numeral(articleSuffix))" }
    if let paragraph { text += "第\(Citation.numeral(paragraph))款" }
    if let item { text += "第（\(Citation.numeral(item))）项" }
    return text
  }

  /// A Chinese numeral of 1...999 as statutes write it: 十二, 二十, 一百零一, 一百一十.
  private static func numeral(_ number: Int) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let (hundreds, tens, ones) = (number / 100 % 10, number / 10 % 10, number % 10)
    var text = hundreds > 0 ? "\(digits[hundreds])百" : ""
    if tens > 0 {
      // A leading ten is 十, not 一十; after a hundred it is 一十.
      text += tens == 1 && hundreds == 0 ? "十" : "\(digits[tens])十"
    } else if hundreds > 0, ones > 0 {
      text += "零"
    }
    return ones > 0 ? text + digits[ones] : text
  }

  private static func isKey(_ text: String) -> Bool {
    let bytes = text.utf8
    guard (1...64).contains(bytes.count), bytes.first != UInt8(ascii: "-") else { return false }
    guard Array(bytes.suffix(1)) != [UInt8(ascii: "-")] else { return false }
    return bytes.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }
  }
}

extension Citation {
  /// Reads a compact key: "310@5.2" is article 5 paragraph 2, "criminal-law@219-1" is article 219之一,
  /// "penalty-law@57.1(3)" is article 57 paragraph 1 item 3.
  ///
  /// Numbers are in 1...999 without leading zeros; nil for any other text.
  public init?(key: String) {
    guard key.utf8.count <= 96 else { return nil }
    let halves = key.unicodeScalars.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else { return nil }
    var reader = Reader(String(halves[1]))
    var (suffix, paragraph, item): (Int?, Int?, Int?)
    guard let article = reader.number(1...3) else { return nil }
    if reader.take("-") != nil {
      guard let number = reader.number(1...3) else { return nil }
      suffix = number
    }
    if reader.take(".") != nil {
      guard let number = reader.number(1...3) else { return nil }
      paragraph = number
    }
    if reader.take("(") != nil {
      guard let number = reader.number(1...3), reader.take(")") != nil else { return nil }
      item = number
    }
    guard reader.atEnd else { return nil }
    self.init(
      instrument: String(halves[0]), article: article, articleSuffix: suffix, paragraph: paragraph, item: item)
    // One place, one key: this also refuses leading zeros.
    guard self.key.utf8.elementsEqual(key.utf8) else { return nil }
  }

  /// The compact key that `init?(key:)` reads; one place has one key.
  public var key: String {
    var text = "\(instrument)@\(article)"
    if let articleSuffix { text += "-\(articleSuffix)" }
    if let paragraph { text += ".\(paragraph)" }
    if let item { text += "(\(item))" }
    return text
  }
}

/// A language the interface speaks. The raw value is its tag in HTML and in file names (BCP 47).
public enum Language: String, CaseIterable, Sendable {
  /// Chinese as written on the mainland; the language of every paper, and the default.
  case chinese = "zh-CN"
  /// English.
  case english = "en"

  /// The language for a reader whose browser sends this `Accept-Language` header.
  ///
  /// English only if its weight is above that of Chinese; a tie, an unreadable header, another language and none at all
  /// mean Chinese. A range that breaks the grammar counts for nothing.
  ///
  /// Standard: RFC 9110, 12.5.4.
  public static func preferred(from acceptLanguage: String?) -> Language {
    var weights: [String: Int] = [:]
    for range in (acceptLanguage ?? "").utf8.split(separator: UInt8(ascii: ",")) {
      guard let (primary, weight) = weighed(Substring(range)) else { continue }
      weights[primary] = max(weights[primary] ?? 0, weight)
    }
    let others = weights["*"] ?? 0
    return weights["en"] ?? others > weights["zh"] ?? others ? .english : .chinese
  }

  /// The language for a terminal whose `LC_ALL`, `LC_MESSAGES` or `LANG` has this value, such as `en_US.UTF-8`.
  ///
  /// `C`, an empty value, another language and none at all mean Chinese.
  public static func preferred(locale: String?) -> Language {
    let ends = "_-.@".utf8
    let language = (locale ?? "").utf8.prefix { !ends.contains($0) }
    return Substring(language).lowercased() == "en" ? .english : .chinese
  }

  /// The primary subtag of a language range in lower case, and its weight in thousandths; nil if it breaks the grammar.
  private static func weighed(_ range: Substring) -> (primary: String, weight: Int)? {
    let parts = range.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map(trimmed)
    guard let tag = parts.first, parts.count <= 2 else { return nil }
    let subtags = tag.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard subtags.allSatisfy({ (1...8).contains($0.count) }), let primary = subtags.first else { return nil }
    guard parts.count == 2 else { return (Substring(primary).lowercased(), 1000) }
    guard let weight = thousandths(parts[1]) else { return nil }
    return (Substring(primary).lowercased(), weight)
  }

  /// A weight such as `q=0.8`: at most three decimals, 0 through 1.
  private static func thousandths(_ weight: Substring.UTF8View) -> Int? {
    let text = Array(weight)
    guard (3...7).contains(text.count), text[0] | 32 == UInt8(ascii: "q"), text[1] == UInt8(ascii: "=") else {
      return nil
    }
    guard text.count == 3 || text[3] == UInt8(ascii: ".") else { return nil }
    let digits = [text[2]] + text.dropFirst(4)
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    let padded = digits + Array(repeating: UInt8(ascii: "0"), count: 4 - digits.count)
    let value = padded.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return value <= 1000 ? value : nil
  }

  private static func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var rest = text.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest = rest.dropLast() }
    return rest
  }
}

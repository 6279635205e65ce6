/// A secret that stands for a sign-in: 32 random bytes, in lower-case hexadecimal where it travels.
public struct Token: Sendable, Equatable {
  /// What the browser or the program keeps.
  public let text: String

  /// A fresh one, from the operating system's random source.
  public static func random() -> Token {
    var source = SystemRandomNumberGenerator()
    let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &source) }
    return Token(bytes: bytes)
  }

  /// Reads one; `nil` unless it is 64 hexadecimal digits.
  public init?(_ text: String) {
    let digits = Array(text.utf8)
    let isDigit = { (byte: UInt8) in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
    guard digits.count == 64, digits.allSatisfy(isDigit) else { return nil }
    self.text = text
  }

  private init(bytes: [UInt8]) {
    text = bytes.hexadecimal
  }

  /// What the database keeps.
  public var digest: [UInt8]? { Digest.sha256(text) }

  /// A token derived for one purpose, which does not give this one away.
  public func derived(for purpose: String) -> Token? {
    Digest.sha256("\(purpose):\(text)").map(Token.init(bytes:))
  }
}

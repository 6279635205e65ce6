/// SHA-256 of some bytes; `nil` only if the library fails.
public typealias SHA256 = @Sendable ([UInt8]) -> [UInt8]?

/// The digest of the lists of a random inspection, published before the seed is drawn (名录承诺值).
///
/// It is the SHA-256 of the canonical text of the lists: `sha256sum < lists.txt`.
public struct Commitment: Hashable, Sendable, CustomStringConvertible {
  /// 64 hexadecimal digits, small letters.
  public let hex: String

  /// Reads a digest; `nil` unless it is one.
  public init?(hex: String) {
    guard hex.utf8.count == 64, hex.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
      return nil
    }
    self.hex = hex
  }

  /// Commits to lists.
  ///
  /// - Throws: `busy` if no digest could be made.
  public init(to lists: InspectionLists, by sha256: SHA256) throws(Refusal) {
    hex = try Self.digest(lists.text, by: sha256)
  }

  public var description: String { hex }

  /// The digest of a text in hexadecimal.
  static func digest(_ text: String, by sha256: SHA256) throws(Refusal) -> String {
    guard let bytes = sha256(Array(text.utf8)) else { throw Refusal(.throttled, "busy") }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

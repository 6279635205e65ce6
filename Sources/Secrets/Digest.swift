import CCrypto

extension [UInt8] {
  /// Two lower-case hexadecimal digits for each byte.
  public var hexadecimal: String {
    let digits: [UInt8] = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// SHA-256, by OpenSSL.
public enum Digest {
  /// The 32 bytes of the digest; `nil` only if the library fails, which it does for want of memory.
  public static func sha256(_ bytes: [UInt8]) -> [UInt8]? {
    var digest = [UInt8](repeating: 0, count: 32)
    var length = digest.count
    let done = EVP_Q_digest(nil, "SHA256", nil, bytes, bytes.count, &digest, &length)
    return done == 1 && length == 32 ? digest : nil
  }

  /// The digest of a text's UTF-8.
  public static func sha256(_ text: String) -> [UInt8]? { sha256(Array(text.utf8)) }

  /// Whether two secrets are the same, in a time that does not tell where they differ.
  public static func same(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
  }
}

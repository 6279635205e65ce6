import CCrypto

/// HMAC with SHA-256, by OpenSSL.
public enum KeyedDigest {
  /// The 32 bytes; `nil` only if the library fails, which it does for want of memory.
  public static func sha256(_ message: [UInt8], key: [UInt8]) -> [UInt8]? {
    var (digest, length) = ([UInt8](repeating: 0, count: 32), UInt32(32))
    let done = HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &digest, &length)
    return done != nil && length == 32 ? digest : nil
  }
}

import CCrypto

/// SHA-256 of what comes in piece by piece.
///
/// `@unchecked Sendable`: whoever holds it calls it from one place at a time; it shares nothing with another.
public final class RunningDigest: @unchecked Sendable {
  /// The library refused, which it does for want of memory.
  public struct Failed: Error, Sendable {}

  private let context: OpaquePointer
  private let algorithm: OpaquePointer

  /// Begins.
  ///
  /// - Throws: `Failed`.
  public init() throws(Failed) {
    guard let context = EVP_MD_CTX_new() else { throw Failed() }
    guard let algorithm = EVP_MD_fetch(nil, "SHA256", nil), EVP_DigestInit_ex2(context, algorithm, nil) == 1 else {
      EVP_MD_CTX_free(context)
      throw Failed()
    }
    (self.context, self.algorithm) = (context, algorithm)
  }

  deinit {
    EVP_MD_CTX_free(context)
    EVP_MD_free(algorithm)
  }

  /// Takes in more bytes.
  public func update(_ bytes: UnsafeRawBufferPointer) { EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) }

  /// Takes in more bytes.
  public func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

  /// The 32 bytes of the digest; what comes in afterwards belongs to the next one.
  public func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 32
    EVP_DigestFinal_ex(context, &digest, &length)
    EVP_DigestInit_ex2(context, algorithm, nil)
    return digest
  }
}

import CCrypto
import Foundation

/// A key that signs for an agency: Ed25519 (RFC 8032).
///
/// What is signed names its algorithm, so that another can take its place.
public struct SigningKey: Sendable {
  /// The name of the algorithm where it is written down.
  public static let algorithm = "Ed25519"

  /// The library refused, which it does for want of memory or for a key that is none.
  public struct Failed: Error, Sendable {}

  private let seed: [UInt8]
  /// What checks its signatures.
  public let verifying: VerifyingKey

  /// A fresh one, from the operating system's random source.
  ///
  /// - Throws: `Failed`.
  public static func random() throws -> SigningKey {
    var source = SystemRandomNumberGenerator()
    return try SigningKey(seed: (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &source) })
  }

  /// The key of 32 secret bytes.
  ///
  /// - Throws: `Failed`.
  public init(seed: [UInt8]) throws {
    guard seed.count == 32, let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, 32) else {
      throw Failed()
    }
    defer { EVP_PKEY_free(key) }
    var (point, length) = ([UInt8](repeating: 0, count: 32), 32)
    guard EVP_PKEY_get_raw_public_key(key, &point, &length) == 1 else { throw Failed() }
    self.seed = seed
    verifying = VerifyingKey(point)
  }

  /// Reads PKCS #8 in PEM, as `pem` writes it.
  ///
  /// - Throws: `Failed`.
  public init(pem: String) throws {
    guard let der = PEM.read(pem, "PRIVATE KEY"), der.starts(with: Self.prefix), der.count == 48 else {
      throw Failed()
    }
    try self.init(seed: Array(der.dropFirst(Self.prefix.count)))
  }

  /// PKCS #8 in PEM. Secret.
  public var pem: String { PEM.write(Self.prefix + seed, "PRIVATE KEY") }

  /// The 64 bytes of the signature.
  ///
  /// - Throws: `Failed`.
  public func signature(of bytes: [UInt8]) throws -> [UInt8] {
    guard let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, 32) else { throw Failed() }
    defer { EVP_PKEY_free(key) }
    guard let context = EVP_MD_CTX_new() else { throw Failed() }
    defer { EVP_MD_CTX_free(context) }
    var (signature, length) = ([UInt8](repeating: 0, count: 64), 64)
    guard EVP_DigestSignInit(context, nil, nil, nil, key) == 1,
      EVP_DigestSign(context, &signature, &length, bytes, bytes.count) == 1, length == 64
    else { throw Failed() }
    return signature
  }

  /// Up to the seed, the encoding is the same for every key.
  private static let prefix: [UInt8] = [0x30, 0x2E, 2, 1, 0, 0x30, 5, 6, 3, 0x2B, 0x65, 0x70, 4, 0x22, 4, 0x20]
}

/// What checks the signatures of an agency.
public struct VerifyingKey: Sendable, Equatable {
  /// The 32 bytes of the public key.
  public let bytes: [UInt8]

  /// A key of 32 bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a SubjectPublicKeyInfo in PEM; `nil` if it is none of this algorithm.
  public init?(pem: String) {
    guard let der = PEM.read(pem, "PUBLIC KEY"), der.starts(with: Self.prefix), der.count == 44 else { return nil }
    bytes = Array(der.dropFirst(Self.prefix.count))
  }

  /// SubjectPublicKeyInfo in PEM, as other people's tools read it.
  public var pem: String { PEM.write(Self.prefix + bytes, "PUBLIC KEY") }

  /// Whether `signature` was made over `message` with the key's other half.
  public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard bytes.count == 32, signature.count == 64,
      let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, 32)
    else { return false }
    defer { EVP_PKEY_free(key) }
    guard let context = EVP_MD_CTX_new() else { return false }
    defer { EVP_MD_CTX_free(context) }
    return EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
      && EVP_DigestVerify(context, signature, 64, message, message.count) == 1
  }

  private static let prefix: [UInt8] = [0x30, 0x2A, 0x30, 5, 6, 3, 0x2B, 0x65, 0x70, 3, 0x21, 0]
}

/// Bytes as text between two lines of dashes (RFC 7468).
private enum PEM {
  static func write(_ der: [UInt8], _ label: String) -> String {
    "-----BEGIN \(label)-----\n\(Data(der).base64EncodedString())\n-----END \(label)-----\n"
  }

  static func read(_ text: String, _ label: String) -> [UInt8]? {
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count >= 3, lines.first == "-----BEGIN \(label)-----", lines.last == "-----END \(label)-----" else {
      return nil
    }
    return Data(base64Encoded: lines.dropFirst().dropLast().joined()).map(Array.init)
  }
}

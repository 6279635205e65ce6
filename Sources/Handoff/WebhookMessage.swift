import Foundation
import Secrets

/// A notice as the Standard Webhooks specification sends it: an identity that stays the same, a time, a signature.
public struct WebhookMessage: Sendable {
  /// The body, in JSON.
  public let body: [UInt8]
  /// The headers.
  public let headers: [(name: String, value: String)]

  /// Signs a body.
  ///
  /// - Parameters:
  ///   - id: The same for every attempt, so that the receiver takes it once.
  ///   - seconds: When it is sent, since 1970.
  ///   - secret: What both sides know.
  public init(id: String, seconds: Int64, body: [UInt8], secret: [UInt8]) {
    let signed = Array("\(id).\(seconds).".utf8) + body
    let signature = Data(KeyedDigest.sha256(signed, key: secret) ?? []).base64EncodedString()
    self.body = body
    headers = [
      ("Content-Type", "application/json"), ("webhook-id", id), ("webhook-timestamp", String(seconds)),
      ("webhook-signature", "v1,\(signature)"),
    ]
  }

  /// A secret as the specification writes it.
  public static func text(of secret: [UInt8]) -> String { "whsec_" + Data(secret).base64EncodedString() }
}

/// Addresses of the net that are nobody's on the outside: loopback, private, link-local, shared, and reserved ranges.
public enum PrivateAddress {
  /// Whether the bytes of an IPv4 or IPv6 address are in one of them.
  public static func contains(_ address: [UInt8]) -> Bool {
    switch address.count {
    case 4:
      let (a, b) = (address[0], address[1])
      return a == 0 || a == 10 || a == 127 || a >= 224 || (a == 100 && (64...127).contains(b))
        || (a == 169 && b == 254) || (a == 172 && (16...31).contains(b)) || (a == 192 && b == 168)
        || (a == 192 && b == 0) || (a == 198 && (18...19).contains(b))
    case 16:
      if address.prefix(10).allSatisfy({ $0 == 0 }), address[10] == 0xFF, address[11] == 0xFF {
        return contains(Array(address.suffix(4)))
      }
      // NAT64 and 6to4 carry an address of the old net.
      if address.starts(with: [0, 0x64, 0xFF, 0x9B]) { return contains(Array(address.suffix(4))) }
      if address.starts(with: [0x20, 0x02]) { return contains(Array(address[2..<6])) }
      return address[0] == 0 || address[0] & 0xFE == 0xFC || (address[0] == 0xFE && address[1] & 0xC0 == 0x80)
        || address[0] == 0xFF
    default: return true
    }
  }
}

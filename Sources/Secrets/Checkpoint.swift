import Foundation

/// A signed statement of how long a log is and what its root is (C2SP tlog-checkpoint, a signed note).
///
/// Three lines of text, a blank line, and a line for each signature: `— NAME BASE64`, of which the first four bytes name the
/// key. Whoever has seen the log adds a signature; the first is the log's own.
public struct Checkpoint: Sendable, Equatable {
  /// A signature with the name of who made it.
  public struct Signature: Sendable, Equatable {
    /// Name of the signer.
    public let name: String
    /// The 64 bytes.
    public let bytes: [UInt8]
    /// The four bytes that name the key.
    public let keyID: [UInt8]
  }

  /// Name of the log.
  public let origin: String
  /// Entries in it.
  public let size: Int64
  /// The 32 bytes of the root.
  public let root: [UInt8]
  /// The signatures, the log's own first.
  public private(set) var signatures: [Signature]

  /// The checkpoint of a log, signed by it.
  ///
  /// - Throws: `SigningKey.Failed`.
  public init(origin: String, size: Int64, root: [UInt8], signedBy key: SigningKey) throws {
    (self.origin, self.size, self.root, signatures) = (origin, size, root, [])
    try sign(as: origin, key)
  }

  /// Reads one; `nil` unless it is written exactly as `note` writes it.
  public init?(note: String) {
    let lines = note.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 6, lines[3].isEmpty, lines.last == "", !lines[0].isEmpty, let size = Int64(lines[1]),
      size >= 0, let root = Data(base64Encoded: lines[2]), root.count == 32
    else { return nil }
    var signatures: [Signature] = []
    for line in lines[4..<(lines.count - 1)] {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      guard words.count == 3, words[0] == "—", let bytes = Data(base64Encoded: String(words[2])), bytes.count == 68
      else {
        return nil
      }
      signatures.append(
        Signature(name: String(words[1]), bytes: Array(bytes.dropFirst(4)), keyID: Array(bytes.prefix(4))))
    }
    (origin, self.size, self.root, self.signatures) = (lines[0], size, Array(root), signatures)
    guard self.note == note else { return nil }
  }

  /// Adds a signature.
  ///
  /// - Throws: `SigningKey.Failed`.
  public mutating func sign(as name: String, _ key: SigningKey) throws {
    signatures.append(
      Signature(
        name: name, bytes: try key.signature(of: Array(text.utf8)), keyID: Self.keyID(name, key.verifying)))
  }

  /// What is signed.
  public var text: String { "\(origin)\n\(size)\n\(Data(root).base64EncodedString())\n" }

  /// The whole note.
  public var note: String {
    text + "\n"
      + signatures.map { "— \($0.name) \(Data($0.keyID + $0.bytes).base64EncodedString())\n" }.joined()
  }

  /// Whether `name` signed it with `key`.
  public func isSigned(by name: String, _ key: VerifyingKey) -> Bool {
    signatures.contains {
      $0.name == name && $0.keyID == Self.keyID(name, key) && key.verifies($0.bytes, of: Array(text.utf8))
    }
  }

  /// The first four bytes of SHA-256 over the name, a line end, the algorithm's number, and the key.
  static func keyID(_ name: String, _ key: VerifyingKey) -> [UInt8] {
    Array((Digest.sha256(Array(name.utf8) + [10, 1] + key.bytes) ?? []).prefix(4))
  }
}

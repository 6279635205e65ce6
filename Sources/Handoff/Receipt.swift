import Foundation
import Secrets

/// What the receiver of a package signs and sends back (回执): one line of JSON that fits into a QR code.
public struct Receipt: Sendable, Equatable {
  /// What is signed.
  public struct Statement: Codable, Sendable, Equatable {
    /// The name by which the package is known: SHA-256 of what its sender signed.
    public var package: String
    /// The agency that signs for it.
    public var receiver: String
    /// Number under which the receiver keeps the case.
    public var number: String
    /// The officer who signed.
    public var officer: String
    /// When, RFC 3339 in UTC.
    public var at: String

    /// Describes one.
    public init(package: String, receiver: String, number: String, officer: String, at: String) {
      (self.package, self.receiver, self.number) = (package, receiver, number)
      (self.officer, self.at) = (officer, at)
    }
  }

  private struct Signed: Codable {
    let receipt: String
    let algorithm: String
    let signature: String
  }

  /// What it says.
  public let statement: Statement
  /// The line as it travels.
  public let line: String

  private let said: [UInt8]
  private let signature: [UInt8]

  /// Signs a statement.
  ///
  /// - Throws: `SigningKey.Failed`.
  public init(_ statement: Statement, signedBy key: SigningKey) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    said = Array(try encoder.encode(statement))
    signature = try key.signature(of: said)
    let signed = Signed(
      receipt: String(decoding: said, as: UTF8.self), algorithm: SigningKey.algorithm,
      signature: Data(signature).base64EncodedString())
    line = String(decoding: try encoder.encode(signed), as: UTF8.self)
    self.statement = statement
  }

  /// Reads one; `nil` if it is none.
  public init?(line: String) {
    guard let signed = try? JSONDecoder().decode(Signed.self, from: Data(line.utf8)),
      signed.algorithm == SigningKey.algorithm, let signature = Data(base64Encoded: signed.signature),
      let statement = try? JSONDecoder().decode(Statement.self, from: Data(signed.receipt.utf8))
    else { return nil }
    (self.line, self.statement, said, self.signature) = (line, statement, Array(signed.receipt.utf8), Array(signature))
  }

  /// Whether one of the keys signed it.
  public func isSigned(by keys: [VerifyingKey]) -> Bool { keys.contains { $0.verifies(signature, of: said) } }
}

import Foundation
import Secrets

/// A statement that an agency signs, as one line of JSON: it fits into a file, a message or a QR code.
public struct SignedLine<Statement: Codable & Sendable & Equatable>: Sendable, Equatable {
  private struct Envelope: Codable {
    let statement: String
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
    let envelope = Envelope(
      statement: String(decoding: said, as: UTF8.self), algorithm: SigningKey.algorithm,
      signature: Data(signature).base64EncodedString())
    line = String(decoding: try encoder.encode(envelope), as: UTF8.self)
    self.statement = statement
  }

  /// Reads one; `nil` if it is none.
  public init?(line: String) {
    guard let envelope = try? JSONDecoder().decode(Envelope.self, from: Data(line.utf8)),
      envelope.algorithm == SigningKey.algorithm, let signature = Data(base64Encoded: envelope.signature),
      let statement = try? JSONDecoder().decode(Statement.self, from: Data(envelope.statement.utf8))
    else { return nil }
    (self.line, self.statement, said) = (line, statement, Array(envelope.statement.utf8))
    self.signature = Array(signature)
  }

  /// Whether one of the keys signed it.
  public func isSigned(by keys: [VerifyingKey]) -> Bool { keys.contains { $0.verifies(signature, of: said) } }
}

/// What the receiver of a package signs and sends back (回执).
public typealias Receipt = SignedLine<ReceiptStatement>

/// What a receipt says.
public struct ReceiptStatement: Codable, Sendable, Equatable {
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

/// What the sender of a package says of it to the instance to which it goes, and that says back when it is there.
public struct ParcelStatement: Codable, Sendable, Equatable {
  /// What it is said for.
  public enum Purpose: String, Codable, Sendable {
    /// The sender delivers it.
    case deliver
    /// The sender asks for the receipt.
    case ask
    /// The other instance has it.
    case arrived
  }

  /// What it is said for.
  public var purpose: Purpose
  /// The name by which the package is known.
  public var package: String
  /// SHA-256 of the archive in hexadecimal.
  public var sha256: String
  /// Bytes of the archive.
  public var size: Int64
  /// Code of the agency that sealed it.
  public var sender: String
  /// Code of the agency that it is for.
  public var receiver: String
  /// When, RFC 3339 in UTC.
  public var at: String

  /// States it.
  public init(
    _ purpose: Purpose, package: String, sha256: String, size: Int64, sender: String, receiver: String, at: String
  ) {
    (self.purpose, self.package, self.sha256, self.size) = (purpose, package, sha256, size)
    (self.sender, self.receiver, self.at) = (sender, receiver, at)
  }
}

/// What an agency says of the packages between it and another, day by day (对账单).
public struct AccountStatement: Codable, Sendable, Equatable {
  /// The packages of a day: how many, and SHA-256 over their names in order, each with a line end, in hexadecimal.
  public struct Count: Codable, Sendable, Equatable {
    /// How many.
    public var count: Int
    /// Which.
    public var digest: String

    /// Counts packages by their names, in order.
    public init(of names: [String]) {
      count = names.count
      digest = (Secrets.Digest.sha256(names.map { $0 + "\n" }.joined()) ?? []).hexadecimal
    }

    /// Whether it can be one: a number of packages that a day can have, and a digest.
    public var isPlausible: Bool { (0...1_000_000).contains(count) && Token(digest) != nil }
  }

  /// A day of sealing.
  public struct Day: Codable, Sendable, Equatable {
    /// `2026-11-20`.
    public var day: String
    /// From the agency to the other.
    public var sent: Count
    /// From the other to the agency.
    public var received: Count

    /// States a day.
    public init(day: String, sent: Count, received: Count) {
      (self.day, self.sent, self.received) = (day, sent, received)
    }
  }

  /// Who says so.
  public var agency: String
  /// Of packages between it and this one.
  public var other: String
  /// When it was written, RFC 3339 in UTC.
  public var at: String
  /// The days, earliest first.
  public var days: [Day]

  /// States it.
  public init(agency: String, other: String, at: String, days: [Day]) {
    (self.agency, self.other, self.at, self.days) = (agency, other, at, days)
  }
}

import Foundation
import Secrets

/// A log written out to be checked without a server (日志导出): public keys, a checkpoint, and every entry.
///
///     ipcase audit export v1
///     key ipcase/IPB BASE64
///
///     ipcase/IPB
///     2
///     BASE64
///
///     — ipcase/IPB BASE64
///     entries
///     {"act": …}
///     {"act": …}
///
/// Every byte counts: a key must belong to a signature, a signature to a key, and the entries must have the root.
public enum AuditExport {
  /// Why an export does not hold.
  public enum Fault: String, Error, Sendable, CaseIterable {
    /// It is not written as an export is.
    case malformed = "audit.malformed"
    /// A signature does not fit, or has no key.
    case signature = "audit.signature"
    /// A key is not the one that is trusted.
    case key = "audit.key"
    /// There are fewer or more entries than signed for.
    case size = "audit.size"
    /// The entries are not those that were signed for.
    case root = "audit.root"
  }

  /// What holds of an export that holds.
  public struct Finding: Sendable, Equatable {
    /// Name of the log.
    public let origin: String
    /// Entries in it.
    public let size: Int64
    /// Names of those who signed the checkpoint, the log's own first; with trusted keys only those who signed with one.
    public let signers: [String]
  }

  static let title = "ipcase audit export v1"

  /// What stands before the entries.
  public static func head(_ checkpoint: Checkpoint, _ keys: [(name: String, key: VerifyingKey)]) -> String {
    let lines = checkpoint.signatures.compactMap { signature in
      keys.first { $0.name == signature.name && checkpoint.isSigned(by: $0.name, $0.key) }
    }
    return title + "\n" + lines.map { "key \($0.name) \(Data($0.key.bytes).base64EncodedString())\n" }.joined() + "\n"
      + checkpoint.note + "entries\n"
  }

  /// Checks an export; with `trusted`, also that the log's own signature is of one of these keys.
  ///
  /// - Throws: `Fault`.
  public static func verify(_ bytes: UnsafeRawBufferPointer, trusted: [VerifyingKey] = []) throws -> Finding {
    var rest = bytes[...]
    guard try next(&rest) == title else { throw Fault.malformed }
    var keys: [(name: String, key: VerifyingKey)] = []
    while case let line = try next(&rest), !line.isEmpty {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      guard words.count == 3, words[0] == "key", let key = Data(base64Encoded: String(words[2])), key.count == 32,
        key.base64EncodedString() == words[2]
      else { throw Fault.malformed }
      keys.append((String(words[1]), VerifyingKey(Array(key))))
    }
    var note = ""
    while case let line = try next(&rest), line != "entries" {
      note += line + "\n"
      if note.utf8.count > 1 << 16 { throw Fault.malformed }
    }
    guard let checkpoint = Checkpoint(note: note) else { throw Fault.malformed }
    // Each signature has its key, in the same order, so that no line could be changed unseen.
    guard checkpoint.signatures.first?.name == checkpoint.origin,
      keys.map(\.name) == checkpoint.signatures.map(\.name),
      keys.allSatisfy({ checkpoint.isSigned(by: $0.name, $0.key) })
    else { throw Fault.signature }
    if let own = keys.first?.key, !trusted.isEmpty, !trusted.contains(own) { throw Fault.key }
    var root = try GrowingRoot()
    while !rest.isEmpty {
      guard let end = rest.firstIndex(of: 10) else { throw Fault.malformed }
      root.append(UnsafeRawBufferPointer(rebasing: rest[..<end]))
      rest = rest[(end + 1)...]
    }
    guard root.size == checkpoint.size else { throw Fault.size }
    guard root.root() == checkpoint.root else { throw Fault.root }
    return Finding(
      origin: checkpoint.origin, size: checkpoint.size,
      signers: keys.filter { trusted.isEmpty || trusted.contains($0.key) }.map(\.name))
  }

  /// The next line without its end.
  ///
  /// - Throws: `Fault.malformed` at the end, and for what is no UTF-8.
  private static func next(_ rest: inout UnsafeRawBufferPointer.SubSequence) throws(Fault) -> String {
    guard let end = rest.firstIndex(of: 10), let line = String(validating: rest[..<end], as: UTF8.self) else {
      throw .malformed
    }
    rest = rest[(end + 1)...]
    return line
  }
}

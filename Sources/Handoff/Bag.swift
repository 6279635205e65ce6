import Dispatch
import Foundation
import Secrets
import Synchronization

/// A package under the hand of an agency: a BagIt bag (RFC 8493) with a detached signature.
///
///     bagit.txt  bag-info.txt  manifest-sha256.txt  key.pem  tagmanifest-sha256.txt  signature.bin  data/…
///
/// The signature covers `tagmanifest-sha256.txt`, that covers the other files beside it, and `manifest-sha256.txt` covers what
/// is in `data`. So `bagit.py --validate` checks the bag, and `openssl pkeyutl -verify -rawin` the signature.
public struct Bag: Sendable {
  /// A file of the payload.
  public struct Item: Sendable {
    /// Its path below `data/`, with slashes.
    public let path: String
    /// What it holds.
    public let content: Content

    /// Names an item.
    public init(_ path: String, _ content: Content) { (self.path, self.content) = (path, content) }
  }

  /// What a file holds: bytes, or a file of the disk, whose SHA-256 in hexadecimal may be known.
  public enum Content: Sendable {
    case bytes([UInt8])
    case file(String, digest: String?)
  }

  /// Names of the files beside the payload.
  enum Tag {
    static let bagit = "bagit.txt"
    static let info = "bag-info.txt"
    static let manifest = "manifest-sha256.txt"
    static let key = "key.pem"
    static let tagManifest = "tagmanifest-sha256.txt"
    static let signature = "signature.bin"
    /// Those that `tagmanifest-sha256.txt` lists.
    static let listed = [bagit, info, manifest, key]
  }

  /// What stands in `bag-info.txt`, in order.
  public let info: [(name: String, value: String)]
  /// The payload.
  public let items: [Item]

  /// Describes a bag.
  public init(info: [(name: String, value: String)], items: [Item]) { (self.info, self.items) = (info, items) }

  /// Seals the bag into a file: hashes every file, signs, and writes all of it, stored as it is, into an archive.
  ///
  /// The same bag gives the same bytes. Files are read piece by piece. A digest that is known is checked on another thread
  /// while the archive is written.
  ///
  /// - Returns: The name by which both sides know the package: SHA-256 of what is signed, in hexadecimal.
  /// - Throws: `PackageFault.changed` for a file that is not what its digest says, `SigningKey.Failed`, `RunningDigest.Failed`, the system's error.
  @discardableResult
  public func seal(into path: String, key: SigningKey, at seconds: Int) throws -> String {
    let items = items.sorted { $0.path < $1.path }
    let digests = try items.map { try $0.content.knownDigest ?? $0.content.digest() }
    let sizes = try items.map { try $0.content.size() }
    let manifest = zip(items, digests).map { "\($1)  data/\($0.path)\n" }.joined()
    let all =
      info + [
        ("Payload-Oxum", "\(sizes.reduce(0, +)).\(items.count)"), ("Signature-Algorithm", SigningKey.algorithm),
      ]
    var tags: [(String, [UInt8])] = [
      (Tag.bagit, Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)),
      (Tag.info, Array(all.map { "\($0.name): \(Self.tame($0.value))\n" }.joined().utf8)),
      (Tag.manifest, Array(manifest.utf8)), (Tag.key, Array(key.verifying.pem.utf8)),
    ]
    let listed = try tags.map { "\(try Content.bytes($0.1).digest())  \($0.0)\n" }.joined()
    tags.append((Tag.tagManifest, Array(listed.utf8)))
    tags.append((Tag.signature, try key.signature(of: Array(listed.utf8))))
    let check = DigestCheck(items.filter { $0.content.knownDigest != nil })
    let archive = try ArchiveWriter(path, at: seconds)
    for (name, bytes) in tags { try archive.add(name, .bytes(bytes)) }
    for item in items { try archive.add("data/\(item.path)", item.content) }
    try archive.close()
    try check.wait()
    return (Digest.sha256(Array(listed.utf8)) ?? []).hexadecimal
  }

  /// A value stays on its line.
  private static func tame(_ value: String) -> String {
    String(String.UnicodeScalarView(value.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}

/// Finds out on a thread of its own whether files are what their digests say.
private final class DigestCheck: Sendable {
  private let done = DispatchGroup()
  private let outcome = Mutex<Result<Void, any Error>>(.success(()))

  init(_ items: [Bag.Item]) {
    DispatchQueue.global().async(group: done) { [self] in
      let result = Result {
        for item in items where try item.content.digest() != item.content.knownDigest {
          throw PackageFault(.changed, "data/\(item.path)")
        }
      }
      outcome.withLock { $0 = result }
    }
  }

  func wait() throws {
    done.wait()
    try outcome.withLock { $0 }.get()
  }
}

extension Bag.Content {
  /// The digest, where whoever packs says that it is known.
  var knownDigest: String? { if case .file(_, let digest) = self { digest } else { nil } }

  /// SHA-256 in hexadecimal.
  ///
  /// - Throws: The system's error.
  public func digest() throws -> String {
    let digest = try RunningDigest()
    switch self {
    case .bytes(let bytes): digest.update(bytes)
    case .file(let path, _):
      let file = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? file.close() }
      while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
        piece.withUnsafeBytes { digest.update($0) }
      }
    }
    return digest.finish().hexadecimal
  }

  func size() throws -> Int64 {
    switch self {
    case .bytes(let bytes): Int64(bytes.count)
    case .file(let path, _): (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int64) ?? 0
    }
  }
}

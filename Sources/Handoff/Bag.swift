import Foundation
import Secrets

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

  /// What a file holds: bytes, or a file of the disk.
  public enum Content: Sendable {
    case bytes([UInt8])
    case file(String)
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
  /// The same bag gives the same bytes. Files are mapped, never read into memory whole.
  ///
  /// - Throws: `Fault`, `SigningKey.Failed`, `RunningDigest.Failed`, the system's error.
  public func seal(into path: String, key: SigningKey, at seconds: Int) throws {
    let items = items.sorted { $0.path < $1.path }
    let digests = try items.map { try $0.content.digest() }
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
    let archive = try ArchiveWriter(path, at: seconds)
    for (name, bytes) in tags { try archive.add(name, .bytes(bytes)) }
    for item in items { try archive.add("data/\(item.path)", item.content) }
    try archive.close()
  }

  /// A value stays on its line.
  private static func tame(_ value: String) -> String {
    String(String.UnicodeScalarView(value.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}

extension Bag.Content {
  /// SHA-256 in hexadecimal.
  func digest() throws -> String {
    let digest = try RunningDigest()
    switch self {
    case .bytes(let bytes): digest.update(bytes)
    case .file(let path):
      let data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
      data.withUnsafeBytes { digest.update($0) }
    }
    return digest.finish().hexadecimal
  }

  func size() throws -> Int64 {
    switch self {
    case .bytes(let bytes): Int64(bytes.count)
    case .file(let path): (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int64) ?? 0
    }
  }
}

extension [UInt8] {
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

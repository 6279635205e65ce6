import Foundation
import Secrets

/// A package that was checked and holds: every file is as it was signed, and none is missing or added.
public struct SealedPackage {
  /// What stands in `bag-info.txt`.
  public let info: [String: String]
  /// The key that signed.
  public let key: VerifyingKey
  /// Paths of the payload below `data/` with their SHA-256 in hexadecimal.
  public let digests: [String: String]
  /// SHA-256 of what was signed, in hexadecimal: the name by which the package is known.
  public let digest: String

  private let files: any PackageFiles

  /// Files of a payload that an archive of this size cannot be: 4 GB.
  public static let limit: Int64 = 4 << 30

  /// Opens and checks an archive, or the folder into which one was unpacked.
  ///
  /// - Throws: `PackageFault`, `RunningDigest.Failed`, the system's error.
  public init(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw PackageFault(.malformed)
    }
    let files: any PackageFiles =
      isFolder.boolValue ? try FolderFiles(URL(filePath: path)) : try ArchiveFiles(path)
    self.files = files
    guard files.sizes.values.reduce(0, +) <= Self.limit else { throw PackageFault(.bomb) }
    for name in Bag.Tag.listed + [Bag.Tag.tagManifest, Bag.Tag.signature] where files.sizes[name] == nil {
      throw PackageFault(.missing, name)
    }
    let signed = try files.bytes(Bag.Tag.tagManifest)
    guard let key = VerifyingKey(pem: String(decoding: try files.bytes(Bag.Tag.key), as: UTF8.self)),
      key.verifies(try files.bytes(Bag.Tag.signature), of: signed)
    else { throw PackageFault(.signature, Bag.Tag.signature) }
    self.key = key
    digest = (Digest.sha256(signed) ?? []).hexadecimal
    let tags = try Self.manifest(signed, Bag.Tag.tagManifest)
    guard Set(tags.keys) == Set(Bag.Tag.listed) else { throw PackageFault(.malformed, Bag.Tag.tagManifest) }
    for (name, digest) in tags { try Self.check(name, digest, files) }
    let payload = try Self.manifest(try files.bytes(Bag.Tag.manifest), Bag.Tag.manifest)
    let known = Set(payload.keys).union(Bag.Tag.listed + [Bag.Tag.tagManifest, Bag.Tag.signature])
    if let extra = Set(files.sizes.keys).subtracting(known).sorted().first { throw PackageFault(.extra, extra) }
    var digests: [String: String] = [:]
    for (name, digest) in payload.sorted(by: { $0.key < $1.key }) {
      guard name.hasPrefix("data/") else { throw PackageFault(.path, name) }
      try ArchiveFiles.check(name)
      guard files.sizes[name] != nil else { throw PackageFault(.missing, name) }
      try Self.check(name, digest, files)
      digests[String(name.dropFirst(5))] = digest
    }
    self.digests = digests
    let lines = String(decoding: try files.bytes(Bag.Tag.info), as: UTF8.self).split(separator: "\n")
    info = Dictionary(
      lines.compactMap { line in
        line.range(of: ": ").map { (String(line[..<$0.lowerBound]), String(line[$0.upperBound...])) }
      }
    ) { first, _ in first }
    guard info["Signature-Algorithm"] == SigningKey.algorithm else { throw PackageFault(.signature, Bag.Tag.info) }
    try checkProof()
  }

  /// - Throws: `PackageFault.key` unless one of the keys signed the package.
  public func requireSigned(by trusted: [VerifyingKey]) throws(PackageFault) {
    guard trusted.contains(key) else { throw PackageFault(.key, Bag.Tag.key) }
  }

  /// A small file of the payload.
  ///
  /// - Throws: `PackageFault`.
  public func bytes(_ path: String) throws -> [UInt8] { try files.bytes("data/\(path)") }

  /// Hands over a file of the payload piece by piece.
  ///
  /// - Throws: `PackageFault`, and what `take` throws.
  public func read(_ path: String, _ take: (UnsafeRawBufferPointer) throws -> Void) throws {
    try files.read("data/\(path)", take)
  }

  /// Writes every file below a folder, which is made.
  ///
  /// - Throws: The system's error.
  public func unpack(into folder: URL) throws {
    for name in files.sizes.keys.sorted() {
      let target = folder.appending(path: name)
      try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      guard FileManager.default.createFile(atPath: target.path, contents: nil) else {
        throw CocoaError(.fileWriteUnknown)
      }
      let file = try FileHandle(forWritingTo: target)
      try files.read(name) { try file.write(contentsOf: Data($0)) }
      try file.close()
    }
  }

  /// The docket proof: the checkpoint is that of the signer's log under the package's own key, each line is proved to be
  /// under it, and every entry of the signer's that the package shows is one of the lines. An entry without a digest is
  /// one of which a part is withheld.
  private func checkProof() throws {
    let file = "data/proof/entries.jsonl"
    let note = String(decoding: try files.bytes("data/proof/checkpoint.txt"), as: UTF8.self)
    guard let checkpoint = Checkpoint(note: note), checkpoint.origin == info["Signer"],
      checkpoint.isSigned(by: checkpoint.origin, key)
    else {
      throw PackageFault(.proof, "data/proof/checkpoint.txt")
    }
    let digest = try RunningDigest()
    var proved: Set<String> = []
    for line in try files.bytes(file).split(separator: 10) {
      let entry = try? JSONDecoder().decode(ProvedEntry.self, from: Data(line))
      guard let entry, let proof = entry.hashes,
        try MerkleTree.includes(
          MerkleTree.leaf(Array(entry.line.utf8), digest), at: entry.position, of: checkpoint.size, proof,
          root: checkpoint.root)
      else { throw PackageFault(.proof, file) }
      if let shown = try? JSONDecoder().decode(ShownEntry.self, from: Data(entry.line.utf8)) {
        proved.insert(shown.mark)
      }
    }
    guard let shown = try? JSONDecoder().decode(ShownCase.self, from: Data(try files.bytes("data/case.json"))) else {
      throw PackageFault(.malformed, "data/case.json")
    }
    let own = shown.entries.filter { "ipcase/\($0.agency)" == checkpoint.origin && !$0.digest.isEmpty }
    guard own.allSatisfy({ proved.contains($0.mark) }) else { throw PackageFault(.proof, "data/case.json") }
  }

  /// What an entry is known by, in the log and in the case.
  private struct ShownEntry: Decodable {
    let sequence: Int
    let act: String
    let agency: String
    let digest: String

    var mark: String { "\(sequence) \(act) \(digest)" }
  }

  private struct ShownCase: Decodable {
    let entries: [ShownEntry]
  }

  private static func check(_ name: String, _ expected: String, _ files: any PackageFiles) throws {
    let digest = try RunningDigest()
    try files.read(name) { digest.update($0) }
    guard digest.finish().hexadecimal == expected else { throw PackageFault(.changed, name) }
  }

  private static func manifest(_ bytes: [UInt8], _ name: String) throws(PackageFault) -> [String: String] {
    var digests: [String: String] = [:]
    guard let text = String(validating: bytes, as: UTF8.self) else { throw PackageFault(.malformed, name) }
    for line in text.split(separator: "\n") {
      guard line.utf8.count > 66, line.dropFirst(64).hasPrefix("  "),
        digests.updateValue(String(line.prefix(64)), forKey: String(line.dropFirst(66))) == nil
      else { throw PackageFault(.malformed, name) }
    }
    return digests
  }
}

/// An entry with its proof, as a line of `proof/entries.jsonl`.
public struct ProvedEntry: Codable, Sendable {
  /// Position in the log, from 0.
  public let position: Int64
  /// The entry as the log has it.
  public let line: String
  /// Hashes from the leaf up, in base64.
  public let proof: [String]

  /// Describes one.
  public init(position: Int64, line: String, proof: [[UInt8]]) {
    (self.position, self.line, self.proof) = (position, line, proof.map { Data($0).base64EncodedString() })
  }

  var hashes: [[UInt8]]? {
    let hashes = proof.compactMap { Data(base64Encoded: $0).map(Array.init) }
    return hashes.count == proof.count && hashes.allSatisfy { $0.count == 32 } ? hashes : nil
  }
}

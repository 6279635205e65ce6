import Foundation
import Secrets
import Testing

@testable import Handoff

/// Packages: what other people's tools say of them, and what is refused.
struct PackageTests {
  private let folder = URL.temporaryDirectory.appending(path: "package-\(UUID().uuidString)")
  private let key: SigningKey

  init() throws { key = try SigningKey(seed: Array(1...32)) }

  /// An entry as the log has it, and as the case shows it.
  private static func entry(_ act: String) -> String {
    #"{"act": "\#(act)", "agency": "IPB", "digest": "0a0b", "sequence": 1}"#
  }

  private func sealed(
    _ name: String = "a.zip", logged: String = "report", shown: String = "report", signer: String = "ipcase/IPB"
  ) throws -> URL {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let evidence = folder.appending(path: "evidence.bin")
    try Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }).write(to: evidence)
    var root = try GrowingRoot()
    let line = Self.entry(logged)
    Array(line.utf8).withUnsafeBytes { root.append($0) }
    let checkpoint = try Checkpoint(origin: "ipcase/IPB", size: 1, root: root.root(), signedBy: key)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let proof = try encoder.encode(ProvedEntry(position: 0, line: line, proof: []))
    let bag = Bag(
      info: [
        ("Source-Organization", "南海区知识产权局"), ("External-Identifier", "2026-000121"), ("Signer", signer),
      ],
      items: [
        Bag.Item("case.json", .bytes(Array(#"{"entries":[\#(Self.entry(shown))]}"#.utf8))),
        Bag.Item("proof/checkpoint.txt", .bytes(Array(checkpoint.note.utf8))),
        Bag.Item("proof/entries.jsonl", .bytes(Array(proof) + [10])),
        Bag.Item("index.html", .bytes(Array("<p>案件</p>".utf8))), Bag.Item("papers/01-移送书.pdf", .bytes([1, 2, 3])),
        Bag.Item("evidence/7-鉴定书.pdf", .file(evidence.path, digest: nil)),
      ])
    let file = folder.appending(path: name)
    try bag.seal(into: file.path, key: key, at: 1_780_000_000)
    return file
  }

  private func refusal(of path: String) throws -> PackageFault? {
    do {
      _ = try SealedPackage(path)
      return nil
    } catch let fault as PackageFault { return fault }
  }

  @Test func whatIsSealedOpensAgainAndSaysWhoSealedIt() throws {
    let package = try SealedPackage(sealed().path)
    #expect(package.key == key.verifying)
    #expect(package.info["Source-Organization"] == "南海区知识产权局")
    #expect(package.info["Payload-Oxum"]?.hasSuffix(".6") == true)
    #expect(try package.bytes("papers/01-移送书.pdf") == [1, 2, 3])
    #expect(throws: PackageFault(.key, "key.pem")) { try package.requireSigned(by: [SigningKey.random().verifying]) }
  }

  /// Whoever seals it cannot show another docket than the one that was logged, nor another's log.
  @Test func whatTheCaseShowsIsWhatWasLogged() throws {
    #expect(try refusal(of: sealed("a.zip").path) == nil)
    #expect(try refusal(of: sealed("b.zip", shown: "approve").path) == PackageFault(.proof, "data/case.json"))
    let foreign = try refusal(of: sealed("c.zip", signer: "ipcase/PSB").path)
    #expect(foreign == PackageFault(.proof, "data/proof/checkpoint.txt"))
  }

  /// A file that says it is longer than a number can be, which a careless reader dies of.
  @Test func aSizeBeyondEveryNumberIsRefused() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "huge.zip").path
    let script = """
      import struct
      name, body, most = b'bagit.txt', b'0123456789', 0xFFFFFFFFFFFFFFFF
      extra = struct.pack('<HHQQ', 1, 16, most, most)
      local = struct.pack('<IHHHHHIIIHH', 0x04034b50, 45, 0, 0, 0, 0, 0, 0xFFFFFFFF, 0xFFFFFFFF, len(name), len(extra))
      head = struct.pack('<IHHHHHHIIIHHHHHII', 0x02014b50, 45, 45, 0, 0, 0, 0, 0, 0xFFFFFFFF, 0xFFFFFFFF, len(name),
          len(extra), 0, 0, 0, 0, 0)
      first = local + name + extra + body
      directory = head + name + extra
      end = struct.pack('<IHHHHIIH', 0x06054b50, 0, 0, 1, 1, len(directory), len(first), 0)
      open('\(file)', 'wb').write(first + directory + end)
      """
    #expect(try Tool.run("python3", ["-c", script]) != nil)
    let kind = try refusal(of: file)?.kind
    #expect(kind == .bomb || kind == .malformed)
  }

  @Test func aSlashWithACombiningMarkIsASlash() {
    #expect(throws: PackageFault.self) { try ArchiveFiles.check("data/x\u{600}/../../\u{301}y") }
    #expect(throws: PackageFault.self) { try ArchiveFiles.check("data/../\u{301}y") }
  }

  @Test func aFileThatIsNotWhatItsDigestSaysIsNotSealed() throws {
    let file = try sealed()
    let bag = Bag(info: [], items: [Bag.Item("x", .file(file.path, digest: String(repeating: "0", count: 64)))])
    let target = folder.appending(path: "never.zip").path
    #expect(throws: PackageFault(.changed, "data/x")) { try bag.seal(into: target, key: key, at: 0) }
  }

  @Test func theSameBagGivesTheSameBytes() throws {
    #expect(try Data(contentsOf: sealed("a.zip")) == Data(contentsOf: sealed("b.zip")))
  }

  @Test func othersToolsFindTheDigestsAndTheSignatureRight() throws {
    let unpacked = folder.appending(path: "bag")
    try SealedPackage(sealed().path).unpack(into: unpacked)
    for manifest in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
      #expect(try Tool.run("sh", ["-c", "cd '\(unpacked.path)' && sha256sum --strict -c \(manifest)"]) != nil)
    }
    let verify = """
      cd '\(unpacked.path)' && openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in tagmanifest-sha256.txt \
      -sigfile signature.bin
      """
    #expect(try Tool.run("sh", ["-c", verify]) != nil)
    #expect(try SealedPackage(unpacked.path).digest == SealedPackage(sealed("b.zip").path).digest)
  }

  @Test func everyByteOfAnUnpackedBagCounts() throws {
    let unpacked = folder.appending(path: "bag")
    try SealedPackage(sealed().path).unpack(into: unpacked)
    let files = try FolderFiles(unpacked)
    for (name, size) in files.sizes {
      let file = unpacked.appending(path: name)
      let bytes = try Data(contentsOf: file)
      for place in Set([0, Int(size) / 2, Int(size) - 1]) {
        var flipped = bytes
        flipped[place] ^= 1
        try flipped.write(to: file)
        #expect(try refusal(of: unpacked.path) != nil, "\(name) \(place)")
      }
      try bytes.write(to: file)
    }
    #expect(try refusal(of: unpacked.path) == nil)
  }

  @Test func anArchiveFlippedAnywhereIsRefusedOrSaysTheSame() throws {
    let file = try sealed()
    let bytes = try Data(contentsOf: file)
    let digest = try SealedPackage(file.path).digest
    for place in stride(from: 0, to: bytes.count, by: 997) {
      var flipped = bytes
      flipped[place] ^= 16
      try flipped.write(to: file)
      // What an archive says of its files' times and attributes is signed by nobody and read by nobody.
      do { #expect(try SealedPackage(file.path).digest == digest) } catch is PackageFault {}
    }
  }

  @Test func aFileTakenAwayAddedOrSwappedIsNamed() throws {
    let unpacked = folder.appending(path: "bag")
    try SealedPackage(sealed().path).unpack(into: unpacked)
    let paper = unpacked.appending(path: "data/papers/01-移送书.pdf")
    try Data([1, 2, 4]).write(to: paper)
    #expect(try refusal(of: unpacked.path) == PackageFault(.changed, "data/papers/01-移送书.pdf"))
    try FileManager.default.removeItem(at: paper)
    #expect(try refusal(of: unpacked.path) == PackageFault(.missing, "data/papers/01-移送书.pdf"))
    try Data([1, 2, 3]).write(to: paper)
    let more = unpacked.appending(path: "data/more.exe")
    try Data([0]).write(to: more)
    #expect(try refusal(of: unpacked.path) == PackageFault(.extra, "data/more.exe"))
    try FileManager.default.removeItem(at: more)
    let other = try SigningKey.random()
    let signed = try Data(contentsOf: unpacked.appending(path: "tagmanifest-sha256.txt"))
    try Data(other.signature(of: Array(signed))).write(to: unpacked.appending(path: "signature.bin"))
    #expect(try refusal(of: unpacked.path) == PackageFault(.signature, "signature.bin"))
  }

  /// Made by another program: packed a thousandfold, climbing out, absolute, twice the same, and no archive at all.
  @Test(arguments: [
    ("z.writestr(zipfile.ZipInfo('data/zeros'), b'0' * 10**8, zipfile.ZIP_DEFLATED)", PackageFault.Kind.bomb),
    ("z.writestr('../../etc/passwd', b'x')", .path), ("z.writestr('/etc/passwd', b'x')", .path),
    ("z.writestr('data/../../x', b'x')", .path), ("z.writestr('data\\\\\\\\..\\\\\\\\x', b'x')", .path),
    ("z.writestr('bagit.txt', b'x')", .missing),
  ])
  func whatIsMadeToHarmIsRefused(code: String, kind: PackageFault.Kind) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "bad.zip").path
    let script = "import zipfile\nwith zipfile.ZipFile('\(file)', 'w') as z: \(code)"
    #expect(try Tool.run("python3", ["-c", script]) != nil)
    #expect(try refusal(of: file)?.kind == kind)
  }

  @Test func whatIsNoArchiveIsNoPackage() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "bad.zip")
    try Data("no archive".utf8).write(to: file)
    #expect(try refusal(of: file.path) == PackageFault(.malformed))
    #expect(try refusal(of: folder.appending(path: "nowhere").path) == PackageFault(.malformed))
  }

  @Test func aLinkInAFolderIsNotFollowed() throws {
    let unpacked = folder.appending(path: "bag")
    try SealedPackage(sealed().path).unpack(into: unpacked)
    let link = unpacked.appending(path: "data/link")
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "/etc/hostname")
    #expect(try refusal(of: unpacked.path) == PackageFault(.path, "data/link"))
  }

  @Test func aReceiptHoldsByItsSignatureAlone() throws {
    let statement = ReceiptStatement(
      package: "ab", receiver: "PSB", number: "2026-000007", officer: "周敏", at: "2026-11-20T08:00:00Z")
    let receipt = try Receipt(statement, signedBy: key)
    let read = try #require(Receipt(line: receipt.line))
    #expect(read.statement == statement && read.isSigned(by: [key.verifying]))
    let forged = try #require(Receipt(line: receipt.line.replacing("000007", with: "000008")))
    #expect(!forged.isSigned(by: [key.verifying]))
    #expect(Receipt(line: "{}") == nil)
  }
}

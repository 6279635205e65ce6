import Foundation
import Secrets
import Testing

@testable import Handoff

/// Packages: what other people's tools say of them, and what is refused.
struct PackageTests {
  private let folder = URL.temporaryDirectory.appending(path: "package-\(UUID().uuidString)")
  private let key = try! SigningKey(seed: Array(1...32))

  private func sealed(_ name: String = "a.zip") throws -> URL {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let evidence = folder.appending(path: "evidence.bin")
    try Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }).write(to: evidence)
    let bag = Bag(
      info: [("Source-Organization", "南海区知识产权局"), ("External-Identifier", "2026-000121")],
      items: [
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
    #expect(package.info["Payload-Oxum"] == "300016.3")
    #expect(try package.bytes("papers/01-移送书.pdf") == [1, 2, 3])
    #expect(throws: PackageFault(.key, "key.pem")) { try package.requireSigned(by: [SigningKey.random().verifying]) }
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

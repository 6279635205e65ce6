import Casework
import Foundation
import Law
import Postgres
import Secrets
import TestSupport
import Testing

@testable import Handoff
@testable import Registry

/// The docket proof, on a real database, checked by our own verifier and by one in another language.
@Suite(.database) struct LogTests {
  private let registry = Registry(TestDatabase.service)
  private let ring: KeyRing
  private let agency = AgencyCode(kept: "IPB")

  init() throws { ring = try KeyRing(URL.temporaryDirectory.appending(path: "keys-\(UUID().uuidString)")) }

  /// So many case files of one entry each; who logged them.
  private func logged(_ count: Int) async throws -> Officer {
    let officer = try await Given.officer("IPB", .clerk, .head)
    for _ in 0..<count {
      _ = try await registry.log(
        Given.request(), once: IdempotencyKey(UUID().uuidString, request: []), by: officer, now: Given.now)
    }
    return officer
  }

  private func export(by officer: Officer) async throws -> (Checkpoint, [UInt8]) {
    let latest = try await registry.latestCheckpoint(of: agency)
    let checkpoint = try #require(latest)
    let signers = checkpoint.signatures.compactMap { AgencyCode(logName: $0.name) }
    let keys = try await registry.keys(of: signers).map { ($0.agency.logName, $0.key) }
    let lines = try await registry.logLines(from: 0, before: checkpoint.size, limit: 10_000, for: officer)
    let text = AuditExport.head(checkpoint, keys) + lines.map { $0 + "\n" }.joined()
    return (checkpoint, Array(text.utf8))
  }

  @Test func everyEntryIsInTheLogOfItsAgencyAndTheExportHolds() async throws {
    let officer = try await logged(11)
    let checkpoint = try await registry.checkpoint(agency, ring, now: Given.now)
    #expect(checkpoint.size == 11)
    let (_, bytes) = try await export(by: officer)
    let finding = try bytes.withUnsafeBytes { try AuditExport.verify($0) }
    #expect(finding == AuditExport.Finding(origin: "ipcase/IPB", size: 11, signers: ["ipcase/IPB"]))
    #expect(try Python.verify(bytes) == "ipcase/IPB 11 ipcase/IPB\n")
    #expect(try await registry.agenciesToSequence() == [])
  }

  @Test func aCheckpointOfWhatDidNotGrowIsTheSameOne() async throws {
    _ = try await logged(2)
    let first = try await registry.checkpoint(agency, ring, now: Given.now)
    let again = try await registry.checkpoint(agency, ring, now: Given.now.adding(seconds: 60))
    #expect(first == again)
  }

  @Test func othersSignWhatTheySawAndOnlyIfItGoesOn() async throws {
    let officer = try await logged(3)
    let (police, procuratorate) = (AgencyCode(kept: "PSB"), AgencyCode(kept: "PRO"))
    _ = try await registry.checkpoint(agency, ring, now: Given.now)
    // Their keys become known when they sign a log of their own.
    _ = try await registry.checkpoint(police, ring, now: Given.now)
    _ = try await registry.checkpoint(procuratorate, ring, now: Given.now)
    try await registry.cosign(agency, by: police, ring, now: Given.now)
    try await registry.cosign(agency, by: procuratorate, ring, now: Given.now)
    _ = try await registry.log(
      Given.request(), once: IdempotencyKey(UUID().uuidString, request: []), by: officer, now: Given.now)
    _ = try await registry.checkpoint(agency, ring, now: Given.now)
    try await registry.cosign(agency, by: police, ring, now: Given.now)
    let (checkpoint, bytes) = try await export(by: officer)
    #expect(checkpoint.signatures.map(\.name) == ["ipcase/IPB", "ipcase/PSB"])
    #expect(try Python.verify(bytes) == "ipcase/IPB 4 ipcase/IPB ipcase/PSB\n")
    // Whoever owns the database rewrites the tree, and the root with it; the next cosignature is refused.
    try await TestDatabase.owner.transaction { db in
      try db.execute("alter table log_node disable trigger all")
      try db.execute("update log_node set hash = sha256('x') where level = 2 and agency = 'IPB'")
      try db.execute("alter table log_node enable trigger all")
    }
    _ = try await registry.log(
      Given.request(), once: IdempotencyKey(UUID().uuidString, request: []), by: officer, now: Given.now)
    _ = try await registry.checkpoint(agency, ring, now: Given.now)
    let forked = Refusal(.notAllowed, "log.forked", ["agency": .agency(agency)])
    await #expect(throws: forked) { try await registry.cosign(agency, by: police, ring, now: Given.now) }
  }

  @Test func twoSequencersAtOnceMakeOneLog() async throws {
    _ = try await logged(40)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 { group.addTask { try await registry.sequence(agency) } }
      try await group.waitForAll()
    }
    let found = try await TestDatabase.owner.read { db in
      try db.first(
        """
        select count(*)::int as n, max(position)::int as last, count(distinct entry)::int as entries
        from log_leaf where agency = 'IPB'
        """
      ) { [try $0["n"] as Int, try $0["last"] as Int, try $0["entries"] as Int] }
    }
    #expect(found == [40, 39, 40])
  }

  @Test func anAgencyWritesItsOwnLogOnly() async throws {
    _ = try await logged(1)
    try await registry.sequence(agency)
    let police = try await Given.officer("PSB", .head)
    await #expect(throws: PostgresError.self) {
      try await TestDatabase.service.transaction(police.settings) { try $0.execute("select log_sequence('IPB', 10)") }
    }
    await #expect(throws: PostgresError.self) {
      try await TestDatabase.owner.transaction { try $0.execute("delete from log_leaf") }
    }
  }

  @Test func anExportFlippedAtEveryThousandthBitIsCaught() async throws {
    let officer = try await logged(60)
    _ = try await registry.checkpoint(agency, ring, now: Given.now)
    let (_, bytes) = try await export(by: officer)
    var uncaught: [Int] = []
    for bit in stride(from: 0, to: bytes.count * 8, by: 1000) {
      var flipped = bytes
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      do {
        _ = try flipped.withUnsafeBytes { try AuditExport.verify($0) }
        uncaught.append(bit)
      } catch is AuditExport.Fault {}
    }
    #expect(bytes.count > 20_000 && uncaught == [])
    // The head is short, so there each bit is tried.
    for bit in 0..<(8 * 420) {
      var flipped = bytes
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: AuditExport.Fault.self, "\(bit)") { try flipped.withUnsafeBytes { try AuditExport.verify($0) } }
    }
  }

  @Test func whatIsMissingAddedOrMovedIsCaughtByBoth() async throws {
    let officer = try await logged(5)
    _ = try await registry.checkpoint(agency, ring, now: Given.now)
    let (_, bytes) = try await export(by: officer)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let start = try #require(lines.firstIndex(of: "entries")) + 1
    var (short, long, moved) = (lines, lines, lines)
    short.remove(at: start)
    long.insert(lines[start], at: start)
    moved.swapAt(start, start + 1)
    for (text, fault) in [(short, AuditExport.Fault.size), (long, .size), (moved, .root)] {
      let bytes = Array(text.joined(separator: "\n").utf8)
      #expect(throws: fault) { try bytes.withUnsafeBytes { try AuditExport.verify($0) } }
      #expect(try Python.verify(bytes) == nil)
    }
    let other = try SigningKey.random().verifying
    #expect(throws: AuditExport.Fault.key) {
      try bytes.withUnsafeBytes { try AuditExport.verify($0, trusted: [other]) }
    }
  }
}

/// The verifier in Python, which has no line in common with ours.
enum Python {
  /// What it prints; `nil` if it refuses.
  static func verify(_ bytes: [UInt8]) throws -> String? {
    let file = URL.temporaryDirectory.appending(path: "audit-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "audit.py").path
    return try Tool.run("python3", [script, file.path])
  }
}

/// A program of the machine.
enum Tool {
  /// What it prints; `nil` if it ends with anything but 0.
  static func run(_ name: String, _ arguments: [String]) throws -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }
}

import ArgumentParser
import Documents
import Foundation
import Handoff
import Law
import Secrets

/// `ipcase measure handoff`: how fast papers are set, packages sealed, and logs verified.
struct MeasureHandoff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "handoff", shouldDisplay: false)

  /// Size of the evidence that is sealed.
  @Option var megabytes = 200
  /// Entries of the log that is verified.
  @Option var entries = 1_000_000

  func run() async throws {
    try await papers()
    try seal()
    try verify()
  }

  /// A page after another, the first ones left out.
  private func papers() async throws {
    let press = try PaperPress()
    guard let template = try PaperShelf()["penalty-decision"] else { return }
    let fields = template.needs + template.asks
    let facts = PaperFacts(
      texts: Dictionary(fields.map { ($0.path, "\($0.name.chinese)，一百二十件。") }) { $1 }.merging(["agency": "知识产权局"]) {
        $1
      })
    let paper = Paper(
      template: template, facts: facts, isDraft: false, code: "https://ip.example/verify/0", day: "2026-11-20")
    for _ in 0..<20 { _ = try await press.pdf(paper) }
    let rounds = 200
    let begun = Instant.clock()
    for _ in 0..<rounds { _ = try await press.pdf(paper) }
    let took = Double(Instant.clock().microseconds - begun.microseconds) / 1000 / Double(rounds)
    print(String(format: "papers: a page of PDF in %.1f ms after warm-up (goal < 30)", took))
  }

  /// Against `sha256sum` over the same bytes, both warm.
  private func seal() throws {
    let folder = URL.temporaryDirectory.appending(path: "measure-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let evidence = folder.appending(path: "evidence")
    guard FileManager.default.createFile(atPath: evidence.path, contents: nil) else { return }
    let file = try FileHandle(forWritingTo: evidence)
    var source = SystemRandomNumberGenerator()
    for _ in 0..<megabytes {
      try file.write(
        contentsOf: Data((0..<(1 << 17)).flatMap { _ in withUnsafeBytes(of: source.next()) { Array($0) } }))
    }
    try file.close()
    let bag = Bag(
      info: [],
      items: [
        Bag.Item("evidence/1", .file(evidence.path, digest: try Bag.Content.file(evidence.path, digest: nil).digest()))
      ])
    let key = try SigningKey.random()
    var (ours, theirs): ([Double], [Double]) = ([], [])
    for round in 0..<5 {
      theirs.append(
        try timed {
          let process = Process()
          process.executableURL = URL(filePath: "/usr/bin/sha256sum")
          process.arguments = [evidence.path]
          process.standardOutput = FileHandle.nullDevice
          try process.run()
          process.waitUntilExit()
        })
      ours.append(
        try timed { try bag.seal(into: folder.appending(path: "\(round).zip").path, key: key, at: 1_780_000_000) })
    }
    let (own, reference) = (ours.sorted()[2], theirs.sorted()[2])
    let peak =
      (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8))?.split(separator: "\n")
      .first { $0.hasPrefix("RssAnon:") || $0.hasPrefix("VmHWM:") } ?? ""
    print(
      String(
        format: "seal: %d MB in %.2f s, sha256sum in %.2f s: %.2f of it (goal 0.7); %@", megabytes, own, reference,
        reference / own, String(peak)))
  }

  private func verify() throws {
    let key = try SigningKey.random()
    let lines = (0..<entries).map { index in
      """
      {"act": "receive", "case": "2026-\(index)", "facts": {"document": "南知移〔2026〕\(index)号"}, "agency": "PSB", \
      "digest": "\(String(repeating: "0a", count: 32))", "previous": "\(String(repeating: "0b", count: 32))", "sequence": 7}
      """
    }
    var root = try GrowingRoot()
    for line in lines { Array(line.utf8).withUnsafeBytes { root.append($0) } }
    let checkpoint = try Checkpoint(origin: "ipcase/IPB", size: root.size, root: root.root(), signedBy: key)
    let text = AuditExport.head(checkpoint, [("ipcase/IPB", key.verifying)]) + lines.joined(separator: "\n") + "\n"
    let bytes = Array(text.utf8)
    let took = try timed { _ = try bytes.withUnsafeBytes { try AuditExport.verify($0) } }
    print(
      String(
        format: "audit: %d entries verified in %.2f s: %.0f a second on one core (goal 500000)", entries, took,
        Double(entries) / took))
  }

  private func timed(_ work: () throws -> Void) rethrows -> Double {
    let begun = Instant.clock()
    try work()
    return Double(Instant.clock().microseconds - begun.microseconds) / 1_000_000
  }
}

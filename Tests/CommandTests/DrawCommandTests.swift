import Foundation
import Testing

/// `ipcase draw` on files, where there is no server, no database and nobody signed in. The agencies and people are
/// fictional.
@Suite struct DrawCommandTests {
  private static let seed = "2026278 07 11 19 23"

  /// A folder with the lists, and the commands run in it.
  private final class Folder {
    let url = FileManager.default.temporaryDirectory.appending(path: "ipcase-draws-\(UUID().uuidString)")

    init() throws {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      try write("targets.csv", "名称,统一社会信用代码,分组\n灯湖商标事务所,91440605MA00001706,大沥镇\n千灯专利代理事务所,91440605MA00001893,\n")
      try write("inspectors.csv", "周敏,粤A001\n何志远,粤A002\n梁家宝,粤A003\n")
      try write("conflicts.csv", "粤A001,91440605MA00001706\n")
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: url.appending(path: name)) }

    func read(_ name: String) throws -> String { try String(contentsOf: url.appending(path: name), encoding: .utf8) }

    func draw(_ arguments: String...) throws -> Running.Outcome { try draw(arguments) }

    func draw(_ arguments: [String]) throws -> Running.Outcome {
      let environment = Running.environment(url)
        .merging(["DATABASE_URL": "host=/nowhere", "IPCASE_SERVER": "http://127.0.0.1:1"]) { $1 }
      return try Running.run(["draw"] + arguments, environment: environment)
    }

    /// Commits to the lists; answers the commitment.
    func commit(sample: String = "50%") throws -> String {
      let outcome = try draw(
        "commit", path("targets.csv"), path("inspectors.csv"), path("conflicts.csv"), "--sample", sample, "-o",
        path("lists.txt"), "--json")
      #expect(outcome.exitCode == 0, "\(outcome.talk)")
      return try #require(outcome.object["commitment"] as? String)
    }
  }

  // By sha256sum, as the routes' tests have it.
  @Test func theCommitmentIsTheDigestOfTheTextThatIsWritten() throws {
    let folder = try Folder()
    #expect(try folder.commit() == "08944e99ac95a93ae5ed60a53cad7b8219538c72981641e7cf6a2d427305f22f")
    let text = try folder.read("lists.txt")
    #expect(text.hasPrefix("ipcase-inspection 1\ndraw\t1\t2\ntarget\t千灯专利代理事务所\t91440605MA00001893\t\n"))
  }

  @Test func aDrawIsPrintedAndVerified() throws {
    let folder = try Folder()
    let commitment = try folder.commit()
    let drawn = try folder.draw("run", folder.path("lists.txt"), "--commitment", commitment, "--seed", Self.seed)
    #expect(drawn.exitCode == 0, "\(drawn.talk)")
    #expect(
      drawn.output == "rank,name,identityNumber,group,inspectors,certificates,key\r\n"
        + "1,千灯专利代理事务所,91440605MA00001893,,周敏、何志远,粤A001、粤A002,"
        + "89d618ec3c6ba49b5fc5068d94813024b4880a7d5beb1185a8afa4068386b653\r\n")
    try folder.write("draw.csv", drawn.output.replacingOccurrences(of: "\r\n", with: "\n"))
    let verified = try folder.draw(
      "verify", folder.path("draw.csv"), "--lists", folder.path("lists.txt"), "--seed", Self.seed, "--json")
    #expect(verified.exitCode == 0, "\(verified.talk)")
    #expect(verified.object["matches"] as? Bool == true)
    #expect(verified.object["commitment"] as? String == commitment)
    try folder.write("draw.csv", drawn.output.replacingOccurrences(of: "周敏", with: "梁家宝"))
    let altered = try folder.draw(
      "verify", folder.path("draw.csv"), "--lists", folder.path("lists.txt"), "--seed", Self.seed, "--json")
    #expect(altered.exitCode == 1)
    #expect(altered.object["matches"] as? Bool == false && altered.object["line"] as? Int == 2)
    let otherSeed = try folder.draw(
      "verify", folder.path("draw.csv"), "--lists", folder.path("lists.txt"), "--seed", "x", "--table")
    #expect(otherSeed.exitCode == 1)
    #expect(otherSeed.output.contains("does not match"))
  }

  @Test func withoutOrAgainstItsCommitmentNothingIsDrawn() throws {
    let folder = try Folder()
    let commitment = try folder.commit()
    let without = try folder.draw("run", folder.path("lists.txt"), "--seed", Self.seed)
    #expect(without.exitCode == 65)
    #expect(without.talk.contains("inspection.uncommitted"))
    _ = try folder.commit(sample: "2")
    let changed = try folder.draw("run", folder.path("lists.txt"), "--commitment", commitment, "--seed", Self.seed)
    #expect(changed.exitCode == 65)
    #expect(changed.talk.contains("inspection.lists-changed"))
    #expect(changed.output == "")
    try folder.write("lists.txt", try folder.read("lists.txt").replacingOccurrences(of: "大沥镇", with: "桂城街道\t"))
    let broken = try folder.draw("run", folder.path("lists.txt"), "--commitment", commitment, "--seed", Self.seed)
    #expect(broken.exitCode == 64)
    #expect(broken.talk.contains("inspection.lists-text"))
  }

  @Test(
    arguments: [
      (nil, 65, "inspection.seed-time"), ("2020-01-01 08:00", 65, "inspection.seed-early"),
      ("2020-01-01 08:01", 0, ""), ("2190-01-01 08:00", 65, "instant.future"), ("gestern", 65, "instant.unreadable"),
    ] as [(String?, Int32, String)])
  func theSeedComesAfterTheCommitmentOfTheRecord(at: String?, exitCode: Int32, code: String) throws {
    let folder = try Folder()
    let commitment = try folder.commit()
    try folder.write(
      "commitment.json",
      #"{"commitment":"\#(commitment)","committedAt":"2020-01-01T00:00:00Z","draws":1,"team":2,"targets":2,"inspectors":3}"#
    )
    let record = folder.path("commitment.json")
    let arguments = ["run", folder.path("lists.txt"), "--commitment", record, "--seed", Self.seed]
    let outcome = try folder.draw(arguments + (at.map { ["--seed-at", $0] } ?? []))
    #expect(outcome.exitCode == exitCode, "\(outcome.talk)")
    #expect(outcome.talk.contains(code) || code.isEmpty)
  }

  @Test func aTargetWithoutTwoFreeInspectorsIsNamed() throws {
    let folder = try Folder()
    try folder.write("conflicts.csv", "粤A001,91440605MA00001706\n粤A002,91440605MA00001706\n")
    let outcome = try folder.draw(
      "commit", folder.path("targets.csv"), folder.path("inspectors.csv"), folder.path("conflicts.csv"), "--sample",
      "1",
      "-o", folder.path("lists.txt"))
    #expect(outcome.exitCode == 65)
    #expect(outcome.talk.contains("灯湖商标事务所"))
    #expect(outcome.talk.contains("inspection.inspectors"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("lists.txt")))
  }

  @Test func aFileThatIsNotThereIsSaid() throws {
    let folder = try Folder()
    let outcome = try folder.draw("run", folder.path("none.txt"), "--seed", Self.seed)
    #expect(outcome.exitCode == 66)
  }
}

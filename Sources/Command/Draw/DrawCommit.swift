import ArgumentParser
import Casework
import Foundation
import Law
import Registry

/// Commits to lists: writes their canonical text, and prints its digest to be published.
struct DrawCommit: ParsableCommand {
  static let configuration = Words.configuration("commit", "draw.commit")

  /// The table of targets.
  @Argument(help: Words.help("cli.draw.commit.targets")) var targets: String
  /// The table of inspectors.
  @Argument(help: Words.help("cli.draw.commit.inspectors")) var inspectors: String
  /// The table of conflicts.
  @Argument(help: Words.help("cli.draw.commit.conflicts")) var conflicts: String?
  /// How many targets are drawn, or which share.
  @Option(help: Words.help("cli.draw.commit.sample")) var sample: String
  /// How many inspectors go to each.
  @Option(help: Words.help("cli.draw.commit.team")) var team = 2
  /// Where the canonical text is written.
  @Option(name: .shortAndLong, help: Words.help("cli.draw.commit.output")) var output = "lists.txt"
  /// The form of results.
  @OptionGroup var form: FormOptions

  func run() throws {
    try Exit.reportingAtOnce {
      let lists = try InspectionLists(
        targets: InspectionTable.targets(Self.bytes(targets)),
        inspectors: InspectionTable.inspectors(Self.bytes(inspectors)),
        conflicts: conflicts.map { try InspectionTable.conflicts(Self.bytes($0)) } ?? [],
        sample: SampleSize(sample, of: "sample"), team: team)
      let commitment = try Commitment(to: lists, by: DrawCommand.sha256)
      do { try Data(lists.text.utf8).write(to: URL(fileURLWithPath: output)) } catch {
        throw ClientFault(.internalFault, "unwritable-file", ["file": output])
      }
      let record = CommitmentRecord(
        commitment: commitment.hex, committedAt: Instant.clock(), draws: lists.count, team: lists.team,
        targets: lists.targets.count, inspectors: lists.inspectors.count)
      let form = form.output
      if form.format == .json {
        try form.json(record)
      } else {
        try form.show(one: record, CommitmentRecord.columns, json: Data())
      }
      form.say(Words.text("cli.draw.commit.next", ["file": output]))
    }
  }

  private static func bytes(_ path: String) throws -> [UInt8] { Array(try InputFile(path: path).bytes()) }
}

import ArgumentParser
import Casework
import Foundation

/// Says whether a draw is what its lists and its seed give.
struct DrawVerify: ParsableCommand {
  static let configuration = Words.configuration("verify", "draw.verify")

  /// The draw as CSV.
  @Argument(help: Words.help("cli.draw.verify.draw")) var draw: String
  /// The canonical text of the lists.
  @Option(help: Words.help("cli.draw.run.lists")) var lists: String
  /// The public seed.
  @Option(help: Words.help("cli.draw.run.seed")) var seed: String
  /// What the lists were committed to.
  @Option(help: Words.help("cli.draw.verify.commitment")) var commitment: String?
  /// The form of results.
  @OptionGroup var form: FormOptions

  /// What verifying found.
  struct Answer: Codable {
    /// Whether every byte of the draw but its line ends is right.
    let matches: Bool
    /// The first line that differs; none where it matches.
    let line: Int?
    /// The digest of the lists.
    let commitment: String
  }

  func run() throws {
    var differs = false
    try Exit.reportingAtOnce { differs = try !verify() }
    if differs { throw ExitCode.findings }
  }

  /// Verifies, and says what it found.
  private func verify() throws -> Bool {
    let lists = try InspectionLists(file: lists)
    let own = try Commitment(to: lists, by: DrawCommand.sha256)
    let committed = try commitment.map { try CommitmentOption($0).commitment } ?? own
    let right = try Draw(
      from: lists, committedTo: committed, seed: Line(seed, of: "seed"), by: DrawCommand.sha256)
    let line = Self.difference(Array(try InputFile(path: draw).bytes()), Array(right.csv.utf8))
    if form.output.format == .json {
      try form.output.json(Answer(matches: line == nil, line: line, commitment: committed.hex))
    } else {
      let sentence = line.map { Words.text("cli.draw.verify.differs", ["line": String($0)]) }
      try form.output.lines([sentence ?? Words.text("cli.draw.verify.matches")])
    }
    return line == nil
  }

  /// The first line in which two tables differ, whatever their line ends and byte order mark; `nil` if in none.
  private static func difference(_ given: [UInt8], _ right: [UInt8]) -> Int? {
    let lines = { (bytes: [UInt8]) -> [[UInt8]] in
      let body = bytes.starts(with: CSV.byteOrderMark) ? bytes.dropFirst(CSV.byteOrderMark.count) : bytes[...]
      return body.split(separator: UInt8(ascii: "\n")).map { Array($0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0) }
    }
    let (given, right) = (lines(given), lines(right))
    for index in 0..<max(given.count, right.count) {
      guard index < given.count, index < right.count, given[index] == right[index] else { return index + 1 }
    }
    return nil
  }
}

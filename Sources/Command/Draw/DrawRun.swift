import ArgumentParser
import Casework
import Law

/// Draws from lists committed to, with a public seed; prints the draw as CSV.
struct DrawRun: ParsableCommand {
  static let configuration = Words.configuration("run", "draw.run")

  /// The canonical text of the lists.
  @Argument(help: Words.help("cli.draw.run.lists")) var lists: String
  /// What they were committed to.
  @Option(help: Words.help("cli.draw.run.commitment")) var commitment: String?
  /// The public seed.
  @Option(help: Words.help("cli.draw.run.seed")) var seed: String
  /// When the seed was drawn.
  @Option(help: Words.help("cli.draw.run.seed-at")) var seedAt: String?

  func run() throws {
    try Exit.reportingAtOnce {
      let lists = try InspectionLists(file: lists)
      let committed = try commitment.map { try CommitmentOption($0) }
      let seed = try Line(seed, of: "seed")
      if let committedAt = committed?.committedAt {
        guard let seedAt else { throw Refusal(.invalid, "inspection.seed-time", field: "seed-at") }
        let request = DrawRequest(
          seed: seed, seedSource: seed, seedAt: try SeedTime(seedAt, of: "seed-at"), witness: seed)
        try request.check(against: committedAt, at: Instant.clock())
      }
      let draw = try Draw(
        from: lists, committedTo: committed?.commitment, seed: seed, by: DrawCommand.sha256)
      try StandardStream.output.write(Array(draw.csv.utf8))
    }
  }
}

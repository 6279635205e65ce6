import ArgumentParser
import Law
import Schema

/// `ipcase migrate`: brings the database up to date.
struct Migrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("cli.migrate.abstract"), discussion: say("cli.migrate.discussion"))

  @Option(help: help("cli.serve.data")) var data: String?

  func run() async throws {
    let applied = try await Surroundings(directory: data).withDatabase { database in
      try await Schema.migrate(database, appliedAt: Instant.clock().description)
    }
    note(
      applied.isEmpty ? say("cli.migrate.current") : say("cli.migrate.applied", ["count": String(applied.count)]))
  }
}

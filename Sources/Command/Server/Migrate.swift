import ArgumentParser
import Law
import Registry
import Schema

/// `ipcase migrate`: brings the database up to date.
struct Migrate: ServerCommand {
  static let configuration = CommandConfiguration(
    abstract: Words.text("cli.migrate.abstract"), discussion: Words.text("cli.migrate.discussion"))

  @Option(help: Words.help("cli.serve.data")) var data: String?

  func perform() async throws {
    let applied = try await Surroundings(directory: data).withDatabase { database in
      let applied = try await Schema.migrate(database, appliedAt: Instant.clock().description)
      _ = try await Registry(database).settleLaw(now: Instant.clock())
      return applied
    }
    StandardStream.say(
      applied.isEmpty
        ? Words.text("cli.migrate.current") : Words.text("cli.migrate.applied", ["count": String(applied.count)]))
  }
}

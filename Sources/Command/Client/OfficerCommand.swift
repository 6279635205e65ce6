import ArgumentParser
import Law

/// A command of an officer: a client of the server.
protocol OfficerCommand: AsyncParsableCommand {
  /// The server, and the form of results.
  var client: ClientOptions { get }
  /// Does what the command says.
  func perform(at desk: Desk) async throws
}

extension OfficerCommand {
  /// Reads the clock, does the work, and puts what goes wrong into a sentence and an exit code.
  mutating func run() async throws {
    let today = Instant.clock().day()
    let command = self
    try await Exit.reporting {
      let options = command.client
      try await command.perform(at: Desk(client: options.client(), output: options.output, today: today))
    }
  }
}

import ArgumentParser
import Casework
import Catalogue
import Postgres
import Schema

/// `ipcase`: the service, the administrator's commands, and the officer's.
@main
struct IPCase: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ipcase", abstract: say("cli.abstract"), discussion: say("cli.discussion"),
    subcommands: [Serve.self, Migrate.self, Accounts.self, DoctorCommand.self] + officerCommands)

  /// Parses, runs, and tells in one sentence why not.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      guard let failure = Failure(error) else { exit(withError: error) }
      note("ipcase: \(failure.sentence)")
      exit(withError: failure.exitCode)
    }
  }
}

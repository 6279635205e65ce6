import ArgumentParser

/// `ipcase`: the service, the administrator's commands, and the officer's.
@main
struct IPCase: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ipcase", abstract: Words.text("cli.abstract"), discussion: Words.text("cli.discussion"),
    subcommands: officerCommands + [Serve.self, Migrate.self, Accounts.self, DoctorCommand.self])
}

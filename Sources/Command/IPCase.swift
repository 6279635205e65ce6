import ArgumentParser

/// `ipcase`: the service, the administrator's commands, and the officer's.
@main
struct IPCase: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ipcase", abstract: Words.text("cli.abstract"), discussion: Words.text("cli.discussion"),
    subcommands: officerCommands + [
      Serve.self, Migrate.self, Accounts.self, Keys.self, Webhooks.self, PeerCommand.self, DoctorCommand.self,
      MeasureCommand.self,
    ])

  /// Refuses an argument that is no UTF-8, which would be altered in silence; then parses and runs.
  static func main() async {
    let arguments = CommandLine.unsafeArgv
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = arguments[index], String(validatingCString: argument) == nil else { continue }
      StandardStream.say("ipcase: \(Words.text("cli.fault.argument-utf8", ["number": String(index)]))")
      exit(withError: ExitCode.usage)
    }
    await main(nil)
  }
}

import ArgumentParser

/// Supervised cases; what can be done with one are acts of its proceeding.
struct SupervisedCommand: AsyncParsableCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("supervised", "supervised", subcommands: [SupervisedList.self])
}

/// Lists supervised cases, those due first at the top.
struct SupervisedList: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("list", "supervised.list")

  /// Also those that are over.
  @Flag(help: Words.help("cli.supervised.list.all")) var all = false
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints the list.
  func perform(at desk: Desk) async throws {
    async let names = desk.agencyNames()
    let answer = try await desk.client.ask(.get(["supervised-cases"], [("open", all ? "false" : "true")]))
    let list: SupervisedCasesAnswer = try answer.read()
    try desk.output.show(list.tasks, SupervisedCaseAnswer.columns(try await names), json: answer.bytes)
  }
}

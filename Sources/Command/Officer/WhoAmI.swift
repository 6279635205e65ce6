import ArgumentParser

/// Shows who is signed in.
struct WhoAmI: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("whoami", "whoami")

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints the officer's name, agency and roles.
  func perform(at desk: Desk) async throws {
    async let names = desk.agencyNames()
    let answer = try await desk.client.ask(.get(["officers", "me"]))
    try desk.output.show(one: answer.read(), OfficerAnswer.columns(await names), json: answer.bytes)
  }
}

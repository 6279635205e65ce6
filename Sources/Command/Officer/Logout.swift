import ArgumentParser

/// Signs out: ends the session at the server and forgets the token here.
struct Logout: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("logout", "logout")

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Forgets the token even if the server cannot be told; a session that had ended already is none to end.
  func perform(at desk: Desk) async throws {
    guard desk.client.token != nil else { return desk.output.say(Words.text("cli.logout.nobody")) }
    defer { if Credentials.kept()?.server == desk.client.address.text { Credentials.forget() } }
    do {
      _ = try await desk.client.ask(Call(method: "DELETE", path: ["sessions", "current"]))
    } catch let problem as ServerProblem where problem.status == 401 {
      desk.output.say(Words.text("cli.logout.ended"))
      return
    }
    desk.output.say(Words.text("cli.logout.done"))
  }
}

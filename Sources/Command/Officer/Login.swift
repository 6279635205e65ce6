import ArgumentParser
import Foundation

/// Signs in and keeps the token for the commands that follow.
struct Login: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("login", "login")

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Name to sign in with.
  @Argument(help: Words.help("cli.login.name"))
  var login: String

  /// What it takes to sign in.
  private struct SignInRequest: Encodable {
    let login: String
    let password: String
  }

  /// Asks for the password, signs in, keeps the token; prints who signed in, never the token.
  func perform(at desk: Desk) async throws {
    let address = desk.client.address
    if address.isOpenToOthers { StandardStream.say(Words.text("cli.login.open", ["server": address.text])) }
    let password = try Password.read(
      prompt: Words.text("cli.login.prompt", ["login": login, "server": address.text]))
    let server = ServerClient(
      address: address, token: nil, language: desk.client.language, isVerbose: desk.client.isVerbose)
    let answer = try await server.ask(.post(["sessions"], SignInRequest(login: login, password: password), once: nil))
    let session: SessionAnswer = try answer.read()
    try Credentials(
      server: address.text, token: session.token, expiresAt: session.expiresAt, login: session.officer.login
    ).keep()
    desk.output.say(Words.text("cli.login.done", ["until": Words.minute(session.expiresAt)]))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try desk.output.show(
      one: session.officer, OfficerAnswer.columns(AgencyNames(names: [:])), json: encoder.encode(session.officer))
  }
}

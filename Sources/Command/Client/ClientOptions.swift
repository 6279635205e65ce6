import ArgumentParser
import Foundation

/// Options of every command that talks to the server.
struct ClientOptions: ParsableArguments {
  /// Address of the server; else IPCASE_SERVER, else the one signed in to, else http://127.0.0.1:8080.
  @Option(help: Words.help("cli.options.server"))
  var server: String?

  /// The form of results.
  @Flag(exclusivity: .exclusive)
  var format: Output.Format?

  /// Begin CSV with a UTF-8 byte order mark, for spreadsheets.
  @Flag(help: Words.help("cli.options.bom"))
  var bom = false

  /// Print nothing but results and problems.
  @Flag(name: .shortAndLong, help: Words.help("cli.options.quiet"))
  var quiet = false

  /// Tell on standard error what is sent.
  @Flag(name: .shortAndLong, help: Words.help("cli.options.verbose"))
  var verbose = false

  /// - Throws: A `ValidationError` for a byte order mark where there is no CSV.
  func validate() throws {
    if bom, format != .csv { throw ValidationError(Words.text("cli.fault.bom")) }
  }

  /// The server chosen, and the token for it. A token kept for one server is never sent to another.
  func client() throws(ClientFault) -> ServerClient {
    let kept = Credentials.kept()
    let address = try ServerAddress.chosen(server, kept: kept)
    let given = ProcessInfo.processInfo.environment["IPCASE_TOKEN"] ?? ""
    let token = given.isEmpty ? kept.flatMap { $0.server == address.text ? $0.token : nil } : given
    return ServerClient(address: address, token: token, language: Words.language, isVerbose: verbose)
  }

  /// Where results go.
  var output: Output { Output(format, hasByteOrderMark: bom, isQuiet: quiet) }
}

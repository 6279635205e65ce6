import ArgumentParser
import Casework

/// May this enterprise receive support or honours?
struct CreditCommand: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("credit", "credit")

  /// Name of the enterprise.
  @Argument(help: Words.help("cli.credit.name"))
  var name: String

  /// Its unified social credit code.
  @Option(help: Words.help("cli.credit.identity"))
  var identity: String?

  /// As of which day (default: today).
  @Option(help: Words.help("cli.credit.on"))
  var on: String?

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  private struct Check: Decodable {
    let answer: String
    let reasons: [Reason]
  }

  private struct Reason: Decodable {
    let number: String?
    let kind: String
    let reason: String
    let until: String?
    let agency: String
  }

  /// Prints the answer, then its reasons.
  func perform(at desk: Desk) async throws {
    let query: [(name: String, value: String?)] = [("name", name), ("identity", identity), ("on", on)]
    let answer = try await desk.client.ask(.get(["credit-check"], query))
    let check: Check = try answer.read()
    let names = try await desk.agencyNames()
    desk.output.say(Words.text("credit.answer.\(check.answer)", or: check.answer))
    try desk.output.show(
      check.reasons,
      [
        Column("number", .code) { $0.number ?? "" },
        Column("kind", .code, \.kind, words: { Words.text("proceeding.\($0.kind)", or: $0.kind) }),
        Column("reason", .text, \.reason, words: { Words.text("credit.reason.\($0.reason)", or: $0.reason) }),
        Column("until", .code) { $0.until ?? "" },
        Column("agency", .text, \.agency, words: { names[$0.agency] }),
      ], json: answer.bytes)
  }
}

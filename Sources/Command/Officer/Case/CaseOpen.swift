import ArgumentParser
import Casework

/// Opens a proceeding in a case file, or lists those that may be opened now.
struct CaseOpen: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("open", "case.open")

  /// Number of the case file.
  @Argument(help: Words.help("cli.act.number"))
  var number: String

  /// Kind of the proceeding, such as mediation; without it, what may be opened is listed.
  @Argument(help: Words.help("cli.case.open.kind"))
  var kind: ProceedingKind?

  /// The proceeding of the file that it follows from.
  @Option(help: Words.help("cli.case.open.origin"))
  var origin: Int64?

  /// What is said of it.
  @OptionGroup var options: ActOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// What the server offers to open.
  private struct Offers: Decodable {
    let openings: [Offer]
  }

  private struct Offer: Decodable {
    let kind: String
    let origins: [Origin]
    let facts: [AllowedFact]
  }

  private struct Origin: Decodable {
    let id: Int64
    let kind: String
  }

  private struct Opened: Decodable {
    let number: String
    let proceeding: Int64
  }

  /// Opens it and prints its key.
  func perform(at desk: Desk) async throws {
    let number = try CaseNumber(number, of: "number")
    guard let kind else { return try await list(number, at: desk) }
    let act = try options.request("open", today: desk.today)
    let request = OpeningRequest(
      kind: kind, happenedOn: act.happenedOn, facts: act.facts, origin: origin, revision: act.revision)
    let answer = try await desk.write(["cases", number.wire, "proceedings"], request, options.write)
    let opened: Opened = try answer.read()
    try desk.output.show(
      one: opened, [Column("number", .code, \.number), Column("proceeding", .number) { String($0.proceeding) }],
      json: answer.bytes)
  }

  private func list(_ number: CaseNumber, at desk: Desk) async throws {
    let answer = try await desk.client.ask(.get(["cases", number.wire, "proceedings"]))
    let offers: Offers = try answer.read()
    try desk.output.show(
      offers.openings,
      [
        Column("kind", .code, \.kind, words: { Words.text("proceeding.\($0.kind)", or: $0.kind) + " (\($0.kind))" }),
        Column("origin", .text) { $0.origins.map { "\($0.id) \($0.kind)" }.joined(separator: ", ") },
        Column("facts", .text) { $0.facts.map { $0.required ? "\($0.name)*" : $0.name }.joined(separator: " ") },
      ], json: answer.bytes)
  }
}

extension ProceedingKind: ExpressibleByArgument {}

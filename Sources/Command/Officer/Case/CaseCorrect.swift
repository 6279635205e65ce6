import ArgumentParser
import Casework

/// Puts an entry of the docket right.
struct CaseCorrect: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("correct", "case.correct")

  /// Number of the case file.
  @Argument(help: Words.help("cli.act.number"))
  var number: String

  /// Position of the entry in the docket.
  @Argument(help: Words.help("cli.case.correct.entry"))
  var entry: Int

  /// When it happened, if that was wrong.
  @Option(help: Words.help("cli.case.correct.on"))
  var on: String?

  /// A fact that was wrong, as name=value; name= takes it away (may be repeated).
  @Option(name: .customLong("fact"), help: Words.help("cli.case.correct.fact"))
  var facts: [String] = []

  /// What was wrong, and by which paper that is known.
  @Option(help: Words.help("cli.case.correct.reason"))
  var reason: String?

  /// Number of docket entries you saw; refused if the file has changed since.
  @Option(help: Words.help("cli.act.revision"))
  var revision: Int?

  /// File of JSON; - is standard input.
  @Option(help: Words.help("cli.case.new.file"))
  var file: String?

  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Has it put right and prints the entry that stands in its place.
  func perform(at desk: Desk) async throws {
    let number = try CaseNumber(number, of: "number")
    let request = try file.map { try InputFile(path: $0).request(CorrectionRequest.self) } ?? asked()
    async let names = desk.agencyNames()
    let answer = try await desk.write(["cases", number.wire, "entries", String(entry), "corrections"], request, write)
    let kept: EntryAnswer = try answer.read()
    try desk.output.show(one: kept, EntryAnswer.columns(await names), json: answer.bytes)
  }

  private func asked() throws -> CorrectionRequest {
    guard let reason else { throw ClientFault(.usage, "option-missing", ["option": "--reason"]) }
    let changed = try ActOptions.facts(facts)
    return CorrectionRequest(
      happenedOn: try When.optional(on, of: "happenedOn"), facts: changed.isEmpty ? nil : changed,
      reason: try Prose(reason, of: "reason"), revision: revision)
  }
}

import ArgumentParser
import Casework

/// Adds to a case file what was found after it was logged.
struct CaseSupplement: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("supplement", "case.supplement")

  /// Number of the case file.
  @Argument(help: Words.help("cli.act.number"))
  var number: String

  /// Why, or from which evidence.
  @Option(help: Words.help("cli.case.supplement.reason"))
  var reason: String?

  /// File of JSON; - is standard input.
  @Option(help: Words.help("cli.case.new.file"))
  var file: String?

  /// The parties.
  @OptionGroup var parties: PartyOptions
  /// The money.
  @OptionGroup var amounts: AmountOptions
  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  private struct Added: Decodable {
    let number: String
  }

  /// Adds it and prints the number of the file.
  func perform(at desk: Desk) async throws {
    let number = try CaseNumber(number, of: "number")
    let request = try file.map { try InputFile(path: $0).request(SupplementRequest.self) } ?? asked()
    let answer = try await desk.write(["cases", number.wire, "supplements"], request, write)
    let added: Added = try answer.read()
    try desk.output.show(one: added, [Column("number", .code, \.number)], json: answer.bytes)
  }

  private func asked() throws -> SupplementRequest {
    guard let reason else { throw ClientFault(.usage, "option-missing", ["option": "--reason"]) }
    let list = parties.isGiven ? try parties.list() : []
    return SupplementRequest(
      parties: list.isEmpty ? nil : list, amounts: try amounts.amounts(), reason: try Prose(reason, of: "reason"))
  }
}

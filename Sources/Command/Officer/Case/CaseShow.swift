import ArgumentParser
import Casework
import Foundation

/// Shows one case file.
struct CaseShow: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("show", "case.show")

  /// Number of the case file.
  @Argument(help: Words.help("cli.case.show.number"))
  var number: String

  /// Show the docket too.
  @Flag(help: Words.help("cli.case.show.entries"))
  var entries = false

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints the file, and with `--entries` its docket. CSV holds the docket if that is asked for, else the file.
  func perform(at desk: Desk) async throws {
    let number = try CaseNumber(number, of: "number")
    async let names = desk.agencyNames()
    let answer = try await desk.client.ask(.get(["cases", number.wire]))
    let docket = entries ? try await desk.client.ask(.get(["cases", number.wire, "entries"])) : nil
    let file: ShownCaseFile = try answer.read()
    let listed: EntriesAnswer? = try docket?.read()
    let known = try await names
    switch desk.output.format {
    case .json: try desk.output.json(docket.map { Self.joined(answer.bytes, $0.bytes) } ?? answer.bytes)
    case .csv:
      if let listed {
        try desk.output.csv(listed.entries, EntryAnswer.columns(known))
      } else {
        try desk.output.csv([file], ShownCaseFile.columns(known))
      }
    case .table:
      try file.print(on: desk.output, known)
      if let listed { try desk.output.section("entries", listed.entries, EntryAnswer.columns(known)) }
    }
  }

  /// `{"case":…,"entries":[…]}` of two answers, each kept byte by byte: the second is an object whose member goes on.
  private static func joined(_ file: Data, _ entries: Data) -> Data {
    Data("{\"case\":".utf8) + file + Data(",".utf8) + entries.drop { $0 != UInt8(ascii: "{") }.dropFirst()
  }
}

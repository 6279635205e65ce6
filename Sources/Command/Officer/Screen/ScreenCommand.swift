import ArgumentParser
import Casework
import Foundation
import Law
import Registry

/// Screening for crimes.
struct ScreenCommand: AsyncParsableCommand {
  static let configuration = Words.configuration(
    "screen", "screen", subcommands: [ScreenList.self, ScreenReason.self, ScreenRun.self])
}

/// A hit, as the server tells of it.
struct HitAnswer: Decodable {
  let number, summary, owner, offence, result, arithmetic: String
  let tier: Int?
  let referred, open: Bool
  let reason, reasonBy: String?
}

/// Hits of all case files that the officer's agency may see.
struct ScreenList: OfficerCommand {
  static let configuration = Words.configuration("list", "screen.list")

  /// Also those referred or explained.
  @Flag(help: Words.help("cli.screen.list.all")) var all = false
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  func perform(at desk: Desk) async throws {
    let answer = try await desk.client.ask(.get(["screening"], [("open", all ? "false" : "true")]))
    let hits: Hits = try answer.read()
    let names = try await desk.agencyNames()
    try desk.output.show(hits.hits, Self.columns(names), json: answer.bytes)
  }

  private struct Hits: Decodable { let hits: [HitAnswer] }

  private static func columns(_ names: AgencyNames) -> [Column<HitAnswer>] {
    [
      Column("number", .code, \.number), Column("offence", .code, \.offence),
      Column("result", .code, \.result, words: { Words.text("law.result.\($0.result)") }),
      Column("tier", .number, { $0.tier.map { String($0) } ?? "" }), Column("arithmetic", .code, \.arithmetic),
      Column("owner", .text, \.owner, words: { names[$0.owner] }), Column("summary", .text, \.summary),
      Column("reason", .text, { $0.reason ?? "" }),
      Column("officer", .code, { $0.reasonBy ?? "" }),
    ]
  }
}

/// Records why a hit is not referred.
struct ScreenReason: OfficerCommand {
  static let configuration = Words.configuration("reason", "screen.reason")

  /// Number of the case file.
  @Argument(help: Words.help("cli.case.show.number")) var number: String
  /// The offence found, such as 214.
  @Option(help: Words.help("cli.screen.reason.offence")) var offence: String
  /// The reason.
  @Option(help: Words.help("cli.screen.reason.reason")) var reason: String
  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  func perform(at desk: Desk) async throws {
    let number = try CaseNumber(number, of: "number")
    let request = ScreeningReasonRequest(offence: try Line(wire: offence), reason: try Prose(wire: reason))
    let answer = try await desk.write(["cases", number.wire, "screening", "reasons"], request, write)
    try desk.report(answer, Words.text("cli.screen.recorded", ["number": number.wire]))
  }
}

/// Screens every stored case anew, on the server.
struct ScreenRun: ServerCommand {
  static let configuration = Words.configuration("run", "screen.run")

  @Option(help: Words.help("cli.serve.data")) var data: String?

  func perform() async throws {
    let outcome = try await Surroundings(directory: data).withDatabase { database in
      try await Registry(database).screenAll(now: Instant.clock())
    }
    StandardStream.say(
      Words.text(
        "cli.screen.ran",
        ["files": String(outcome.files), "hits": String(outcome.hits), "moved": String(outcome.changed)]))
  }
}

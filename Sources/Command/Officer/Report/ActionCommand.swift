import ArgumentParser
import Casework

/// Enforcement actions and key markets.
struct ActionCommand: AsyncParsableCommand {
  /// Its name and its help.
  static let configuration = Words.configuration(
    "action", "action",
    subcommands: [
      ActionList.self, ActionRecord.self, ActionWithdraw.self, MarketList.self, MarketAdd.self, MarketEnd.self,
    ])
}

/// Lists enforcement actions, latest day first.
struct ActionList: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("list", "action.list")

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints the list.
  func perform(at desk: Desk) async throws {
    async let names = desk.agencyNames()
    let answer = try await desk.client.ask(.get(["actions"]))
    let list: EnforcementActionsAnswer = try answer.read()
    try desk.output.show(list.actions, EnforcementActionAnswer.columns(try await names), json: answer.bytes)
  }
}

/// Records an enforcement action.
struct ActionRecord: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("record", "action.record")

  /// The day.
  @Option(help: Words.help("cli.action.record.on")) var on: String
  /// Where.
  @Option(help: Words.help("cli.action.record.place")) var place: String
  /// How many officers went out.
  @Option(help: Words.help("cli.action.record.officers")) var officers: Int
  /// The town.
  @Option(help: Words.help("cli.action.record.town")) var town: Town?
  /// At a key physical market.
  @Flag(help: Words.help("cli.action.record.market")) var market = false
  /// What it was about.
  @Option(help: Words.help("cli.action.record.note")) var note: String?
  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Records it, and says so.
  func perform(at desk: Desk) async throws {
    let request = EnforcementActionRequest(
      happenedOn: try When(on, of: "happenedOn"), town: town, place: try Line(place, of: "place"), market: market,
      officers: officers, note: try note.map { try Prose($0, of: "note") })
    let answer = try await desk.write(["actions"], request, write)
    let recorded: RecordedAnswer = try answer.read()
    try desk.report(answer, Words.text("cli.action.record.done", ["id": String(recorded.id)]))
  }
}

/// Withdraws an action that was recorded in error.
struct ActionWithdraw: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("withdraw", "action.withdraw")

  /// Key of the action.
  @Argument(help: Words.help("cli.action.withdraw.id")) var id: Int64
  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Withdraws it, and says so.
  func perform(at desk: Desk) async throws {
    let answer = try await desk.write(["actions", String(id), "withdrawal"], [String: String](), write)
    try desk.report(answer, Words.text("cli.action.withdraw.done", ["id": String(id)]))
  }
}

import ArgumentParser
import Casework

/// Lists key markets.
struct MarketList: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("markets", "action.markets")

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints the list.
  func perform(at desk: Desk) async throws {
    async let names = desk.agencyNames()
    let answer = try await desk.client.ask(.get(["markets"]))
    let list: KeyMarketsAnswer = try answer.read()
    try desk.output.show(list.markets, KeyMarketAnswer.columns(try await names), json: answer.bytes)
  }
}

/// Puts a market on the list.
struct MarketAdd: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("market-add", "action.market-add")

  /// Its name.
  @Argument(help: Words.help("cli.action.market-add.name")) var name: String
  /// First day.
  @Option(help: Words.help("cli.action.market-add.since")) var since: String
  /// Its town.
  @Option(help: Words.help("cli.action.record.town")) var town: Town?
  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Lists it, and says so.
  func perform(at desk: Desk) async throws {
    let request = KeyMarketRequest(name: try Line(name, of: "name"), town: town, since: try When(since, of: "since"))
    let answer = try await desk.write(["markets"], request, write)
    let recorded: RecordedAnswer = try answer.read()
    try desk.report(answer, Words.text("cli.action.market-add.done", ["id": String(recorded.id)]))
  }
}

/// Takes a market off the list.
struct MarketEnd: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("market-end", "action.market-end")

  /// Key of the market.
  @Argument(help: Words.help("cli.action.market-end.id")) var id: Int64
  /// First day on which it no longer is one.
  @Option(help: Words.help("cli.action.market-end.until")) var until: String
  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Takes it off, and says so.
  func perform(at desk: Desk) async throws {
    let answer = try await desk.write(
      ["markets", String(id), "end"], KeyMarketEnd(until: try When(until, of: "until")), write)
    try desk.report(answer, Words.text("cli.action.market-end.done", ["id": String(id)]))
  }
}

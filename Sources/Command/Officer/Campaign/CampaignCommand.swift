import ArgumentParser
import Casework

/// Special actions.
struct CampaignCommand: AsyncParsableCommand {
  /// Its name and its help.
  static let configuration = Words.configuration(
    "campaign", "campaign", subcommands: [CampaignList.self, CampaignNew.self, CampaignTag.self])
}

/// Lists special actions, latest first.
struct CampaignList: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("list", "campaign.list")

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints the list.
  func perform(at desk: Desk) async throws {
    async let names = desk.agencyNames()
    let answer = try await desk.client.ask(.get(["campaigns"]))
    let list: CampaignsAnswer = try answer.read()
    try desk.output.show(list.campaigns, CampaignAnswer.columns(try await names), json: answer.bytes)
  }
}

/// Begins a special action that the officer's agency leads.
struct CampaignNew: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("new", "campaign.new")

  /// Its code.
  @Argument(help: Words.help("cli.campaign.code")) var code: String
  /// Its name.
  @Option(help: Words.help("cli.campaign.new.name")) var name: String
  /// First day.
  @Option(help: Words.help("cli.campaign.new.from")) var from: String
  /// Last day.
  @Option(help: Words.help("cli.campaign.new.to")) var to: String?
  /// What it is about.
  @Option(help: Words.help("cli.campaign.new.notes")) var notes: String?
  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Begins it, and says so.
  func perform(at desk: Desk) async throws {
    let request = CampaignRequest(
      code: try CampaignCode(code, of: "code"), name: try Line(name, of: "name"), from: try When(from, of: "from"),
      to: try When.optional(to, of: "to"), notes: try Prose.optional(notes, of: "notes"))
    let answer = try await desk.write(["campaigns"], request, write)
    try desk.report(answer, Words.text("cli.campaign.new.done", ["code": request.code.wire]))
  }
}

/// Tags a case file with a special action.
struct CampaignTag: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("tag", "campaign.tag")

  /// Code of the special action.
  @Argument(help: Words.help("cli.campaign.code")) var code: String
  /// Number of the case file.
  @Argument(help: Words.help("cli.case.show.number")) var number: String
  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Tags it, and says so.
  func perform(at desk: Desk) async throws {
    let code = try CampaignCode(code, of: "code")
    let request = CampaignTagRequest(number: try CaseNumber(number, of: "number"))
    let answer = try await desk.write(["campaigns", code.wire, "cases"], request, write)
    try desk.report(answer, Words.text("cli.campaign.tag.done", ["number": request.number.wire, "code": code.wire]))
  }
}

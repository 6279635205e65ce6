import ArgumentParser

/// Lists case files, latest first.
struct CaseList: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("list", "case.list")

  /// Which case files.
  @OptionGroup var filter: CaseFilterOptions

  /// How many at most, 1 to 500.
  @Option(help: Words.help("cli.case.list.limit"))
  var limit = 50

  /// Go on where the page before says.
  @Option(help: Words.help("cli.case.list.before"))
  var before: Int64?

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints a page of the list, and says how to get the next.
  func perform(at desk: Desk) async throws {
    async let names = desk.agencyNames()
    let query = try filter.query() + [("limit", String(limit)), ("before", before.map { String($0) })]
    let answer = try await desk.client.ask(.get(["cases"], query))
    let page: CaseFilesAnswer = try answer.read()
    try desk.output.show(page.cases, ListedCaseFile.columns(await names), json: answer.bytes)
    if let next = page.next, desk.output.format != .json {
      desk.output.say(Words.text("cli.case.list.more", ["next": String(next)]))
    }
  }
}

import ArgumentParser

/// Says that the records of the agency for a period are complete.
struct ReportConfirm: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("confirm", "report.confirm")

  /// Key of the form.
  @Argument(help: Words.help("cli.report.run.form"))
  var form: String
  /// Month or quarter.
  @Argument(help: Words.help("cli.report.run.period"))
  var period: String
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Says so.
  func perform(at desk: Desk) async throws {
    let answer = try await desk.client.ask(Call(method: "POST", path: ["reports", form, period, "confirmation"]))
    if desk.output.format == .json { try desk.output.json(answer.bytes) }
  }
}

/// Drafts a report.
struct ReportDraft: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("draft", "report.draft")

  /// Key of the form.
  @Argument(help: Words.help("cli.report.run.form"))
  var form: String
  /// Month or quarter.
  @Argument(help: Words.help("cli.report.run.period"))
  var period: String
  /// What was recorded later does not count.
  @Option(help: Words.help("cli.report.run.as-of"))
  var asOf: String?
  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Drafts it and prints it.
  func perform(at desk: Desk) async throws {
    var body = ["form": form, "period": period]
    body["asOf"] = asOf
    let answer = try await desk.write(["report-issues"], body, write)
    try desk.output.show(one: answer.read(), ReportIssueAnswer.columns, json: answer.bytes)
  }
}

/// Checks a draft.
struct ReportCheck: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("check", "report.check")

  /// Which report.
  @Argument(help: Words.help("cli.report.id"))
  var id: Int64
  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Checks what is drafted now.
  func perform(at desk: Desk) async throws { try await ReportIssueAnswer.sign(id, "check", at: desk, write) }
}

/// Signs and issues a report.
struct ReportIssue: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("issue", "report.issue")

  /// Which report.
  @Argument(help: Words.help("cli.report.id"))
  var id: Int64
  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Signs what was checked.
  func perform(at desk: Desk) async throws { try await ReportIssueAnswer.sign(id, "issue", at: desk, write) }
}

/// Lists drafts and issues.
struct ReportList: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("list", "report.list")

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  private struct List: Decodable {
    let issues: [ReportIssueAnswer]
  }

  /// Prints them.
  func perform(at desk: Desk) async throws {
    let answer = try await desk.client.ask(.get(["report-issues"]))
    let list: List = try answer.read()
    try desk.output.show(list.issues, ReportIssueAnswer.columns, json: answer.bytes)
  }
}

extension ReportIssueAnswer {
  fileprivate static var columns: [Column<ReportIssueAnswer>] {
    [
      Column("id", .number) { String($0.id) }, Column("form", .code, \.form), Column("period", .code, \.period),
      Column("state", .code, \.state, words: { Words.text("report.state.\($0.state)") }),
      Column("asOf", .code, \.asOf, words: { Words.minute($0.asOf) }), Column("draftedBy", .text, \.draftedBy),
      Column("checkedBy", .text) { $0.checkedBy ?? "" }, Column("issuedBy", .text) { $0.issuedBy ?? "" },
      Column(wireOnly: "digest", \.digest),
    ]
  }

  fileprivate static func sign(_ id: Int64, _ act: String, at desk: Desk, _ write: WriteOptions) async throws {
    let found: ReportIssueAnswer = try await desk.client.ask(.get(["report-issues", String(id)])).read()
    let answer = try await desk.write(["report-issues", String(id), act], ["digest": found.digest], write)
    try desk.output.show(one: answer.read(), columns, json: answer.bytes)
  }
}

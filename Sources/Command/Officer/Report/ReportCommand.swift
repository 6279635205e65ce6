import ArgumentParser

/// Reports.
struct ReportCommand: AsyncParsableCommand {
  /// Its name and its help.
  static let configuration = Words.configuration(
    "report", "report",
    subcommands: [
      ReportForms.self, ReportIndicators.self, ReportRun.self, ReportConfirm.self, ReportDraft.self, ReportCheck.self,
      ReportIssue.self, ReportList.self,
    ])
}

/// Lists the forms.
struct ReportForms: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("forms", "report.forms")

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints them.
  func perform(at desk: Desk) async throws {
    let answer = try await desk.client.ask(.get(["report-forms"]))
    let list: ReportFormsAnswer = try answer.read()
    try desk.output.show(
      list.forms,
      [
        Column("key", .code, \.key),
        Column("name", .text, \.nameZh, words: { Words.language == .chinese ? $0.nameZh : $0.nameEn }),
        Column("period", .code, \.period, words: { Words.text("report.length.\($0.period)") }),
      ], json: answer.bytes)
  }
}

/// Lists the dictionary of indicators.
struct ReportIndicators: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("indicators", "report.indicators")

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  private struct List: Decodable {
    let indicators: [ReportAnswer.Indicator]
  }

  /// Prints them.
  func perform(at desk: Desk) async throws {
    let answer = try await desk.client.ask(.get(["indicators"]))
    let list: List = try answer.read()
    try desk.output.show(
      list.indicators,
      [
        Column("code", .code, \.code), Column("name", .code, \.name),
        Column("unit", .code, \.unit, words: { Words.text("report.unit.\($0.unit)") }),
        Column("basis", .code, \.basis, words: { Words.text("report.basis.\($0.basis)") }),
        Column("definition", .text, \.definition),
      ], json: answer.bytes)
  }
}

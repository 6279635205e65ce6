import ArgumentParser
import Foundation

/// Runs a report.
struct ReportRun: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("run", "report.run")

  /// Key of the form.
  @Argument(help: Words.help("cli.report.run.form"))
  var form: String

  /// Month or quarter.
  @Argument(help: Words.help("cli.report.run.period"))
  var period: String

  /// What was recorded later does not count (default: now); a time without a zone is Beijing time.
  @Option(help: Words.help("cli.report.run.as-of"))
  var asOf: String?

  /// Whose numbers.
  @Option(help: Words.help("cli.report.run.scope"))
  var scope: String?

  /// A workbook to write beside.
  @Option(help: Words.help("cli.report.run.xlsx"))
  var xlsx: String?

  /// A PDF to write beside.
  @Option(help: Words.help("cli.report.run.pdf"))
  var pdf: String?

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints the report; as JSON exactly what the server sent, so that two runs can be compared byte by byte.
  func perform(at desk: Desk) async throws {
    let path = ["reports", form, period.trimmingCharacters(in: .whitespaces)]
    let query = [("asOf", asOf), ("scope", scope)]
    async let names = desk.agencyNames()
    let answer = try await desk.client.ask(.get(path, query))
    let report: ReportAnswer = try answer.read()
    try report.print(on: desk.output, await names, json: answer)
    for (file, kind) in [(xlsx, "xlsx"), (pdf, "pdf")] {
      guard let file else { continue }
      // Of the same instant as what was printed.
      let found = try await desk.client.ask(.get(path + [kind], [("asOf", report.asOf), ("scope", scope)]))
      try OutputFile.write(found.bytes, to: file, at: desk)
    }
  }
}

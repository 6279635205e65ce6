import ArgumentParser
import Casework
import Law

/// Draws the report of a month.
struct ReportRun: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("run", "report.run")

  /// Month, such as 2026-10.
  @Argument(help: Words.help("cli.report.run.month"))
  var month: String

  /// What was recorded later does not count (default: now); a time without a zone is Beijing time.
  @Option(help: Words.help("cli.report.run.as-of"))
  var asOf: String?

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints the report; as JSON exactly what the server sent, so that two runs can be compared byte by byte.
  func perform(at desk: Desk) async throws {
    guard let month = Month(month.trimmingBlanks) else { throw Refusal(.malformed, "month.unreadable", field: "month") }
    async let names = desk.agencyNames()
    let answer = try await desk.client.ask(.get(["reports", month.description], [("asOf", asOf)]))
    let report: ReportAnswer = try answer.read()
    try report.print(on: desk.output, await names, json: answer)
  }
}

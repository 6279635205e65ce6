import ArgumentParser
import Casework
import Foundation

/// Imports a register of cases from a file of comma-separated values.
struct CaseImport: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("import", "case.import")

  /// File of CSV; - is standard input.
  @Argument(help: Words.help("cli.case.import.file"))
  var file: String

  /// Only rehearse: keep nothing.
  @Flag(help: Words.help("cli.case.import.dry-run"))
  var dryRun = false

  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Sends the file, moves a bar while the server works, prints each rejected line and the sums.
  ///
  /// - Throws: `ExitCode.findings` if a line was rejected; `cli.fault.broken` if the server broke off.
  func perform(at desk: Desk) async throws {
    let input = InputFile(path: file)
    var call = Call(
      method: "POST", path: ["imports"],
      query: [("dryRun", dryRun ? "true" : nil), ("fileName", input.name)], body: try input.bytes(),
      contentType: "text/csv", idempotencyKey: write.key())
    call.patience = 600
    var record = ImportRecord(output: desk.output)
    defer { record.bar.clear() }
    try await desk.client.ask(call) { line in try record.take(line) }
    record.bar.clear()
    if try record.close() > 0 { throw ExitCode.findings }
  }
}

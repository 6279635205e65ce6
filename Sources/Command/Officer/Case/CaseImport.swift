import ArgumentParser
import Casework
import Foundation

/// Imports a register of cases from a file of comma-separated values.
struct CaseImport: OfficerCommand {
  static let configuration = Words.configuration("import", "case.import")

  @Argument(help: Words.help("cli.case.import.file"))
  var file: String

  @Flag(help: Words.help("cli.case.import.dry-run"))
  var dryRun = false

  @OptionGroup var write: WriteOptions
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

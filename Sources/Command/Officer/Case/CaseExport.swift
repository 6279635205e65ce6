import ArgumentParser
import Foundation

/// Exports case files as a spreadsheet reads them.
struct CaseExport: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("export", "case.export")

  /// Which case files.
  @OptionGroup var filter: CaseFilterOptions

  /// File to write; standard output if left out or -.
  @Option(name: .shortAndLong, help: Words.help("cli.case.export.output"))
  var output: String?

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Writes the server's CSV, byte by byte, to a file or to standard output.
  ///
  /// - Throws: `cli.fault.unwritable-file`.
  func perform(at desk: Desk) async throws {
    let answer = try await desk.client.ask(.get(["exports", "cases.csv"], filter.query()))
    guard let output, output != "-" else { return try StandardStream.output.write(Array(answer.bytes)) }
    do { try answer.bytes.write(to: URL(fileURLWithPath: output)) } catch {
      throw ClientFault(.internalFault, "unwritable-file", ["file": output])
    }
    desk.output.say(Words.text("cli.case.export.done", ["file": output]))
  }
}

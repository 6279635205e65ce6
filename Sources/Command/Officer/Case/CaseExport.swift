import ArgumentParser

/// Exports case files as a spreadsheet reads them.
struct CaseExport: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("export", "case.export")

  /// Which case files.
  @OptionGroup var filter: CaseFilterOptions

  /// Where it goes.
  @OptionGroup var file: OutputFile

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Writes the server's CSV, byte by byte, to a file or to standard output.
  ///
  /// - Throws: `cli.fault.unwritable-file`.
  func perform(at desk: Desk) async throws {
    let answer = try await desk.client.ask(.get(["exports", "cases.csv"], filter.query()))
    try file.write(answer.bytes, at: desk)
  }
}

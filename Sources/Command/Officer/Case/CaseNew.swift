import ArgumentParser
import Casework

/// Logs a case file.
struct CaseNew: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("new", "case.new")

  /// File of JSON; - is standard input.
  @Option(help: Words.help("cli.case.new.file"))
  var file: String?

  /// What is said of it.
  @OptionGroup var options: CaseFileOptions
  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// - Throws: A `ValidationError` where both a file and options say what the case is.
  func validate() throws {
    if file != nil, options.isGiven { throw ValidationError(Words.text("cli.fault.file-and-options")) }
  }

  /// The number of the new file.
  private struct Logged: Decodable {
    let number: String
  }

  /// Logs the file and prints its number.
  func perform(at desk: Desk) async throws {
    let request = try file.map { try InputFile(path: $0).request(CaseFileRequest.self) } ?? options.request()
    let answer = try await desk.write(["cases"], request, write)
    let logged: Logged = try answer.read()
    try desk.output.show(one: logged, [Column("number", .code, \.number)], json: answer.bytes)
    desk.output.say(Words.text("cli.case.new.done", ["number": logged.number]))
  }
}

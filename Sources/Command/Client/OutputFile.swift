import ArgumentParser
import Foundation

/// Where a command puts the bytes it fetched.
struct OutputFile: ParsableArguments {
  /// File to write; standard output if left out or -.
  @Option(name: .shortAndLong, help: Words.help("cli.options.output"))
  var output: String?

  /// Whether no file was named.
  var isStandardOutput: Bool { output == nil || output == "-" }

  /// Writes the bytes and says where to.
  ///
  /// - Throws: `cli.fault.unwritable-file`.
  func write(_ bytes: Data, at desk: Desk) throws {
    guard let output, output != "-" else { return try StandardStream.output.write(Array(bytes)) }
    try Self.write(bytes, to: output, at: desk)
  }

  /// Writes the bytes to a file that another option names, and says so.
  ///
  /// - Throws: `cli.fault.unwritable-file`.
  static func write(_ bytes: Data, to path: String, at desk: Desk) throws {
    do { try bytes.write(to: URL(fileURLWithPath: path)) } catch {
      throw ClientFault(.internalFault, "unwritable-file", ["file": path])
    }
    desk.output.say(Words.text("cli.options.written", ["file": path]))
  }
}

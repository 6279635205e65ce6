import ArgumentParser
import Foundation
import Handoff

/// The log of an agency: exported, and checked without any server.
struct AuditCommand: ParsableCommand {
  /// Its name and its help.
  static let configuration = Words.configuration(
    "audit", "audit", subcommands: [AuditExportCommand.self, AuditVerify.self, AuditCheckpoint.self])
}

/// Exports the log of the officer's agency.
struct AuditExportCommand: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("export", "audit.export")

  /// Where it goes.
  @OptionGroup var file: OutputFile
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Writes the log.
  func perform(at desk: Desk) async throws {
    try file.write(try await desk.client.ask(.get(["audit", "log"])).bytes, at: desk)
  }
}

/// Prints the latest signed checkpoint of an agency.
struct AuditCheckpoint: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("checkpoint", "audit.checkpoint")

  /// Code of the agency.
  @Argument(help: Words.help("cli.audit.agency"))
  var agency: String

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints it as it was signed.
  func perform(at desk: Desk) async throws {
    let answer = try await desk.client.ask(.get(["audit", "checkpoints", agency]))
    try StandardStream.output.write(Array(answer.bytes))
  }
}

/// Checks an exported log.
struct AuditVerify: ParsableCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("verify", "audit.verify")

  /// The exported log.
  @Argument(help: Words.help("cli.audit.file"))
  var file: String

  /// Files with the public keys that are trusted.
  @Option(name: .customLong("key"), help: Words.help("cli.audit.key"))
  var keys: [String] = []

  func run() throws {
    var holds = true
    try Exit.reportingAtOnce {
      let trusted = try keys.map { try PublicKeyFile(path: $0).key() }
      let data: Data
      do { data = try Data(contentsOf: URL(filePath: file), options: .alwaysMapped) } catch {
        throw ClientFault(.notFound, "file", ["file": file])
      }
      do {
        let finding = try data.withUnsafeBytes { try AuditExport.verify($0, trusted: trusted) }
        StandardStream.say(
          Words.text(
            "cli.audit.holds",
            [
              "log": finding.origin, "size": String(finding.size), "signers": finding.signers.joined(separator: "、"),
            ]))
        if trusted.isEmpty { StandardStream.say(Words.text("cli.audit.untrusted")) }
      } catch let fault as AuditExport.Fault {
        holds = false
        let sentence = Words.text("refusals.\(fault.rawValue)")
        StandardStream.say("ipcase: \(Words.located(sentence, code: fault.rawValue, field: nil).printable)")
      }
    }
    if !holds { throw ExitCode.findings }
  }
}

import ArgumentParser
import Registry

/// `ipcase doctor`: looks for what must not be.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: say("cli.doctor.abstract"), discussion: say("cli.doctor.discussion"))

  @Option(help: help("cli.serve.data")) var data: String?

  func run() async throws {
    let findings = try await Surroundings(directory: data).withDatabase { try await Registry($0).examine() }
    for finding in findings {
      print("\(finding.rule)\t\(finding.number)\t\(say("cli.doctor.rule.\(finding.rule)"))")
    }
    note(
      findings.isEmpty
        ? say("cli.doctor.well", ["rules": String(Registry.doctorRules.count)])
        : say("cli.doctor.findings", ["count": String(findings.count)]))
    if !findings.isEmpty { throw ExitCode(1) }
  }
}

import ArgumentParser
import Law
import Registry

/// `ipcase doctor`: looks for what must not be.
struct DoctorCommand: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: Words.text("cli.doctor.abstract"), discussion: Words.text("cli.doctor.discussion"))

  @Option(help: Words.help("cli.serve.data")) var data: String?

  func perform() async throws {
    let findings = try await Surroundings(directory: data).withDatabase {
      try await Registry($0).examine(now: Instant.clock())
    }
    for finding in findings {
      print("\(finding.rule)\t\(finding.number)\t\(Words.text("cli.doctor.rule.\(finding.rule)"))")
    }
    StandardStream.say(
      findings.isEmpty
        ? Words.text("cli.doctor.well", ["rules": String(Registry.doctorRules.count)])
        : Words.text("cli.doctor.findings", ["count": String(findings.count)]))
    if !findings.isEmpty { throw ExitCode(1) }
  }
}

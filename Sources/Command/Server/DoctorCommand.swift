import ArgumentParser
import Law
import Registry
import Reports

/// `ipcase doctor`: looks for what must not be.
struct DoctorCommand: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: Words.text("cli.doctor.abstract"), discussion: Words.text("cli.doctor.discussion"))

  @Option(help: Words.help("cli.serve.data")) var data: String?

  func perform() async throws {
    let (findings, counts, sums) = try await Surroundings(directory: data).withDatabase {
      let registry = Registry($0)
      let findings = try await registry.examine(now: Instant.clock())
      return (findings, try await registry.recount(), try await registry.brokenSums())
    }
    for difference in counts {
      let numbers = ["counted": String(difference.counted), "kept": String(difference.kept)]
      print(
        "tally\t\(difference.indicator) \(difference.agency) \(difference.month)\t\(Words.text("cli.doctor.tally", numbers))"
      )
    }
    if sums > 0 { print("tally-sum\t\(sums)\t\(Words.text("cli.doctor.tally-sum"))") }
    let count = findings.count + counts.count + (sums > 0 ? 1 : 0)
    for finding in findings {
      print("\(finding.rule)\t\(finding.number)\t\(Words.text("cli.doctor.rule.\(finding.rule)"))")
    }
    StandardStream.say(
      count == 0
        ? Words.text("cli.doctor.well", ["rules": String(Registry.doctorRules.count + 2)])
        : Words.text("cli.doctor.findings", ["count": String(count)]))
    if count > 0 { throw ExitCode(1) }
  }
}

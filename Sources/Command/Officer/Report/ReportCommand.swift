import ArgumentParser

/// Reports.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = Words.configuration("report", "report", subcommands: [ReportRun.self])
}

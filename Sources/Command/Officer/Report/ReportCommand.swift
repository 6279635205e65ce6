import ArgumentParser

/// Reports.
struct ReportCommand: AsyncParsableCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("report", "report", subcommands: [ReportRun.self])
}

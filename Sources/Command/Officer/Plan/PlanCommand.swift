import ArgumentParser
import Casework
import Foundation

/// The district's plan.
struct PlanCommand: AsyncParsableCommand {
  /// Its name and its help.
  static let configuration = Words.configuration(
    "plan", "plan",
    subcommands: [PlanShow.self, PlanReport.self, PlanMeasure.self, PlanSelfAssessment.self])
}

/// Shows the tasks of the plan, or its targets.
struct PlanShow: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("show", "plan.show")

  /// The targets rather than the tasks.
  @Flag(help: Words.help("cli.plan.show.targets")) var targets = false
  /// Only what tells of that year.
  @Option(help: Words.help("cli.plan.show.year")) var year: Int?
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints the list.
  func perform(at desk: Desk) async throws {
    async let names = desk.agencyNames()
    let query = [(name: "year", value: year.map { String($0) })]
    if targets {
      let answer = try await desk.client.ask(.get(["plan", "targets"], query))
      let list: PlanTargetsAnswer = try answer.read()
      try desk.output.show(list.targets, PlanTargetAnswer.columns, json: answer.bytes)
    } else {
      let answer = try await desk.client.ask(.get(["plan", "tasks"], query))
      let list: PlanTasksAnswer = try answer.read()
      try desk.output.show(list.tasks, PlanTaskAnswer.columns(try await names), json: answer.bytes)
    }
  }
}

/// Reports what the officer's agency did for a task of the plan.
struct PlanReport: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("progress", "plan.progress")

  /// Number of the task.
  @Argument(help: Words.help("cli.plan.progress.task")) var task: Int
  /// The year, month or day of which it tells.
  @Option(help: Words.help("cli.plan.progress.period")) var period: String
  /// What was done.
  @Option(help: Words.help("cli.plan.progress.text")) var text: String
  /// How far the agency is.
  @Option(help: Words.help("cli.plan.progress.percent")) var percent: String?
  /// The papers and figures that show it.
  @Option(help: Words.help("cli.plan.progress.evidence")) var evidence: String?
  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Reports, and says so.
  func perform(at desk: Desk) async throws {
    let request = PlanProgressRequest(
      task: task, period: try When(period, of: "period"), text: try Prose(text, of: "text"),
      percent: try Percent.optional(percent, of: "percent"), evidence: try Prose.optional(evidence, of: "evidence"))
    let answer = try await desk.write(["plan", "progress"], request, write)
    try desk.report(answer, Words.text("cli.plan.progress.done", ["task": String(task)]))
  }
}

/// Records a figure for a target of the plan.
struct PlanMeasure: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("measure", "plan.measure")

  /// Key of the target.
  @Argument(help: Words.help("cli.plan.measure.target")) var target: String
  /// The year or day for which it holds.
  @Option(help: Words.help("cli.plan.measure.as-of")) var asOf: String
  /// The figure.
  @Option(help: Words.help("cli.plan.measure.value")) var value: String
  /// Where it comes from.
  @Option(help: Words.help("cli.plan.measure.source")) var source: String
  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Records, and says so.
  func perform(at desk: Desk) async throws {
    let request = PlanMeasurementRequest(
      target: try Line(target, of: "target"), asOf: try When(asOf, of: "asOf"), value: try Quantity(value, of: "value"),
      source: try Line(source, of: "source"))
    let answer = try await desk.write(["plan", "measurements"], request, write)
    try desk.report(answer, Words.text("cli.plan.measure.done", ["target": target]))
  }
}

/// Exports the self-assessment of a year.
struct PlanSelfAssessment: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("self-assessment", "plan.self-assessment")

  /// The year.
  @Option(help: Words.help("cli.plan.self-assessment.year")) var year: Int
  /// Where it goes.
  @OptionGroup var file: OutputFile
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Writes what the server sent, byte by byte: a spreadsheet if CSV is asked for, else JSON.
  ///
  /// - Throws: `cli.fault.unwritable-file`.
  func perform(at desk: Desk) async throws {
    let isCSV = desk.output.format == .csv
    let answer = try await desk.client.ask(
      .get(["plan", "self-assessment"], [("year", String(year)), ("format", isCSV ? "csv" : "json")]))
    if file.isStandardOutput, !isCSV { return try desk.output.json(answer.bytes) }
    try file.write(answer.bytes, at: desk)
  }
}

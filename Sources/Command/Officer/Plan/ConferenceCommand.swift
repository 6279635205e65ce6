import ArgumentParser
import Casework

extension ConferenceTask.Act: ExpressibleByArgument {}

/// Tasks of the joint conference.
struct ConferenceCommand: AsyncParsableCommand {
  /// Its name and its help.
  static let configuration = Words.configuration(
    "conference", "conference", subcommands: [ConferenceList.self, ConferenceNew.self, ConferenceAct.self])
}

/// Lists tasks of the joint conference, latest meeting first.
struct ConferenceList: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("list", "conference.list")

  /// Also those that are over.
  @Flag(help: Words.help("cli.conference.list.all")) var all = false
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints the list.
  func perform(at desk: Desk) async throws {
    async let names = desk.agencyNames()
    let answer = try await desk.client.ask(.get(["conference-tasks"], [("open", all ? "false" : "true")]))
    let list: ConferenceTasksAnswer = try answer.read()
    try desk.output.show(list.tasks, ConferenceTaskAnswer.columns(try await names), json: answer.bytes)
  }
}

/// Puts down a task of the joint conference.
struct ConferenceNew: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("new", "conference.new")

  /// The day of the meeting.
  @Option(help: Words.help("cli.conference.new.meeting-on")) var meetingOn: String
  /// What it is about.
  @Option(help: Words.help("cli.conference.new.subject")) var subject: String
  /// What is to be done.
  @Option(help: Words.help("cli.conference.new.demand")) var demand: String
  /// The last day.
  @Option(help: Words.help("cli.conference.new.due-on")) var dueOn: String
  /// The agency that leads.
  @Option(help: Words.help("cli.conference.new.lead")) var lead: String?
  /// An agency that takes part; may be given again.
  @Option(help: Words.help("cli.conference.new.participant")) var participant: [String] = []
  /// Number of the task of the plan.
  @Option(help: Words.help("cli.conference.new.plan-task")) var planTask: Int?
  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Puts it down, and says so.
  func perform(at desk: Desk) async throws {
    let request = ConferenceTaskRequest(
      meetingOn: try When(meetingOn, of: "meetingOn"), subject: try Line(subject, of: "subject"),
      demand: try Prose(demand, of: "demand"), planTask: planTask, lead: try AgencyCode.optional(lead, of: "lead"),
      participants: try participant.map { try AgencyCode($0, of: "participants") },
      dueOn: try When(dueOn, of: "dueOn"))
    let answer = try await desk.write(["conference-tasks"], request, write)
    let put: RecordedAnswer = try answer.read()
    try desk.report(answer, Words.text("cli.conference.new.done", ["id": String(put.id)]))
  }
}

/// Answers a task of the joint conference, or judges the answer.
struct ConferenceAct: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("act", "conference.act")

  /// Key of the task.
  @Argument(help: Words.help("cli.conference.act.id")) var id: Int64
  /// What is done with it.
  @Argument(help: Words.help("cli.conference.act.act")) var act: ConferenceTask.Act
  /// The answer, or the reason.
  @Option(help: Words.help("cli.conference.act.text")) var text: String?
  /// The new last day.
  @Option(help: Words.help("cli.conference.act.due-on")) var dueOn: String?
  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Does it, and says so.
  func perform(at desk: Desk) async throws {
    let request = ConferenceActRequest(
      act: act, text: try Prose.optional(text, of: "text"), dueOn: try When.optional(dueOn, of: "dueOn"))
    let answer = try await desk.write(["conference-tasks", String(id), "acts"], request, write)
    try desk.report(answer, Words.text("cli.conference.act.done", ["id": String(id)]))
  }
}

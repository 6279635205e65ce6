import ArgumentParser
import Casework

/// Does an act of a proceeding, or lists those that are allowed now.
struct ActCommand: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("act", "act")

  /// Number of the case file.
  @Argument(help: Words.help("cli.act.number"))
  var number: String

  /// The act, such as verify or file.
  @Argument(help: Words.help("cli.act.act"))
  var act: String?

  /// Id of the proceeding; not needed where only one allows the act.
  @Option(help: Words.help("cli.act.proceeding"))
  var proceeding: Int64?

  /// List what is allowed now.
  @Flag(help: Words.help("cli.act.list"))
  var list = false

  /// What is said of it.
  @OptionGroup var options: ActOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Reads the case file, then lists or acts.
  func perform(at desk: Desk) async throws {
    let number = try CaseNumber(number, of: "number")
    let request = try act.map { try options.request($0, today: desk.today) }
    let file: ShownCaseFile = try await desk.client.ask(.get(["cases", number.wire])).read()
    guard let request, !list else { return try await show(file, at: desk) }
    let chosen = try choose(request.act, among: file.body.proceedings)
    try await desk.act(request, in: chosen, options.write)
  }

  private func show(_ file: ShownCaseFile, at desk: Desk) async throws {
    let names = try await desk.agencyNames()
    let proceedings = file.body.proceedings.filter { proceeding == nil || $0.id == proceeding }
    guard !proceedings.isEmpty else { throw Refusal(.notFound, "proceeding.unknown") }
    try AllowedActs(number: file.head.number, revision: file.head.revision, proceedings: proceedings)
      .print(on: desk.output, names)
  }

  /// The proceeding that is meant: the one named; else the only one that allows the act now; else the latest that has
  /// such an act at all, so that the server says why it cannot be done, or that it has been done before.
  private func choose(_ act: String, among proceedings: [ShownProceeding]) throws -> Int64 {
    if let proceeding { return proceeding }
    let allowing = proceedings.filter { $0.allowed.contains { $0.act == act } }
    if allowing.count > 1 {
      throw ClientFault(
        .usage, "proceeding-needed",
        ["act": act, "proceedings": allowing.map { "\($0.id) (\($0.kind))" }.joined(separator: ", ")])
    }
    if let only = allowing.first { return only.id }
    let having = proceedings.filter { proceeding in
      ProceedingKind(rawValue: proceeding.kind)?.procedure?.rules.contains { $0.act == act } ?? false
    }
    if let latest = having.map(\.id).max() { return latest }
    let acts = proceedings.flatMap { $0.allowed.map(\.act) }
    throw ClientFault(.invalid, acts.isEmpty ? "no-act" : "act", ["act": act, "acts": acts.joined(separator: ", ")])
  }
}

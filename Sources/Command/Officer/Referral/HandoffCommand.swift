import ArgumentParser
import Casework

/// The board of handoffs, and one of them step by step.
struct HandoffCommand: ParsableCommand {
  /// Its name and its help.
  static let configuration = Words.configuration(
    "handoff", "handoff", subcommands: [HandoffBoard.self, HandoffLadder.self], defaultSubcommand: HandoffBoard.self)
}

/// Lists what the officer's agency and others have between them.
struct HandoffBoard: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("board", "handoff.board")

  /// Only what is overdue.
  @Flag(help: Words.help("cli.handoff.overdue"))
  var overdue = false

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints the list.
  ///
  /// - Throws: `ExitCode.findings` if only the overdue were asked for and there are any.
  func perform(at desk: Desk) async throws {
    async let names = desk.agencyNames()
    let answer = try await desk.client.ask(.get(["handoffs"]))
    let list: HandoffsAnswer = try answer.read()
    let shown = list.handoffs.filter { !overdue || $0.overdue }
    try desk.output.show(shown, HandoffsAnswer.Handoff.columns(await names), json: answer.bytes)
    if overdue && !shown.isEmpty { throw ExitCode.findings }
  }
}

/// Shows a handoff step by step.
struct HandoffLadder: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("ladder", "handoff.ladder")

  /// Key of the proceeding.
  @Argument(help: Words.help("cli.handoff.id"))
  var id: Int64

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints the steps.
  func perform(at desk: Desk) async throws {
    async let names = desk.agencyNames()
    let answer = try await desk.client.ask(.get(["proceedings", String(id), "ladder"]))
    let ladder: LadderAnswer = try answer.read()
    try desk.output.show(ladder.rungs, LadderAnswer.Rung.columns(ladder.kind, await names), json: answer.bytes)
  }
}

/// The board of handoffs.
struct HandoffsAnswer: Decodable, Sendable {
  /// Those due first.
  let handoffs: [Handoff]

  /// A handoff.
  struct Handoff: Decodable, Sendable {
    /// Key of the proceeding.
    let id: Int64
    /// Which procedure.
    let kind: String
    /// Number of the case file.
    let number: String
    /// The agency that sends.
    let sender: String
    /// The agency that is to answer.
    let receiver: String
    /// Code of the state.
    let state: String
    /// Where it stands on the agency's own board.
    let group: String?
    /// Hours left, negative once it is over.
    let hoursLeft: Int?
    /// Whether it is over.
    let overdue: Bool

    /// What the list shows.
    static func columns(_ names: AgencyNames) -> [Column<Handoff>] {
      [
        Column("id", .number) { String($0.id) }, Column("number", .code, \.number),
        Column("kind", .code, \.kind, words: { Words.text("proceeding.\($0.kind)", or: $0.kind) }),
        Column("state", .code, \.state, words: { Words.state($0.state, of: $0.kind) }),
        Column("sendingAgency", .text, \.sender, words: { names[$0.sender] }),
        Column("receivingAgency", .text, \.receiver, words: { names[$0.receiver] }),
        Column(
          "group", .code, { $0.group ?? "" },
          words: { handoff in
            handoff.group.map { Words.text("pages.handoffs.group.\($0)", or: $0) } ?? ""
          }),
        Column("hoursLeft", .number) { $0.hoursLeft.map(String.init) ?? "" },
        Column(wireOnly: "overdue") { String($0.overdue) },
      ]
    }
  }
}

/// A handoff step by step.
struct LadderAnswer: Decodable, Sendable {
  /// Which procedure.
  let kind: String
  /// The steps.
  let rungs: [Rung]

  /// A step.
  struct Rung: Decodable, Sendable {
    /// Which act.
    let act: String
    /// When; `nil` for one to come.
    let happenedOn: String?
    /// The agency that took it, or is to.
    let agency: String?
    /// Who took it.
    let officer: String?
    /// Whether it was taken.
    let done: Bool

    /// What the list shows.
    static func columns(_ kind: String, _ names: AgencyNames) -> [Column<Rung>] {
      [
        Column(
          "happenedOn", .code, { $0.happenedOn ?? "" },
          words: { rung in
            rung.happenedOn ?? (rung.done ? "" : Words.text("pages.handoffs.to-come"))
          }),
        Column("act", .text, \.act, words: { Words.act($0.act, of: kind) }),
        Column("agency", .text, { $0.agency ?? "" }, words: { $0.agency.map { names[$0] } ?? "" }),
        Column("officer", .code) { $0.officer ?? "" }, Column(wireOnly: "done") { String($0.done) },
      ]
    }
  }
}

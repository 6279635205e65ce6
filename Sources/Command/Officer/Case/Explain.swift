import ArgumentParser
import Casework
import Law

/// Explains a case file: its state, how it got there, who must act by when, what blocks it, what others owe.
struct Explain: OfficerCommand {
  static let configuration = Words.configuration("explain", "explain")

  /// Number of the case file.
  @Argument(help: Words.help("cli.case.show.number")) var number: String
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  func perform(at desk: Desk) async throws {
    let number = try CaseNumber(number, of: "number")
    let answer = try await desk.client.ask(.get(["cases", number.wire, "explanation"]))
    if desk.output.format == .json { return try desk.output.json(answer.bytes) }
    let explanation: ExplanationAnswer = try answer.read()
    try desk.output.lines(["\(explanation.number) \(explanation.summary)".printable])
    for section in explanation.sections {
      try desk.output.lines(["", section.title.printable] + section.lines.map { "  \($0)".printable })
    }
  }
}

/// What the server explains.
struct ExplanationAnswer: Decodable {
  struct Section: Decodable {
    let title: String
    let lines: [String]
  }

  let number: String
  let summary: String
  let sections: [Section]
}

/// Time limits of case files.
struct ClockCommand: AsyncParsableCommand {
  static let configuration = Words.configuration("clock", "clock", subcommands: [ClockExplain.self])
}

/// Shows the time limits of a case file, day by day.
struct ClockExplain: OfficerCommand {
  static let configuration = Words.configuration("explain", "clock.explain")

  /// Number of the case file.
  @Argument(help: Words.help("cli.case.show.number")) var number: String
  /// Only the clock of this rule, with its ledger.
  @Option(help: Words.help("cli.clock.explain.rule")) var rule: String?
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  func perform(at desk: Desk) async throws {
    let number = try CaseNumber(number, of: "number")
    let answer = try await desk.client.ask(.get(["cases", number.wire, "clocks"]))
    if desk.output.format == .json, rule == nil { return try desk.output.json(answer.bytes) }
    let all: ClocksAnswer = try answer.read()
    guard let rule else {
      return try desk.output.show(all.clocks, Self.columns(try await desk.agencyNames()), json: answer.bytes)
    }
    guard let clock = all.clocks.first(where: { $0.rule == rule }), let why = clock.why else {
      throw ClientFault(.notFound, "no-clock", ["number": number.wire, "rule": rule])
    }
    try why.print(on: desk.output)
  }

  private static func columns(_ names: AgencyNames) -> [Column<ClockAnswer>] {
    [
      Column("rule", .code, \.rule), Column("name", .text, { $0.name?.words ?? "" }),
      Column("state", .code, \.state, words: { Words.text("law.clock.\($0.state)", or: $0.state) }),
      Column("due", .code, { $0.due ?? "" }),
      Column(
        "agency", .text, { $0.agency ?? "" },
        words: { clock in
          clock.agency.map { names[$0] } ?? Words.text("law.liable.party")
        }),
      Column(
        "citations", .text, { ($0.why?.citations ?? []).map(\.key).joined(separator: " ") },
        words: { clock in
          (clock.why?.citations ?? []).map(\.words).joined(separator: "；")
        }),
    ]
  }
}

/// The clocks of a case file.
struct ClocksAnswer: Decodable { let clocks: [ClockAnswer] }

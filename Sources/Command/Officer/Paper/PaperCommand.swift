import ArgumentParser
import Foundation

/// The papers of case files.
struct PaperCommand: ParsableCommand {
  /// Its name and its help.
  static let configuration = Words.configuration(
    "paper", "paper", subcommands: [PaperList.self, PaperDraft.self, PaperIssue.self, PaperGet.self])
}

/// Lists the papers that can be made in a case file, or those that were issued.
struct PaperList: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("list", "paper.list")

  /// Number of the case file.
  @Argument(help: Words.help("cli.act.number"))
  var number: String

  /// Those that were issued.
  @Flag(help: Words.help("cli.paper.issued"))
  var issued = false

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints the list.
  func perform(at desk: Desk) async throws {
    let answer = try await desk.client.ask(.get(["cases", number, "papers"]))
    let papers: PapersAnswer = try answer.read()
    if issued {
      try desk.output.show(papers.issued, PapersAnswer.Issued.columns, json: answer.bytes)
    } else {
      try desk.output.show(papers.possible, PapersAnswer.Possible.columns, json: answer.bytes)
    }
  }
}

/// Prints a paper as it would be now, marked as a draft.
struct PaperDraft: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("draft", "paper.draft")

  /// Which paper.
  @OptionGroup var paper: PaperOptions
  /// Where it goes.
  @OptionGroup var file: OutputFile
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Writes the PDF.
  func perform(at desk: Desk) async throws {
    let proceeding = try await paper.possible(at: desk).proceeding
    let path = ["cases", paper.number, "papers", String(proceeding), paper.template]
    try file.write(try await desk.client.ask(.get(path)).bytes, at: desk)
  }
}

/// Issues a paper.
struct PaperIssue: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("issue", "paper.issue")

  /// Which paper.
  @OptionGroup var paper: PaperOptions

  /// What the paper asks for, as name=value (may be repeated).
  @Option(name: .customLong("ask"), help: Words.help("cli.paper.ask"))
  var asked: [String] = []

  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  private struct Asked: Encodable {
    let template: String
    let proceeding: Int64
    let asked: [String: String]
  }

  /// Issues it and prints what was kept.
  func perform(at desk: Desk) async throws {
    let values = try asked.map { pair -> (String, String) in
      guard let split = pair.firstIndex(of: "="), split > pair.startIndex else {
        throw ClientFault(.usage, "fact", ["fact": pair])
      }
      return (String(pair[..<split]), String(pair[pair.index(after: split)...]))
    }
    let request = Asked(
      template: paper.template, proceeding: try await paper.possible(at: desk).proceeding,
      asked: Dictionary(values) { $1 })
    let answer = try await desk.write(["cases", paper.number, "papers"], request, write)
    try desk.output.show(one: answer.read(), PapersAnswer.Issued.columns, json: answer.bytes)
  }
}

/// Fetches a paper that was issued.
struct PaperGet: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("get", "paper.get")

  /// Key of the paper.
  @Argument(help: Words.help("cli.paper.id"))
  var id: Int64

  /// Where it goes.
  @OptionGroup var file: OutputFile
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Writes the PDF.
  func perform(at desk: Desk) async throws {
    try file.write(try await desk.client.ask(.get(["papers", String(id)])).bytes, at: desk)
  }
}

/// Which paper: the case file, the template, and the proceeding where several have it.
struct PaperOptions: ParsableArguments {
  /// Number of the case file.
  @Argument(help: Words.help("cli.act.number"))
  var number: String

  /// Key of the template.
  @Argument(help: Words.help("cli.paper.template"))
  var template: String

  /// The proceeding (default: the latest that has the paper).
  @Option(help: Words.help("cli.paper.proceeding"))
  var proceeding: Int64?

  /// The paper as the server offers it.
  ///
  /// - Throws: `cli.fault.paper`.
  func possible(at desk: Desk) async throws -> PapersAnswer.Possible {
    let papers: PapersAnswer = try await desk.client.ask(.get(["cases", number, "papers"])).read()
    let fitting = papers.possible.filter {
      $0.template == template && (proceeding == nil || $0.proceeding == proceeding)
    }
    guard let paper = fitting.last else { throw ClientFault(.notFound, "paper", ["paper": template]) }
    return paper
  }
}

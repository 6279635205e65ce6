import ArgumentParser
import Foundation

/// What two instances say of the packages between them.
struct ExchangeCommand: ParsableCommand {
  /// Its name and its help.
  static let configuration = Words.configuration(
    "exchange", "exchange", subcommands: [ExchangeWrite.self, ExchangeCompare.self, ExchangeList.self])
}

/// Writes the agency's own signed statement for another.
struct ExchangeWrite: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("write", "exchange.write")

  /// Code of the other agency.
  @Argument(help: Words.help("cli.audit.agency"))
  var agency: String

  /// Where it goes.
  @OptionGroup var file: OutputFile
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Writes the line.
  func perform(at desk: Desk) async throws {
    try file.write(try await desk.client.ask(.get(["exchanges", agency])).bytes, at: desk)
  }
}

/// Compares the other agency's statement with what is on record here.
struct ExchangeCompare: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("compare", "exchange.compare")

  /// The statement; - is standard input.
  @Argument(help: Words.help("cli.exchange.file"))
  var file: String

  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints what was compared.
  ///
  /// - Throws: `ExitCode.findings` where a day differs.
  func perform(at desk: Desk) async throws {
    let line = String(decoding: try InputFile(path: file).bytes(), as: UTF8.self)
    let answer = try await desk.write(["exchanges"], ["statement": line], write)
    try ComparisonAnswer.show(answer, at: desk)
  }
}

/// Lists what was compared, differences first.
struct ExchangeList: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("list", "exchange.list")

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints what was compared.
  ///
  /// - Throws: `ExitCode.findings` where a day differs.
  func perform(at desk: Desk) async throws {
    try ComparisonAnswer.show(try await desk.client.ask(.get(["exchanges"])), at: desk)
  }
}

/// What two sides say of a day.
struct ComparisonAnswer: Decodable, Sendable {
  /// Code of the other agency.
  let other: String
  /// The day of sealing.
  let day: String
  /// Whether the packages went to it.
  let sent: Bool
  /// How many by our own record.
  let own: Int
  /// How many by theirs.
  let theirs: Int
  /// Whether both mean the same packages.
  let same: Bool

  private struct List: Decodable {
    let comparisons: [ComparisonAnswer]
  }

  /// Prints a list of them.
  static func show(_ answer: Answer, at desk: Desk) throws {
    let list: List = try answer.read()
    let columns: [Column<ComparisonAnswer>] = [
      Column("day", .code, \.day), Column("other", .code, \.other),
      Column(
        "sent", .code, { String($0.sent) }, words: { Words.text("cli.exchange.\($0.sent ? "sent" : "received")") }),
      Column("own", .number) { String($0.own) }, Column("theirs", .number) { String($0.theirs) },
      Column("same", .code, { String($0.same) }, words: { Words.text("cli.exchange.\($0.same ? "same" : "differs")") }),
    ]
    try desk.output.show(list.comparisons, columns, json: answer.bytes)
    if list.comparisons.contains(where: { !$0.same }) { throw ExitCode.findings }
  }
}

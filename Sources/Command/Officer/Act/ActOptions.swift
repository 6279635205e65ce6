import ArgumentParser
import Casework
import Law

/// How an act is said: when it happened, its facts, and what the officer had before them.
struct ActOptions: ParsableArguments {
  /// When it happened (default: today).
  @Option(help: Words.help("cli.act.on"))
  var on: String?

  /// A fact as name=value (may be repeated).
  @Option(name: .customLong("fact"), help: Words.help("cli.act.fact"))
  var facts: [String] = []

  /// Number of docket entries you saw; refused if the file has changed since.
  @Option(help: Words.help("cli.act.revision"))
  var revision: Int?

  /// What makes it happen once.
  @OptionGroup var write: WriteOptions

  /// The request for `act`; without `--on` it happened `today`.
  ///
  /// - Parameter more: Facts given by options of their own; those left out are absent.
  /// - Throws: `cli.fault.fact`, `cli.fault.fact-twice`, `date.unreadable`.
  func request(_ act: String, today: Day, more: [String: String?] = [:]) throws -> ActRequest {
    let given = try Self.facts(facts, more)
    let happenedOn = try When.optional(on, of: "happenedOn") ?? When(PartialDay(today))
    return ActRequest(act: act, happenedOn: happenedOn, facts: given.isEmpty ? nil : given, revision: revision)
  }

  /// Facts written as `name=value`, each once, beside those given by options of their own.
  ///
  /// - Throws: `cli.fault.fact`, `cli.fault.fact-twice`.
  static func facts(_ written: [String], _ more: [String: String?] = [:]) throws -> [String: String] {
    var given = more.compactMapValues { $0 }
    for fact in written {
      let halves = fact.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, !halves[0].isEmpty else { throw ClientFault(.usage, "fact", ["fact": fact]) }
      let name = String(Substring(halves[0]))
      guard given.updateValue(String(Substring(halves[1])), forKey: name) == nil else {
        throw ClientFault(.usage, "fact-twice", ["fact": name])
      }
    }
    return given
  }
}

extension Desk {
  /// Has an act done in a proceeding and prints the entry that records it.
  func act(_ request: ActRequest, in proceeding: Int64, _ options: WriteOptions) async throws {
    async let names = agencyNames()
    let answer = try await write(["proceedings", String(proceeding), "acts"], request, options)
    let entry: EntryAnswer = try answer.read()
    for warning in entry.warnings ?? [] { output.say(warning.printable) }
    try output.show(one: entry, EntryAnswer.columns(await names), json: answer.bytes)
  }
}

import ArgumentParser

/// The evidence of case files.
struct EvidenceCommand: ParsableCommand {
  /// Its name and its help.
  static let configuration = Words.configuration(
    "evidence", "evidence",
    subcommands: [EvidenceList.self, EvidenceAdd.self, EvidencePass.self, EvidenceGet.self])
}

/// Lists the evidence of a case file.
struct EvidenceList: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("list", "evidence.list")

  /// Number of the case file.
  @Argument(help: Words.help("cli.act.number"))
  var number: String

  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Prints the list.
  func perform(at desk: Desk) async throws {
    let answer = try await desk.client.ask(.get(["cases", number, "evidence"]))
    let list: EvidenceListAnswer = try answer.read()
    try desk.output.show(list.evidence, EvidenceAnswer.columns, json: answer.bytes)
  }
}

/// Adds an item of evidence.
struct EvidenceAdd: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("add", "evidence.add")

  /// Number of the case file.
  @Argument(help: Words.help("cli.act.number"))
  var number: String

  /// Its file; left out for a thing without one.
  @Argument(help: Words.help("cli.evidence.file"))
  var file: String?

  /// What it is.
  @Option(help: Words.help("cli.evidence.name"))
  var name: String

  /// Kind of evidence.
  @Option(help: Words.help("cli.evidence.kind"))
  var kind: String

  /// Who keeps it, and how sealed.
  @OptionGroup var keeping: KeepingOptions
  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Sends the file and prints the item.
  func perform(at desk: Desk) async throws {
    var call = Call(
      method: "POST", path: ["cases", number, "evidence"],
      query: [
        ("name", name), ("kind", kind), ("holder", keeping.holder), ("since", keeping.since), ("seal", keeping.seal),
      ],
      body: try file.map { try InputFile(path: $0).bytes() }, contentType: "application/octet-stream",
      idempotencyKey: write.key())
    call.patience = 600
    let answer = try await desk.client.ask(call)
    try desk.output.show(one: answer.read(), EvidenceAnswer.columns, json: answer.bytes)
  }
}

/// Records that an item changed hands.
struct EvidencePass: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("pass", "evidence.pass")

  /// Key of the item.
  @Argument(help: Words.help("cli.evidence.id"))
  var id: Int64

  /// Who keeps it now, and how sealed.
  @OptionGroup var keeping: KeepingOptions
  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  private struct Asked: Encodable {
    let holder: String
    let since: String
    let seal: String?
  }

  /// Records it and prints the item.
  func perform(at desk: Desk) async throws {
    let asked = Asked(
      holder: keeping.holder, since: keeping.since ?? desk.today.description, seal: keeping.seal)
    let answer = try await desk.write(["evidence", String(id), "custody"], asked, write)
    try desk.output.show(one: answer.read(), EvidenceAnswer.columns, json: answer.bytes)
  }
}

/// Fetches the file of an item.
struct EvidenceGet: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("get", "evidence.get")

  /// Key of the item.
  @Argument(help: Words.help("cli.evidence.id"))
  var id: Int64

  /// Where it goes.
  @OptionGroup var file: OutputFile
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Writes the file.
  func perform(at desk: Desk) async throws {
    try file.write(try await desk.client.ask(.get(["evidence", String(id), "file"])).bytes, at: desk)
  }
}

/// Who keeps an item of evidence, since when, sealed how.
struct KeepingOptions: ParsableArguments {
  /// Who, and where.
  @Option(help: Words.help("cli.evidence.holder"))
  var holder: String

  /// Since which day (default: today).
  @Option(help: Words.help("cli.evidence.since"))
  var since: String?

  /// How sealed.
  @Option(help: Words.help("cli.evidence.seal"))
  var seal: String?
}

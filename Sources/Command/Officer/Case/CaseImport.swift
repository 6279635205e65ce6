import ArgumentParser
import Casework
import Foundation

/// Imports a register of cases from a file of comma-separated values.
struct CaseImport: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("import", "case.import")

  /// File of CSV; - is standard input.
  @Argument(help: Words.help("cli.case.import.file"))
  var file: String

  /// Only rehearse: keep nothing.
  @Flag(help: Words.help("cli.case.import.dry-run"))
  var dryRun = false

  /// The source, whose columns are remembered.
  @Option(help: Words.help("cli.case.import.source"))
  var source: String?

  /// What a column of the source is: heading=column; nothing behind the sign passes it over.
  @Option(name: .customLong("map"), help: Words.help("cli.case.import.map"))
  var maps: [String] = []

  /// The sheet of a workbook.
  @Option(help: Words.help("cli.case.import.sheet"))
  var sheet: String?

  /// A workbook with what is wrong marked, to be written in place of an import.
  @Option(help: Words.help("cli.case.import.marked"))
  var marked: String?

  /// What makes it happen once.
  @OptionGroup var write: WriteOptions
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  /// Sends the file, moves a bar while the server works, prints each rejected line and the sums.
  ///
  /// - Throws: `ExitCode.findings` if a line was rejected; `cli.fault.broken` if the server broke off.
  func perform(at desk: Desk) async throws {
    let input = InputFile(path: file)
    if !maps.isEmpty { try await remember(at: desk) }
    if let marked { return try await mark(input, into: marked, at: desk) }
    var call = Call(
      method: "POST", path: ["imports"],

      query: [("dryRun", dryRun ? "true" : nil), ("fileName", input.name), ("source", source), ("sheet", sheet)],
      body: try input.bytes(), contentType: "application/octet-stream", idempotencyKey: write.key())
    call.patience = 600
    var record = ImportRecord(output: desk.output)
    defer { record.bar.clear() }
    try await desk.client.ask(call) { line in try record.take(line) }
    record.bar.clear()
    if try record.close() > 0 { throw ExitCode.findings }
  }

  /// Remembers what the columns of the source are.
  private func remember(at desk: Desk) async throws {
    guard let source else { throw ClientFault(.usage, "option-missing", ["option": "--source"]) }
    var columns: [String: String?] = [:]
    for map in maps {
      let halves = map.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard halves.count == 2 else { throw ClientFault(.usage, "fact", ["fact": map]) }
      columns.updateValue(halves[1].isEmpty ? nil : halves[1], forKey: halves[0])
    }
    _ = try await desk.write(["imports", "mappings", source], ["columns": columns], write)
  }

  /// Rehearses, and writes the register with what is wrong marked.
  private func mark(_ input: InputFile, into file: String, at desk: Desk) async throws {
    var call = Call(
      method: "POST", path: ["imports", "marked"],
      query: [("fileName", input.name), ("source", source), ("sheet", sheet)], body: try input.bytes(),
      contentType: "application/octet-stream")
    call.patience = 600
    let book = try await desk.client.ask(call)
    try OutputFile.write(book.bytes, to: file, at: desk)
  }
}

/// Takes an import back.
struct ImportUndo: OfficerCommand {
  /// Its name and its help.
  static let configuration = Words.configuration("import-undo", "case.import-undo")

  /// The batch; without it, the imports are listed.
  @Argument(help: Words.help("cli.case.import-undo.batch"))
  var batch: Int64?
  /// The server, and the form of results.
  @OptionGroup var client: ClientOptions

  private struct List: Decodable {
    let imports: [Batch]
  }

  private struct Batch: Decodable, Sendable {
    let id: Int64
    let fileName: String
    let importedAt: String
    let files: Int
    let undoneAt: String?
  }

  /// Takes it back, or lists what there is.
  func perform(at desk: Desk) async throws {
    if let batch {
      let answer = try await desk.client.ask(Call(method: "POST", path: ["imports", String(batch), "undo"]))
      if desk.output.format == .json { try desk.output.json(answer.bytes) }
      return
    }
    let answer = try await desk.client.ask(.get(["imports"]))
    let list: List = try answer.read()
    try desk.output.show(
      list.imports,
      [
        Column("id", .number) { String($0.id) }, Column("file", .text, \.fileName),
        Column("arrivedAt", .code, \.importedAt, words: { Words.minute($0.importedAt) }),
        Column("cases", .number) { String($0.files) },
        Column("undone", .code) { $0.undoneAt.map { Words.minute($0) } ?? "" },
      ], json: answer.bytes)
  }
}

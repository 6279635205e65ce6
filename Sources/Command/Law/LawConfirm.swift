import ArgumentParser
import Casework
import Law
import Registry

/// Confirms or changes a cell of the law book, on the server.
struct LawConfirm: ServerCommand {
  static let configuration = Words.configuration("confirm", "law.confirm")

  /// The table and the key of the row, such as time_limit P8@2021-07-15.
  @Argument(help: Words.help("cli.law.confirm.table")) var table: String
  @Argument(help: Words.help("cli.law.confirm.row")) var row: String
  /// The column and its new text; absent to confirm the row as it is.
  @Option(help: Words.help("cli.law.confirm.set")) var set: String?
  @Option(help: Words.help("cli.law.confirm.reason")) var reason: String
  @Option(help: Words.help("cli.law.confirm.by")) var by: String
  @Option(help: Words.help("cli.serve.data")) var data: String?

  func perform() async throws {
    let parts = set?.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts?.count ?? 2 == 2 else { throw ValidationError(Words.text("cli.law.confirm.set")) }
    let change = LawChange(
      table: table, row: row, column: parts?[0] ?? "verification", value: parts?[1] ?? "verified")
    let (reason, name) = (try Prose(wire: reason), try Line(wire: by))
    let previous = try await Surroundings(directory: data).withDatabase { database in
      try await Registry(database).change(change, because: reason, by: name, now: Instant.clock())
    }
    StandardStream.say(
      Words.text(
        "cli.law.confirmed",
        ["row": row, "column": change.column, "old": previous ?? "-", "new": change.value]))
  }
}

import ArgumentParser
import Schema

/// A command of the administrator, on the server itself.
protocol ServerCommand: AsyncParsableCommand {
  /// Does what the command says.
  func perform() async throws
}

extension ServerCommand {
  /// Does the work, and puts what goes wrong into a sentence and an exit code.
  mutating func run() async throws {
    let command = self
    try await Exit.reporting {
      do { try await command.perform() } catch let problem as SchemaProblem { throw problem.fault }
    }
  }
}

extension SchemaProblem {
  /// Why the database and this program do not fit each other, for people.
  var fault: ClientFault {
    switch self {
    case .unknownFile(let name): ClientFault(.internalFault, "schema.unknown-file", ["file": name])
    case .behind(let missing): ClientFault(.unavailable, "schema.behind", ["missing": String(missing)])
    case .ahead(let known, let applied):
      ClientFault(.unavailable, "schema.ahead", ["known": String(known), "applied": String(applied)])
    case .altered(let number): ClientFault(.unavailable, "schema.altered", ["number": String(number)])
    }
  }
}

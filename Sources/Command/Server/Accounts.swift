import ArgumentParser
import Casework
import Foundation
import Law
import Registry
import Secrets

/// `ipcase officer`: the accounts, for the administrator on the server.
struct Accounts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "officer", abstract: Words.text("cli.officer.abstract"),
    subcommands: [Add.self, List.self, Reset.self, Certificates.self])

  /// `ipcase officer add`
  struct Add: ServerCommand {
    static let configuration = CommandConfiguration(
      abstract: Words.text("cli.officer.add.abstract"), discussion: Words.text("cli.officer.add.discussion"))

    @Argument(help: Words.help("cli.officer.login")) var login: String
    @Option(help: Words.help("cli.officer.name")) var name: String
    @Option(help: Words.help("cli.officer.agency")) var agency: String
    @Option(name: .customLong("role"), help: Words.help("cli.officer.role")) var roles: [String]
    @Option(help: Words.help("cli.serve.data")) var data: String?

    func perform() async throws {
      let known = try roles.map { text in
        guard let role = Role(rawValue: text) else {
          throw Refusal(
            .malformed, "fact.choice", field: "role",
            ["choices": .text(Role.allCases.map(\.rawValue).joined(separator: ", "))])
        }
        return role
      }
      let request = try OfficerRequest(
        login: login, name: Line(wire: name), agency: AgencyCode(wire: agency), roles: Set(known))
      let hash = try await PasswordHashing(limit: 1).hash(NewPassword.ask())
      _ = try await Surroundings(directory: data).withDatabase { database in
        try await Registry(database).addOfficer(request, passwordHash: hash, now: Instant.clock())
      }
      StandardStream.say(Words.text("cli.officer.added", ["login": login]))
    }
  }

  /// `ipcase officer list`
  struct List: ServerCommand {
    static let configuration = CommandConfiguration(
      abstract: Words.text("cli.officer.list.abstract"), discussion: Words.text("cli.officer.list.discussion"))

    @Option(help: Words.help("cli.serve.data")) var data: String?

    func perform() async throws {
      let officers = try await Surroundings(directory: data).withDatabase { try await Registry($0).officers() }
      let heading = ["login", "agency", "name", "roles"].map { Words.text("cli.officer.column.\($0)") }
      let rows = officers.map { officer, isActive in
        let roles = officer.roles.sorted().map(\.rawValue).joined(separator: " ")
        return [officer.login, officer.agency.rawValue, officer.name, isActive ? roles : "-"]
      }
      let columns = heading.map { Table.Column(heading: $0, alignment: .leading, isFlexible: false) }
      for line in Table(columns: columns, rows: rows).lines(width: nil) { print(line) }
    }
  }

  /// `ipcase officer reset`
  struct Reset: ServerCommand {
    static let configuration = CommandConfiguration(
      abstract: Words.text("cli.officer.reset.abstract"), discussion: Words.text("cli.officer.reset.discussion"))

    @Argument(help: Words.help("cli.officer.login")) var login: String
    @Option(help: Words.help("cli.serve.data")) var data: String?

    func perform() async throws {
      let hash = try await PasswordHashing(limit: 1).hash(NewPassword.ask())
      try await Surroundings(directory: data).withDatabase { database in
        try await Registry(database).resetPassword(login: login, hash: hash, now: Instant.clock())
      }
      StandardStream.say(Words.text("cli.officer.was-reset", ["login": login]))
    }
  }
}

/// A new password, from the terminal without echo or from the first line of standard input.
enum NewPassword {
  /// Scalars that a password needs at least.
  static let least = 8

  /// - Throws: `password.weak`.
  static func ask() throws -> String {
    let password = try Password.read(prompt: Words.text("cli.officer.password"))
    guard password.unicodeScalars.count >= least else {
      throw Refusal(.invalid, "password.weak", field: "password", ["least": .text(String(least))])
    }
    return password
  }
}

import Casework
import Foundation
import Law
import Postgres
import Registry
import Schema
import Secrets

/// The demonstration register: published cases, and two accounts an agency with one password, made for this data
/// directory.
struct Demonstration: Sendable {
  /// The password of every demonstration account.
  let password: String
  /// Every agency, in the order of lists.
  let agencies: [Agency]

  /// Loads what is missing; a second time it changes nothing.
  ///
  /// - Throws: `PostgresError`, `ClientFault`.
  static func load(into administration: Database, _ directory: URL) async throws -> Demonstration {
    let registry = Registry(administration)
    let now = Instant.clock()
    let password = try password(directory)
    let agencies = try await registry.agencies()
    let requests = try agencies.flatMap { try accounts(of: $0) }
    let known = Set(try await registry.officers().map(\.officer.login))
    if requests.contains(where: { !known.contains($0.login) }) {
      let hash = try await PasswordHashing(limit: 1).hash(password)
      try await registry.addMissingOfficers(requests, passwordHash: hash, now: now)
    }
    try await registry.record(agencies.flatMap { try certificates(of: $0) })
    let officer = try await registry.officer(login: "ipb")
    let outcome = try await registry.importRegister(
      RegisterTable(csv: Schema.demonstrationRegister()), fileName: "register.csv", rehearsal: false, isDemo: true,
      by: officer, now: now
    ) { _, _ in }
    if outcome.imported > 0 { StandardStream.say(Words.text("cli.demo.loaded", ["count": String(outcome.imported)])) }
    return Demonstration(password: password, agencies: agencies)
  }

  /// What to tell whoever started the service.
  func announcement(_ address: String) -> String {
    let rows = agencies.map { agency in
      let login = Self.login(agency)
      return [(Words.language == .chinese) ? agency.chinese : agency.english, login, "\(login).head"]
    }
    let heading = [Words.text("cli.demo.agency"), Words.text("cli.demo.officer"), Words.text("cli.demo.head")]
    let columns = heading.map { Table.Column(heading: $0, alignment: .leading, isFlexible: false) }
    let table = Table(columns: columns, rows: rows).lines(width: nil).joined(separator: "\n")
    return [
      "", Words.text("cli.demo.title"), table, Words.text("cli.demo.password", ["password": password]), "",
      Words.text("cli.demo.next", ["address": address, "ipcase": Self.program]),
    ].joined(separator: "\n")
  }

  /// What to type for this program: its name where the shell finds it, else the path it was started by.
  private static var program: String {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let isFound = folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/ipcase") }
    return isFound ? "ipcase" : CommandLine.arguments.first ?? "ipcase"
  }

  private static func accounts(of agency: Agency) throws -> [OfficerRequest] {
    let login = login(agency)
    func account(_ suffix: String, _ title: String, _ roles: Set<Role>) throws -> OfficerRequest {
      try OfficerRequest(
        login: login + suffix, name: Line(wire: Words.text(title, ["agency": agency.chinese])), agency: agency.code,
        roles: roles)
    }
    return [
      try account("", "cli.demo.name-officer", [.clerk, .caseOfficer, .statistician]),
      try account(".head", "cli.demo.name-head", [.head, .reviewer]),
      try account(".deputy", "cli.demo.name-deputy", [.deputyHead]),
    ]
  }

  /// Certificates of two fictional officers of every agency that penalises, and of its account.
  private static func certificates(of agency: Agency) throws -> [Certificate] {
    guard [.enforcement, .customs, .town].contains(agency.kind) else { return [] }
    let names = ["陈志明", "李嘉欣", Words.text("cli.demo.name-officer", ["agency": agency.chinese])]
    guard let first = Day("2022-01-01"), let last = Day("2030-12-31") else { return [] }
    return try names.enumerated().map { index, name in
      Certificate(
        number: try Line(wire: "DEMO-\(agency.code)-\(index + 1)"), agency: agency.code, holder: try Line(wire: name),
        validity: first...last)
    }
  }

  private static func login(_ agency: Agency) -> String { agency.code.rawValue.lowercased() }

  /// The password kept in the data directory, readable by its owner only.
  private static func password(_ directory: URL) throws -> String {
    let file = directory.appending(path: "demo-password")
    if let kept = try? String(contentsOf: file, encoding: .utf8) {
      return kept.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    let fresh = String(Token.random().text.prefix(12))
    try? FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    guard
      FileManager.default.createFile(
        atPath: file.path, contents: Data((fresh + "\n").utf8), attributes: [.posixPermissions: 0o600])
    else { throw ClientFault(.unavailable, "cluster.directory", ["path": directory.path]) }
    return fresh
  }
}

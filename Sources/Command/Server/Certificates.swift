import ArgumentParser
import Casework
import Law
import Registry

/// `ipcase officer certificate`: the certificates of law enforcement, for the administrator on the server.
struct Certificates: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate", abstract: Words.text("cli.certificate.abstract"),
    discussion: Words.text("cli.certificate.discussion"))

  @Argument(help: Words.help("cli.certificate.number")) var number: String?
  @Option(help: Words.help("cli.certificate.holder")) var holder: String?
  @Option(help: Words.help("cli.officer.agency")) var agency: String?
  @Option(help: Words.help("cli.certificate.from")) var from: String?
  @Option(help: Words.help("cli.certificate.to")) var to: String?
  @Option(help: Words.help("cli.certificate.revoked")) var revoked: String?
  @Option(help: Words.help("cli.serve.data")) var data: String?

  /// Records the certificate named; without a number lists them all.
  func perform() async throws {
    guard let number else { return try await list() }
    guard let holder, let agency, let from, let to else {
      throw ValidationError(Words.text("cli.certificate.incomplete"))
    }
    let (first, last) = (try Self.day(from, "from"), try Self.day(to, "to"))
    guard first <= last else { throw Refusal(.invalid, "date.unreadable", field: "to") }
    let certificate = Certificate(
      number: try Line(wire: number), agency: try AgencyCode(wire: agency), holder: try Line(wire: holder),
      validity: first...last, revokedOn: try revoked.map { try Self.day($0, "revoked") })
    try await Surroundings(directory: data).withDatabase { try await Registry($0).record([certificate]) }
    StandardStream.say(Words.text("cli.certificate.recorded", ["number": number]))
  }

  private func list() async throws {
    let all = try await Surroundings(directory: data).withDatabase { try await Registry($0).certificates() }
    let heading = ["number", "agency", "holder", "from", "to"].map { Words.text("cli.certificate.column.\($0)") }
    let columns = heading.map { Table.Column(heading: $0, alignment: .leading, isFlexible: false) }
    let rows = all.map { each in
      [
        each.number.wire, each.agency.rawValue, each.holder.wire, each.validity.lowerBound.description,
        (each.revokedOn ?? each.validity.upperBound).description,
      ]
    }
    for line in Table(columns: columns, rows: rows).lines(width: nil) { print(line) }
  }

  private static func day(_ text: String, _ field: String) throws(Refusal) -> Day {
    guard let day = Day(text) else { throw Refusal(.invalid, "date.unreadable", field: field) }
    return day
  }
}

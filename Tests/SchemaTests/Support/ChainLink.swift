import Foundation
import Postgres

/// An entry as its table has it, with what the comment of `entry_digest()` says goes into its digest.
struct ChainLink: Sendable {
  let caseFile: Int64
  let sequence: Int
  let previous: Bytes
  let digest: Bytes
  /// In the order of the comment; an absent value is the empty string.
  let fields: [String]

  static let query: SQL =
    """
    select case_file, sequence, proceeding, act, milestone, agency, officer, happened_from::text as happened_from,
      happened_to::text as happened_to, recorded_at::text as recorded_at, facts::text as facts, fine_fen,
      confiscated_fen, corrects, previous, digest
    from entry order by case_file, sequence
    """

  init(_ row: Row) throws {
    func text(_ column: String) throws -> String { try row[column] as String? ?? "" }
    caseFile = try row["case_file"]
    sequence = try row["sequence"]
    previous = try row["previous"]
    digest = try row["digest"]
    fields = [
      try text("case_file"), try text("sequence"), try text("proceeding"), try text("act"), try text("milestone"),
      try text("agency"), try text("officer"), try text("happened_from"), try text("happened_to"),
      try Self.microseconds(text("recorded_at")), try text("facts"), try text("fine_fen"),
      try text("confiscated_fen"), try text("corrects"),
    ]
  }

  /// What is hashed: the previous digest, then the fields in UTF-8 with U+001F between them.
  var preimage: [UInt8] { previous.bytes + Array(fields.joined(separator: "\u{1F}").utf8) }

  /// Microseconds since 1970 of `2026-11-20 02:00:00.000001+00`, as PostgreSQL prints an instant in UTC.
  private static func microseconds(_ text: String) throws -> String {
    guard let match = text.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?\+00/) else {
      throw NotAnInstant(text: text)
    }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = [match.1, match.2, match.3, match.4, match.5, match.6].map { Int($0) }
    let components = DateComponents(
      year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4], second: parts[5])
    guard let date = calendar.date(from: components) else { throw NotAnInstant(text: text) }
    let fraction = match.7.map { $0 + String(repeating: "0", count: 6 - $0.count) } ?? "000000"
    return "\(Int(date.timeIntervalSince1970) * 1_000_000 + (Int(fraction) ?? 0))"
  }

  private struct NotAnInstant: Error {
    let text: String
  }
}

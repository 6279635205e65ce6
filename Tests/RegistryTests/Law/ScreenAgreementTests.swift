import Foundation
import Law
import Postgres
import Registry
import TestSupport
import Testing

/// The screening twice, in Swift and in the SQL beside this file, by people who did not see each other's work.
@Suite(.database) struct ScreenAgreementTests {
  /// What one of the two says of a set of facts.
  private struct Verdict: Sendable, Equatable, CustomStringConvertible {
    let offence: String
    let result: String
    let tier: Int?

    var description: String { "\(offence) \(result)\(tier.map { " \($0)" } ?? "")" }
  }

  private static let count = 100_000

  private func query() throws -> SQL {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "screen.sql")
    return SQL(stringLiteral: try String(contentsOf: file, encoding: .utf8))
  }

  /// What the SQL says of facts and sanctions in CSV, by the number of the set. A few hundred at a time: its time grows
  /// with the square of the sets it sees at once.
  private func ask(_ facts: [String], _ sanctions: [String]) async throws -> [Int: Verdict] {
    let query = try query()
    return try await TestDatabase.owner.transaction { db in
      try db.script(ScreenFacts.tables)
      var verdicts: [Int: Verdict] = [:]
      for start in stride(from: 0, to: facts.count, by: 400) {
        let batch = start..<min(start + 400, facts.count)
        try db.script("truncate facts, sanction")
        _ = try db.copyIn("copy facts from stdin (format csv)", [Array(facts[batch].joined().utf8)])
        _ = try db.copyIn("copy sanction from stdin (format csv)", [Array(sanctions[batch].joined().utf8)])
        let rows = try db.all(query) { row in
          (try row["id"] as Int, Verdict(offence: try row["offence"], result: try row["result"], tier: try row["tier"]))
        }
        for (id, verdict) in rows { verdicts[id] = verdict }
      }
      return verdicts
    }
  }

  @Test func theScreeningInSwiftAndTheOneInSQLAgreeOnAHundredThousandSetsOfFacts() async throws {
    let book = try await Registry(TestDatabase.service).lawBook()
    let screen = Screen(book.thresholds)
    let today = try #require(Day("2026-11-24"))
    var sets = FactSets(book.thresholds, seed: 20_261_124, today: today)
    var (facts, sanctions, found): ([String], [String], [Verdict]) = ([], [], [])
    for id in 0..<Self.count {
      let set = sets.next()
      facts.append(set.row(id))
      sanctions.append(set.sanctionRows(id))
      let findings = screen.findings(set, on: today)
      try #require(findings.count == 1)
      found.append(
        Verdict(offence: findings[0].offence, result: findings[0].result.rawValue, tier: findings[0].tier))
    }
    let asked = try await ask(facts, sanctions)
    let differing = (0..<Self.count).filter { asked[$0] != found[$0] }
    let shown = differing.prefix(10).map { id in
      "\(found[id]), SQL \(asked[id]?.description ?? "-"): \(facts[id])  \(sanctions[id])"
    }
    #expect(differing.isEmpty, "\(differing.count) differ:\n\(shown.joined())")
    let kinds = Dictionary(grouping: found, by: \.result).mapValues(\.count)
    for result in Finding.Result.allCases { #expect(kinds[result.rawValue, default: 0] >= 500, "\(result)") }
    for tier in [1, 2] { #expect(found.count { $0.tier == tier } >= 500, "tier \(tier)") }
    for offence in Screen.offences { #expect(found.count { $0.offence == offence } >= 500, "\(offence)") }
  }
}

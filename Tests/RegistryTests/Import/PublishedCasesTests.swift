import Casework
import Foundation
import Postgres
import Registry
import Schema
import TestSupport
import Testing

/// The published cases, each in the proceeding and the state that its text reports, with what the screening finds.
///
/// `published.csv` is our own reckoning: states read from the texts, screening worked out from the thresholds of
/// 法释〔2025〕5号 and the interpretations before it; the published outcome is that of the source, word for word.
@Suite(.database) struct PublishedCasesTests {
  private static let table = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "published.csv")

  /// What `query` finds, in one column, where the table of published cases is at hand as `published`.
  private func look(_ query: SQL) async throws -> [String] {
    let bytes = try Array(Data(contentsOf: Self.table))
    let heading = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let columns = heading.split(separator: ",").map { "\($0) text" }.joined(separator: ", ")
    return try await TestDatabase.owner.transaction { db in
      try db.script("create temp table published (\(columns)) on commit drop")
      // PostgreSQL's own reader of CSV.
      _ = try db.copyIn("copy published from stdin (format csv, header true)", [bytes])
      return try db.all(query) { try $0["value"] as String }
    }
  }

  /// Imports the demonstration register, in the running test's database.
  private func importAll() async throws {
    let administrator = try await Given.officer("IPB", .administrator)
    let outcome = try await Registry(TestDatabase.owner).importRegister(
      RegisterTable(csv: Schema.demonstrationRegister()), fileName: "register.csv", rehearsal: false, isDemo: true,
      by: administrator,
      now: Given.now
    ) { _, _ in }
    #expect(outcome.imported == 120)
  }

  @Test func everyCaseIsImportedAsTheTableSays() async throws {
    try await importAll()
    let differing = try await look(
      """
      with kept as (
        select s.key, p.kind || '/' || p.state as state, coalesce(s.outcome, '') as outcome,
          case when c.turnover_fen is null and c.gains_net_fen is null and c.goods_value_fen is null then 'no-amounts'
          else coalesce((select string_agg(f.offence || ' ' || f.result, '; ' order by f.offence)
            from screening f where f.case_file = c.id), 'none') end as screening
        from published_source s join case_file c on c.id = s.case_file join proceeding p on p.case_file = c.id
      ), told as (
        select case_ref as key, proceeding || '/' || state as state, coalesce(published_outcome, '') as outcome, screening
        from published
      )
      select concat_ws(' | ', coalesce(t.key, k.key), 'table: ' || t.state, t.screening, t.outcome,
        'import: ' || k.state, k.screening, k.outcome) as value
      from told t full join kept k on k.key = t.key
      where (t.state, t.screening, t.outcome) is distinct from (k.state, k.screening, k.outcome) order by 1
      """)
    #expect(differing == [])
    #expect(try await look("select count(distinct case_ref)::text as value from published") == ["120"])
  }

  @Test func everyDisagreementIsExplained() async throws {
    let unexplained = try await look(
      """
      select case_ref as value from published
      where agreement not in ('agrees', 'disagrees', 'cannot-tell') or length(coalesce(explanation, '')) < 8
      """)
    #expect(unexplained == [])
    let disagreeing = try await look("select case_ref as value from published where agreement = 'disagrees' order by 1")
    #expect(
      disagreeing == ["R016", "R031", "R073", "R105", "R128", "R129", "R130", "R131", "R151", "R169"])
  }

  /// What reaches a threshold and yet ended without police, procuratorate or court is never said to agree.
  @Test func aHitThatEndedInAFineIsADisagreement() async throws {
    let agreed = try await look(
      """
      select case_ref as value from published
      where agreement = 'agrees' and screening like '%met%' and proceeding = 'penalty'
      """)
    #expect(agreed == [])
  }
}

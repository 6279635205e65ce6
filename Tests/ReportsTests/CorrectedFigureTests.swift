import Casework
import Law
import Registry
import Reports
import TestSupport
import Testing

/// What an entry that is put right does to the figures: the months before and after, and what was run or issued before.
@Suite(.database) struct CorrectedFigureTests {
  private var owner: Registry { Registry(TestDatabase.owner) }

  private func entry(_ year: TinyYear, _ number: CaseNumber, _ act: String) async throws -> Entry {
    try await #require(year.registry.entries(of: number, for: year.bureau).last { $0.act == act })
  }

  private func correct(
    _ year: TinyYear, _ number: CaseNumber, _ act: String, _ request: CorrectionRequest, by officer: Officer,
    at now: Instant = Given.now
  ) async throws -> Entry {
    try await year.registry.correct(
      try await entry(year, number, act).sequence, of: number, request, once: Given.once(), by: officer, now: now
    ).value
  }

  /// Indicator, day and amount of every cell, as recorded by an instant.
  private func cells(_ year: TinyYear, _ number: CaseNumber, asOf: Instant = Given.now) async throws -> Set<String> {
    Set(
      try await year.registry.cells(of: number, asOf: asOf, for: year.bureau).map {
        "\($0.indicator) \($0.day) \($0.amount)"
      })
  }

  @Test func aDayPutRightMovesTheCaseToAnotherMonth() async throws {
    let year = try await TinyYear()
    let file = try await year.logged(year.bureau, .trademark, "2026-10-10")
    try await year.decide(file, filed: "2026-11-02", decided: "2026-11-05", ["fine": "12"])
    let right = CorrectionRequest(happenedOn: try When(wire: "2026-10-30"), reason: try Prose(wire: "审批表日期为30日"))
    // Verified on 2 November, filed not before that.
    do {
      _ = try await correct(year, file.number, "file", right, by: year.bureau)
      Issue.record("filed before it was verified")
    } catch let refusal as Refusal { #expect(refusal.code == "date.before-last-act") }
    let verified = CorrectionRequest(happenedOn: try When(wire: "2026-10-29"), reason: try Prose(wire: "核查日期误记"))
    _ = try await correct(year, file.number, "verify", verified, by: year.bureau)
    let kept = try await correct(year, file.number, "file", right, by: year.bureau)
    #expect(kept.milestone == .filed && kept.happenedOn?.description == "2026-10-30" && kept.corrects == 3)
    #expect(
      try await cells(year, file.number) == [
        "leads 2026-10-10 1", "filed 2026-10-30 1", "decided 2026-11-05 1", "fines 2026-11-05 1200",
        "penalties 2026-11-05 1200",
      ])
    #expect(try await owner.recount() == [])
    #expect(try await owner.examine(now: Given.now) == [])
  }

  @Test func anAmountPutRightChangesWhatWasImposedOnceAndForAll() async throws {
    let year = try await TinyYear()
    let file = try await year.logged(year.bureau, .trademark, "2026-11-01")
    try await year.decide(file, filed: "2026-11-02", decided: "2026-11-05", ["fine": "1000", "confiscated": "7"])
    for (fine, fen) in [("100", 10_000), ("1200.50", 120_050)] as [(String, Int64)] {
      let request = CorrectionRequest(facts: ["fine": fine], reason: try Prose(wire: "处罚决定书为\(fine)元"))
      _ = try await correct(year, file.number, "decide", request, by: year.head)
      let found = try await cells(year, file.number)
      #expect(found.contains("fines 2026-11-05 \(fen)") && found.contains("penalties 2026-11-05 \(fen + 700)"))
      #expect(found.contains("confiscated 2026-11-05 700") && found.contains("decided 2026-11-05 1"))
      let ledger = try await year.registry.ledger(of: file.number, for: year.bureau)
      #expect(ledger.first { $0.code == .fineImposed }?.amount?.value == fen)
      #expect(ledger.count == 2)
    }
    let known = try await year.registry.caseFile(file.number, for: year.bureau).proceedings[0].known
    #expect(known["fine"] == "1200.50" && known["confiscated"] == "7.00" && known["correctionReason"] == nil)
    #expect(try await owner.recount() == [])
    #expect(try await owner.examine(now: Given.now) == [])
  }

  @Test func aReportOfBeforeStaysAndTheNextOneShowsTheAdjustment() async throws {
    let year = try await TinyYear()
    let file = try await year.logged(year.bureau, .trademark, "2026-10-10")
    try await year.decide(file, filed: "2026-10-12", decided: "2026-10-20", ["fine": "100"])
    let form = try #require(ReportShelf()["district-monthly"])
    let october = try #require(ReportPeriod("2026-10"))
    let before = try await year.registry.run(
      form, october, asOf: Given.now, scope: .district, for: year.bureau, now: Given.now)
    let later = Given.now.adding(seconds: 90_000)
    let request = CorrectionRequest(facts: ["fine": "300"], reason: try Prose(wire: "处罚决定书为300元"))
    _ = try await correct(year, file.number, "decide", request, by: year.head, at: later)
    let again = try await year.registry.run(
      form, october, asOf: Given.now, scope: .district, for: year.bureau, now: later)
    #expect(again == before)
    let now = try await year.registry.run(form, october, asOf: later, scope: .district, for: year.bureau, now: later)
    let column = try #require(now.tables[0].table.columns.firstIndex { $0.key == "fines" })
    #expect(now.tables[0].total?[column].period == (before.tables[0].total?[column].period ?? 0) + 20_000)
    // Closing the days through both keeps the sums equal.
    try await year.registry.closeTallies(through: later.day())
    #expect(try await owner.brokenSums() == 0)
    #expect(
      try await year.registry.run(form, october, asOf: later, scope: .district, for: year.bureau, now: later) == now)
  }

  @Test func aTallyThatWasNotSettledIsFound() async throws {
    let year = try await TinyYear()
    let file = try await year.logged(year.bureau, .trademark, "2026-11-01")
    try await year.decide(file, filed: "2026-11-02", decided: "2026-11-05", ["fine": "5"])
    try await TestDatabase.owner.transaction { db in
      try db.script("update case_file set goods_value_fen = 77 where number = '\(file.number)'")
    }
    let found = try await owner.recount()
    #expect(found.map(\.indicator) == ["value"] && found.first?.counted == 77 && found.first?.kept == 0)
    // Whatever is recorded next in that file by a supplement settles it.
    let more = try SupplementRequest(amounts: Given.amounts(goodsValue: "0.77"), reason: Prose(wire: "查明"))
    _ = try await year.registry.supplement(more, to: file.number, once: Given.once(), by: year.bureau, now: Given.now)
    #expect(try await owner.recount() == [])
  }
}

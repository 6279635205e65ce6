import Casework
import Law
import Registry
import Reports
import TestSupport
import Testing

@Suite(.database) struct MonthlyReportTests {
  private func report(
    _ month: String, for officer: Officer, _ year: TinyYear, asOf: Instant = Given.now, now: Instant = Given.now
  ) async throws -> MonthlyReport {
    try await year.registry.monthlyReport(
      #require(Month(month)), asOf: asOf, for: officer, now: now)
  }

  /// The counts in the order of columns: lead, filed, decided, closed, referred, police filed.
  private func counts(_ figures: ReportFigures?) -> [Int] {
    ReportFigures.columns.map { figures?.counts[$0] ?? 0 }
  }

  @Test func theColumnsAreTheSixMilestonesOfThePlan() {
    #expect(ReportFigures.columns == [.lead, .filed, .decided, .closed, .referred, .policeFiled])
  }

  // Counted by hand from the table above `TinyYear`. The procuratorate sees all but H.
  @Test(arguments: [
    ("2026-11", [3, 2, 1, 0, 1, 1], [5, 3, 2, 0, 1, 1], [100_000, 20_050], [150_000, 20_050], 1),
    ("2026-10", [1, 1, 1, 0, 0, 0], [2, 1, 1, 0, 0, 0], [50_000, 0], [50_000, 0], 1),
    ("2026-12", [0, 0, 0, 0, 0, 0], [6, 3, 2, 0, 1, 1], [0, 0], [150_000, 20_050], 1),
    ("2026-01", [1, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0], [0, 0], [0, 0], 1),
    ("2025-12", [1, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0], [0, 0], [0, 0], 0),
    ("2027-01", [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0], [0, 0], [0, 0], 0),
  ])
  func theTotalIsWhatWasCountedByHand(
    month: String, inMonth: [Int], toDate: [Int], money: [Int64], moneyToDate: [Int64], vague: Int
  ) async throws {
    let year = try await TinyYear()
    let report = try await report(month, for: year.prosecutor, year)
    #expect(counts(report.total.month) == inMonth)
    #expect(counts(report.total.yearToDate) == toDate)
    #expect([report.total.month.fines, report.total.month.confiscated] == money)
    #expect([report.total.yearToDate.fines, report.total.yearToDate.confiscated] == moneyToDate)
    #expect(report.vague == vague)
    #expect(report.month.description == month)
    #expect(report.asOf == Given.now)
  }

  @Test func everyTypeHasItsRow() async throws {
    let year = try await TinyYear()
    let report = try await report("2026-11", for: year.prosecutor, year)
    #expect(report.byType.map(\.key) == IPType.allCases)
    let expected: [IPType: ([Int], [Int], Int64)] = [
      .trademark: ([2, 1, 1, 0, 1, 1], [3, 2, 2, 0, 1, 1], 100_000),
      .patent: ([0, 1, 0, 0, 0, 0], [1, 1, 0, 0, 0, 0], 0),
      .copyright: ([1, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0], 0),
    ]
    for row in report.byType {
      let figures = expected[row.key] ?? (Array(repeating: 0, count: 6), Array(repeating: 0, count: 6), 0)
      #expect(counts(row.periods.month) == figures.0)
      #expect(counts(row.periods.yearToDate) == figures.1)
      #expect(row.periods.month.fines == figures.2)
    }
  }

  @Test func anAgencyIsCreditedWithItsOwnActs() async throws {
    let year = try await TinyYear()
    let report = try await report("2026-11", for: year.prosecutor, year)
    let expected = [
      "IPB": ([2, 2, 1, 0, 1, 0], [4, 3, 2, 0, 1, 0]), "CUL": ([1, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0]),
      "PSB": ([0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 1]),
    ]
    for row in report.byAgency {
      let figures = expected[row.key.rawValue] ?? (Array(repeating: 0, count: 6), Array(repeating: 0, count: 6))
      #expect(counts(row.periods.month) == figures.0)
      #expect(counts(row.periods.yearToDate) == figures.1)
    }
    let rows = report.byAgency.map(\.key.rawValue)
    #expect(rows.starts(with: ["IPB", "CUL", "AGR", "NAT", "CUS", "PSB"]))
    #expect(!rows.contains("GOV"))
    #expect(!rows.contains("NAVI"))
  }

  @Test func anAgencyCountsWhatItMaySee() async throws {
    let year = try await TinyYear()
    // The bureau sees H and not C or E; the police see G only, with its lead; the culture bureau C and E.
    for (officer, inMonth, toDate, vague) in [
      (year.bureau, [3, 2, 1, 0, 1, 1], [5, 3, 2, 0, 1, 1], 1),
      (year.culture, [1, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0], 0),
      (year.police, [1, 0, 0, 0, 1, 1], [1, 0, 0, 0, 1, 1], 0),
    ] {
      let report = try await report("2026-11", for: officer, year)
      #expect(counts(report.total.month) == inMonth)
      #expect(counts(report.total.yearToDate) == toDate)
      #expect(report.vague == vague)
    }
  }

  @Test func anAgencyThatMaySeeNothingGetsAllZeros() async throws {
    let year = try await TinyYear()
    let stranger = try await Given.officer("AGR", .statistician)
    let report = try await report("2026-11", for: stranger, year)
    #expect(report.vague == 0)
    for periods in [report.total] + report.byType.map(\.periods) + report.byAgency.map(\.periods) {
      for figures in [periods.month, periods.yearToDate] {
        #expect(figures.counts.values.allSatisfy { $0 == 0 })
        #expect(figures.fines == 0)
        #expect(figures.confiscated == 0)
      }
    }
  }

  @Test func whatIsRecordedLaterDoesNotChangeAReport() async throws {
    let year = try await TinyYear()
    var before: [MonthlyReport] = []
    let officers = [year.prosecutor, year.bureau, year.culture]
    for officer in officers { before.append(try await report("2026-11", for: officer, year)) }
    let later = Given.now.adding(seconds: 1)
    let late = try await year.logged(year.bureau, .trademark, "2026-11-04", at: later)
    try await year.decide(late, filed: "2026-11-04", decided: "2026-11-06", ["fine": "7"], at: later)
    for (index, officer) in officers.enumerated() {
      let again = try await report("2026-11", for: officer, year, now: later)
      #expect(again == before[index])
    }
    let now = try await report("2026-11", for: year.prosecutor, year, asOf: later, now: later)
    #expect(counts(now.total.month) == [4, 3, 2, 0, 1, 1])
    #expect(now.total.month.fines == 100_700)
  }

  @Test func aFileThatAnAgencyMaySeeOnlyLaterDoesNotChangeItsReport() async throws {
    let year = try await TinyYear()
    let before = try await report("2026-11", for: year.police, year)
    let later = Given.now.adding(seconds: 1)
    let number = try CaseNumber(wire: "2026-000001")
    let request = ReferralRequest(
      receivingAgency: year.police.agency, offence: nil, basis: .threshold, reason: try Prose(wire: "数额达到追诉标准"),
      revision: nil)
    let draft = try await year.registry.draft(request, of: number, once: Given.once(), by: year.bureau, now: later)
    let referral = (penalty: draft.value.id, number: number)
    try await year.act(referral, "team", ["officers": "甲、乙"], by: year.bureau, on: "2026-11-18", at: later)
    try await year.act(referral, "report", ["findings": "涉嫌犯罪"], by: year.bureau, on: "2026-11-18", at: later)
    try await year.act(referral, "approve", [:], by: year.head, on: "2026-11-18", at: later)
    try await year.act(referral, "send", [:], by: year.bureau, on: "2026-11-18", at: later)
    let after = try await report("2026-11", for: year.police, year, now: later)
    #expect(after.total == before.total)
    #expect(after == before)
  }

  @Test func anEntryThatWasCorrectedCountsUntilItsCorrection() async throws {
    let year = try await TinyYear()
    // The fine of A was 900 yuan, as is found an hour later.
    try await TestDatabase.owner.autocommit { db in
      try db.script(
        """
        insert into entry (case_file, sequence, proceeding, act, milestone, agency, officer, happened_from, happened_to,
          recorded_at, facts, fine_fen, corrects)
        select case_file, 10, proceeding, act, milestone, agency, officer, happened_from, happened_to,
          recorded_at + interval '1 hour', '{}', 90000, id
        from entry where case_file = 1 and act = 'decide'
        """)
    }
    let later = Given.now.adding(seconds: 3600)
    let before = try await report("2026-11", for: year.bureau, year, asOf: later.adding(seconds: -1), now: later)
    let after = try await report("2026-11", for: year.bureau, year, asOf: later, now: later)
    #expect([before.total.month.fines, before.total.month.confiscated] == [100_000, 20_050])
    #expect([after.total.month.fines, after.total.month.confiscated] == [90_000, 0])
    #expect(counts(before.total.month) == counts(after.total.month))
  }

  @Test func aFileInWhichTwoAgenciesReachTheSameMilestoneCountsOnceInTheTotal() async throws {
    let year = try await TinyYear()
    try await TestDatabase.owner.autocommit { db in
      try db.script(
        """
        insert into entry (case_file, sequence, proceeding, act, milestone, agency, officer, happened_from, happened_to,
          recorded_at, facts)
        select case_file, 10, proceeding, act, milestone, 'CUL', officer, happened_from, happened_to, recorded_at, '{}'
        from entry where case_file = 1 and act = 'file'
        """)
    }
    let report = try await report("2026-11", for: year.prosecutor, year)
    func filed(_ code: String) -> Int? {
      report.byAgency.first { $0.key.rawValue == code }?.periods.month.counts[.filed]
    }
    #expect(report.total.month.counts[.filed] == 2)
    #expect(filed("IPB") == 2)
    #expect(filed("CUL") == 1)
  }

  @Test func aReportAsOfTheFutureIsRefused() async throws {
    let officer = try await Given.officer("IPB", .statistician)
    let month = try #require(Month("2026-11"))
    let refused = await #expect(throws: Refusal.self) {
      try await Registry(TestDatabase.service).monthlyReport(
        month, asOf: Given.now.adding(seconds: 1), for: officer, now: Given.now)
    }
    #expect(refused?.code == "instant.future")
    #expect(refused?.field == "asOf")
  }

  @Test(arguments: [
    (0 as Int64, "0.00"), (1, "0.01"), (99, "0.99"), (100, "1.00"), (123_456, "1234.56"),
    (1_000_000_000_000_005, "10000000000000.05"),
  ])
  func aSumIsPrintedInYuan(fen: Int64, yuan: String) {
    #expect(ReportFigures.yuan(fen) == yuan)
  }
}

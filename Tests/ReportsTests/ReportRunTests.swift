import Casework
import Law
import Registry
import Reports
import TestSupport
import Testing

/// A report of the tiny year: every figure was counted by hand from the table above `TinyYear`.
@Suite(.database) struct ReportRunTests {
  private let shelf: ReportShelf

  init() throws { shelf = try ReportShelf() }

  private func run(
    _ period: String, _ year: TinyYear, for officer: Officer? = nil, scope: String? = nil, asOf: Instant = Given.now,
    now: Instant = Given.now, form: String = "district-monthly"
  ) async throws -> ReportRun {
    let officer = officer ?? year.bureau
    return try await year.registry.run(
      #require(shelf[form]), #require(ReportPeriod(period)), asOf: asOf,
      scope: year.registry.scope(scope, for: officer), for: officer, now: now)
  }

  /// The total of columns of the first table: period, and year to date.
  private func totals(_ run: ReportRun, _ columns: [String], _ value: (ReportFigures) -> Int64) throws -> [Int64] {
    let table = run.tables[0]
    return try columns.map { column in
      let index = try #require(table.table.columns.firstIndex { $0.key == column })
      return value(try #require(table.total)[index])
    }
  }

  private func row(_ run: ReportRun, _ table: String, _ key: String, _ column: String) throws -> ReportFigures {
    let table = try #require(run.tables.first { $0.table.key == table })
    let index = try #require(table.table.columns.firstIndex { $0.key == column })
    return try #require(table.rows.first { $0.key == key }).figures[index]
  }

  private static let columns = [
    "leads", "filed", "closed", "referred", "police-filed", "fines", "confiscated", "penalties",
  ]

  @Test(
    arguments: [
      ("2026-11", [4, 2, 0, 1, 1, 100_000, 20_050, 120_050], [6, 3, 0, 1, 1, 150_000, 20_050, 170_050]),
      ("2026-10", [1, 1, 0, 0, 0, 50_000, 0, 50_000], [2, 1, 0, 0, 0, 50_000, 0, 50_000]),
      ("2026-01", [1, 0, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0]),
      ("2025-12", [1, 0, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0]),
    ] as [(String, [Int64], [Int64])])
  func theTotalsAreWhatWasCountedByHand(period: String, inPeriod: [Int64], toDate: [Int64]) async throws {
    let run = try await run(period, TinyYear())
    #expect(try totals(run, Self.columns, \.period) == inPeriod)
    #expect(try totals(run, Self.columns, \.year) == toDate)
  }

  @Test func theRowsByCategoryAgencyAndTownAreWhatWasCountedByHand() async throws {
    let run = try await run("2026-11", TinyYear())
    #expect(try row(run, "by-category", "trademark-infringement", "leads").period == 2)
    #expect(try row(run, "by-category", "marks", "leads").period == 1)
    #expect(try row(run, "by-category", "copyright", "leads").period == 1)
    #expect(try row(run, "by-category", "patent-counterfeit", "filed").period == 1)
    #expect(try row(run, "by-agency", "IPB", "leads").period == 3)
    #expect(try row(run, "by-agency", "CUL", "leads").period == 1)
    #expect(try row(run, "by-agency", "PSB", "police-filed").period == 1)
    #expect(try row(run, "by-town", "GC", "leads").period == 4)
    #expect(run.tables[0].rows.map(\.key) == CaseCategory.allCases.map(\.rawValue))
    #expect(run.sumChecks.filter { $0.outcome == .fault } == [])
  }

  @Test func lastYearStandsBesideAndAZeroBaseGivesNoChange() async throws {
    let year = try await TinyYear()
    let later = Given.now.adding(seconds: 20 * 86_400)
    let run = try await run("2026-12", year, asOf: later, now: later)
    let leads = try row(run, "by-category", "copyright", "leads")
    // C in November, E in December of the year before: one against one.
    #expect(leads.year == 1 && leads.yearBefore == 1 && leads.periodBefore == 1 && leads.change == 0)
    #expect(try row(run, "by-category", "trademark-infringement", "leads").change == nil)
  }

  // 5.7/7.2 - 1 = -20.8 per cent, and 1,433 of 10,445: published figures of 2024 and 2025, see the law notes.
  @Test(
    arguments: [(57_000, 72_000, -2083), (0, 5, -10_000), (3, 2, 5000), (1, 3, -6667), (7, 7, 0)]
      as [(Int64, Int64, Int64)])
  func aDecreaseIsNegative(now: Int64, before: Int64, change: Int64) {
    var figures = ReportFigures()
    (figures.year, figures.yearBefore) = (now, before)
    #expect(figures.change == change)
  }

  @Test func anAgencyGetsItsOwnAndTheDistrictIsNotItsToDraw() async throws {
    let year = try await TinyYear()
    let run = try await run("2026-11", year, for: year.culture)
    #expect(run.scope == .agency(year.culture.agency))
    #expect(try totals(run, ["leads", "filed"], \.period) == [1, 0])
    for scope in ["district", "IPB"] {
      await #expect(throws: Refusal(.forbidden, "report.scope", field: "scope")) {
        try await year.registry.scope(scope, for: year.culture)
      }
    }
    let police = try await self.run("2026-11", year, for: year.police)
    #expect(try totals(police, ["leads", "police-filed"], \.period) == [0, 1])
  }

  @Test func whatIsPendingIsOpeningAndNewWithoutClosed() async throws {
    let balance = try await run("2026-11", TinyYear()).balance
    #expect(balance == ReportBalance(opening: 1, new: 2, closed: 0))
    #expect(balance.closing == 3)
  }

  @Test func theQuarterlyFormHasTheEightRowsOfTheMarketRegulators() async throws {
    let run = try await run("2026-Q4", TinyYear(), form: "samr-quarterly")
    let table = try #require(run.tables.first { $0.table.key == "cases" })
    #expect(table.rows.count == 8)
    #expect(
      table.table.columns.map(\.key) == [
        "filed", "closed", "value", "penalties", "recovered", "referred", "filed@ecommerce", "filed@market",
        "filed@rural", "filed@foreign-invested", "recovered@foreign-invested",
      ])
    // A, B and F were filed in the quarter; B is a counterfeit patent.
    #expect(try row(run, "cases", "trademark-infringement", "filed").period == 2)
    #expect(try row(run, "cases", "patent-counterfeit", "filed").period == 1)
    #expect(table.total?[0].period == 3)
  }

  @Test func theSameInstantGivesTheSameReportWhateverWasRecordedLater() async throws {
    let year = try await TinyYear()
    let first = try await run("2026-11", year)
    let later = Given.now.adding(seconds: 3 * 86_400)
    for index in 0..<10 {
      let file = try await year.logged(year.bureau, .trademark, "2026-11-\(index + 10)", at: later)
      if index % 3 == 0 {
        try await year.decide(file, filed: "2026-11-20", decided: "2026-11-21", ["fine": "7"], at: later)
      }
      let more = try SupplementRequest(amounts: Given.amounts(goodsValue: "900"), reason: Prose(wire: "清点"))
      _ = try await year.registry.supplement(more, to: file.number, once: Given.once(), by: year.bureau, now: later)
    }
    let again = try await run("2026-11", year, asOf: Given.now, now: later)
    #expect(again == first)
    let current = try await run("2026-11", year, asOf: later, now: later)
    #expect(current.tables != first.tables)
    // The same from the sums of closed days.
    #expect(try await year.registry.closeTallies(through: later.day().adding(days: 40)) > 0)
    #expect(try await run("2026-11", year, asOf: Given.now, now: later) == first)
    #expect(try await run("2026-11", year, asOf: later, now: later) == current)
  }

  @Test func everyFigureIsTheSumOfTheLinesThatItOpens() async throws {
    let year = try await TinyYear()
    for officer in [year.bureau, year.culture, year.police] {
      let run = try await run("2026-11", year, for: officer)
      for table in run.tables {
        for row in table.rows {
          for (figures, column) in zip(row.figures, table.table.columns) where !figures.isZero {
            let cell = TallyCell(
              indicator: column.indicator, row: (table.table.rows, [row.key]), flag: column.flag,
              days: run.period.yearToDate,
              asOf: run.asOf)
            let lines = try await year.registry.lines(of: cell, scope: run.scope, limit: 100, for: officer)
            #expect(lines.reduce(0) { $0 + $1.amount } == figures.year, "\(table.table.key) \(row.key) \(column.key)")
          }
        }
      }
    }
  }

  @Test func aListGoesOnWhereItEndedWithoutAGapOrADouble() async throws {
    let year = try await TinyYear()
    for day in ["2026-11-03", "2026-11-03", "2026-11-04"] { _ = try await year.logged(year.bureau, .trademark, day) }
    let cell = TallyCell(
      indicator: "leads", row: nil, flag: nil, days: try #require(ReportPeriod("2026-11")).days, asOf: Given.now)
    let whole = try await year.registry.lines(of: cell, scope: .district, limit: 100, for: year.bureau)
    var pages: [TallyLine] = []
    while pages.count < 100 {
      let before = pages.last.map { ($0.day, $0.id) }
      let page = try await year.registry.lines(of: cell, scope: .district, limit: 2, before: before, for: year.bureau)
      if page.isEmpty { break }
      pages += page
    }
    #expect(pages == whole && whole.count == 7)
  }

  @Test func aCaseTellsWhereItCounts() async throws {
    let year = try await TinyYear()
    let file = try await year.logged(year.bureau, .trademark, "2026-11-02")
    try await year.decide(file, filed: "2026-11-03", decided: "2026-11-05", ["fine": "12"])
    let cells = try await year.registry.cells(of: file.number, asOf: Given.now, for: year.bureau)
    #expect(cells.map(\.indicator) == ["leads", "filed", "decided", "fines", "penalties"])
    #expect(cells.map(\.amount) == [1, 1, 1, 1200, 1200])
  }

  @Test func aMonthThatIsNotOverIsProvisionalAndOneToComeIsRefused() async throws {
    let year = try await TinyYear()
    #expect(try await run("2026-11", year).isProvisional == true)
    #expect(try await run("2026-10", year).isProvisional == false)
    for period in ["2026-12", "2026-Q4"] {
      let refused = await #expect(throws: Refusal.self) { try await run(period, year) }
      #expect(refused?.code == "report.period")
    }
    let future = await #expect(throws: Refusal.self) {
      try await run("2026-10", year, asOf: Given.now.adding(seconds: 1), now: Given.now)
    }
    #expect(future?.code == "instant.future")
    let first = try #require(Instant("2001-01-01T00:00:00Z"))
    let empty = try await run("2000-12", year, asOf: first)
    #expect(empty.tables.flatMap(\.rows).flatMap(\.figures).filter { !$0.isZero } == [])
  }

  @Test func whatIsTooVagueOrLacksAFactIsListed() async throws {
    let year = try await TinyYear()
    let checks = try await year.registry.checks(of: run("2026-11", year), for: year.bureau)
    #expect(checks.first { $0.code == "vague-date" }?.cases.count == 1)
    #expect(checks.first { $0.code == "no-value" }?.cases.count == 2)
    #expect(checks.first { $0.code == "flags-overlap" }?.outcome == .note)
    #expect(checks.filter { $0.code == "sums-hold" }.count == 3)
  }
}

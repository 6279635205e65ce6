import Casework
import Law
import Registry
import Reports
import TestSupport
import Testing

@Suite(.database) struct ReportCellTests {
  /// Checks each figure of one row against the list that it opens.
  private func check(
    _ periods: ReportPeriods, type: IPType?, agency: AgencyCode?, _ month: Month, for officer: Officer
  ) async throws {
    let registry = Registry(TestDatabase.service)
    for (figures, period) in [(periods.month, month.first...month.last), (periods.yearToDate, month.yearToDate)] {
      for milestone in ReportFigures.columns {
        var filter = CaseFileFilter(limit: 500)
        filter.ipType = type
        filter.cell = ReportCell(
          milestone: milestone, withFine: false, withConfiscation: false, agency: agency, period: period,
          asOf: Given.now)
        let figure = figures.counts[milestone] ?? 0
        #expect(try await registry.count(filter, for: officer) == figure)
        if figure > 0 { #expect(try await registry.caseFiles(filter, for: officer).count == figure) }
      }
    }
  }

  @Test(arguments: ["IPB", "PRO"], ["2026-11", "2026-12"])
  func everyFigureIsTheCountOfTheListThatItOpens(agency: String, text: String) async throws {
    let year = try await TinyYear()
    let officer = agency == "IPB" ? year.bureau : year.prosecutor
    let month = try #require(Month(text))
    let report = try await year.registry.monthlyReport(month, asOf: Given.now, for: officer, now: Given.now)
    try await check(report.total, type: nil, agency: nil, month, for: officer)
    for row in report.byType { try await check(row.periods, type: row.key, agency: nil, month, for: officer) }
    for row in report.byAgency { try await check(row.periods, type: nil, agency: row.key, month, for: officer) }
  }

  @Test func theSumOfFinesIsThatOfTheFilesItOpens() async throws {
    let year = try await TinyYear()
    let month = try #require(Month("2026-11"))
    for (withFine, withConfiscation, count) in [(true, false, 2), (false, true, 1), (true, true, 1)] {
      var filter = CaseFileFilter(limit: 500)
      filter.cell = ReportCell(
        milestone: .decided, withFine: withFine, withConfiscation: withConfiscation, agency: nil,
        period: month.yearToDate, asOf: Given.now)
      #expect(try await year.registry.count(filter, for: year.prosecutor) == count)
    }
  }
}

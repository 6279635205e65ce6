import Casework
import Law
import Testing

@testable import Reports

/// Published figures that add up, and some that do not: a difference is reported and nothing is changed by it.
@Suite struct PublishedSumTests {
  /// A table of one column, with the parts and the total as they were printed.
  private func run(parts: [Int64], total: Int64) throws -> ReportRun {
    let form = try ReportForm(
      "version: 1\nname: [甲, A]\nperiod: month\ntables:\n  t:\n    title: [乙, B]\n    rows: agency\n    columns: [filed]\n",
      key: "own")
    func figures(_ period: Int64) -> ReportFigures {
      var figures = ReportFigures()
      figures.period = period
      return figures
    }
    let rows = parts.enumerated().map { ReportTable.Row(key: "\($0.offset)", figures: [figures($0.element)]) }
    let period = try #require(ReportPeriod("2024-12"))
    return ReportRun(
      form: form, period: period, asOf: try #require(Instant("2025-02-01T00:00:00Z")), scope: .district, indicators: [],
      tables: [ReportTable(table: form.tables[0], rows: rows, total: [figures(total)])],
      balance: ReportBalance(opening: 0, new: 0, closed: 0), isProvisional: false, checkpoint: nil)
  }

  @Test(
    arguments: [
      // 国家知识产权局 2017; 国家工商总局 2004 H1: 一般违法与侵权假冒，涉外各项.
      ([28_157, 38_492], 66_649), ([3_407, 10_515], 13_922), ([1_303, 6], 1_309),
      // 海关总署 2023: 沿海和内陆（百批）、数量（百件）.
      ([495, 126], 621), ([817_929, 10_965], 828_894),
    ] as [([Int64], Int64)])
  func whatAddsUpHolds(parts: [Int64], total: Int64) throws {
    #expect(try run(parts: parts, total: total).sumChecks.map(\.code) == ["sums-hold"])
  }

  @Test(
    arguments: [
      // 海关总署 2023, 货运渠道: 7,435.64 + 23.46 万件 printed as 7,459.11, rounded one by one.
      ([743_564, 2_346], 745_911, "745910"),
      // 海关总署 2024: export 8,033.37 + import 130.15 万件 = 8,163.52; printed 8,160.51.
      ([803_337, 13_015], 816_051, "816352"),
    ] as [([Int64], Int64, String)])
  func whatDoesNotIsReportedAndNotMended(parts: [Int64], total: Int64, sum: String) throws {
    let run = try run(parts: parts, total: total)
    let faults = run.sumChecks.filter { $0.outcome == .fault }
    #expect(faults.map(\.code) == ["sum"])
    #expect(faults.first?.arguments["sum"] == sum && faults.first?.arguments["total"] == String(total))
    #expect(run.tables[0].total?[0].period == total && run.tables[0].rows.map { $0.figures[0].period } == parts)
  }
}

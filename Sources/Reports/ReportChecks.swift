import Casework
import Law
import Postgres
import Registry

/// What was looked at before a report goes out.
public struct ReportCheck: Sendable, Equatable {
  /// How it came out.
  public enum Outcome: String, Sendable, CaseIterable {
    /// It holds.
    case holds
    /// It does not hold, or something is missing: to be mended before the report is issued.
    case fault
    /// Worth a look.
    case warning
    /// It need not hold, and why stands beside.
    case note
  }

  /// Stable code; its sentence is `report.check.<code>`.
  public let code: String
  /// How it came out.
  public let outcome: Outcome
  /// What fills the sentence.
  public let arguments: [String: String]
  /// The cases to mend or to look at; at most 50.
  public let cases: [CaseNumber]
}

extension ReportRun {
  /// The sums that must hold, and those that need not: a case stands in one category, one agency and one town, but may
  /// have several marks.
  public var sumChecks: [ReportCheck] {
    var checks: [ReportCheck] = []
    for table in tables {
      guard let total = table.total else {
        if table.table.rows == .flag {
          checks.append(check("flags-overlap", .note, ["table": table.table.key]))
        }
        continue
      }
      for (index, column) in table.table.columns.enumerated() {
        let sum = table.rows.reduce(into: ReportFigures()) { $0 += $1.figures[index] }
        if sum != total[index] {
          checks.append(
            check(
              "sum", .fault,
              [
                "table": table.table.key, "indicator": column.key, "sum": String(sum.period),
                "total": String(total[index].period),
              ]))
        }
      }
      if !checks.contains(where: { $0.code == "sum" && $0.arguments["table"] == table.table.key }) {
        checks.append(check("sums-hold", .holds, ["table": table.table.key]))
      }
    }
    let totals = tables.first { $0.total != nil }
    func total(_ code: String) -> Int64? {
      totals?.table.columns.firstIndex { $0.key == code }.flatMap { totals?.total?[$0].period }
    }
    if let filed = total("filed"), let closed = total("closed"), closed > filed {
      checks.append(check("closed-exceeds-filed", .note, ["filed": String(filed), "closed": String(closed)]))
    }
    if let value = total("value"), let penalties = total("penalties"), penalties > value {
      checks.append(check("penalties-exceed-value", .note, [:]))
    }
    if isProvisional { checks.append(check("provisional", .warning, ["day": period.days.upperBound.description])) }
    let silent = tables.flatMap(\.rows).filter { $0.isReported == false }.map(\.key)
    if !silent.isEmpty {
      let units = Set(silent).sorted()
      checks.append(
        check("not-reported", .warning, ["count": String(units.count), "agencies": units.joined(separator: " ")]))
    }
    return checks
  }

  private func check(_ code: String, _ outcome: ReportCheck.Outcome, _ arguments: [String: String]) -> ReportCheck {
    ReportCheck(code: code, outcome: outcome, arguments: arguments, cases: [])
  }
}

extension Registry {
  /// Every check of a run: sums, jumps against the twelve periods before, and cases that lack what a cell needs.
  public func checks(of run: ReportRun, for officer: Officer) async throws -> [ReportCheck] {
    let series = try await series(
      run.indicators.map(\.code), through: run.period, count: 13, asOf: run.asOf, scope: run.scope, for: officer)
    let own: SQL = run.scope == .district ? "" : "and e.agency = \(run.scope.wire)"
    let (first, last) = (run.period.days.lowerBound, run.period.days.upperBound)
    let filed = TallyCell(indicator: "filed", row: nil, flag: nil, days: run.period.days, asOf: run.asOf)
    let missing = try await reading(officer) { db in
      // Dates so vague that no month is sure.
      let vague = try db.all(
        """
        with vague as materialized (
          select e.case_file from entry e
          where e.milestone is not null and e.happened_from <> e.happened_to and e.happened_to >= \(first)::date
            and e.happened_from <= \(last)::date and e.recorded_at <= \(run.asOf)::timestamptz \(own)
            and date_trunc('month', e.happened_from) <> date_trunc('month', e.happened_to)
            and not exists (select from entry k where k.corrects = e.id and k.recorded_at <= \(run.asOf)::timestamptz))
        select c.number from case_file c where c.id in (select case_file from vague) order by 1 limit 50
        """
      ) { try $0["number"] as CaseNumber }
      let lacking = try db.all(
        """
        select tally_number(l.case_file) as number, bool_or(l.town is null) as no_town,
          not exists (select from tally v where v.case_file = l.case_file and v.indicator = 'value'
            and v.recorded_at <= \(run.asOf)::timestamptz) as no_value
        from tally l where \(filed.condition(run.scope))
        group by l.case_file having sum(l.amount) > 0 order by 1 limit 500
        """
      ) { row in
        (number: try row["number"] as CaseNumber, town: try row["no_town"] as Bool, value: try row["no_value"] as Bool)
      }
      return (vague: vague, town: lacking.filter(\.town).map(\.number), value: lacking.filter(\.value).map(\.number))
    }
    func lack(_ code: String, _ cases: [CaseNumber]) -> ReportCheck? {
      cases.isEmpty
        ? nil
        : ReportCheck(
          code: code, outcome: .warning, arguments: ["count": String(cases.count)], cases: Array(cases.prefix(50)))
    }
    let jumps = run.indicators.compactMap { indicator -> ReportCheck? in
      let figures = series[indicator.code] ?? []
      guard let now = figures.last, figures.count > 3, let jump = Self.jump(now, against: figures.dropLast()) else {
        return nil
      }
      return ReportCheck(
        code: "jump", outcome: .warning,
        arguments: ["indicator": indicator.code, "now": String(now), "mean": String(jump)], cases: [])
    }
    return run.sumChecks + jumps
      + [
        lack("vague-date", missing.vague), lack("no-town", missing.town), lack("no-value", missing.value),
      ].compactMap { $0 }
  }

  /// The mean of the periods before, where a figure lies far off it: by more than half of it and more than three times
  /// its square root.
  static func jump(_ now: Int64, against before: ArraySlice<Int64>) -> Int64? {
    let mean = Double(before.reduce(0, +)) / Double(before.count)
    let distance = abs(Double(now) - mean)
    return distance > mean / 2 && distance > 3 * mean.squareRoot() && distance >= 3 ? Int64(mean.rounded()) : nil
  }

  /// Indicators over the periods up to one, each the earliest first; a period without a line is 0.
  public func series(
    _ indicators: [String], through period: ReportPeriod, count: Int, asOf: Instant, scope: ReportScope,
    for officer: Officer
  ) async throws -> [String: [Int64]] {
    var periods = [period]
    while periods.count < count, let first = periods.first { periods.insert(first.previous, at: 0) }
    let all = periods
    return try await reading(officer) { db in
      let cells = try db.tallyMonths(all[0].days.lowerBound...period.days.upperBound, asOf: asOf, scope: scope)
      return Dictionary(
        uniqueKeysWithValues: Set(indicators).map { indicator in
          (
            indicator,
            all.map { period in
              cells.filter { $0.indicator == indicator && period.days.contains($0.month) }.reduce(0) { $0 + $1.amount }
            }
          )
        })
    }
  }
}

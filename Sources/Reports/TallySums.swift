import Law
import Postgres
import Registry

/// What the tally adds up to, for every cell of some cuts.
struct TallySums: Sendable {
  struct Cell: Hashable {
    let indicator: String
    let cut: String
    let key: String
  }

  private let figures: [Cell: ReportFigures]

  init(_ cells: [(Cell, ReportFigures)]) { figures = Dictionary(cells) { $1 } }

  subscript(indicator: String, cut: String, key: String) -> ReportFigures {
    figures[Cell(indicator: indicator, cut: cut, key: key)] ?? ReportFigures()
  }
}

extension Connection {
  /// Adds up what was recorded by `asOf`: whole months and days that are closed from their sums, the rest line by line.
  func tallySums(
    _ period: ReportPeriod, cuts: Set<String>, stocks: Set<String>, asOf: Instant, scope: ReportScope
  ) throws -> TallySums {
    let (year, before) = (period.yearToDate, period.yearBefore)
    // Of a stock all counts that came before the end of the period.
    let first = stocks.isEmpty ? before.yearToDate.lowerBound : .earliest
    let recorded = try recorded(asOf, scope, months: first...year.upperBound, cuts: cuts)
    let list = "{" + stocks.sorted().joined(separator: ",") + "}"
    func within(_ days: ClosedRange<Day>) -> SQL {
      """
      coalesce(sum(amount) filter (where month <= \(days.upperBound)::date
        and (month >= \(days.lowerBound)::date or indicator = any (\(list)::text[]))), 0)::bigint
      """
    }
    let cells = try all(
      """
      with \(recorded)
      select indicator, cut, key, \(within(period.days)) as period, \(within(before.days)) as period_before,
        \(within(year)) as year, \(within(before.yearToDate)) as year_before
      from recorded group by indicator, cut, key
      """
    ) { row -> (TallySums.Cell, ReportFigures) in
      var figures = ReportFigures()
      figures.period = try row["period"]
      figures.periodBefore = try row["period_before"]
      figures.year = try row["year"]
      figures.yearBefore = try row["year_before"]
      return (TallySums.Cell(indicator: try row["indicator"], cut: try row["cut"], key: try row["key"]), figures)
    }
    return TallySums(cells)
  }

  /// The totals of every indicator, month by month.
  func tallyMonths(
    _ days: ClosedRange<Day>, asOf: Instant, scope: ReportScope
  ) throws -> [(indicator: String, month: Day, amount: Int64)] {
    let recorded = try recorded(asOf, scope, months: days, cuts: ["total"])
    return try all(
      """
      with \(recorded)
      select indicator, month, sum(amount)::bigint as amount from recorded group by indicator, month order by 1, 2
      """
    ) { (try $0["indicator"], try $0["month"], try $0["amount"]) }
  }

  /// Filed cases that were not closed, before and in a period.
  func balance(_ period: ReportPeriod, asOf: Instant, scope: ReportScope) throws -> ReportBalance {
    let days = period.days
    let recorded = try recorded(asOf, scope, months: .earliest...days.upperBound, cuts: ["total"])
    let found = try first(
      """
      with \(recorded)
      select
        coalesce(sum(case indicator when 'filed' then amount else -amount end) filter (where month < \(days.lowerBound)::date), 0)::bigint
          as opening,
        coalesce(sum(amount) filter (where indicator = 'filed' and month >= \(days.lowerBound)::date), 0)::bigint as new,
        coalesce(sum(amount) filter (where indicator = 'closed' and month >= \(days.lowerBound)::date), 0)::bigint as closed
      from recorded where indicator in ('filed', 'closed')
      """
    ) { row in ReportBalance(opening: try row["opening"], new: try row["new"], closed: try row["closed"]) }
    return found ?? ReportBalance(opening: 0, new: 0, closed: 0)
  }

  /// The common table `recorded` (indicator, cut, key, month, amount): all that was recorded by `asOf`. Days that are
  /// closed come from their months where those are whole, else from their own sums; the rest line by line.
  private func recorded(
    _ asOf: Instant, _ scope: ReportScope, months: ClosedRange<Day>, cuts: Set<String>
  ) throws -> SQL {
    let list = "{" + cuts.sorted().map { "\"\($0)\"" }.joined(separator: ",") + "}"
    let wide = scope == .district
    let closed = try first("select closed_on from tally_closed") { try $0["closed_on"] as Day }
    let edge = min(asOf.day(), closed?.adding(days: 1) ?? .earliest)
    let month = Month(edge).first
    let wanted: SQL = """
      s.scope = \(scope.key) and s.cut = any (\(list)::text[])
        and s.month between \(months.lowerBound)::date and \(months.upperBound)::date
      """
    return """
      recorded as (
        select s.indicator, s.cut, s.key, s.month, s.amount from tally_sum s
        where s.is_month and s.recorded_on < \(month)::date and \(wanted)
        union all
        select s.indicator, s.cut, s.key, s.month, s.amount from tally_sum s
        where not s.is_month and s.recorded_on >= \(month)::date and s.recorded_on < \(edge)::date and \(wanted)
        union all
        select l.indicator, c.cut, c.key, l.month, l.amount
        from (
          select indicator, category, agency, town, flags, date_trunc('month', day)::date as month,
            sum(amount)::bigint as amount
          from tally
          where recorded_at >= \(edge.start)::timestamptz and recorded_at <= \(asOf)::timestamptz
            and day between \(months.lowerBound)::date and \(months.upperBound)::date
            and (\(wide) or agency = \(scope.key))
          group by 1, 2, 3, 4, 5, 6) l
          cross join lateral tally_cuts(l.category, l.agency, l.town, l.flags) c
        where c.cut = any (\(list)::text[]))
      """
  }
}

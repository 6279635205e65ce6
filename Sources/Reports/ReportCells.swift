import Casework
import Law
import Postgres
import Registry

/// What one group of entries adds up to.
struct Cell: Sendable {
  enum Grouping: Sendable { case ipType, agency, total }

  let grouping: Grouping
  let key: String
  let milestone: Milestone
  let month: (count: Int, fines: Int64, confiscated: Int64)
  let year: (count: Int, fines: Int64, confiscated: Int64)
}

extension Registry {
  /// Every figure of the report in one consistent view, and the number of entries too vague to count.
  func reportCells(_ month: Month, asOf: Instant, for officer: Officer) async throws -> (cells: [Cell], vague: Int) {
    try await reading(officer) { db in
      let year = month.yearToDate
      let cells = try db.later(
        """
        with counted as (
          select e.case_file, c.ip_type, e.agency, e.milestone, e.fine_fen, e.confiscated_fen,
            e.happened_from >= \(month.first)::date as in_month
          from entry e join case_file c on c.id = e.case_file
          where e.milestone is not null and e.happened_from >= \(year.lowerBound)::date
            and e.happened_to <= \(year.upperBound)::date and \(ReportCell.recorded(asOf))
        )
        select grouping(ip_type) as without_type, grouping(agency) as without_agency,
          coalesce(ip_type, agency, '') as key, milestone,
          count(distinct case_file) filter (where in_month) as month_count,
          coalesce(sum(fine_fen) filter (where in_month), 0)::bigint as month_fines,
          coalesce(sum(confiscated_fen) filter (where in_month), 0)::bigint as month_confiscated,
          count(distinct case_file) as year_count,
          coalesce(sum(fine_fen), 0)::bigint as year_fines,
          coalesce(sum(confiscated_fen), 0)::bigint as year_confiscated
        from counted group by grouping sets ((ip_type, milestone), (agency, milestone), (milestone))
        """, Cell.init)
      let vague = try db.later(
        """
        select count(*) as vague from entry e
        where e.milestone = any (\(ReportFigures.columnArray)::text[]) and e.happened_from <= \(month.last)::date
          and e.happened_to >= \(month.first)::date
          and not (e.happened_from >= \(month.first)::date and e.happened_to <= \(month.last)::date)
          and \(ReportCell.recorded(asOf))
        """
      ) { try $0["vague"] as Int }
      return (try cells.rows(), try vague.first() ?? 0)
    }
  }
}

extension Cell {
  init(_ row: Row) throws {
    let withoutType: Int = try row["without_type"]
    let withoutAgency: Int = try row["without_agency"]
    grouping = withoutType == 0 ? .ipType : withoutAgency == 0 ? .agency : .total
    key = try row["key"]
    milestone = try row["milestone"]
    month = (
      count: try row["month_count"], fines: try row["month_fines"], confiscated: try row["month_confiscated"]
    )
    year = (count: try row["year_count"], fines: try row["year_fines"], confiscated: try row["year_confiscated"])
  }
}

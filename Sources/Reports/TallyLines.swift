import Casework
import Law
import Postgres
import Registry

/// A cell of a report: whose cases it counts.
public struct TallyCell: Sendable, Equatable {
  /// The indicator.
  public var indicator: String
  /// What cuts it: the rows' kind and key; `nil` for all.
  public var row: (kind: ReportForm.Rows, keys: [String])?
  /// A mark that the cases have; `nil` for all.
  public var flag: String?
  /// The days that decide the period, both inclusive.
  public var days: ClosedRange<Day>
  /// What was recorded later does not count.
  public var asOf: Instant

  /// Names a cell.
  public init(
    indicator: String, row: (kind: ReportForm.Rows, keys: [String])?, flag: String?, days: ClosedRange<Day>,
    asOf: Instant
  ) {
    (self.indicator, self.row, self.flag, self.days, self.asOf) = (indicator, row, flag, days, asOf)
  }

  public static func == (left: TallyCell, right: TallyCell) -> Bool {
    (left.indicator, left.flag, left.days, left.asOf) == (right.indicator, right.flag, right.days, right.asOf)
      && left.row?.kind == right.row?.kind && left.row?.keys == right.row?.keys
  }
}

/// What one proceeding adds to a cell, or one action, or one target of an inspection.
public struct TallyLine: Sendable, Equatable {
  /// Key of the latest line that makes it up; lists go on before it.
  public let id: Int64
  /// What it is of.
  public let subject: TallySubject
  /// What that is about; `nil` where the reader may not see it itself.
  public let summary: String?
  /// The agency that acted.
  public let agency: AgencyCode
  /// The row by category; `nil` where it is no case.
  public let category: String?
  /// The day that decides the period.
  public let day: Day
  /// One, so many persons, or fen.
  public let amount: Int64
}

extension Registry {
  /// The proceedings that a cell counts, latest day first; at most `limit`, those before the key `before`.
  ///
  /// Their amounts add up to the figure of the cell: the same lines, cut the same way.
  public func lines(
    of cell: TallyCell, scope: ReportScope, limit: Int, before: (day: Day, id: Int64)? = nil, for officer: Officer
  ) async throws -> [TallyLine] {
    try await reading(officer) { db in
      let later: SQL = before.map { "and (l.day, l.id) < (\($0.day)::date, \($0.id)::bigint)" } ?? ""
      // A proceeding stands by the latest of its lines that add; what was taken back adds up to nothing.
      let known = try db.first("select kinds, basis from indicator where code = \(cell.indicator)") { row in
        (kinds: try row["kinds"] as String?, isStock: try row["basis"] as String == "stock")
      }
      let same: SQL =
        switch known?.kinds {
        case "market": "(o.indicator, o.agency, o.market) = (l.indicator, l.agency, l.market)"
        case "action": "(o.indicator, o.agency, o.day, o.action) = (l.indicator, l.agency, l.day, l.action)"
        case "inspection":
          "(o.indicator, o.agency, o.day, o.plan, o.target) = (l.indicator, l.agency, l.day, l.plan, l.target)"
        default:
          """
          (o.case_file, o.indicator, o.proceeding, o.agency, o.category, o.day, o.flags)
            = (l.case_file, l.indicator, l.proceeding, l.agency, l.category, l.day, l.flags)
          """
        }
      var cell = cell
      if known?.isStock == true { cell.days = .earliest...cell.days.upperBound }
      return try db.all(
        """
        select l.id, tally_number(l.case_file) as number, l.action, l.plan, l.market,
          coalesce(c.summary, a.place, g.name, m.name) as summary,
          l.agency, l.category, l.day, net.amount
        from tally l cross join lateral (
          select sum(o.amount)::bigint as amount, max(o.id) filter (where o.amount > 0) as head from tally o
          where \(same) and o.town is not distinct from l.town and o.day <= \(cell.days.upperBound)::date and o.recorded_at <= \(cell.asOf)::timestamptz) net
          left join case_file c on c.id = l.case_file left join enforcement_action a on a.id = l.action
          left join inspection_target g on g.plan = l.plan and g.identity_number = l.target
          left join key_market m on m.id = l.market
        where \(cell.condition(scope)) and l.amount > 0 and net.head = l.id and net.amount <> 0 \(later)
        order by l.day desc, l.id desc limit \(limit)
        """
      ) { row in
        TallyLine(
          id: try row["id"], subject: try TallySubject(row), summary: try row["summary"], agency: try row["agency"],
          category: try row["category"], day: try row["day"], amount: try row["amount"])
      }
    }
  }

  /// Every cell in which a case file counts, as recorded by `asOf`: indicator, day, and what it adds.
  public func cells(
    of number: CaseNumber, asOf: Instant, for officer: Officer
  ) async throws -> [(indicator: String, day: Day, agency: AgencyCode, category: String, amount: Int64)] {
    try await reading(officer) { db in
      try db.all(
        """
        select l.indicator, l.day, l.agency, l.category, sum(l.amount)::bigint as amount
        from tally l join case_file c on c.id = l.case_file left join indicator i on i.code = l.indicator
        where c.number = \(number) and l.recorded_at <= \(asOf)::timestamptz
        group by l.indicator, i.position, l.day, l.agency, l.category having sum(l.amount) <> 0
        order by l.day, i.position
        """
      ) { row in
        (try row["indicator"], try row["day"], try row["agency"], try row["category"], try row["amount"])
      }
    }
  }
}

extension TallyCell {
  /// The condition on a line `l`.
  func condition(_ scope: ReportScope) -> SQL {
    let keys =
      row.map { "{" + $0.keys.map { "\"\($0.replacing("\"", with: ""))\"" }.joined(separator: ",") + "}" } ?? "{}"
    let cut: SQL =
      switch row?.kind {
      case .category?: "and l.category = any (\(keys)::text[])"
      case .agency?: "and l.agency = any (\(keys)::text[])"
      case .town?: "and coalesce(l.town, '') = any (\(keys)::text[])"
      case .flag?: "and l.flags && \(keys)::text[]"
      case .total?, nil: ""
      }
    let marked: SQL = flag.map { "and \($0) = any (l.flags)" } ?? ""
    let own: SQL = scope == .district ? "" : "and l.agency = \(scope.key)"
    return """
      l.indicator = \(indicator) and l.day between \(days.lowerBound)::date and \(days.upperBound)::date
        and l.recorded_at <= \(asOf)::timestamptz \(cut) \(marked) \(own)
      """
  }
}

import Law
import Postgres
import Registry

extension Registry {
  /// Adds up the lines of every day of recording through `day` that is not yet added up; how many days. A line that
  /// comes later goes into the sums of its day by itself.
  @discardableResult
  public func closeTallies(through day: Day) async throws -> Int {
    try await database.transaction { db in
      try db.first("select tally_close(\(day)::date) as days") { try $0["days"] as Int } ?? 0
    }
  }

  /// Counts every indicator anew from the raw entries, and says of which, of whose and of which month it differs from the
  /// tally. Needs the administrator's connection.
  public func recount() async throws -> [TallyDifference] {
    try await database.snapshot { db in
      try db.execute("set local statement_timeout = 0")
      return try db.indicators().flatMap { indicator in
        try db.all(
          """
          with counted as (
            select agency, date_trunc('month', day)::date as month, sum(amount)::bigint as amount
            from (\(trusted: indicator.recount)) r group by 1, 2),
          kept as (
            select agency, date_trunc('month', day)::date as month, sum(amount)::bigint as amount from tally
            where indicator = \(indicator.code) group by 1, 2)
          select coalesce(c.agency, k.agency) as agency, coalesce(c.month, k.month) as month,
            coalesce(c.amount, 0) as counted, coalesce(k.amount, 0) as kept
          from counted c full join kept k on k.agency = c.agency and k.month = c.month
          where coalesce(c.amount, 0) <> coalesce(k.amount, 0) order by 1, 2
          """
        ) { row in
          TallyDifference(
            indicator: indicator.code, agency: try row["agency"], month: Month(try row["month"] as Day),
            counted: try row["counted"], kept: try row["kept"])
        }
      }
    }
  }

  /// The cells of closed days whose sums are not those of their lines. Needs the administrator's connection.
  public func brokenSums() async throws -> Int {
    try await database.snapshot { db in
      try db.execute("set local statement_timeout = 0")
      return try db.first(
        """
        with counted as (
          select s.scope, l.indicator, c.cut, c.key, date_trunc('month', l.day)::date as month,
            (l.recorded_at at time zone 'Asia/Shanghai')::date as recorded_on, sum(l.amount) as amount
          from tally l cross join lateral tally_cuts(l.category, l.agency, l.town, l.flags) c cross join lateral (values ('*'), (l.agency)) s (scope)
          where (l.recorded_at at time zone 'Asia/Shanghai')::date <= (select closed_on from tally_closed)
          group by 1, 2, 3, 4, 5, 6),
        days as (
          select count(*) as n from counted c full join (select * from tally_sum where not is_month) k
            on (k.scope, k.indicator, k.cut, k.key, k.month, k.recorded_on)
              = (c.scope, c.indicator, c.cut, c.key, c.month, c.recorded_on)
          where c.amount is distinct from k.amount),
        months as (
          select count(*) as n from (
            select scope, indicator, cut, key, month, date_trunc('month', recorded_on)::date as recorded_on, sum(amount) as amount
            from tally_sum where not is_month
              and date_trunc('month', recorded_on) < date_trunc('month', (select closed_on + 1 from tally_closed))
            group by 1, 2, 3, 4, 5, 6) c
          full join (select * from tally_sum where is_month) k
            on (k.scope, k.indicator, k.cut, k.key, k.month, k.recorded_on)
              = (c.scope, c.indicator, c.cut, c.key, c.month, c.recorded_on)
          where c.amount is distinct from k.amount)
        select (days.n + months.n)::int as n from days, months
        """
      ) { try $0["n"] as Int } ?? 0
    }
  }
}

/// A month in which an indicator is not what the entries say.
public struct TallyDifference: Sendable, Equatable {
  /// The indicator.
  public let indicator: String
  /// Whose.
  public let agency: String
  /// The month.
  public let month: Month
  /// By the entries.
  public let counted: Int64
  /// By the tally.
  public let kept: Int64
}

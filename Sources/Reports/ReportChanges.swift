import Casework
import Law
import Postgres
import Registry

/// What was recorded or put right after the last issue, of times before the period (上期发布后的调整).
public struct ReportChanges: Sendable, Equatable {
  /// One adjustment.
  public struct Line: Sendable, Equatable {
    /// The indicator.
    public let indicator: String
    /// The day that decides the period.
    public let day: Day
    /// What it is of.
    public let subject: TallySubject
    /// The agency that acted.
    public let agency: AgencyCode
    /// Added, or taken back where negative.
    public let amount: Int64
    /// When it was recorded.
    public let recordedAt: Instant
  }

  /// The last issue of the form before this period.
  public let since: ReportIssue
  /// What changed, in order of recording; at most 10,000.
  public let lines: [Line]
  /// Filed cases among them, net.
  public let filed: Int64
  /// Closed cases among them, net.
  public let closed: Int64

  /// Pending cases at the beginning of the period: as issued, adjusted by what changed since.
  public var opening: Int64 { since.closing + filed - closed }
}

extension Registry {
  /// What changed since the last issue before a period; `nil` where nothing was issued before.
  public func changes(
    _ form: ReportForm, _ period: ReportPeriod, asOf: Instant, scope: ReportScope, for officer: Officer
  ) async throws -> ReportChanges? {
    try await reading(officer) { db in
      let before = try db.first(
        """
        \(ReportIssue.selection) where i.agency = \(officer.agency) and i.form = \(form.key) and i.scope = \(scope.key)
          and i.issued_at <= \(asOf)::timestamptz and i.period < \(period.description) order by i.period desc limit 1
        """, ReportIssue.init)
      guard let before, let last = ReportPeriod(before.period) else { return nil }
      let own: SQL = scope == .district ? "" : "and l.agency = \(scope.key)"
      let condition: SQL = """
        l.recorded_at > \(before.asOf)::timestamptz and l.recorded_at <= \(asOf)::timestamptz
          and l.day <= \(last.days.upperBound)::date \(own)
        """
      let lines = try db.all(
        """
        select l.indicator, l.day, tally_number(l.case_file) as number, l.action, l.plan, l.market, l.agency, sum(l.amount)::bigint as amount,
          l.recorded_at, min(l.id) as first
        from tally l where \(condition) group by l.indicator, l.day, l.case_file, l.action, l.plan, l.market, l.agency,
          l.recorded_at
        having sum(l.amount) <> 0 order by l.recorded_at, first limit 10000
        """
      ) { row in
        ReportChanges.Line(
          indicator: try row["indicator"], day: try row["day"], subject: try TallySubject(row),
          agency: try row["agency"], amount: try row["amount"], recordedAt: try row["recorded_at"])
      }
      let sums = try db.first(
        """
        select coalesce(sum(amount) filter (where indicator = 'filed'), 0)::bigint as filed,
          coalesce(sum(amount) filter (where indicator = 'closed'), 0)::bigint as closed from tally l where \(condition)
        """
      ) { row in (filed: try row["filed"] as Int64, closed: try row["closed"] as Int64) }
      return ReportChanges(since: before, lines: lines, filed: sums?.filed ?? 0, closed: sums?.closed ?? 0)
    }
  }
}

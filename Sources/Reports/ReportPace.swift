import Casework
import Law
import Postgres
import Registry

/// How long the acts of a period took against one time limit that the law gives (办理用时).
public struct ReportPace: Sendable, Equatable {
  /// The rule, such as `P16`.
  public let rule: String
  /// Acts within half of the time.
  public let soon: Int64
  /// Acts in the second half of it.
  public let timely: Int64
  /// Acts after it.
  public let late: Int64
  /// Hours that half of the acts took at most.
  public let medianHours: Int64
}

extension Registry {
  /// The time limits that agencies kept or missed in a period, those with most acts first; at most twelve. It goes by the
  /// clocks as they are reckoned now, so it is shown beside a report and is no part of it.
  public func pace(
    _ days: ClosedRange<Day>, asOf: Instant, scope: ReportScope, for officer: Officer
  ) async throws -> [ReportPace] {
    try await reading(officer) { db in
      try db.all(
        """
        select rule, soon, timely, late, median_hours
        from report_pace(\(days.lowerBound)::date, \(days.upperBound)::date, \(asOf)::timestamptz, \(scope.key))
        """
      ) { row in
        ReportPace(
          rule: try row["rule"], soon: try row["soon"], timely: try row["timely"], late: try row["late"],
          medianHours: try row["median_hours"])
      }
    }
  }
}

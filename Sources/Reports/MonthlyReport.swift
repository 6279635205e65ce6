import Casework
import Law
import Postgres
import Registry

/// The month's report: what happened in the month and in the year up to its end, as recorded by an instant.
///
/// It counts case files, each once in a cell, among those the officer may see. Run again with the same `asOf`, it gives
/// the same figures whatever was recorded later.
public struct MonthlyReport: Sendable, Equatable {
  /// The month.
  public let month: Month
  /// What was recorded later does not count.
  public let asOf: Instant
  /// A row for each kind of intellectual property, in the order of lists.
  public let byType: [ReportRow<IPType>]
  /// A row for each agency but offices of government and platforms, which have one only if they have a figure; in the
  /// order of lists.
  public let byAgency: [ReportRow<AgencyCode>]
  /// All together. A case file in which two agencies reached the same milestone counts once here and once for each.
  public let total: ReportPeriods
  /// Entries that may have happened in the month, but whose date is too vague to tell.
  public let vague: Int
}

/// One row of a report.
public struct ReportRow<Key: Sendable & Equatable>: Sendable, Equatable {
  /// What the row is about.
  public let key: Key
  /// Its figures.
  public let periods: ReportPeriods
}

/// The figures of the month and of the year to date.
public struct ReportPeriods: Sendable, Equatable {
  /// The month.
  public var month = ReportFigures()
  /// 1 January to the end of the month.
  public var yearToDate = ReportFigures()
}

/// Counts of case files, and sums in fen.
public struct ReportFigures: Sendable, Equatable {
  /// Case files by milestone.
  public var counts: [Milestone: Int] = [:]
  /// Fines imposed (罚款), in fen.
  public var fines: Int64 = 0
  /// Gains confiscated (没收违法所得), in fen.
  public var confiscated: Int64 = 0

  /// The milestones that are columns, in order.
  public static let columns: [Milestone] = [.lead, .filed, .decided, .closed, .referred, .policeFiled]

  static let columnArray = "{" + columns.map(\.rawValue).joined(separator: ",") + "}"
}

extension Registry {
  /// Draws the month's report for what the officer's agency may see.
  ///
  /// - Throws: `instant.future` if `asOf` is later than `now`.
  public func monthlyReport(_ month: Month, asOf: Instant, for officer: Officer, now: Instant) async throws
    -> MonthlyReport
  {
    guard asOf <= now else { throw Refusal(.invalid, "instant.future", field: "asOf") }
    let agencies = try await agencies()
    let (cells, vague) = try await reportCells(month, asOf: asOf, for: officer)
    let types = IPType.allCases.map { type in
      ReportRow(key: type, periods: ReportPeriods(cells.filter { $0.grouping == .ipType && $0.key == type.rawValue }))
    }
    let rows = agencies.compactMap { agency -> ReportRow<AgencyCode>? in
      let own = cells.filter { $0.grouping == .agency && $0.key == agency.code.rawValue }
      let isBystander = agency.kind == .government || agency.kind == .platform
      return isBystander && own.isEmpty ? nil : ReportRow(key: agency.code, periods: ReportPeriods(own))
    }
    return MonthlyReport(
      month: month, asOf: asOf, byType: types, byAgency: rows,
      total: ReportPeriods(cells.filter { $0.grouping == .total }), vague: vague)
  }
}

extension ReportPeriods {
  init(_ cells: [Cell]) {
    for cell in cells {
      month.counts[cell.milestone] = cell.month.count
      yearToDate.counts[cell.milestone] = cell.year.count
      month.fines += cell.month.fines
      month.confiscated += cell.month.confiscated
      yearToDate.fines += cell.year.fines
      yearToDate.confiscated += cell.year.confiscated
    }
  }
}

extension ReportFigures {
  /// A sum of fen as yuan with two decimals. A sum may exceed what a single amount can be.
  public static func yuan(_ fen: Int64) -> String {
    let cents = fen % 100
    return "\(fen / 100).\(cents < 10 ? "0" : "")\(cents)"
  }
}

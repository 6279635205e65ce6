import Law

/// The time that a report is about: a month or a quarter.
public struct ReportPeriod: Sendable, Equatable, Hashable, LosslessStringConvertible {
  /// How long it is.
  public enum Length: String, Sendable, CaseIterable {
    case month
    case quarter
  }

  /// How long it is.
  public let length: Length
  /// Its first month.
  public let first: Month

  /// The period of that length in which a month lies.
  public init(_ length: Length, containing month: Month) {
    self.length = length
    var first = month
    if length == .quarter { while first.month % 3 != 1 { first = first.previous } }
    self.first = first
  }

  /// Reads `2026-10` or `2026-Q4`.
  public init?(_ text: String) {
    let halves = text.uppercased().split(separator: "-", omittingEmptySubsequences: false)
    if halves.count == 2, halves[1].hasPrefix("Q"), let year = Int(halves[0]), let quarter = Int(halves[1].dropFirst()),
      (1...4).contains(quarter), let month = Month(year: year, month: quarter * 3 - 2), halves[0].utf8.count == 4
    {
      self.init(.quarter, containing: month)
    } else if let month = Month(text) {
      self.init(.month, containing: month)
    } else {
      return nil
    }
  }

  /// `2026-10`, or `2026-Q4`.
  public var description: String {
    length == .month ? first.description : "\(first.year)-Q\((first.month + 2) / 3)"
  }

  /// Its last month.
  public var last: Month { length == .month ? first : first.next.next }
  /// Its days, both inclusive.
  public var days: ClosedRange<Day> { first.first...last.last }
  /// 1 January through its last day, both inclusive.
  public var yearToDate: ClosedRange<Day> { last.yearToDate }
  /// The period before.
  public var previous: ReportPeriod { ReportPeriod(length, containing: first.previous) }
  /// The period after.
  public var next: ReportPeriod { ReportPeriod(length, containing: last.next) }
  /// The same period of the year before.
  public var yearBefore: ReportPeriod { ReportPeriod(length, containing: first.sameMonthLastYear) }
}

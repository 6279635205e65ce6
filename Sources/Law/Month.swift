/// A calendar month, as a reporting period.
///
/// Years run from 1900 through 2199; stepping beyond stops at the first or the last month of that range.
/// Encoded as the text "2026-10"; decoding accepts that form only.
public struct Month: Comparable, Hashable, Sendable {
  // Months since January of year 0.
  private let number: Int

  /// The month; nil unless `month` is in 1...12 and `year` in 1900...2199.
  public init?(year: Int, month: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month) else { return nil }
    self.init(number: year * 12 + month - 1)
  }

  /// The month in which that day lies.
  public init(_ day: Day) {
    self.init(number: day.year * 12 + day.month - 1)
  }

  private init(number: Int) {
    self.number = min(max(number, 1900 * 12), 2199 * 12 + 11)
  }

  /// The Gregorian year, 1900 through 2199.
  public var year: Int { number / 12 }

  /// The month of the year, 1 through 12.
  public var month: Int { number % 12 + 1 }

  /// The first day, inclusive.
  public var first: Day { Day(number: Civil.number(year: year, month: month, day: 1)) }

  /// The last day, inclusive.
  public var last: Day { first.adding(days: Civil.length(year: year, month: month) - 1) }

  /// From 1 January of the year through the last day of the month, both inclusive.
  public var yearToDate: ClosedRange<Day> {
    Day(number: Civil.number(year: year, month: 1, day: 1))...last
  }

  /// The month before; January 1900 stays.
  public var previous: Month { Month(number: number - 1) }

  /// The month after; December 2199 stays.
  public var next: Month { Month(number: number + 1) }

  /// The same month of the year before (去年同期); January 1900 for every month of 1900.
  public var sameMonthLastYear: Month { Month(number: number - 12) }

  /// Whether the left-hand month is before the right-hand one.
  public static func < (left: Month, right: Month) -> Bool {
    left.number < right.number
  }
}

extension Month: LosslessStringConvertible {
  /// Reads "2026-10" (two-digit month), "2026年10月" or "2026/10"; digits and separators may be full-width (全角).
  public init?(_ text: String) {
    guard let parts = PartialDay.Parts(text), let month = parts.month, parts.day == nil else { return nil }
    self.init(year: parts.year, month: month)
  }

  /// The ISO 8601 form, "2026-10".
  public var description: String { "\(year.padded(4))-\(month.padded(2))" }
}

extension Month: Codable {
  /// Decodes the form that `description` prints, and no other.
  public init(from decoder: any Decoder) throws {
    self = try decoder.canonical(Month.init(_:))
  }

  /// Encodes `description`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

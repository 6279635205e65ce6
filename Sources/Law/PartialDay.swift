/// A date that is known to the day, to the month or only to the year.
///
/// Encoded as its description; decoding accepts that form only.
public struct PartialDay: Hashable, Sendable {
  /// How much of the date is known.
  public enum Precision: String, CaseIterable, Codable, Sendable {
    case day
    case month
    case year
  }

  /// How much of the date is known.
  public let precision: Precision

  /// The first day that the date may be, inclusive.
  public let first: Day

  /// The last day that the date may be, inclusive.
  public let last: Day

  /// The day, where it is known.
  public var exact: Day? { first == last ? first : nil }

  /// A date known to the day.
  public init(_ day: Day) {
    (precision, first, last) = (.day, day, day)
  }

  /// The date that may be any day from `first` through `last`.
  ///
  /// Nil unless the range is exactly one day, one whole calendar month or one whole calendar year.
  public init?(first: Day, last: Day) {
    let precision: Precision
    if first == last {
      precision = .day
    } else if first.day == 1, first.year == last.year, last.adding(days: 1).day == 1 || last == .latest {
      if first.month == last.month {
        precision = .month
      } else if first.month == 1, last.month == 12 {
        precision = .year
      } else {
        return nil
      }
    } else {
      return nil
    }
    (self.precision, self.first, self.last) = (precision, first, last)
  }
}

extension PartialDay: LosslessStringConvertible {
  /// Reads what `Day` reads, and "2024-08" (two-digit month), "2024年8月", "2024/8", "2024" and "2024年".
  ///
  /// "2024.8" is refused: it may be a number, and a spreadsheet prints October as "2024.1".
  public init?(_ text: String) {
    guard let parts = Parts(text) else { return nil }
    let months = parts.month.map { $0...$0 } ?? 1...12
    if let day = parts.day {
      guard let day = Day(year: parts.year, month: months.lowerBound, day: day) else { return nil }
      self.init(day)
    } else {
      guard
        let first = Day(year: parts.year, month: months.lowerBound, day: 1),
        let last = Day(
          year: parts.year, month: months.upperBound, day: Civil.length(year: parts.year, month: months.upperBound))
      else { return nil }
      self.init(first: first, last: last)
    }
  }

  /// As much of the ISO 8601 date as is known: "2024", "2024-08" or "2024-08-02".
  public var description: String {
    switch precision {
    case .day: first.description
    case .month: "\(first.year.padded(4))-\(first.month.padded(2))"
    case .year: first.year.padded(4)
    }
  }
}

extension PartialDay: Codable {
  /// Decodes the form that `description` prints, and no other.
  public init(from decoder: any Decoder) throws {
    self = try decoder.canonical(PartialDay.init(_:))
  }

  /// Encodes `description`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension PartialDay {
  /// The numbers of a written date, not yet checked against the calendar. A day never comes without a month.
  struct Parts {
    let year: Int
    private(set) var month: Int?
    private(set) var day: Int?

    init?(_ text: String) {
      // The longest form, "2026年12月31日" in full-width digits, takes 33 bytes.
      guard text.utf8.count <= 33 else { return nil }
      var folded = String.UnicodeScalarView()
      folded.append(contentsOf: text.unicodeScalars.lazy.map(\.halfWidth))
      var reader = Reader(String(folded))
      guard let year = reader.number(4...4) else { return nil }
      self.year = year
      if reader.atEnd { return }
      guard let separator = reader.take("-", "/", ".", "年") else { return nil }
      if separator == "年", reader.atEnd { return }

      let digits = separator == "-" ? 2...2 : 1...2
      guard let month = reader.number(digits) else { return nil }
      self.month = month
      if separator == "年" {
        guard reader.take("月") != nil else { return nil }
        if reader.atEnd { return }
      } else {
        if reader.atEnd, separator != "." { return }
        guard reader.take(separator) != nil else { return nil }
      }

      guard let day = reader.number(digits) else { return nil }
      self.day = day
      if separator == "年", reader.take("日") == nil { return nil }
      guard reader.atEnd else { return nil }
    }
  }
}

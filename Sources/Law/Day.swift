/// A calendar day in Asia/Shanghai, without a time and without a time zone.
///
/// Years run from 1900 through 2199. Arithmetic that would leave that range stops at `earliest` or `latest`.
/// Encoded as the text "2026-11-22"; decoding accepts that form only.
public struct Day: Comparable, Hashable, Sendable {
  /// Days since 1970-01-01, which is 0, in the proleptic Gregorian calendar; negative before it.
  public let number: Int

  /// 1 January 1900.
  public static let earliest = Day(clamped: -25_567)

  /// 31 December 2199.
  public static let latest = Day(clamped: 84_005)

  /// The day with that `number`; beyond the range, the nearest day within it.
  public init(number: Int) {
    self.init(clamped: min(max(number, Day.earliest.number), Day.latest.number))
  }

  /// The day of that date; nil unless the date exists and the year is in 1900...2199.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), Civil.exists(year: year, month: month, day: day) else { return nil }
    self.init(clamped: Civil.number(year: year, month: month, day: day))
  }

  private init(clamped number: Int) {
    self.number = number
  }

  /// The Gregorian year, 1900 through 2199.
  public var year: Int { Civil.date(number).year }

  /// The month of the year, 1 through 12.
  public var month: Int { Civil.date(number).month }

  /// The day of the month, 1 through 31.
  public var day: Int { Civil.date(number).day }

  /// The day of the week by ISO 8601: 1 is Monday, 7 is Sunday.
  public var weekday: Int { Civil.modulo(number + 3, 7) + 1 }

  /// The day so many calendar days later, or earlier if negative; stops at `earliest` or `latest`.
  public func adding(days: Int) -> Day {
    let (sum, overflow) = number.addingReportingOverflow(days)
    guard !overflow else { return days < 0 ? .earliest : .latest }
    return Day(number: sum)
  }

  /// Calendar days from the right-hand day to the left-hand one: 0 for the same day, 1 for the day after.
  public static func - (later: Day, earlier: Day) -> Int {
    later.number - earlier.number
  }

  /// Whether the left-hand day is before the right-hand one.
  public static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }
}

extension Day: LosslessStringConvertible {
  /// Reads "2026-09-30" (two-digit month and day), "2026年9月30日", "2026/9/30" or "2026.9.30".
  ///
  /// Digits and separators may be full-width (全角). Nothing may stand before or after, not even a space.
  public init?(_ text: String) {
    guard let parts = PartialDay.Parts(text), let month = parts.month, let day = parts.day else { return nil }
    self.init(year: parts.year, month: month, day: day)
  }

  /// The ISO 8601 form, "2026-11-22".
  public var description: String {
    let date = Civil.date(number)
    return "\(date.year.padded(4))-\(date.month.padded(2))-\(date.day.padded(2))"
  }
}

extension Day: Codable {
  /// Decodes the form that `description` prints, and no other.
  public init(from decoder: any Decoder) throws {
    self = try decoder.canonical(Day.init(_:))
  }

  /// Encodes `description`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// The proleptic Gregorian calendar as pure arithmetic, for years 0 through 9999.
enum Civil {
  static func exists(year: Int, month: Int, day: Int) -> Bool {
    (1...12).contains(month) && day >= 1 && day <= length(year: year, month: month)
  }

  /// The number of days in a month of 1...12.
  static func length(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01.
  static func number(year: Int, month: Int, day: Int) -> Int {
    // Years begin in March, so that the leap day is the last of its year; 719,468 days lead from 0000-03-01 to 1970.
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return 365 * shifted + floor(shifted, 4) - floor(shifted, 100) + floor(shifted, 400) + dayOfYear - 719_468
  }

  static func date(_ number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = floor(shifted, 146_097)
    let dayOfEra = modulo(shifted, 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * fromMarch + 2) / 5 + 1)
  }

  static func floor(_ value: Int, _ divisor: Int) -> Int {
    value / divisor - (value % divisor < 0 ? 1 : 0)
  }

  static func modulo(_ value: Int, _ divisor: Int) -> Int {
    value - floor(value, divisor) * divisor
  }
}

/// Reads a short text from left to right, Unicode scalar by Unicode scalar, so that combining marks never join digits.
struct Reader {
  private var rest: Substring.UnicodeScalarView

  init(_ text: String) {
    rest = text[...].unicodeScalars
  }

  var atEnd: Bool { rest.isEmpty }

  /// The number that the next ASCII digits write, at most `count.upperBound` of them; nil if they are too few.
  mutating func number(_ count: ClosedRange<Int>) -> Int? {
    var value = 0
    var seen = 0
    while seen < count.upperBound, let digit = rest.first, ("0"..."9").contains(digit) {
      value = value * 10 + Int(digit.value - 48)
      seen += 1
      rest.removeFirst()
    }
    return seen >= count.lowerBound ? value : nil
  }

  /// Steps over the next scalar if it is one of those.
  mutating func take(_ wanted: Unicode.Scalar...) -> Unicode.Scalar? {
    guard let next = rest.first, wanted.contains(next) else { return nil }
    rest.removeFirst()
    return next
  }
}

extension Unicode.Scalar {
  /// The ASCII scalar of which this is the full-width form (U+FF01 through U+FF5E), or the scalar itself.
  package var halfWidth: Unicode.Scalar {
    (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(UInt8(value - 0xFEE0)) : self
  }
}

extension Int {
  /// Decimal, with zeros in front up to that width.
  func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}

extension Decoder {
  /// The value that a single text prints; a text in any other form is refused.
  func canonical<Value: CustomStringConvertible>(_ read: (String) -> Value?) throws -> Value {
    let container = try singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = read(text), value.description.utf8.elementsEqual(text.utf8) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a \(Value.self)")
    }
    return value
  }
}

/// A point in time, to the microsecond.
///
/// Instants run from the first through the last microsecond of the range of `Day`, in Asia/Shanghai, so that every
/// instant has a day; arithmetic that would leave that range stops at its end.
/// Encoded as its description; decoding accepts whatever `init?(_:)` reads.
///
/// Asia/Shanghai is UTC+8 throughout. China has had no summer time since 1991; for instants before 1992 it is UTC+8
/// all the same, so a summer evening of 1986 through 1991 may show an hour less than clocks then did.
public struct Instant: Comparable, Hashable, Sendable {
  /// Microseconds since 1970-01-01T00:00:00Z; negative before it.
  public let microseconds: Int64

  /// The instant so many microseconds after 1970-01-01T00:00:00Z; beyond the range, the nearest instant within it.
  public init(microseconds: Int64) {
    self.microseconds = min(max(microseconds, Instant.range.lowerBound), Instant.range.upperBound)
  }

  private static let dayLength = 86_400_000_000
  private static let shanghai = 8 * 3_600_000_000

  // 1900-01-01 00:00:00 through 2199-12-31 23:59:59.999999 in Asia/Shanghai.
  private static let range =
    Int64(Day.earliest.number * dayLength - shanghai)...Int64((Day.latest.number + 1) * dayLength - shanghai - 1)

  /// The instant so many seconds later, or earlier if negative; stops at the ends of the range.
  public func adding(seconds: Int) -> Instant {
    let (delta, tooLong) = Int64(seconds).multipliedReportingOverflow(by: 1_000_000)
    let (sum, tooFar) = microseconds.addingReportingOverflow(delta)
    guard !tooLong, !tooFar else { return Instant(microseconds: seconds < 0 ? .min : .max) }
    return Instant(microseconds: sum)
  }

  /// The calendar day in Asia/Shanghai.
  public func day() -> Day {
    Day(number: Civil.floor(Int(microseconds) + Instant.shanghai, Instant.dayLength))
  }

  /// The date and the minute in Asia/Shanghai, "2026-11-01 00:00"; seconds are cut off.
  public var local: String {
    let minute = Civil.modulo(Int(microseconds) + Instant.shanghai, Instant.dayLength) / 60_000_000
    return "\(day()) \((minute / 60).padded(2)):\((minute % 60).padded(2))"
  }

  /// Whether the left-hand instant is before the right-hand one.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }
}

extension Instant: LosslessStringConvertible {
  /// Reads RFC 3339, "2026-11-01T00:00:00+08:00", and what PostgreSQL prints, "2026-11-01 00:00:00.123456+00".
  ///
  /// The offset is required: "Z", "+08:00", "+0800" or "+08". The fraction has 1 to 6 digits. Leap seconds, "24:00"
  /// and instants out of the range are refused.
  public init?(_ text: String) {
    guard text.utf8.count <= 32 else { return nil }
    var reader = Reader(text)
    guard
      let year = reader.number(4...4), reader.take("-") != nil,
      let month = reader.number(2...2), reader.take("-") != nil,
      let day = reader.number(2...2), reader.take("T", "t", " ") != nil,
      Civil.exists(year: year, month: month, day: day),
      let hour = reader.number(2...2), hour < 24, reader.take(":") != nil,
      let minute = reader.number(2...2), minute < 60, reader.take(":") != nil,
      let second = reader.number(2...2), second < 60,
      let fraction = Instant.fraction(&reader),
      let offset = Instant.offset(&reader), reader.atEnd
    else { return nil }

    let days = Civil.number(year: year, month: month, day: day)
    let seconds = hour * 3600 + minute * 60 + second - offset
    let microseconds = Int64(days * Instant.dayLength + seconds * 1_000_000 + fraction)
    guard Instant.range.contains(microseconds) else { return nil }
    self.init(microseconds: microseconds)
  }

  /// The RFC 3339 form in UTC, "2026-10-31T16:00:00.000001Z"; without the fraction when that is zero.
  public var description: String {
    let date = Civil.date(Civil.floor(Int(microseconds), Instant.dayLength))
    let time = Civil.modulo(Int(microseconds), Instant.dayLength)
    let (second, fraction) = (time / 1_000_000, time % 1_000_000)
    return "\(date.year.padded(4))-\(date.month.padded(2))-\(date.day.padded(2))"
      + "T\((second / 3600).padded(2)):\((second / 60 % 60).padded(2)):\((second % 60).padded(2))"
      + (fraction == 0 ? "Z" : ".\(fraction.padded(6))Z")
  }

  /// Microseconds; 0 if there is no point.
  private static func fraction(_ reader: inout Reader) -> Int? {
    guard reader.take(".") != nil else { return 0 }
    guard var value = reader.number(1...1) else { return nil }
    for _ in 2...6 {
      value = value * 10 + (reader.number(1...1) ?? 0)
    }
    return value
  }

  /// Seconds east of UTC.
  private static func offset(_ reader: inout Reader) -> Int? {
    if reader.take("Z", "z") != nil { return 0 }
    guard let sign = reader.take("+", "-"), let hours = reader.number(2...2), hours < 24 else { return nil }
    var minutes = 0
    if !reader.atEnd {
      _ = reader.take(":")
      guard let written = reader.number(2...2), written < 60 else { return nil }
      minutes = written
    }
    return (hours * 60 + minutes) * (sign == "-" ? -60 : 60)
  }
}

extension Instant: Codable {
  /// Decodes whatever `init?(_:)` reads.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let instant = Instant(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an Instant")
    }
    self = instant
  }

  /// Encodes `description`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

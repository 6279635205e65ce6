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

  /// The instant so many microseconds later, or earlier if negative; stops at the ends of the range.
  public func adding(microseconds more: Int64) -> Instant {
    let (sum, overflow) = microseconds.addingReportingOverflow(more)
    return Instant(microseconds: overflow ? (more < 0 ? .min : .max) : sum)
  }

  /// The calendar day in Asia/Shanghai.
  public func day() -> Day {
    Day(number: Civil.floor(Int(microseconds) + Instant.shanghai, Instant.dayLength))
  }

  /// The minute in Asia/Shanghai, "00:00".
  public var minute: String { String(local.suffix(5)) }

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
    if let microseconds = Instant.fixed(text), Instant.range.contains(microseconds) {
      self.init(microseconds: microseconds)
      return
    }
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
    // Digit by digit: every list prints two of these a row.
    return String(unsafeUninitializedCapacity: 27) { bytes in
      var count = 0
      func write(_ value: Int, digits: Int, then separator: Unicode.Scalar) {
        var rest = value
        for place in stride(from: digits - 1, through: 0, by: -1) {
          bytes[count + place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
        bytes[count + digits] = UInt8(ascii: separator)
        count += digits + 1
      }
      write(date.year, digits: 4, then: "-")
      write(date.month, digits: 2, then: "-")
      write(date.day, digits: 2, then: "T")
      write(second / 3600, digits: 2, then: ":")
      write(second / 60 % 60, digits: 2, then: ":")
      write(second % 60, digits: 2, then: fraction == 0 ? "Z" : ".")
      if fraction != 0 { write(fraction, digits: 6, then: "Z") }
      return count
    }
  }

  /// The microseconds of an instant in UTC written in fixed places, as PostgreSQL and `description` write it; `nil` for
  /// any other form, which the slower reader may know.
  private static func fixed(_ text: String) -> Int64? {
    var text = text
    return text.withUTF8 { bytes -> Int64? in
      let count = bytes.count
      guard count >= 20, bytes[4] == 45, bytes[7] == 45, bytes[10] == 32 || bytes[10] == 84, bytes[13] == 58,
        bytes[16] == 58
      else { return nil }
      func number(_ start: Int, _ digits: Int) -> Int? {
        var value = 0
        for index in start..<start + digits {
          guard (48...57).contains(bytes[index]) else { return nil }
          value = value * 10 + Int(bytes[index] - 48)
        }
        return value
      }
      guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2), let hour = number(11, 2),
        let minute = number(14, 2), let second = number(17, 2), hour < 24, minute < 60, second < 60,
        Civil.exists(year: year, month: month, day: day)
      else { return nil }
      var (index, fraction, scale) = (19, 0, 1_000_000)
      if bytes[index] == 46 {
        index += 1
        while index < count, scale > 1, (48...57).contains(bytes[index]) {
          fraction = fraction * 10 + Int(bytes[index] - 48)
          scale /= 10
          index += 1
        }
        if scale == 1_000_000 { return nil }
      }
      let isZ = index == count - 1 && bytes[index] == 90
      let isPlusZero =
        index == count - 3 && bytes[index] == 43 && bytes[index + 1] == 48 && bytes[index + 2] == 48
      guard isZ || isPlusZero else { return nil }
      let days = Civil.number(year: year, month: month, day: day)
      return Int64((days * 86_400 + hour * 3600 + minute * 60 + second) * 1_000_000 + fraction * scale)
    }
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

/// A minute of the day, 00:00 through 23:59, in Asia/Shanghai.
public struct Minute: Sendable, Equatable, LosslessStringConvertible {
  /// Minutes since midnight.
  public let number: Int

  /// Reads `16:30` or `9:05`; digits and colon may be full-width.
  public init?(_ text: String) {
    guard text.utf8.count <= 15 else { return nil }
    var folded = String.UnicodeScalarView()
    folded.append(contentsOf: text.unicodeScalars.lazy.map(\.halfWidth))
    var reader = Reader(String(folded))
    guard let hour = reader.number(1...2), hour < 24, reader.take(":") != nil, let minute = reader.number(2...2),
      minute < 60, reader.atEnd
    else { return nil }
    number = hour * 60 + minute
  }

  public var description: String { "\((number / 60).padded(2)):\((number % 60).padded(2))" }
}

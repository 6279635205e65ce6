/// When a time limit ends, and why then.
public struct Due: Sendable, Equatable {
  /// A day or an instant.
  public enum Moment: Sendable, Equatable {
    /// The end of a day.
    case day(Day)
    /// A point in time.
    case instant(Instant)

    /// The day, in Asia/Shanghai.
    public var day: Day {
      switch self {
      case .day(let day): day
      case .instant(let instant): instant.day()
      }
    }

    /// The last instant that is in time: the day's last microsecond, or the instant itself.
    public var end: Instant {
      switch self {
      case .day(let day): day.start.adding(seconds: 86_400).adding(microseconds: -1)
      case .instant(let instant): instant
      }
    }
  }

  /// A line of the ledger: a day, or of a limit in hours an hour, and whether it counted.
  public struct Line: Sendable, Equatable {
    /// Why it counted or did not.
    public enum Reason: Sendable, Equatable {
      /// The day of the trigger, or of the event counted back from: day 0.
      case trigger
      /// It counted.
      case counted
      /// A weekend on which people work, and so counted.
      case makeUp
      /// A weekend.
      case weekend
      /// A statutory holiday.
      case holiday
      /// A time that this rule does not count.
      case excluded(Exclusion.Kind)
      /// A last day that gave way to a later one.
      case rolled

      /// Stable name.
      public var code: String {
        switch self {
        case .trigger: "trigger"
        case .counted: "counted"
        case .makeUp: "make-up-workday"
        case .weekend: "weekend"
        case .holiday: "holiday"
        case .excluded(let kind): kind.rawValue
        case .rolled: "rolled"
        }
      }
    }

    /// Which day or hour.
    public let moment: Moment
    /// Its number if it counted, from 1.
    public let number: Int?
    /// Why.
    public let reason: Reason
    /// The name of the holiday and the notice that says so.
    public let note: String?
    /// The articles.
    public let citations: [Citation]
  }

  /// The rule that was asked for.
  public let rule: String
  /// The version that governs.
  public let limit: TimeLimit
  /// In what it was counted; an extension can change that.
  public let unit: TimeLimit.Unit
  /// The extensions that were granted.
  public let granted: [TimeLimit.Extension]
  /// The last day or instant in time.
  public let moment: Moment
  /// The later reading of a text that can be read in two ways.
  public let outer: Moment?
  /// Whether it ends past the horizon of the calendar, so that a notice to come can move it.
  public let isProvisional: Bool
  /// Times given that do not stop this clock.
  public let ignored: [Exclusion]
  /// Every day that was counted or passed over, in order; empty if not asked for.
  public let ledger: [Line]
}

extension LawBook {
  /// The end of a time limit whose last day a paper fixed: nothing is counted.
  ///
  /// - Throws: `law.rule-unknown` and what `limit` throws.
  public func due(_ rule: String, from: Trigger, set day: Day) throws(LawFault) -> Due {
    Due(
      rule: rule, limit: try limit(rule, on: from.day), unit: .day, granted: [], moment: .day(day), outer: nil,
      isProvisional: false, ignored: [], ledger: [])
  }
}

/// What a time limit starts from.
public enum Trigger: Sendable, Equatable {
  /// A day; its hour is unknown or does not matter.
  case day(Day)
  /// A point in time.
  case instant(Instant)

  /// The day, in Asia/Shanghai.
  public var day: Day {
    switch self {
    case .day(let day): day
    case .instant(let instant): instant.day()
    }
  }

  /// Reads `2025-09-28` or `2025-09-28T16:30+08:00`.
  public init?(_ text: String) {
    if let day = Day(text) {
      self = .day(day)
    } else if let instant = Instant(text) ?? Instant(withoutSeconds: text) {
      self = .instant(instant)
    } else {
      return nil
    }
  }
}

/// An extension that was granted.
public struct Grant: Sendable, Equatable {
  /// Which.
  public let kind: String
  /// How long, where the rule leaves that to whoever grants it.
  public let length: Int?

  /// States an extension.
  public init(_ kind: String, length: Int? = nil) { (self.kind, self.length) = (kind, length) }

  /// Reads `head`, or `collective=30` where whoever grants it fixes the length.
  ///
  /// - Throws: `law.extension-length`.
  public init(reading text: String) throws(LawFault) {
    let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard halves.count == 2 else {
      self.init(text)
      return
    }
    guard let length = Int(halves[1]), (1...9999).contains(length) else {
      throw LawFault("law.extension-length", field: "extension", ["kind": halves[0]])
    }
    self.init(halves[0], length: length)
  }
}

extension Day {
  /// Midnight in Asia/Shanghai.
  public var start: Instant { Instant(microseconds: Int64(number) * 86_400_000_000 - 28_800_000_000) }

  /// The same day of the month so many months later; the month's last day where it has no such day.
  ///
  /// Legal basis: 民法典 (2020) art. 202.
  public func adding(months: Int) -> Day {
    let index = year * 12 + month - 1 + months
    let (year, month) = (Civil.floor(index, 12), Civil.modulo(index, 12) + 1)
    guard year >= 1900 else { return .earliest }
    guard year <= 2199 else { return .latest }
    return Day(year: year, month: month, day: min(day, Civil.length(year: year, month: month))) ?? .latest
  }
}

extension Instant {

  /// Reads `2025-09-28T16:30+08:00`: RFC 3339 but for the seconds.
  init?(withoutSeconds text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count > 16, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":") else { return nil }
    self.init(String(decoding: bytes[..<16], as: UTF8.self) + ":00" + String(decoding: bytes[16...], as: UTF8.self))
  }

  /// RFC 3339 in Asia/Shanghai, "2025-09-29T16:30:00+08:00"; parts of a second are cut off.
  public var shanghai: String {
    let day = self.day()
    let seconds = Int((microseconds - day.start.microseconds) / 1_000_000)
    let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0.padded(2) }.joined(separator: ":")
    return "\(day)T\(time)+08:00"
  }
}

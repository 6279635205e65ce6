/// A statutory time limit (期限) in one version.
public struct TimeLimit: Sendable, Equatable {
  /// What kind of rule it is.
  public enum Kind: String, Sendable {
    /// Something must happen by its end.
    case limit
    /// Something may happen by its end, or must in some cases only; letting it pass is no fault.
    case option
    /// Something ends with it.
    case validity
    /// The length is fixed in the single case.
    case set
    /// A rule about clocks, without a length of its own.
    case note
    /// A rate by the day.
    case rate
  }

  /// In what it is counted.
  public enum Unit: String, Sendable {
    case hour
    case workingDay = "working-day"
    case day
    case month
    case year
  }

  /// What happens to a last day on which nobody works.
  public enum Roll: String, Sendable {
    /// Nothing.
    case none
    /// A statutory holiday gives way to the first day after it; a plain weekend does not.
    case holiday
    /// A weekend or a holiday gives way to the next working day.
    case restDay = "rest-day"
  }

  /// The later of two readings of one text.
  public enum OuterReading: String, Sendable {
    /// "日" read as working days.
    case workingDay = "working-day"
    /// The hour in which it begins is not counted.
    case nextHour = "next-hour"
  }

  /// Rule and first day of the version, `P18@2022-11-01`.
  public let key: String
  /// The rule, `P18`.
  public let rule: String
  /// First and last day on which something may happen that starts the clock under this version.
  public let validity: ClosedRange<Day>
  /// What kind of rule it is.
  public private(set) var kind: Kind
  /// What must be done by then.
  public let name: BilingualText
  /// What starts it.
  public let trigger: BilingualText
  /// The one against whom it runs.
  public let liable: BilingualText
  /// How long; `nil` where the rule has no length of its own.
  public private(set) var length: Int?
  /// In what.
  public private(set) var unit: Unit?
  /// Whether it counts back from an event.
  public private(set) var isBackward: Bool
  /// What happens to a last day on which nobody works.
  public private(set) var roll: Roll
  /// The times that do not count.
  public private(set) var excludes: Set<Exclusion.Kind>
  /// Another rule whose limit applies.
  public let sameAs: String?
  /// The later reading, where the text can be read in two ways. Which one binds is a choice on record: the earlier.
  public private(set) var outer: OuterReading?
  /// What it rests on.
  public let authority: Authority
  /// What can make it longer.
  public internal(set) var extensions: [Extension] = []

  /// First day of the version.
  public var version: String { validity.lowerBound.description }

  init(_ row: LawRow) throws(LawFault) {
    key = row.key
    rule = try row.text("rule")
    validity = try row.validity()
    guard key == "\(rule)@\(validity.lowerBound)" else { throw row.fault("key", "unreadable") }
    kind = try row.required("kind", Kind.init(rawValue:))
    name = try row.name()
    // What has no length of its own need not say from what and against whom it runs.
    let isBare = kind == .note || row.cells["same_as"] != nil
    let nothing = BilingualText(chinese: "", english: "")
    trigger = isBare && row.cells["trigger_zh"] == nil ? nothing : try row.name("trigger")
    liable = isBare && row.cells["liable_zh"] == nil ? nothing : try row.name("liable")
    length = try row.value("length") { Int($0).flatMap { (1...9999).contains($0) ? $0 : nil } }
    unit = try row.value("unit", Unit.init(rawValue:))
    isBackward = try row.value("direction") { ["forward": false, "backward": true][$0] } ?? false
    roll = try row.value("roll", Roll.init(rawValue:)) ?? .none
    var excludes: Set<Exclusion.Kind> = []
    for word in row.words("excludes") {
      guard let kind = Exclusion.Kind(rawValue: word) else { throw row.fault("excludes", "unreadable") }
      excludes.insert(kind)
    }
    self.excludes = excludes
    sameAs = row.cells["same_as"]
    outer = try row.value("outer_unit", OuterReading.init(rawValue:))
    authority = try row.authority()
    guard (length == nil) == (unit == nil) else { throw row.fault("unit", "length-without-unit") }
    let computes = kind == .limit || kind == .option || kind == .validity
    guard !computes || length != nil || sameAs != nil else { throw row.fault("length", "empty") }
  }

  /// The rule with the length of another, which its text applies: name, liable and authority stay its own.
  func borrowing(_ other: TimeLimit) -> TimeLimit {
    var limit = self
    (limit.kind, limit.length, limit.unit) = (other.kind, other.length, other.unit)
    (limit.isBackward, limit.roll, limit.excludes) = (other.isBackward, other.roll, other.excludes)
    (limit.outer, limit.extensions) = (other.outer, other.extensions)
    return limit
  }

  /// What can make a limit longer (延长), and who grants it.
  public struct Extension: Sendable, Equatable {
    /// Name within the rule, `head`.
    public let kind: String
    /// Whether the limit becomes `length` in all, rather than longer by it.
    public let replaces: Bool
    /// How long; `nil` where whoever grants it fixes that.
    public let length: Int?
    /// In what.
    public let unit: Unit?
    /// The extension that must have been granted before.
    public let after: String?
    /// When it may be granted.
    public let name: BilingualText
    /// Who grants it; `nil` where the text does not say.
    public let approver: BilingualText?
    /// What it rests on.
    public let authority: Authority

    init(_ row: LawRow) throws(LawFault) {
      kind = try row.text("kind")
      replaces = try row.required("mode") { ["add": false, "to": true][$0] }
      length = try row.value("length") { Int($0).flatMap { (1...9999).contains($0) ? $0 : nil } }
      unit = try row.value("unit", Unit.init(rawValue:))
      after = row.cells["after"]
      name = try row.name()
      approver = row.cells["approver_zh"].map { BilingualText(chinese: $0, english: row.cells["approver_en"] ?? $0) }
      authority = try row.authority()
    }
  }
}

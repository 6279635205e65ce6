/// One alternative of the threshold of a crime (入罪标准), in one version: a metric, the figure it must reach, and what
/// else must be so.
public final class CriminalThreshold: Sendable {
  /// What is measured.
  public enum Metric: String, Sendable, CaseIterable {
    /// 违法所得, less costs
    case gains
    /// 非法经营数额
    case turnover
    /// 销售金额
    case sales
    /// 尚未销售货值
    case unsold
    case soldAndUnsold = "sold-and-unsold"
    /// 标识件数
    case pieces
    case unsoldPieces = "unsold-pieces"
    case soldAndUnsoldPieces = "sold-and-unsold-pieces"
    /// 复制品份（张）
    case copies
    case unsoldCopies = "unsold-copies"
    case soldAndUnsoldCopies = "sold-and-unsold-copies"
    /// 作品件（部）
    case works
    case downloads
    case clicks
    /// 注册会员
    case members
    /// 权利人损失
    case loss
    case goodsAndServicesGains = "goods-and-services-gains"
    /// How many items of the provision are each half reached (分别达到一半以上).
    case halfItems = "half-items"
    /// No amount: a fact alone decides.
    case none
    /// 其他情节严重的情形: no figure, a person judges.
    case other

    /// Whether it is money, in fen, rather than a number.
    public var isMoney: Bool {
      switch self {
      case .gains, .turnover, .sales, .unsold, .soldAndUnsold, .loss, .goodsAndServicesGains: true
      default: false
      }
    }
  }

  /// What else must be so.
  public enum Condition: String, Sendable, CaseIterable {
    case twoMarks = "two-marks"
    case twoPatents = "two-patents"
    /// 二年内受过处罚又实施
    case repeated = "repeat"
    /// 他人制造的标识
    case othersLabels = "others-labels"
    case bankrupt
    case foreignRecipient = "foreign-recipient"
    case network
    case membership
    case circumvention
  }

  /// What the mark is used for.
  public enum Subject: String, Sendable, Codable {
    case goods
    case services
    case any
  }

  /// Name of the alternative, `214-2025-sales`.
  public let key: String
  /// Article of the criminal law, `214`.
  public let offence: String
  /// Year of the interpretation.
  public let version: String
  /// First and last day of the conduct.
  public let validity: ClosedRange<Day>
  /// From when on earlier conduct is measured by it too, because no figure existed before.
  public let reachesBackTo: Day?
  /// What the mark is used for.
  public let subject: Subject
  /// What is measured.
  public let metric: Metric
  /// What else must be so, all of it.
  public let needs: Set<Condition>
  /// The figure of the first tier, inclusive, in fen or a number; `nil` if it is no alternative of that tier.
  public let atLeast: Int64?
  /// The figure of the second tier, inclusive.
  public let tier2: Int64?
  /// What must stay below `below` for the alternative to apply.
  public let belowMetric: Metric?
  /// See `belowMetric`; exclusive.
  public let below: Int64?
  /// The item it belongs to, where two items half reached are enough.
  public let item: Int?
  /// The offences whose sanctions make the conduct repeated.
  public let repeatGroup: [String]
  /// Years after such a sanction within which it is repeated; the look-back of that group says how many.
  public let repeatYears: Int
  /// How many times the figures a unit (单位) must reach, until `unitMultipleTo`.
  public let unitMultiple: Int64?
  /// See `unitMultiple`; inclusive.
  public let unitMultipleTo: Day?
  /// What it rests on.
  public let authority: Authority

  /// - Parameter lookBacks: Say how many years after a sanction conduct is repeated.
  init(_ row: LawRow, _ lookBacks: [LookBack]) throws(LawFault) {
    key = row.key
    (offence, version, validity) = (try row.text("offence"), try row.text("version"), try row.validity())
    reachesBackTo = try row.value("reaches_back_to") { Day($0) }
    subject = try row.required("subject", Subject.init(rawValue:))
    let metric: Metric = try row.required("metric", Metric.init(rawValue:))
    self.metric = metric
    var needs: Set<Condition> = []
    for word in row.words("needs") {
      guard let condition = Condition(rawValue: word) else { throw row.fault("needs", "unreadable") }
      needs.insert(condition)
    }
    self.needs = needs
    let scale: Int64 = metric.isMoney ? 100 : 1
    func figure(_ column: String) throws(LawFault) -> Int64? {
      try row.value(column) { Int64($0).flatMap { (0...1_000_000_000_000).contains($0) ? $0 * scale : nil } }
    }
    (atLeast, tier2) = (try figure("at_least"), try figure("tier2"))
    belowMetric = try row.value("below_metric", Metric.init(rawValue:))
    below = try figure("below")
    item = try row.value("item") { Int($0) }
    repeatGroup = row.words("repeat_group")
    unitMultiple = try row.value("unit_multiple") { Int64($0) }
    unitMultipleTo = try row.value("unit_multiple_to") { Day($0) }
    authority = try row.authority()
    if metric != .other, atLeast == nil, tier2 == nil { throw row.fault("at_least", "empty") }
    guard needs.contains(.repeated) else {
      repeatYears = 0
      return
    }
    guard !repeatGroup.isEmpty else { throw row.fault("repeat_group", "empty") }
    let group = repeatGroup
    guard let rule = lookBacks.first(where: { $0.isFromSanction && $0.offences == group }) else {
      throw row.fault("repeat_group", "unknown")
    }
    repeatYears = rule.years
  }

  /// Whether conduct of that day is measured by it.
  func governs(_ day: Day) -> Bool {
    if validity.contains(day) { return true }
    guard let reachesBackTo else { return false }
    return reachesBackTo <= day && day < validity.lowerBound
  }
}

/// A scale of fines (罚款幅度) in one version.
public struct PenaltyScale: Sendable, Equatable {
  /// What the multiple is applied to.
  public enum Base: String, Sendable {
    /// 违法经营额
    case turnover
    /// 违法所得
    case gains
    /// 货值金额
    case goodsValue = "goods-value"
    /// Nothing: a range of its own.
    case none
  }

  /// Which branch holds the limit figure itself.
  public enum LimitSide: String, Sendable { case above, below, both }

  /// Scale and first day of the version.
  public let key: String
  /// The scale, `trademark-infringement`.
  public let scale: String
  /// First and last day of the conduct.
  public let validity: ClosedRange<Day>
  /// The act it punishes.
  public let name: BilingualText
  /// What the multiple is applied to.
  public let base: Base
  /// From where on the multiple applies.
  public let limit: Fen?
  /// Which branch holds that figure.
  public let limitSide: LimitSide?
  /// The multiple above, in hundredths: least and most.
  public let above: (least: Int64?, most: Int64?)
  /// The range below.
  public let below: (least: Fen?, most: Fen?)
  /// The range where there is no base.
  public let fixed: (least: Fen?, most: Fen?)
  /// The range of serious circumstances.
  public let serious: (least: Fen?, most: Fen?)
  /// Whether the fine is mandatory (应当) rather than possible (可以); `nil` where the text was silent or there is none.
  public let isMandatory: Bool?
  /// What the article confiscates, in Chinese.
  public let confiscates: String?
  /// What else a decision must heed.
  public let note: BilingualText?
  /// What it rests on.
  public let authority: Authority

  init(_ row: LawRow) throws(LawFault) {
    func fen(_ column: String) throws(LawFault) -> Fen? {
      try row.value(column) { Int64($0).flatMap { Fen($0 * 100) } }
    }
    func percent(_ column: String) throws(LawFault) -> Int64? {
      try row.value(column) { Int64($0).flatMap { (0...10_000).contains($0) ? $0 : nil } }
    }
    key = row.key
    (scale, validity, name) = (try row.text("scale"), try row.validity(), try row.name())
    guard key == "\(scale)@\(validity.lowerBound)" else { throw row.fault("key", "unreadable") }
    base = try row.required("base", Base.init(rawValue:))
    limit = try fen("limit_yuan")
    limitSide = try row.value("limit_side", LimitSide.init(rawValue:))
    above = (try percent("above_min_percent"), try percent("above_max_percent"))
    below = (try fen("below_min_yuan"), try fen("below_max_yuan"))
    fixed = (try fen("fixed_min_yuan"), try fen("fixed_max_yuan"))
    serious = (try fen("serious_min_yuan"), try fen("serious_max_yuan"))
    isMandatory = try row.value("duty") { ["may": false, "shall": true][$0] }
    confiscates = row.cells["confiscates_zh"]
    note = row.cells["note_zh"].map { BilingualText(chinese: $0, english: row.cells["note_en"] ?? $0) }
    authority = try row.authority()
    guard (limit == nil) == (limitSide == nil) else { throw row.fault("limit_side", "empty") }
    for (least, most) in [below, fixed, serious] {
      if let least, let most, most < least { throw row.fault("below_max_yuan", "before-from") }
    }
  }

  public static func == (left: PenaltyScale, right: PenaltyScale) -> Bool { left.key == right.key }

  /// The range of a fine for conduct with that base; `nil` base where it is unknown.
  ///
  /// - Throws: `law.base-needed`, `law.scale-open` where the text gives no figure that divides its branches.
  public func range(_ amount: Fen?, isSerious: Bool = false) throws(LawFault) -> FineRange {
    if isSerious, serious.most != nil || serious.least != nil {
      return FineRange(self, .serious, serious.least, serious.most)
    }
    guard base != .none else { return FineRange(self, .fixed, fixed.least, fixed.most) }
    guard let amount else { throw LawFault("law.base-needed", field: "base", ["scale": scale]) }
    guard let limit, let limitSide else { throw LawFault("law.scale-open", field: "scale", ["scale": scale]) }
    let multiple = FineRange(self, .above, above.least.map { amount.share($0) }, above.most.map { amount.share($0) })
    let flat = FineRange(self, .below, below.least, below.most)
    if amount == limit, limitSide == .both { return multiple.joined(flat) }
    let isAbove = limitSide == .below ? amount > limit : amount >= limit
    return isAbove ? multiple : flat
  }
}

/// What fine a decision may impose. Outside it a decision is warned of, not barred.
public struct FineRange: Sendable, Equatable {
  /// Which branch of the scale gave it.
  public enum Branch: String, Sendable { case above, below, both, fixed, serious }

  /// The scale in the version that governs.
  public let scale: PenaltyScale
  /// Which branch gave it.
  public let branch: Branch
  /// The least; `nil` where there is no minimum.
  public let least: Fen?
  /// The most; `nil` where the scale has no fine.
  public let most: Fen?

  init(_ scale: PenaltyScale, _ branch: Branch, _ least: Fen?, _ most: Fen?) {
    (self.scale, self.branch, self.least, self.most) = (scale, branch, least, most)
  }

  func joined(_ other: FineRange) -> FineRange {
    let least: Fen? = if let own = self.least, let others = other.least { min(own, others) } else { nil }
    let most: Fen? =
      if let own = self.most, let others = other.most { max(own, others) } else { self.most ?? other.most }
    return FineRange(scale, .both, least, most)
  }

  /// Whether a fine lies within.
  public func holds(_ fine: Fen) -> Bool {
    guard let most else { return fine == .zero }
    return fine <= most && fine >= (least ?? .zero)
  }
}

extension Fen {
  /// So many hundredths of the amount, cut to whole fen; at most `limit`.
  func share(_ percent: Int64) -> Fen {
    let (product, overflow) = value.multipliedReportingOverflow(by: percent)
    return Fen(min(overflow ? Fen.limit : product / 100, Fen.limit)) ?? .zero
  }
}

extension LawBook {
  /// The range of a fine under the version of a scale for conduct of `day`.
  ///
  /// - Throws: `law.scale-unknown`, `law.before-versions`, `law.after-versions`, what `PenaltyScale.range` throws.
  public func fine(_ scale: String, base: Fen?, on day: Day, isSerious: Bool = false) throws(LawFault) -> FineRange {
    guard let versions = scales[scale] else { throw LawFault("law.scale-unknown", field: "scale", ["scale": scale]) }
    guard let version = versions.first(where: { $0.validity.contains(day) }) else {
      let first = versions[0].validity.lowerBound
      throw LawFault(
        day < first ? "law.before-versions" : "law.after-versions", field: "on",
        ["rule": scale, "day": day.description, "first": first.description])
    }
    return try version.range(base, isSerious: isSerious)
  }
}

/// Facts measured against one version of the law.
struct Measurement {
  /// One alternative, tried.
  struct Alternative {
    let row: CriminalThreshold
    /// What its metric comes to; `nil` where unknown.
    let value: Int64?
    /// Whether all its conditions hold; `nil` where one is unknown and none fails.
    let conditions: Bool?
    /// The tier reached if the conditions hold.
    let tier: Int?
    /// The figure of the lowest tier, with the multiple for units.
    let figure: Int64
    /// The figure of the tier reached, or of the lowest.
    let compared: Int64
    /// Of a sum, its first part.
    let part: Int64?
    /// Of items that count by halves, each.
    let items: [Alternative]
    /// Whether only goods not sold reach it.
    let isUnsoldOnly: Bool

    init(_ row: CriminalThreshold, _ facts: ScreenFacts, day: Day) {
      self.row = row
      items = []
      var held: Bool? = true
      for condition in row.needs {
        switch facts.holds(condition, for: row, years: row.repeatYears) {
        case true?: break
        case false?: held = false
        case nil: if held == true { held = nil }
        }
      }
      if let metric = row.belowMetric, let below = row.below {
        switch facts.value(metric) {
        case let value? where value >= below: held = false
        case nil: if held == true { held = nil }
        default: break
        }
      }
      conditions = held
      let value = facts.value(row.metric)
      self.value = value
      let isTripled = facts.isUnit == true && row.unitMultipleTo.map { day <= $0 } == true
      let multiple = isTripled ? row.unitMultiple ?? 1 : 1
      figure = (row.atLeast ?? row.tier2 ?? 0) * multiple
      switch value {
      case let value? where row.tier2.map({ value >= $0 * multiple }) == true: tier = 2
      case let value? where row.atLeast.map({ value >= $0 * multiple }) == true: tier = 1
      default: tier = nil
      }
      switch row.metric {
      case .unsold, .unsoldPieces, .unsoldCopies: isUnsoldOnly = true
      case .soldAndUnsold, .soldAndUnsoldPieces, .soldAndUnsoldCopies:
        isUnsoldOnly = row.metric.parts.map { facts.value($0.0) == 0 } ?? false
      default: isUnsoldOnly = false
      }
      compared = tier == 2 ? (row.tier2 ?? 0) * multiple : figure
      part = row.metric.parts.flatMap { facts.value($0.0) }
    }

    /// So many items of one version of which each is half reached.
    init(half row: CriminalThreshold, _ facts: ScreenFacts, of tried: [Alternative]) {
      let items = tried.filter { other in
        other.row.item != nil && other.row.version == row.version && other.conditions == true && other.value != nil
      }
      func reached(_ figure: (CriminalThreshold) -> Int64?) -> Int64 {
        let half = items.filter { item in
          guard let value = item.value, let figure = figure(item.row) else { return false }
          return value >= (figure + 1) / 2
        }
        // One amount counts for one item, even where it is half of two.
        return Int64(min(Set(half.compactMap(\.row.item)).count, Set(half.map(\.row.metric)).count))
      }
      self.row = row
      self.items = items
      (isUnsoldOnly, part) = (false, nil)
      conditions = row.needs.allSatisfy { facts.holds($0, for: row, years: 0) == true } ? true : false
      let (first, second) = (reached(\.atLeast), reached(\.tier2))
      value = items.isEmpty ? nil : first
      figure = row.atLeast ?? 0
      compared = figure
      tier = row.tier2.map { second >= $0 } == true ? 2 : first >= figure ? 1 : nil
    }

    /// How far the figure is reached, in hundredths of it.
    var percent: Int64 {
      guard let value, figure > 0 else { return 0 }
      let (product, overflow) = value.multipliedReportingOverflow(by: 100)
      return overflow ? .max : product / figure
    }

    /// Whether it is not reached, but at least four fifths of it are.
    var isNear: Bool {
      guard let value, tier == nil, figure > 0, conditions == true, row.atLeast != nil, row.metric != .halfItems else {
        return false
      }
      return value.multipliedReportingOverflow(by: 100).partialValue >= figure * Screen.nearPercent
    }

    fileprivate func shown(_ number: Int64) -> String { row.metric.shown(number) }

    /// The sum: `sales 10000.00 + unsold 140000.00 = 150000.00 >= 150000.00`.
    var arithmetic: String {
      if row.metric == .none { return row.needs.map(\.rawValue).sorted().joined(separator: " + ") }
      if row.metric == .halfItems {
        return items.map { "\($0.row.key) \($0.shown($0.value ?? 0)) / \($0.shown($0.figure))" }
          .joined(separator: "; ")
      }
      guard let value else { return "" }
      let sum = row.metric.parts.map { first, other in
        "\(first.rawValue) \(shown(part ?? 0)) + \(other) \(shown(value - (part ?? 0))) = "
      }
      let head = sum.map { "\($0)\(shown(value))" } ?? "\(row.metric.rawValue) \(shown(value))"
      return "\(head) \(value >= compared ? ">=" : "<") \(shown(compared))"
    }
  }

  let result: Finding.Result
  let tier: Int?
  let decider: Alternative?
  let version: String?
  private let tried: [Alternative]
  private let hasCatchAll: Bool

  init(_ tried: [Alternative], hasCatchAll: Bool, version: String?) {
    (self.tried, self.hasCatchAll) = (tried, hasCatchAll)
    let met = tried.filter { $0.conditions == true && $0.tier != nil }
    let open = tried.filter { $0.conditions == nil && $0.tier != nil && $0.row.metric != .none }
    let known = tried.filter { $0.value != nil && $0.row.metric != .none && $0.row.metric != .halfItems }
    let nearest = known.filter { $0.conditions == true }.max { $0.percent < $1.percent }
    // Of alternatives that reach the same tier, what was sold goes before what was not.
    func rank(_ tried: Alternative) -> (Int, Int, Int64) {
      (tried.tier ?? 0, tried.isUnsoldOnly ? 0 : 1, tried.percent)
    }
    if let best = met.max(by: { rank($0) < rank($1) }) {
      (result, tier, decider) = (.met, best.tier, best)
    } else if let near = known.filter(\.isNear).max(by: { $0.percent < $1.percent }) {
      (result, tier, decider) = (.near, nil, near)
    } else if let first = open.max(by: { $0.percent < $1.percent }) {
      (result, tier, decider) = (.unknown, nil, first)
    } else if known.isEmpty,
      !tried.contains(where: { $0.row.metric == .none && $0.conditions == false }) || tried.isEmpty
    {
      (result, tier, decider) = (tried.isEmpty ? .notMet : .unknown, nil, nil)
    } else {
      (result, tier, decider) = (.notMet, nil, nearest)
    }
    self.version = decider?.row.version ?? version
  }

  /// Nothing to measure by.
  init(without result: Finding.Result) {
    (self.result, tier, decider, version) = (result, nil, nil, nil)
    (tried, hasCatchAll) = ([], false)
  }

  /// Whether an unknown fact could make it reach further.
  var isOpen: Bool { tried.contains { $0.conditions == nil && $0.tier != nil && $0.row.metric != .none } }

  /// What a reader must know beside the result.
  var notes: [Finding.Note] {
    var notes: [Finding.Note] = hasCatchAll ? [.catchAll] : []
    let missing = Set(tried.filter { $0.value == nil && $0.row.metric != .halfItems }.map(\.row.metric.rawValue))
    if !missing.isEmpty { notes.append(.unknown(missing.sorted())) }
    let open = tried.filter { $0.conditions == nil && $0.tier != nil && $0.row.metric != .none }
    let conditions = Set(open.flatMap { $0.row.needs.map(\.rawValue) })
    if !conditions.isEmpty { notes.append(.conditionsOpen(conditions.sorted())) }
    if decider?.isUnsoldOnly == true { notes.append(.unsoldOnly) }
    return notes
  }

  var arithmetic: String { decider?.arithmetic ?? "" }
  var citations: [Citation] { decider?.row.authority.citations ?? [] }
  var isConfirmed: Bool { decider?.row.authority.isConfirmed ?? true }

  /// How grave: what is milder comes first.
  var severity: Int {
    switch result {
    case .notMet: 0
    case .unknown: 1
    case .near: 2
    case .met: 2 + (tier ?? 1)
    }
  }

  /// Version and result in short: `2025 met 2`.
  var summary: String {
    ([version ?? "-", result.rawValue] + (tier.map { [String($0)] } ?? [])).joined(separator: " ")
  }
}

extension CriminalThreshold.Metric {
  /// A number of this metric: yuan with two decimals, or the number.
  func shown(_ number: Int64) -> String { isMoney ? Fen(number)?.yuan ?? String(number) : String(number) }

  /// Of a sum, its first part and the name of the other.
  fileprivate var parts: (Self, String)? {
    switch self {
    case .soldAndUnsold: (.sales, "unsold")
    case .soldAndUnsoldPieces: (.pieces, "unsold-pieces")
    case .soldAndUnsoldCopies: (.copies, "unsold-copies")
    case .goodsAndServicesGains: (.gains, "services-gains")
    default: nil
    }
  }
}

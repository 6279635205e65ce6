import Law

/// A numeric target of the plan (工作目标), with the word by which the plan compares.
///
/// Basis: the district's plan of 2022-09-30, section 一(三).
public struct PlanTarget: Sendable, Equatable {
  /// How what was measured stands to the target.
  public enum Comparison: String, Sendable, Codable, CaseIterable {
    /// 突破、超: more than.
    case exceed
    /// 达: as many, or more.
    case reach
    /// 以上: as many, or more.
    case atLeast = "at-least"
    /// 每年递增: so many per cent more than the year before, every year; nothing adds up over years.
    case yearlyGrowth = "yearly-growth"
  }

  /// What a year's figure says.
  public enum Measure: String, Sendable, Codable, CaseIterable {
    /// How many there are at that time (存量).
    case stock
    /// How many came in that year (增量); the years of the plan add up.
    case flow
    /// What the year brought by itself (当年数).
    case yearly
  }

  /// In what is counted.
  public enum Unit: String, Sendable, Codable, CaseIterable {
    /// 件
    case piece
    /// 项
    case item
    /// %
    case percent
    /// 元
    case yuan
  }

  /// Its key, `invention-patents`.
  public let key: String
  /// What it counts, in Chinese.
  public let chinese: String
  /// The same in English.
  public let english: String
  /// How it compares.
  public let comparison: Comparison
  /// The plan's own word for that.
  public let word: String
  /// What a year's figure says.
  public let measure: Measure
  /// The figure of the plan; per cent where it grows by the year.
  public let value: Quantity
  /// The unit of `value`.
  public let unit: Unit
  /// The unit in which is measured.
  public let measuredIn: Unit
  /// The years of the plan.
  public let years: ClosedRange<Int>

  /// States a target.
  public init(
    key: String, chinese: String, english: String, comparison: Comparison, word: String, measure: Measure,
    value: Quantity, unit: Unit, measuredIn: Unit, years: ClosedRange<Int>
  ) {
    (self.key, self.chinese, self.english, self.comparison) = (key, chinese, english, comparison)
    (self.word, self.measure, self.value, self.unit) = (word, measure, value, unit)
    (self.measuredIn, self.years) = (measuredIn, years)
  }

  /// What is compared with the target, and whether that meets it.
  public struct Reading: Sendable, Equatable {
    /// The figure in the unit of the target; `nil` where too little was measured.
    public let value: String?
    /// Whether the target is met; `nil` where that is not known.
    public let met: Bool?
    /// The years whose figures are needed and were not measured.
    public let missing: [Int]

    /// States a reading.
    public init(value: String?, met: Bool?, missing: [Int]) {
      (self.value, self.met, self.missing) = (value, met, missing)
    }
  }

  /// How the figures of years stand to the target in `year`. What was not measured is not taken for zero.
  public func reading(of measured: [Int: Quantity], in year: Int) -> Reading {
    if comparison == .yearlyGrowth { return growth(measured, year) }
    let needed =
      measure == .flow ? Array(years.lowerBound...max(years.lowerBound, min(year, years.upperBound))) : [year]
    let known = needed.compactMap { measured[$0]?.thousandths }
    let missing = needed.filter { measured[$0] == nil }
    guard !known.isEmpty else { return Reading(value: nil, met: nil, missing: missing) }
    let sum = known.reduce(0, +)
    let meets = comparison == .exceed ? sum > value.thousandths : sum >= value.thousandths
    // What is missing could only add: enough is enough, too little is not yet known to be.
    return Reading(
      value: Quantity.text(Int128(sum), decimals: 3), met: meets ? true : missing.isEmpty ? false : nil,
      missing: missing)
  }

  /// How much more `year` brought than the year before. What is shown is cut, not rounded: it never shows more than was
  /// reached.
  private func growth(_ measured: [Int: Quantity], _ year: Int) -> Reading {
    let missing = [year - 1, year].filter { measured[$0] == nil }
    guard let now = measured[year]?.thousandths, let before = measured[year - 1]?.thousandths, before > 0 else {
      return Reading(value: nil, met: nil, missing: missing)
    }
    let (now128, before128) = (Int128(now), Int128(before))
    let hundredths = (now128 - before128) * 10_000
    let cut = hundredths / before128 - (hundredths < 0 && hundredths % before128 != 0 ? 1 : 0)
    return Reading(
      value: Quantity.text(cut, decimals: 2),
      met: now128 * 100_000 >= before128 * Int128(100_000 + value.thousandths), missing: [])
  }
}

extension Quantity {
  /// The number in thousandths, exactly.
  var thousandths: Int64 {
    let parts = wire.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? String(parts[1]) : ""
    return (Int64(parts[0]) ?? 0) * 1000
      + (Int64(decimals + String(repeating: "0", count: max(0, 3 - decimals.utf8.count))) ?? 0)
  }

  /// A whole number of fractions of that many decimals, as a plain decimal without superfluous zeros.
  static func text(_ number: Int128, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(UInt128(1)) { product, _ in product * 10 }
    let (whole, rest) = (number.magnitude / scale, number.magnitude % scale)
    let digits = String(rest)
    let fraction = String(repeating: "0", count: decimals - digits.utf8.count) + digits
    let significant = String(String(fraction.reversed()).drop { $0 == "0" }.reversed())
    return (number < 0 ? "-" : "") + (significant.isEmpty ? "\(whole)" : "\(whole).\(significant)")
  }
}

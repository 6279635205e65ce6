/// A time that does not count (不计入期限), from one day to another, both inclusive.
public struct Exclusion: Sendable, Equatable {
  /// Why a time may not count. Each rule names those that stop its clock; no other does.
  public enum Kind: String, Sendable, CaseIterable {
    /// 检测
    case testing
    /// 检验
    case inspection
    /// 检疫
    case quarantine
    /// 鉴定
    case appraisal
    /// 权利人辨认或者鉴别
    case identification
    /// 中止
    case suspension
    /// 听证
    case hearing
    /// 公告
    case publicNotice = "public-notice"
    /// 责令退款
    case refund
    /// 管辖异议
    case jurisdiction
    /// 当事人申请延长举证期限
    case evidenceExtension = "evidence-extension"
    /// 和解
    case settlement
    /// 调解
    case mediation
    /// 征求其他人民检察院意见
    case consultation
    /// 行政复议或者行政诉讼期间
    case reviewOrSuit = "review-or-suit"
    /// 专家评估
    case evaluation
  }

  /// Why.
  public let kind: Kind
  /// First and last day.
  public let days: ClosedRange<Day>

  /// A time from `days.lowerBound` to `days.upperBound`.
  public init(_ kind: Kind, _ days: ClosedRange<Day>) { (self.kind, self.days) = (kind, days) }

  /// Reads `2026-03-01..2026-03-10=appraisal`.
  ///
  /// - Throws: `law.exclusion`, `law.exclusion-order` if it ends before it begins, `law.exclusion-kind`.
  public init(reading text: String) throws(LawFault) {
    let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let ends = halves[0].split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, ends.count == 2, let from = Day(String(ends[0])), let to = Day(String(ends[1])) else {
      throw LawFault("law.exclusion", field: "exclude", ["text": text])
    }
    guard let kind = Kind(rawValue: halves[1]) else {
      let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw LawFault("law.exclusion-kind", field: "exclude", ["kind": halves[1], "kinds": kinds])
    }
    guard from <= to else {
      throw LawFault("law.exclusion-order", field: "exclude", ["from": from.description, "to": to.description])
    }
    self.init(kind, from...to)
  }
}

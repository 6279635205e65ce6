/// A kind of legal procedure (程序).
public enum ProceedingKind: String, Sendable, Codable, CaseIterable {
  /// 行政处罚
  case penalty
  /// 移送
  case referral
  /// 行政裁决
  case adjudication
  /// 调解
  case mediation
  /// 海关扣留
  case customs
  /// 专项检查
  case inspection
  /// 刑事诉讼
  case criminal
  /// 民事诉讼
  case civil
  /// 信用监管
  case credit

  /// The state machine; `nil` for a kind whose cases are only recorded so far.
  public var procedure: Procedure? {
    switch self {
    case .penalty: .penalty
    case .referral: .referral
    case .adjudication, .mediation, .customs, .inspection, .criminal, .civil, .credit: nil
    }
  }
}

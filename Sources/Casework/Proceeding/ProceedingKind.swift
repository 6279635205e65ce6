/// A kind of legal procedure (程序).
public enum ProceedingKind: String, Sendable, Codable, CaseIterable {
  /// 行政处罚，普通程序
  case penalty
  /// 行政处罚，简易程序
  case summary
  /// 先行登记保存、查封、扣押
  case measure
  /// 行政处罚听证
  case hearing
  /// 行政处罚决定的执行
  case execution
  /// 行政复议
  case review
  /// 移送
  case referral
  /// 专利侵权纠纷行政裁决
  case adjudication
  /// 调解
  case mediation
  /// 司法确认
  case confirmation
  /// 投诉
  case complaint
  /// 举报
  case tip
  /// 维权援助
  case assistance
  /// 海关扣留
  case customs
  /// 公安机关侦查
  case criminal
  /// 审查批准逮捕
  case arrest
  /// 审查起诉
  case prosecution
  /// 立案监督
  case filingSupervision = "filing-supervision"
  /// 检察意见、反向衔接
  case opinion
  /// 刑事审判
  case criminalTrial = "criminal-trial"
  /// 民事诉讼
  case civil
  /// 行政诉讼
  case administrativeTrial = "administrative-trial"
  /// 行政处罚信息公示
  case publicity
  /// 严重违法失信名单
  case listing
  /// 国家知识产权局失信认定
  case finding
  /// 信用修复
  case repair
  /// 三年内不得享受财政支持、表彰奖励
  case exclusion
  /// 知识产权代理机构监管
  case agencySupervision = "agency-supervision"
  /// 区镇联合工单
  case workOrder = "work-order"
  /// 督办
  case task
  /// 移送管辖、交办、报送
  case transfer
  /// 协助调查、鉴定、辨认
  case support
  /// 专项检查
  case inspection
  /// 信用监管
  case credit

  /// The state machine; `nil` for a kind whose cases are only recorded.
  public var procedure: Procedure? {
    switch self {
    case .penalty: .penalty
    case .summary: .summary
    case .measure: .measure
    case .hearing: .hearing
    case .execution: .execution
    case .review: .review
    case .referral: .referral
    case .adjudication: .adjudication
    case .mediation: .mediation
    case .confirmation: .confirmation
    case .complaint: .complaint
    case .tip: .tip
    case .assistance: .assistance
    case .customs: .customs
    case .criminal: .criminal
    case .arrest: .arrest
    case .prosecution: .prosecution
    case .filingSupervision: .filingSupervision
    case .opinion: .opinion
    case .criminalTrial: .criminalTrial
    case .civil: .civil
    case .administrativeTrial: .administrativeTrial
    case .publicity: .publicity
    case .listing: .listing
    case .finding: .finding
    case .repair: .repair
    case .exclusion: .exclusion
    case .agencySupervision: .agencySupervision
    case .workOrder: .workOrder
    case .task: .task
    case .transfer: .transfer
    case .support: .support
    case .inspection, .credit: nil
    }
  }
}

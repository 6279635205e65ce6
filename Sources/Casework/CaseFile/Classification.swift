/// What kind of violation a case is about (案由), where its intellectual property alone does not say.
public enum Matter: String, Sendable, Codable, CaseIterable {
  /// 侵权
  case infringement
  /// 假冒
  case counterfeit
  /// 代理违法
  case agency
  /// 混淆等不正当竞争
  case unfairCompetition = "unfair-competition"
  /// 其他违法
  case other
}

/// A mark of a case for statistics (统计标识). Marks overlap: no report adds them up.
public enum CaseFlag: String, Sendable, Codable, CaseIterable {
  /// 涉外, Hong Kong, Macao and Taiwan included.
  case foreign
  /// 外商投资企业被侵权
  case foreignInvested = "foreign-invested"
  /// 农村市场
  case rural
  /// 重复侵权
  case `repeat`
  /// 电商; the channels that are online say it by themselves.
  case ecommerce
  /// 展会; so does that channel.
  case exhibition
  /// 专业市场; so does that channel.
  case market
}

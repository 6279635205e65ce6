/// The row of a report into which a proceeding falls (案件类别), by its kind, the intellectual property and the matter.
///
/// The first eight are those of the 知识产权执法数据统计表 of the market regulators (2020), with patent disputes beside.
public enum CaseCategory: String, Sendable, CaseIterable {
  /// 商标侵权
  case trademarkInfringement = "trademark-infringement"
  /// 其他商标
  case trademarkOther = "trademark-other"
  /// 商标代理
  case trademarkAgency = "trademark-agency"
  /// 地理标志
  case geographicalIndication = "gi"
  /// 官方标志、特殊标志和奥林匹克标志
  case marks
  /// 专利侵权纠纷（行政裁决）
  case patentAdjudication = "patent-adjudication"
  /// 专利侵权纠纷（调解）
  case patentMediation = "patent-mediation"
  /// 假冒专利
  case patentCounterfeit = "patent-counterfeit"
  /// 专利代理
  case patentAgency = "patent-agency"
  /// 其他专利
  case patentOther = "patent-other"
  /// 版权
  case copyright
  /// 商业秘密
  case tradeSecret = "trade-secret"
  /// 混淆等不正当竞争
  case unfairCompetition = "unfair-competition"
  /// 植物新品种
  case plantVariety = "plant-variety"
  /// 集成电路布图设计
  case layoutDesign = "layout-design"
  /// 海关扣留
  case customs
}

/// A kind of intellectual property (知识产权类型).
public enum IPType: String, Sendable, Codable, CaseIterable {
  /// 商标
  case trademark
  /// 专利
  case patent
  /// 著作权
  case copyright
  /// 地理标志
  case geographicalIndication = "gi"
  /// 商业秘密
  case tradeSecret = "trade_secret"
  /// 植物新品种
  case plantVariety = "plant_variety"
  /// 集成电路布图设计
  case layoutDesign = "layout_design"
  /// 特殊标志、官方标志
  case specialMark = "special_mark"
  /// 奥林匹克标志
  case olympicMark = "olympic_mark"
}

/// How the lead came to the agency (案件来源).
///
/// Legal basis: 市场监督管理行政处罚程序规定 (2022) art. 18.
public enum LeadSource: String, Sendable, Codable, CaseIterable {
  /// 监督检查
  case inspection
  /// 投诉
  case complaint
  /// 举报
  case tip
  /// 其他部门移送
  case transfer
  /// 上级交办
  case assignment
  /// 权利人请求
  case rightsHolder = "rights-holder"
  /// A published case, taken in for demonstration or comparison.
  case published
  /// 其他
  case other
}

/// Where the goods were offered (渠道).
public enum Channel: String, Sendable, Codable, CaseIterable {
  case store, ecommerce, livestream, market, factory, exhibition, customs, other
}

/// A town or street of the district (镇、街道), by our own code.
public enum Town: String, Sendable, Codable, CaseIterable {
  /// 桂城街道
  case guicheng = "GC"
  /// 九江镇
  case jiujiang = "JJ"
  /// 西樵镇
  case xiqiao = "XQ"
  /// 丹灶镇
  case danzao = "DZ"
  /// 狮山镇
  case shishan = "SS"
  /// 大沥镇
  case dali = "DL"
  /// 里水镇
  case lishui = "LS"
}

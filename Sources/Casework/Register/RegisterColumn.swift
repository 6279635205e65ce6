/// A column of a register of cases, by its English heading; each has a Chinese one too.
public enum RegisterColumn: String, Sendable, CaseIterable {
  case caseRef = "case_ref"
  case ownerAgency = "owner_agency"
  case sourceTitle = "source_title"
  case sourceURL = "source_url"
  case publisher
  case ipType = "ip_type"
  case procedure
  case state
  case enforcingAgency = "enforcing_agency"
  case place
  case respondent
  case rightsHolder = "rights_holder"
  case rightNumber = "right_no"
  case goods
  case channel
  case clueDate = "clue_date"
  case filedDate = "filed_date"
  case decidedDate = "decided_date"
  case turnover = "illegal_turnover_yuan"
  case gains = "illegal_gains_yuan"
  case goodsCount = "goods_count"
  case goodsValue = "goods_value_yuan"
  case fine = "fine_yuan"
  case confiscated = "confiscated_yuan"
  case lawArticles = "law_articles"
  case outcome
  case referredToPolice = "referred_to_police"
  case policeOutcome = "police_outcome"
  case courtOutcome = "court_outcome"
  case notes

  /// Columns without which a line says nothing.
  public static let required: [RegisterColumn] = [.caseRef, .sourceTitle, .ipType, .procedure]

  /// The heading in Chinese.
  public var chinese: String {
    switch self {
    case .caseRef: "案件编号"
    case .ownerAgency: "归属机关"
    case .sourceTitle: "来源标题"
    case .sourceURL: "来源网址"
    case .publisher: "发布机关"
    case .ipType: "知识产权类型"
    case .procedure: "程序"
    case .state: "状态"
    case .enforcingAgency: "执法机关"
    case .place: "地点"
    case .respondent: "当事人"
    case .rightsHolder: "权利人"
    case .rightNumber: "权利号"
    case .goods: "涉案物品"
    case .channel: "渠道"
    case .clueDate: "线索日期"
    case .filedDate: "立案日期"
    case .decidedDate: "决定日期"
    case .turnover: "违法经营额(元)"
    case .gains: "违法所得(元)"
    case .goodsCount: "物品数量"
    case .goodsValue: "货值(元)"
    case .fine: "罚款(元)"
    case .confiscated: "没收(元)"
    case .lawArticles: "适用法条"
    case .outcome: "处理结果"
    case .referredToPolice: "是否移送公安"
    case .policeOutcome: "公安处理结果"
    case .courtOutcome: "法院处理结果"
    case .notes: "备注"
    }
  }

  /// The column of that heading, English or Chinese, whatever its case, width and blanks.
  public init?(heading: String) {
    let plain = Self.plain(heading)
    guard let column = Self.allCases.first(where: { plain == $0.rawValue || plain == Self.plain($0.chinese) }) else {
      return nil
    }
    self = column
  }

  private static func plain(_ heading: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in heading.unicodeScalars where !scalar.properties.isWhitespace && scalar != "\u{FEFF}" {
      plain.append(scalar.halfWidth)
    }
    return String(plain).lowercased()
  }
}

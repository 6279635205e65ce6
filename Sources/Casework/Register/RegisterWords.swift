/// Chinese words that a register may use in place of our codes.
enum RegisterWords {
  static let ipTypes: [String: IPType] = [
    "商标": .trademark, "商标权": .trademark, "专利": .patent, "专利权": .patent, "著作权": .copyright, "版权": .copyright,
    "地理标志": .geographicalIndication, "商业秘密": .tradeSecret, "植物新品种": .plantVariety,
    "集成电路布图设计": .layoutDesign, "布图设计": .layoutDesign, "特殊标志": .specialMark, "官方标志": .specialMark,
    "奥林匹克标志": .olympicMark,
  ]
  static let procedures: [String: ProceedingKind] = [
    "行政处罚": .penalty, "处罚": .penalty, "移送": .referral, "行政裁决": .adjudication, "裁决": .adjudication,
    "调解": .mediation, "海关扣留": .customs, "海关": .customs, "专项检查": .inspection, "检查": .inspection,
    "刑事": .criminal, "刑事诉讼": .criminal, "民事": .civil, "民事诉讼": .civil, "信用": .credit, "信用监管": .credit,
  ]
  static let channels: [String: Channel] = [
    "门店": .store, "店铺": .store, "电商": .ecommerce, "电子商务": .ecommerce, "直播": .livestream, "专业市场": .market,
    "市场": .market, "工厂": .factory, "生产": .factory, "展会": .exhibition, "海关": .customs, "其他": .other,
  ]
  /// What answers yes and what no; anything in `undecided` says that nobody knows.
  static let answers: [String: Bool] = ["yes": true, "no": false, "是": true, "否": false]
  static let undecided: Set<String> = ["unknown", "不详", "未知"]
}

/// What an entry means for statistics (统计节点).
public enum Milestone: String, Sendable, Codable, CaseIterable {
  /// 线索
  case lead
  /// 立案
  case filed
  /// 不予立案
  case notFiled = "not-filed"
  /// 作出决定
  case decided
  /// 送达
  case served
  /// 公示
  case published
  /// 结案
  case closed
  /// 移送公安机关
  case referred
  /// 公安机关签收
  case received
  /// 公安机关立案
  case policeFiled = "police-filed"
  /// 公安机关不予立案
  case policeNotFiled = "police-not-filed"
  /// 移送后的结果
  case concluded
  /// 受理
  case accepted
  /// 作出行政裁决
  case adjudicated
  /// 达成调解协议
  case agreed
  /// 司法确认
  case confirmed
  /// 海关扣留
  case detained
  /// 批准逮捕
  case arrested
  /// 提起公诉
  case prosecuted
  /// 判决
  case judged
  /// 准予信用修复
  case repaired
  /// 列入严重违法失信名单
  case listed
}

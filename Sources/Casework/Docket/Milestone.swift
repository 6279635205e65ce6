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
}

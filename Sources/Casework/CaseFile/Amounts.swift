import Law

/// The money in a case (涉案金额). What is unknown is absent, which is not zero.
public struct Amounts: Codable, Sendable, Hashable {
  /// 违法经营额
  public var turnover: Yuan?
  /// 违法所得 before costs.
  public var gainsGross: Yuan?
  /// 违法所得 less costs.
  public var gainsNet: Yuan?
  /// 违法所得 where the source does not say whether costs were deducted.
  public var gainsUnstated: Yuan?
  /// 货值
  public var goodsValue: Yuan?

  /// Collects amounts.
  public init(turnover: Yuan?, gainsGross: Yuan?, gainsNet: Yuan?, gainsUnstated: Yuan?, goodsValue: Yuan?) {
    (self.turnover, self.gainsGross, self.gainsNet) = (turnover, gainsGross, gainsNet)
    (self.gainsUnstated, self.goodsValue) = (gainsUnstated, goodsValue)
  }
}

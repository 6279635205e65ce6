import Law

/// A line of the ledger of money and goods (罚没台账): what an act imposed, collected, confiscated or gave back.
///
/// Legal basis: 行政处罚法 (2021) art. 9, 28, 72, 74.
public struct LedgerLine: Sendable, Equatable, Codable {
  /// What the line is.
  public enum Code: String, Sendable, Codable, CaseIterable {
    /// 罚款，决定
    case fineImposed = "F1"
    /// 罚款，实缴
    case finePaid = "F2"
    /// 加处罚款
    case surcharge = "F3"
    /// 没收违法所得
    case gains = "C1"
    /// 没收非法财物
    case goods = "C2"
    /// 没收工具、材料、设备
    case tools = "C3"
    /// 变价款
    case proceeds = "C4"
    /// 退赔
    case refund = "R1"
  }

  /// What it is.
  public let code: Code
  /// Whom it concerns; `nil` where the act does not say.
  public let party: String?
  /// Money, or the value of goods.
  public let amount: Fen?
  /// How many pieces, of goods and tools.
  public let quantity: String?

  /// States a line.
  public init(_ code: Code, party: String? = nil, amount: Fen?, quantity: String? = nil) {
    (self.code, self.party, self.amount, self.quantity) = (code, party, amount, quantity)
  }
}

/// Goods of a case file (涉案物品), as asked for and as kept.
public struct Goods: Codable, Sendable, Hashable {
  /// How the goods were valued (价格依据).
  public enum PriceBasis: String, Sendable, Codable, CaseIterable {
    /// 实际销售价格
    case actual
    /// 标价
    case marked
    /// 已查清侵权产品的实际销售平均价格
    case average
    /// 被侵权产品的市场中间价格
    case market
    /// Not stated by the source.
    case unstated
  }

  /// What they are.
  public var name: Line
  /// How many, in `unit`; absent where unknown.
  public var quantity: Quantity?
  /// Unit in words: 件, 双, 瓶.
  public var unit: Line?
  /// Their value; absent where unknown.
  public var value: Yuan?
  /// How they were valued.
  public var priceBasis: PriceBasis?

  /// Describes goods.
  public init(name: Line, quantity: Quantity?, unit: Line?, value: Yuan?, priceBasis: PriceBasis?) {
    (self.name, self.quantity, self.unit, self.value, self.priceBasis) = (name, quantity, unit, value, priceBasis)
  }
}

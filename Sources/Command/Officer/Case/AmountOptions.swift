import ArgumentParser
import Casework

/// The money in a case file given by options, in yuan.
struct AmountOptions: ParsableArguments {
  /// Illegal turnover, in yuan.
  @Option(help: Words.help("cli.case.new.turnover"))
  var turnover: String?

  /// Illegal gains before costs, in yuan.
  @Option(help: Words.help("cli.case.new.gains-gross"))
  var gainsGross: String?

  /// Illegal gains less costs, in yuan.
  @Option(help: Words.help("cli.case.new.gains-net"))
  var gainsNet: String?

  /// Illegal gains, deduction of costs not stated, in yuan.
  @Option(help: Words.help("cli.case.new.gains-unstated"))
  var gainsUnstated: String?

  /// Value of the goods, in yuan.
  @Option(help: Words.help("cli.case.new.goods-value"))
  var goodsValue: String?

  /// Whether anything is given.
  var isGiven: Bool {
    turnover != nil || gainsGross != nil || gainsNet != nil || gainsUnstated != nil || goodsValue != nil
  }

  /// The amounts; `nil` if none is given.
  ///
  /// - Throws: What an amount is refused for.
  func amounts() throws(Refusal) -> Amounts? {
    guard isGiven else { return nil }
    return Amounts(
      turnover: try Yuan.optional(turnover, of: "amounts.turnover"),
      gainsGross: try Yuan.optional(gainsGross, of: "amounts.gainsGross"),
      gainsNet: try Yuan.optional(gainsNet, of: "amounts.gainsNet"),
      gainsUnstated: try Yuan.optional(gainsUnstated, of: "amounts.gainsUnstated"),
      goodsValue: try Yuan.optional(goodsValue, of: "amounts.goodsValue"))
  }
}

import ArgumentParser
import Casework

/// The money in a case file given by options, in yuan.
struct AmountOptions: ParsableArguments {
  @Option(help: Words.help("cli.case.new.turnover"))
  var turnover: String?

  @Option(help: Words.help("cli.case.new.gains-gross"))
  var gainsGross: String?

  @Option(help: Words.help("cli.case.new.gains-net"))
  var gainsNet: String?

  @Option(help: Words.help("cli.case.new.gains-unstated"))
  var gainsUnstated: String?

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

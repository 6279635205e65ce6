import ArgumentParser
import Casework

/// The rights and the goods of a case file given by options.
struct RightAndGoodsOptions: ParsableArguments {
  /// Patent, registration or record number (may be repeated).
  @Option(name: .customLong("right-number"), help: Words.help("cli.case.new.right-number"))
  var rightNumbers: [String] = []

  /// The mark, title or variety in words (may be repeated).
  @Option(name: .customLong("right-name"), help: Words.help("cli.case.new.right-name"))
  var rightNames: [String] = []

  /// Goods (may be repeated).
  @Option(help: Words.help("cli.case.new.goods"))
  var goods: [String] = []

  /// How many.
  @Option(name: .customLong("quantity"), help: Words.help("cli.case.new.quantity"))
  var quantities: [String] = []

  /// Unit, such as 件.
  @Option(name: .customLong("unit"), help: Words.help("cli.case.new.unit"))
  var units: [String] = []

  /// Their value, in yuan.
  @Option(name: .customLong("value"), help: Words.help("cli.case.new.value"))
  var values: [String] = []

  /// How they were valued.
  @Option(name: .customLong("price-basis"), help: Words.help("cli.case.new.price-basis"))
  var priceBases: [Goods.PriceBasis] = []

  /// Whether anything is given.
  var isGiven: Bool {
    !(rightNumbers.isEmpty && rightNames.isEmpty && goods.isEmpty && quantities.isEmpty && units.isEmpty
      && values.isEmpty && priceBases.isEmpty)
  }

  /// The rights, each of the kind that the case is about.
  func rights(of kind: IPType) throws(Refusal) -> [Right] {
    var rights: [Right] = []
    for index in 0..<max(rightNumbers.count, rightNames.count) {
      rights.append(
        Right(
          kind: kind, number: try Line.optional(rightNumbers.at(index), of: "rights.\(index).number"),
          name: try Line.optional(rightNames.at(index), of: "rights.\(index).name")))
    }
    return rights
  }

  /// The goods.
  ///
  /// - Throws: `cli.fault.option-stray`, and what a value is refused for.
  func goodsList() throws -> [Goods] {
    try ClientFault.requireOwners(
      goods.count, "--goods",
      [
        ("--quantity", quantities.count), ("--unit", units.count), ("--value", values.count),
        ("--price-basis", priceBases.count),
      ])
    return try goods.enumerated().map { index, name in
      let field = "goods.\(index)"
      return Goods(
        name: try Line(name, of: "\(field).name"),
        quantity: try Quantity.optional(quantities.at(index), of: "\(field).quantity"),
        unit: try Line.optional(units.at(index), of: "\(field).unit"),
        value: try Yuan.optional(values.at(index), of: "\(field).value"), priceBasis: priceBases.at(index))
    }
  }
}

extension Array {
  /// The element there, `nil` if there is none.
  fileprivate func at(_ index: Int) -> Element? { index < count ? self[index] : nil }
}

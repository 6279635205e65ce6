// How a case file is printed, section by section.

extension ShownCaseFile {
  /// What is shown of the file itself.
  static func columns(_ names: AgencyNames) -> [Column<ShownCaseFile>] {
    ListedCaseFile.columns(names).map { $0.of(\.head) } + [
      Column(
        "leadSource", .text, \.body.leadSource,
        words: { Words.text("lead-source.\($0.body.leadSource)", or: $0.body.leadSource) }),
      Column(
        "channel", .text, { $0.body.channel ?? "" },
        words: { $0.body.channel.map { Words.text("channel.\($0)", or: $0) } ?? "" }),
      Column(
        "town", .text, { $0.body.town ?? "" },
        words: { $0.body.town.map { Words.text("town.\($0)", or: $0) } ?? "" }),
      Column("place", .text) { $0.body.place ?? "" },
      Column(
        "simple", .text, { String($0.body.simple) }, words: { $0.body.simple ? Words.text("cli.yes") : "" }),
    ]
      + ["turnover", "gainsGross", "gainsNet", "gainsUnstated", "goodsValue"].map { name in
        Column(name, .number) { ($0.body.amounts[name] ?? nil) ?? "" }
      }
  }

  /// Prints everything.
  func print(on output: Output, _ names: AgencyNames) throws {
    try output.details(self, Self.columns(names))
    try output.section("parties", body.parties, Self.partyColumns)
    try output.section("rights", body.rights, Self.rightColumns)
    try output.section("goods", body.goods, Self.goodsColumns)
    try output.section("proceedings", body.proceedings, ShownProceeding.columns(names))
    if let source = body.source {
      try output.lines(["", Words.text("cli.section.source")])
      try output.details(source, Self.sourceColumns)
    }
  }

  private static var partyColumns: [Column<Party>] {
    [
      Column("role", .code, \.role, words: { Words.text("party-role.\($0.role)", or: $0.role) }),
      Column("name", .text, \.name),
      Column("partyKind", .text, \.kind, words: { Words.text("party-kind.\($0.kind)", or: $0.kind) }),
      Column("identityNumber", .code) { $0.identityNumber ?? "" },
    ]
  }

  private static var rightColumns: [Column<Right>] {
    [
      Column("ipType", .code, \.kind, words: { Words.text("ip-type.\($0.kind)", or: $0.kind) }),
      Column("rightNumber", .code) { $0.number ?? "" }, Column("rightName", .text) { $0.name ?? "" },
    ]
  }

  private static var goodsColumns: [Column<Goods>] {
    [
      Column("goods", .text, \.name), Column("quantity", .number) { $0.quantity ?? "" },
      Column("unit", .code) { $0.unit ?? "" }, Column("value", .number) { $0.value ?? "" },
      Column(
        "priceBasis", .text, { $0.priceBasis ?? "" },
        words: { $0.priceBasis.map { Words.text("price-basis.\($0)", or: $0) } ?? "" }),
    ]
  }

  private static var sourceColumns: [Column<Source>] {
    [
      Column("key", .code, \.key), Column("sourceTitle", .text, \.title), Column("url", .text) { $0.url ?? "" },
      Column("publisher", .text) { $0.publisher ?? "" }, Column("outcome", .text) { $0.outcome ?? "" },
    ]
  }
}

extension ShownProceeding {
  /// What is shown of a proceeding.
  static func columns(_ names: AgencyNames) -> [Column<ShownProceeding>] {
    [
      Column("id", .number) { String($0.id) },
      Column("proceeding", .code, \.kind, words: { Words.text("proceeding.\($0.kind)", or: $0.kind) }),
      Column("state", .code, \.state, words: { Words.state($0.state, of: $0.kind) }),
      Column("agency", .text, \.agency, words: { names[$0.agency] }),
      Column("receiver", .text, { $0.receiver ?? "" }, words: { $0.receiver.map { names[$0] } ?? "" }),
      Column("allowed", .text) { $0.allowed.map(\.act).joined(separator: " ") },
    ]
  }
}

extension Column {
  /// The same column of something that holds a `Row`.
  func of<Whole>(_ part: @escaping (Whole) -> Row) -> Column<Whole> {
    let (wire, words) = (wire, words)
    guard let look else { return Column<Whole>(wireOnly: name) { wire(part($0)) } }
    return Column<Whole>(name, look, { wire(part($0)) }, words: { words(part($0)) })
  }
}

extension Output {
  /// Prints a table under its title, or nothing where there is nothing.
  func section<Row>(_ title: String, _ rows: [Row], _ columns: [Column<Row>]) throws {
    guard !rows.isEmpty else { return }
    try lines(["", Words.text("cli.section.\(title)")])
    try table(rows, columns)
  }
}

import Casework

/// Enforcement actions, as the server tells of them.
struct EnforcementActionsAnswer: Decodable, Sendable {
  /// Latest day first.
  let actions: [EnforcementActionAnswer]
}

/// An enforcement action.
struct EnforcementActionAnswer: Decodable, Sendable {
  /// Its key.
  let id: Int
  /// Code of the agency, the day, the place, who recorded it.
  let agency, day, place, officer: String
  /// Code of the town, what it was about, when it was withdrawn.
  let town, note, withdrawnAt: String?
  /// Whether it was at a key market.
  let market: Bool
  /// How many officers went out.
  let officers: Int

  /// What is printed of it.
  static func columns(_ names: AgencyNames) -> [Column<EnforcementActionAnswer>] {
    [
      Column("id", .number) { String($0.id) }, Column("day", .code, \.day),
      Column("agency", .code, \.agency, words: { names[$0.agency] }),
      Column("town", .code, { $0.town ?? "" }, words: { $0.town.map { Words.text("town.\($0)", or: $0) } ?? "" }),
      Column("place", .text, \.place),
      Column(
        "market", .code, { $0.market ? "true" : "false" },
        words: { $0.market ? Words.text("pages.actions.at-market") : "" }),
      Column("officers", .number) { String($0.officers) }, Column("note", .text) { $0.note ?? "" },
      Column("officer", .text, \.officer), Column("withdrawnAt", .code) { $0.withdrawnAt ?? "" },
    ]
  }
}

/// Key markets, as the server tells of them.
struct KeyMarketsAnswer: Decodable, Sendable {
  /// Those on the list first.
  let markets: [KeyMarketAnswer]
}

/// A key market.
struct KeyMarketAnswer: Decodable, Sendable {
  /// Its key.
  let id: Int
  /// Code of the agency, its name, its first day.
  let agency, name, since: String
  /// Code of the town, and its end.
  let town, until: String?

  /// What is printed of it.
  static func columns(_ names: AgencyNames) -> [Column<KeyMarketAnswer>] {
    [
      Column("id", .number) { String($0.id) }, Column("name", .text, \.name),
      Column("agency", .code, \.agency, words: { names[$0.agency] }),
      Column("town", .code, { $0.town ?? "" }, words: { $0.town.map { Words.text("town.\($0)", or: $0) } ?? "" }),
      Column("since", .code, \.since), Column("until", .code) { $0.until ?? "" },
    ]
  }
}

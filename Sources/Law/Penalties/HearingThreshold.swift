/// From when on a hearing must be offered (听证), or up to where a penalty may be decided on the spot (当场处罚).
public struct HearingThreshold: Sendable, Equatable {
  /// Key.
  public let key: String
  /// First and last day.
  public let validity: ClosedRange<Day>
  /// `natural-person`, `organisation` or `any`.
  public let party: String
  /// What is measured: `fine`, `confiscation` or `other`.
  public let measure: String
  /// The figure; `nil` where the kind of penalty alone decides. A province may set others.
  public let amount: Fen?
  /// In words.
  public let name: BilingualText
  /// What it rests on.
  public let authority: Authority

  init(_ row: LawRow) throws(LawFault) {
    (key, validity, name) = (row.key, try row.validity(), try row.name())
    party = try row.required("party_kind") { ["natural-person", "organisation", "any"].contains($0) ? $0 : nil }
    measure = try row.text("measure")
    amount = try row.value("amount_yuan") { Int64($0).flatMap { Fen($0 * 100) } }
    authority = try row.authority()
  }
}

/// A ground for the list of serious violations (严重违法失信名单).
public struct ListingGround: Sendable, Equatable {
  /// Key.
  public let key: String
  /// First and last day.
  public let validity: ClosedRange<Day>
  /// In words.
  public let name: BilingualText
  /// What it rests on.
  public let authority: Authority

  init(_ row: LawRow) throws(LawFault) {
    (key, validity, name, authority) = (row.key, try row.validity(), try row.name(), try row.authority())
  }
}

/// A step in the order of prices by which goods are valued (货值计算).
public struct PriceStep: Sendable, Equatable {
  /// Key.
  public let key: String
  /// First and last day of the conduct.
  public let validity: ClosedRange<Day>
  /// `criminal` or `trademark-penalty`.
  public let purpose: String
  /// Whether it values goods sold rather than unsold.
  public let isForSold: Bool
  /// Its place; steps without an order between them share one.
  public let position: Int
  /// `actual-price`, `average-price`, `marked-price` or `market-mid-price`.
  public let method: String
  /// In words.
  public let name: BilingualText
  /// Whether it applies only where the step before it fails.
  public let isStrict: Bool
  /// What it rests on.
  public let authority: Authority

  init(_ row: LawRow) throws(LawFault) {
    (key, validity, name, authority) = (row.key, try row.validity(), try row.name(), try row.authority())
    (purpose, method) = (try row.text("purpose"), try row.text("method"))
    isForSold = try row.required("sold") { ["sold": true, "unsold": false][$0] }
    position = try row.required("position") { Int($0) }
    // PostgreSQL prints t and f.
    isStrict = try row.required("strict") { ["true": true, "t": true, "false": false, "f": false][$0] }
  }
}

/// How far back repeated conduct is looked for (再次违法), and whether from a sanction or from an act.
public struct LookBack: Sendable, Equatable {
  /// Key.
  public let key: String
  /// First and last day.
  public let validity: ClosedRange<Day>
  /// In words.
  public let name: BilingualText
  /// How many years.
  public let years: Int
  /// Whether they run from a sanction rather than from an act.
  public let isFromSanction: Bool
  /// The offences whose sanctions count; empty where acts of the same kind count.
  public let offences: [String]
  /// What it rests on.
  public let authority: Authority

  init(_ row: LawRow) throws(LawFault) {
    (key, validity, name, authority) = (row.key, try row.validity(), try row.name(), try row.authority())
    years = try row.required("years") { Int($0) }
    isFromSanction = try row.required("basis") { ["sanction": true, "act": false][$0] }
    offences = row.words("offences")
  }
}

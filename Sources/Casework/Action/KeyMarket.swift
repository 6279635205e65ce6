import Law

/// A key physical market of the district (重点实体市场), as an agency lists it.
public struct KeyMarket: Sendable, Equatable {
  /// Key.
  public let id: Int64
  /// The agency that lists it.
  public let agency: AgencyCode
  /// Its name.
  public let name: String
  /// Its town.
  public let town: Town?
  /// First day on which it is one.
  public let since: Day
  /// First day on which it no longer is; `nil` while it is.
  public let until: Day?

  /// Describes a market.
  public init(id: Int64, agency: AgencyCode, name: String, town: Town?, since: Day, until: Day?) {
    (self.id, self.agency, self.name, self.town, self.since, self.until) = (id, agency, name, town, since, until)
  }

  /// Whether `officer` may take it off the list.
  public func mayBeEnded(by officer: Officer) -> Bool {
    until == nil && officer.agency == agency && officer.isOne(of: .intake)
  }
}

/// What it takes to put a market on the list.
public struct KeyMarketRequest: Codable, Sendable, Equatable {
  /// Its name.
  public var name: Line
  /// Its town.
  public var town: Town?
  /// First day.
  public var since: When

  /// Asks to list one.
  public init(name: Line, town: Town? = nil, since: When) { (self.name, self.town, self.since) = (name, town, since) }

  /// Its first day, if `officer` may list it.
  ///
  /// - Throws: `role.missing`, `action.not-enforcing`, `clock.day-needed`, `date.future`.
  public func day(by officer: Officer, on today: Day) throws(Refusal) -> Day {
    try officer.requireEnforcing()
    let day = try since.exactDay("since")
    guard day <= today else { throw Refusal(.invalid, "date.future", field: "since") }
    return day
  }
}

/// What it takes to take a market off the list.
public struct KeyMarketEnd: Codable, Sendable, Equatable {
  /// First day on which it no longer is one.
  public var until: When

  /// Asks to take one off.
  public init(until: When) { self.until = until }

  /// That day, if `officer` may take `market` off.
  ///
  /// - Throws: `role.missing`, `market.not-yours`, `market.ended`, `clock.day-needed`, `date.future`, `market.order`.
  public func day(of market: KeyMarket, by officer: Officer, on today: Day) throws(Refusal) -> Day {
    try officer.requireOne(of: .intake)
    guard market.agency == officer.agency else {
      throw Refusal(.forbidden, "market.not-yours", ["agency": .agency(market.agency)])
    }
    guard market.until == nil else { throw Refusal(.notAllowed, "market.ended") }
    let day = try until.exactDay("until")
    guard day <= today else { throw Refusal(.invalid, "date.future", field: "until") }
    guard day >= market.since else {
      throw Refusal(.invalid, "market.order", field: "until", ["day": .text(market.since.description)])
    }
    return day
  }
}

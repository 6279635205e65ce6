import Law

/// An enforcement action (执法行动): officers went out, whether they found a case or not.
public struct EnforcementAction: Sendable, Equatable {
  /// Key.
  public let id: Int64
  /// The agency whose officers went out.
  public let agency: AgencyCode
  /// The day.
  public let day: Day
  /// The town; `nil` where elsewhere, or all over the district.
  public let town: Town?
  /// Where, in words.
  public let place: String
  /// Whether it was at a key physical market (重点实体市场).
  public let isAtMarket: Bool
  /// How many officers went out (出动人次).
  public let officers: Int
  /// What it was about.
  public let note: String?
  /// Name of the officer who recorded it.
  public let officer: String
  /// When it was withdrawn; `nil` while it stands.
  public let withdrawnAt: Instant?

  /// Describes an action.
  public init(
    id: Int64, agency: AgencyCode, day: Day, town: Town?, place: String, isAtMarket: Bool, officers: Int, note: String?,
    officer: String, withdrawnAt: Instant?
  ) {
    (self.id, self.agency, self.day, self.town, self.place) = (id, agency, day, town, place)
    (self.isAtMarket, self.officers, self.note) = (isAtMarket, officers, note)
    (self.officer, self.withdrawnAt) = (officer, withdrawnAt)
  }

  /// Whether `officer` may withdraw it.
  public func mayBeWithdrawn(by officer: Officer) -> Bool {
    withdrawnAt == nil && officer.agency == agency && officer.isOne(of: .intake)
  }
}

/// What it takes to record an enforcement action.
public struct EnforcementActionRequest: Codable, Sendable, Equatable {
  /// The day.
  public var happenedOn: When
  /// The town.
  public var town: Town?
  /// Where, in words.
  public var place: Line
  /// Whether it was at a key physical market.
  public var market: Bool?
  /// How many officers went out.
  public var officers: Int
  /// What it was about.
  public var note: Prose?

  /// Asks to record one.
  public init(
    happenedOn: When, town: Town? = nil, place: Line, market: Bool? = nil, officers: Int, note: Prose? = nil
  ) {
    (self.happenedOn, self.town, self.place, self.market) = (happenedOn, town, place, market)
    (self.officers, self.note) = (officers, note)
  }

  /// Its day, if `officer` may record it.
  ///
  /// - Throws: `role.missing`, `action.not-enforcing`, `clock.day-needed`, `date.future`, `action.officers`.
  public func day(by officer: Officer, on today: Day) throws(Refusal) -> Day {
    try officer.requireEnforcing()
    let day = try happenedOn.exactDay("happenedOn")
    guard day <= today else { throw Refusal(.invalid, "date.future", field: "happenedOn") }
    guard (1...9999).contains(officers) else { throw Refusal(.invalid, "action.officers", field: "officers") }
    return day
  }
}

extension Officer {
  /// - Throws: `role.missing`, `action.not-enforcing` unless their agency goes out to enforce.
  func requireEnforcing() throws(Refusal) {
    try requireOne(of: .intake)
    guard Procedure.enforcers.contains(agencyKind) else { throw Refusal(.forbidden, "action.not-enforcing") }
  }

  /// Whether the officer records enforcement actions and key markets.
  public var recordsActions: Bool { isOne(of: .intake) && Procedure.enforcers.contains(agencyKind) }
}

import Law

/// A special action (专项行动): a time in which agencies take up cases of one sort together.
public struct Campaign: Sendable, Equatable {
  /// Its code.
  public let code: CampaignCode
  /// Its name.
  public let name: String
  /// First day.
  public let from: Day
  /// Last day; `nil` while none is set.
  public let to: Day?
  /// The agency that leads it.
  public let lead: AgencyCode
  /// What it is about.
  public let notes: String?
  /// How many of its case files the reader's agency may see.
  public let cases: Int

  /// Describes a campaign.
  public init(
    code: CampaignCode, name: String, from: Day, to: Day?, lead: AgencyCode, notes: String?, cases: Int
  ) {
    (self.code, self.name, self.from, self.to) = (code, name, from, to)
    (self.lead, self.notes, self.cases) = (lead, notes, cases)
  }
}

/// The code of a campaign: 2 to 40 small letters, digits and hyphens, starting with a letter.
public struct CampaignCode: WireText {
  /// The code.
  public let wire: String

  /// - Throws: `campaign.code`.
  public init(wire text: String) throws(Refusal) {
    let trimmed = text.trimmingBlanks
    let bytes = Array(trimmed.utf8)
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard (2...40).contains(bytes.count), let first = bytes.first, letters.contains(first),
      bytes.allSatisfy({ letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "-") })
    else { throw Refusal(.malformed, "campaign.code", field: "code") }
    wire = trimmed
  }
}

/// What it takes to begin a campaign; the officer's agency leads it.
public struct CampaignRequest: Codable, Sendable, Equatable {
  /// Its code.
  public var code: CampaignCode
  /// Its name.
  public var name: Line
  /// First day.
  public var from: When
  /// Last day, where one is set.
  public var to: When?
  /// What it is about.
  public var notes: Prose?

  /// Begins a campaign.
  public init(code: CampaignCode, name: Line, from: When, to: When? = nil, notes: Prose? = nil) {
    (self.code, self.name, self.from, self.to, self.notes) = (code, name, from, to, notes)
  }

  /// Its days, if `officer` may begin it.
  ///
  /// - Throws: `role.missing`, `clock.day-needed`, `campaign.order`.
  public func days(by officer: Officer) throws(Refusal) -> (from: Day, to: Day?) {
    try officer.requireOne(of: .handlersAndHeads)
    let first = try from.exactDay("from")
    guard let to else { return (first, nil) }
    let last = try to.exactDay("to")
    guard first <= last else { throw Refusal(.invalid, "campaign.order", field: "to") }
    return (first, last)
  }
}

/// What it takes to tag a case file with a campaign.
public struct CampaignTagRequest: Codable, Sendable, Equatable {
  /// The case file.
  public var number: CaseNumber

  /// Tags a case file.
  public init(number: CaseNumber) { self.number = number }

  /// Who may tag a file of their agency's.
  public static let taggers: Set<Role> = [.clerk, .caseOfficer, .deputyHead, .actingHead, .head]
}

extension When {
  /// The day, which must be known.
  ///
  /// - Throws: `clock.day-needed`, blamed on `field`.
  func exactDay(_ field: String) throws(Refusal) -> Day {
    guard let exact = day.exact else { throw Refusal(.invalid, "clock.day-needed", field: field) }
    return exact
  }
}

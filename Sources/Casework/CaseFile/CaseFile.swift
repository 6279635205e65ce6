import Law

/// A case file (案卷) as lists show it.
public struct CaseFileSummary: Sendable, Equatable {
  /// Key; the cursor of lists.
  public let id: Int64
  /// Number.
  public let number: CaseNumber
  /// The intellectual property concerned.
  public let ipType: IPType
  /// What it is about.
  public let summary: String
  /// The respondents' names.
  public let respondents: String
  /// Kind of the latest proceeding.
  public let kind: ProceedingKind
  /// Its state.
  public let state: String
  /// The agency that has the file.
  public let owner: AgencyCode
  /// Since when.
  public let heldSince: Instant
  /// When it was logged.
  public let loggedAt: Instant
  /// Number of docket entries.
  public let revision: Int
  /// A published case loaded for demonstration.
  public let isDemo: Bool
  /// The nearest end among its time limits; `nil` where none runs.
  public let dueAt: Instant?

  /// Describes a case file.
  public init(
    id: Int64, number: CaseNumber, ipType: IPType, summary: String, respondents: String, kind: ProceedingKind,
    state: String, owner: AgencyCode, heldSince: Instant, loggedAt: Instant, revision: Int, isDemo: Bool,
    dueAt: Instant? = nil
  ) {
    self.dueAt = dueAt
    (self.id, self.number, self.ipType, self.summary) = (id, number, ipType, summary)
    (self.respondents, self.kind, self.state, self.owner) = (respondents, kind, state, owner)
    (self.heldSince, self.loggedAt, self.revision, self.isDemo) = (heldSince, loggedAt, revision, isDemo)
  }
}

/// A case file with everything in it but the docket.
public struct CaseFile: Sendable, Equatable {
  /// What lists show.
  public let head: CaseFileSummary
  /// How the lead came.
  public let leadSource: LeadSource
  /// Where the goods were offered.
  public let channel: Channel?
  /// Place in words.
  public let place: String?
  /// Town of the district.
  public let town: Town?
  /// Handled by summary procedure.
  public let isSimple: Bool
  /// What kind of violation, where the intellectual property alone does not say.
  public let matter: Matter?
  /// Marks for statistics, without those that the channel gives.
  public let flags: [CaseFlag]
  /// The money concerned.
  public let amounts: Amounts
  /// The parties, in order of entry. A natural person's number is masked for all but the agency that has the file.
  public let parties: [Party]
  /// The rights, in order of entry.
  public let rights: [Right]
  /// The goods, in order of entry.
  public let goods: [Goods]
  /// The proceedings, oldest first.
  public let proceedings: [Proceeding]
  /// Where an imported case came from.
  public let source: PublishedSource?
  /// The file as acts see it.
  public let state: CaseFileState
  /// The officer who did the latest act.
  public let latestOfficer: String

  /// Describes a case file.
  public init(
    head: CaseFileSummary, leadSource: LeadSource, channel: Channel?, place: String?, town: Town?, isSimple: Bool,
    matter: Matter?, flags: [CaseFlag], amounts: Amounts, parties: [Party], rights: [Right], goods: [Goods],
    proceedings: [Proceeding],
    source: PublishedSource?, state: CaseFileState, latestOfficer: String
  ) {
    (self.matter, self.flags) = (matter, flags)
    (self.head, self.leadSource, self.channel, self.place) = (head, leadSource, channel, place)
    (self.town, self.isSimple, self.amounts, self.parties) = (town, isSimple, amounts, parties)
    (self.rights, self.goods, self.proceedings, self.source) = (rights, goods, proceedings, source)
    (self.state, self.latestOfficer) = (state, latestOfficer)
  }
}

/// Where an imported case came from, in the source's own words.
public struct PublishedSource: Sendable, Equatable, Codable {
  /// The source's key.
  public var key: String
  /// Title of the source.
  public var title: String
  /// Its address.
  public var url: String?
  /// Who published it.
  public var publisher: String?
  /// The agency that handled the case.
  public var enforcingAgency: String?
  /// Articles as cited there.
  public var lawArticles: String?
  /// Outcome.
  public var outcome: String?
  /// What the police did.
  public var policeOutcome: String?
  /// What the court did.
  public var courtOutcome: String?
  /// Caveats of whoever compiled the register.
  public var notes: String?

  /// Names a source.
  public init(
    key: String, title: String, url: String?, publisher: String?, enforcingAgency: String?, lawArticles: String?,
    outcome: String?, policeOutcome: String?, courtOutcome: String?, notes: String?
  ) {
    (self.key, self.title, self.url, self.publisher) = (key, title, url, publisher)
    (self.enforcingAgency, self.lawArticles, self.outcome) = (enforcingAgency, lawArticles, outcome)
    (self.policeOutcome, self.courtOutcome, self.notes) = (policeOutcome, courtOutcome, notes)
  }
}

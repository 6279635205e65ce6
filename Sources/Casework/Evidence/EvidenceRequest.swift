import Law

/// What it takes to add an item of evidence to a case file.
public struct EvidenceRequest: Codable, Sendable, Equatable {
  /// What it is, in words.
  public var name: Line
  /// Kind of evidence.
  public var kind: Evidence.Kind
  /// Who has it, and where.
  public var holder: Line
  /// Since which day.
  public var since: Day
  /// How it is sealed.
  public var seal: Line?
  /// The revision of the case file that the officer had before them.
  public var revision: Int?

  /// Asks to add.
  public init(name: Line, kind: Evidence.Kind, holder: Line, since: Day, seal: Line? = nil, revision: Int? = nil) {
    (self.name, self.kind, self.holder) = (name, kind, holder)
    (self.since, self.seal, self.revision) = (since, seal, revision)
  }

  /// Checks that `officer` may add it to `file`.
  ///
  /// - Throws: `case.stale`, `case.not-yours`, `role.missing`, `text.too-long`, `evidence.day` for a day to come.
  public func checked(for file: CaseFileState, by officer: Officer, on today: Day) throws(Refusal) {
    try custody.checked(for: file, by: officer, on: today)
    _ = try name.atMost(200, "name")
  }

  /// Checks what it says, whoever says it.
  ///
  /// - Throws: `text.too-long`, `evidence.day`.
  func checkText(on today: Day) throws(Refusal) {
    _ = try name.atMost(200, "name")
    try custody.checkText(on: today)
  }

  /// The first link of its chain.
  private var custody: CustodyRequest {
    CustodyRequest(holder: holder, since: since, seal: seal, revision: revision)
  }

  /// What the docket says of it.
  public func facts(_ stored: Evidence.File?) -> [String: String] {
    var facts = ["evidence": name.wire, "evidenceKind": kind.rawValue, "holder": holder.wire]
    facts["heldSince"] = since.description
    facts["seal"] = seal?.wire
    facts["size"] = stored.map { String($0.size) }
    facts["sha256"] = stored?.digest
    return facts
  }
}

/// What it takes to record that an item of evidence changed hands.
public struct CustodyRequest: Codable, Sendable, Equatable {
  /// Who has it now, and where.
  public var holder: Line
  /// Since which day.
  public var since: Day
  /// How it is sealed now.
  public var seal: Line?
  /// The revision of the case file that the officer had before them.
  public var revision: Int?

  /// Asks to record.
  public init(holder: Line, since: Day, seal: Line? = nil, revision: Int? = nil) {
    (self.holder, self.since, self.seal, self.revision) = (holder, since, seal, revision)
  }

  /// Checks that `officer` may record it in `file`.
  ///
  /// - Throws: `case.stale`, `case.not-yours`, `role.missing`, `text.too-long`, `evidence.day` for a day to come.
  public func checked(for file: CaseFileState, by officer: Officer, on today: Day) throws(Refusal) {
    try file.requireRevision(revision)
    try file.requireOwner(officer)
    try officer.requireOne(of: .intake)
    try checkText(on: today)
  }

  /// Checks what it says, whoever says it.
  ///
  /// - Throws: `text.too-long`, `evidence.day`.
  func checkText(on today: Day) throws(Refusal) {
    _ = try holder.atMost(200, "holder")
    _ = try seal?.atMost(200, "seal")
    if since > today { throw Refusal(.invalid, "evidence.day", field: "since") }
  }

  /// What the docket says of it.
  public func facts(of item: Evidence) -> [String: String] {
    var facts = ["evidence": item.name, "holder": holder.wire, "heldSince": since.description]
    facts["seal"] = seal?.wire
    return facts
  }
}

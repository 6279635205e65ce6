import Law

/// What it takes to open a proceeding: in a new case file, or in one there is.
public struct OpeningRequest: Codable, Sendable, Equatable {
  /// Which procedure.
  public var kind: ProceedingKind
  /// When it was opened; in a new case file the day of the lead.
  public var happenedOn: When?
  /// The facts of the opening by name; amounts in yuan.
  public var facts: [String: String]?
  /// Key of the proceeding of the same file that it follows from.
  public var origin: Int64?
  /// The revision of the case file that the officer had before them.
  public var revision: Int?

  /// Asks for a proceeding.
  public init(
    kind: ProceedingKind, happenedOn: When? = nil, facts: [String: String]? = nil, origin: Int64? = nil,
    revision: Int? = nil
  ) {
    (self.kind, self.happenedOn, self.facts) = (kind, happenedOn, facts)
    (self.origin, self.revision) = (origin, revision)
  }

  /// The procedure, if the officer's agency may conduct it.
  ///
  /// - Throws: `proceeding.recorded`, `proceeding.not-ours`, `proceeding.own-form` for a referral, `role.missing`.
  func procedure(for officer: Officer) throws(Refusal) -> Procedure {
    guard let procedure = kind.procedure else {
      throw Refusal(.notAllowed, "proceeding.recorded", field: "kind", ["kind": .term("proceeding.\(kind.rawValue)")])
    }
    if kind == .referral { throw Refusal(.invalid, "proceeding.own-form", field: "kind") }
    let kinds =
      switch procedure.conduct {
      case .owner(let kinds), .anyOf(let kinds): kinds
      }
    guard kinds.contains(officer.agencyKind) else {
      throw Refusal(
        .forbidden, "proceeding.not-ours", field: "kind",
        ["kind": .term("proceeding.\(kind.rawValue)"), "agency": .agency(officer.agency)],
        citation: procedure.opening.citation)
    }
    try officer.requireOne(of: procedure.opening.roles)
    return procedure
  }

  /// The first step of a proceeding in a new case file.
  ///
  /// - Throws: What `procedure` throws, `proceeding.begins-not`, `proceeding.needs-origin`, `date.future`, and what facts
  ///   and requirements are refused for.
  public func beginning(
    _ file: CaseFileState, on day: PartialDay, by officer: Officer, today: Day, _ around: Surroundings
  ) throws(Refusal) -> Step {
    let procedure = try procedure(for: officer)
    guard procedure.begins else {
      throw Refusal(
        .invalid, procedure.needsOrigin ? "proceeding.needs-origin" : "proceeding.begins-not", field: "kind",
        [
          "kind": .term("proceeding.\(kind.rawValue)"),
          "origins": .terms(procedure.follows.map(\.rawValue).sorted().map { "proceeding.\($0)" }),
        ])
    }
    return try step(procedure, in: file, on: day, by: officer, today: today, around)
  }

  /// The first step of a proceeding in a case file there is.
  ///
  /// - Throws: The same, and `case.stale`, `case.not-yours`, `proceeding.origin`, `date.before-last-act`.
  public func opening(
    in file: CaseFileState, by officer: Officer, today: Day, _ around: Surroundings
  ) throws(Refusal) -> Step {
    try file.requireRevision(revision)
    let procedure = try procedure(for: officer)
    // Whoever conducted the one may go on with the other, whoever has the file by now.
    let goesOn = around.origin?.agency == officer.agency && procedure.conduct != .owner(Procedure.enforcers)
    if !procedure.opensForGuests(officer), !goesOn { try file.requireOwner(officer) }
    let origins = procedure.follows.map(\.rawValue).sorted().map { "proceeding.\($0)" }
    if let from = around.origin {
      guard procedure.follows.contains(from.kind) else {
        throw Refusal(
          .invalid, "proceeding.origin", field: "origin",
          ["kind": .term("proceeding.\(kind.rawValue)"), "origins": .terms(origins)])
      }
    } else if procedure.needsOrigin || origin != nil {
      throw Refusal(
        .invalid, "proceeding.needs-origin", field: "origin",
        ["kind": .term("proceeding.\(kind.rawValue)"), "origins": .terms(origins)])
    }
    let day = happenedOn?.day ?? PartialDay(today)
    if let latest = around.origin?.latestDay, day.last < latest {
      throw Refusal(.invalid, "date.before-last-act", field: "happenedOn", ["day": .text(latest.description)])
    }
    return try step(procedure, in: file, on: day, by: officer, today: today, around)
  }

  private func step(
    _ procedure: Procedure, in file: CaseFileState, on day: PartialDay, by officer: Officer, today: Day,
    _ around: Surroundings
  ) throws(Refusal) -> Step {
    guard day.first <= today else { throw Refusal(.invalid, "date.future", field: "happenedOn") }
    let rule = procedure.opening
    let facts = try rule.read(facts ?? [:])
    let new = Proceeding(
      id: 0, kind: kind, state: procedure.initial, agency: officer.agency, receiver: nil, handledBy: [])
    let standing = Standing(
      proceeding: new, file: file, facts: facts, day: day, officer: officer, around: around)
    try rule.check(standing)
    return Step(rule: rule, to: procedure.initial, happenedOn: day, facts: facts, sanctions: [])
  }
}

extension Procedure {
  /// Whether `officer` may open a proceeding of the kind in a file there is; what it must follow from is not looked at.
  func opens(for officer: Officer, in file: CaseFileState) -> Bool {
    guard kind != .referral, officer.isOne(of: opening.roles) else { return false }
    let kinds =
      switch conduct {
      case .owner(let kinds), .anyOf(let kinds): kinds
      }
    return kinds.contains(officer.agencyKind) && (file.owner == officer.agency || opensForGuests(officer))
  }

  /// Whether the officer's agency may open it in a file that another agency has: an agency of justice, of government or
  /// a platform may, one that itself keeps files of cases may not.
  func opensForGuests(_ officer: Officer) -> Bool {
    guard case .anyOf = conduct else { return false }
    return !Self.enforcers.contains(officer.agencyKind)
  }
}

extension CaseFileState {
  /// What `officer` may open in the file, each with the proceedings it can follow from; in the order of kinds.
  public func openings(for officer: Officer) -> [(kind: ProceedingKind, origins: [Sibling])] {
    ProceedingKind.allCases.compactMap { kind in
      guard let procedure = kind.procedure, procedure.opens(for: officer, in: self) else { return nil }
      let origins = others.filter { procedure.follows.contains($0.kind) }
      return procedure.needsOrigin && origins.isEmpty ? nil : (kind, origins)
    }
  }
}

extension Officer {
  /// The kinds of proceeding with which the officer may begin a case file.
  public var beginnings: [ProceedingKind] {
    ProceedingKind.allCases.filter { kind in
      guard let procedure = kind.procedure, procedure.begins, isOne(of: procedure.opening.roles) else { return false }
      switch procedure.conduct {
      case .owner(let kinds), .anyOf(let kinds): return kinds.contains(agencyKind)
      }
    }
  }
}

import Law

/// A case file about to be kept: the request, and what an import knows beyond it.
public struct NewCaseFile: Sendable, Equatable {
  /// What is known of the case.
  public var request: CaseFileRequest
  /// The agency that has the file.
  public var owner: AgencyCode
  /// The procedure it begins with.
  public var kind: ProceedingKind
  /// The state in which that procedure begins here.
  public var state: String
  /// The step that opens it; `nil` where a register tells of it.
  public var beginning: Step?
  /// The entries, in order; the first logs the case.
  public var entries: [NewEntry]
  /// Where an imported case came from.
  public var source: PublishedSource?
  /// A published case loaded for demonstration.
  public var isDemo: Bool

  /// The file that logging `request` makes: its first proceeding at the state to which `step` opens it.
  public init(logging request: CaseFileRequest, _ step: Step, by officer: Officer) {
    self.request = request
    owner = officer.agency
    kind = request.kind
    state = step.to
    beginning = step
    entries = [
      NewEntry(
        act: step.rule.act, milestone: step.rule.milestone, happenedOn: request.leadOn.day,
        facts: step.facts.merging(["leadSource": request.leadSource.rawValue]) { $1 }, fine: nil, confiscated: nil)
    ]
    source = nil
    isDemo = false
  }

  /// A file as a register tells of it.
  public init(
    request: CaseFileRequest, owner: AgencyCode, kind: ProceedingKind, state: String, entries: [NewEntry],
    source: PublishedSource, isDemo: Bool
  ) {
    (self.request, self.owner, self.kind, self.state) = (request, owner, kind, state)
    (self.entries, self.source, self.isDemo) = (entries, source, isDemo)
  }
}

extension NewCaseFile {
  /// What its proceeding knows from its entries, the latest of each fact.
  public var known: [String: String] {
    entries.reduce(into: [:]) { known, entry in known.merge(entry.facts) { $1 } }
  }
}

/// An entry about to be appended.
public struct NewEntry: Sendable, Equatable {
  /// Which act.
  public var act: String
  /// What it means for statistics.
  public var milestone: Milestone?
  /// When it happened; absent where wholly unknown.
  public var happenedOn: PartialDay?
  /// Its facts by name.
  public var facts: [String: String]
  /// The fine imposed.
  public var fine: Fen?
  /// The gains confiscated.
  public var confiscated: Fen?

  /// Describes an entry.
  public init(
    act: String, milestone: Milestone?, happenedOn: PartialDay?, facts: [String: String], fine: Fen?, confiscated: Fen?
  ) {
    (self.act, self.milestone, self.happenedOn) = (act, milestone, happenedOn)
    (self.facts, self.fine, self.confiscated) = (facts, fine, confiscated)
  }
}

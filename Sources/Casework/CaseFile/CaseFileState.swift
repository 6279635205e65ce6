import Law

/// Another proceeding of the same case file, as acts see it.
public struct Sibling: Sendable, Equatable, Codable {
  /// Key.
  public let id: Int64
  /// Which procedure.
  public let kind: ProceedingKind
  /// Its state.
  public let state: String
  /// The proceeding that it follows from.
  public let origin: Int64?

  /// Describes one.
  public init(id: Int64, kind: ProceedingKind, state: String, origin: Int64? = nil) {
    (self.id, self.kind, self.state, self.origin) = (id, kind, state, origin)
  }
}

/// What an act needs to know of the case file, read while the file is locked.
public struct CaseFileState: Sendable, Equatable {
  /// Key.
  public let id: Int64
  /// Number.
  public let number: CaseNumber
  /// The agency that has the file.
  public let owner: AgencyCode
  /// Number of docket entries.
  public let revision: Int
  /// State of the referral that is under way, if one is.
  public let openReferral: String?
  /// The intellectual property concerned.
  public let ipType: IPType
  /// The respondents' names.
  public let respondents: [String]
  /// Every proceeding of the file.
  public let others: [Sibling]
  /// Names of everybody to whom a proceeding of the file was assigned (承办人员).
  public let assigned: Set<String>
  /// Names of the officers who did an act of handling in any proceeding of it.
  public let handlers: Set<String>
  /// The fines that decisions of agencies in the file impose, added up.
  public let fined: Fen
  /// Whether a court has imposed a criminal fine (罚金) in it.
  public let isCourtFined: Bool

  /// Describes a file.
  public init(
    id: Int64, number: CaseNumber, owner: AgencyCode, revision: Int, openReferral: String?,
    ipType: IPType = .trademark, respondents: [String] = [], others: [Sibling] = [], assigned: Set<String> = [],
    handlers: Set<String> = [], fined: Fen = .zero, isCourtFined: Bool = false
  ) {
    (self.handlers, self.fined, self.isCourtFined) = (handlers, fined, isCourtFined)
    (self.id, self.number, self.owner, self.revision, self.openReferral) = (id, number, owner, revision, openReferral)
    (self.ipType, self.respondents, self.others, self.assigned) = (ipType, respondents, others, assigned)
  }

  /// - Throws: `case.stale` if the officer saw another revision.
  func requireRevision(_ seen: Int?) throws(Refusal) {
    guard let seen, seen != revision else { return }
    throw Refusal(
      .stale, "case.stale", field: "revision", ["case": .text(number.wire), "revision": .text(String(revision))])
  }

  /// - Throws: `case.not-yours` unless the officer's agency has the file.
  public func requireOwner(_ officer: Officer) throws(Refusal) {
    guard officer.agency == owner else {
      throw Refusal(.forbidden, "case.not-yours", ["case": .text(number.wire), "agency": .agency(owner)])
    }
  }
}

extension CaseFileState {
  /// Kind and state that lists show after `proceeding` came to `state`, as `kind/state`; `nil` where they stay.
  ///
  /// What accompanies another procedure leaves them alone, unless the file has no other. What ended gives way to what is
  /// still under way.
  public func status(after proceeding: Proceeding, in state: String) -> String? {
    let leading = others.filter { $0.id != proceeding.id && $0.kind.procedure?.leads != false }
    guard proceeding.kind.procedure?.leads != false || leading.isEmpty else { return nil }
    let isOver = proceeding.kind.procedure?.finalStates.contains(state) ?? false
    let open = leading.last { $0.kind.procedure?.finalStates.contains($0.state) == false }
    if isOver, let open { return "\(open.kind.rawValue)/\(open.state)" }
    return "\(proceeding.kind.rawValue)/\(state)"
  }
}

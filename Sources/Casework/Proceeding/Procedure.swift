import Law

/// A procedure as a state machine: its states, and the acts that lead from one to the next.
public struct Procedure: Sendable, Equatable {
  /// Who opens and conducts a proceeding of the kind.
  public enum Conduct: Sendable, Equatable {
    /// The agency that has the file, if it is of one of these kinds.
    case owner(Set<Agency.Kind>)
    /// Any agency of these kinds that may see the file.
    case anyOf(Set<Agency.Kind>)
  }

  /// Which procedure.
  public let kind: ProceedingKind
  /// The act that opens it.
  public let opening: ActRule
  /// Every act that follows, in the order of a case's life.
  public let rules: [ActRule]
  /// Who opens and conducts it.
  public let conduct: Conduct
  /// Whether a case file can begin with it.
  public let begins: Bool
  /// Whether its state is the state of the case file in lists; what accompanies another procedure leaves that alone.
  public let leads: Bool
  /// The kinds that it can follow from, in the same file.
  public let follows: Set<ProceedingKind>
  /// Whether it must follow from one of them.
  public let needsOrigin: Bool
  /// The fact of its opening that names the other agency: the one that is to answer.
  public let receiver: String?
  /// The article by which it stands still while it is suspended (中止).
  public let suspension: Citation?

  /// States a procedure.
  init(
    kind: ProceedingKind, opening: ActRule, rules: [ActRule], conduct: Conduct = .owner(Self.enforcers),
    begins: Bool = false, leads: Bool = true, follows: Set<ProceedingKind> = [], needsOrigin: Bool = false,
    receiver: String? = nil, suspension: String? = nil
  ) {
    (self.kind, self.opening, self.rules, self.conduct) = (kind, opening, rules, conduct)
    (self.begins, self.leads, self.follows, self.needsOrigin) = (begins, leads, follows, needsOrigin)
    (self.receiver, self.suspension) = (receiver, suspension.flatMap(Citation.init(key:)))
  }

  /// Agencies that can impose administrative penalties.
  static let enforcers: Set<Agency.Kind> = [.enforcement, .customs, .town]

  /// The state it starts in.
  public var initial: String { opening.to ?? "" }

  /// Every state, the first one first.
  public var states: [String] {
    rules.compactMap(\.to).reduce(into: [initial]) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The states from which no act leads on; such a proceeding is over.
  public var finalStates: Set<String> {
    Set(states.filter { state in rules.allSatisfy { $0.to == nil || !$0.from.contains(state) } })
  }

  /// The opening and every other act.
  public var acts: [ActRule] { [opening] + rules }

  /// The acts that `state` allows.
  public func rules(in state: String) -> [ActRule] { rules.filter { $0.from.contains(state) } }

  /// Whose turn it is in `state`: the side of the first act that brings it on; `nil` where none does.
  public func turn(in state: String) -> ActRule.Side? {
    rules(in: state).first { !$0.turnsBack }?.side
  }

  /// The agency whose turn it is in `state`; `nil` once it is nobody's.
  public func turn(in state: String, sender: AgencyCode, receiver: AgencyCode?) -> AgencyCode? {
    switch turn(in: state) {
    case .receiver: receiver
    case .owner, .conductor, .sender: sender
    case nil: nil
    }
  }

  /// The rule for `act` in `state`.
  ///
  /// - Throws: `act.unknown`; `act.not-now`, which names what is allowed instead; `act.ended` where nothing is.
  func rule(for act: String, in state: String) throws(Refusal) -> ActRule {
    let named = rules.filter { $0.act == act }
    let names = rules.map(\.act).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    guard let first = named.first else {
      throw Refusal(
        .invalid, "act.unknown", field: "act", ["acts": .text(names.joined(separator: ", "))])
    }
    if let rule = named.first(where: { $0.from.contains(state) }) { return rule }
    let allowed = rules(in: state).map { "act.\(kind.rawValue).\($0.act)" }
    throw Refusal(
      .notAllowed, allowed.isEmpty ? "act.ended" : "act.not-now", field: "act",
      [
        "act": .term("act.\(kind.rawValue).\(act)"), "state": .term("state.\(kind.rawValue).\(state)"),
        "allowed": .terms(allowed),
      ], citation: first.citation)
  }
}

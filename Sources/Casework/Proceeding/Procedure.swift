import Law

/// A procedure as a state machine: its states, and the acts that lead from one to the next.
public struct Procedure: Sendable, Equatable {
  /// Which procedure.
  public let kind: ProceedingKind
  /// The state it starts in.
  public let initial: String
  /// Every act, in the order of a case's life.
  public let rules: [ActRule]
  /// What its beginning does to its clocks.
  public let opening: [ClockChange]

  /// States a procedure.
  init(kind: ProceedingKind, initial: String, rules: [ActRule], opening: [ClockChange] = []) {
    (self.kind, self.initial, self.rules, self.opening) = (kind, initial, rules, opening)
  }

  /// Every state, the first one first.
  public var states: [String] {
    rules.compactMap(\.to).reduce(into: [initial]) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The acts that `state` allows.
  public func rules(in state: String) -> [ActRule] { rules.filter { $0.from.contains(state) } }

  /// The rule for `act` in `state`.
  ///
  /// - Throws: `act.unknown`; `act.not-now`, which names what is allowed instead.
  func rule(for act: String, in state: String) throws(Refusal) -> ActRule {
    guard let rule = rules.first(where: { $0.act == act }) else {
      throw Refusal(
        .invalid, "act.unknown", field: "act", ["acts": .text(rules.map(\.act).joined(separator: ", "))])
    }
    guard rule.from.contains(state) else {
      let allowed = rules(in: state).map { "act.\(kind.rawValue).\($0.act)" }
      throw Refusal(
        .notAllowed, allowed.isEmpty ? "act.ended" : "act.not-now", field: "act",
        [
          "act": .term("act.\(kind.rawValue).\(act)"), "state": .term("state.\(kind.rawValue).\(state)"),
          "allowed": .terms(allowed),
        ])
    }
    return rule
  }
}

/// One act of a procedure: from which states to which, by whom, saying what.
public struct ActRule: Sendable, Equatable {
  /// Whose turn it is.
  public enum Side: String, Sendable, Codable {
    /// The agency that conducts the proceeding and has the file.
    case owner
    /// The agency that refers.
    case sender
    /// The agency referred to.
    case receiver
  }

  /// What the act does beyond the change of state.
  public enum Effect: String, Sendable, Codable {
    /// Nothing.
    case none
    /// Approves a referral.
    case approve
    /// Sends it: the receiver sees the file from here on.
    case send
    /// Receives it: the file's owner is now the receiver.
    case receive
    /// Ends it, and the receiver keeps the file.
    case keep
    /// Ends it, and the file goes back to the sender.
    case giveBack = "give-back"
    /// Ends it before it was received.
    case end
  }

  /// Stable name of the act within its procedure.
  public let act: String
  /// States in which it is allowed.
  public let from: Set<String>
  /// The state it leads to; `nil` if it leaves the state as it is.
  public let to: String?
  /// Whose turn it is.
  public let side: Side
  /// Who may do it there.
  public let roles: Set<Role>
  /// What it records.
  public let facts: [FactField]
  /// What it means for statistics.
  public let milestone: Milestone?
  /// What it does beyond the change of state.
  public let effect: Effect
  /// The article it rests on.
  public let citation: Citation?
  /// What it does to the clocks of the proceeding.
  public let clocks: [ClockChange]

  /// Whether the act ends, turns back or holds the proceeding rather than bringing it on.
  public var turnsBack: Bool { to == nil || ["decline", "terminate", "return", "refuse", "withdraw"].contains(act) }

  /// States a rule. `citation` is a key such as `order-310@5.2`.
  init(
    _ act: String, from: Set<String>, to: String?, side: Side = .owner, by roles: Set<Role>, facts: [FactField] = [],
    milestone: Milestone? = nil, effect: Effect = .none, citation: String? = nil, clocks: [ClockChange] = []
  ) {
    (self.act, self.from, self.to, self.side, self.roles) = (act, from, to, side, roles)
    (self.facts, self.milestone, self.effect, self.clocks) = (facts, milestone, effect, clocks)
    self.citation = citation.flatMap(Citation.init(key:))
  }
}

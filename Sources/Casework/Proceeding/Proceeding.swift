import Law

/// One legal procedure in a case file, read while the file is locked.
public struct Proceeding: Sendable, Equatable {
  /// Key.
  public let id: Int64
  /// Which procedure.
  public let kind: ProceedingKind
  /// State of its machine.
  public let state: String
  /// The agency that conducts it.
  public let agency: AgencyCode
  /// The agency referred to, of a referral.
  public let receiver: AgencyCode?
  /// Officers who handled it so far.
  public let handledBy: Set<Int64>
  /// Names of the officers to whom it was assigned (承办人员).
  public let assigned: [String]
  /// The first possible day of its latest act; no later act can have happened before. `nil` where no act has a date.
  public let latestDay: Day?
  /// Why time does not count now; several reasons can last at once.
  public let pausedFor: Set<Exclusion.Kind>
  /// The facts of its entries by name, the latest of each.
  public let known: [String: String]
  /// The proceeding that it follows from.
  public let origin: Int64?
  /// Until when it lasts by itself, of a measure that lapses.
  public let lapsesAt: Instant?

  /// Describes a proceeding.
  public init(
    id: Int64, kind: ProceedingKind, state: String, agency: AgencyCode, receiver: AgencyCode?, handledBy: Set<Int64>,
    assigned: [String] = [], latestDay: Day? = nil, pausedFor: Set<Exclusion.Kind> = [],
    known: [String: String] = [:], origin: Int64? = nil, lapsesAt: Instant? = nil
  ) {
    (self.pausedFor, self.known, self.origin, self.lapsesAt) = (pausedFor, known, origin, lapsesAt)
    (self.id, self.kind, self.state, self.agency) = (id, kind, state, agency)
    (self.receiver, self.handledBy, self.assigned, self.latestDay) = (receiver, handledBy, assigned, latestDay)
  }

  /// Its state at an instant: a measure whose time has run out lapses by itself.
  ///
  /// Legal basis: 市场监督管理行政处罚程序规定 (2022) art. 35, 38; 行政强制法 (2011) art. 25.
  public func state(at now: Instant) -> String {
    if let lapsesAt, now > lapsesAt, state == "in-force" || state == "extended" { return "lapsed" }
    return state
  }

  /// What `officer` may do now, in the order of a case's life.
  public func allowed(to officer: Officer, in file: CaseFileState) -> [ActRule] {
    guard let procedure = kind.procedure else { return [] }
    return procedure.rules(in: state).filter { rule in
      do throws(Refusal) {
        try permit(rule, by: officer, in: file)
        return true
      } catch {
        return false
      }
    }
  }

  /// The step that `request` asks for, if it may be taken now.
  ///
  /// - Throws: `case.stale`, `case.not-yours`, `referral.not-sender`, `referral.not-receiver`,
  ///   `proceeding.not-receiver`, `proceeding.recorded`, `proceeding.suspended`, `act.unknown`, `act.not-now`, `act.ended`, `role.missing`,
  ///   `referral.only-head`, `review.own-case`, `referral.out`, `clock.paused`, `clock.not-paused`, `date.future`,
  ///   `date.before-last-act`, `fact.unknown`, `fact.approver-handles`, `decision.empty`, `decision.no-penalty`, what a
  ///   fact is refused for, and the codes of the rule's requirements.
  public func step(
    _ request: ActRequest, by officer: Officer, in file: CaseFileState, on today: Day,
    _ around: Surroundings = Surroundings()
  ) throws(Refusal) -> Step {
    try file.requireRevision(request.revision)
    guard let procedure = kind.procedure else {
      throw Refusal(.notAllowed, "proceeding.recorded", ["kind": .term("proceeding.\(kind.rawValue)")])
    }
    let rule = try procedure.rule(for: request.act, in: state)
    try permit(rule, by: officer, in: file)
    if pausedFor.contains(.suspension), !rule.standsInSuspension {
      throw Refusal(
        .notAllowed, "proceeding.suspended", field: "act", ["act": .term("act.\(kind.rawValue).resume")],
        citation: procedure.suspension)
    }
    guard request.happenedOn.day.first <= today else { throw Refusal(.invalid, "date.future", field: "happenedOn") }
    if let latestDay, request.happenedOn.day.last < latestDay {
      throw Refusal(.invalid, "date.before-last-act", field: "happenedOn", ["day": .text(latestDay.description)])
    }
    var facts = try rule.read(request.facts ?? [:])
    facts.merge(rule.totals(facts, on: known)) { $1 }
    // Whom the opening named is told by this act: its entry names the agency again.
    if let name = rule.informs, !rule.facts.contains(where: { $0.name == name }), let named = known[name] {
      facts[name] = named
    }
    let sanctions = try read(request.sanctions ?? [], for: rule, in: file, replacing: &facts)
    if rule.act == "decide", kind == .penalty || kind == .summary {
      try Self.requireCoherence(facts, sanctions)
    }
    if let pause = facts["pause"].flatMap(Exclusion.Kind.init(rawValue:)) {
      if rule.clocks.contains(.pause), pausedFor.contains(pause) {
        throw Refusal(.notAllowed, "clock.paused", field: "facts.pause")
      }
      if rule.clocks.contains(.resume), !pausedFor.contains(pause) {
        throw Refusal(.notAllowed, "clock.not-paused", field: "facts.pause")
      }
    }
    try Self.requireApproverApart(facts)
    let standing = Standing(
      proceeding: self, file: file, facts: facts, day: request.happenedOn.day, officer: officer, around: around)
    try rule.check(standing)
    return Step(
      rule: rule, to: rule.to ?? state, happenedOn: request.happenedOn.day, facts: facts, sanctions: sanctions)
  }

  /// The penalties given one by one, checked; what they add up to becomes the facts of the decision.
  ///
  /// - Throws: `sanction.not-here`, `sanction.twice`, `list.too-long`, and what a sanction is refused for.
  func read(
    _ sanctions: [Sanction], for rule: ActRule, in file: CaseFileState, replacing facts: inout [String: String]
  ) throws(Refusal) -> [Sanction] {
    guard !sanctions.isEmpty else { return [] }
    guard rule.act == "decide", kind == .penalty || kind == .summary else {
      throw Refusal(.invalid, "sanction.not-here", field: "sanctions")
    }
    guard sanctions.count <= CaseFileRequest.listLimit else {
      throw Refusal(.invalid, "list.too-long", field: "sanctions", ["limit": .text(String(CaseFileRequest.listLimit))])
    }
    if let stray = ["fine", "confiscated"].first(where: { facts[$0] != nil }) {
      throw Refusal(.invalid, "sanction.twice", field: "facts.\(stray)")
    }
    for (index, sanction) in sanctions.enumerated() {
      try sanction.check("sanctions.\(index)", among: file.respondents)
    }
    for (fact, kind) in [("fine", Sanction.Kind.fine), ("confiscated", .gains)] {
      let total = sanctions.filter { $0.kind == kind }.reduce(Int64(0)) { $0 + ($1.amount?.fen.value ?? 0) }
      guard let sum = Fen(total) else { throw Refusal(.invalid, "amount.too-large", field: "sanctions") }
      if total > 0 { facts[fact] = Yuan(sum).wire }
    }
    facts["sanctions"] = sanctions.map(\.kept).joined(separator: "\u{1e}")
    return sanctions
  }

  /// Who approves is none of those who handle the case.
  static func requireApproverApart(_ facts: [String: String]) throws(Refusal) {
    guard let officers = facts["officers"], let approver = facts["approver"] else { return }
    if officers.split(separator: "、").contains(approver[...]) {
      throw Refusal(.invalid, "fact.approver-handles", field: "facts.approver")
    }
  }

  /// A decision imposes something if it is a penalty, and nothing if it is not.
  static func requireCoherence(_ facts: [String: String], _ sanctions: [Sanction]) throws(Refusal) {
    let imposed = ["fine", "confiscated", "otherPenalties", "sanctions"].filter { facts[$0] != nil }
    let penalises = facts["outcome"].map { $0 == "penalty" } ?? true
    if penalises, imposed.isEmpty {
      throw Refusal(.invalid, "decision.empty", field: "facts.fine")
    }
    if !penalises, let stray = imposed.first {
      throw Refusal(.invalid, "decision.no-penalty", field: "facts.\(stray)")
    }
  }

  /// The other agencies that are to learn of an act: the receiver of what is sent or taken back, the sender of every
  /// answer.
  public func audience(of rule: ActRule) -> [AgencyCode] {
    guard kind == .referral || kind == .transfer else {
      switch rule.side {
      case .receiver: return [agency]
      case .owner, .conductor, .sender: return receiver.map { knows(of: rule) ? [$0] : [] } ?? []
      }
    }
    guard rule.side != .receiver else { return [agency] }
    let isKnown = rule.effect == .send || !Self.beforeSending.contains(state)
    return receiver.map { isKnown ? [$0] : [] } ?? []
  }

  /// States of a referral of which the receiver does not know yet.
  private static let beforeSending: Set<String> = ["drafted", "verifying", "reported", "proposed", "approved"]

  /// Whether the agency that is to answer learns of an act: not before the one that informs it, if that comes later.
  private func knows(of rule: ActRule) -> Bool {
    guard let procedure = kind.procedure, let name = procedure.receiver, procedure.opening.informs != name else {
      return true
    }
    return rule.informs == name || !procedure.rules.contains { $0.informs == name && $0.from.contains(state) }
  }

  /// The agency that has the file after an act of that effect; `nil` where it stays with the one that has it.
  public func owner(after effect: ActRule.Effect) -> AgencyCode? {
    switch effect {
    case .receive, .take: receiver
    case .giveBack: agency
    case .none, .approve, .send, .keep, .end, .reopen, .passOn: nil
    }
  }

  /// Checks side, role, and what stands between this officer and this act.
  private func permit(_ rule: ActRule, by officer: Officer, in file: CaseFileState) throws(Refusal) {
    switch rule.side {
    case .owner:
      try file.requireOwner(officer)
      if officer.agency != agency {
        throw Refusal(.forbidden, "case.not-yours", ["case": .text(file.number.wire), "agency": .agency(agency)])
      }
    case .sender:
      if officer.agency != agency { throw Refusal(.forbidden, "referral.not-sender", ["agency": .agency(agency)]) }
    case .conductor:
      guard officer.agency == agency else {
        throw Refusal(.forbidden, "case.not-yours", ["case": .text(file.number.wire), "agency": .agency(agency)])
      }
    case .receiver:
      guard let receiver, officer.agency == receiver else {
        throw Refusal(
          .forbidden, kind == .referral ? "referral.not-receiver" : "proceeding.not-receiver",
          ["agency": .agency(receiver ?? agency)])
      }
    }
    if rule.roles == [.head, .actingHead], !officer.isOne(of: rule.roles) {
      throw Refusal(.forbidden, "referral.only-head", citation: rule.citation)
    }
    try officer.requireOne(of: rule.roles)
    if rule.roles == [.reviewer],
      handledBy.contains(officer.id) || assigned.contains(officer.name) || file.assigned.contains(officer.name)
    {
      throw Refusal(.forbidden, "review.own-case")
    }
    if rule.clocks.contains(.resume), pausedFor.isEmpty { throw Refusal(.notAllowed, "clock.not-paused") }
    if kind == .penalty || kind == .summary, rule.act == "decide", file.openReferral != nil {
      throw Refusal(.notAllowed, "referral.out", citation: Citation(key: "order-310@11.1"))
    }
  }
}

/// What it takes to do an act of a proceeding.
public struct ActRequest: Codable, Sendable, Equatable {
  /// Which act.
  public var act: String
  /// When it happened.
  public var happenedOn: When
  /// Its facts by name; amounts in yuan.
  public var facts: [String: String]?
  /// The penalties that a decision imposes, one by one; instead of the facts `fine` and `confiscated`.
  public var sanctions: [Sanction]?
  /// The revision of the case file that the officer had before them; an older one is refused.
  public var revision: Int?

  /// Asks for an act.
  public init(
    act: String, happenedOn: When, facts: [String: String]?, sanctions: [Sanction]? = nil, revision: Int?
  ) {
    (self.act, self.happenedOn, self.facts, self.revision) = (act, happenedOn, facts, revision)
    self.sanctions = sanctions
  }
}

/// An act that may be taken: where it leads, and what it records.
public struct Step: Sendable, Equatable {
  /// The rule it follows.
  public let rule: ActRule
  /// The state it leads to.
  public let to: String
  /// When it happened.
  public let happenedOn: PartialDay
  /// Its facts in canonical form.
  public let facts: [String: String]
  /// The penalties it imposes one by one.
  public let sanctions: [Sanction]

  /// The lines it adds to the ledger of money and goods.
  public var ledger: [LedgerLine] {
    if !sanctions.isEmpty { return sanctions.compactMap(\.line) }
    return rule.ledger.sorted { $0.key < $1.key }
      .compactMap { name, code in amount(name).map { LedgerLine(code, amount: $0) } }
  }

  /// The fine imposed, if this decides one.
  public var fine: Fen? { rule.milestone == .decided ? amount("fine") : nil }
  /// The gains confiscated, if this decides so.
  public var confiscated: Fen? { rule.milestone == .decided ? amount("confiscated") : nil }

  private func amount(_ name: String) -> Fen? {
    guard let text = facts[name], case .success(let fen) = Fen.parse(yuan: text) else { return nil }
    return fen
  }
}

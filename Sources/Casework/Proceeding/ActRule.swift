import Law

/// One act of a procedure: from which states to which, by whom, saying what.
public struct ActRule: Sendable, Equatable {
  /// Whose turn it is.
  public enum Side: String, Sendable, Codable {
    /// The agency that conducts the proceeding and has the file.
    case owner
    /// The agency that conducts the proceeding, whoever has the file.
    case conductor
    /// The agency that refers.
    case sender
    /// The agency referred to, or asked to answer.
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
    /// Ends it; the file stays where it is.
    case end
    /// What was decided is open again; nothing is decided on the file meanwhile.
    case reopen
    /// Decides it after all: the receiver has the file again.
    case take
    /// Another receiver is to sign for it; until then the first one keeps the file.
    case passOn = "pass-on"
  }

  /// Stable name of the act within its procedure.
  public let act: String
  /// States in which it is allowed; none for an opening.
  public let from: Set<String>
  /// The state it leads to; `nil` if it leaves the state as it is.
  public let to: String?
  /// Whose turn it is.
  public let side: Side
  /// Who may do it there.
  public let roles: Set<Role>
  /// What it records.
  public let facts: [FactField]
  /// What must hold beyond state, side, role and facts.
  public let requires: [Requirement]
  /// What it means for statistics.
  public let milestone: Milestone?
  /// What it does beyond the change of state.
  public let effect: Effect
  /// The fact that names an agency which sees the file and learns of the act from here on.
  public let informs: String?
  /// Lines of the ledger of money and goods that amounts among its facts make.
  public let ledger: [String: LedgerLine.Code]
  /// The article it rests on.
  public let citation: Citation?
  /// What it does to the clocks of the proceeding.
  public let clocks: [ClockChange]
  /// Facts that it records without being asked, by name.
  public let sets: [String: String]
  /// Amounts among its facts that it adds up from act to act, each with the fact that keeps the total.
  public let sums: [String: String]

  /// Whether the act ends, turns back, holds or undoes rather than bringing the proceeding on; nobody waits for it.
  public var turnsBack: Bool { to == nil || Self.turningBack.contains(act) }

  private static let turningBack: Set<String> = [
    "decline", "terminate", "return", "refuse", "withdraw", "reject", "suspend", "stop", "expire", "restore", "revoke",
    "annul", "cancel", "lift", "transfer", "take-back", "waive", "disclaim", "forward", "pass-on", "rest",
    "retain", "insist",
  ]

  /// Whether it may be done while the proceeding is suspended: it resumes it, or ends it.
  var standsInSuspension: Bool {
    clocks.contains(.resume) || clocks.contains(.pause) || clocks.contains(.extend) || clocks.contains(.endAll)
  }

  /// States a rule. `citation` is a key such as `order-310@5.2`.
  init(
    _ act: String, from: Set<String> = [], to: String?, side: Side = .owner, by roles: Set<Role>,
    facts: [FactField] = [], requires: [Requirement] = [], milestone: Milestone? = nil, effect: Effect = .none,
    informs: String? = nil, ledger: [String: LedgerLine.Code] = [:], citation: String? = nil,
    clocks: [ClockChange] = [], sets: [String: String] = [:], sums: [String: String] = [:]
  ) {
    (self.sets, self.sums) = (sets, sums)
    (self.act, self.from, self.to, self.side, self.roles) = (act, from, to, side, roles)
    (self.facts, self.requires, self.milestone, self.effect) = (facts, requires, milestone, effect)
    (self.informs, self.ledger, self.clocks) = (informs, ledger, clocks)
    self.citation = citation.flatMap(Citation.init(key:))
  }
}

extension Set<Role> {
  /// 登记人员、承办人
  public static let intake: Set<Role> = [.clerk, .caseOfficer]
  /// 承办人
  public static let handlers: Set<Role> = [.caseOfficer]
  /// 审核人员
  static let reviewers: Set<Role> = [.reviewer]
  /// 负责人
  static let heads: Set<Role> = [.deputyHead, .actingHead, .head]
  /// 承办人、负责人
  public static let handlersAndHeads: Set<Role> = [.caseOfficer, .deputyHead, .actingHead, .head]
}

extension ActRule {
  /// The facts given, in canonical form.
  ///
  /// - Throws: `fact.unknown`, and what a fact is refused for.
  func read(_ given: [String: String]) throws(Refusal) -> [String: String] {
    let names = Set(facts.map(\.name))
    if let stray = given.keys.filter({ !names.contains($0) }).min() {
      throw Refusal(
        .invalid, "fact.unknown", field: "facts.\(stray)", ["facts": .text(names.sorted().joined(separator: ", "))])
    }
    var read: [String: String] = [:]
    for field in facts { read[field.name] = try field.read(given[field.name]) }
    return read.merging(sets) { $1 }
  }

  /// The totals that the facts given bring about, on top of what was `known`; a total too large to keep is left out.
  func totals(_ given: [String: String], on known: [String: String]) -> [String: String] {
    var totals: [String: String] = [:]
    for (name, total) in sums {
      guard let more = given[name].flatMap(Fen.init(recorded:)) else { continue }
      let before = (known[total] ?? known[name]).flatMap(Fen.init(recorded:)) ?? .zero
      totals[total] = before.adding(more).map { Yuan($0).wire }
    }
    return totals
  }

  /// Whether what the act requires holds, and those named hold certificates.
  ///
  /// - Throws: `officer.no-certificate`, and the codes of the requirements.
  func check(_ standing: Standing) throws(Refusal) {
    for field in facts {
      guard case .enforcers = field.form, let certified = standing.around.certified else { continue }
      let names = (standing.facts[field.name] ?? "").split(separator: "、").map(String.init)
      let without = names.filter { !certified.contains($0) }
      if !without.isEmpty {
        throw Refusal(
          .notAllowed, "officer.no-certificate", field: "facts.\(field.name)",
          ["names": .text(without.joined(separator: "、")), "day": .text(standing.day.description)],
          citation: Citation(key: "samr-procedure@19"))
      }
    }
    try checkAgencies(standing)
    for requirement in requires { try requirement.check(standing) }
  }

  /// - Throws: `agency.unknown`, `agency.kind` where a fact names an agency that is not of the kind it takes.
  private func checkAgencies(_ standing: Standing) throws(Refusal) {
    guard let agencies = standing.around.agencies else { return }
    for field in facts where field.form == .agency {
      guard let code = standing.facts[field.name] else { continue }
      let path = "facts.\(field.name)"
      guard let kind = agencies[code] else {
        throw Refusal(.invalid, "agency.unknown", field: path, ["agency": .text(code)])
      }
      if let kinds = field.agencyKinds, !kinds.contains(kind) {
        throw Refusal(
          .invalid, "agency.kind", field: path,
          ["kinds": .terms(kinds.map(\.rawValue).sorted().map { "agency-kind.\($0)" })])
      }
    }
  }

  /// The names among `facts` whose certificates the act asks for.
  public func enforcers(in facts: [String: String]) -> [String] {
    self.facts.flatMap { field -> [String] in
      guard case .enforcers = field.form else { return [] }
      return (facts[field.name] ?? "").split { "、,，;；".contains($0) }.map { String($0).trimmingBlanks }
    }
  }
}

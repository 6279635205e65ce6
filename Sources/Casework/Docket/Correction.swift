import Law

/// What it takes to put an entry of the docket right (更正): what is recorded wrongly, and why. The entry stays; another one
/// stands in its place from its recording on.
public struct CorrectionRequest: Codable, Sendable, Equatable {
  /// When it happened, if that was wrong.
  public var happenedOn: When?
  /// The facts that were wrong, by name; an empty text takes one away.
  public var facts: [String: String]?
  /// The penalties of a decision, all of them, if one was wrong.
  public var sanctions: [Sanction]?
  /// What was wrong, and by which paper that is known.
  public var reason: Prose
  /// The revision of the case file that the officer had before them; an older one is refused.
  public var revision: Int?

  /// Asks to put an entry right.
  public init(
    happenedOn: When? = nil, facts: [String: String]? = nil, sanctions: [Sanction]? = nil, reason: Prose,
    revision: Int? = nil
  ) {
    (self.happenedOn, self.facts, self.sanctions) = (happenedOn, facts, sanctions)
    (self.reason, self.revision) = (reason, revision)
  }
}

/// An entry that may be put right, and what stands around it.
public struct Correctable: Sendable {
  /// The entry.
  public let entry: Entry
  /// Where it stands: its own sequence, or that of the first entry which it puts right.
  public let place: Int
  /// The sequence of the entry that already puts it right.
  public let correctedBy: Int?
  /// The first possible day of the latest entry before it in its proceeding.
  public let notBefore: Day?
  /// The last possible day of the earliest entry after it there.
  public let notAfter: Day?
  /// Facts that later entries of the proceeding say again.
  public let repeated: Set<String>

  /// Describes one.
  public init(
    entry: Entry, place: Int, correctedBy: Int? = nil, notBefore: Day? = nil, notAfter: Day? = nil,
    repeated: Set<String> = []
  ) {
    (self.entry, self.place, self.correctedBy) = (entry, place, correctedBy)
    (self.notBefore, self.notAfter, self.repeated) = (notBefore, notAfter, repeated)
  }
}

/// An entry as it should have been.
public struct Correction: Sendable, Equatable {
  /// The entry to append in its place.
  public let entry: NewEntry
  /// The penalties that it imposes, all of them.
  public let sanctions: [Sanction]
  /// Its lines of the ledger of money and goods.
  public let ledger: [LedgerLine]

  /// The fact under which an entry that puts another right says why.
  public static let reason = "correctionReason"
}

extension Correctable {
  /// The rules of the act that was recorded; none where a register told of it.
  public var rules: [ActRule] { (entry.kind.procedure?.acts ?? []).filter { $0.act == entry.act } }

  /// Whether a register told of it.
  public var isImported: Bool { entry.act == "import" }

  /// What can be put right of it beside the day. What decided how the case went on cannot: that was done, and stands.
  public var fields: [FactField] {
    if isImported {
      guard entry.milestone == .decided else { return [] }
      return [.optional("fine", .amount), .optional("confiscated", .amount)]
    }
    return rule?.facts.filter(\.isCorrectable) ?? []
  }

  /// The one among the rules of its act that records what it says.
  private var rule: ActRule? {
    let all = Set(rules.flatMap(\.facts).map(\.name))
    let said = all.intersection(entry.facts.keys)
    return rules.first { said.isSubset(of: Set($0.facts.map(\.name))) } ?? rules.first
  }

  /// Whether `officer` may put it right.
  public func isOpen(to officer: Officer) -> Bool {
    do throws(Refusal) {
      try permit(officer)
      return true
    } catch {
      return false
    }
  }

  /// Checks that `officer` may put it right at all.
  ///
  /// - Throws: `correction.fixed-act`, `correction.superseded`, `correction.not-yours`, `role.missing`.
  public func permit(_ officer: Officer) throws(Refusal) {
    guard isImported || !rules.isEmpty else { throw Refusal(.notAllowed, "correction.fixed-act") }
    if let correctedBy {
      throw Refusal(.notAllowed, "correction.superseded", ["entry": .text(String(correctedBy))])
    }
    guard entry.agency == officer.agency else {
      throw Refusal(.forbidden, "correction.not-yours", ["agency": .agency(entry.agency)])
    }
    let roles = rules.reduce(into: Set<Role>()) { $0.formUnion($1.roles) }
    try officer.requireOne(of: isImported ? [.clerk, .caseOfficer, .statistician] : roles)
  }

  /// The entry as `request` says it should have been.
  ///
  /// - Throws: `case.stale`, what `permit` throws, `correction.empty`, `correction.fact-fixed`, `correction.total`,
  ///   `correction.order`, `date.future`, `fact.unknown`, `fact.approver-handles`, `sanction.twice`, what a fact or a sanction is refused for.
  public func correction(
    _ request: CorrectionRequest, in proceeding: Proceeding, of file: CaseFileState, by officer: Officer, on today: Day
  ) throws(Refusal) -> Correction {
    try file.requireRevision(request.revision)
    try permit(officer)
    let changes = (request.facts ?? [:]).filter { ($0.value.trimmingBlanks) != (entry.facts[$0.key] ?? "") }
    let day = request.happenedOn?.day ?? entry.happenedOn
    let kept = sanctions
    let wanted = request.sanctions == kept ? nil : request.sanctions
    if day == entry.happenedOn, changes.isEmpty, wanted == nil {
      throw Refusal(.invalid, "correction.empty", field: "happenedOn")
    }
    try check(day, on: today)
    try check(changes)
    var facts = entry.facts
    for (name, value) in changes { facts[name] = value.trimmingBlanks.isEmpty ? nil : value }
    guard let rule else { return try imported(facts, on: day, request) }
    let names = Set(rule.facts.map(\.name))
    var given = facts.filter { names.contains($0.key) }
    let imposed = wanted ?? kept
    if !imposed.isEmpty {
      if let stray = changes.keys.sorted().first(where: Self.isSum) {
        throw Refusal(.invalid, "sanction.twice", field: "facts.\(stray)")
      }
      given = given.filter { !Self.isSum($0.key) }
    }
    var read = try rule.read(given)
    let sanctions = try proceeding.read(imposed, for: rule, in: file, replacing: &read)
    if rule.act == "decide", proceeding.kind == .penalty || proceeding.kind == .summary {
      try Proceeding.requireCoherence(read, sanctions)
    }
    try Proceeding.requireApproverApart(read)
    for (name, total) in rule.sums where changes[name] != nil {
      facts[total] = try Self.moved(entry.facts[total], from: entry.facts[name], to: read[name])
    }
    let others = facts.filter { !names.contains($0.key) && $0.key != "sanctions" }
    read.merge(others) { mine, _ in mine }
    read[Correction.reason] = request.reason.wire
    let step = Step(
      rule: rule, to: rule.to ?? "", happenedOn: day ?? PartialDay(today), facts: read, sanctions: sanctions)
    return Correction(
      entry: NewEntry(
        act: entry.act, milestone: entry.milestone, happenedOn: day, facts: read, fine: step.fine,
        confiscated: step.confiscated),
      sanctions: sanctions, ledger: step.ledger)
  }

  private static func isSum(_ name: String) -> Bool { name == "fine" || name == "confiscated" }

  /// The penalties that it imposes one by one.
  public var sanctions: [Sanction] {
    (entry.facts["sanctions"] ?? "").split(separator: "\u{1e}").compactMap { Sanction(kept: String($0)) }
  }

  /// A day in its place: not to come, not before what stands before it, not after what stands after it.
  private func check(_ day: PartialDay?, on today: Day) throws(Refusal) {
    guard let day, day != entry.happenedOn else { return }
    guard day.first <= today else { throw Refusal(.invalid, "date.future", field: "happenedOn") }
    if let notBefore, day.last < notBefore {
      throw Refusal(.invalid, "date.before-last-act", field: "happenedOn", ["day": .text(notBefore.description)])
    }
    if let notAfter, day.first > notAfter {
      throw Refusal(.invalid, "correction.order", field: "happenedOn", ["day": .text(notAfter.description)])
    }
  }

  private func check(_ changes: [String: String]) throws(Refusal) {
    let known = Set(rules.flatMap(\.facts).map(\.name) + fields.map(\.name))
    for name in changes.keys.sorted() {
      guard known.contains(name) else {
        throw Refusal(
          .invalid, "fact.unknown", field: "facts.\(name)",
          ["facts": .text(fields.map(\.name).sorted().joined(separator: ", "))])
      }
      guard fields.contains(where: { $0.name == name }) else {
        throw Refusal(.notAllowed, "correction.fact-fixed", field: "facts.\(name)", ["fact": .term("fact.\(name)")])
      }
      // A later act added to the total of this one.
      if let total = rule?.sums[name], repeated.contains(total) {
        throw Refusal(.notAllowed, "correction.total", field: "facts.\(name)", ["fact": .term("fact.\(name)")])
      }
    }
  }

  /// An entry of a register, of which only day and amounts are known.
  private func imported(
    _ facts: [String: String], on day: PartialDay?, _ request: CorrectionRequest
  ) throws(Refusal) -> Correction {
    if request.sanctions != nil { throw Refusal(.invalid, "sanction.not-here", field: "sanctions") }
    var read = facts
    for field in fields { read[field.name] = try field.read(facts[field.name]) }
    read[Correction.reason] = request.reason.wire
    return Correction(
      entry: NewEntry(
        act: entry.act, milestone: entry.milestone, happenedOn: day, facts: read,
        fine: read["fine"].flatMap(Fen.init(recorded:)), confiscated: read["confiscated"].flatMap(Fen.init(recorded:))),
      sanctions: [], ledger: [])
  }

  /// A total in which one amount is exchanged for another.
  private static func moved(_ total: String?, from old: String?, to new: String?) throws(Refusal) -> String? {
    let amounts = [total, old, new].map { $0.flatMap(Fen.init(recorded:)) ?? .zero }
    guard let sum = Fen(amounts[0].value - amounts[1].value + amounts[2].value) else {
      throw Refusal(.invalid, "amount.too-large", field: "facts")
    }
    return Yuan(sum).wire
  }
}

extension FactField {
  /// Whether it can be put right: what says, names or counts, and steers nothing.
  public var isCorrectable: Bool {
    switch form {
    case .line, .prose, .amount, .count, .quantity: true
    case .choice, .time, .day, .agency, .officers, .enforcers, .panel, .things: false
    }
  }
}

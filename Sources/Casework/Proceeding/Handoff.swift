import Law

/// A proceeding that two agencies have to do with, as the board of handoffs (移送台账) shows it.
public struct Handoff: Sendable, Equatable, Codable {
  /// What an agency waits for, or is waited for.
  public enum Group: String, Sendable, Codable, CaseIterable {
    /// Sent to us: our receipt is awaited.
    case ourReceipt = "our-receipt"
    /// It is our turn.
    case ourDecision = "our-decision"
    /// It is theirs.
    case theirs
    /// It came back to us, and we have not yet said what becomes of it.
    case returned
  }

  /// Key of the proceeding.
  public let id: Int64
  /// Which procedure.
  public let kind: ProceedingKind
  /// The case file.
  public let number: CaseNumber
  /// What that is about.
  public let summary: String
  /// The agency that conducts it; of a referral or a transfer, the one that sends.
  public let sender: AgencyCode
  /// The agency that is to answer.
  public let receiver: AgencyCode
  /// State of the machine.
  public let state: String
  /// Since when.
  public let since: Instant
  /// The nearest end among the time limits against whoever's turn it is, else among all; `nil` where none runs.
  public let dueAt: Instant?
  /// The agency against which that one runs; `nil` for a party's.
  public let liable: AgencyCode?

  /// Describes a handoff.
  public init(
    id: Int64, kind: ProceedingKind, number: CaseNumber, summary: String, sender: AgencyCode, receiver: AgencyCode,
    state: String, since: Instant, dueAt: Instant?, liable: AgencyCode?
  ) {
    (self.id, self.kind, self.number, self.summary) = (id, kind, number, summary)
    (self.sender, self.receiver, self.state, self.since) = (sender, receiver, state, since)
    (self.dueAt, self.liable) = (dueAt, liable)
  }

  /// Whose turn it is; nobody's once it is over.
  public var turn: AgencyCode? {
    kind.procedure?.turn(in: state, sender: sender, receiver: receiver)
  }

  /// Where it stands on the board of `agency`; `nil` where it is not on it.
  ///
  /// What is one agency's turn is on the other's board as theirs: the two boards always show the same number.
  public func group(for agency: AgencyCode) -> Group? {
    guard agency == sender || agency == receiver, let turn else { return nil }
    guard turn == agency else { return .theirs }
    if Self.awaitingReceipt.contains(state), agency == receiver { return .ourReceipt }
    let hasReturned = kind == .referral && Procedure.referralsBack.contains(state) || state == "declined"
    return hasReturned && agency == sender ? .returned : .ourDecision
  }

  /// Whether the time of whoever's turn it is has run out; a time that runs against the other is not theirs to keep.
  public func isOverdue(at now: Instant) -> Bool { liable == turn && dueAt.map { $0 < now } ?? false }

  /// Whole hours left, from minus one on once it is over; `nil` where no time runs.
  public func hoursLeft(at now: Instant) -> Int? {
    dueAt.map { dueAt in
      let (hours, rest) = (dueAt.microseconds - now.microseconds).quotientAndRemainder(dividingBy: 3_600_000_000)
      return Int(hours) - (rest < 0 ? 1 : 0)
    }
  }

  /// States in which the receiver has yet to sign for what was sent.
  private static let awaitingReceipt: Set<String> = ["sent", "passed-on", "issued", "requested", "delivered"]
}

/// A rung of the ladder that both sides see (移送进程).
public struct Rung: Sendable, Equatable, Codable {
  /// Which act.
  public let act: String
  /// When it happened; `nil` for one that is still to come, and where the day is not known.
  public let happenedOn: PartialDay?
  /// The agency that took it, or is to.
  public let agency: AgencyCode?
  /// The officer who took it.
  public let officer: String?
  /// Whether it was taken.
  public let isDone: Bool

  /// Describes a rung.
  public init(act: String, happenedOn: PartialDay?, agency: AgencyCode?, officer: String?, isDone: Bool) {
    (self.act, self.happenedOn, self.agency) = (act, happenedOn, agency)
    (self.officer, self.isDone) = (officer, isDone)
  }
}

extension Proceeding {
  /// The agency whose turn it is; `nil` once it is nobody's.
  public var turn: AgencyCode? { kind.procedure?.turn(in: state, sender: agency, receiver: receiver) }

  /// The clock that matters now, of clocks with the nearest end first: against whoever's turn it is, else any.
  public func pressing(among clocks: [Clock]) -> Clock? {
    let open = clocks.filter { $0.proceeding == id && $0.outcome == nil && $0.dueAt != nil }
    return open.first { $0.agency != nil && $0.agency == turn } ?? open.first
  }

  /// The rungs of the proceeding: the acts taken, oldest first, then those by which it usually goes on.
  public func ladder(_ entries: [Entry]) -> [Rung] {
    let taken = entries.filter { $0.proceeding == id && kind.procedure?.acts.map(\.act).contains($0.act) == true }.map {
      Rung(act: $0.act, happenedOn: $0.happenedOn, agency: $0.agency, officer: $0.officer, isDone: true)
    }
    let coming = (kind.procedure?.wayOn(from: state) ?? []).map { rule in
      Rung(
        act: rule.act, happenedOn: nil, agency: rule.side == .receiver ? receiver : agency, officer: nil,
        isDone: false)
    }
    return taken + coming
  }
}

extension Procedure {
  /// The shortest way by which a proceeding in `state` goes on until nobody's turn is left.
  func wayOn(from state: String) -> [ActRule] {
    var (ways, reached): ([(state: String, way: [ActRule])], Set<String>) = ([(state, [])], [state])
    while let (at, way) = ways.first {
      ways.removeFirst()
      if turn(in: at) == nil { return way }
      for rule in rules(in: at) where !rule.turnsBack {
        guard let to = rule.to, reached.insert(to).inserted else { continue }
        ways.append((to, way + [rule]))
      }
    }
    return []
  }
}

import Law

/// A time limit that runs, or ran, in a proceeding (期限).
public struct Clock: Sendable, Equatable {
  /// How it stands.
  public enum State: String, Sendable, CaseIterable {
    /// Its last instant has passed.
    case overdue
    /// Its last instant by the earlier of two readings has passed, by the later it has not.
    case pastInner = "past-inner"
    /// The party let it pass, or an agency what it need not do: that is their choice.
    case lapsed
    /// It ends within three days; of a limit in hours, within six hours.
    case dueSoon = "due-soon"
    /// There is time.
    case onTime = "on-time"
    /// It stands still.
    case suspended
    /// There is time, and a notice to come can move its end.
    case provisional
    /// It cannot be computed.
    case uncomputable
    /// What it waited for was done in time.
    case satisfied
    /// It was done too late.
    case satisfiedLate = "satisfied-late"
    /// It no longer matters.
    case ended
  }

  /// Within how many hours an end in days is soon.
  public static let soonHours = 72

  /// How it ended.
  public enum Outcome: String, Sendable {
    case satisfied
    case ended
  }

  /// Key.
  public let id: Int64
  /// The proceeding.
  public let proceeding: Int64
  /// Which procedure that is.
  public let kind: ProceedingKind
  /// The rule, `P16`.
  public let rule: String
  /// What started it; `nil` where the day is not known.
  public let from: Trigger?
  /// Sequence of the entry that started it.
  public let startedBy: Int
  /// Against whom it runs.
  public let liable: Liable
  /// That agency; `nil` for the party.
  public let agency: AgencyCode?
  /// The last day in time.
  public let dueDay: Day?
  /// The last instant in time; `nil` while it stands still or cannot be computed.
  public let dueAt: Instant?
  /// The last instant by the later reading.
  public let outerAt: Instant?
  /// Whether a notice to come can move it.
  public let isProvisional: Bool
  /// Code of what keeps it from being computed.
  public let problem: String?
  /// Extensions granted.
  public let grants: [Grant]
  /// Times of the proceeding that may not count; one without an end lasts.
  public let pauses: [Pause]
  /// How it ended, if it did.
  public let outcome: Outcome?
  /// When.
  public let endedOn: Day?
  /// The instant, of a limit in hours and where it is known.
  public let endedAt: Instant?
  /// The last day as a paper fixed it; `nil` where the rule gives it.
  public let setDay: Day?
  /// Whether it may pass: what it times is a right, or a duty of some cases only.
  public let isOption: Bool

  /// Describes a clock.
  public init(
    id: Int64, proceeding: Int64, kind: ProceedingKind, rule: String, from: Trigger?, startedBy: Int, liable: Liable,
    agency: AgencyCode?, dueDay: Day?, dueAt: Instant?, outerAt: Instant?, isProvisional: Bool, problem: String?,
    grants: [Grant], pauses: [Pause], outcome: Outcome?, endedOn: Day?,
    endedAt: Instant? = nil, setDay: Day? = nil, isOption: Bool = false
  ) {
    (self.endedAt, self.setDay, self.isOption) = (endedAt, setDay, isOption)
    (self.id, self.proceeding, self.kind, self.rule, self.from) = (id, proceeding, kind, rule, from)
    (self.startedBy, self.liable, self.agency, self.dueDay) = (startedBy, liable, agency, dueDay)
    (self.dueAt, self.outerAt, self.isProvisional, self.problem) = (dueAt, outerAt, isProvisional, problem)
    (self.grants, self.pauses, self.outcome, self.endedOn) = (grants, pauses, outcome, endedOn)
  }

  /// How it stands at an instant.
  public func state(at now: Instant) -> State {
    switch outcome {
    case .ended?: return .ended
    case .satisfied?:
      guard let last = outerAt ?? dueAt else { return .satisfied }
      if let endedAt { return endedAt > last ? .satisfiedLate : .satisfied }
      guard let endedOn else { return .satisfied }
      return endedOn > last.day() ? .satisfiedLate : .satisfied
    case nil: break
    }
    if problem != nil { return .uncomputable }
    guard let dueAt else { return .suspended }
    if now > dueAt {
      if outerAt.map({ now <= $0 }) == true { return liable == .party ? .lapsed : .pastInner }
      return liable == .party || isOption ? .lapsed : .overdue
    }
    let hours = if case .instant? = from { 6 } else { Self.soonHours }
    if dueAt <= now.adding(seconds: hours * 3600) { return .dueSoon }
    return isProvisional ? .provisional : .onTime
  }
}

/// A time that may not count.
public struct Pause: Sendable, Equatable {
  /// Why.
  public let kind: Exclusion.Kind
  /// First day.
  public let from: Day
  /// Last day, inclusive; `nil` while it lasts.
  public let to: Day?

  /// States a time.
  public init(_ kind: Exclusion.Kind, from: Day, to: Day?) { (self.kind, self.from, self.to) = (kind, from, to) }
}

extension LawBook {
  /// The version of the rule that governs a clock; the newest where its trigger is not known.
  public func limit(of clock: Clock) -> TimeLimit? {
    do throws(LawFault) {
      if let from = clock.from { return try limit(clock.rule, on: from.day) }
    } catch {}
    return limits[clock.rule]?.last
  }
}

extension Clock {
  /// When it ends by the law book, and whether it stands still now; every day shown if asked for.
  ///
  /// - Parameter today: A time that lasts counts as if it ended today; without it, as if it had not begun.
  /// - Throws: What `LawBook.due` throws; `law.from-unknown` where the day of the trigger is not known.
  public func due(
    by book: LawBook, on today: Day? = nil, showsLedger: Bool = false
  ) throws(LawFault) -> (due: Due, isSuspended: Bool) {
    guard let from else { throw LawFault("law.from-unknown", ["rule": rule]) }
    if let setDay { return (try book.due(rule, from: from, set: setDay), false) }
    let limit = try book.limit(rule, on: from.day)
    // A time that began after the clock had ended does not touch it, and none goes on past its end.
    let relevant = pauses.compactMap { pause -> Pause? in
      guard let endedOn else { return pause }
      return pause.from <= endedOn ? Pause(pause.kind, from: pause.from, to: min(pause.to ?? endedOn, endedOn)) : nil
    }
    let exclusions = relevant.compactMap { pause in
      (pause.to ?? today).map { Exclusion(pause.kind, pause.from...max(pause.from, $0)) }
    }
    let due = try book.due(
      rule, Counting(from: from, exclusions: exclusions, grants: grants, showsLedger: showsLedger))
    return (due, relevant.contains { $0.to == nil && limit.excludes.contains($0.kind) })
  }
}

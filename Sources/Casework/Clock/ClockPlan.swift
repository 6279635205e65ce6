import Law

/// What an act changes in the clocks of its proceeding, worked out before anything is written.
public struct ClockPlan: Sendable, Equatable {
  /// A clock about to start.
  public struct Start: Sendable, Equatable {
    /// The rule.
    public let rule: String
    /// What starts it; `nil` where the day is not known.
    public let from: Trigger?
    /// Against whom.
    public let liable: Liable
    /// Extensions that it has from its beginning.
    public let grants: [Grant]
    /// The last day as a paper fixed it.
    public var setDay: Day?
    /// When it ends.
    public let reckoning: Reckoning
    /// Whether it may pass.
    public var isOption = false
  }

  /// A clock about to end.
  public struct End: Sendable, Equatable {
    /// Its key.
    public let clock: Int64
    /// How.
    public let outcome: Clock.Outcome
    /// The instant, of a limit in hours and where it is known.
    public let at: Instant?
  }

  /// An extension about to be granted.
  public struct Extension: Sendable, Equatable {
    /// The clock.
    public let clock: Int64
    /// Which, and how long.
    public let grant: Grant
  }

  /// A clock whose end moves.
  public struct Move: Sendable, Equatable {
    /// Its key.
    public let clock: Int64
    /// The last day as a paper fixed it anew.
    public var setDay: Day?
    /// Where to.
    public let reckoning: Reckoning
  }

  public private(set) var starts: [Start] = []
  public private(set) var ends: [End] = []
  public private(set) var extensions: [Extension] = []
  public private(set) var moves: [Move] = []
  /// Why a time begins not to count, or ends.
  public private(set) var pause: Exclusion.Kind?
  /// The last day of the one that ends; `nil` where one begins.
  public private(set) var resumed: Day?
  /// The last day of the one that begins, where that is fixed already.
  public private(set) var pausedUntil: Day?

  /// Whether nothing changes.
  public var isEmpty: Bool { self == ClockPlan() }

  /// Changes nothing.
  public init() {}

  /// What the opening of a procedure changes, which can only start clocks.
  public init(
    opening procedure: Procedure, on day: PartialDay, facts: [String: String] = [:], by book: LawBook, now: Instant
  ) {
    let moment = Moment(day: day, time: facts["time"].flatMap(Minute.init), now: now)
    for change in procedure.opening.clocks { start(change, facts, moment, pauses: [], book) }
  }

  /// What a step changes.
  ///
  /// - Parameter clocks: Every open clock of the proceeding.
  /// - Throws: `clock.time-future`, `clock.not-running`, `clock.over`, `clock.no-longer`, `clock.day-needed`, and what the law book refuses an extension for.
  public init(_ step: Step, of clocks: [Clock], by book: LawBook, now: Instant) throws(Refusal) {
    let moment = Moment(day: step.happenedOn, time: step.facts["time"].flatMap(Minute.init), now: now)
    if let time = step.facts["time"].flatMap(Minute.init), let day = step.happenedOn.exact,
      day.start.adding(seconds: time.number * 60) > now
    {
      throw Refusal(.invalid, "clock.time-future", field: "facts.time")
    }
    var open = clocks
    func end(_ rule: String, _ outcome: Clock.Outcome) {
      guard let index = open.firstIndex(where: { $0.rule == rule }) else { return }
      let clock = open.remove(at: index)
      let isHours = if case .instant? = clock.from { true } else { false }
      ends.append(End(clock: clock.id, outcome: outcome, at: isHours ? moment.known : nil))
    }
    let pauses = clocks.first?.pauses ?? []
    for change in step.rule.clocks {
      switch change {
      case .start, .startIf, .startOn, .startUntil: start(change, step.facts, moment, pauses: pauses, book)
      case .reset(let fact, let rule): try reset(rule, step.facts[fact].flatMap { Day($0) }, open, book)
      case .satisfy(let rule): end(rule, .satisfied)
      case .end(let rule): end(rule, .ended)
      case .endAll: for clock in open { end(clock.rule, .ended) }
      case .replace(let old, let new):
        guard let clock = open.first(where: { $0.rule == old }) else { continue }
        end(old, .ended)
        let grant = step.facts["extension"] == nil ? nil : try Self.named(step, book).grant
        starts.append(try Self.started(new, like: clock, grant, book))
      case .extend: try extend(step, open, book)
      case .pause:
        guard let kind = step.facts["pause"].flatMap(Exclusion.Kind.init(rawValue:)), let day = step.happenedOn.exact
        else { throw Refusal(.invalid, "clock.day-needed", field: "happenedOn") }
        pause = kind
        // What was over before stays over.
        for clock in open where clock.dueDay.map({ $0 >= day }) ?? true {
          move(clock, clock.pauses + [Pause(kind, from: day, to: nil)], book)
        }
      case .pauseUntil(let fact):
        guard let kind = step.facts["pause"].flatMap(Exclusion.Kind.init(rawValue:)),
          let last = step.facts[fact].flatMap({ Day($0) }), let day = step.happenedOn.exact, day <= last
        else { throw Refusal(.invalid, "clock.day-needed", field: "happenedOn") }
        (pause, pausedUntil) = (kind, last)
        for clock in open where clock.dueDay.map({ $0 >= day }) ?? true {
          move(clock, clock.pauses + [Pause(kind, from: day, to: last)], book)
        }
      case .resume:
        guard let day = step.happenedOn.exact else {
          throw Refusal(.invalid, "clock.day-needed", field: "happenedOn")
        }
        resumed = day
        pause = step.facts["pause"].flatMap(Exclusion.Kind.init(rawValue:))
        for clock in open {
          let ended = clock.pauses.map { other in
            other.to == nil && other.kind == pause ? Pause(other.kind, from: other.from, to: day) : other
          }
          move(clock, ended, book)
        }
      }
    }
  }

  /// The plan without clocks that do not run for `agency`: rules that rest on the market regulators' own provisions alone
  /// time nobody else.
  public func binding(_ agency: AgencyCode, by book: LawBook) -> ClockPlan {
    var bound = self
    bound.starts = starts.filter { book.binds($0.rule, agency) }
    return bound
  }

  /// The day and minute of an act.
  private struct Moment {
    let day: PartialDay
    let time: Minute?
    let now: Instant

    /// The instant, where it is known.
    var known: Instant? {
      guard let day = day.exact else { return nil }
      return time.map { day.start.adding(seconds: $0.number * 60) } ?? (day == now.day() ? now : nil)
    }

    /// What starts a clock of that unit; `nil` where the day is not known. An hour that nobody recorded is now, on the
    /// day itself, or the day's first: the earlier end is the safe one.
    func trigger(in unit: TimeLimit.Unit?) -> Trigger? {
      guard let day = day.exact else { return nil }
      guard unit == .hour else { return .day(day) }
      if let time { return .instant(day.start.adding(seconds: time.number * 60)) }
      return .instant(day == now.day() ? now : day.start)
    }
  }

  private mutating func start(
    _ rule: String, _ liable: Liable, _ moment: Moment, _ grants: [Grant], pauses: [Pause], _ book: LawBook
  ) {
    let unit = book.limits[rule]?.last?.unit ?? book.limits[rule]?.last?.sameAs.flatMap { book.limits[$0]?.last?.unit }
    let from = moment.trigger(in: unit)
    starts.append(
      Start(
        rule: rule, from: from, liable: liable, grants: grants,
        reckoning: Reckoning(rule, from: from, grants, pauses, by: book),
        isOption: book.limits[rule]?.last?.kind == .option))
  }

  /// Starts the clock that a change starts, if it does.
  private mutating func start(
    _ change: ClockChange, _ facts: [String: String], _ moment: Moment, pauses: [Pause], _ book: LawBook
  ) {
    switch change {
    case .start(let rule, let liable): start(rule, liable, moment, [], pauses: pauses, book)
    case .startIf(let fact, let value, let rule, let liable):
      if facts[fact] == value { start(rule, liable, moment, [], pauses: pauses, book) }
    case .startOn(let fact, let rule, let liable):
      guard let day = facts[fact].flatMap({ Day($0) }) else { return }
      start(rule, liable, Moment(day: PartialDay(day), time: nil, now: moment.now), [], pauses: pauses, book)
    case .startUntil(let fact, let rule, let liable):
      guard let day = facts[fact].flatMap({ Day($0) }) else {
        if book.limits[rule]?.last?.kind != .set { start(rule, liable, moment, [], pauses: pauses, book) }
        return
      }
      let from = moment.trigger(in: .day)
      let end = Reckoning(rule, from: from, set: day, by: book)
      starts.append(Start(rule: rule, from: from, liable: liable, grants: [], setDay: day, reckoning: end))
    case .reset, .satisfy, .end, .endAll, .pause, .pauseUntil, .resume, .extend, .replace: return
    }
  }

  private mutating func reset(_ rule: String, _ day: Day?, _ open: [Clock], _ book: LawBook) throws(Refusal) {
    guard let day else { return }
    guard let clock = open.first(where: { $0.rule == rule }) else {
      throw Refusal(.notAllowed, "clock.not-running", field: "happenedOn")
    }
    moves.append(
      Move(clock: clock.id, setDay: day, reckoning: Reckoning(rule, from: clock.from, set: day, by: book)))
  }

  private mutating func move(_ clock: Clock, _ pauses: [Pause], _ book: LawBook) {
    if clock.setDay != nil { return }
    moves.append(
      Move(clock: clock.id, reckoning: Reckoning(clock.rule, from: clock.from, clock.grants, pauses, by: book)))
  }

  /// The clock and the extension that a step's fact names: `P16-head`, `S-prosecute-complex`. The longest rule that it
  /// can be is meant.
  private static func named(_ step: Step, _ book: LawBook) throws(Refusal) -> (rule: String, grant: Grant) {
    let name = step.facts["extension"] ?? ""
    let rules = book.limits.keys.filter { name.hasPrefix("\($0)-") }
    guard let rule = rules.max(by: { $0.utf8.count < $1.utf8.count }) else {
      throw Refusal(.invalid, "clock.not-running", field: "facts.extension")
    }
    let kind = String(name.dropFirst(rule.count + 1))
    return (rule, Grant(kind, length: step.facts["days"].flatMap { Int($0) }))
  }

  /// A clock that runs from the same trigger under another rule.
  private static func started(
    _ rule: String, like clock: Clock, _ grant: Grant?, _ book: LawBook
  ) throws(Refusal) -> Start {
    guard let grant else {
      let reckoning = Reckoning(rule, from: clock.from, [], clock.pauses, by: book)
      return Start(rule: rule, from: clock.from, liable: clock.liable, grants: [], reckoning: reckoning)
    }
    let reckoning = try Reckoning(checking: rule, from: clock.from, [grant], clock.pauses, by: book)
    return Start(rule: rule, from: clock.from, liable: clock.liable, grants: [grant], reckoning: reckoning)
  }

  private mutating func extend(_ step: Step, _ open: [Clock], _ book: LawBook) throws(Refusal) {
    let (rule, grant) = try Self.named(step, book)
    if starts.contains(where: { $0.rule == rule }) { return }
    guard let clock = open.first(where: { $0.rule == rule }) else {
      throw Refusal(.notAllowed, "clock.not-running", field: "facts.extension")
    }
    if let dueDay = clock.dueDay, step.happenedOn.first > dueDay {
      throw Refusal(.notAllowed, "clock.over", field: "happenedOn", ["day": .text(dueDay.description)])
    }
    let reckoning = try Reckoning(
      checking: rule, from: clock.from, clock.grants + [grant], clock.pauses, by: book)
    if let old = clock.dueAt, let new = reckoning.dueAt, new <= old {
      throw Refusal(.notAllowed, "clock.no-longer", field: "facts.extension")
    }
    extensions.append(Extension(clock: clock.id, grant: grant))
    moves.append(Move(clock: clock.id, reckoning: reckoning))
  }
}

/// When a clock ends, as it is kept for lists: a cache of what the law book says.
public struct Reckoning: Sendable, Equatable {
  /// Key of the version that governs.
  public let timeLimit: String?
  /// The last day in time; `nil` while it stands still or cannot be computed.
  public let dueDay: Day?
  /// The last instant in time.
  public let dueAt: Instant?
  /// The last instant by the later reading.
  public let outerAt: Instant?
  /// Whether a notice to come can move it.
  public let isProvisional: Bool
  /// Code of what keeps it from being computed.
  public let problem: String?

  /// Reckons; what the law book refuses becomes the problem.
  public init(_ rule: String, from: Trigger?, _ grants: [Grant], _ pauses: [Pause], by book: LawBook) {
    do throws(LawFault) {
      self = try Self.reckon(rule, from: from, grants, pauses, by: book)
    } catch {
      self = Reckoning(problem: error.code)
    }
  }

  /// Reckons with the last day as a paper fixed it.
  init(_ rule: String, from: Trigger?, set day: Day, by book: LawBook) {
    do throws(LawFault) {
      self = Reckoning(try book.due(rule, from: from ?? .day(day), set: day), isSuspended: false)
    } catch {
      self = Reckoning(problem: error.code)
    }
  }

  /// When an open clock ends by the law book as it is now.
  public init(of clock: Clock, by book: LawBook) {
    if let day = clock.setDay {
      self.init(clock.rule, from: clock.from, set: day, by: book)
    } else {
      self.init(clock.rule, from: clock.from, clock.grants, clock.pauses, by: book)
    }
  }

  /// Reckons with an extension just asked for; what the law book refuses is refused.
  init(
    checking rule: String, from: Trigger?, _ grants: [Grant], _ pauses: [Pause], by book: LawBook
  ) throws(Refusal) {
    do throws(LawFault) {
      self = try Self.reckon(rule, from: from, grants, pauses, by: book)
    } catch {
      throw Refusal(error).at("facts.extension")
    }
  }

  private init(problem: String) {
    (timeLimit, dueDay, dueAt, outerAt) = (nil, nil, nil, nil)
    (isProvisional, self.problem) = (false, problem)
  }

  private init(_ due: Due, isSuspended: Bool) {
    timeLimit = due.limit.key
    dueDay = isSuspended ? nil : due.moment.day
    dueAt = isSuspended ? nil : due.moment.end
    outerAt = isSuspended ? nil : due.outer?.end
    isProvisional = due.isProvisional
    problem = nil
  }

  private static func reckon(
    _ rule: String, from: Trigger?, _ grants: [Grant], _ pauses: [Pause], by book: LawBook
  ) throws(LawFault) -> Reckoning {
    let clock = Clock(
      id: 0, proceeding: 0, kind: .penalty, rule: rule, from: from, startedBy: 0, liable: .owner, agency: nil,
      dueDay: nil, dueAt: nil, outerAt: nil, isProvisional: false, problem: nil, grants: grants, pauses: pauses,
      outcome: nil, endedOn: nil)
    let (due, isSuspended) = try clock.due(by: book)
    return Reckoning(due, isSuspended: isSuspended)
  }
}

extension LawBook {
  /// Whether a time limit runs for what `agency` does. One that rests on provisions of the State Administration for
  /// Market Regulation alone binds the agencies that apply its procedure; which those are is a setting of the table
  /// `competence`, and without it all are.
  func binds(_ rule: String, _ agency: AgencyCode) -> Bool {
    guard let regulators = competences.first(where: { $0.key.hasPrefix("samr-procedure@") })?.agencies,
      !regulators.contains(agency.rawValue), let citations = limits[rule]?.last?.authority.citations
    else { return true }
    return citations.isEmpty || !citations.allSatisfy { Self.marketRegulation.contains($0.instrument) }
  }

  /// Provisions that the market regulators gave themselves.
  private static let marketRegulation: Set<String> = [
    "samr-procedure", "samr-procedure-2021", "hearing-measures", "publicity-provisions", "publicity-provisions-2025",
    "complaint-measures", "complaint-measures-2020", "serious-violation-measures", "credit-repair-2021",
    "credit-repair-measures",
  ]
}

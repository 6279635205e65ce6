import Law

/// A clock as programs read it.
public struct ClockAnswer: Codable, Sendable, Equatable {
  /// Key.
  public let id: Int64
  /// The proceeding.
  public let proceeding: Int64
  /// Which procedure that is.
  public let kind: String
  /// The rule.
  public let rule: String
  /// What must be done by then.
  public let name: BilingualText?
  /// `overdue`, `due-soon`, `on-time`, `suspended`, `provisional`, `uncomputable`, `satisfied`, `satisfied-late`, `ended`.
  public let state: String
  /// The last day in time, or of a limit in hours the instant; null while it stands still or cannot be computed.
  public let due: String?
  /// Against whom it runs: `owner`, `sender`, `receiver`, `party`.
  public let liable: String
  /// That agency.
  public let agency: String?
  /// Sequence of the entry that started it.
  public let startedBy: Int
  /// Code of what keeps it from being computed.
  public let problem: String?
  /// The day it ended.
  public let endedOn: String?
  /// Why it ends then, day by day; null while it stands still and where it cannot be computed.
  public let why: DueAnswer?

  /// States a clock at an instant.
  public init(_ clock: Clock, from book: LawBook, at now: Instant) {
    (id, proceeding, kind, rule) = (clock.id, clock.proceeding, clock.kind.rawValue, clock.rule)
    state = clock.state(at: now).rawValue
    if case .instant? = clock.from { due = clock.dueAt?.shanghai } else { due = clock.dueDay?.description }
    (liable, agency, startedBy) = (clock.liable.rawValue, clock.agency?.rawValue, clock.startedBy)
    (problem, endedOn) = (clock.problem, clock.endedOn?.description)
    var reckoned: Due?
    do throws(LawFault) {
      let (due, isSuspended) = try clock.due(by: book, on: now.day(), showsLedger: true)
      reckoned = isSuspended ? nil : due
    } catch {}
    why = reckoned.map { DueAnswer($0, from: book) }
    name = why?.name ?? book.limit(of: clock)?.name
  }

  /// Writes every field; what is absent is null.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(id, forKey: .id)
    try box.encode(proceeding, forKey: .proceeding)
    try box.encode(kind, forKey: .kind)
    try box.encode(rule, forKey: .rule)
    try box.encode(name, forKey: .name)
    try box.encode(state, forKey: .state)
    try box.encode(due, forKey: .due)
    try box.encode(liable, forKey: .liable)
    try box.encode(agency, forKey: .agency)
    try box.encode(startedBy, forKey: .startedBy)
    try box.encode(problem, forKey: .problem)
    try box.encode(endedOn, forKey: .endedOn)
    try box.encode(why, forKey: .why)
  }
}

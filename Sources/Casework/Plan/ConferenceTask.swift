import Law

/// What a meeting of the joint conference (联席会议) gives agencies to do. What became of it is a list of entries that
/// only grows; its state is what they add up to.
///
/// Basis: the district's plan of 2022-09-30, task 1 and section 三(一).
public struct ConferenceTask: Sendable, Equatable {
  /// What can be done with it.
  public enum Act: String, Sendable, Codable, CaseIterable {
    /// 答复, by an agency named
    case reply
    /// 退回补充
    case sendBack = "send-back"
    /// 延期
    case extend
    /// 办结
    case close
    /// 撤销
    case withdraw
  }

  /// How it stands.
  public enum State: String, Sendable, Codable, CaseIterable {
    /// 待答复
    case open
    /// 已退回补充
    case sentBack = "sent-back"
    /// 已答复
    case replied
    /// 已办结
    case closed
    /// 已撤销
    case withdrawn
  }

  /// One thing that was done with it.
  public struct Entry: Sendable, Equatable {
    /// What.
    public let act: Act
    /// The agency that did it.
    public let agency: AgencyCode
    /// The officer's name.
    public let officer: String
    /// The answer, or the reason.
    public let text: String?
    /// The last day from here on.
    public let dueOn: Day?
    /// When.
    public let recordedAt: Instant

    /// Describes an entry.
    public init(
      act: Act, agency: AgencyCode, officer: String, text: String?, dueOn: Day?, recordedAt: Instant
    ) {
      (self.act, self.agency, self.officer) = (act, agency, officer)
      (self.text, self.dueOn, self.recordedAt) = (text, dueOn, recordedAt)
    }
  }

  /// Key.
  public let id: Int64
  /// The day of the meeting.
  public let meetingOn: Day
  /// What it is about.
  public let subject: String
  /// What is to be done.
  public let demand: String
  /// Number of the task of the plan that it serves.
  public let planTask: Int?
  /// The agency that leads; `nil` where none does.
  public let lead: AgencyCode?
  /// The agencies that take part.
  public let participants: [AgencyCode]
  /// The last day as the meeting set it.
  public let dueOn: Day
  /// The agency that keeps the conference's list and judges the answers.
  public let maker: AgencyCode
  /// What was done with it, oldest first.
  public let entries: [Entry]

  /// Describes a task.
  public init(
    id: Int64, meetingOn: Day, subject: String, demand: String, planTask: Int?, lead: AgencyCode?,
    participants: [AgencyCode], dueOn: Day, maker: AgencyCode, entries: [Entry]
  ) {
    (self.id, self.meetingOn, self.subject, self.demand) = (id, meetingOn, subject, demand)
    (self.planTask, self.lead, self.participants) = (planTask, lead, participants)
    (self.dueOn, self.maker, self.entries) = (dueOn, maker, entries)
  }

  /// The agencies whose answers it waits for: the lead's, or everyone's where none leads.
  public var answering: [AgencyCode] { lead.map { [$0] } ?? participants }

  /// Every agency named.
  public var named: [AgencyCode] { (lead.map { [$0] } ?? []) + participants }

  /// How it stands.
  public var state: State {
    if entries.contains(where: { $0.act == .withdraw }) { return .withdrawn }
    if entries.contains(where: { $0.act == .close }) { return .closed }
    let round = entries.lastIndex { $0.act == .sendBack }.map { entries[($0 + 1)...] } ?? entries[...]
    let answered = Set(round.filter { $0.act == .reply }.map(\.agency))
    if answered.isSuperset(of: answering) { return .replied }
    return round.startIndex > 0 ? .sentBack : .open
  }

  /// The last day as it is now.
  public var due: Day { entries.last { $0.dueOn != nil }?.dueOn ?? dueOn }

  /// How it stands at a glance.
  public func light(on today: Day) -> Light {
    let answer: Light.Answer =
      switch state {
      case .open: .none
      case .sentBack: .sentBack
      case .replied: .given
      case .closed, .withdrawn: .settled
      }
    return Light(answer, due: due, on: today)
  }

  /// What `officer` may do with it on that day.
  public func allowed(to officer: Officer, on today: Day) -> [Act] {
    Act.allCases.filter { act in
      do throws(Refusal) {
        try permit(act, by: officer, on: today)
        return true
      } catch {
        return false
      }
    }
  }

  /// Checks state, agency and role.
  ///
  /// - Throws: `conference.ended`, `conference.not-named`, `conference.not-maker`, `conference.unanswered`,
  ///   `conference.overdue`, `role.missing`.
  func permit(_ act: Act, by officer: Officer, on today: Day) throws(Refusal) {
    let state = state
    guard state != .closed, state != .withdrawn else { throw Refusal(.notAllowed, "conference.ended", field: "act") }
    if act == .reply {
      guard named.contains(officer.agency) else {
        throw Refusal(.forbidden, "conference.not-named", ["agency": .agency(officer.agency)])
      }
    } else {
      guard officer.agency == maker else {
        throw Refusal(.forbidden, "conference.not-maker", ["agency": .agency(maker)])
      }
    }
    try officer.requireOne(of: .handlersAndHeads)
    switch act {
    case .reply, .withdraw: return
    case .sendBack, .close:
      guard state == .replied else { throw Refusal(.notAllowed, "conference.unanswered", field: "act") }
    case .extend:
      guard state != .replied, today <= due else {
        throw Refusal(.notAllowed, "conference.overdue", field: "act", ["day": .text(due.description)])
      }
    }
  }
}

import Law

/// What it takes to put down a task of the joint conference.
public struct ConferenceTaskRequest: Codable, Sendable, Equatable {
  /// The day of the meeting.
  public var meetingOn: When
  /// What it is about.
  public var subject: Line
  /// What is to be done.
  public var demand: Prose
  /// Number of the task of the plan that it serves.
  public var planTask: Int?
  /// The agency that leads, where one does.
  public var lead: AgencyCode?
  /// The agencies that take part.
  public var participants: [AgencyCode]?
  /// The last day.
  public var dueOn: When

  /// Puts down a task.
  public init(
    meetingOn: When, subject: Line, demand: Prose, planTask: Int? = nil, lead: AgencyCode? = nil,
    participants: [AgencyCode]? = nil, dueOn: When
  ) {
    (self.meetingOn, self.subject, self.demand, self.planTask) = (meetingOn, subject, demand, planTask)
    (self.lead, self.participants, self.dueOn) = (lead, participants, dueOn)
  }

  /// How many agencies one task may name.
  public static let limit = 60

  /// Its days, if `officer` may put it down; whether the agency keeps the conference's list is not looked at.
  ///
  /// - Throws: `role.missing`, `clock.day-needed`, `date.future`, `fact.day-past`, `conference.nobody`,
  ///   `conference.twice`, `list.too-long`.
  public func days(by officer: Officer, on today: Day) throws(Refusal) -> (meeting: Day, due: Day) {
    try officer.requireOne(of: .handlersAndHeads)
    let (meeting, due) = (try meetingOn.exactDay("meetingOn"), try dueOn.exactDay("dueOn"))
    guard meeting <= today else { throw Refusal(.invalid, "date.future", field: "meetingOn") }
    guard due >= meeting else { throw Refusal(.invalid, "fact.day-past", field: "dueOn") }
    let named = (lead.map { [$0] } ?? []) + (participants ?? [])
    guard !named.isEmpty else { throw Refusal(.invalid, "conference.nobody", field: "lead") }
    guard named.count <= Self.limit else {
      throw Refusal(.invalid, "list.too-long", field: "participants", ["limit": .text(String(Self.limit))])
    }
    guard Set(named).count == named.count else { throw Refusal(.invalid, "conference.twice", field: "participants") }
    return (meeting, due)
  }
}

/// What it takes to do something with a task of the joint conference.
public struct ConferenceActRequest: Codable, Sendable, Equatable {
  /// What.
  public var act: ConferenceTask.Act
  /// The answer, or the reason.
  public var text: Prose?
  /// The last day from here on, where it is sent back or extended.
  public var dueOn: When?

  /// Asks for an act.
  public init(act: ConferenceTask.Act, text: Prose? = nil, dueOn: When? = nil) {
    (self.act, self.text, self.dueOn) = (act, text, dueOn)
  }

  /// The new last day, if the act is granted and sets one.
  ///
  /// - Throws: What `ConferenceTask.permit` throws, `conference.text`, `conference.day`, `clock.day-needed`,
  ///   `fact.day-past`, `task.not-longer`.
  public func day(for task: ConferenceTask, by officer: Officer, on today: Day) throws(Refusal) -> Day? {
    try task.permit(act, by: officer, on: today)
    if act != .close, text == nil { throw Refusal(.invalid, "conference.text", field: "text") }
    guard act == .sendBack || act == .extend else { return nil }
    guard let dueOn else { throw Refusal(.invalid, "conference.day", field: "dueOn") }
    let day = try dueOn.exactDay("dueOn")
    guard day >= today else { throw Refusal(.invalid, "fact.day-past", field: "dueOn") }
    if act == .extend, day <= task.due {
      throw Refusal(.invalid, "task.not-longer", field: "dueOn", ["day": .text(task.due.description)])
    }
    return day
  }
}

/// A task of the joint conference in a list.
struct ConferenceRow {
  let href: String
  let subject: String
  /// The day of the meeting.
  let meetingOn: String
  /// The lead, or that nobody leads.
  let lead: String
  let participants: String
  /// The last day as it is now.
  let dueOn: String
  let state: String
  let light: StateTag
}

/// Tasks of the joint conference: `GET /conference-tasks?open=`.
struct ConferenceTasksPage: Page {
  static let template = "conference/index"

  let frame: Frame
  /// Whether only those still to be settled are shown.
  let onlyOpen: Bool
  let conference: [ConferenceRow]
  /// `nil` for an officer whose agency does not keep the list.
  let newHref: String?
}

/// The form of a task of the joint conference: `GET /conference-tasks/new`, sent to `/conference-tasks`.
struct NewConferenceTaskPage: Page {
  static let template = "conference/new"

  /// An agency that can take part.
  struct Box {
    /// What the browser sends it as: `participants[3]`.
    let name: String
    let value: String
    let label: String
    let checked: Bool
  }

  let frame: Frame
  let action: String
  let idempotencyKey: String
  let problems: [FormProblem]
  let meetingField: Field
  let subjectField: Field
  let demandField: Field
  let planTaskField: Field
  let leadField: Field
  let boxes: [Box]
  let dueField: Field
}

/// A task of the joint conference: `GET /conference-tasks/{id}`; the form of what can be done is sent to the same path.
struct ConferenceTaskPage: Page {
  static let template = "conference/show"

  /// What was done with it.
  struct Entry {
    let act: String
    /// The answer, or the reason.
    let text: String?
    /// The last day from here on.
    let newDue: String?
    /// Who did it and when.
    let by: String
  }

  /// The task of the plan that it serves.
  struct Link {
    let href: String
    let label: String
  }

  /// The form of what can be done.
  struct Form {
    let action: String
    let idempotencyKey: String
    let actField: Field
    let textField: Field
    let dueField: Field
  }

  let frame: Frame
  let problems: [FormProblem]
  let task: ConferenceRow
  let demand: String
  /// The agency that keeps the list.
  let maker: String
  let planTask: Link?
  /// Oldest first.
  let done: [Entry]
  /// `nil` for an officer who can do nothing with it.
  let form: Form?
}

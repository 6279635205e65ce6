import Law

/// What an agency reports of its part in a task of the plan. Reported once and never changed: a correction is another.
public struct PlanProgress: Sendable, Equatable {
  /// Key; of two reports on the same time the later counts.
  public let id: Int64
  /// Number of the task.
  public let task: Int
  /// The agency.
  public let agency: AgencyCode
  /// The officer's name.
  public let officer: String
  /// When it was reported.
  public let reportedAt: Instant
  /// The year, month or day of which it tells.
  public let period: PartialDay
  /// What was done.
  public let text: String
  /// How far the agency is with its part, in per cent; `nil` where it does not say.
  public let percent: Int?
  /// The papers and figures that show it.
  public let evidence: String?

  /// Describes a report.
  public init(
    id: Int64, task: Int, agency: AgencyCode, officer: String, reportedAt: Instant, period: PartialDay, text: String,
    percent: Int?, evidence: String?
  ) {
    (self.id, self.task, self.agency, self.officer) = (id, task, agency, officer)
    (self.reportedAt, self.period, self.text) = (reportedAt, period, text)
    (self.percent, self.evidence) = (percent, evidence)
  }
}

/// What it takes to report progress.
public struct PlanProgressRequest: Codable, Sendable, Equatable {
  /// Number of the task.
  public var task: Int
  /// The year, month or day of which it tells.
  public var period: When
  /// What was done.
  public var text: Prose
  /// How far the agency is with its part.
  public var percent: Percent?
  /// The papers and figures that show it.
  public var evidence: Prose?

  /// Reports progress.
  public init(task: Int, period: When, text: Prose, percent: Percent? = nil, evidence: Prose? = nil) {
    (self.task, self.period, self.text, self.percent, self.evidence) = (task, period, text, percent, evidence)
  }

  /// Who may report for an agency.
  public static let reporters: Set<Role> = [.caseOfficer, .deputyHead, .actingHead, .head, .statistician]

  /// Checks that `officer` may report this on `task`.
  ///
  /// - Throws: `role.missing`, `plan.not-named`, `date.future`.
  public func check(for task: PlanTask, by officer: Officer, on today: Day) throws(Refusal) {
    try officer.requireOne(of: Self.reporters)
    guard task.duties.contains(where: { $0.agency == officer.agency }) else {
      throw Refusal(
        .forbidden, "plan.not-named", field: "task",
        ["agency": .agency(officer.agency), "task": .text(String(task.number))])
    }
    guard period.day.first <= today else { throw Refusal(.invalid, "date.future", field: "period") }
  }
}

/// A part of a hundred, 0 to 100, as a whole number.
public struct Percent: WireText {
  /// The number.
  public let value: Int

  /// - Throws: `plan.percent`.
  public init(wire text: String) throws(Refusal) {
    let trimmed = text.trimmingBlanks
    guard trimmed.utf8.count <= 3, let value = Int(trimmed), (0...100).contains(value) else {
      throw Refusal(.invalid, "plan.percent")
    }
    self.value = value
  }

  public var wire: String { String(value) }
}

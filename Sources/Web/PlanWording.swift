import Casework
import Law

// How the plan reads on pages and in its export.
extension Wording {
  /// How something stands at a glance, with its colour.
  func tag(_ light: Light) -> StateTag {
    let tone: StateTag.Tone =
      switch light {
      case .red: .overdue
      case .amber: .waiting
      case .green: .running
      }
    return StateTag(tone, self("light.\(light.rawValue)"))
  }

  /// A target as the plan states it: 突破 12,000 件.
  func stated(_ target: PlanTarget) -> String {
    self(
      "pages.plan.comparison.\(target.comparison.rawValue)",
      ["word": target.word, "value": amount(target.value.wire, target.unit)])
  }

  /// A figure with its unit.
  func amount(_ value: String, _ unit: PlanTarget.Unit) -> String {
    self("pages.plan.unit.\(unit.rawValue)", ["value": value.groupedDigits])
  }

  /// What was measured for a target, or that nothing was: never a number that nobody recorded.
  func measured(_ standing: SelfAssessment.Standing) -> String {
    guard let value = standing.reading.value else { return self("pages.plan.not-measured") }
    return amount(value, standing.target.unit)
  }

  /// Whether a target is met; unknown is neither.
  func met(_ standing: SelfAssessment.Standing) -> StateTag {
    switch standing.reading.met {
    case true?: StateTag(.done, self("pages.plan.met"))
    case false?: StateTag(.overdue, self("pages.plan.not-met"))
    case nil: StateTag(.info, self("pages.plan.unknown"))
    }
  }

  /// A target in a list.
  func row(_ standing: SelfAssessment.Standing) -> PlanTargetRow {
    let missing = standing.reading.missing.map { String($0) }.joined(separator: separator)
    return PlanTargetRow(
      href: "/plan/targets/\(standing.target.key)",
      name: language == .chinese ? standing.target.chinese : standing.target.english, target: stated(standing.target),
      value: measured(standing), met: met(standing),
      missing: missing.isEmpty ? nil : self("pages.plan.missing", ["years": missing]))
  }

  /// The name of a task of the plan.
  func name(of task: PlanTask) -> String { language == .chinese ? task.chinese : task.english }

  /// Names of agencies, one after the other.
  func names(_ agencies: [AgencyCode]) -> String { agencies.map { name(of: $0) }.joined(separator: separator) }

  /// The agencies that lead, or that nobody does.
  func leads(_ task: PlanTask) -> String { task.leads.isEmpty ? self("pages.plan.no-lead") : names(task.leads) }

  /// How far a task is, or that nobody has said.
  func progress(_ task: PlanTask) -> String {
    task.progress.map { self("pages.plan.percent", ["percent": String($0)]) } ?? self("pages.plan.not-reported")
  }

  /// A task of the plan in a list.
  func row(_ task: PlanTask, on today: Day) -> PlanTaskRow {
    let latest = task.reports.max { $0.id < $1.id }
    return PlanTaskRow(
      href: "/plan/tasks/\(task.number)", number: String(task.number), name: name(of: task), leads: leads(task),
      participants: names(task.participants), light: tag(task.light(on: today)), progress: progress(task),
      latest: latest.map { report in
        self(
          "pages.plan.latest",
          ["agency": name(of: report.agency), "period": report.period.description, "text": report.text])
      })
  }

  /// A task of the joint conference in a list.
  func row(_ task: ConferenceTask, on today: Day) -> ConferenceRow {
    ConferenceRow(
      href: "/conference-tasks/\(task.id)", subject: task.subject, meetingOn: task.meetingOn.description,
      lead: task.lead.map { name(of: $0) } ?? self("pages.plan.no-lead"), participants: names(task.participants),
      dueOn: task.due.description, state: self("conference.state.\(task.state.rawValue)"),
      light: tag(task.light(on: today)))
  }

  /// Who did something and when.
  func by(_ agency: AgencyCode, _ officer: String, _ at: Instant) -> String {
    self("pages.plan.by", ["agency": name(of: agency), "officer": officer, "at": at.local])
  }
}

extension String {
  /// A plain decimal with a comma before every third digit of its whole part.
  var groupedDigits: String {
    let parts = split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return self }
    let isNegative = whole.hasPrefix("-")
    let digits = Array(isNegative ? whole.dropFirst() : whole)
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return (isNegative ? "-" : "") + grouped + (parts.count > 1 ? ".\(parts[1])" : "")
  }
}

/// The plan, its targets and tasks: `GET /plan?year=`.
struct PlanPage: Page {
  static let template = "plan/index"

  /// A year in which the targets can be read.
  struct YearLink {
    let href: String
    let label: String
    let current: Bool
  }

  let frame: Frame
  /// The year in which the targets are read.
  let year: String
  let years: [YearLink]
  let targets: [PlanTargetRow]
  let tasks: [PlanTaskRow]
  /// Tasks of the joint conference that are still to be settled.
  let conference: [ConferenceRow]
  /// The self-assessment of the year, as a spreadsheet reads it.
  let exportHref: String
}

/// A target of the plan.
struct PlanTargetRow {
  let href: String
  let name: String
  /// With the plan's own word: 突破 12,000 件.
  let target: String
  /// What was measured, or that nothing was.
  let value: String
  /// Whether it is met.
  let met: StateTag
  /// Years whose figures are missing; `nil` where none is.
  let missing: String?
}

/// A task of the plan.
struct PlanTaskRow {
  let href: String
  let number: String
  let name: String
  let leads: String
  let participants: String
  let light: StateTag
  let progress: String
  /// The latest report; `nil` where nobody has reported.
  let latest: String?
}

/// A task of the plan: `GET /plan/tasks/{number}`; the form of a report is sent to the same path.
struct PlanTaskPage: Page {
  static let template = "plan/task"

  /// What an agency reported.
  struct Report {
    let agency: String
    let period: String
    /// How far it is, in words; `nil` where it does not say.
    let percent: String?
    let text: String
    let evidence: String?
    /// Who reported it and when.
    let by: String
  }

  /// The form of a report.
  struct Form {
    let action: String
    let idempotencyKey: String
    let periodField: Field
    let percentField: Field
    let textField: Field
    let evidenceField: Field
  }

  let frame: Frame
  let problems: [FormProblem]
  let row: PlanTaskRow
  /// The agencies in the plan's own words.
  let bracket: String
  let endsOn: String
  let reports: [Report]
  let conference: [ConferenceRow]
  /// `nil` for an officer who may not report.
  let form: Form?
}

/// A target of the plan and its figures: `GET /plan/targets/{key}`; the form of a figure is sent to the same path.
struct PlanTargetPage: Page {
  static let template = "plan/target"

  /// A figure.
  struct Figure {
    let asOf: String
    let value: String
    let source: String
    /// Who recorded it and when.
    let by: String
  }

  /// The form of a figure.
  struct Form {
    let action: String
    let idempotencyKey: String
    let asOfField: Field
    let valueField: Field
    let sourceField: Field
  }

  let frame: Frame
  let problems: [FormProblem]
  let target: PlanTargetRow
  let year: String
  /// What a figure of a year says.
  let measure: String
  let figures: [Figure]
  /// `nil` for an officer who may not record.
  let form: Form?
}

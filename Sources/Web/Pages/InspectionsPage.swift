/// Random inspections of the agency: `GET /inspections`.
struct InspectionsPage: Page {
  static let template = "inspections/index"

  /// A random inspection.
  struct Row {
    let href: String
    let title: String
    let scope: String
    /// How many are drawn of how many: 3 / 60.
    let size: String
    let state: StateTag
    let since: String
  }

  let frame: Frame
  /// The form of a new one; `nil` for an officer who may plan none.
  let newHref: String?
  let rows: [Row]
}

/// The form that plans a random inspection: `GET /inspections/new`; sent to `POST /inspections`. Lists are pasted as
/// tables.
struct NewInspectionPage: Page {
  static let template = "inspections/new"

  let frame: Frame
  let idempotencyKey: String
  /// Empty when the form is first shown.
  let problems: [FormProblem]
  let planTitle: Field
  let planScope: Field
  let planKind: Field
  let condition: Field
  let sample: Field
  let team: Field
  let targets: Field
  let inspectors: Field
  let conflicts: Field
}

/// A random inspection: `GET /inspections/{id}`.
struct InspectionPage: Page {
  static let template = "inspections/show"

  /// A target that was drawn.
  struct Row {
    let rank: Int
    let name: String
    let identity: String
    let inspectors: String
    /// The last day of the inspection; `nil` before it.
    let endedOn: String?
    /// The day by which its result must be on record; `nil` where no text sets one.
    let due: StateTag?
    /// What was found; `nil` before it is recorded.
    let result: String?
    let problem: String?
    /// When and where it was published; `nil` before that.
    let published: String?
    /// The case file that it led to.
    let followUp: ActLink?
    /// The form that records more; `nil` where the officer may not, or nothing is left to record.
    let next: ActLink?
  }

  let frame: Frame
  let heading: String
  let state: StateTag
  let particulars: [Particular]
  /// The digest of the lists; `nil` before the commitment.
  let commitment: String?
  let listsHref: String
  /// Where the commitment is made; `nil` for an officer who may not, and once it is made.
  let commitAction: String?
  let idempotencyKey: String
  /// The form of the draw; `nil` for an officer who may not draw, before the commitment and after the draw.
  let drawHref: String?
  /// The draw as a table; `nil` before it.
  let tableHref: String?
  /// Why no result has a due day; `nil` where one has.
  let noDue: String?
  let rows: [Row]
  /// How anybody repeats the draw, as a shell reads it; `nil` before it.
  let recipe: String?
}

/// The form of a draw: `GET /inspections/{id}/draw`; sent to the same path in the shape of a `DrawRequest`.
struct DrawPage: Page {
  static let template = "inspections/draw"

  let frame: Frame
  let action: String
  let idempotencyKey: String
  let problems: [FormProblem]
  let inspectionHref: String
  let inspectionTitle: String
  /// When the lists were committed to, in a sentence: the seed must be later.
  let committedAt: String
  let seed: Field
  let seedSource: Field
  let seedAt: Field
  let witness: Field
}

/// The form that records something about a target drawn: `GET /inspections/{id}/results/{target}`; sent to the same path.
/// What is on record is not asked for again.
struct InspectionResultPage: Page {
  static let template = "inspections/result"

  let frame: Frame
  let action: String
  let idempotencyKey: String
  let problems: [FormProblem]
  let inspectionHref: String
  let inspectionTitle: String
  let target: String
  let particulars: [Particular]
  let endedOn: Field?
  let category: Field?
  let problemField: Field?
  let publishedOn: Field?
  let address: Field?
  let followUpField: Field?
}

/// Special actions: `GET /campaigns`; the form of a new one is sent to the same path.
struct CampaignsPage: Page {
  static let template = "campaigns/index"

  /// A special action.
  struct Row {
    let href: String
    let name: String
    let code: String
    /// From when to when, in words.
    let days: String
    let lead: String
    /// How many of its case files the agency may see.
    let cases: String
    let notes: String?
  }

  /// The form of a new one.
  struct Form {
    let action: String
    let idempotencyKey: String
    let codeField: Field
    let nameField: Field
    let fromField: Field
    let toField: Field
    let notesField: Field
  }

  let frame: Frame
  let problems: [FormProblem]
  let campaigns: [Row]
  /// `nil` for an officer who may not begin one.
  let form: Form?
}

/// A special action and its case files: `GET /campaigns/{code}`; the form of a tag is sent to the same path.
struct CampaignPage: Page {
  static let template = "campaigns/show"

  /// A case file.
  struct File {
    let href: String
    let number: String
    let summary: String
    let respondents: String
    let holder: String
    let state: StateTag
  }

  /// The form of a tag.
  struct Form {
    let action: String
    let idempotencyKey: String
    let numberField: Field
  }

  let frame: Frame
  let problems: [FormProblem]
  let campaign: CampaignsPage.Row
  let files: [File]
  /// `nil` for an officer who may not tag.
  let form: Form?
}

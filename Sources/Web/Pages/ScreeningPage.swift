/// Hits of the screening: `GET /screening`.
struct ScreeningPage: Page {
  static let template = "screening/index"

  let frame: Frame
  /// Whether only those without referral and reason are shown.
  let onlyOpen: Bool
  let hits: [ScreeningRow]
}

/// The form of a reason not to refer: `GET /cases/{number}/screening/{offence}`.
struct ScreeningReasonPage: Page {
  static let template = "screening/new"

  let frame: Frame
  let action: String
  let idempotencyKey: String
  let problems: [FormProblem]
  let caseNumber: String
  let caseHref: String
  let hit: ScreeningRow
  let reason: Field
}

/// A finding.
struct ScreeningRow {
  let href: String
  let number: String
  let summary: String
  let respondents: String
  let holder: String
  let offence: String
  let result: StateTag
  /// The sum.
  let arithmetic: String
  let decidedBy: String
  /// The articles and the version of the figure that decides.
  let basis: String
  /// What a reader must know beside it, in sentences.
  let cautions: [String]
  /// Referred, or why not and by whom; `nil` where neither.
  let outcome: String?
  /// The form of a reason; `nil` where the reader may give none.
  let reasonHref: String?
}

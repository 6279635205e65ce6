/// A case file explained: `GET /cases/{number}/explanation`.
struct ExplanationPage: Page {
  static let template = "explanations/show"

  /// A heading and what stands under it.
  struct Section {
    let heading: String
    let lines: [String]
  }

  let frame: Frame
  let caseNumber: String
  let caseHref: String
  let summary: String
  let sections: [Section]
  /// When it was drawn, to the minute.
  let drawnAt: String
}

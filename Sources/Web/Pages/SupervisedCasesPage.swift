/// Supervised cases: `GET /supervised-cases?open=`.
struct SupervisedCasesPage: Page {
  static let template = "supervised/index"

  /// A supervised case.
  struct Row {
    let href: String
    let number: String
    let summary: String
    let subject: String
    /// The agency that asks.
    let from: String
    /// The agency that is to answer.
    let to: String
    let dueOn: String
    let state: StateTag
    let light: StateTag
  }

  let frame: Frame
  /// Whether only those still to be settled are shown.
  let onlyOpen: Bool
  let supervised: [Row]
}

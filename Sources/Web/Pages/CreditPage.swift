/// May this enterprise receive support or honours? `GET /credit`.
struct CreditPage: Page {
  static let template = "credit/show"

  /// What the records come to.
  struct Result {
    let answer: StateTag
    let sentence: String
    let reasons: [Row]
  }

  /// A record that the answer rests on.
  struct Row {
    let weight: StateTag
    let sentence: String
    /// `nil` where the reader may not see the file.
    let href: String?
    let number: String
    let agency: String
    /// The last day; `nil` where none is known.
    let until: String?
    let basis: String?
    let toConfirm: Bool
  }

  let frame: Frame
  /// What was asked; empty at first.
  let name: String
  let identity: String
  let on: String
  /// `nil` before anything was asked.
  let result: Result?
}

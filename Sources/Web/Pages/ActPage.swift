/// The form of an act: `GET /proceedings/{id}/acts/{act}`; sent to the same path as `happenedOn` and `facts[…]`.
struct ActPage: Page {
  static let template = "acts/new"

  /// A fact that the act records. Exactly one of the five is true.
  struct Fact {
    let isLine: Bool
    let isProse: Bool
    let isAmount: Bool
    let isChoice: Bool
    let isOfficers: Bool
    /// With its label: `facts.findings`.
    let field: Field
  }

  let frame: Frame
  /// Where the form is sent.
  let action: String
  let idempotencyKey: String
  /// Number of entries of the case file when the form was first shown; kept when it is shown again.
  let revision: Int
  /// Empty when the form is first shown.
  let problems: [FormProblem]
  let caseNumber: String
  let caseHref: String
  let summary: String
  let proceeding: String
  let act: String
  /// The article the act rests on, in a sentence.
  let citation: String?
  /// What the law book says of the act: the range of the fine, from when on a hearing is due, each with its article.
  let advice: [String]
  /// The state before the act.
  let from: StateTag
  /// The state after it.
  let to: StateTag
  let happenedOn: Field
  let facts: [Fact]
}

/// The form of an act: `GET /proceedings/{id}/acts/{act}`; sent to the same path as `happenedOn` and `facts[…]`. The
/// same form opens a proceeding: `GET /cases/{number}/proceedings/new`.
struct ActPage: Page {
  static let template = "acts/new"

  /// A fact that the act records. Exactly one of the eight is true.
  struct Fact {
    /// How it is asked for.
    enum Form { case line, prose, amount, day, choice, agency, officers, things }

    let isLine: Bool
    let isProse: Bool
    let isAmount: Bool
    let isDay: Bool
    let isChoice: Bool
    let isAgency: Bool
    let isOfficers: Bool
    let isThings: Bool
    /// With its label: `facts.findings`.
    let field: Field

    init(_ form: Form, _ field: Field) {
      (isLine, isProse, isAmount, isDay) = (form == .line, form == .prose, form == .amount, form == .day)
      (isChoice, isAgency, isOfficers) = (form == .choice, form == .agency, form == .officers)
      isThings = form == .things
      self.field = field
    }
  }

  /// A penalty of a decision: `sanctions.0`.
  struct SanctionFields {
    /// From 1.
    let position: Int
    let party: Field
    let kind: Field
    let amount: Field
    let quantity: Field
    let details: Field
  }

  /// The proceeding that a new one follows from.
  struct Origin {
    /// Among those it can follow from.
    let choice: Field
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
  /// The machine of the proceeding in words and as a diagram.
  let helpHref: String
  /// The kind that is opened; `nil` for an act.
  let kindCode: String?
  /// What a new proceeding follows from; `nil` for an act, and where it stands by itself.
  let origin: Origin?
  /// The state before the act; `nil` for an opening.
  let from: StateTag?
  /// The state after it.
  let to: StateTag
  let happenedOn: Field
  let facts: [Fact]
  /// The penalties of a decision, one by one; empty where the act decides none.
  let sanctions: [SanctionFields]
  /// Whether that part is unfolded.
  let sanctionsOpen: Bool
}

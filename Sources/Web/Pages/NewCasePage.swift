/// The form that logs a case file: `GET /cases/new`; sent to `POST /cases` in the shape of a `CaseFileRequest`.
///
/// A group that was left empty is sent all the same, with the choice of its kind at most: whoever reads the form leaves
/// it out.
struct NewCasePage: Page {
  static let template = "cases/new"

  /// A party: `parties.0` is the respondent, `parties.1` the rights holder.
  struct PartyFields {
    let kind: Field
    let name: Field
    let identityNumber: Field
  }

  /// The right concerned: `rights.0`.
  struct RightFields {
    let kind: Field
    let number: Field
    let name: Field
  }

  /// The goods concerned: `goods.0`.
  struct GoodsFields {
    let name: Field
    let quantity: Field
    let unit: Field
    let value: Field
    let priceBasis: Field
  }

  /// A kind of proceeding with which a file can begin.
  struct Kind {
    let href: String
    let label: String
    let chosen: Bool
  }

  /// A case file that may be about the same matter.
  struct Candidate {
    let href: String
    let number: String
    let summary: String
    let respondents: String
    let state: StateTag
    let holder: String
    let loggedOn: String
  }

  /// A mark for statistics.
  struct FlagBox {
    let name: String
    let value: String
    let label: String
    let ticked: Bool
  }

  let frame: Frame
  /// Those with which the officer may begin one.
  let kinds: [Kind]
  /// The one chosen.
  let kindCode: String
  /// Its opening in words.
  let kindTitle: String
  let helpHref: String
  /// What its opening records: `proceeding.facts.…`.
  let openingFacts: [ActPage.Fact]
  /// What the officer should look at before logging the same thing twice; empty at first.
  let candidates: [Candidate]
  let idempotencyKey: String
  /// Empty when the form is first shown.
  let problems: [FormProblem]
  let ipType: Field
  let summary: Field
  let leadSource: Field
  let leadOn: Field
  let respondent: PartyFields
  let rightsHolder: PartyFields
  let right: RightFields
  /// Whether the part is unfolded: so if anything was typed or is wrong in it. The same for the others.
  let rightsOpen: Bool
  let channel: Field
  let place: Field
  let town: Field
  let matter: Field
  let flags: [FlagBox]
  let placeOpen: Bool
  let item: GoodsFields
  let goodsOpen: Bool
  /// `amounts.turnover`, and likewise the other three.
  let turnover: Field
  let gainsGross: Field
  let gainsNet: Field
  let goodsValue: Field
  let amountsOpen: Bool
}

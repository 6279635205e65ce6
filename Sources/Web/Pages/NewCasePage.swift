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

  let frame: Frame
  let idempotencyKey: String
  /// Empty when the form is first shown.
  let problems: [FormProblem]
  let ipType: Field
  let summary: Field
  let leadSource: Field
  let leadOn: Field
  let simple: Bool
  let respondent: PartyFields
  let rightsHolder: PartyFields
  let right: RightFields
  /// Whether the part is unfolded: so if anything was typed or is wrong in it. The same for the others.
  let rightsOpen: Bool
  let channel: Field
  let place: Field
  let town: Field
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

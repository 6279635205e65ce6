/// The form that adds to a case file: `GET /cases/{number}/supplements/new`; sent in the shape of a `SupplementRequest`.
struct SupplementPage: Page {
  static let template = "cases/supplement"

  let frame: Frame
  let action: String
  let idempotencyKey: String
  let revision: Int
  let problems: [FormProblem]
  let caseNumber: String
  let caseHref: String
  let summary: String
  let partyRole: Field
  let party: NewCasePage.PartyFields
  let right: NewCasePage.RightFields
  let item: NewCasePage.GoodsFields
  let turnover: Field
  let gainsGross: Field
  let gainsNet: Field
  let goodsValue: Field
  let reason: Field
}

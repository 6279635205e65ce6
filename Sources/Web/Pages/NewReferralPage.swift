/// The form that drafts a referral: `GET /cases/{number}/referrals/new`; sent to `POST /cases/{number}/referrals` in the
/// shape of a `ReferralRequest`.
struct NewReferralPage: Page {
  static let template = "referrals/new"

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
  let receivingAgency: Field
  let basis: Field
  let offence: Field
  let reason: Field
}

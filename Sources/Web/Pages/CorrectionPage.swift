/// The form that puts an entry right: `GET /cases/{number}/entries/{sequence}/correction`; sent in the shape of a
/// `CorrectionRequest`.
struct CorrectionPage: Page {
  static let template = "cases/correction"

  let frame: Frame
  let action: String
  let idempotencyKey: String
  let revision: Int
  let problems: [FormProblem]
  let caseNumber: String
  let caseHref: String
  let summary: String
  /// 第 3 条
  let entry: String
  let proceeding: String
  let act: String
  let recordedAt: String
  let officer: String
  let happenedOn: Field
  /// What can be put right beside the day, with what was recorded.
  let facts: [ActPage.Fact]
  /// The penalties of a decision that imposes them one by one; else empty.
  let sanctions: [ActPage.SanctionFields]
  let reason: Field
}

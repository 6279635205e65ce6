/// The evidence of a case file: `GET /cases/{number}/evidence`.
struct EvidencePage: Page {
  static let template = "evidence/index"

  /// A link of a chain of custody.
  struct Link {
    let holder: String
    let since: String
    /// How it is sealed; `nil` where it is not.
    let seal: String?
    /// Who recorded it.
    let recorded: String
  }

  /// An item.
  struct Item {
    /// The number by which a hand-over names it.
    let id: String
    let name: String
    let kind: String
    /// `nil` for a thing without a file.
    let fileHref: String?
    let size: String?
    let digest: String?
    let addedAt: String
    /// The form that records another holder; `nil` where the officer may not.
    let passHref: String?
    let custody: [Link]
  }

  /// The form that adds an item; sent as multipart/form-data.
  struct AddForm {
    let action: String
    let idempotencyKey: String
    let revision: Int
    let problems: [FormProblem]
    let name: Field
    let kind: Field
    let holder: Field
    let since: Field
    let seal: Field
  }

  let frame: Frame
  let caseNumber: String
  let caseHref: String
  let summary: String
  let items: [Item]
  /// `nil` where the officer may not add.
  let form: AddForm?
}

/// The form that records who has an item now: `GET /evidence/{id}/custody`.
struct CustodyPage: Page {
  static let template = "evidence/custody"

  let frame: Frame
  let action: String
  let idempotencyKey: String
  let revision: Int
  let problems: [FormProblem]
  let caseNumber: String
  let evidenceHref: String
  let name: String
  let custody: [EvidencePage.Link]
  let holder: Field
  let since: Field
  let seal: Field
}

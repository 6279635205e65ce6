/// The papers of a case file: `GET /cases/{number}/papers`.
struct PapersPage: Page {
  static let template = "papers/index"

  /// A paper that was issued.
  struct Issued {
    let href: String
    let name: String
    /// 发文字号; `nil` where it has none.
    let documentNumber: String?
    let agency: String
    let officer: String
    let issuedAt: String
    /// Beginning of its SHA-256.
    let digest: String
  }

  /// A paper that can be made.
  struct Possible {
    let name: String
    let proceeding: String
    /// Where the law asks for it; `nil` where it is custom.
    let basis: String?
    let ready: Bool
    /// What the file lacks for it.
    let missing: [String]
    let draftHref: String
    /// The form that issues it; `nil` where it cannot be, or not by this officer.
    let issueHref: String?
  }

  /// A package that was sealed.
  struct PackageRow {
    let fileHref: String
    let receiver: String
    let sealedAt: String
    /// Beginning of the name by which both sides know it.
    let name: String
    let size: String
    /// The receipt that came back; `nil` while none did.
    let receipt: String?
    /// Where a receipt is sent to; `nil` where it is there, or the officer may not.
    let receiptAction: String?
    /// Where the receipt of the case is recorded by it; `nil` where that cannot be done now.
    let acknowledgeAction: String?
  }

  let frame: Frame
  let caseNumber: String
  let caseHref: String
  let summary: String
  let packages: [PackageRow]
  /// Where the form that seals one is sent; `nil` where nothing can be sealed now.
  let sealAction: String?
  let idempotencyKey: String
  let issued: [Issued]
  let possible: [Possible]
}

/// The form that issues a paper: `GET /cases/{number}/papers/{proceeding}/{template}`.
struct NewPaperPage: Page {
  static let template = "papers/new"

  let frame: Frame
  let action: String
  let idempotencyKey: String
  let revision: Int
  let problems: [FormProblem]
  let caseNumber: String
  let papersHref: String
  let name: String
  let basis: String?
  let draftHref: String
  let missing: [String]
  /// What is asked on one line.
  let lines: [Field]
  /// What is asked as text.
  let proses: [Field]
}

/// What anybody who holds a paper may learn: `GET /verify/{code}`.
struct PaperMarkPage: Page {
  static let template = "papers/mark"

  let frame: Frame
  let name: String
  let documentNumber: String?
  let agency: String
  let issuedAt: String
  let digest: String
}

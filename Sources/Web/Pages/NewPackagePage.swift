/// The form that takes a package in, and what became of it: `GET /packages/new`.
struct NewPackagePage: Page {
  static let template = "packages/new"

  /// What became of it.
  struct Taken {
    let caseHref: String
    let number: String
    /// Whether it was taken in before.
    let before: Bool
    /// The receipt that goes back to the sender.
    let receipt: String
    /// The receipt as a QR code: modules on a side, and its dark ones as a path.
    let side: Int
    let path: String
  }

  let frame: Frame
  let problems: [FormProblem]
  /// `nil` before one was sent.
  let taken: Taken?
}

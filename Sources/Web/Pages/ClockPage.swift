/// Why a time limit ends when it does: `GET /cases/{number}/clocks/{id}`.
struct ClockPage: Page {
  static let template = "clocks/show"

  /// A day or hour of the ledger.
  struct Line {
    let at: String
    /// Its number if it counted.
    let count: String?
    let why: String
    /// The holiday and the notice that says so.
    let note: String?
    let citation: String
  }

  let frame: Frame
  let caseNumber: String
  let caseHref: String
  let rule: String
  let title: String
  let state: StateTag
  let particulars: [Particular]
  let ledger: [Line]
}

/// How a procedure works: `GET /help/proceedings/{kind}`.
struct ProcedurePage: Page {
  static let template = "help/procedure"

  /// An act.
  struct ActRow {
    let act: String
    /// The states in which it is allowed; empty for the opening.
    let from: String
    /// `nil` where it leaves the state as it is.
    let to: String?
    let who: String
    /// What it must record.
    let facts: String
    /// The time limits that it starts.
    let clocks: String
    let basis: String?
  }

  let frame: Frame
  let kind: String
  /// The machine as a Mermaid state diagram.
  let diagram: String
  let acts: [ActRow]
}

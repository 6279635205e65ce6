/// Every procedure: `GET /help/proceedings`.
struct ProceduresPage: Page {
  static let template = "help/index"

  /// A procedure.
  struct Row {
    let href: String
    let kind: String
    let basis: String?
  }

  let frame: Frame
  let rows: [Row]
}

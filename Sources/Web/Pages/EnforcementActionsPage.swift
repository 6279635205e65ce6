/// Enforcement actions and key markets: `GET /actions`, with forms sent to `/actions` and `/markets`.
struct EnforcementActionsPage: Page {
  static let template = "actions/index"

  /// An action.
  struct Row {
    let href: String
    let day: String
    let agency: String
    /// `nil` where none is on record.
    let town: String?
    let place: String
    /// That it was at a key market.
    let market: String?
    let officers: String
    let note: String?
    let officer: String
    /// That it was withdrawn, and when.
    let withdrawn: String?
    /// Where the reader may withdraw it.
    let withdrawal: String?
  }

  /// A key market.
  struct Market {
    let name: String
    let agency: String
    /// `nil` where none is on record.
    let town: String?
    let since: String
    let until: String?
    /// Where the reader may take it off the list.
    let end: String?
    let today: String
  }

  let frame: Frame
  let problems: [FormProblem]
  let idempotencyKey: String
  /// Whether the reader records actions and markets.
  let records: Bool
  let happenedOn: Field
  let town: Field
  let place: Field
  let officers: Field
  let note: Field
  let rows: [Row]
  let next: String?
  let marketName: Field
  let marketSince: Field
  let markets: [Market]
}

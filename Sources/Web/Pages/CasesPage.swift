/// The case files the officer may see: `GET /cases?search=&ipType=&agency=&status=`, and what a number of a report opens.
struct CasesPage: Page {
  static let template = "cases/index"

  /// A case file.
  struct Row {
    let href: String
    let number: String
    let summary: String
    /// Whether it is a published case loaded for demonstration.
    let demo: Bool
    let respondents: String
    let ipType: String
    /// The agency that has it now.
    let holder: String
    /// Since when: 2026-11-10 起.
    let since: String
    let state: StateTag
    /// The nearest end of a time limit; `nil` where none runs.
    let due: StateTag?
    let loggedOn: String
  }

  /// A filter that was chosen.
  struct Chip {
    /// What was chosen: 类型：商标.
    let label: String
    /// The list without it.
    let removeHref: String
  }

  /// A parameter of the address that the filter form must not lose, such as the cell of a report.
  struct Kept {
    let name: String
    let value: String
  }

  let frame: Frame
  /// `nil` for an officer who may not log cases.
  let newCaseHref: String?
  /// Which number of which report the list explains; `nil` for the plain list.
  let drill: String?
  let kept: [Kept]
  /// The words searched for, as typed.
  let search: String
  let ipTypes: [Choice]
  let agencies: [Choice]
  let states: [Choice]
  let chips: [Chip]
  /// Whether the file whose time limit ends first comes first.
  let byDue: Bool
  /// The same list in the other order.
  let sortHref: String
  /// How many there are and which of them are shown: 共 128 件，第 1–50 件.
  let total: String
  let rows: [Row]
  /// Whether `previousHref` or `nextHref` is there.
  let paged: Bool
  /// The first page; `nil` there.
  let previousHref: String?
  let nextHref: String?
}

/// The monthly report: `GET /reports/2026-10?asOf=`. Its form asks for `GET /reports?month=&asOf=`, which redirects.
struct ReportPage: Page {
  static let template = "reports/show"

  /// A number of the report.
  struct Cell {
    let value: String
    /// The cases it counts; also of 0.
    let href: String
    let isZero: Bool
  }

  /// A row: for each of leads, filed, decided, closed, referred, police filed, fines and confiscated, the month and then
  /// the year to date. 16 cells.
  struct Row {
    let label: String
    let cells: [Cell]
  }

  /// A table.
  struct Table {
    /// Unique in the page.
    let id: String
    let title: String
    /// What the rows are.
    let rowHeading: String
    let rows: [Row]
    let total: Row
  }

  /// A link to another month.
  struct MonthLink {
    let href: String
    let label: String
  }

  /// Entries that the report cannot place in a month.
  struct Vague {
    /// How many there are, and why they are not counted.
    let text: String
    let href: String?
  }

  let frame: Frame
  /// The month in words.
  let month: String
  /// The instant up to which entries count, in words.
  let asOf: String
  /// What the agency had signed of its docket by then: log, entries, root; `nil` where it had signed none.
  let checkpoint: String?
  /// Whose cases are counted, and which are not.
  let scope: String
  /// `month`, as 2026-10.
  let monthField: Field
  /// `asOf`, as 2026-11-01 00:00.
  let asOfField: Field
  let previous: MonthLink?
  /// `nil` for the month that has not ended.
  let next: MonthLink?
  let tables: [Table]
  /// `nil` where every entry has its month.
  let vague: Vague?
  /// What each number counts.
  let definitions: [Particular]
}

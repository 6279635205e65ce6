/// A report: `GET /reports/{form}/{period}`.
struct ReportPage: Page {
  static let template = "reports/show"

  /// A link.
  struct Link {
    let href: String
    let label: String
    /// Whether it leads to what is shown.
    let isHere: Bool

    init(href: String, label: String, isHere: Bool = false) {
      (self.href, self.label, self.isHere) = (href, label, isHere)
    }
  }

  /// A number of the report.
  struct Figure {
    let value: String
    /// The cases it counts; also of 0.
    let href: String
    let isZero: Bool
  }

  /// An indicator over all cases: the period, the one of the year before, the year to date, the year before.
  struct SummaryRow {
    let name: String
    let unit: String
    let cells: [Figure]
    /// The change of the year to date; `nil` where its base is zero.
    let change: String?
  }

  /// A column of a wide table.
  struct Heading {
    let name: String
    let unit: String
  }

  /// A row of a wide table.
  struct Row {
    let label: String
    /// In place of the cells: the unit has not confirmed the period.
    let unreported: String?
    /// How many cells that takes.
    let span: Int
    let cells: [Figure]
  }

  /// Who signed it, under a printed report.
  struct Seal {
    /// A QR code: modules on a side with the quiet zone, and the path of the dark ones.
    struct Code {
      let extent: Int
      let path: String
    }

    let signatures: [String]
    let checkpoint: String?
    let digest: String?
    let address: String?
    let code: Code?
  }

  /// A wide table.
  struct Grid {
    /// Unique in the page.
    let id: String
    let title: String
    let rowHeading: String
    let columns: [Heading]
    let rows: [Row]
    /// One row, or none where nothing is added up.
    let total: [Row]
  }

  /// A bar of a chart.
  struct Bar {
    let x: Int
    let y: Int
    let width: Int
    let height: Int
    /// `now` or `before`.
    let tone: String
  }

  /// A text in a chart.
  struct Label {
    let x: Int
    let y: Int
    let anchor: String
    let text: String
  }

  /// A row of the table beside a chart.
  struct ChartRow {
    let label: String
    let values: [String]
  }

  /// A chart.
  struct Chart {
    let id: String
    let title: String
    let width: Int
    let height: Int
    /// What it shows, for who does not see it.
    let summary: String
    let bars: [Bar]
    let labels: [Label]
    let headings: [String]
    let rows: [ChartRow]
  }

  /// A line of pending cases.
  struct BalanceRow {
    let label: String
    let value: String
  }

  /// An adjustment since the last issue.
  struct ChangeRow {
    let indicator: String
    let number: String
    let href: String
    let agency: String
    let day: String
    let amount: String
    let recordedAt: String
  }

  /// A check.
  struct Check {
    let tag: StateTag
    let sentence: String
    let cases: [Link]
  }

  let frame: Frame
  let name: String
  let period: String
  let asOf: String
  let scope: String
  /// What the agency had signed of its docket by then; `nil` where it had signed nothing.
  let checkpoint: String?
  /// `nil` once the period is over.
  let provisional: String?
  let notes: [String]
  /// The times that the wide tables can show.
  let spans: [Link]
  let previous: Link
  /// `nil` for a period that has not begun.
  let next: Link?
  let downloads: [Link]
  let summary: [SummaryRow]
  let tables: [Grid]
  let charts: [Chart]
  let balance: [BalanceRow]
  let changes: [ChangeRow]
  let checks: [Check]
  /// The report as it is drafted or signed; `nil` where nobody drafted it.
  let issue: ReportsPage.Issue?
  /// What is checked or signed; empty where nothing is.
  let issueDigest: String
  /// What stands under it in print.
  let seal: Seal
  /// Where the officer's next step is sent; `nil` where it is not theirs.
  let confirmAction: String?
  let draftAction: String?
  let checkAction: String?
  let issueAction: String?
  /// The instant of this report, for the draft.
  let asOfValue: String
}

/// The forms, and what is under way: `GET /reports`.
struct ReportsPage: Page {
  static let template = "reports/index"

  /// A form.
  struct Form {
    /// The last period that is over.
    let href: String
    let name: String
    let period: String
    let due: String?
  }

  /// A report on its way.
  struct Issue {
    let href: String
    let name: String
    let period: String
    let state: StateTag
    let signatures: [String]
    let shortDigest: String
    let checkpoint: String?
  }

  let frame: Frame
  let forms: [Form]
  let formField: Field
  let periodField: Field
  let asOfField: Field
  let issues: [Issue]
}

/// The cases behind a figure: `GET /reports/{form}/{period}/lines`.
struct ReportLinesPage: Page {
  static let template = "reports/lines"

  /// A proceeding that counts.
  struct Row {
    /// `nil` where the reader may not open the file.
    let href: String?
    let number: String
    let summary: String
    let agency: String
    let category: String
    let day: String
    let amount: String
  }

  let frame: Frame
  let backHref: String
  let report: String
  let indicator: String
  let definition: String
  let days: String
  let asOf: String
  let unit: String
  let rows: [Row]
  /// Where the list goes on.
  let next: String?
}

/// The cells in which a case counts: `GET /cases/{number}/cells`.
struct CaseCellsPage: Page {
  static let template = "reports/cells"

  /// A cell.
  struct Row {
    let href: String
    let month: String
    let indicator: String
    let agency: String
    let category: String
    let day: String
    let amount: String
    let unit: String
  }

  let frame: Frame
  let caseHref: String
  let caseNumber: String
  let summary: String
  let rows: [Row]
}

/// The dictionary of indicators: `GET /indicators`.
struct IndicatorsPage: Page {
  static let template = "reports/indicators"

  /// An indicator.
  struct Row {
    let code: String
    let name: String
    let definition: String
    let unit: String
    let basis: String
    let note: String?
    let sql: String
  }

  let frame: Frame
  let rows: [Row]
}

/// A monthly report.
struct ReportAnswer: Decodable, Sendable {
  let month: String
  let asOf: String
  let byType: [Row]
  let byAgency: [Row]
  let total: Row
  /// Entries of the month too vague to count.
  let vague: Int

  /// A row: its key, and the figures of the month and of the year to date.
  struct Row: Decodable, Sendable {
    let ipType: String?
    let agency: String?
    let month: Figures
    let yearToDate: Figures
  }

  /// Counts of case files, and sums of money in yuan.
  struct Figures: Decodable, Sendable {
    let leads: Int
    let filed: Int
    let decided: Int
    let closed: Int
    let referred: Int
    let policeFiled: Int
    let fines: String
    let confiscated: String
  }
}

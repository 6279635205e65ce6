/// A monthly report.
struct ReportAnswer: Decodable, Sendable {
  /// The month.
  let month: String
  /// What was recorded later does not count.
  let asOf: String
  /// A row for each kind of intellectual property.
  let byType: [Row]
  /// A row for each agency.
  let byAgency: [Row]
  /// All together.
  let total: Row
  /// Entries of the month too vague to count.
  let vague: Int

  /// A row: its key, and the figures of the month and of the year to date.
  struct Row: Decodable, Sendable {
    /// Code of the kind of intellectual property, in a row about one.
    let ipType: String?
    /// Code of the agency, in a row about one.
    let agency: String?
    /// The month.
    let month: Figures
    /// 1 January to the end of the month.
    let yearToDate: Figures
  }

  /// Counts of case files, and sums of money in yuan.
  struct Figures: Decodable, Sendable {
    /// Leads (线索).
    let leads: Int
    /// Filed (立案).
    let filed: Int
    /// Decided (作出决定).
    let decided: Int
    /// Closed (结案).
    let closed: Int
    /// Referred to the police (移送公安机关).
    let referred: Int
    /// Filed by the police (公安机关立案).
    let policeFiled: Int
    /// Fines imposed (罚款).
    let fines: String
    /// Gains confiscated (没收违法所得).
    let confiscated: String
  }
}

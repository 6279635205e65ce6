/// The board of handoffs: `GET /handoffs`.
struct HandoffsPage: Page {
  static let template = "handoffs/index"

  /// A handoff.
  struct Row {
    let href: String
    let number: String
    let summary: String
    let kind: String
    let from: String
    let to: String
    let state: StateTag
    let turn: String
    let since: String
    /// The nearest end of a time limit; `nil` where none runs.
    let due: StateTag?
    /// How much of it is left, in words.
    let left: String?
  }

  /// What is waited for.
  struct Group {
    let id: String
    let title: String
    let count: Int
    /// How many of them are overdue; `nil` where none is.
    let late: String?
    let rows: [Row]
  }

  /// The letter to an agency whose turn it is.
  struct Letter {
    let href: String
    let agency: String
  }

  /// A package that another instance delivered.
  struct ArrivalRow {
    let action: String
    let name: String
    let sender: String
    let arrivedAt: String
    let size: String
  }

  /// What an agency owes.
  struct AgencyRow {
    let agency: String
    let waiting: Int
    let overdue: Int
    /// Hits of the screening without a referral.
    let hits: Int
  }

  let frame: Frame
  /// Days of which the other agency says something else, and notices that are not delivered.
  let alarms: [String]
  let groups: [Group]
  let letters: [Letter]
  /// For the procuratorate; empty for others.
  let agencies: [AgencyRow]
  /// Packages that wait to be taken in; empty for who may not.
  let arrivals: [ArrivalRow]
  /// The address that was just made; shown this once.
  let calendarAddress: String?
  let hasCalendar: Bool
}

/// One handoff, as both sides see it: `GET /proceedings/{id}/ladder`.
struct LadderPage: Page {
  static let template = "handoffs/ladder"

  /// A step, done or to come.
  struct Rung {
    let act: String
    let happenedOn: String?
    let agency: String
    let officer: String?
    let done: Bool
  }

  let frame: Frame
  let caseNumber: String
  let caseHref: String
  let summary: String
  let kind: String
  let from: String
  let to: String?
  let state: StateTag
  let turn: String
  let due: StateTag?
  let liable: String?
  let rungs: [Rung]
  let acts: [ActLink]
  let helpHref: String
}

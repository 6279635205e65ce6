/// What waits for the officer: `GET /`.
struct WorkPage: Page {
  static let template = "work/index"

  /// A case of the agency that waits for an act of the officer's.
  struct CaseRow {
    let href: String
    let number: String
    let summary: String
    let respondents: String
    let ipType: String
    let state: StateTag
    /// How long the agency has it, in words: 12 天.
    let held: String
    /// Since when: 2026-11-10 起.
    let since: String
    /// The nearest end of a time limit; `nil` where none runs.
    let due: StateTag?
    /// The usual next act; `nil` where there are several and none is usual.
    let next: ActLink?
  }

  /// A referral that waits for the agency.
  struct ReferralRow {
    let href: String
    let number: String
    let summary: String
    let from: String
    let to: String
    /// The offence suspected; `nil` where none is named.
    let offence: String?
    let state: StateTag
    /// Since when: 2026-11-21 16:20 起.
    let since: String
    /// Whose turn it is, in words.
    let turn: String
    /// The officer's next act; `nil` where it is a colleague's.
    let next: ActLink?
  }

  /// Something that happened to a case the agency knows of.
  struct Notice {
    let at: String
    let href: String
    let number: String
    let text: String
  }

  let frame: Frame
  /// `nil` for an officer who may not log cases.
  let newCaseHref: String?
  /// How many wait, also those beyond `cases`.
  let casesTotal: Int
  let cases: [CaseRow]
  /// All of them; `nil` where `cases` is all.
  let moreCasesHref: String?
  let referralsTotal: Int
  let referrals: [ReferralRow]
  let noticesTotal: Int
  /// Newest first.
  let notices: [Notice]
}

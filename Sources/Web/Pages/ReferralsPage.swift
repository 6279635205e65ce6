/// Referrals to and from the agency: `GET /referrals?box=inbox|outbox`.
struct ReferralsPage: Page {
  static let template = "referrals/index"

  /// A referral.
  struct Row {
    let href: String
    let number: String
    let summary: String
    /// The offence suspected; `nil` where none is named.
    let offence: String?
    let from: String
    let to: String
    let state: StateTag
    /// Whose turn it is, in words; that it is over, where it is.
    let turn: String
    /// Since when: 2026-11-21 16:20 起.
    let since: String
    /// The nearest end of a time limit; `nil` where none runs.
    let due: StateTag?
    /// The officer's next act; `nil` where it is another's.
    let next: ActLink?
  }

  let frame: Frame
  /// Whether the referrals to the agency are shown, rather than those from it.
  let isInbox: Bool
  let inboxCount: Int
  let outboxCount: Int
  let rows: [Row]
  let nextHref: String?
}

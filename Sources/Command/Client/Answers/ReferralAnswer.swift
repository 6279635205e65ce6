/// A referral.
struct ReferralAnswer: Decodable, Sendable {
  /// Key of the proceeding that it is.
  let id: Int64
  /// Number of the case file.
  let number: String
  /// What it is about.
  let summary: String
  /// The respondents' names.
  let respondents: String
  /// Number of docket entries.
  let revision: Int
  /// The agency that refers.
  let sendingAgency: String
  /// The agency referred to.
  let receivingAgency: String
  /// Code of the offence suspected.
  let offence: String?
  /// Why it is referred.
  let basis: String
  /// The facts and evidence that speak for it.
  let reason: String
  /// Code of the state.
  let state: String
  /// Since when.
  let since: String
  /// Whose turn it is; nobody's once it has ended.
  let turn: String?
  /// Whether it is under way.
  let open: Bool
  /// When it was drafted.
  let draftedAt: String
  /// When it was sent.
  let sentAt: String?
  /// When the receiver signed for it.
  let receivedAt: String?
  /// When the receiver decided.
  let decidedAt: String?

  /// What a list shows.
  static func columns(_ names: AgencyNames) -> [Column<ReferralAnswer>] {
    [
      Column("id", .number) { String($0.id) }, Column("number", .code, \.number),
      Column("state", .code, \.state, words: { Words.state($0.state, of: "referral") }),
      Column("since", .code, \.since, words: { Words.day($0.since) }),
      Column("turn", .text, { $0.turn ?? "" }, words: { $0.turn.map { names[$0] } ?? "" }),
      Column("sendingAgency", .text, \.sendingAgency, words: { names[$0.sendingAgency] }),
      Column("receivingAgency", .text, \.receivingAgency, words: { names[$0.receivingAgency] }),
      Column("offence", .code) { $0.offence ?? "" },
      Column("respondents", .text, \.respondents), Column("summary", .text, \.summary),
      Column(wireOnly: "basis", \.basis), Column(wireOnly: "reason", \.reason),
      Column(wireOnly: "open") { String($0.open) }, Column(wireOnly: "revision") { String($0.revision) },
    ] + times.map { name, time in Column(wireOnly: name) { time($0) ?? "" } }
  }

  /// What is shown of one.
  static func details(_ names: AgencyNames) -> [Column<ReferralAnswer>] {
    columns(names).filter { $0.look != nil } + [
      Column("basis", .text, \.basis, words: { Words.text("basis.\($0.basis)", or: $0.basis) }),
      Column("reason", .text, \.reason),
      Column("revision", .number) { String($0.revision) },
    ]
      + times.map { name, time in
        Column(name, .code, { time($0) ?? "" }, words: { Words.minute(time($0)) })
      }
  }

  private static var times: [(String, (ReferralAnswer) -> String?)] {
    [
      ("draftedAt", { $0.draftedAt }), ("sentAt", { $0.sentAt }), ("receivedAt", { $0.receivedAt }),
      ("decidedAt", { $0.decidedAt }),
    ]
  }
}

/// A list of referrals.
struct ReferralsAnswer: Decodable, Sendable {
  /// Latest first.
  let referrals: [ReferralAnswer]
}

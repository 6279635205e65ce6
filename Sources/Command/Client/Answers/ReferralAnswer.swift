/// A referral.
struct ReferralAnswer: Decodable, Sendable {
  let id: Int64
  let number: String
  let summary: String
  let respondents: String
  let revision: Int
  let sendingAgency: String
  let receivingAgency: String
  let offence: String?
  let basis: String
  let reason: String
  let state: String
  let since: String
  let turn: String?
  let open: Bool
  let draftedAt: String
  let sentAt: String?
  let receivedAt: String?
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
  let referrals: [ReferralAnswer]
}

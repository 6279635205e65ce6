import Casework

/// Ordinary procedure. Working days are counted on the State Council's calendar of 2026 (holidays-cn.csv), the day of the
/// trigger being day 0; calendar days that end on a statutory holiday give way to the day after it.
extension Run {
  static let penaltyRuns: [Run] = [
    .decidedAndPublished, .notFiled, .suspendedAndResumed, .discussedByTheHeads, .technicalSecretTerminated,
    .notProvenWithoutNotice, .servedByNotice,
  ]

  /// From the check of the lead to the notice of the penalty, and to what the party says to it if it says something and
  /// gives up the rest of its time.
  static func investigated(
    verify: String, file: String, investigate: String, conclude: String, agree: String, notify: String,
    fine: String, hearing: String = "no", hear: String? = nil
  ) -> [Step] {
    let heard = hear.map { day -> [Step] in
      [
        .act("hear", of: .penalty, .caseOfficer, on: day, ["statement": "请求从轻", "response": "不予采纳"]),
        .act("waive", of: .penalty, .caseOfficer, on: day, ["statement": "书面放弃进一步的陈述、申辩和听证"]),
      ]
    }
    return [
      .act("verify", of: .penalty, .caseOfficer, on: verify, ["findings": "线索属实"]),
      .act("file", of: .penalty, .caseOfficer, on: file, ["officers": "甲、乙", "approver": "丙"]),
      .act("investigate", of: .penalty, .caseOfficer, on: investigate, ["measures": "现场检查、询问"]),
      .act("conclude", of: .penalty, .caseOfficer, on: conclude, ["proposal": "建议处以罚款"]),
      .act("agree", of: .penalty, .reviewer, on: agree),
      .act(
        "notify", of: .penalty, .caseOfficer, on: notify,
        ["approver": "丙", "hearing": hearing, "partyKind": "organisation", "proposedFine": fine]),
    ] + (heard ?? [])
  }

  /// From the decision to the closing of the case.
  static func decided(fine: String, decide: String, serve: String, publish: String, close: String) -> [Step] {
    [
      .act("decide", of: .penalty, .head, on: decide, ["outcome": "penalty", "fine": fine]),
      .act("serve", of: .penalty, .clerk, on: serve, ["mode": "direct"]),
    ] + published(decided: decide, on: publish) + [
      .act("close", of: .penalty, .head, on: close, ["ground": "other", "reason": "另案执行"])
    ]
  }

  /// From the decision to its publication, for a year.
  static func published(decided: String, on day: String) -> [Step] {
    [
      .open(.publicity, .clerk, on: day, ["decidedOn": decided], from: .penalty),
      .act(
        "check", of: .publicity, .reviewer, on: day,
        ["summary": "销售侵权商品", "maskedBy": "甲", "secrecy": "yes", "publicityNotice": "yes"]),
      .act("publish", of: .publicity, .clerk, on: day, ["publicityClass": "general", "publishedOn": day]),
      .act("publish", of: .penalty, .clerk, on: day),
    ]
  }

  /// The Dragon Boat holiday, 19 to 21 June, lies in the verification.
  private static let decidedAndPublished = Run(
    "a penalty: filed, investigated, decided, published, closed",
    begins: .open(.penalty, .clerk, on: "2026-06-01"),
    steps: investigated(
      verify: "2026-06-03", file: "2026-06-05", investigate: "2026-06-08", conclude: "2026-06-24", agree: "2026-07-01",
      notify: "2026-07-02", fine: "20000", hear: "2026-07-06")
      + decided(
        fine: "20000", decide: "2026-07-10", serve: "2026-07-14", publish: "2026-08-03", close: "2026-08-31"),
    states: ["penalty/closed", "publicity/published"],
    clocks: [
      "P1 2026-06-23 satisfied 2026-06-05", "P16 2026-09-03 satisfied 2026-07-10",
      "P8 2026-07-08 satisfied 2026-07-01", "P9 2026-07-09 satisfied 2026-07-06",
      "P17 2026-07-21 satisfied 2026-07-14", "K45-publish 2026-08-07 satisfied 2026-08-03",
      "K45-period-general 2027-08-03",
    ])

  /// Fifteen working days from 21 September end on 19 October, past two holidays and the working Saturday of 10 October;
  /// fifteen more on 9 November.
  private static let notFiled = Run(
    "a lead: verified, its time extended, not filed",
    begins: .open(.penalty, .caseOfficer, on: "2026-09-21", ["reason": "日常检查发现"]),
    steps: [
      .act("verify", of: .penalty, .caseOfficer, on: "2026-09-28", ["findings": "已自行改正"]),
      .act("extend", of: .penalty, .head, on: "2026-10-16", ["extension": "P1-head", "reason": "当事人外出"]),
      .act(
        "decline", of: .penalty, .caseOfficer, on: "2026-11-06", ["ground": "first-minor-corrected", "approver": "丙"]),
    ],
    states: ["penalty/not-filed"], clocks: ["P1 2026-11-09 satisfied 2026-11-06"])

  /// Suspended from 13 April through 6 May, 24 days: the ninety days end on 1 July instead of 7 June.
  private static let suspendedAndResumed = Run(
    "a penalty: suspended, resumed, its time moved, no penalty given",
    begins: .open(.penalty, .clerk, on: "2026-03-02"),
    steps: [
      .act("verify", of: .penalty, .caseOfficer, on: "2026-03-04", ["findings": "线索属实"]),
      .act("file", of: .penalty, .caseOfficer, on: "2026-03-09", ["officers": "甲、乙", "approver": "丙"]),
      .act("investigate", of: .penalty, .caseOfficer, on: "2026-03-12", ["measures": "询问"]),
      .act(
        "suspend", of: .penalty, .head, on: "2026-04-13",
        ["suspensionGround": "other-decision", "reason": "等待无效宣告结果"]),
      .act("resume", of: .penalty, .caseOfficer, on: "2026-05-06", ["pause": "suspension"]),
      .act("conclude", of: .penalty, .caseOfficer, on: "2026-05-20", ["proposal": "建议不予处罚"]),
      .act("agree", of: .penalty, .reviewer, on: "2026-05-28"),
      .act("notify", of: .penalty, .caseOfficer, on: "2026-05-29", ["approver": "丙", "hearing": "no"]),
      .act("decide", of: .penalty, .head, on: "2026-06-08", ["outcome": "no-penalty"]),
      .act("serve", of: .penalty, .clerk, on: "2026-06-10", ["mode": "direct"]),
      .act("close", of: .penalty, .head, on: "2026-06-12", ["ground": "no-penalty"]),
    ],
    states: ["penalty/closed"],
    clocks: [
      "P1 2026-03-23 satisfied 2026-03-09", "P16 2026-07-01 satisfied 2026-06-08",
      "P8 2026-06-03 satisfied 2026-05-28", "P9 2026-06-05 ended 2026-06-08",
      "P17 2026-06-17 satisfied 2026-06-10",
    ])

  /// The ninety days would end on 6 October, a holiday; with thirty more they end on 5 November. The five working days of
  /// the party end on Sunday 20 September, on which people work.
  private static let discussedByTheHeads = Run(
    "a penalty: its time extended, discussed by the heads, decided",
    begins: .open(.penalty, .clerk, on: "2026-07-06"),
    steps: [
      .act("verify", of: .penalty, .caseOfficer, on: "2026-07-07", ["findings": "线索属实"]),
      .act("file", of: .penalty, .head, on: "2026-07-08", ["officers": "甲、乙", "approver": "丙"]),
      .act("investigate", of: .penalty, .caseOfficer, on: "2026-07-09", ["measures": "现场检查"]),
      .act(
        "conclude", of: .penalty, .caseOfficer, on: "2026-09-01", ["proposal": "建议处以罚款", "major": "yes"]),
      .act("agree", of: .penalty, .reviewer, on: "2026-09-10"),
      .act(
        "notify", of: .penalty, .caseOfficer, on: "2026-09-14",
        ["approver": "丙", "hearing": "no", "partyKind": "organisation", "proposedFine": "80000"]),
      .act("discuss", of: .penalty, .head, on: "2026-09-21", ["heads": "丙、丁", "discussion": "一致同意"]),
      .act("extend", of: .penalty, .head, on: "2026-09-28", ["extension": "P16-head", "reason": "案情复杂"]),
      .act("decide", of: .penalty, .head, on: "2026-10-09", ["outcome": "penalty", "fine": "80000"]),
      .act("serve", of: .penalty, .clerk, on: "2026-10-12", ["mode": "post"]),
    ] + published(decided: "2026-10-09", on: "2026-10-20") + [
      .act("close", of: .penalty, .head, on: "2026-10-30", ["ground": "other", "reason": "另案执行"])
    ],
    states: ["penalty/closed", "publicity/published"],
    clocks: [
      "P1 2026-07-27 satisfied 2026-07-08", "P16 2026-11-05 satisfied 2026-10-09",
      "P8 2026-09-15 satisfied 2026-09-10", "P9 2026-09-20 ended 2026-10-09",
      "P17 2026-10-19 satisfied 2026-10-12", "K45-publish 2026-11-05 satisfied 2026-10-20",
      "K45-period-general 2027-10-20",
    ])

  /// Ninety days from Thursday 5 March end on Wednesday 3 June.
  private static let notProvenWithoutNotice = Run(
    "a penalty: nothing proven, decided after the review without a notice",
    begins: .open(.penalty, .clerk, on: "2026-03-02"),
    steps: [
      .act("verify", of: .penalty, .caseOfficer, on: "2026-03-03", ["findings": "线索属实"]),
      .act("file", of: .penalty, .caseOfficer, on: "2026-03-05", ["officers": "甲、乙", "approver": "丙"]),
      .act("investigate", of: .penalty, .caseOfficer, on: "2026-03-09", ["measures": "询问"]),
      .act("conclude", of: .penalty, .caseOfficer, on: "2026-03-20", ["proposal": "违法事实不能成立"]),
      .act("agree", of: .penalty, .reviewer, on: "2026-03-23"),
      .act("decide", of: .penalty, .head, on: "2026-03-24", ["outcome": "not-proven"]),
      .act("serve", of: .penalty, .clerk, on: "2026-03-25", ["mode": "direct"]),
      .act("close", of: .penalty, .head, on: "2026-03-27", ["ground": "no-penalty"]),
    ],
    states: ["penalty/closed"],
    clocks: [
      "P1 2026-03-23 satisfied 2026-03-05", "P16 2026-06-03 satisfied 2026-03-24",
      "P8 2026-04-03 satisfied 2026-03-23", "P17 2026-04-02 satisfied 2026-03-25",
    ])

  /// Seven working days from 1 April, past Monday 6 April, end on 13 April; thirty days from 7 April end on 7 May.
  private static let servedByNotice = Run(
    "a penalty: notified twice, the second time for more; the party cannot be found and is served by public notice",
    begins: .open(.penalty, .clerk, on: "2026-03-02"),
    steps: [
      .act("verify", of: .penalty, .caseOfficer, on: "2026-03-03", ["findings": "线索属实"]),
      .act("file", of: .penalty, .caseOfficer, on: "2026-03-05", ["officers": "甲、乙", "approver": "丙"]),
      .act("investigate", of: .penalty, .caseOfficer, on: "2026-03-09", ["measures": "询问"]),
      .act("conclude", of: .penalty, .caseOfficer, on: "2026-03-16", ["proposal": "罚款"]),
      .act("agree", of: .penalty, .reviewer, on: "2026-03-18"),
      .act(
        "notify", of: .penalty, .caseOfficer, on: "2026-03-19",
        ["approver": "丙", "hearing": "no", "proposedFine": "5000"]),
      .act(
        "notify", of: .penalty, .caseOfficer, on: "2026-03-24",
        ["approver": "丙", "hearing": "no", "proposedFine": "8000"]),
      .act("decide", of: .penalty, .head, on: "2026-04-01", ["outcome": "penalty", "fine": "8000"]),
      .act("serve-by-notice", of: .penalty, .clerk, on: "2026-04-07", ["reason": "当事人下落不明"]),
      .act("deem-served", of: .penalty, .clerk, on: "2026-05-08"),
    ],
    states: ["penalty/service"],
    clocks: [
      "P1 2026-03-23 satisfied 2026-03-05", "P16 2026-06-03 satisfied 2026-04-01",
      "P8 2026-03-30 satisfied 2026-03-18", "P9 2026-03-26 ended 2026-03-24", "P9 2026-03-31 ended 2026-04-01",
      "P17 2026-04-13 satisfied 2026-04-07", "P18 2026-05-07 satisfied 2026-05-08",
    ])

  private static let technicalSecretTerminated = Run(
    "a technical secret: filed with the city's approval, sent back by the reviewer, terminated", ipType: .tradeSecret,
    begins: .open(.penalty, .clerk, on: "2026-08-03"),
    steps: [
      .act("verify", of: .penalty, .caseOfficer, on: "2026-08-05", ["findings": "线索属实"]),
      .act(
        "file", of: .penalty, .caseOfficer, on: "2026-08-10",
        ["officers": "甲、乙", "approver": "丙", "secretKind": "technical", "cityApproval": "佛市监批〔2026〕1号"]),
      .act("investigate", of: .penalty, .caseOfficer, on: "2026-08-12", ["measures": "询问"]),
      .act("conclude", of: .penalty, .caseOfficer, on: "2026-08-26", ["proposal": "建议处以罚款"]),
      .act("return", of: .penalty, .reviewer, on: "2026-09-02", ["reason": "秘密性证据不足"]),
      .act("terminate", of: .penalty, .head, on: "2026-09-10", ["reason": "当事人注销，无权利义务承受人"]),
    ],
    states: ["penalty/closed"],
    clocks: [
      "P1 2026-08-24 satisfied 2026-08-10", "P16 2026-11-08 ended 2026-09-10",
      "P8 2026-09-09 satisfied 2026-09-02",
    ])
}

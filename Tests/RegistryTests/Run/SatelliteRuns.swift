import Casework

/// Hearing, measures, execution and review of a penalty, and a penalty on the spot. Working days are counted on the State
/// Council's calendar of 2026 (holidays-cn.csv), the day of the trigger being day 0; a hearing counts back from its own day.
extension Run {
  static let satelliteRuns: [Run] = [
    .heardThenReviewed, .hearingMissed, .seizureExtended, .registrationThenSealing, .paidInInstalments, .enforced,
    .onTheSpot, .onTheSpotRevoked, .publishedThenChanged,
  ]

  /// The hearing lasts from 28 August through 21 September, 25 days that do not count: 13 October becomes 7 November. The
  /// notice is due seven working days before Wednesday 16 September, the announcement three.
  private static let heardThenReviewed = Run(
    "a penalty: heard, reported, legally reviewed after that, decided",
    begins: .open(.penalty, .clerk, on: "2026-07-13"),
    steps: investigated(
      verify: "2026-07-14", file: "2026-07-15", investigate: "2026-07-16", conclude: "2026-08-17", agree: "2026-08-24",
      notify: "2026-08-25", fine: "150000", hearing: "yes")
      + [
        .open(
          .hearing, .clerk, on: "2026-08-28", ["applicant": "灯湖服饰商行", "servedOn": "2026-08-25"], from: .penalty),
        .act("pause", of: .penalty, .caseOfficer, on: "2026-08-28", ["pause": "hearing"]),
        .act("appoint", of: .hearing, .reviewer, on: "2026-08-31", ["presider": "戊"]),
        .act("hand-over", of: .hearing, .caseOfficer, on: "2026-09-01"),
        .act("fix", of: .hearing, .reviewer, on: "2026-09-02", ["hearingOn": "2026-09-16", "place": "听证室"]),
        .act("notify", of: .hearing, .reviewer, on: "2026-09-04", ["document": "听通1号"]),
        .act("announce", of: .hearing, .reviewer, on: "2026-09-09"),
        .act("hold", of: .hearing, .reviewer, on: "2026-09-16", ["record": "当事人对数额有异议"]),
        .act("report", of: .hearing, .reviewer, on: "2026-09-21", ["opinion": "建议维持"]),
        .act("resume", of: .penalty, .caseOfficer, on: "2026-09-21", ["pause": "hearing"]),
        .act("submit", of: .penalty, .caseOfficer, on: "2026-09-22"),
        .act("clear", of: .penalty, .reviewer, on: "2026-09-29"),
        .act("discuss", of: .penalty, .head, on: "2026-09-30", ["heads": "丙、丁", "discussion": "一致同意"]),
      ]
      + decided(
        fine: "150000", decide: "2026-10-09", serve: "2026-10-12", publish: "2026-10-16", close: "2026-10-30"),
    states: ["penalty/closed", "hearing/reported", "publicity/published"],
    clocks: [
      "P1 2026-08-03 satisfied 2026-07-15", "P16 2026-11-07 satisfied 2026-10-09",
      "P8 2026-08-31 satisfied 2026-08-24", "P9 2026-09-01 ended 2026-09-22",
      "P10 2026-09-02 satisfied 2026-08-31", "P11 2026-09-03 satisfied 2026-09-01",
      "P12 2026-09-08 satisfied 2026-09-02", "P13 2026-09-07 satisfied 2026-09-04",
      "P13-third-party 2026-09-07 satisfied 2026-09-04", "P14 2026-09-11 satisfied 2026-09-09",
      "P15 2026-09-22 satisfied 2026-09-21", "P8 2026-10-13 satisfied 2026-09-29",
      "P17 2026-10-19 satisfied 2026-10-12", "K45-publish 2026-11-05 satisfied 2026-10-16",
      "K45-period-general 2027-10-16",
    ])

  private static let hearingMissed = Run(
    "a hearing: fixed behind closed doors, suspended, fixed anew in public, missed by the party",
    begins: .open(.penalty, .clerk, on: "2026-08-03"),
    steps: investigated(
      verify: "2026-08-04", file: "2026-08-05", investigate: "2026-08-06", conclude: "2026-08-11", agree: "2026-08-13",
      notify: "2026-08-14", fine: "120000", hearing: "yes")
      + [
        .open(
          .hearing, .clerk, on: "2026-08-17", ["applicant": "灯湖服饰商行", "servedOn": "2026-08-14"], from: .penalty),
        .act("appoint", of: .hearing, .head, on: "2026-08-18", ["presider": "戊", "recorder": "己"]),
        .act("hand-over", of: .hearing, .caseOfficer, on: "2026-08-20"),
        .act(
          "fix-closed", of: .hearing, .reviewer, on: "2026-08-24",
          ["hearingOn": "2026-09-08", "place": "听证室", "closedGround": "trade-secret"]),
        .act("suspend", of: .hearing, .reviewer, on: "2026-08-26", ["reason": "当事人因不可抗力无法参加"]),
        .act("resume", of: .hearing, .reviewer, on: "2026-08-31"),
        .act("fix", of: .hearing, .reviewer, on: "2026-09-01", ["hearingOn": "2026-09-15", "place": "听证室"]),
        .act("notify", of: .hearing, .reviewer, on: "2026-09-03", ["document": "听通2号"]),
        .act("announce", of: .hearing, .reviewer, on: "2026-09-08"),
        .act("terminate", of: .hearing, .reviewer, on: "2026-09-15", ["terminationGround": "no-show"]),
      ]
      + decided(
        fine: "120000", decide: "2026-09-17", serve: "2026-09-18", publish: "2026-09-30", close: "2026-10-12"),
    states: ["penalty/closed", "hearing/terminated", "publicity/published"],
    clocks: [
      "P1 2026-08-24 satisfied 2026-08-05", "P16 2026-11-03 satisfied 2026-09-17",
      "P8 2026-08-25 satisfied 2026-08-13", "P9 2026-08-21 ended 2026-09-17",
      "P10 2026-08-20 satisfied 2026-08-18", "P11 2026-08-21 satisfied 2026-08-20",
      "P12 2026-08-27 satisfied 2026-08-24", "P13 2026-08-28 ended 2026-08-26",
      "P13-third-party 2026-08-28 ended 2026-08-26", "P13 2026-09-04 satisfied 2026-09-03",
      "P13-third-party 2026-09-04 satisfied 2026-09-03", "P14 2026-09-10 satisfied 2026-09-08",
      "P17 2026-09-28 satisfied 2026-09-18", "K45-publish 2026-10-21 satisfied 2026-09-30",
      "K45-period-general 2027-09-30",
    ])

  /// Thirty days from 10 April end on 10 May; the eleven days told for testing move that to 21 May, whenever it is ready,
  /// and the extension moves it to 20 June.
  private static let seizureExtended = Run(
    "a seizure: urgent, approved the next morning, tested, extended, confiscated",
    begins: .open(.penalty, .clerk, on: "2026-04-07"),
    steps: [
      .act("verify", of: .penalty, .caseOfficer, on: "2026-04-08", ["findings": "线索属实"]),
      .act("file", of: .penalty, .caseOfficer, on: "2026-04-09", ["officers": "甲、乙", "approver": "丙"]),
      .act("investigate", of: .penalty, .caseOfficer, on: "2026-04-10", ["measures": "现场检查"]),
      .open(
        .measure, .caseOfficer, on: "2026-04-10",
        [
          "measure": "seizure", "officers": "甲、乙", "urgent": "yes", "time": "09:30", "inventory": "标签一箱",
          "storage": "罚没仓库，保管人丁", "document": "强制1号", "power": "商标法第六十二条",
        ], from: .penalty),
      .act("regularise", of: .measure, .caseOfficer, on: "2026-04-11", ["approver": "丙", "time": "09:00"]),
      .act(
        "pause", of: .measure, .caseOfficer, on: "2026-04-20",
        ["pause": "testing", "until": "2026-04-30", "document": "检告1号"]),
      .act(
        "extend", of: .measure, .head, on: "2026-05-18",
        ["extension": "P7-head", "reason": "案情复杂", "document": "延强1号"]),
      .act("conclude", of: .penalty, .caseOfficer, on: "2026-05-20", ["proposal": "建议没收并罚款"]),
      .act("agree", of: .penalty, .reviewer, on: "2026-05-25"),
      .act(
        "notify", of: .penalty, .caseOfficer, on: "2026-05-26",
        ["approver": "丙", "hearing": "no", "partyKind": "organisation", "proposedFine": "50000"]),
      .act("waive", of: .penalty, .caseOfficer, on: "2026-05-29", ["statement": "书面放弃陈述、申辩和听证"]),
      .act(
        "decide", of: .penalty, .head, on: "2026-06-05",
        ["outcome": "penalty", "fine": "50000", "confiscated": "3000"]),
      .act("confiscate", of: .measure, .head, on: "2026-06-08", ["document": "罚1号"]),
      .act("serve", of: .penalty, .clerk, on: "2026-06-08", ["mode": "direct"]),
    ] + published(decided: "2026-06-05", on: "2026-06-12") + [
      .act("close", of: .penalty, .head, on: "2026-07-10", ["ground": "other", "reason": "另案执行"])
    ],
    states: ["penalty/closed", "measure/confiscated", "publicity/published"],
    clocks: [
      "P1 2026-04-28 satisfied 2026-04-09", "P16 2026-07-08 satisfied 2026-06-05", "P7 2026-06-20 ended 2026-06-08",
      "P5 2026-04-11 satisfied 2026-04-11", "P8 2026-06-03 satisfied 2026-05-25",
      "P9 2026-06-02 satisfied 2026-05-29", "P17 2026-06-16 satisfied 2026-06-08",
      "K45-publish 2026-07-06 satisfied 2026-06-12", "K45-period-general 2027-06-12",
    ])

  /// Seven working days from 30 April, past the holiday of May and with the working Saturday of 9 May, end on 13 May.
  private static let registrationThenSealing = Run(
    "a registration of evidence: replaced by a sealing in time, which is lifted",
    begins: .open(.penalty, .clerk, on: "2026-04-29"),
    steps: [
      .act("verify", of: .penalty, .caseOfficer, on: "2026-04-29", ["findings": "线索属实"]),
      .act("file", of: .penalty, .caseOfficer, on: "2026-04-30", ["officers": "甲、乙", "approver": "丙"]),
      .act("investigate", of: .penalty, .caseOfficer, on: "2026-04-30", ["measures": "现场检查"]),
      .open(
        .measure, .caseOfficer, on: "2026-04-30",
        [
          "measure": "registration", "officers": "甲、乙", "urgent": "no", "approver": "丙", "inventory": "账册三本",
          "storage": "原地保存", "document": "登保1号",
        ], from: .penalty),
      .act(
        "lift", of: .measure, .caseOfficer, on: "2026-05-12",
        ["liftGround": "other-measure", "document": "解登1号", "returned": "账册改为查封"]),
      .open(
        .measure, .caseOfficer, on: "2026-05-12",
        [
          "measure": "sealing", "officers": "甲、乙", "urgent": "no", "approver": "丙", "inventory": "账册三本",
          "storage": "原地查封", "document": "强制2号", "power": "商标法第六十二条",
        ], from: .penalty),
      .act(
        "lift", of: .measure, .head, on: "2026-06-10",
        ["liftGround": "no-breach", "document": "解强2号", "returned": "全部退还"]),
      .act("terminate", of: .penalty, .head, on: "2026-06-10", ["reason": "当事人终止，无权利义务承受人"]),
    ],
    states: ["penalty/closed", "measure/lifted", "measure/lifted"],
    clocks: [
      "P1 2026-05-22 satisfied 2026-04-30", "P16 2026-07-29 ended 2026-06-10", "P6 2026-05-13 ended 2026-05-12",
      "P7 2026-06-11 ended 2026-06-10",
    ])

  /// Four days late on 6,000 yuan at three per cent add 720 yuan.
  private static let paidInInstalments = Run(
    "an execution: instalments, the second late, surcharge, performed",
    begins: .open(.penalty, .clerk, on: "2026-05-11"),
    steps: investigated(
      verify: "2026-05-12", file: "2026-05-13", investigate: "2026-05-14", conclude: "2026-05-25", agree: "2026-05-27",
      notify: "2026-05-28", fine: "10000", hear: "2026-06-01")
      + [
        .act("decide", of: .penalty, .head, on: "2026-06-08", ["outcome": "penalty", "fine": "10000"]),
        .act("serve", of: .penalty, .clerk, on: "2026-06-09", ["mode": "direct"]),
        .open(
          .execution, .clerk, on: "2026-06-09", ["servedOn": "2026-06-09", "fineDue": "10000"], from: .penalty),
      ] + published(decided: "2026-06-08", on: "2026-06-15") + [
        .act(
          "defer", of: .execution, .head, on: "2026-06-18",
          [
            "deferral": "instalments", "application": "申请书1号", "instalmentPlan": "7月、8月各一期",
            "newDue": "2026-07-10", "document": "分缴1号",
          ]),
        .act(
          "pay", of: .execution, .clerk, on: "2026-07-08", ["paid": "4000", "unpaid": "6000", "newDue": "2026-08-10"]),
        .act(
          "surcharge", of: .execution, .caseOfficer, on: "2026-08-14",
          ["surcharge": "720", "surchargeOn": "2026-08-14"]),
        .act("perform", of: .execution, .clerk, on: "2026-08-14", ["paid": "6000", "surchargeCollected": "720"]),
        .act("close", of: .execution, .head, on: "2026-08-28"),
        .act("close", of: .penalty, .head, on: "2026-08-31", ["ground": "performed"]),
      ],
    states: ["penalty/closed", "execution/closed", "publicity/published"],
    clocks: [
      "P1 2026-06-01 satisfied 2026-05-13", "P16 2026-08-11 satisfied 2026-06-08",
      "P8 2026-06-08 satisfied 2026-05-27", "P9 2026-06-04 satisfied 2026-06-01",
      "P17 2026-06-17 satisfied 2026-06-09", "P19 2026-08-10 satisfied 2026-08-14",
      "K45-publish 2026-07-07 satisfied 2026-06-15", "K45-period-general 2027-06-15",
      "P26 2026-09-04 satisfied 2026-08-28",
    ])

  /// Six months from 22 January end on 22 July; from there the agency has three months. The reminder waits over the Spring
  /// Festival, with the working Saturdays of 14 and 28 February.
  private static let enforced = Run(
    "an execution: reminded, the court asked in time, enforcement granted and ended",
    begins: .open(.penalty, .clerk, on: "2026-01-05"),
    steps: investigated(
      verify: "2026-01-06", file: "2026-01-06", investigate: "2026-01-07", conclude: "2026-01-12", agree: "2026-01-14",
      notify: "2026-01-15", fine: "8000", hear: "2026-01-16")
      + [
        .act("decide", of: .penalty, .head, on: "2026-01-20", ["outcome": "penalty", "fine": "8000"]),
        .act("serve", of: .penalty, .clerk, on: "2026-01-22", ["mode": "direct"]),
        .open(.execution, .clerk, on: "2026-01-22", ["servedOn": "2026-01-22", "fineDue": "8000"], from: .penalty),
      ] + published(decided: "2026-01-20", on: "2026-02-02") + [
        .act("remind", of: .execution, .caseOfficer, on: "2026-02-09", ["document": "催1号"]),
        .act("end-remedies", of: .execution, .caseOfficer, on: "2026-07-23", ["remediesOver": "2026-07-22"]),
        .act(
          "surcharge", of: .execution, .caseOfficer, on: "2026-07-24",
          ["surcharge": "8000", "surchargeOn": "2026-07-24"]),
        .act("apply", of: .execution, .head, on: "2026-07-27", ["court": "COU", "document": "强申1号"]),
        .act("lodge", of: .execution, .clerk, on: "2026-07-28"),
        .act("accept", of: .execution, .clerk, on: "2026-07-31"),
        .act("grant", of: .execution, .clerk, on: "2026-08-07", ["document": "行审1号"]),
        .act("end-enforcement", of: .execution, .clerk, on: "2026-09-15", ["document": "执裁1号"]),
        .act("close", of: .execution, .head, on: "2026-09-30"),
        .act("close", of: .penalty, .head, on: "2026-10-08", ["ground": "enforcement-ended"]),
      ],
    states: ["penalty/closed", "execution/closed", "publicity/published"],
    clocks: [
      "P1 2026-01-26 satisfied 2026-01-06", "P16 2026-04-07 satisfied 2026-01-20",
      "P8 2026-01-26 satisfied 2026-01-14", "P9 2026-01-22 satisfied 2026-01-16",
      "P17 2026-01-29 satisfied 2026-01-22", "P19 2026-02-06 ended 2026-09-15",
      "K45-publish 2026-02-24 satisfied 2026-02-02", "K45-period-general 2027-02-02", "P22 2026-02-28 ended 2026-07-27",
      "P23 2026-10-22 satisfied 2026-07-27",
      "P24 2026-08-04 satisfied 2026-07-31", "P24-ruling 2026-08-11 satisfied 2026-08-07",
      "P26 2026-10-12 satisfied 2026-09-30",
    ])

  /// People work on Sunday 20 September.
  private static let onTheSpot = Run(
    "on the spot: a natural person fined 200 yuan, collected, handed in, closed",
    begins: .open(
      .summary, .caseOfficer, on: "2026-09-17",
      ["officers": "甲、乙", "partyKind": "natural-person", "findings": "摊位使用他人注册商标"]),
    steps: [
      .act("hear", of: .summary, .caseOfficer, on: "2026-09-17", ["statement": "无异议"]),
      .act("decide", of: .summary, .caseOfficer, on: "2026-09-17", ["document": "当罚1号", "fine": "200"]),
      .act("serve", of: .summary, .caseOfficer, on: "2026-09-17", ["reviewFirstTold": "yes"]),
      .act(
        "collect", of: .summary, .caseOfficer, on: "2026-09-17", ["collectionGround": "hard-later", "collected": "200"]),
      .act("hand-in", of: .summary, .caseOfficer, on: "2026-09-18"),
      .act("bank", of: .summary, .clerk, on: "2026-09-21"),
      .act("archive", of: .summary, .caseOfficer, on: "2026-09-24", ["archivedBy": "丙"]),
      .act("close", of: .summary, .caseOfficer, on: "2026-09-28", ["ground": "performed"]),
    ],
    states: ["summary/closed"],
    clocks: [
      "P27 2026-09-28 satisfied 2026-09-24", "P21 2026-09-20 satisfied 2026-09-18",
      "P21-bank 2026-09-21 satisfied 2026-09-21",
    ])

  private static let onTheSpotRevoked = Run(
    "on the spot: an organisation fined 3,000 yuan, reviewed in the simplified track, revoked",
    begins: .open(
      .summary, .clerk, on: "2026-07-01",
      ["officers": "甲、乙", "partyKind": "organisation", "findings": "招牌使用他人注册商标"]),
    steps: [
      .act("hear", of: .summary, .caseOfficer, on: "2026-07-01", ["statement": "不认可"]),
      .act("decide", of: .summary, .caseOfficer, on: "2026-07-01", ["document": "当罚2号", "fine": "3000"]),
      .act("serve", of: .summary, .caseOfficer, on: "2026-07-01", ["reviewFirstTold": "yes"]),
      .open(.execution, .clerk, on: "2026-07-01", ["servedOn": "2026-07-01", "fineDue": "3000"], from: .summary),
      .act("archive", of: .summary, .caseOfficer, on: "2026-07-03", ["archivedBy": "丙"]),
      .open(
        .review, .clerk, on: "2026-07-09",
        ["applicant": "灯湖服饰商行", "reviewBody": "区人民政府", "knownOn": "2026-07-01"], from: .summary),
      .act("accept", of: .review, .clerk, on: "2026-07-13", ["simplified": "yes"]),
      .act("pause", of: .execution, .caseOfficer, on: "2026-07-13", ["pause": "review-or-suit"]),
      .act("reply", of: .review, .caseOfficer, on: "2026-07-17", ["reply": "决定合法"]),
      .act(
        "decide", of: .review, .clerk, on: "2026-08-05",
        ["reviewOutcome": "revoked", "document": "复决1号", "decisionContent": "事实不清，撤销", "unpublish": "no"]),
      .act("resume", of: .execution, .caseOfficer, on: "2026-08-05", ["pause": "review-or-suit"]),
      .act("annul", of: .execution, .caseOfficer, on: "2026-08-06", ["document": "复决1号", "reason": "复议撤销"]),
      .act("close", of: .execution, .head, on: "2026-08-07"),
      .act("close", of: .review, .caseOfficer, on: "2026-08-21"),
      .act("close", of: .summary, .caseOfficer, on: "2026-08-24", ["ground": "other", "reason": "处罚决定被撤销"]),
    ],
    states: ["summary/closed", "execution/closed", "review/closed"],
    clocks: [
      "P27 2026-07-10 satisfied 2026-07-03", "P19 2026-07-16 ended 2026-08-06",
      "Q-reply-simplified 2026-07-20 satisfied 2026-07-17", "Q-suit-after-review 2026-08-20 ended 2026-08-21",
    ])

  /// The published decision is taken down within three working days.
  private static let publishedThenChanged = Run(
    "a review: the published penalty is changed and taken down, nobody sues",
    begins: .open(.penalty, .clerk, on: "2026-03-09"),
    steps: investigated(
      verify: "2026-03-09", file: "2026-03-10", investigate: "2026-03-11", conclude: "2026-03-16", agree: "2026-03-18",
      notify: "2026-03-19", fine: "30000", hear: "2026-03-20")
      + [
        .act("decide", of: .penalty, .head, on: "2026-03-24", ["outcome": "penalty", "fine": "30000"]),
        .act("serve", of: .penalty, .clerk, on: "2026-03-25", ["mode": "direct"]),
      ] + published(decided: "2026-03-24", on: "2026-04-10") + [
        .open(
          .review, .clerk, on: "2026-04-20",
          ["applicant": "灯湖服饰商行", "reviewBody": "区人民政府", "knownOn": "2026-03-25"], from: .penalty),
        .act("accept", of: .review, .clerk, on: "2026-04-24", ["simplified": "no"]),
        .act("reply", of: .review, .caseOfficer, on: "2026-05-08", ["reply": "决定合法"]),
        .act(
          "decide", of: .review, .clerk, on: "2026-06-15",
          ["reviewOutcome": "changed", "document": "复决2号", "decisionContent": "罚款变更为一万元", "unpublish": "yes"]),
        .act("unpublish", of: .review, .clerk, on: "2026-06-17", ["reason": "处罚决定被复议变更"]),
        .act("close", of: .review, .head, on: "2026-07-01"),
        .act("close", of: .penalty, .head, on: "2026-07-02", ["ground": "other", "reason": "复议变更后履行完毕"]),
      ],
    states: ["penalty/closed", "publicity/published", "review/closed"],
    clocks: [
      "P1 2026-03-30 satisfied 2026-03-10", "P16 2026-06-08 satisfied 2026-03-24",
      "P8 2026-03-30 satisfied 2026-03-18", "P9 2026-03-26 satisfied 2026-03-20",
      "P17 2026-04-02 satisfied 2026-03-25", "K45-publish 2026-04-22 satisfied 2026-04-10",
      "K45-period-general 2027-04-10",
      "Q-reply 2026-05-12 satisfied 2026-05-08", "Q-suit-after-review 2026-06-30 ended 2026-07-01",
      "P25 2026-06-18 satisfied 2026-06-17",
    ])
}

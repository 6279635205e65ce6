import Casework

/// Police, procuratorate and court. Working days are counted on the State Council's calendar of 2026 (holidays-cn.csv), the
/// day of the trigger being day 0; a month ends on the day of the same number. Where a limit rolls, its last day gives way
/// to the next day on which people work; the limits of detention and of criminal trials do not.
extension Run {
  static let justiceRuns: [Run] = [
    .fromFilingToJudgment, .twoSupplementaryInvestigations, .dropForPenalty, .toldToFile, .reasonsHold,
    .smallClaimMadeSummary, .smallClaimJudgedOnce, .entrustedToMediation, .suitAgainstAPenalty, .caseWithdrawn,
    .opinionUnanswered, .fastTrackMadeOrdinary,
  ]

  private static let filed = ["document": "南公立字〔2026〕1号", "offence": "214"]

  /// Police, procuratorate and court in one file. Two months from 2026-06-08 are 2026-08-08, a Saturday, and stay there.
  private static let fromFilingToJudgment = Run(
    "a police case prosecuted and judged",
    begins: .open(.criminal, by: "PSB", .caseOfficer, on: "2026-03-02", filed),
    steps: [
      .act(
        "coerce", of: .criminal, by: "PSB", .caseOfficer, on: "2026-03-03",
        ["coerciveMeasure": "detention", "person": "张某", "from": "2026-03-03"]),
      .open(
        .arrest, by: "PRO", .clerk, on: "2026-03-05", ["detained": "yes", "persons": "1", "police": "PSB"],
        from: .criminal),
      .act("approve", of: .arrest, by: "PRO", .head, on: "2026-03-11", ["approvedPersons": "1"]),
      .act(
        "coerce", of: .criminal, by: "PSB", .caseOfficer, on: "2026-03-11",
        ["coerciveMeasure": "arrest", "person": "张某", "from": "2026-03-11"]),
      .act("transfer", of: .criminal, by: "PSB", .caseOfficer, on: "2026-05-06", ["procuratorate": "PRO"]),
      .open(.prosecution, by: "PRO", .clerk, on: "2026-05-07", ["police": "PSB"], from: .criminal),
      .act(
        "prosecute", of: .prosecution, by: "PRO", .caseOfficer, on: "2026-06-02",
        ["receivingCourt": "COU", "document": "南检刑诉〔2026〕1号"]),
      .act("conclude", of: .criminal, by: "PSB", .caseOfficer, on: "2026-06-03", ["outcome": "prosecuted"]),
      .open(
        .criminalTrial, by: "COU", .clerk, on: "2026-06-08",
        ["courtCaseNumber": "（2026）粤0605刑初15号", "trialTrack": "ordinary"], from: .prosecution),
      .act(
        "judge", of: .criminalTrial, by: "COU", .caseOfficer, on: "2026-07-20",
        ["verdict": "guilty", "criminalFine": "60000", "result": "有期徒刑一年，缓刑二年"]),
      .act("serve", of: .criminalTrial, by: "COU", .clerk, on: "2026-07-24"),
      .act(
        "take-effect", of: .criminalTrial, by: "COU", .clerk, on: "2026-08-04", ["effectiveOn": "2026-08-04"]),
    ],
    states: ["criminal/concluded", "arrest/approved", "prosecution/prosecuted", "criminal-trial/effective"],
    clocks: [
      "S-arrest 2026-03-12 satisfied 2026-03-11", "S-prosecute 2026-06-08 satisfied 2026-06-02",
      "L-criminal 2026-08-08 satisfied 2026-07-20", "L-criminal-appeal 2026-08-03 ended 2026-08-04",
    ])

  /// Each return ends the review, and each new receipt begins it anew.
  private static let twoSupplementaryInvestigations = Run(
    "two supplementary investigations, then not prosecuted",
    begins: .open(.criminal, by: "PSB", .head, on: "2026-02-02", filed),
    steps: [
      .act("transfer", of: .criminal, by: "PSB", .caseOfficer, on: "2026-03-02", ["procuratorate": "PRO"]),
      .open(.prosecution, by: "PRO", .caseOfficer, on: "2026-03-03", ["police": "PSB"], from: .criminal),
      .act(
        "extend", of: .prosecution, by: "PRO", .head, on: "2026-03-30",
        ["extension": "S-prosecute-complex", "reason": "重大、复杂"]),
      .act(
        "return", of: .prosecution, by: "PRO", .caseOfficer, on: "2026-04-16",
        ["supplementRound": "first", "reason": "查证销售金额"]),
      .act("take-back", of: .criminal, by: "PSB", .clerk, on: "2026-04-17", ["supplementRound": "first"]),
      .act("transfer", of: .criminal, by: "PSB", .caseOfficer, on: "2026-05-12", ["procuratorate": "PRO"]),
      .act("accept-again", of: .prosecution, by: "PRO", .clerk, on: "2026-05-13"),
      .act(
        "return", of: .prosecution, by: "PRO", .caseOfficer, on: "2026-06-10",
        ["supplementRound": "second", "reason": "查证主观明知"]),
      .act("take-back", of: .criminal, by: "PSB", .clerk, on: "2026-06-11", ["supplementRound": "second"]),
      .act("transfer", of: .criminal, by: "PSB", .caseOfficer, on: "2026-07-08", ["procuratorate": "PRO"]),
      .act("accept-again", of: .prosecution, by: "PRO", .clerk, on: "2026-07-09"),
      .act(
        "not-prosecute", of: .prosecution, by: "PRO", .head, on: "2026-08-05",
        ["nonProsecution": "insufficient-evidence", "reason": "证据不足"]),
      .act("conclude", of: .criminal, by: "PSB", .caseOfficer, on: "2026-08-06", ["outcome": "not-prosecuted"]),
    ],
    states: ["criminal/concluded", "prosecution/not-prosecuted"],
    clocks: [
      "S-prosecute 2026-04-20 ended 2026-04-16", "S-supplementary 2026-05-18 satisfied 2026-05-13",
      "S-prosecute 2026-06-15 ended 2026-06-10", "S-supplementary 2026-07-10 satisfied 2026-07-09",
      "S-prosecute 2026-08-10 satisfied 2026-08-05",
    ])

  /// 反向衔接. Three months from 2026-02-09 end on 2026-05-09, a Saturday on which people work; the three and the ten
  /// working days leave out the May holiday, and the ten count that Saturday.
  private static let dropForPenalty = Run(
    "not prosecuted, an opinion with its own day, a penalty case",
    begins: .open(.penalty, .clerk, on: "2026-01-12"),
    steps: [
      .act("verify", of: .penalty, .caseOfficer, on: "2026-01-15", ["findings": "涉嫌犯罪"]),
      .act("decline", of: .penalty, .head, on: "2026-01-20", ["ground": "other", "approver": "丙"]),
      .open(
        .filingSupervision, by: "PRO", .clerk, on: "2026-02-02", ["police": "PSB", "complainedBy": "权利人"]),
      .act("demand", of: .filingSupervision, by: "PRO", .caseOfficer, on: "2026-02-03", ["complaint": "not-filed"]),
      .act(
        "file", of: .filingSupervision, by: "PSB", .caseOfficer, on: "2026-02-09", ["document": "南公立字〔2026〕3号"]),
      .open(.criminal, by: "PSB", .caseOfficer, on: "2026-02-09", filed),
      .act("transfer", of: .criminal, by: "PSB", .caseOfficer, on: "2026-04-07", ["procuratorate": "PRO"]),
      .open(.prosecution, by: "PRO", .clerk, on: "2026-04-08", ["police": "PSB"], from: .criminal),
      .act("close", of: .filingSupervision, by: "PRO", .caseOfficer, on: "2026-04-10", ["result": "已移送审查起诉"]),
      .act(
        "not-prosecute", of: .prosecution, by: "PRO", .head, on: "2026-04-28",
        ["nonProsecution": "discretionary", "reason": "犯罪情节轻微", "penaltyDue": "yes"]),
      .act("conclude", of: .criminal, by: "PSB", .caseOfficer, on: "2026-04-29", ["outcome": "not-prosecuted"]),
      .open(
        .opinion, by: "PRO", .caseOfficer, on: "2026-04-29",
        ["addressee": "IPB", "opinionKind": "penalise", "notProsecutedOn": "2026-04-28"], from: .prosecution),
      .act("register", of: .opinion, by: "PRO", .clerk, on: "2026-04-30"),
      .act(
        "deliver", of: .opinion, by: "PRO", .head, on: "2026-05-12",
        ["document": "南检意〔2026〕1号", "replyBy": "2026-06-12"]),
      .act("acknowledge", of: .opinion, .clerk, on: "2026-05-13"),
      .open(.penalty, .clerk, on: "2026-05-15", from: .opinion),
      .act("verify", of: .penalty, .caseOfficer, on: "2026-05-20", ["findings": "销售侵权商品"]),
      .act(
        "reply", of: .opinion, .caseOfficer, on: "2026-06-05",
        ["reply": "已登记案源并核查", "opinionAction": "penalty-opened", "document": "南市监线索〔2026〕9号"]),
      .act("close", of: .opinion, by: "PRO", .caseOfficer, on: "2026-06-08"),
    ],
    states: [
      "penalty/not-filed", "filing-supervision/closed", "criminal/concluded", "prosecution/not-prosecuted",
      "opinion/closed", "penalty/verification",
    ],
    clocks: [
      "P1 2026-02-02 satisfied 2026-01-20", "S560 2026-02-10 satisfied 2026-02-09",
      "S564-3 2026-05-09 ended 2026-04-10",
      "S-prosecute 2026-05-08 satisfied 2026-04-28", "V-handover 2026-05-06 satisfied 2026-04-30",
      "V-review 2026-05-18 satisfied 2026-05-12", "V-reply 2026-06-12 satisfied 2026-06-05", "P1 2026-06-05",
    ])

  /// The police neither decide nor explain, are told to file, and file after the fifteen days.
  private static let toldToFile = Run(
    "police told to file, corrected, and filing late",
    begins: .open(.penalty, .clerk, on: "2026-03-02"),
    steps: [
      .open(
        .filingSupervision, by: "PRO", .clerk, on: "2026-03-09", ["police": "PSB", "complainedBy": "区知识产权局"]),
      .act("demand", of: .filingSupervision, by: "PRO", .caseOfficer, on: "2026-03-10", ["complaint": "overdue"]),
      .act(
        "notify", of: .filingSupervision, by: "PRO", .head, on: "2026-03-18",
        ["document": "南检通立〔2026〕1号", "reason": "符合立案条件"]),
      .act("correct", of: .filingSupervision, by: "PRO", .head, on: "2026-04-03", ["document": "南检纠违〔2026〕1号"]),
      .act("escalate", of: .filingSupervision, by: "PRO", .head, on: "2026-04-20", ["movedTo": "佛山市人民检察院"]),
      .act("file", of: .filingSupervision, by: "PSB", .head, on: "2026-04-27", ["document": "南公立字〔2026〕4号"]),
      .act("remind", of: .filingSupervision, by: "PRO", .caseOfficer, on: "2026-07-28"),
      .act("close", of: .filingSupervision, by: "PRO", .caseOfficer, on: "2026-08-10", ["result": "已侦查终结"]),
    ],
    states: ["penalty/lead", "filing-supervision/closed"],
    clocks: [
      "P1 2026-03-23", "S562 2026-03-17 ended 2026-03-18", "S561 2026-04-02 satisfied 2026-04-27",
      "S564-3 2026-07-27 ended 2026-08-10",
    ])

  /// Ten days from 2026-06-17 end on a Saturday and give way to Monday.
  private static let reasonsHold = Run(
    "the reasons of the police hold",
    begins: .open(.penalty, .clerk, on: "2026-06-01"),
    steps: [
      .open(.filingSupervision, by: "PRO", .caseOfficer, on: "2026-06-08", ["police": "PSB"]),
      .act("demand", of: .filingSupervision, by: "PRO", .caseOfficer, on: "2026-06-09", ["complaint": "not-filed"]),
      .act(
        "explain", of: .filingSupervision, by: "PSB", .caseOfficer, on: "2026-06-15", ["explanation": "未达到追诉标准"]),
      .act("uphold", of: .filingSupervision, by: "PRO", .caseOfficer, on: "2026-06-17"),
      .act("tell", of: .filingSupervision, by: "PRO", .clerk, on: "2026-06-18", ["toldAgency": "IPB"]),
    ],
    states: ["penalty/lead", "filing-supervision/upheld-told"],
    clocks: [
      "P1 2026-06-23", "S560 2026-06-16 satisfied 2026-06-15", "S561-2 2026-06-29 satisfied 2026-06-18",
    ])

  /// Two months end on a Saturday; the three months of summary procedure, and a fourth, run from the same acceptance.
  private static let smallClaimMadeSummary = Run(
    "a small claim changed to summary procedure and judged",
    begins: .open(
      .civil, by: "COU", .clerk, on: "2026-03-16",
      ["courtCaseNumber": "（2026）粤0605民初123号", "trialTrack": "small-claims", "amountClaimed": "30000"]),
    steps: [
      .act(
        "to-summary", of: .civil, by: "COU", .caseOfficer, on: "2026-04-20",
        ["trialTrack": "summary", "reason": "被告提出反诉"]),
      .act(
        "extend", of: .civil, by: "COU", .head, on: "2026-06-10",
        ["extension": "L-summary-president", "reason": "有特殊情况"]),
      .act(
        "judge", of: .civil, by: "COU", .caseOfficer, on: "2026-07-06",
        ["disposition": "judgment", "awarded": "20000"]),
      .act("serve", of: .civil, by: "COU", .clerk, on: "2026-07-08"),
      .act("take-effect", of: .civil, by: "COU", .clerk, on: "2026-07-24", ["effectiveOn": "2026-07-24"]),
    ],
    states: ["civil/effective"],
    clocks: [
      "L-small 2026-05-18 ended 2026-04-20", "L-summary 2026-07-16 satisfied 2026-07-06",
      "L-appeal 2026-07-23 ended 2026-07-24",
    ])

  /// Two months end in the National Day holiday.
  private static let smallClaimJudgedOnce = Run(
    "a small claim judged without appeal",
    begins: .open(
      .civil, by: "COU", .clerk, on: "2026-08-03",
      ["courtCaseNumber": "（2026）粤0605民初456号", "trialTrack": "small-claims"]),
    steps: [
      .act(
        "judge-finally", of: .civil, by: "COU", .caseOfficer, on: "2026-09-10",
        ["disposition": "dismissed", "effectiveOn": "2026-09-10"])
    ],
    states: ["civil/effective"], clocks: ["L-small 2026-10-08 satisfied 2026-09-10"])

  /// 诉调对接. The thirty days of an appraisal, first and last included, do not count towards the six months.
  private static let entrustedToMediation = Run(
    "a civil case entrusted to mediation, then tried and appealed",
    begins: .open(
      .civil, by: "COU", .clerk, on: "2026-05-11",
      ["courtCaseNumber": "（2026）粤0605民初789号", "trialTrack": "ordinary", "cause": "侵害商标权纠纷"]),
    steps: [
      .act("entrust", of: .civil, by: "COU", .caseOfficer, on: "2026-05-18", ["mediationBody": "JUS"]),
      .open(
        .mediation, by: "JUS", .clerk, on: "2026-05-19",
        ["track": "court-after-ordinary", "mediationMatter": "侵权赔偿", "entrustingCourt": "COU"], from: .civil),
      .act("take", of: .mediation, by: "JUS", .caseOfficer, on: "2026-05-21", ["track": "court-after-ordinary"]),
      .act(
        "fail", of: .mediation, by: "JUS", .caseOfficer, on: "2026-06-04",
        ["reason": "双方差距过大", "remediesTold": "yes"]),
      .act("resume-trial", of: .civil, by: "COU", .caseOfficer, on: "2026-06-08"),
      .act("pause", of: .civil, by: "COU", .caseOfficer, on: "2026-06-10", ["pause": "appraisal"]),
      .act("resume", of: .civil, by: "COU", .caseOfficer, on: "2026-07-09", ["pause": "appraisal"]),
      .act(
        "judge", of: .civil, by: "COU", .caseOfficer, on: "2026-10-20",
        ["disposition": "judgment", "awarded": "80000"]),
      .act("serve", of: .civil, by: "COU", .clerk, on: "2026-10-22"),
      .act("appeal", of: .civil, by: "COU", .clerk, on: "2026-11-05", ["appellant": "灯湖服饰商行"]),
      .act(
        "finish", of: .civil, by: "COU", .clerk, on: "2026-11-18",
        ["appealOutcome": "appeal-withdrawn", "effectiveOn": "2026-11-18"]),
    ],
    states: ["civil/effective", "mediation/failed"],
    clocks: [
      "L-ordinary 2026-12-11 satisfied 2026-10-20", "M5 2026-05-22 satisfied 2026-05-21",
      "M2 2026-06-05 satisfied 2026-06-04", "L-appeal 2026-11-06 satisfied 2026-11-05",
    ])

  /// The five days end on a Saturday, the time for an appeal in the National Day holiday; twenty days of suspension do not
  /// count.
  private static let suitAgainstAPenalty = Run(
    "an administrative suit against a penalty",
    begins: .open(
      .administrativeTrial, by: "COU", .clerk, on: "2026-04-13",
      ["courtCaseNumber": "（2026）粤0605行初8号", "defendant": "IPB", "trialTrack": "ordinary"]),
    steps: [
      .act("send-copy", of: .administrativeTrial, by: "COU", .clerk, on: "2026-04-15"),
      .act(
        "answer", of: .administrativeTrial, .caseOfficer, on: "2026-04-28",
        ["evidence": "处罚案卷正卷", "answer": "请求驳回诉讼请求"]),
      .act(
        "pause", of: .administrativeTrial, by: "COU", .caseOfficer, on: "2026-05-06",
        ["pause": "suspension", "reason": "以民事诉讼的裁判为依据"]),
      .act("resume", of: .administrativeTrial, by: "COU", .caseOfficer, on: "2026-05-25", ["pause": "suspension"]),
      .act("judge", of: .administrativeTrial, by: "COU", .caseOfficer, on: "2026-09-15", ["disposition": "dismissed"]),
      .act("serve", of: .administrativeTrial, by: "COU", .clerk, on: "2026-09-17"),
      .act(
        "take-effect", of: .administrativeTrial, by: "COU", .clerk, on: "2026-10-09", ["effectiveOn": "2026-10-09"]),
    ],
    states: ["administrative-trial/effective"],
    clocks: [
      "L-admin-copy 2026-04-20 satisfied 2026-04-15", "L-admin 2026-11-02 satisfied 2026-09-15",
      "L-admin-answer 2026-04-30 satisfied 2026-04-28", "L-admin-appeal 2026-10-08 ended 2026-10-09",
    ])

  /// Three days from 2026-04-30 end in the May holiday.
  private static let caseWithdrawn = Run(
    "a police case withdrawn, and those concerned told",
    begins: .open(.criminal, by: "PSB", .caseOfficer, on: "2026-04-27", filed),
    steps: [
      .act("withdraw", of: .criminal, by: "PSB", .head, on: "2026-04-30", ["reason": "没有犯罪事实"]),
      .act("tell", of: .criminal, by: "PSB", .clerk, on: "2026-05-06", ["told": "已告知犯罪嫌疑人和被害人"]),
    ],
    states: ["criminal/withdrawn-told"], clocks: ["R16 2026-05-06 satisfied 2026-05-06"])

  /// Without a day of its own the paper is answered within the two months of the rule.
  private static let opinionUnanswered = Run(
    "an opinion to refer, answered after the report to the superior",
    begins: .open(.penalty, .clerk, on: "2026-03-02"),
    steps: [
      .open(
        .opinion, by: "PRO", .caseOfficer, on: "2026-03-10", ["addressee": "IPB", "opinionKind": "refer"],
        from: .penalty),
      .act(
        "deliver", of: .opinion, by: "PRO", .head, on: "2026-03-12",
        ["document": "南检意〔2026〕2号", "replyBy": "2026-05-12"]),
      .act(
        "report", of: .opinion, by: "PRO", .head, on: "2026-05-13", ["movedTo": "市知识产权局", "reason": "逾期未回复"]),
      .act(
        "reply", of: .opinion, .caseOfficer, on: "2026-05-20", ["reply": "已移送", "opinionAction": "referred"]),
      .act("close", of: .opinion, by: "PRO", .caseOfficer, on: "2026-05-22"),
    ],
    states: ["penalty/lead", "opinion/closed"],
    clocks: ["P1 2026-03-23", "V-reply 2026-05-12 satisfied 2026-05-20"])

  /// 认罪认罚. The limit of the review becomes shorter from its beginning; that of the trial begins anew with the decision.
  private static let fastTrackMadeOrdinary = Run(
    "a fast-track case changed to ordinary procedure and appealed",
    begins: .open(.criminal, by: "PSB", .caseOfficer, on: "2026-06-01", filed),
    steps: [
      .act("transfer", of: .criminal, by: "PSB", .caseOfficer, on: "2026-07-01", ["procuratorate": "PRO"]),
      .open(.prosecution, by: "PRO", .clerk, on: "2026-07-02", ["police": "PSB"], from: .criminal),
      .act("fast-track", of: .prosecution, by: "PRO", .caseOfficer, on: "2026-07-03", ["plea": "yes"]),
      .act(
        "extend", of: .prosecution, by: "PRO", .head, on: "2026-07-10",
        ["extension": "S-prosecute-fast-heavy", "reason": "可能判处的有期徒刑超过一年"]),
      .act(
        "prosecute", of: .prosecution, by: "PRO", .caseOfficer, on: "2026-07-15",
        [
          "receivingCourt": "COU", "document": "南检刑诉〔2026〕2号", "plea": "yes",
          "sentencingProposal": "有期徒刑一年六个月，缓刑二年",
        ]),
      .act("conclude", of: .criminal, by: "PSB", .caseOfficer, on: "2026-07-16", ["outcome": "prosecuted"]),
      .open(
        .criminalTrial, by: "COU", .clerk, on: "2026-07-20",
        ["courtCaseNumber": "（2026）粤0605刑初20号", "trialTrack": "fast-track"], from: .prosecution),
      .act(
        "to-ordinary", of: .criminalTrial, by: "COU", .caseOfficer, on: "2026-07-27",
        ["trialTrack": "ordinary", "reason": "被告人否认指控的犯罪事实"]),
      .act(
        "extend", of: .criminalTrial, by: "COU", .head, on: "2026-09-20",
        ["extension": "L-criminal-latest", "reason": "案情复杂"]),
      .act("judge", of: .criminalTrial, by: "COU", .caseOfficer, on: "2026-10-12", ["verdict": "guilty"]),
      .act("serve", of: .criminalTrial, by: "COU", .clerk, on: "2026-10-14"),
      .act("appeal", of: .criminalTrial, by: "COU", .clerk, on: "2026-10-26", ["appellant": "被告人张某"]),
    ],
    states: ["criminal/concluded", "prosecution/prosecuted", "criminal-trial/appealed"],
    clocks: [
      "S-prosecute 2026-08-03 ended 2026-07-03", "S-prosecute-fast 2026-07-17 satisfied 2026-07-15",
      "L-criminal-fast 2026-07-30 ended 2026-07-27", "L-criminal 2026-10-27 satisfied 2026-10-12",
      "L-criminal-appeal 2026-10-26 satisfied 2026-10-26",
    ])
}

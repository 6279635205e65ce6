import Casework

/// 投诉, 举报, 维权援助, 海关扣留. Working days are counted on the State Council's calendar of 2026 (holidays-cn.csv), the day
/// of the trigger being day 0.
extension Run {
  static let intakeRuns: [Run] = [
    .complaintUnderTheInterimMeasures, .complaintUnderTheNewMeasures, .complaintRefused, .complaintSplit,
    .violationSeenInMediation, .tipBeforeTheNewMeasures, .tipOfCopyright, .tipHandedOver, .assistanceOverseas,
    .detentionConfiscated, .detentionReleased, .detentionOfPatentGoods, .detentionForTheCourt, .detentionToPolice,
    .goodsNotDetained,
  ]

  /// Accepted on 2026-04-10: forty-five working days (第20号令 21), although the new measures come in force on the way.
  private static let complaintUnderTheInterimMeasures = Run(
    "a complaint accepted before 2026-04-15",
    begins: .open(.complaint, .clerk, on: "2026-04-07", complaint),
    steps: [
      .act("accept", of: .complaint, .caseOfficer, on: "2026-04-10"),
      .act("mediate", of: .complaint, .caseOfficer, on: "2026-04-28", ["mediationRecord": "双方到场"]),
      .act(
        "agree", of: .complaint, .caseOfficer, on: "2026-05-20",
        ["mediatedTerms": "退还货款300元", "agreementForm": "mediation-document"]),
      .act("close", of: .complaint, .head, on: "2026-05-21"),
    ],
    states: ["complaint/closed"],
    clocks: ["T1 2026-04-16 satisfied 2026-04-10", "T2 2026-06-16 satisfied 2026-05-20"])

  /// Accepted on 2026-05-11: sixty days, that is 2026-07-10, and the ten days of the testing do not count.
  private static let complaintUnderTheNewMeasures = Run(
    "a complaint accepted since 2026-04-15, with testing, without agreement",
    begins: .open(.complaint, .clerk, on: "2026-05-06", complaint),
    steps: [
      .act("accept", of: .complaint, .caseOfficer, on: "2026-05-11"),
      .act("pause", of: .complaint, .caseOfficer, on: "2026-05-20", ["pause": "testing"]),
      .act("resume", of: .complaint, .caseOfficer, on: "2026-05-29", ["pause": "testing"]),
      .act("terminate", of: .complaint, .head, on: "2026-07-20", ["mediationEnd": "time-over"]),
      .act("notify", of: .complaint, .clerk, on: "2026-07-24"),
      .act("close", of: .complaint, .head, on: "2026-07-24"),
    ],
    states: ["complaint/closed"],
    clocks: [
      "T1 2026-05-14 satisfied 2026-05-11", "T2 2026-07-20 satisfied 2026-07-20", "T3 2026-07-29 satisfied 2026-07-24",
    ])

  /// Mid-Autumn, the make-up Sunday before it and the National Day holiday lie on the way.
  private static let complaintRefused = Run(
    "a complaint from a market, refused",
    begins: .open(
      .complaint, .clerk, on: "2026-09-24",
      complaint.merging(["forDailyUse": "no", "intake": "market", "intakePlace": "大沥布匹市场"]) { $1 }),
    steps: [
      .act(
        "refuse", of: .complaint, .caseOfficer, on: "2026-10-09",
        ["nonAcceptance": "not-daily-use", "reason": "为转售而购买", "otherRemedies": "可以向人民法院起诉"])
    ],
    states: ["complaint/refused"], clocks: ["T1 2026-10-12 satisfied 2026-10-09"])

  private static let complaintSplit = Run(
    "mixed material: the tip in a complaint becomes a penalty",
    begins: .open(.complaint, .clerk, on: "2026-06-01", complaint),
    steps: [
      .act("split", of: .complaint, .caseOfficer, on: "2026-06-02", ["tipPart": "要求查处销售假冒商品的行为"]),
      .act("accept", of: .complaint, .caseOfficer, on: "2026-06-05"),
      .open(
        .tip, .clerk, on: "2026-06-05",
        ["named": "no", "allegation": "店内销售假冒运动鞋", "handledUnder": "market-regulation", "intake": "counter"],
        from: .complaint),
      .act("verify", of: .tip, .caseOfficer, on: "2026-06-10", ["findings": "店内有假冒运动鞋"]),
      .open(.penalty, .caseOfficer, on: "2026-06-12", from: .tip),
      .act("verify", of: .penalty, .caseOfficer, on: "2026-06-15", ["findings": "线索属实"]),
      .act("file", of: .penalty, .caseOfficer, on: "2026-06-23", ["officers": "甲、乙", "approver": "丙"]),
      .act("file", of: .tip, .caseOfficer, on: "2026-06-23", ["tellDuty": "none"]),
      .act("close", of: .tip, .head, on: "2026-06-24"),
      .act(
        "agree", of: .complaint, .caseOfficer, on: "2026-07-01",
        ["mediatedTerms": "退还货款300元", "agreementForm": "recorded"]),
      .act("close", of: .complaint, .head, on: "2026-07-02"),
      .act("terminate", of: .penalty, .head, on: "2026-07-20", ["reason": "当事人死亡，没有权利义务承受人"]),
    ],
    states: ["complaint/closed", "tip/closed", "penalty/closed"],
    clocks: [
      "T1 2026-06-10 satisfied 2026-06-05", "T2 2026-08-04 satisfied 2026-07-01", "P1 2026-06-29 satisfied 2026-06-23",
      "P1 2026-07-06 satisfied 2026-06-23", "P16 2026-09-21 ended 2026-07-20",
    ])

  private static let violationSeenInMediation = Run(
    "a violation seen in mediation, verified in the time extended",
    begins: .open(.complaint, by: "TWN-DL", .clerk, on: "2026-08-03", complaint),
    steps: [
      .act("accept", of: .complaint, by: "TWN-DL", .caseOfficer, on: "2026-08-10"),
      .act(
        "spot-violation", of: .complaint, by: "TWN-DL", .caseOfficer, on: "2026-08-20", ["violation": "陈列假冒商品"]),
      .act("withdraw", of: .complaint, by: "TWN-DL", .caseOfficer, on: "2026-08-28", ["reason": "已获退款"]),
      .act(
        "extend", of: .complaint, by: "TWN-DL", .head, on: "2026-09-09",
        ["extension": "T4-extended", "reason": "货源在外省"]),
      .act(
        "verify-violation", of: .complaint, by: "TWN-DL", .caseOfficer, on: "2026-10-08",
        ["violationResult": "none", "findings": "商品有合法来源"]),
      .act("close", of: .complaint, by: "TWN-DL", .head, on: "2026-10-08"),
    ],
    states: ["complaint/closed"],
    clocks: [
      "T1 2026-08-12 satisfied 2026-08-10", "T2 2026-10-09 satisfied 2026-08-28", "T4 2026-10-08 satisfied 2026-10-08",
    ])

  /// Reported again with new facts on 2026-03-25: the fifteen working days run anew from there. Decided on 2026-04-10: the
  /// named reporter is told within five working days.
  private static let tipBeforeTheNewMeasures = Run(
    "a named tip decided before 2026-04-15, with new facts",
    begins: .open(
      .tip, .clerk, on: "2026-03-12",
      [
        "named": "yes", "reporter": "李女士", "allegation": "销售假冒运动鞋", "handledUnder": "market-regulation",
        "intake": "hotline",
      ]),
    steps: [
      .act(
        "merge", of: .tip, .caseOfficer, on: "2026-03-26", ["newFacts": "另有仓库一处", "lastReportedOn": "2026-03-25"]),
      .act("verify", of: .tip, .caseOfficer, on: "2026-03-30", ["findings": "查无实据"]),
      .act(
        "decline", of: .tip, .head, on: "2026-04-10", ["reason": "没有违法事实", "tellDuty": "interim-measures"]),
      .act("tell", of: .tip, .clerk, on: "2026-04-15", ["reporterAnswer": "不予立案"]),
      .act("close", of: .tip, .head, on: "2026-04-16"),
    ],
    states: ["tip/closed"],
    clocks: [
      "P1 2026-04-02 ended 2026-03-26", "P1 2026-04-16 satisfied 2026-04-10",
      "T-named-reporter 2026-04-17 satisfied 2026-04-15",
    ])

  private static let tipOfCopyright = Run(
    "a copyright complaint accepted within fifteen days of complete material",
    ipType: .copyright,
    begins: .open(
      .tip, by: "CUL", .clerk, on: "2026-09-10",
      ["named": "no", "allegation": "未经许可复制图书", "handledUnder": "copyright", "intake": "counter"]),
    steps: [
      .act("complete-material", of: .tip, by: "CUL", .clerk, on: "2026-09-14", ["materialOn": "2026-09-14"]),
      .act("accept", of: .tip, by: "CUL", .caseOfficer, on: "2026-09-24"),
      .act("verify", of: .tip, by: "CUL", .caseOfficer, on: "2026-10-12", ["findings": "未损害公共利益"]),
      .act(
        "decline", of: .tip, by: "CUL", .head, on: "2026-10-20", ["reason": "未损害公共利益", "tellDuty": "none"]),
      .act("close", of: .tip, by: "CUL", .head, on: "2026-10-20"),
    ],
    states: ["tip/closed"], clocks: ["X-copyright-accept 2026-09-29 satisfied 2026-09-24"])

  private static let tipHandedOver = Run(
    "a tip of a technical secret, disputed and handed to the city",
    ipType: .tradeSecret,
    begins: .open(
      .tip, .clerk, on: "2026-06-10",
      [
        "named": "yes", "reporter": "晨星鞋业", "allegation": "前员工披露配方", "handledUnder": "market-regulation",
        "intake": "counter",
      ]),
    steps: [
      .act("dispute", of: .tip, .caseOfficer, on: "2026-06-11", ["disputedWith": "FSIPB"]),
      .act(
        "hand-over", of: .tip, .head, on: "2026-06-18", ["receivingAgency": "FSIPB", "reason": "属于技术秘密"]),
    ],
    states: ["tip/handed-over"],
    clocks: ["P1 2026-07-02 ended 2026-06-18", "T6 2026-06-23 satisfied 2026-06-18"])

  /// No statute limits it: the last day is the one promised, moved once.
  private static let assistanceOverseas = Run(
    "assistance from a workstation, with the overseas centre",
    begins: .open(
      .assistance, by: "STATION", .clerk, on: "2026-04-20",
      [
        "applicant": "灯湖服饰商行", "assistanceKind": "application", "assistanceRequest": "商标在境外被抢注",
        "intake": "station", "intakePlace": "狮山知识产权保护工作站",
      ]),
    steps: [
      .act("accept", of: .assistance, by: "STATION", .caseOfficer, on: "2026-04-22", ["dueOn": "2026-05-29"]),
      .act("advise", of: .assistance, by: "STATION", .caseOfficer, on: "2026-04-23", ["advice": "可以提出撤销"]),
      .act(
        "refer-overseas", of: .assistance, by: "STATION", .caseOfficer, on: "2026-04-24",
        ["handler": "OVERSEAS", "country": "德国", "overseasDispute": "商标被抢注"]),
      .act("acknowledge", of: .assistance, by: "OVERSEAS", .clerk, on: "2026-04-27"),
      .act("guide", of: .assistance, by: "OVERSEAS", .caseOfficer, on: "2026-05-06", ["guidance": "在当地提出撤销"]),
      .act(
        "report-back", of: .assistance, by: "OVERSEAS", .caseOfficer, on: "2026-05-15", ["centreReport": "已提供方案"]),
      .act(
        "reschedule", of: .assistance, by: "STATION", .head, on: "2026-05-18",
        ["dueOn": "2026-06-12", "reason": "等待境外文件"]),
      .act(
        "complete", of: .assistance, by: "STATION", .caseOfficer, on: "2026-06-05", ["assistanceResult": "已提供方案"]),
      .act("follow-up", of: .assistance, by: "STATION", .clerk, on: "2026-06-30", ["feedback": "已在当地提出撤销"]),
    ],
    states: ["assistance/followed-up"], clocks: ["W-assist 2026-06-12 satisfied 2026-06-05"])

  private static let complaint = [
    "complainant": "陈先生", "capacity": "consumer", "claim": "购得的运动鞋为假冒，请求退款", "forDailyUse": "yes",
    "intake": "counter",
  ]
}

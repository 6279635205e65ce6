import Casework

/// 代理机构监管, 区镇联合工单. The day is the one that the order names; working days, where they count, are counted on the State
/// Council's calendar of 2026 (holidays-cn.csv), the day of the trigger being day 0.
extension Run {
  static let workRuns: [Run] = [
    .orderAnswered, .orderSentToAndFro, .orderOfTheConference, .agencyCorrected, .agencyPenalised, .agencyHandedUp,
  ]

  private static let orderAnswered = Run(
    "a work order: accepted, reported in time, confirmed",
    begins: .open(
      .workOrder, .caseOfficer, on: "2026-09-01", ["town": "TWN-DL", "demands": "核实经营地址", "dueOn": "2026-09-18"]),
    steps: [
      .act("accept", of: .workOrder, by: "TWN-DL", .clerk, on: "2026-09-03"),
      .act("report", of: .workOrder, by: "TWN-DL", .caseOfficer, on: "2026-09-16", ["orderResult": "地址属实"]),
      .act("confirm", of: .workOrder, .head, on: "2026-09-17"),
    ],
    states: ["work-order/closed"], clocks: ["D-order 2026-09-18 satisfied 2026-09-16"])

  /// The day moves once; the first report comes three days after it.
  private static let orderSentToAndFro = Run(
    "a work order: returned, issued anew, its day moved, reported late, sent back for more",
    begins: .open(
      .workOrder, .caseOfficer, on: "2026-09-28", ["town": "TWN-GC", "demands": "核实代理机构", "dueOn": "2026-10-09"]),
    steps: [
      .act("return", of: .workOrder, by: "TWN-GC", .caseOfficer, on: "2026-09-29", ["reason": "该机构已迁出"]),
      .act(
        "reissue", of: .workOrder, .caseOfficer, on: "2026-09-30",
        ["demands": "核实其在本街道的分支机构", "dueOn": "2026-10-16"]),
      .act("accept", of: .workOrder, by: "TWN-GC", .clerk, on: "2026-10-08"),
      .act("extend", of: .workOrder, .head, on: "2026-10-15", ["dueOn": "2026-10-23", "reason": "负责人外出"]),
      .act("report", of: .workOrder, by: "TWN-GC", .head, on: "2026-10-26", ["orderResult": "分支机构在营"]),
      .act("send-back", of: .workOrder, .caseOfficer, on: "2026-10-27", ["reason": "未附照片", "dueOn": "2026-11-03"]),
      .act("report", of: .workOrder, by: "TWN-GC", .caseOfficer, on: "2026-11-02", ["orderResult": "照片附后"]),
      .act("confirm", of: .workOrder, .caseOfficer, on: "2026-11-04"),
    ],
    states: ["work-order/closed"],
    clocks: [
      "D-order 2026-10-09 ended 2026-09-29", "D-order 2026-10-23 satisfied 2026-10-26",
      "D-order 2026-11-03 satisfied 2026-11-02",
    ])

  private static let orderOfTheConference = Run(
    "a work order of the joint conference, withdrawn",
    begins: .open(
      .workOrder, by: "JCF", .caseOfficer, on: "2026-10-20",
      ["town": "TWN-LS", "demands": "摸排代理机构", "dueOn": "2026-11-06"]),
    steps: [
      .act("accept", of: .workOrder, by: "TWN-LS", .clerk, on: "2026-10-21"),
      .act("withdraw", of: .workOrder, by: "JCF", .head, on: "2026-10-22", ["reason": "并入专项行动"]),
    ],
    states: ["work-order/withdrawn"], clocks: ["D-order 2026-11-06 ended 2026-10-22"])

  private static let agencyCorrected = Run(
    "a trademark agency: talked to, inspected, ordered to correct, corrected",
    begins: .open(
      .agencySupervision, .clerk, on: "2026-09-07", ["agencyMatter": "trademark-agency-violation"]),
    steps: [
      .act(
        "talk", of: .agencySupervision, .caseOfficer, on: "2026-09-09", ["interviewee": "机构负责人", "findings": "台账不全"]),
      .act(
        "inspect", of: .agencySupervision, .caseOfficer, on: "2026-09-11",
        ["officers": "甲、乙", "document": "检查记录1号", "findings": "代理合同缺失"]),
      .act(
        "order", of: .agencySupervision, .head, on: "2026-09-14",
        ["demands": "补齐代理合同", "rectifyBy": "2026-10-15", "document": "改正通知1号"]),
      .act(
        "recheck", of: .agencySupervision, .caseOfficer, on: "2026-10-16",
        ["officers": "甲、乙", "corrected": "yes", "findings": "合同齐全"]),
      .act("close", of: .agencySupervision, .head, on: "2026-10-19", ["supervisionResult": "corrected"]),
    ],
    states: ["agency-supervision/closed"], clocks: ["D-rectify 2026-10-15 ended 2026-10-16"])

  /// P1 of the penalty: fifteen working days from 2026-10-13.
  private static let agencyPenalised = Run(
    "bad-faith filings: a town checks the address, nothing is corrected, a penalty case takes it on",
    begins: .open(.agencySupervision, .clerk, on: "2026-08-31", ["agencyMatter": "bad-faith-mark"]),
    steps: [
      .open(
        .workOrder, .head, on: "2026-09-01", ["town": "TWN-SS", "demands": "核实注册地址", "dueOn": "2026-09-11"],
        from: .agencySupervision),
      .act("accept", of: .workOrder, by: "TWN-SS", .clerk, on: "2026-09-02"),
      .act("report", of: .workOrder, by: "TWN-SS", .caseOfficer, on: "2026-09-10", ["orderResult": "地址属实"]),
      .act("confirm", of: .workOrder, .caseOfficer, on: "2026-09-11"),
      .act(
        "inspect", of: .agencySupervision, .caseOfficer, on: "2026-09-14",
        ["officers": "甲、乙", "document": "检查记录2号", "findings": "批量申请"]),
      .act(
        "order", of: .agencySupervision, .head, on: "2026-09-15",
        ["demands": "撤回相关申请", "rectifyBy": "2026-09-30", "document": "改正通知2号"]),
      .act(
        "recheck", of: .agencySupervision, .caseOfficer, on: "2026-10-09",
        ["officers": "甲、乙", "corrected": "no", "findings": "未撤回"]),
      .open(.penalty, .clerk, on: "2026-10-13"),
      .act("penalise", of: .agencySupervision, .head, on: "2026-10-14"),
    ],
    states: ["agency-supervision/penalised", "work-order/closed", "penalty/lead"],
    clocks: [
      "D-order 2026-09-11 satisfied 2026-09-10", "D-rectify 2026-09-30 ended 2026-10-09", "P1 2026-11-03",
    ])

  private static let agencyHandedUp = Run(
    "patent business without a licence, which is the province's to penalise", ipType: .patent,
    begins: .open(.agencySupervision, .clerk, on: "2026-10-12", ["agencyMatter": "unlicensed-agency"]),
    steps: [
      .act(
        "inspect", of: .agencySupervision, .caseOfficer, on: "2026-10-14",
        ["officers": "甲、乙", "document": "检查记录3号", "findings": "未取得执业许可"]),
      .act(
        "hand-up", of: .agencySupervision, .head, on: "2026-10-16",
        ["higherBody": "province", "document": "报送函1号", "reason": "属于省级处罚权限"]),
    ],
    states: ["agency-supervision/handed-up"], clocks: [])
}

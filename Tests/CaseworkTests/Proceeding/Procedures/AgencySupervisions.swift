import Casework

extension LawfulProcedure {
  /// Supervision of agencies: what the district may do itself, and what it hands up.
  ///
  /// Source: the research notes on procedure, section 8; the seed plan, task 12.
  static let agencySupervision = LawfulProcedure(
    .agencySupervision,
    states: [
      "opened", "talked", "inspected", "rectification", "rechecked", "penalised", "handed-up", "closed",
    ],
    opening: LawfulAct(
      "open", from: [], to: "opened", by: [.clerk, .caseOfficer], ["agencyMatter": "trademark-agency-violation"]),
    others: [Sibling(id: 2, kind: .penalty, state: "lead")],
    acts: [
      LawfulAct(
        "talk", from: ["opened", "inspected"], to: "talked", by: [.caseOfficer],
        ["interviewee": "机构负责人", "findings": "说明了代理情况"]),
      LawfulAct(
        "inspect", from: ["opened", "talked"], to: "inspected", by: [.caseOfficer],
        ["officers": "甲、乙", "document": "检查记录一号", "findings": "查阅了代理台账"]),
      LawfulAct(
        "order", from: ["talked", "inspected", "rechecked"], to: "rectification",
        by: [.deputyHead, .actingHead, .head],
        ["demands": "完善台账", "rectifyBy": "2026-11-19", "document": "改正通知一号"]),
      LawfulAct(
        "recheck", from: ["rectification"], to: "rechecked", by: [.caseOfficer],
        ["officers": "甲、乙", "corrected": "yes", "findings": "台账齐全"]),
      LawfulAct(
        "penalise", from: ["talked", "inspected", "rechecked"], to: "penalised",
        by: [.deputyHead, .actingHead, .head], [:], known: ["agencyMatter": "trademark-agency-violation"]),
      LawfulAct(
        "hand-up", from: ["opened", "talked", "inspected", "rectification", "rechecked"], to: "handed-up",
        by: [.deputyHead, .actingHead, .head],
        ["higherBody": "province", "document": "报送函一号", "reason": "属于省级权限"]),
      LawfulAct(
        "close", from: ["opened", "talked", "inspected", "rechecked"], to: "closed",
        by: [.deputyHead, .actingHead, .head], ["supervisionResult": "reminded"]),
    ])
}

import Casework

extension LawfulProcedure {
  /// 信用修复, reckoned from SAMR's measures of 2025 (art. 14-17): two steps to the decision, then everything stops.
  static let repair = LawfulProcedure(
    .repair,
    states: [
      "submitted", "returned", "not-accepted", "accepted", "under-review", "approved", "denied", "synced", "revoked",
    ],
    opening: LawfulAct(
      "submit", from: [], to: "submitted", by: [.clerk, .caseOfficer],
      ["regime": "samr", "commitment": "yes", "materials": "缴款凭证、整改报告"]),
    origin: Proceeding(
      id: 9, kind: .publicity, state: "published", agency: Sample.bureau, receiver: nil, handledBy: [],
      known: ["publicityClass": "general", "publishedOn": "2026-05-06", "decidedOn": "2026-04-20"]),
    others: [Sibling(id: 9, kind: .publicity, state: "published")],
    acts: [
      LawfulAct("return", from: ["submitted"], to: "returned", by: [.caseOfficer], ["reason": "缺少缴款凭证"]),
      LawfulAct(
        "resubmit", from: ["returned"], to: "submitted", by: [.clerk, .caseOfficer],
        ["regime": "samr", "commitment": "yes", "materials": "缴款凭证"], known: ["regime": "samr"]),
      LawfulAct(
        "accept", from: ["submitted"], to: "accepted", by: [.caseOfficer], ["regime": "ndrc"],
        known: ["regime": "ndrc", "commitment": "yes"]),
      LawfulAct(
        "reject", from: ["submitted", "returned"], to: "not-accepted", by: [.caseOfficer], ["reason": "不属于本机关认定"]),
      LawfulAct(
        "examine", from: ["accepted"], to: "under-review", by: [.caseOfficer],
        [
          "finePaid": "instalments-finished", "surchargePaid": "none-due", "harmRemoved": "yes", "reoffended": "no",
          "findings": "已核对缴款凭证",
        ]),
      LawfulAct(
        "extend", from: ["accepted", "under-review"], to: nil, by: [.deputyHead, .actingHead, .head],
        ["extension": "KR-decide-extended", "reason": "需要实地核实"]),
      LawfulAct(
        "approve", from: ["under-review"], to: "approved", by: [.deputyHead, .actingHead, .head],
        ["document": "准予信用修复决定书一号", "otherProvince": "no"],
        known: ["finePaid": "paid", "surchargePaid": "paid", "harmRemoved": "yes", "reoffended": "no"]),
      LawfulAct(
        "deny", from: ["under-review"], to: "denied", by: [.deputyHead, .actingHead, .head],
        ["document": "不予信用修复决定书一号", "reason": "尚未履行完毕"]),
      LawfulAct(
        "sync", from: ["approved"], to: "synced", by: [.clerk, .caseOfficer], known: ["regime": "ndrc"]),
      LawfulAct(
        "revoke", from: ["approved", "synced"], to: "revoked", by: [.deputyHead, .actingHead, .head],
        ["document": "撤销决定书一号", "reason": "缴款凭证系伪造"]),
    ])
}

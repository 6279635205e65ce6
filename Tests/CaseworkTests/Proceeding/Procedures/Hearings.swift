import Casework

extension LawfulProcedure {
  /// 听证, reckoned from 行政处罚法 art. 63, 64 and 市场监督管理行政处罚听证办法 art. 7-29. Case officers take no part in
  /// running it but to hand over the file.
  static let hearing = LawfulProcedure(
    .hearing,
    states: [
      "requested", "appointed", "prepared", "scheduled", "notified", "held", "suspended", "terminated", "reported",
    ],
    opening: LawfulAct(
      "request", from: [], to: "requested", by: [.clerk, .caseOfficer],
      ["applicant": "灯湖服饰商行", "servedOn": "2026-11-03"]),
    origin: Proceeding(
      id: 2, kind: .penalty, state: "notice", agency: Sample.bureau, receiver: nil, handledBy: [],
      known: ["hearing": "yes"]),
    acts: [
      LawfulAct(
        "appoint", from: ["requested"], to: "appointed", by: [.reviewer, .deputyHead, .actingHead, .head],
        ["presider": "戊", "recorder": "己"]),
      LawfulAct("hand-over", from: ["appointed"], to: "prepared", by: [.caseOfficer]),
      LawfulAct(
        "fix", from: ["prepared"], to: "scheduled", by: [.reviewer], ["hearingOn": "2026-11-25", "place": "听证室"]),
      LawfulAct(
        "fix-closed", from: ["prepared"], to: "scheduled", by: [.reviewer],
        ["hearingOn": "2026-11-25", "place": "听证室", "closedGround": "trade-secret"]),
      LawfulAct("notify", from: ["scheduled"], to: "notified", by: [.reviewer], ["document": "听通1号"]),
      LawfulAct("announce", from: ["scheduled", "notified"], to: nil, by: [.reviewer]),
      LawfulAct("postpone", from: ["scheduled", "notified"], to: "prepared", by: [.reviewer], ["reason": "场地变更"]),
      LawfulAct(
        "hold", from: ["notified"], to: "held", by: [.reviewer], ["record": "当事人对数额有异议"],
        known: ["hearingOn": "2026-11-05"]),
      LawfulAct(
        "suspend", from: ["prepared", "scheduled", "notified"], to: "suspended", by: [.reviewer],
        ["reason": "当事人因不可抗力无法参加"]),
      LawfulAct("resume", from: ["suspended"], to: "prepared", by: [.reviewer]),
      LawfulAct(
        "terminate", from: ["requested", "appointed", "prepared", "scheduled", "notified", "suspended"],
        to: "terminated", by: [.reviewer], ["terminationGround": "withdrawn"]),
      LawfulAct("report", from: ["held"], to: "reported", by: [.reviewer], ["opinion": "建议维持拟处罚"]),
    ])
}

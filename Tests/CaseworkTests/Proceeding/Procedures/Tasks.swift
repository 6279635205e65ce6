import Casework

extension LawfulProcedure {
  /// 督办, reckoned from the plan's 三(三) (跟踪督办) and the paper in use: issue, answer, extension, close.
  static let task = LawfulProcedure(
    .task, states: ["issued", "received", "replied", "sent-back", "closed", "withdrawn"],
    opening: LawfulAct(
      "issue", from: [], to: "issued", by: [.caseOfficer, .deputyHead, .actingHead, .head],
      ["agency": "TWN-DL", "subject": "大沥布匹市场侵权线索", "demand": "查明并答复", "dueOn": "2026-11-30"]),
    receiver: Sample.town,
    acts: [
      LawfulAct(
        "sign", from: ["issued"], to: "received", side: Sample.town, by: [.clerk, .caseOfficer], ["receipt": "收1号"]),
      LawfulAct(
        "reply", from: ["received", "sent-back"], to: "replied", side: Sample.town,
        by: [.caseOfficer, .deputyHead, .actingHead, .head], ["reply": "已检查三家店铺"]),
      LawfulAct(
        "accept", from: ["replied"], to: "closed", by: [.caseOfficer, .deputyHead, .actingHead, .head],
        ["opinion": "同意"]),
      LawfulAct(
        "return", from: ["replied"], to: "sent-back", by: [.caseOfficer, .deputyHead, .actingHead, .head],
        ["reason": "未附检查笔录", "newDue": "2026-12-04"]),
      LawfulAct(
        "extend", from: ["issued", "received", "sent-back"], to: nil, by: [.deputyHead, .actingHead, .head],
        ["reason": "当事人外出", "newDue": "2026-12-04"]),
      LawfulAct(
        "withdraw", from: ["issued", "received", "replied", "sent-back"], to: "withdrawn",
        by: [.deputyHead, .actingHead, .head], ["reason": "案件已结"]),
    ])
}

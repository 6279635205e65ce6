import Casework

extension LawfulProcedure {
  /// 简易程序, reckoned from 行政处罚法 art. 51 and 市场监督管理行政处罚程序规定 art. 66-73.
  static let summary = LawfulProcedure(
    .summary,
    states: ["opened", "heard", "decided", "served", "collected", "handed-in", "banked", "converted", "closed"],
    opening: LawfulAct(
      "open", from: [], to: "opened", by: [.clerk, .caseOfficer],
      ["officers": "甲、乙", "partyKind": "organisation", "findings": "当场查获使用他人注册商标的招牌"]),
    acts: [
      LawfulAct("hear", from: ["opened"], to: "heard", by: [.caseOfficer], ["statement": "无异议"]),
      LawfulAct(
        "decide", from: ["heard"], to: "decided", by: [.caseOfficer], ["document": "当罚1号", "fine": "1000"]),
      LawfulAct("dismiss", from: ["opened", "heard"], to: "closed", by: [.caseOfficer], ["reason": "初次违法，已改正"]),
      LawfulAct("convert", from: ["opened", "heard"], to: "converted", by: [.caseOfficer], ["reason": "案情复杂"]),
      LawfulAct("serve", from: ["decided"], to: "served", by: [.caseOfficer], ["reviewFirstTold": "yes"]),
      LawfulAct(
        "collect", from: ["served"], to: "collected", by: [.caseOfficer],
        ["collectionGround": "hard-later", "collected": "1000"], known: ["fine": "1000.00"]),
      LawfulAct("hand-in", from: ["collected"], to: "handed-in", by: [.caseOfficer]),
      LawfulAct("bank", from: ["handed-in"], to: "banked", by: [.clerk, .caseOfficer]),
      LawfulAct(
        "archive", from: ["decided", "served", "collected", "handed-in", "banked"], to: nil, by: [.caseOfficer],
        ["archivedBy": "丙"]),
      LawfulAct(
        "close", from: ["served", "banked"], to: "closed", by: [.caseOfficer, .deputyHead, .actingHead, .head],
        ["ground": "performed"], known: ["archivedBy": "丙"]),
    ])
}

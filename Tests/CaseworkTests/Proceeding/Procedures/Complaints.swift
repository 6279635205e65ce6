import Casework

extension LawfulProcedure {
  /// 投诉, from the notes on 市场监督管理投诉举报处理办法 (procedure.md 7.1, T1 to T4).
  static let complaint = LawfulProcedure(
    .complaint,
    states: [
      "received", "accepted", "refused", "agreed", "settled", "withdrawn", "terminated", "closed",
    ],
    opening: LawfulAct(
      "register", from: [], to: "received", by: [.clerk, .caseOfficer],
      [
        "complainant": "陈先生", "capacity": "consumer", "claim": "购得的运动鞋为假冒，请求退款", "forDailyUse": "yes",
        "purchasedOn": "2026-10-20", "intake": "market", "intakePlace": "大沥布匹市场",
      ]),
    acts: [
      LawfulAct(
        "split", from: ["received", "accepted"], to: nil, by: [.caseOfficer], ["tipPart": "要求查处销售假冒商品的行为"]),
      LawfulAct("accept", from: ["received"], to: "accepted", by: decidersOfComplaints, ["document": "受理1号"]),
      LawfulAct(
        "refuse", from: ["received"], to: "refused", by: decidersOfComplaints,
        ["nonAcceptance": "three-years", "reason": "购买已逾三年", "otherRemedies": "可以向人民法院起诉"]),
      LawfulAct("mediate", from: ["accepted"], to: nil, by: [.caseOfficer], ["mediationRecord": "双方到场"]),
      LawfulAct("pause", from: ["accepted"], to: nil, by: decidersOfComplaints, ["pause": "testing"]),
      LawfulAct("resume", from: ["accepted"], to: nil, by: decidersOfComplaints, ["pause": "testing"]),
      LawfulAct("spot-violation", from: ["accepted"], to: nil, by: [.caseOfficer], ["violation": "店内陈列假冒商品"]),
      LawfulAct(
        "extend", from: ["accepted", "agreed", "settled", "withdrawn", "terminated"], to: nil,
        by: [.deputyHead, .actingHead, .head], ["extension": "T4-extended", "reason": "货源在外省"]),
      LawfulAct(
        "verify-violation", from: ["accepted", "agreed", "settled", "withdrawn", "terminated"], to: nil,
        by: [.caseOfficer], ["violationResult": "none", "findings": "商品有合法来源"], known: ["violation": "店内陈列假冒商品"]),
      LawfulAct(
        "agree", from: ["accepted"], to: "agreed", by: [.caseOfficer],
        ["mediatedTerms": "退款300元", "agreementForm": "mediation-document"]),
      LawfulAct("settle", from: ["received", "accepted"], to: "settled", by: [.caseOfficer], ["settlement": "已退款"]),
      LawfulAct("withdraw", from: ["received", "accepted"], to: "withdrawn", by: [.caseOfficer]),
      LawfulAct(
        "terminate", from: ["accepted"], to: "terminated", by: decidersOfComplaints, ["mediationEnd": "party-refuses"]),
      LawfulAct("notify", from: ["terminated"], to: nil, by: [.clerk, .caseOfficer], ["document": "终止1号"]),
      LawfulAct(
        "close", from: ["agreed", "settled", "withdrawn", "terminated"], to: "closed", by: decidersOfComplaints),
    ])

  private static let decidersOfComplaints: Set<Role> = [.caseOfficer, .deputyHead, .actingHead, .head]
}

import Casework

extension LawfulProcedure {
  /// 行政处罚信息公示, reckoned from SAMR Orders 45 and 108: published here or pushed to the registrar elsewhere; then its
  /// period ends, a repair stops it, or it is withdrawn because the decision fell.
  static let publicity = LawfulProcedure(
    .publicity,
    states: [
      "to-publish", "checked", "pushed", "published", "to-withdraw", "withdrawn", "expired", "stopped",
    ],
    opening: LawfulAct(
      "open", from: [], to: "to-publish", by: [.clerk, .caseOfficer],
      ["decidedOn": "2026-11-02", "document": "南市监处罚〔2026〕12号"]),
    origin: Proceeding(
      id: 9, kind: .penalty, state: "service", agency: Sample.bureau, receiver: nil, handledBy: [],
      known: ["outcome": "penalty", "fine": "30000.00"]),
    others: [
      Sibling(id: 9, kind: .penalty, state: "service"), Sibling(id: 11, kind: .repair, state: "synced", origin: 1),
      Sibling(id: 12, kind: .repair, state: "revoked", origin: 1),
    ],
    acts: [
      LawfulAct(
        "check", from: ["to-publish"], to: "checked", by: [.caseOfficer, .reviewer],
        ["summary": "销售侵权服装", "maskedBy": "甲", "secrecy": "yes", "publicityNotice": "yes"]),
      LawfulAct(
        "outside", from: ["to-publish", "checked"], to: nil, by: [.clerk, .caseOfficer],
        ["registrar": "某市市场监督管理局"]),
      LawfulAct(
        "publish", from: ["checked", "pushed"], to: "published", by: [.clerk, .caseOfficer],
        ["publicityClass": "general", "publishedOn": "2026-11-05"]),
      LawfulAct(
        "push", from: ["checked"], to: "pushed", by: [.clerk, .caseOfficer], ["receipt": "推送单一号"],
        known: ["registrar": "某市市场监督管理局"]),
      LawfulAct("acknowledge", from: ["pushed"], to: nil, by: [.clerk, .caseOfficer]),
      LawfulAct(
        "correct", from: ["published"], to: nil, by: [.clerk, .caseOfficer],
        ["version": "2", "correction": "住所误写，依营业执照更正"]),
      LawfulAct(
        "annul", from: ["to-publish", "checked", "pushed", "published"], to: "to-withdraw",
        by: [.clerk, .caseOfficer],
        ["annulment": "revoked", "annulledOn": "2026-11-04", "document": "复议决定书一号"]),
      LawfulAct(
        "withdraw", from: ["to-withdraw"], to: "withdrawn", by: [.clerk, .caseOfficer], ["reason": "处罚决定被撤销"]),
      LawfulAct("expire", from: ["published"], to: "expired", by: [.clerk, .caseOfficer]),
      LawfulAct("stop", from: ["published"], to: "stopped", by: [.clerk, .caseOfficer]),
      LawfulAct(
        "restore", from: ["stopped"], to: "published", by: [.clerk, .caseOfficer],
        ["restoredUntil": "2027-05-01", "reason": "修复材料虚假"]),
    ])
}

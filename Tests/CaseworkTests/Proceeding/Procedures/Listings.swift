import Casework

extension LawfulProcedure {
  /// 严重违法失信名单, reckoned from SAMR Order 44: proposed with the notice, listed with the decision, removed after
  /// three years, early on a repair, or cancelled.
  static let listing = LawfulProcedure(
    .listing, states: ["proposed", "notified", "not-listed", "listed", "removed-early", "removed", "cancelled"],
    // The one ground that follows the decision, so that one origin fits every act.
    opening: LawfulAct(
      "propose", from: [], to: "proposed", by: [.caseOfficer],
      ["listingGround": "non-performance", "heavierPenalty": "yes", "noIntentProof": "no"]),
    origin: Proceeding(
      id: 9, kind: .penalty, state: "service", agency: Sample.bureau, receiver: nil, handledBy: [],
      known: ["outcome": "penalty", "fine": "300000.00"]),
    others: [
      Sibling(id: 9, kind: .penalty, state: "service"), Sibling(id: 11, kind: .repair, state: "approved", origin: 1),
      Sibling(id: 12, kind: .repair, state: "revoked", origin: 1),
    ],
    acts: [
      LawfulAct(
        "notify", from: ["proposed"], to: "notified", by: [.caseOfficer],
        ["document": "拟列入告知书一号", "listingContent": "事由、依据、措施"], known: ["listingGround": "non-performance"]),
      LawfulAct("hear", from: ["notified"], to: nil, by: [.caseOfficer], ["statement": "正在筹款", "response": "不予采纳"]),
      LawfulAct("waive", from: ["notified"], to: nil, by: [.caseOfficer], ["statement": "书面放弃陈述、申辩"]),
      LawfulAct(
        "list", from: ["proposed", "notified"], to: "listed", by: [.deputyHead, .actingHead, .head],
        [
          "document": "南市监处罚〔2026〕12号", "listedOn": "2026-11-05", "listingContent": "事由、依据、措施、移出条件、救济",
          "noIntentProof": "no", "otherProvince": "no",
        ]),
      LawfulAct(
        "decline", from: ["proposed", "notified"], to: "not-listed", by: [.deputyHead, .actingHead, .head],
        ["reason": "情节较轻"]),
      LawfulAct("publish", from: ["listed"], to: nil, by: [.clerk, .caseOfficer]),
      LawfulAct(
        "push", from: ["listed"], to: nil, by: [.clerk, .caseOfficer], known: ["otherProvince": "yes"]),
      LawfulAct(
        "acknowledge", from: ["listed"], to: nil, by: [.clerk, .caseOfficer], known: ["otherProvince": "yes"]),
      LawfulAct(
        "remove-early", from: ["listed"], to: "removed-early", by: [.deputyHead, .actingHead, .head],
        ["document": "移出决定书一号"]),
      LawfulAct("remove", from: ["listed"], to: "removed", by: [.deputyHead, .actingHead, .head]),
      LawfulAct(
        "cancel", from: ["proposed", "notified", "listed"], to: "cancelled", by: [.deputyHead, .actingHead, .head],
        ["annulment": "revoked", "document": "复议决定书一号"]),
      LawfulAct(
        "restore", from: ["removed-early"], to: "listed", by: [.deputyHead, .actingHead, .head],
        ["restoredUntil": "2029-05-01", "reason": "修复材料虚假"]),
    ])
}

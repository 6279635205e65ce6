import Casework

/// 普通程序, from the notes on 行政处罚法 and 市场监督管理行政处罚程序规定 (procedure.md 1.1).
enum OrdinaryProcedure {
  private static let handler: Set<Role> = [.caseOfficer]
  private static let heads: Set<Role> = [.deputyHead, .actingHead, .head]
  private static let clerks: Set<Role> = [.clerk, .caseOfficer]

  static let acts = [
    LawfulAct("verify", from: ["lead"], to: "verification", by: handler, ["findings": "线索属实"]),
    LawfulAct(
      "file", from: ["verification"], to: "filed", by: heads.union(handler), ["officers": "甲、乙", "approver": "丙"]),
    LawfulAct(
      "decline", from: ["verification"], to: "not-filed", by: heads.union(handler),
      ["ground": "minor-corrected", "approver": "丙"]),
    LawfulAct("investigate", from: ["filed"], to: "investigation", by: handler, ["measures": "现场检查"]),
    LawfulAct("terminate", from: ["filed", "investigation"], to: "closed", by: heads, ["reason": "当事人注销"]),
    LawfulAct("conclude", from: ["investigation"], to: "review", by: handler, ["proposal": "建议处罚"]),
    LawfulAct("return", from: ["review", "legal-review"], to: "investigation", by: [.reviewer], ["reason": "证据不足"]),
    LawfulAct("agree", from: ["review"], to: "reviewed", by: [.reviewer]),
    LawfulAct(
      "notify", from: ["reviewed", "notice", "cleared"], to: "notice", by: handler, ["approver": "丙", "hearing": "no"]),
    LawfulAct("hear", from: ["notice"], to: nil, by: handler, ["statement": "当事人无异议", "response": "予以采纳"]),
    LawfulAct("waive", from: ["notice"], to: nil, by: handler, ["statement": "书面放弃陈述、申辩和听证"]),
    LawfulAct("submit", from: ["notice"], to: "legal-review", by: handler),
    LawfulAct("clear", from: ["legal-review"], to: "cleared", by: [.reviewer]),
    LawfulAct(
      "discuss", from: ["reviewed", "notice", "cleared"], to: nil, by: heads, ["heads": "丙、丁", "discussion": "一致同意"]),
    // What imposes nothing is decided without a notice.
    LawfulAct(
      "decide", from: ["reviewed", "notice", "cleared"], to: "decision", by: heads, ["outcome": "no-penalty"]),
    LawfulAct("serve", from: ["decision"], to: "service", by: clerks, ["mode": "direct"]),
    LawfulAct("serve-by-notice", from: ["decision"], to: "notice-service", by: clerks, ["reason": "下落不明"]),
    LawfulAct("deem-served", from: ["notice-service"], to: "service", by: clerks),
    LawfulAct("publish", from: ["service"], to: "publication", by: clerks),
    LawfulAct("close", from: ["service", "publication"], to: "closed", by: heads, ["ground": "performed"]),
    LawfulAct(
      "extend", from: unfinished, to: nil, by: heads, ["extension": "P16-head", "reason": "案情复杂"]),
    LawfulAct("reopen", from: unfinished, to: nil, by: heads, ["reason": "公安机关退回"]),
    LawfulAct(
      "suspend", from: unfinished.filter { !["lead", "verification"].contains($0) }, to: nil, by: heads,
      ["suspensionGround": "other-decision", "reason": "等待无效宣告结果"]),
    LawfulAct("pause", from: unfinished, to: nil, by: heads.union(handler), ["pause": "appraisal"]),
    LawfulAct("resume", from: unfinished, to: nil, by: heads.union(handler), ["pause": "appraisal"]),
  ]

  private static let unfinished = [
    "lead", "verification", "filed", "investigation", "review", "reviewed", "notice", "legal-review", "cleared",
  ]

  static let states = [
    "lead", "verification", "filed", "not-filed", "investigation", "review", "reviewed", "notice",
    "legal-review", "cleared", "decision", "notice-service", "service", "publication", "closed",
  ]

  /// A file in which every act has beside it what it needs: the penalty published, the case sent back.
  static let file = Sample.sure {
    try Sample.file(others: [
      Sibling(id: 9, kind: .publicity, state: "published", origin: 1),
      Sibling(id: 10, kind: .referral, state: "returned"),
    ])
  }
}

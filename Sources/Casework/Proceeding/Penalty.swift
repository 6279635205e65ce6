/// Administrative penalty (行政处罚), ordinary procedure.
///
/// Lead → verification → filed or not filed → investigation → review → notice → decision → service → publication →
/// closed.
///
/// Legal basis: 行政处罚法 (2021) art. 54-64; 市场监督管理行政处罚程序规定 (2022) art. 18-20, 48-64, 77.
extension Procedure {
  /// The machine. A reviewer never reviews a case that the same officer handled (`review.own-case`).
  public static let penalty = Procedure(
    kind: .penalty, initial: "lead",
    rules: [
      // 核查
      ActRule(
        "verify", from: ["lead"], to: "verification", by: handlers,
        facts: [.required("findings", .prose)], citation: "samr-procedure@18"),
      // 立案: two officers or more, approved by the head of the handling unit.
      ActRule(
        "file", from: ["verification"], to: "filed", by: handlersAndHeads,
        facts: [
          .required("officers", .officers(atLeast: 2)), .required("approver", .line), .optional("document", .line),
        ],
        milestone: .filed, citation: "samr-procedure@19", clocks: [.satisfy("P1"), .start("P16", against: .owner)]),
      // 不予立案
      ActRule(
        "decline", from: ["verification"], to: "not-filed", by: handlersAndHeads,
        facts: [
          .required("ground", .choice(["minor-corrected", "first-minor-corrected", "no-fault", "other"])),
          .required("approver", .line), .optional("reason", .prose),
        ],
        milestone: .notFiled, citation: "samr-procedure@20", clocks: [.satisfy("P1"), .endAll]),
      // 调查取证
      ActRule(
        "investigate", from: ["filed"], to: "investigation", by: handlers, facts: [.required("measures", .prose)],
        citation: "samr-procedure@21"),
      // 终止调查
      ActRule(
        "terminate", from: ["filed", "investigation"], to: "closed", by: heads, facts: [.required("reason", .prose)],
        milestone: .closed, citation: "samr-procedure@47", clocks: [.endAll]),
      // 调查终结
      ActRule(
        "conclude", from: ["investigation"], to: "review", by: handlers, facts: [.required("proposal", .prose)],
        citation: "samr-procedure@48", clocks: [.start("P8", against: .owner)]),
      // 审核: sent back for more investigation, or agreed to.
      ActRule(
        "return", from: ["review"], to: "investigation", by: [.reviewer], facts: [.required("reason", .prose)],
        citation: "samr-procedure@54", clocks: [.satisfy("P8")]),
      ActRule(
        "agree", from: ["review"], to: "reviewed", by: [.reviewer], facts: [.optional("opinion", .prose)],
        citation: "samr-procedure@54", clocks: [.satisfy("P8")]),
      // 行政处罚告知
      ActRule(
        "notify", from: ["reviewed"], to: "notice", by: handlers,
        facts: [
          .required("approver", .line), .optional("document", .line), .optional("proposedFine", .amount),
          .required("hearing", .choice(["yes", "no"])),
        ],
        citation: "samr-procedure@57", clocks: [.start("P9", against: .party)]),
      // 决定
      ActRule(
        "decide", from: ["notice"], to: "decision", by: heads,
        facts: [
          .required("outcome", .choice(["penalty", "no-penalty", "not-proven", "to-other-agency"])),
          .optional("document", .line), .optional("fine", .amount), .optional("confiscated", .amount),
          .optional("otherPenalties", .prose),
        ],
        milestone: .decided, citation: "samr-procedure@60",
        clocks: [
          .end("P9"), .satisfy("P16"), .start("P17", against: .owner),
          .startIf(fact: "outcome", is: "penalty", "K45-publish", against: .owner),
        ]),
      // 送达
      ActRule(
        "serve", from: ["decision"], to: "service", by: [.clerk, .caseOfficer],
        facts: [
          .required(
            "mode", .choice(["direct", "left", "electronic", "post", "entrusted", "forwarded", "public-notice"]))
        ],
        milestone: .served, citation: "samr-procedure@82",
        clocks: [.satisfy("P17"), .startIf(fact: "mode", is: "public-notice", "P18", against: .party)]),
      // 公示: not for a warning alone, nor in summary procedure; then the case closes from service.
      ActRule(
        "publish", from: ["service"], to: "publication", by: [.clerk, .caseOfficer],
        facts: [.optional("address", .line)], milestone: .published, citation: "samr-procedure@63",
        clocks: [.satisfy("K45-publish")]),
      // 结案
      ActRule(
        "close", from: ["service", "publication"], to: "closed", by: heads,
        facts: [
          .required("ground", .choice(["performed", "enforcement-ended", "no-penalty", "handed-over", "other"])),
          .optional("reason", .prose),
        ],
        milestone: .closed, citation: "samr-procedure@77", clocks: [.endAll]),
      // 延长期限, within what the rule allows and by whoever may grant it.
      ActRule(
        "extend", from: unfinished, to: nil, by: heads,
        facts: [
          .required("extension", .choice(["P1-head", "P8-head", "P16-head", "P16-collective"])),
          .optional("days", .count), .required("reason", .prose),
        ],
        clocks: [.extend]),
      // 重新计算办案期限, after the police or the procuratorate sent the case back: how it goes on is a decision with a reason.
      ActRule(
        "reopen", from: unfinished, to: nil, by: heads, facts: [.required("reason", .prose)],
        clocks: [.start("P16", against: .owner)]),
      // 不计入期限的期间开始: testing, appraisal, identification, suspension …
      ActRule(
        "pause", from: unfinished, to: nil, by: handlersAndHeads,
        facts: [.required("pause", .choice(pauses)), .optional("reason", .prose)], clocks: [.pause]),
      // 该期间结束
      ActRule(
        "resume", from: unfinished, to: nil, by: handlersAndHeads,
        facts: [.required("pause", .choice(pauses)), .optional("reason", .prose)],
        clocks: [.resume]),
    ],
    opening: [.start("P1", against: .owner)])

  /// States before the decision.
  private static let unfinished: Set<String> = [
    "lead", "verification", "filed", "investigation", "review", "reviewed", "notice",
  ]
  /// 不计入办案期限的事由, of this procedure.
  private static let pauses = [
    "testing", "inspection", "quarantine", "appraisal", "identification", "suspension", "hearing", "public-notice",
    "refund",
  ]
  /// 承办人员
  private static let handlers: Set<Role> = [.caseOfficer]
  /// 负责人
  private static let heads: Set<Role> = [.deputyHead, .actingHead, .head]
  private static let handlersAndHeads: Set<Role> = handlers.union(heads)

  /// The acts that make an officer one of those who handled the case.
  public static let handlingActs: Set<String> = ["verify", "file", "investigate", "conclude"]
}

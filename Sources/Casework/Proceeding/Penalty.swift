/// Administrative penalty (行政处罚), ordinary procedure (普通程序).
///
/// Lead → verification → filed or not filed → investigation → review → notice, statement, hearing → legal review where
/// there was a hearing → decision → service → publication → closed. Measures, hearing, execution and publicity are
/// proceedings of their own that follow from it.
///
/// Legal basis: 行政处罚法 (2021) art. 54-64; 市场监督管理行政处罚程序规定 (2022) art. 18-20, 46-64, 77.
extension Procedure {
  /// The machine. A reviewer never reviews a case that the same officer handled (`review.own-case`).
  public static let penalty = Procedure(
    kind: .penalty,
    // 登记线索
    opening: ActRule(
      "register", to: "lead", by: .intake, facts: [.optional("reason", .prose)], milestone: .lead,
      citation: "samr-procedure@18", clocks: [.start("P1", against: .owner)]),
    rules: [
      // 核查
      ActRule(
        "verify", from: ["lead"], to: "verification", by: .handlers,
        facts: [.required("findings", .prose)], citation: "samr-procedure@18"),
      // 立案: two officers or more with certificates, approved by the head of the handling unit, by who has the power.
      ActRule(
        "file", from: ["verification"], to: "filed", by: .handlersAndHeads,
        facts: [
          .required("officers", .enforcers(atLeast: 2)), .required("approver", .line), .optional("document", .line),
          .optional("secretKind", .choice(["technical", "business"])), .optional("cityApproval", .line),
        ],
        requires: [.competence, .secretKind, .cityApproval],
        milestone: .filed, citation: "samr-procedure@19", clocks: [.satisfy("P1"), .start("P16", against: .owner)]),
      // 不予立案
      ActRule(
        "decline", from: ["verification"], to: "not-filed", by: .handlersAndHeads,
        facts: [
          .required("ground", .choice(["minor-corrected", "first-minor-corrected", "no-fault", "other"])),
          .required("approver", .line), .optional("reason", .prose),
        ],
        milestone: .notFiled, citation: "samr-procedure@20", clocks: [.satisfy("P1"), .endAll]),
      // 调查取证
      ActRule(
        "investigate", from: ["filed"], to: "investigation", by: .handlers, facts: [.required("measures", .prose)],
        citation: "samr-procedure@21"),
      // 终止调查
      ActRule(
        "terminate", from: ["filed", "investigation"], to: "closed", by: .heads, facts: [.required("reason", .prose)],
        requires: [.noMeasure], milestone: .closed, citation: "samr-procedure@47", clocks: [.endAll]),
      // 调查终结; whether the case is complex or the penalty heavy, so that the heads decide together.
      ActRule(
        "conclude", from: ["investigation"], to: "review", by: .handlers,
        facts: [.required("proposal", .prose), .optional("major", FactField.yesNo)],
        citation: "samr-procedure@48", clocks: [.start("P8", against: .owner)]),
      // 审核: sent back for more investigation, or agreed to.
      ActRule(
        "return", from: ["review", "legal-review"], to: "investigation", by: .reviewers,
        facts: [.required("reason", .prose)], citation: "samr-procedure@54", clocks: [.satisfy("P8")]),
      ActRule(
        "agree", from: ["review"], to: "reviewed", by: .reviewers, facts: [.optional("opinion", .prose)],
        citation: "samr-procedure@54", clocks: [.satisfy("P8")]),
      // 行政处罚告知
      ActRule(
        "notify", from: ["reviewed"], to: "notice", by: .handlers,
        facts: [
          .required("approver", .line), .optional("document", .line), .optional("proposedFine", .amount),
          .required("hearing", FactField.yesNo),
        ],
        citation: "samr-procedure@57", clocks: [.start("P9", against: .party)]),
      // 陈述申辩, or the party says that it gives that up.
      ActRule(
        "hear", from: ["notice"], to: nil, by: .handlers,
        facts: [.required("statement", .prose), .required("response", .prose)], citation: "samr-procedure@57",
        clocks: [.satisfy("P9")]),
      // 法制审核, after a hearing and never before it has ended.
      ActRule(
        "submit", from: ["notice"], to: "legal-review", by: .handlers, facts: [.optional("opinion", .prose)],
        requires: [.hearingEnded, .waited(for: "P9", citation: "samr-procedure@57")], citation: "samr-procedure@50.2",
        clocks: [.end("P9"), .start("P8", against: .owner)]),
      ActRule(
        "clear", from: ["legal-review"], to: "cleared", by: .reviewers, facts: [.optional("opinion", .prose)],
        citation: "samr-procedure@54", clocks: [.satisfy("P8")]),
      // 负责人集体讨论
      ActRule(
        "discuss", from: ["notice", "cleared"], to: nil, by: .heads,
        facts: [.required("heads", .officers(atLeast: 2)), .required("discussion", .prose)],
        citation: "samr-procedure@60.2"),
      // 决定
      ActRule(
        "decide", from: ["notice", "cleared"], to: "decision", by: .heads,
        facts: [
          .required("outcome", .choice(["penalty", "no-penalty", "not-proven", "to-other-agency"])),
          .optional("document", .line), .optional("fine", .amount), .optional("confiscated", .amount),
          .optional("otherPenalties", .prose),
        ],
        requires: [
          .hearingEnded, .legalReview, .discussion, .waited(for: "P9", citation: "samr-procedure@57"),
        ],
        milestone: .decided, ledger: ["fine": .fineImposed, "confiscated": .gains], citation: "samr-procedure@60",
        clocks: [
          .end("P9"), .satisfy("P16"), .start("P17", against: .owner),
          .startIf(fact: "outcome", is: "penalty", "K45-publish", against: .owner),
        ]),
      // 送达
      ActRule(
        "serve", from: ["decision"], to: "service", by: .intake,
        facts: [
          .required(
            "mode", .choice(["direct", "left", "electronic", "post", "entrusted", "forwarded", "public-notice"]))
        ],
        milestone: .served, citation: "samr-procedure@82",
        clocks: [.satisfy("P17"), .startIf(fact: "mode", is: "public-notice", "P18", against: .party)]),
      // 公示: not for a warning alone, nor in summary procedure; then the case closes from service.
      ActRule(
        "publish", from: ["service"], to: "publication", by: .intake,
        facts: [.optional("address", .line)], milestone: .published, citation: "samr-procedure@63",
        clocks: [.satisfy("K45-publish")]),
      // 结案: nothing that was taken is still held, and nothing is left to collect.
      ActRule(
        "close", from: ["service", "publication"], to: "closed", by: .heads,
        facts: [
          .required("ground", .choice(["performed", "enforcement-ended", "no-penalty", "handed-over", "other"])),
          .optional("reason", .prose),
        ],
        requires: [.noMeasure, .settled(.execution, as: "execution.unfinished", citation: "samr-procedure@77")],
        milestone: .closed, citation: "samr-procedure@77", clocks: [.endAll]),
      // 延长期限, within what the rule allows and by whoever may grant it.
      ActRule(
        "extend", from: unfinished, to: nil, by: .heads,
        facts: [
          .required("extension", .choice(["P1-head", "P8-head", "P16-head", "P16-collective"])),
          .optional("days", .count), .required("reason", .prose),
        ],
        clocks: [.extend]),
      // 重新计算办案期限, after the police or the procuratorate sent the case back: how it goes on is a decision with a reason.
      ActRule(
        "reopen", from: unfinished, to: nil, by: .heads, facts: [.required("reason", .prose)],
        clocks: [.start("P16", against: .owner)]),
      // 不计入期限的期间开始: testing, appraisal, identification, suspension (中止) …
      ActRule(
        "pause", from: unfinished, to: nil, by: .handlersAndHeads,
        facts: [.required("pause", .choice(pauses)), .optional("reason", .prose)], clocks: [.pause]),
      // 该期间结束
      ActRule(
        "resume", from: unfinished, to: nil, by: .handlersAndHeads,
        facts: [.required("pause", .choice(pauses)), .optional("reason", .prose)],
        clocks: [.resume]),
    ],
    begins: true,
    follows: [
      .summary, .complaint, .tip, .assistance, .referral, .opinion, .mediation, .adjudication, .customs, .workOrder,
      .agencySupervision,
    ],
    suspension: "samr-procedure@46")

  /// States before the decision.
  private static let unfinished: Set<String> = [
    "lead", "verification", "filed", "investigation", "review", "reviewed", "notice", "legal-review", "cleared",
  ]
  /// 不计入办案期限的事由, of this procedure.
  private static let pauses = [
    "testing", "inspection", "quarantine", "appraisal", "identification", "suspension", "hearing", "public-notice",
    "refund",
  ]

  /// The acts that make an officer one of those who handled the case.
  public static let handlingActs: Set<String> = ["verify", "file", "investigate", "conclude"]
}

extension Requirement {
  /// 听证结束: no hearing of the case is under way.
  static let hearingEnded = Requirement.settled(
    .hearing, as: "hearing.under-way", citation: "penalty-law@65")

  /// 听证后的法制审核: after a hearing the legal unit reviews the case before the decision.
  static let legalReview = Requirement("review.after-hearing", citation: "penalty-law@58") { standing in
    standing.proceeding.state == "cleared"
      || !standing.file.others.contains { $0.kind == .hearing && $0.state == "reported" }
  }

  /// 集体讨论: what is complex or weighs heavily is decided by the heads together.
  static let discussion = Requirement("decision.undiscussed", citation: "samr-procedure@60.2") { standing in
    standing.known("major") != "yes" || standing.known("discussion") != nil
  }

  /// No seizure or registration of the case lasts.
  static let noMeasure = Requirement.settled(
    .measure, as: "measure.unresolved", citation: "administrative-compulsion-law@27")

  /// 管辖: the agency has the power for that kind of right.
  static let competence = Requirement("competence.other", citation: "samr-procedure@19") { standing in
    guard let book = standing.around.book else { return nil }
    let having = book.competences.filter { $0.ipType == standing.file.ipType.rawValue }
    if having.isEmpty || having.contains(where: { $0.agencies.contains(standing.officer.agency.rawValue) }) {
      return nil
    }
    return [
      "right": .term("ip-type.\(standing.file.ipType.rawValue)"),
      "competent": .text(Set(having.map(\.name.chinese)).sorted().joined(separator: "、")),
    ]
  }

  /// Of a trade secret it is said whether it is a technical one.
  static let secretKind = Requirement("secret.kind", field: "facts.secretKind", citation: "trade-secret-provisions@3") {
    $0.file.ipType != .tradeSecret || $0.known("secretKind") != nil
  }

  /// 技术秘密由设区的市级以上负责: below the city, its consent is on file.
  static let cityApproval = Requirement(
    "secret.city", field: "facts.cityApproval", citation: "trade-secret-provisions@3"
  ) { $0.known("secretKind") != "technical" || $0.known("cityApproval") != nil }
}

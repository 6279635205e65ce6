/// Administrative penalty (行政处罚), ordinary procedure (普通程序).
///
/// Lead → verification → filed or not filed → investigation → review → notice, statement, hearing → legal review where
/// there was a hearing → decision → service → publication → closed. Measures, hearing, execution and publicity are
/// proceedings of their own that follow from it. What imposes nothing is decided after the review without a notice.
///
/// Nothing is decided before the time of the party is over, unless the party has given up in writing what it is for.
///
/// Legal basis: 行政处罚法 (2021) art. 44, 45, 54-64; 市场监督管理行政处罚程序规定 (2022) art. 18-20, 46-64, 77, 82.
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
        citation: "samr-procedure@48", clocks: [.start("P8", against: .owner)], sets: ["discussed": "no"]),
      // 审核: sent back for more investigation, or agreed to.
      ActRule(
        "return", from: ["review", "legal-review"], to: "investigation", by: .reviewers,
        facts: [.required("reason", .prose)], citation: "samr-procedure@54", clocks: [.satisfy("P8")]),
      ActRule(
        "agree", from: ["review"], to: "reviewed", by: .reviewers, facts: [.optional("opinion", .prose)],
        citation: "samr-procedure@54", clocks: [.satisfy("P8")]),
      // 行政处罚告知书送达: the day of the act is the day of service. What is to weigh heavier is notified anew.
      ActRule(
        "notify", from: ["reviewed", "notice", "cleared"], to: "notice", by: .handlers,
        facts: [
          .required("approver", .line), .optional("document", .line),
          .optional("partyKind", .choice(["natural-person", "organisation"])), .optional("proposedFine", .amount),
          .optional("proposedConfiscation", .amount), .optional("heavyPenalty", FactField.yesNo),
          .required("hearing", FactField.yesNo),
        ],
        requires: [.hearingEnded, .hearingMustBeOffered], citation: "samr-procedure@57",
        clocks: [.end("P9"), .start("P9", against: .party)]),
      // 陈述申辩: its time goes on, for the party may say more, or ask for a hearing.
      ActRule(
        "hear", from: ["notice"], to: nil, by: .handlers,
        facts: [.required("statement", .prose), .required("response", .prose)], citation: "samr-procedure@57"),
      // 当事人书面放弃陈述、申辩和要求听证的权利
      ActRule(
        "waive", from: ["notice"], to: nil, by: .handlers,
        facts: [.required("statement", .prose), .optional("document", .line)], citation: "samr-procedure@57",
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
        "discuss", from: ["reviewed", "notice", "cleared"], to: nil, by: .heads,
        facts: [.required("heads", .officers(atLeast: 2)), .required("discussion", .prose)],
        citation: "samr-procedure@60.2", sets: ["discussed": "yes"]),
      // 不予行政处罚、违法事实不能成立、移送其他行政机关: nothing is imposed, and nobody need be told before.
      ActRule(
        "decide", from: ["reviewed"], to: "decision", by: .heads,
        facts: [
          .required("outcome", .choice(["no-penalty", "not-proven", "to-other-agency"])), .optional("document", .line),
        ],
        requires: [.discussion], milestone: .decided, citation: "samr-procedure@60",
        clocks: [.satisfy("P16"), .start("P17", against: .owner)]),
      // 决定
      ActRule(
        "decide", from: ["notice", "cleared"], to: "decision", by: .heads,
        facts: [
          .required("outcome", .choice(["penalty", "no-penalty", "not-proven", "to-other-agency"])),
          .optional("document", .line), .optional("fine", .amount), .optional("confiscated", .amount),
          .optional("otherPenalties", .prose),
        ],
        requires: [
          .hearingEnded, .legalReview, .discussion, .waited(for: "P9", citation: "samr-procedure@57"), .withinTheNotice,
          .hearingWasOffered, .noFineAfterCourt,
        ],
        milestone: .decided, ledger: ["fine": .fineImposed, "confiscated": .gains], citation: "samr-procedure@60",
        clocks: [.end("P9"), .satisfy("P16"), .start("P17", against: .owner)]),
      // 送达
      ActRule(
        "serve", from: ["decision"], to: "service", side: .conductor, by: .intake,
        facts: [
          .required(
            "mode", .choice(["direct", "left", "electronic", "post", "entrusted", "forwarded"]))
        ],
        milestone: .served, citation: "samr-procedure@82", clocks: [.satisfy("P17")]),
      // 公告送达: served when its time is over, and not before.
      ActRule(
        "serve-by-notice", from: ["decision"], to: "notice-service", side: .conductor, by: .intake,
        facts: [.required("reason", .prose), .optional("address", .line)], citation: "samr-procedure@82",
        clocks: [.satisfy("P17"), .start("P18", against: .party)], sets: ["mode": "public-notice"]),
      // 公告期满，视为送达
      ActRule(
        "deem-served", from: ["notice-service"], to: "service", side: .conductor, by: .intake,
        facts: [.optional("document", .line)],
        requires: [.waited(for: "P18", citation: "samr-procedure@82")], milestone: .served,
        citation: "samr-procedure@82", clocks: [.satisfy("P18")]),
      // 公示: its time and its gates are those of the publicity, which comes first. Not for a warning alone, nor in
      // summary procedure; then the case closes from service.
      ActRule(
        "publish", from: ["service"], to: "publication", side: .conductor, by: .intake,
        facts: [.optional("address", .line)], requires: [.publicityFirst], milestone: .published,
        citation: "samr-procedure@63"),
      // 结案: nothing that was taken is still held, and nothing is left to collect.
      ActRule(
        "close", from: ["service", "publication"], to: "closed", side: .conductor, by: .heads,
        facts: [
          .required("ground", .choice(["performed", "enforcement-ended", "no-penalty", "handed-over", "other"])),
          .optional("reason", .prose), .optional("recovered", .amount),
        ],
        requires: [
          .noMeasure, .settled(.execution, as: "execution.unfinished", citation: "samr-procedure@77"), .collected,
        ],
        milestone: .closed, citation: "samr-procedure@77", clocks: [.endAll]),
      // 延长期限, within what the rule allows and by whoever may grant it.
      ActRule(
        "extend", from: unfinished, to: nil, by: .heads,
        facts: [
          .required("extension", .choice(["P1-head", "P8-head", "P16-head", "P16-collective"])),
          .optional("days", .count), .required("reason", .prose),
        ],
        clocks: [.extend]),
      // 重新计算期限, after the police or the procuratorate sent the case back: how it goes on is a decision with a reason.
      ActRule(
        "reopen", from: filed, to: nil, by: .heads, facts: [.required("reason", .prose)], requires: [.sentBack],
        clocks: [.end("P16"), .start("P16", against: .owner)]),
      ActRule(
        "reopen", from: ["lead", "verification"], to: nil, by: .heads, facts: [.required("reason", .prose)],
        requires: [.sentBack], clocks: [.end("P1"), .start("P1", against: .owner)]),
      // 中止案件调查, which the head approves
      ActRule(
        "suspend", from: filed, to: nil, by: .heads,
        facts: [
          .required(
            "suspensionGround",
            .choice(["other-decision", "legal-question", "force-majeure", "party-missing", "other"])),
          .required("reason", .prose),
        ],
        citation: "samr-procedure@46", clocks: [.pause], sets: ["pause": "suspension"]),
      // 不计入期限的期间开始: testing, appraisal, identification …
      ActRule(
        "pause", from: unfinished, to: nil, by: .handlersAndHeads,
        facts: [.required("pause", .choice(pauses)), .optional("reason", .prose)], clocks: [.pause]),
      // 该期间结束
      ActRule(
        "resume", from: unfinished, to: nil, by: .handlersAndHeads,
        facts: [.required("pause", .choice(pauses + ["suspension"])), .optional("reason", .prose)],
        clocks: [.resume]),
    ],
    begins: true,
    follows: [
      .summary, .complaint, .tip, .assistance, .referral, .opinion, .mediation, .adjudication, .customs, .workOrder,
      .agencySupervision,
    ],
    suspension: "samr-procedure@46")

  /// States before the decision.
  private static let unfinished = filed.union(["lead", "verification"])
  /// States from the filing to before the decision.
  private static let filed: Set<String> = [
    "filed", "investigation", "review", "reviewed", "notice", "legal-review", "cleared",
  ]
  /// 不计入办案期限的事由, of this procedure, but for 中止.
  private static let pauses = [
    "testing", "inspection", "quarantine", "appraisal", "identification", "hearing", "public-notice", "refund",
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

  /// 集体讨论: what is complex or weighs heavily is decided by the heads together, on the investigation as it is now.
  static let discussion = Requirement("decision.undiscussed", citation: "samr-procedure@60.2") { standing in
    standing.known("major") != "yes" || standing.known("discussed") == "yes"
  }

  /// 先办理公示: secrets are masked and the party is told there.
  static let publicityFirst = Requirement("publicity.first", citation: "samr-procedure@63") { standing in
    standing.file.others.contains { $0.isPublicity(of: standing.proceeding.id, "expired", "stopped") }
  }

  /// 执行完毕: what was imposed was collected in an execution of its own.
  static let collected = Requirement("execution.missing", field: "facts.ground", citation: "samr-procedure@77") {
    standing in
    let isImposed = ["fine", "confiscated"].contains { (standing.proceeding.knownAmount($0) ?? .zero) > .zero }
    return standing.known("ground") != "performed" || !isImposed
      || standing.file.others.contains {
        $0.kind == .execution && $0.origin == standing.proceeding.id && ["performed", "closed"].contains($0.state)
      }
  }

  /// 公安机关不予立案、退回，或者检察机关提出检察意见
  static let sentBack = Requirement("reopen.not-returned", field: "act") { standing in
    standing.file.others.contains { other in
      other.kind == .opinion
        || other.kind == .referral && Procedure.referralsBack.contains(other.state)
    }
  }

  /// No seizure or registration of the case lasts.
  static let noMeasure = Requirement.settled(
    .measure, as: "measure.unresolved", citation: "administrative-compulsion-law@27")

  /// 管辖: the agency has the power for that kind of right.
  static let competence = Requirement("competence.other", citation: "samr-procedure@19") { standing in
    guard let book = standing.around.book else { return nil }
    let having = book.competences.filter {
      $0.ipType == standing.file.ipType.rawValue && $0.validity.contains(standing.day.last)
    }
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

extension Sibling {
  /// Whether it is the publicity of that penalty, published here or pushed to who publishes it, or in a later state named.
  func isPublicity(of penalty: Int64, _ later: String...) -> Bool {
    kind == .publicity && origin == penalty && (["published", "pushed"] + later).contains(state)
  }
}

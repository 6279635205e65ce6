import Law

/// Mediation (调解): people's, administrative, by an industry body, commercial, or entrusted by a court.
///
/// Requested or entrusted → taken on → mediated → agreement, no agreement, or ended because a party does not want it any
/// longer. An agreement is performed, or it is not; what failed or was broken leads on to another proceeding in the same
/// file. Nobody is mediated against their will.
///
/// A patent department first hears the respondent: there is a case, and a case number, only when the respondent has
/// agreed; silence means that there is none. A court's case counts from the day on which the body accepts it on the
/// court's platform: 30 days before filing; after it 15, or 7 in summary procedure.
///
/// Legal basis: 人民调解法 (2010) art. 17, 26, 28-33; 专利纠纷行政裁决和调解办法 (2025) art. 65, 66, 69;
/// 特邀调解规定 (2016) art. 27; 人民法院在线调解规则 (2021) art. 12, 24, 26.
extension Procedure {
  /// The machine.
  public static let mediation = Procedure(
    kind: .mediation,
    // 收到调解请求、申请、委派或者委托
    opening: ActRule(
      "request", to: "requested", by: .intake,
      facts: [
        .required("track", .choice(tracks)), .required("mediationMatter", .prose), .optional("requestNumber", .line),
        .optional("entrustingCourt", .agency),
      ],
      requires: [
        .mediatorFits, .patentTrack, .needs("requestNumber", where: "track", is: "administrative-patent"),
        .needs(
          "entrustingCourt", where: "track", is: "court-before", "court-after-ordinary", "court-after-summary"),
      ],
      informs: "entrustingCourt",
      clocks: [
        .startIf(fact: "track", is: "administrative-patent", "M-copy", against: .owner),
        .startIf(fact: "track", is: "court-before", "M5", against: .owner),
        .startIf(fact: "track", is: "court-after-ordinary", "M5", against: .owner),
        .startIf(fact: "track", is: "court-after-summary", "M5", against: .owner),
      ]),
    rules: [
      // 送达陈述意见通知书和请求书副本, in a patent dispute.
      ActRule(
        "notify", from: ["requested"], to: "statement", side: .conductor, by: .intake,
        facts: [.optional("document", .line)], requires: [.hearsRespondentFirst],
        citation: "patent-dispute-measures@65",
        clocks: [.satisfy("M-copy"), .start("M-statement", against: .party)]),
      // 被请求人同意调解, in time.
      ActRule(
        "consent", from: ["statement"], to: "consented", side: .conductor, by: .intake,
        facts: [.optional("opinion", .prose)],
        requires: [
          .inTime(for: "M-statement", as: "mediation.late-statement", citation: "patent-dispute-measures@66")
        ],
        citation: "patent-dispute-measures@66",
        clocks: [.satisfy("M-statement"), .start("M-file", against: .owner)]),
      // 被请求人不接受调解
      ActRule(
        "refuse", from: ["statement"], to: "refused", side: .conductor, by: .intake,
        facts: [.optional("opinion", .prose)], citation: "patent-dispute-measures@66",
        clocks: [.satisfy("M-statement"), .start("M-tell", against: .owner)]),
      // 不予立案: the respondent said no, or let the time for a statement pass.
      ActRule(
        "decline", from: ["statement", "refused"], to: "not-filed", side: .conductor, by: .handlersAndHeads,
        facts: [.required("reason", .prose), .optional("document", .line)],
        requires: [.waited(for: "M-statement", citation: "patent-dispute-measures@66")],
        citation: "patent-dispute-measures@66", clocks: [.satisfy("M-tell"), .endAll]),
      // 不予受理、不接受委派或者委托
      ActRule(
        "decline", from: ["requested"], to: "not-filed", side: .conductor, by: .handlersAndHeads,
        facts: [.required("reason", .prose), .optional("document", .line)], clocks: [.satisfy("M5"), .endAll]),
      // 立案: the case number, and when and where it will be mediated.
      ActRule(
        "file", from: ["consented"], to: "mediating", side: .conductor, by: .handlersAndHeads,
        facts: [.required("caseNumber", .line), .required("mediationDay", .day), .required("place", .line)],
        requires: [.later("mediationDay")], milestone: .accepted, citation: "patent-dispute-measures@66",
        clocks: [.satisfy("M-file")]),
      // 受理: both want it.
      ActRule(
        "accept", from: ["requested"], to: "mediating", side: .conductor, by: .intake,
        facts: [.required("bothConsent", FactField.yesNo), .optional("document", .line)],
        requires: [
          .respondentHeard, .notEntrusted, .peoplesMediationWanted,
          .refused("bothConsent", is: "no", as: "mediation.refused"),
        ],
        milestone: .accepted),
      // 在人民法院调解平台确认接受: from here the court's period runs.
      ActRule(
        "take", from: ["requested"], to: "mediating", side: .conductor, by: .handlers,
        facts: [
          .required("track", .choice(["court-before", "court-after-ordinary", "court-after-summary"])),
          .optional("document", .line),
        ],
        requires: [.trackStays], milestone: .accepted, citation: "online-mediation@24",
        clocks: [
          .satisfy("M5"), .startIf(fact: "track", is: "court-before", "M1", against: .owner),
          .startIf(fact: "track", is: "court-after-ordinary", "M2", against: .owner),
          .startIf(fact: "track", is: "court-after-summary", "M3", against: .owner),
        ]),
      // 请求人撤回
      ActRule(
        "withdraw", from: ["requested", "statement", "refused", "consented"], to: "withdrawn", side: .conductor,
        by: .intake, facts: [.optional("reason", .prose)], clocks: [.endAll]),
      // 进行调解
      ActRule(
        "mediate", from: ["mediating"], to: nil, side: .conductor, by: .handlers, facts: [.required("record", .prose)]),
      // 当事人同意延长期限
      ActRule(
        "extend", from: ["mediating"], to: nil, side: .conductor, by: .handlers,
        facts: [
          .required("extension", .choice(["M1-agreement", "M2-agreement", "M3-agreement"])),
          .required("days", .count), .required("bothConsent", FactField.yesNo),
        ],
        requires: [
          .refused("bothConsent", is: "no", as: "mediation.extension", citation: "invited-mediation@27")
        ],
        citation: "invited-mediation@27", clocks: [.extend]),
      // 专家评估, before filing: its time does not count.
      ActRule(
        "pause", from: ["mediating"], to: nil, side: .conductor, by: .handlers,
        facts: [.required("pause", .choice(["evaluation"])), .optional("reason", .prose)],
        requires: [.beforeFiling], citation: "online-mediation@26", clocks: [.pause]),
      ActRule(
        "resume", from: ["mediating"], to: nil, side: .conductor, by: .handlers,
        facts: [.required("pause", .choice(["evaluation"])), .optional("reason", .prose)],
        citation: "online-mediation@26", clocks: [.resume]),
      // 达成调解协议: what was agreed, and whether it settles who owns a right or whether the right stands (确权).
      ActRule(
        "agree", from: ["mediating"], to: "agreed", side: .conductor, by: .handlers,
        facts: [
          .required("agreementContent", .prose), .required("concernsValidity", FactField.yesNo),
          .optional("confirmableFrom", .day), .optional("payment", .amount), .optional("performBy", .day),
          .optional("notarise", FactField.yesNo), .optional("document", .line),
        ],
        requires: [
          .needs("confirmableFrom", where: "concernsValidity", is: "no", citation: "civil-procedure-law@205"),
          .notConfirmable, .notLater("confirmableFrom"), .later("performBy"),
        ],
        milestone: .agreed,
        clocks: [
          .satisfy("M1"), .satisfy("M2"), .satisfy("M3"),
          .startOn(fact: "confirmableFrom", "M-confirmation", against: .party),
        ]),
      // 未达成协议, and the parties were told what else they can do.
      ActRule(
        "fail", from: ["mediating"], to: "failed", side: .conductor, by: .handlers,
        facts: [
          .required("reason", .prose), .required("remediesTold", FactField.yesNo), .optional("document", .line),
        ],
        requires: [.remediesTold],
        clocks: [.satisfy("M1"), .satisfy("M2"), .satisfy("M3"), .endAll]),
      // 终止调解: a party does not want to go on.
      ActRule(
        "terminate", from: ["mediating"], to: "terminated", side: .conductor, by: .handlers,
        facts: [
          .required("reason", .prose), .required("remediesTold", FactField.yesNo), .optional("document", .line),
        ],
        requires: [.remediesTold],
        clocks: [.satisfy("M1"), .satisfy("M2"), .satisfy("M3"), .endAll]),
      // 双方已共同申请司法确认
      ActRule(
        "apply", from: ["agreed"], to: nil, side: .conductor, by: .intake, facts: [.optional("document", .line)],
        requires: [
          .aboutNoValidity,
          .inTime(for: "M-confirmation", as: "confirmation.late", citation: "civil-procedure-law@205"),
        ],
        citation: "civil-procedure-law@205", clocks: [.satisfy("M-confirmation")]),
      // 公证机关赋予强制执行效力
      ActRule(
        "notarise", from: ["agreed"], to: nil, side: .conductor, by: .intake, facts: [.required("document", .line)],
        requires: [.enforcementPromised]),
      // 履行
      ActRule(
        "perform", from: ["agreed"], to: "performed", side: .conductor, by: .handlers,
        facts: [.required("performance", .prose)], clocks: [.endAll]),
      // 不履行: what follows is another proceeding in the file.
      ActRule(
        "breach", from: ["agreed"], to: "breached", side: .conductor, by: .handlers,
        facts: [.required("reason", .prose)], clocks: [.endAll]),
    ],
    conduct: .anyOf([.enforcement, .town, .justice, .court, .platform, .customs]), begins: true,
    follows: [.complaint, .tip, .assistance, .adjudication, .penalty, .civil])

  /// Who mediates, and by which rules.
  private static let tracks = [
    "peoples", "administrative-patent", "administrative-other", "industry", "commercial", "court-before",
    "court-after-ordinary", "court-after-summary",
  ]
}

extension Requirement {
  /// 行政调解由行政机关主持
  static let mediatorFits = Requirement("mediation.not-administrative", field: "facts.track") { standing in
    switch standing.facts["track"] {
    case "administrative-patent": standing.officer.agencyKind == .enforcement
    case "administrative-other": [.enforcement, .customs, .town].contains(standing.officer.agencyKind)
    default: true
    }
  }

  /// A patent dispute before an administrative organ takes the way of patent disputes, and no other dispute does.
  static let patentTrack = Requirement(
    "mediation.patent-track", field: "facts.track", citation: "patent-dispute-measures@65"
  ) { standing in
    switch standing.facts["track"] {
    case "administrative-patent": standing.file.ipType == .patent
    case "administrative-other": standing.file.ipType != .patent
    default: true
    }
  }

  /// 陈述意见通知书: only the mediation of patent disputes by an administrative organ begins with it.
  static let hearsRespondentFirst = Requirement("mediation.no-notice", citation: "patent-dispute-measures@65") {
    $0.known("track") == "administrative-patent"
  }

  /// 被请求人同意在先: a patent dispute is filed when the respondent has agreed.
  static let respondentHeard = Requirement("mediation.consent-first", citation: "patent-dispute-measures@66") {
    $0.known("track") != "administrative-patent"
  }

  /// 人民调解自愿: no people's mediation where a party refuses it.
  static let peoplesMediationWanted = Requirement(
    "mediation.refused", field: "facts.bothConsent", citation: "mediation-law@17"
  ) { $0.known("track") != "peoples" || $0.facts["bothConsent"] == "yes" }

  /// What a court entrusts is accepted on its platform.
  static let notEntrusted = Requirement("mediation.on-platform", citation: "online-mediation@12") {
    !($0.known("track") ?? "").hasPrefix("court-")
  }

  /// The stage at which the court entrusted the case is the one at which it is accepted.
  static let trackStays = Requirement("mediation.track", field: "facts.track", citation: "online-mediation@24") {
    $0.facts["track"] == $0.proceeding.known["track"]
  }

  /// 专家评估: its time is left out only before filing.
  static let beforeFiling = Requirement("mediation.evaluation", field: "facts.pause", citation: "online-mediation@26") {
    $0.known("track") == "court-before"
  }

  /// An agreement about ownership or validity has no day from which confirmation can be asked for.
  static let notConfirmable = Requirement(
    "confirmation.validity", field: "facts.confirmableFrom", citation: "civil-procedure-interpretation@355(5)"
  ) { $0.facts["concernsValidity"] != "yes" || $0.facts["confirmableFrom"] == nil }

  /// The same, when it is asked for.
  static let aboutNoValidity = Requirement(
    "confirmation.validity", citation: "civil-procedure-interpretation@355(5)"
  ) { $0.known("concernsValidity") != "yes" }

  /// 告知其他救济途径: who ends a people's mediation says what else the parties can do.
  static let remediesTold = Requirement(
    "mediation.remedies", field: "facts.remediesTold", citation: "mediation-law@26"
  ) { $0.known("track") != "peoples" || $0.facts["remediesTold"] == "yes" }

  /// 载明愿意接受强制执行承诺, which notarisation with enforceability asks for.
  static let enforcementPromised = Requirement("mediation.no-promise") {
    $0.known("notarise") == "yes"
  }
}

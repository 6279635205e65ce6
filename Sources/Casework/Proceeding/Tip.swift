import Law

/// Tip (举报): anybody tells the agency of a violation. Who told it is kept confidential (art. 37).
///
/// Received → verified within fifteen working days → led to a case, or not → told where a law says so → closed. Others:
/// handed to the agency that is competent, or not handled again because the same facts were reported before. New facts
/// are merged, and the time runs anew from the last report. A copyright complaint (著作权投诉) is accepted or refused
/// within fifteen days first.
///
/// Before 2026-04-15 a named reporter had to be told within five working days whether a case was filed; since then the
/// result is told only where a law says so.
///
/// Legal basis: 市场监督管理投诉举报处理办法 (2025) art. 3, 9, 29, 33, 35-37; 市场监督管理行政处罚程序规定 (2022) art. 18; before
/// 2026-04-15 市场监督管理投诉举报处理暂行办法 (2020) art. 31; 著作权行政处罚实施办法 (2009) art. 13; 反不正当竞争法 (2025) art. 20.
extension Procedure {
  /// The machine.
  public static let tip = Procedure(
    kind: .tip,
    // 登记举报
    opening: ActRule(
      "register", to: "received", by: .intake,
      facts: [
        .required("named", FactField.yesNo), .optional("reporter", .line), .optional("contact", .line),
        .optional("reported", .line), .required("allegation", .prose),
        .required("handledUnder", .choice(["market-regulation", "copyright", "other"])),
        .optional("materialOn", .day), .required("intake", .choice(intakes)), .optional("intakePlace", .line),
      ],
      requires: [
        .needs("reporter", where: "named", is: "yes"), .intakePlaced, .tipSplitOff, .regimeOfRight,
        .materialOfCopyright, .notLater("materialOn"),
      ],
      citation: "complaint-measures@35",
      clocks: [
        .startIf(fact: "handledUnder", is: "market-regulation", "P1", against: .owner),
        .startOn(fact: "materialOn", "X-copyright-accept", against: .owner),
      ]),
    rules: [
      // 著作权投诉材料齐备
      ActRule(
        "complete-material", from: ["received"], to: nil, by: .intake, facts: [.required("materialOn", .day)],
        requires: [.copyrightComplaint, .notLater("materialOn")], citation: "copyright-penalty-measures@13",
        clocks: [.startOn(fact: "materialOn", "X-copyright-accept", against: .owner)]),
      // 著作权投诉受理
      ActRule(
        "accept", from: ["received"], to: "accepted", by: .handlersAndHeads, facts: [.optional("document", .line)],
        requires: [.copyrightComplaint], milestone: .accepted, citation: "copyright-penalty-measures@13",
        clocks: [.satisfy("X-copyright-accept")]),
      // 著作权投诉不予受理, in writing.
      ActRule(
        "refuse", from: ["received"], to: "refused", by: .handlersAndHeads,
        facts: [.required("reason", .prose), .required("document", .line)], requires: [.copyrightComplaint],
        citation: "copyright-penalty-measures@13", clocks: [.satisfy("X-copyright-accept"), .endAll]),
      // 重复举报，同一事实不再处理
      ActRule(
        "set-aside", from: ["received"], to: "not-handled", by: .handlersAndHeads,
        facts: [.required("earlierTip", .line), .optional("reason", .prose)], citation: "complaint-measures@35.2",
        clocks: [.satisfy("P1"), .endAll]),
      // 合并新的事实: the time runs anew from the last report.
      ActRule(
        "merge", from: open, to: nil, by: .handlers,
        facts: [.required("newFacts", .prose), .optional("lastReportedOn", .day)],
        requires: [
          .gives("lastReportedOn", where: "handledUnder", is: "market-regulation"), .onlyMarketRestarts,
          .notLater("lastReportedOn"),
        ],
        citation: "complaint-measures@35.2",
        clocks: [.end("P1"), .startOn(fact: "lastReportedOn", "P1", against: .owner)]),
      // 处理权限争议
      ActRule(
        "dispute", from: ["received"], to: "disputed", by: .handlersAndHeads,
        facts: [.required("disputedWith", .agency), .optional("reason", .prose)],
        requires: [.elsewhere("disputedWith"), .amongMarketRegulators], citation: "complaint-measures@33",
        clocks: [.start("T6", against: .owner)]),
      // 争议解决，由本机关处理
      ActRule(
        "keep", from: ["disputed"], to: "received", by: .handlersAndHeads, facts: [.optional("reason", .prose)],
        citation: "complaint-measures@33", clocks: [.satisfy("T6")]),
      // 移送有处理权限的机关
      ActRule(
        "hand-over", from: open, to: "handed-over", by: .handlersAndHeads,
        facts: [.required("receivingAgency", .agency), .required("reason", .prose), .optional("document", .line)],
        requires: [.elsewhere("receivingAgency")], informs: "receivingAgency", citation: "complaint-measures@29",
        clocks: [.satisfy("T6"), .endAll]),
      // 核查
      ActRule(
        "verify", from: ["received", "accepted"], to: "verified", by: .handlers, facts: [.required("findings", .prose)],
        requires: [.copyrightAccepted], citation: "complaint-measures@35"),
      // 延长核查期限
      ActRule(
        "extend", from: open, to: nil, by: .heads,
        facts: [.required("extension", .choice(["P1-head"])), .required("reason", .prose)],
        citation: "samr-procedure@18", clocks: [.extend]),
      // 不计入核查期限的期间
      ActRule(
        "pause", from: open, to: nil, by: .handlersAndHeads,
        facts: [.required("pause", .choice(tipPauses)), .optional("reason", .prose)], citation: "samr-procedure@18",
        clocks: [.pause]),
      ActRule(
        "resume", from: open, to: nil, by: .handlersAndHeads,
        facts: [.required("pause", .choice(tipPauses)), .optional("reason", .prose)], citation: "samr-procedure@18",
        clocks: [.resume]),
      // 立案: recorded once the penalty of the same file has been filed.
      ActRule(
        "file", from: ["verified"], to: "filed", by: .handlersAndHeads, facts: [.required("tellDuty", .choice(duties))],
        requires: [.penaltyFiled] + Requirement.reporterTold, citation: "samr-procedure@19",
        clocks: [
          .satisfy("P1"), .startIf(fact: "tellDuty", is: "interim-measures", "T-named-reporter", against: .owner),
        ]),
      // 不予立案
      ActRule(
        "decline", from: ["verified"], to: "not-filed", by: .handlersAndHeads,
        facts: [.required("reason", .prose), .required("tellDuty", .choice(duties))],
        requires: [
          .settled(.penalty, "lead", "verification", as: "tip.case-pending", citation: "samr-procedure@18")
        ] + Requirement.reporterTold, citation: "samr-procedure@20",
        clocks: [
          .satisfy("P1"), .startIf(fact: "tellDuty", is: "interim-measures", "T-named-reporter", against: .owner),
        ]),
      // 告知举报处理结果: only where a law says so.
      ActRule(
        "tell", from: ["filed", "not-filed"], to: nil, by: .intake,
        facts: [.required("reporterAnswer", .prose), .optional("document", .line)], requires: [.dutyToTell],
        citation: "complaint-measures@36", clocks: [.satisfy("T-named-reporter")]),
      // 办结
      ActRule(
        "close", from: ["filed", "not-filed"], to: "closed", by: .handlersAndHeads,
        facts: [.optional("opinion", .prose)],
        requires: [.toldWhereDue], clocks: [.endAll]),
    ],
    begins: true, follows: [.complaint, .assistance])

  /// States before the decision on a case.
  private static let open: Set<String> = ["received", "accepted", "disputed", "verified"]
  /// 不计入核查期限的事由.
  private static let tipPauses = ["testing", "inspection", "quarantine", "appraisal", "identification"]
  /// By what the reporter must be told the result (告知依据).
  private static let duties = ["none", "interim-measures", "unfair-competition", "other-law"]
}

extension Requirement {
  /// 分送: what follows from a complaint was split off it, or is the violation seen in its mediation.
  static let tipSplitOff = Requirement("tip.not-split", field: "origin", citation: "complaint-measures@9") { standing in
    guard let origin = standing.around.origin, origin.kind == .complaint else { return true }
    return origin.known["tipPart"] != nil || origin.known["violation"] != nil
  }

  /// The kind of right decides by which rules the tip is handled: copyright and plant varieties and layout-designs have
  /// authorities of their own.
  static let regimeOfRight = Requirement(
    "tip.regime", field: "facts.handledUnder", citation: "samr-procedure@18"
  ) { standing in
    let regime =
      switch standing.file.ipType {
      case .copyright: "copyright"
      case .plantVariety, .layoutDesign: "other"
      default: "market-regulation"
      }
    guard standing.facts["handledUnder"] != regime else { return nil }
    return [
      "right": .term("ip-type.\(standing.file.ipType.rawValue)"), "regime": .term("choice.handledUnder.\(regime)"),
    ]
  }

  /// 材料齐备之日 is a day of copyright complaints only.
  static let materialOfCopyright = Requirement(
    "tip.only-copyright", field: "facts.materialOn", citation: "copyright-penalty-measures@13"
  ) { $0.facts["materialOn"] == nil || $0.known("handledUnder") == "copyright" }

  /// 受理、不予受理: of copyright complaints only; other tips are verified.
  static let copyrightComplaint = Requirement("tip.only-copyright", citation: "copyright-penalty-measures@13") {
    $0.known("handledUnder") == "copyright"
  }

  /// A copyright complaint is accepted before it is verified.
  static let copyrightAccepted = Requirement("tip.accept-first", citation: "copyright-penalty-measures@13") {
    $0.known("handledUnder") != "copyright" || $0.proceeding.state == "accepted"
  }

  /// The time that runs anew is that of market regulation.
  static let onlyMarketRestarts = Requirement(
    "tip.no-restart", field: "facts.lastReportedOn", citation: "complaint-measures@35.2"
  ) { $0.facts["lastReportedOn"] == nil || $0.isOfMarketRegulation }

  /// 处理权限争议 is settled in this way between market-regulation authorities.
  static let amongMarketRegulators = Requirement("tip.market-only", citation: "complaint-measures@33") {
    $0.isOfMarketRegulation
  }

  /// The agency that a fact names is another one.
  static func elsewhere(_ fact: String) -> Requirement {
    Requirement("agency.own", field: "facts.\(fact)") { $0.facts[fact] != $0.officer.agency.rawValue }
  }

  /// 已立案: a penalty of the file was filed.
  static let penaltyFiled = Requirement("tip.no-case", citation: "samr-procedure@19") { standing in
    standing.file.others.contains { other in
      other.kind == .summary
        || other.kind == .penalty && !["lead", "verification", "not-filed"].contains(other.state)
    }
  }

  /// By what the reporter is told the result: what the law of that day says, and nothing else.
  static let reporterTold: [Requirement] = [
    // 匿名举报
    Requirement("tip.anonymous", field: "facts.tellDuty", citation: "complaint-measures@36") {
      $0.known("named") != "no" || $0.facts["tellDuty"] == "none"
    },
    // 2026-04-15 起不再有的告知义务，此前也只是市场监督管理部门的
    Requirement("tip.duty-gone", field: "facts.tellDuty", citation: "complaint-measures@36") {
      $0.facts["tellDuty"] != "interim-measures" || $0.isOfMarketRegulation && $0.namedReporterRule != false
    },
    // 2026-04-15 以前：实名举报五个工作日内告知
    Requirement("tip.duty-named", field: "facts.tellDuty", citation: "complaint-measures-2020@31") {
      $0.known("named") != "yes" || $0.facts["tellDuty"] == "interim-measures" || !$0.isOfMarketRegulation
        || $0.namedReporterRule != true
    },
    // 侵犯商业秘密的实名举报
    Requirement("tip.duty-secret", field: "facts.tellDuty", citation: "unfair-competition-law@20") {
      $0.file.ipType != .tradeSecret || $0.known("named") != "yes" || $0.facts["tellDuty"] != "none"
    },
  ]

  /// 举报处理结果 is told only where a law says so.
  static let dutyToTell = Requirement("tip.no-duty", citation: "complaint-measures@36") {
    $0.known("tellDuty") != "none"
  }

  /// Who must be told has been told.
  static let toldWhereDue = Requirement("tip.untold", citation: "complaint-measures@36") { standing in
    let duty = standing.known("tellDuty") ?? "none"
    return duty == "none" || standing.known("reporterAnswer") != nil
  }
}

extension Standing {
  /// Whether the tip is handled under the rules of market regulation.
  fileprivate var isOfMarketRegulation: Bool { known("handledUnder") == "market-regulation" }

  /// Whether a named reporter must be told of the filing on that day; `nil` where nobody looked into the law book.
  fileprivate var namedReporterRule: Bool? {
    around.book.map { book in
      book.limits["T-named-reporter"]?.contains { $0.validity.contains(day.last) } ?? false
    }
  }
}

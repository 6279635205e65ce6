import Law

/// Registration of evidence, sealing and seizure (先行登记保存、查封、扣押).
///
/// Imposed with the head's approval, or on the spot where it is urgent, and approved within 24 hours → in force → lifted,
/// confiscated by the penalty decision, or handed over with the case. The time of a registration is seven working days
/// and never grows; that of a sealing or seizure can be extended once in writing before it ends, and stands still only
/// while something is tested or appraised. When the time is up the measure lapses by itself: what was taken must be given
/// back, and nothing else can be done with it.
///
/// In a trade-secret case a sealing or seizure needs the head of a department of the city or above.
///
/// Legal basis: 行政强制法 (2011) art. 18-28; 市场监督管理行政处罚程序规定 (2022) art. 33-42; 商业秘密保护规定 (2026) art. 23.
extension Procedure {
  /// The machine. `Proceeding.state(at:)` shows `in-force` and `extended` as `lapsed` once the time is up. The agency that
  /// took the measure answers for it, even where the police have the file by now.
  public static let measure = Procedure(
    kind: .measure,
    // 实施先行登记保存、查封、扣押
    opening: ActRule(
      "impose", to: "in-force", by: .handlers,
      facts: [
        .required("measure", .choice(["registration", "sealing", "seizure"])),
        .required("officers", .enforcers(atLeast: 2)), .required("urgent", FactField.yesNo),
        .optional("approver", .line), .optional("time", .time), .required("inventory", .prose),
        .required("storage", .line), .required("document", .line), .optional("power", .line),
        .optional("cityApproval", .line), .optional("seizedValue", .amount), .optional("seizedItems", .quantity),
        .optional("dens", .count),
      ],
      requires: [
        .penaltyUndecided, .approved("registration", by: "samr-procedure@33"),
        .approved("sealing", "seizure", by: "samr-procedure@36"), .approverApart,
        .needs("time", where: "urgent", is: "yes"),
        .needs("power", where: "measure", is: "sealing", "seizure", citation: "samr-procedure@36"), .secretMeasure,
      ],
      clocks: [
        .startIf(fact: "measure", is: "registration", "P6", against: .owner),
        .startIf(fact: "measure", is: "sealing", "P7", against: .owner),
        .startIf(fact: "measure", is: "seizure", "P7", against: .owner),
        .startIf(fact: "urgent", is: "yes", "P5", against: .owner),
      ]),
    rules: [
      // 报告负责人并补办批准手续, within 24 hours of an urgent measure.
      ActRule(
        "regularise", from: ["in-force"], to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("approver", .line), .optional("document", .line), .optional("time", .time)],
        requires: [.takenOnTheSpot, .approverApart], citation: "administrative-compulsion-law@19",
        clocks: [.satisfy("P5")]),
      // 延长期限: once, in writing, before it ends; a registration never.
      ActRule(
        "extend", from: ["in-force"], to: "extended", side: .conductor, by: .heads,
        facts: [
          .required("extension", .choice(["P7-head"])), .required("reason", .prose), .required("document", .line),
        ],
        requires: [
          .refused("measure", is: "registration", as: "measure.registration-fixed", citation: "samr-procedure@35"),
          .sealStillInForce, .approvedByNow,
        ],
        citation: "samr-procedure@38", clocks: [.extend]),
      // 检测、检验、检疫、技术鉴定的期间: fixed and told in writing; what does not count is the time told, however long it
      // takes, and it ends by itself.
      ActRule(
        "pause", from: ["in-force", "extended"], to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [
          .required("pause", .choice(["testing", "inspection", "quarantine", "appraisal"])), .required("until", .day),
          .required("document", .line),
        ],
        requires: [
          .refused("measure", is: "registration", as: "measure.registration-runs", citation: "samr-procedure@35"),
          .sealStillInForce, .later("until"),
        ],
        citation: "administrative-compulsion-law@25", clocks: [.pauseUntil(fact: "until")]),
      // 先行处置容易腐烂、变质等不易保管的物品
      ActRule(
        "dispose", from: ["in-force", "extended"], to: nil, side: .conductor, by: .heads,
        facts: [.required("disposed", .prose), .required("proceeds", .amount), .required("document", .line)],
        requires: [.registrationStillInForce, .sealStillInForce, .approvedByNow], ledger: ["proceeds": .proceeds]),
      // 解除, the only thing left when the time is up.
      ActRule(
        "lift", from: ["in-force", "extended"], to: "lifted", side: .conductor, by: .handlersAndHeads,
        facts: [
          .required(
            "liftGround",
            .choice(["no-breach", "unrelated", "decided", "expired", "not-approved", "other-measure", "other"])),
          .required("document", .line), .required("returned", .prose),
        ],
        clocks: [.endAll]),
      // 没收, by the penalty decision.
      ActRule(
        "confiscate", from: ["in-force", "extended"], to: "confiscated", side: .conductor, by: .heads,
        facts: [.required("document", .line)],
        requires: [.penaltyDecided, .registrationStillInForce, .sealStillInForce],
        citation: "administrative-compulsion-law@27", clocks: [.endAll]),
      // 随案移送公安机关, and the party told in writing.
      ActRule(
        "transfer", from: ["in-force", "extended"], to: "transferred", side: .conductor, by: .handlersAndHeads,
        facts: [
          .required("receivingAgency", .agency), .required("document", .line), .required("partyTold", FactField.yesNo),
        ],
        requires: [
          .caseReferred,
          .refused("partyTold", is: "no", as: "measure.party-untold", citation: "administrative-compulsion-law@21"),
          .registrationStillInForce, .sealStillInForce,
        ],
        citation: "administrative-compulsion-law@21", clocks: [.endAll]),
    ],
    leads: false, follows: [.penalty], needsOrigin: true)
}

extension Requirement {
  /// 处罚决定前: a measure serves an investigation that is not over.
  static let penaltyUndecided = Requirement("measure.case-over") { standing in
    let over: Set<String> = ["not-filed", "decision", "service", "publication", "closed"]
    return standing.around.origin.map { !over.contains($0.state) } ?? true
  }

  /// 负责人批准, unless it was urgent.
  static func approved(_ measures: String..., by citation: String) -> Requirement {
    Requirement("fact.needed", field: "facts.approver", citation: citation) { standing in
      guard measures.contains(standing.known("measure") ?? ""), standing.known("urgent") != "yes",
        standing.known("approver") == nil
      else { return nil }
      return ["fact": .term("fact.approver")]
    }
  }

  /// Who approves is none of those who take the measure.
  static let approverApart = Requirement("measure.approver-handles", field: "facts.approver") { standing in
    let officers = (standing.known("officers") ?? "").split(separator: "、").map(String.init)
    return standing.facts["approver"].map { !officers.contains($0) } ?? true
  }

  /// 设区的市级以上负责人批准: of a sealing or seizure in a trade-secret case.
  static let secretMeasure = Requirement(
    "secret.city", field: "facts.cityApproval", citation: "trade-secret-provisions@23"
  ) { standing in
    standing.file.ipType != .tradeSecret || standing.known("measure") == "registration"
      || standing.known("cityApproval") != nil
  }

  /// 情况紧急当场实施: only that is approved afterwards.
  static let takenOnTheSpot = Requirement("measure.not-urgent", citation: "administrative-compulsion-law@19") {
    $0.known("urgent") == "yes"
  }

  /// 已经批准, before or within 24 hours after.
  static let approvedByNow = Requirement("measure.unapproved", citation: "administrative-compulsion-law@19") {
    $0.known("urgent") != "yes" || $0.known("approver") != nil
  }

  /// 登记保存期限未满
  static let registrationStillInForce = Requirement.inTime(
    for: "P6", as: "measure.lapsed", citation: "samr-procedure@35")

  /// 查封、扣押期限未满
  static let sealStillInForce = Requirement.inTime(
    for: "P7", as: "measure.lapsed", citation: "administrative-compulsion-law@25")

  /// 处罚决定: what was taken is confiscated by it alone.
  static let penaltyDecided = Requirement("measure.undecided", citation: "administrative-compulsion-law@27") {
    $0.around.origin?.known["outcome"] == "penalty"
  }

  /// 随案移送: the case itself goes to the police, or has gone.
  static let caseReferred = Requirement("measure.not-referred", citation: "administrative-compulsion-law@21") {
    $0.file.others.contains {
      $0.kind == .referral
        && [
          "sent", "received", "supplementing", "passed-on", "forwarded", "police-filed", "concluded",
        ].contains($0.state)
    }
  }
}

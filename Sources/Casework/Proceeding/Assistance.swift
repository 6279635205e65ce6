import Law

/// Rights assistance (维权援助): advice and help for holders of rights, taken in by workstations (保护工作站), markets,
/// platforms and the agencies themselves.
///
/// Applied for → accepted or declined → advice, help with evidence, expert opinions, referral to mediation → completed →
/// followed up. A dispute overseas goes to the Foshan branch of the national centre for overseas IP disputes
/// (国家海外知识产权纠纷应对指导中心佛山分中心), which signs for it, guides and reports back.
///
/// No statute sets a time limit: a day that the agency promised is recorded, and runs.
///
/// Legal basis: 广东省知识产权保护条例 (2022) art. 40, which demands the system; the stages are those of the district.
extension Procedure {
  /// The machine.
  public static let assistance = Procedure(
    kind: .assistance,
    // 咨询、申请
    opening: ActRule(
      "apply", to: "applied", by: .intake,
      facts: [
        .required("applicant", .line), .optional("contact", .line),
        .required("assistanceKind", .choice(["consultation", "application"])), .required("assistanceRequest", .prose),
        .required("intake", .choice(intakes)), .optional("intakePlace", .line),
      ],
      requires: [.intakePlaced, .assistedInOwnFile], citation: "guangdong-ip-regulation@40"),
    rules: [
      // 受理: with the day by which the agency promises to be done, where it promises one.
      ActRule(
        "accept", from: ["applied"], to: "accepted", side: .conductor, by: .handlersAndHeads,
        facts: [.optional("dueOn", .day), .optional("document", .line)], requires: [.later("dueOn")],
        milestone: .accepted, clocks: [.startUntil(fact: "dueOn", "W-assist", against: .owner)]),
      // 不予受理
      ActRule(
        "decline", from: ["applied"], to: "declined", side: .conductor, by: .handlersAndHeads,
        facts: [.required("reason", .prose), .optional("document", .line)], clocks: [.endAll]),
      // 提供咨询意见
      ActRule(
        "advise", from: ["accepted"], to: nil, side: .conductor, by: .handlers, facts: [.required("advice", .prose)]),
      // 协助收集证据
      ActRule(
        "help-evidence", from: ["accepted"], to: nil, side: .conductor, by: .handlers,
        facts: [.required("evidenceHelp", .prose)]),
      // 专家意见
      ActRule(
        "consult-experts", from: ["accepted"], to: nil, side: .conductor, by: .handlers,
        facts: [.required("experts", .officers(atLeast: 1)), .required("expertOpinion", .prose)]),
      // 转介调解，转交有权机关: that agency sees the file from here on.
      ActRule(
        "refer", from: ["accepted"], to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [
          .required("referredFor", .choice(["mediation", "complaint", "tip", "adjudication", "other"])),
          .required("receivingAgency", .agency), .optional("reason", .prose),
        ],
        requires: [.elsewhere("receivingAgency")], informs: "receivingAgency"),
      // 海外纠纷转交佛山分中心
      ActRule(
        "refer-overseas", from: ["accepted"], to: "overseas-referred", side: .conductor, by: .handlersAndHeads,
        facts: [
          .required("handler", .agency), .required("country", .line), .required("overseasDispute", .prose),
          .optional("document", .line),
        ],
        requires: [.handledByOverseasCentre], informs: "handler"),
      // 分中心接收
      ActRule(
        "acknowledge", from: ["overseas-referred"], to: "overseas", side: .receiver, by: .intake,
        facts: [.optional("receipt", .line)]),
      // 分中心退回: not its matter.
      ActRule(
        "return", from: ["overseas-referred"], to: "accepted", side: .receiver, by: .handlersAndHeads,
        facts: [.required("reason", .prose)]),
      // 分中心指导
      ActRule(
        "guide", from: ["overseas"], to: nil, side: .receiver, by: .handlers, facts: [.required("guidance", .prose)]),
      // 分中心反馈结果
      ActRule(
        "report-back", from: ["overseas"], to: "accepted", side: .receiver, by: .handlersAndHeads,
        facts: [.required("centreReport", .prose), .optional("document", .line)]),
      // 调整办理期限
      ActRule(
        "reschedule", from: pending.subtracting(["applied"]), to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("dueOn", .day), .required("reason", .prose)], requires: [.later("dueOn"), .dayPromised],
        clocks: [.reset(fact: "dueOn", "W-assist")]),
      // 撤回申请
      ActRule(
        "withdraw", from: pending, to: "withdrawn", side: .conductor, by: .handlers,
        facts: [.optional("reason", .prose)], clocks: [.endAll]),
      // 办结
      ActRule(
        "complete", from: ["accepted"], to: "completed", side: .conductor, by: .handlersAndHeads,
        facts: [.required("assistanceResult", .prose), .optional("document", .line)],
        clocks: [.satisfy("W-assist")]),
      // 回访
      ActRule(
        "follow-up", from: ["completed"], to: "followed-up", side: .conductor, by: .intake,
        facts: [.required("feedback", .prose)], clocks: [.endAll]),
    ],
    conduct: .anyOf([.enforcement, .town, .platform, .justice]), begins: true, follows: [.complaint, .tip],
    receiver: "handler")

  /// States before the end.
  private static let pending: Set<String> = ["applied", "accepted", "overseas-referred", "overseas"]
}

extension Requirement {
  /// An application is handled in a file of the agency that takes it in.
  static let assistedInOwnFile = Requirement("assistance.own-file") {
    $0.file.id == 0 || $0.file.owner == $0.officer.agency
  }

  /// 国家海外知识产权纠纷应对指导中心佛山分中心, by its code in the register of agencies.
  private static let overseasCentre = "OVERSEAS"

  /// 海外纠纷 goes to the Foshan branch centre and to nobody else.
  static let handledByOverseasCentre = Requirement("assistance.not-centre", field: "facts.handler") {
    $0.facts["handler"] == overseasCentre
  }

  /// Only a day that was promised moves.
  static let dayPromised = Requirement("assistance.no-day", field: "facts.dueOn") {
    $0.proceeding.known["dueOn"] != nil
  }
}

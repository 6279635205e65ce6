/// Opinion of the procuratorate (检察意见) to an agency: to penalise after a decision not to prosecute (反向衔接), to refer a
/// case, or to put something else right.
///
/// Proposed → after a decision not to prosecute, reviewed by the administrative section → delivered → answered → closed.
/// The addressee learns of it, and sees the file, when it is delivered. The day for the answer is the one that the paper
/// names. Who does not answer is reported to its superior.
///
/// Legal basis: 刑事诉讼法 (2018) art. 177; 人民检察院刑事诉讼规则 (2019) art. 557; 人民检察院行刑反向衔接工作指引 (2024)
/// art. 12-13, 15.
extension Procedure {
  /// The machine.
  public static let opinion = Procedure(
    kind: .opinion,
    // 提出: after a decision not to prosecute the criminal section hands over within three working days.
    opening: ActRule(
      "propose", to: "proposed", side: .conductor, by: .handlersAndHeads,
      facts: [
        .required("addressee", .agency), .required("opinionKind", .choice(["penalise", "refer", "correct"])),
        .optional("notProsecutedOn", .day), .optional("reason", .prose),
      ],
      requires: [
        .notProsecuted, .notReferredYet, .needs("notProsecutedOn", where: "opinionKind", is: "penalise"),
        .onlyAfterNonProsecution, .notLater("notProsecutedOn"),
      ],
      clocks: [.startOn(fact: "notProsecutedOn", "V-handover", against: .owner)]),
    rules: [
      // 行政检察部门受理、审查
      ActRule(
        "register", from: ["proposed"], to: "review", side: .conductor, by: .intake,
        facts: [.optional("document", .line)], requires: [.reverseReferral],
        citation: "reverse-referral-guideline@12",
        clocks: [.satisfy("V-handover"), .start("V-review", against: .owner)]),
      // 延长审查期限
      ActRule(
        "extend", from: ["review"], to: nil, side: .conductor, by: .heads,
        facts: [
          .required("extension", .choice(["V-review-chief-procurator"])), .required("days", .count),
          .required("reason", .prose),
        ],
        citation: "reverse-referral-guideline@12", clocks: [.extend]),
      // 中止审查 (复议复核、申诉、自诉)，或者征求其他检察院意见
      ActRule(
        "pause", from: ["review"], to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("pause", .choice(["suspension", "consultation"])), .optional("reason", .prose)],
        citation: "reverse-referral-guideline@13", clocks: [.pause]),
      // 恢复审查
      ActRule(
        "resume", from: ["review"], to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("pause", .choice(["suspension", "consultation"])), .optional("reason", .prose)],
        citation: "reverse-referral-guideline@13", clocks: [.resume]),
      // 终结审查: no penalty is due, or nothing need be said.
      ActRule(
        "terminate", from: ["proposed", "review"], to: "terminated", side: .conductor, by: .heads,
        facts: [.required("reason", .prose), .optional("document", .line)],
        citation: "reverse-referral-guideline@15", clocks: [.satisfy("V-review"), .endAll]),
      // 送达检察意见书: approved by the chief procurator, with its own day for the answer.
      ActRule(
        "deliver", from: ["proposed", "review"], to: "delivered", side: .conductor, by: .heads,
        facts: [.required("document", .line), .required("replyBy", .day), .optional("demand", .prose)],
        requires: [.reviewedFirst, .later("replyBy")], informs: "addressee", citation: "criminal-procedure-law@177.3",
        clocks: [.satisfy("V-review"), .startUntil(fact: "replyBy", "V-reply", against: .receiver)]),
      // 签收
      ActRule(
        "acknowledge", from: ["delivered"], to: "acknowledged", side: .receiver, by: .intake,
        facts: [.optional("receipt", .line)]),
      // 回复: what the agency does about it; a penalty case is named by its document of filing.
      ActRule(
        "reply", from: ["delivered", "acknowledged", "reported"], to: "replied", side: .receiver,
        by: .handlersAndHeads,
        facts: [
          .required("reply", .prose),
          .required(
            "opinionAction", .choice(["penalty-opened", "not-needed", "referred", "corrected", "other"])),
          .optional("document", .line),
        ],
        requires: [.filingNamed], citation: "criminal-procedure-law@177.3", clocks: [.satisfy("V-reply")]),
      // 逾期不回复、不采纳的，报告、通报上级机关
      ActRule(
        "report", from: ["delivered", "acknowledged", "replied"], to: "reported", side: .conductor, by: .heads,
        facts: [.required("movedTo", .line), .required("reason", .prose)],
        requires: [.waited(for: "V-reply", citation: "procuratorate-linkage@11")],
        citation: "procuratorate-linkage@11"),
      // 办结
      ActRule(
        "close", from: ["replied", "reported"], to: "closed", side: .conductor, by: .handlersAndHeads,
        facts: [.optional("result", .prose)], clocks: [.endAll]),
    ],
    conduct: .anyOf([.procuratorate]), leads: false, follows: [.prosecution, .referral, .penalty],
    receiver: "addressee", suspension: "reverse-referral-guideline@13")
}

extension Requirement {
  /// 反向衔接: an opinion to penalise follows from a decision not to prosecute.
  static let notProsecuted = Requirement(
    "opinion.no-decision", field: "origin", citation: "criminal-procedure-law@177.3"
  ) { standing in
    let origin = standing.around.origin
    return standing.facts["opinionKind"] != "penalise"
      || (origin?.kind == .prosecution && ["not-prosecuted", "recorded"].contains(origin?.state ?? ""))
  }

  /// 建议移送: an agency that has referred the case need not be told to.
  static let notReferredYet = Requirement(
    "opinion.referred", field: "facts.opinionKind", citation: "procuratorate-rules@557.3"
  ) { $0.facts["opinionKind"] != "refer" || $0.file.openReferral == nil }

  /// The day of a decision not to prosecute belongs to an opinion that follows from one.
  static let onlyAfterNonProsecution = Requirement("opinion.day-unneeded", field: "facts.notProsecutedOn") {
    $0.facts["opinionKind"] == "penalise" || $0.facts["notProsecutedOn"] == nil
  }

  /// The review by the administrative section is that of reverse referrals.
  static let reverseReferral = Requirement("opinion.not-reverse", citation: "reverse-referral-guideline@12") {
    $0.known("opinionKind") == "penalise"
  }

  /// An opinion to penalise is delivered after that review.
  static let reviewedFirst = Requirement("opinion.unreviewed", citation: "reverse-referral-guideline@12") {
    $0.proceeding.state != "proposed" || $0.known("opinionKind") != "penalise"
  }

  /// 已立案: the answer names the case.
  static let filingNamed = Requirement("opinion.filing-unnamed", field: "facts.document") {
    $0.facts["opinionAction"] != "penalty-opened" || $0.facts["document"] != nil
  }
}

import Law

/// Consumer complaint (投诉): a consumer's dispute with a trader that the agency is asked to settle.
///
/// Taken in → accepted or refused within seven working days → mediated → agreed, settled, withdrawn or terminated →
/// closed. A report of a violation (举报) in the same paper is split off and handled as a tip. A right holder who
/// complains of an infringement is no consumer: that is a tip, a request for adjudication or one for mediation.
///
/// What was accepted before 2026-04-15 is mediated for forty-five working days, what was accepted since then for sixty
/// days; the law book chooses by the day of acceptance.
///
/// Legal basis: 市场监督管理投诉举报处理办法 (2025) art. 3, 9, 13, 15, 16, 22, 23, 27; before it 市场监督管理投诉举报处理暂行办法
/// (2020) art. 14, 21.
extension Procedure {
  /// The machine.
  public static let complaint = Procedure(
    kind: .complaint,
    // 登记投诉
    opening: ActRule(
      "register", to: "received", by: .intake,
      facts: [
        .required("complainant", .line), .optional("contact", .line),
        .required("capacity", .choice(["consumer", "rights-holder"])), .required("claim", .prose),
        .optional("purchasedOn", .day), .required("forDailyUse", FactField.yesNo),
        .required("intake", .choice(intakes)), .optional("intakePlace", .line),
      ],
      requires: [.complainsAsConsumer, .intakePlaced, .notLater("purchasedOn")], citation: "complaint-measures@3",
      clocks: [.start("T1", against: .owner)]),
    rules: [
      // 分送: the report of a violation that the same paper makes.
      ActRule(
        "split", from: ["received", "accepted"], to: nil, by: .handlers, facts: [.required("tipPart", .prose)],
        citation: "complaint-measures@9"),
      // 受理
      ActRule(
        "accept", from: ["received"], to: "accepted", by: .handlersAndHeads, facts: [.optional("document", .line)],
        requires: [.boughtForDailyUse], milestone: .accepted, citation: "complaint-measures@15",
        clocks: [.satisfy("T1"), .start("T2", against: .owner)]),
      // 不予受理: with reasons, and with what else the complainant can do.
      ActRule(
        "refuse", from: ["received"], to: "refused", by: .handlersAndHeads,
        facts: [
          .required(
            "nonAcceptance",
            .choice([
              "other-duty", "handled-elsewhere", "not-daily-use", "three-years", "material", "identity", "other",
            ])), .required("reason", .prose), .required("otherRemedies", .prose), .optional("document", .line),
        ],
        citation: "complaint-measures@16", clocks: [.satisfy("T1"), .endAll]),
      // 调解
      ActRule(
        "mediate", from: ["accepted"], to: nil, by: .handlers,
        facts: [.required("mediationRecord", .prose), .optional("document", .line)]),
      // 检测、鉴定期间不计入
      ActRule(
        "pause", from: ["accepted"], to: nil, by: .handlersAndHeads,
        facts: [.required("pause", .choice(complaintPauses)), .optional("reason", .prose)],
        citation: "complaint-measures@22", clocks: [.pause]),
      // 检测、鉴定结束
      ActRule(
        "resume", from: ["accepted"], to: nil, by: .handlersAndHeads,
        facts: [.required("pause", .choice(complaintPauses)), .optional("reason", .prose)],
        citation: "complaint-measures@22", clocks: [.resume]),
      // 调解中发现违法线索
      ActRule(
        "spot-violation", from: ["accepted"], to: nil, by: .handlers, facts: [.required("violation", .prose)],
        citation: "complaint-measures@27", clocks: [.start("T4", against: .owner)]),
      // 延长核查期限
      ActRule(
        "extend", from: ended.union(["accepted"]), to: nil, by: .heads,
        facts: [.required("extension", .choice(["T4-extended"])), .required("reason", .prose)],
        citation: "complaint-measures@27", clocks: [.extend]),
      // 核查违法线索: a tip or a penalty follows from the complaint, or there is no violation.
      ActRule(
        "verify-violation", from: ended.union(["accepted"]), to: nil, by: .handlers,
        facts: [.required("violationResult", .choice(["opened", "none"])), .required("findings", .prose)],
        requires: [.violationSpotted, .violationFollowed], citation: "complaint-measures@27",
        clocks: [.satisfy("T4")]),
      // 达成调解协议: while the time for mediation lasts.
      ActRule(
        "agree", from: ["accepted"], to: "agreed", by: .handlers,
        facts: [
          .required("mediatedTerms", .prose), .required("agreementForm", .choice(["mediation-document", "recorded"])),
          .optional("document", .line),
        ],
        requires: [.inTime(for: "T2", as: "complaint.mediation-over", citation: "complaint-measures@23(5)")],
        milestone: .agreed, clocks: [.satisfy("T2")]),
      // 自行和解
      ActRule(
        "settle", from: ["received", "accepted"], to: "settled", by: .handlers,
        facts: [.optional("settlement", .prose)],
        clocks: [.satisfy("T1"), .satisfy("T2")]),
      // 撤回投诉
      ActRule(
        "withdraw", from: ["received", "accepted"], to: "withdrawn", by: .handlers,
        facts: [.optional("reason", .prose)],
        clocks: [.satisfy("T1"), .satisfy("T2")]),
      // 终止调解
      ActRule(
        "terminate", from: ["accepted"], to: "terminated", by: .handlersAndHeads,
        facts: [
          .required("mediationEnd", .choice(["time-over", "party-refuses", "no-agreement", "other"])),
          .optional("reason", .prose), .optional("document", .line),
        ],
        requires: [.mediationTimeOver, .gives("reason", where: "mediationEnd", is: "other")],
        citation: "complaint-measures@23", clocks: [.satisfy("T2"), .start("T3", against: .owner)]),
      // 告知终止调解
      ActRule(
        "notify", from: ["terminated"], to: nil, by: .intake, facts: [.optional("document", .line)],
        citation: "complaint-measures@23", clocks: [.satisfy("T3")]),
      // 办结: both sides know, and what was seen on the way was verified.
      ActRule(
        "close", from: ended, to: "closed", by: .handlersAndHeads, facts: [.optional("opinion", .prose)],
        requires: [
          .done("T3", as: "complaint.untold", citation: "complaint-measures@23"),
          .done("T4", as: "complaint.unverified", citation: "complaint-measures@27"),
        ],
        clocks: [.endAll]),
    ],
    conduct: .owner([.enforcement, .town]), begins: true, follows: [.assistance])

  /// The ways by which complaints, tips and requests for assistance come in (登记渠道): workstations (保护工作站), markets
  /// and platforms among them.
  static let intakes = ["station", "market", "platform", "hotline", "counter", "other"]

  /// States in which the dispute is over and the file is not yet closed.
  private static let ended: Set<String> = ["agreed", "settled", "withdrawn", "terminated"]
  /// 不计入调解期限的事由.
  private static let complaintPauses = ["testing", "appraisal"]
}

extension Requirement {
  /// 投诉人是消费者: a right holder's complaint of infringement is no consumer dispute.
  static let complainsAsConsumer = Requirement.refused(
    "capacity", is: "rights-holder", as: "complaint.not-consumer", citation: "complaint-measures@3")

  /// 为生活消费需要购买、使用商品或者接受服务.
  static let boughtForDailyUse = Requirement.refused(
    "forDailyUse", is: "no", as: "complaint.not-daily-use", citation: "complaint-measures@16")

  /// What comes from a workstation, a market or a platform says from which.
  static let intakePlaced = Requirement.needs("intakePlace", where: "intake", is: "station", "market", "platform")

  /// 期满未达成调解协议: that ends the mediation only when the time has run out.
  static let mediationTimeOver = Requirement(
    "complaint.not-over", field: "happenedOn", citation: "complaint-measures@23(5)"
  ) { standing in
    guard standing.facts["mediationEnd"] == "time-over",
      let clock = standing.around.clocks.first(where: { $0.rule == "T2" })
    else { return nil }
    guard let due = clock.dueDay else { return ["day": .text("—")] }
    return standing.day.last >= due ? nil : ["day": .text(due.description)]
  }

  /// Only a violation that was recorded is verified.
  static let violationSpotted = Requirement("complaint.no-violation", citation: "complaint-measures@27") {
    $0.known("violation") != nil
  }

  /// 转为案源: a tip or a penalty of the file takes the violation up.
  static let violationFollowed = Requirement(
    "complaint.not-opened", field: "facts.violationResult", citation: "complaint-measures@27"
  ) { standing in
    standing.facts["violationResult"] != "opened"
      || standing.file.others.contains { [.tip, .penalty, .summary].contains($0.kind) }
  }

  /// Where a fact of the act has one of these values, the act itself gives another; what was recorded before will not do.
  static func gives(_ needed: String, where fact: String, is values: String..., citation: String? = nil) -> Requirement
  {
    Requirement("fact.needed", field: "facts.\(needed)", citation: citation) { standing in
      guard values.contains(standing.known(fact) ?? ""), standing.facts[needed] == nil else { return nil }
      return ["fact": .term("fact.\(needed)")]
    }
  }

  /// What a clock of the agency's waits for has been done: it runs no more.
  static func done(_ rule: String, as code: String, citation: String? = nil) -> Requirement {
    Requirement(code, citation: citation) { standing in !standing.around.clocks.contains { $0.rule == rule } }
  }
}

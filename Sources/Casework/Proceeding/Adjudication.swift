import Law

/// Administrative adjudication of a patent infringement dispute (专利侵权纠纷行政裁决).
///
/// Request → correction → filed or not filed → copy served → answer → examination, with an oral hearing or without →
/// one of three closing forms: ruling (行政裁决), mediated (调解结案), case withdrawn (撤销案件). A ruling is served; within
/// 15 days either party may sue; if nobody sues and the infringement goes on, the party is reminded (催告), and ten working
/// days later the court is asked to enforce it, within three months of the end of the time to sue. A ruling that the court
/// annuls is examined again.
///
/// A request has a request number; there is a case number only from filing on. The power to decide is the city's; a
/// district bureau handles a case on the city's written delegation, in the city's name, and delegates it no further.
/// Nothing is sealed or seized: the agency asks, inspects the place, and looks at the products.
///
/// Legal basis: 专利法 (2020) art. 65, 69(2); 专利纠纷行政裁决和调解办法 (2025) art. 7, 8, 12-37;
/// 广东省知识产权保护条例 (2022) art. 27; 行政强制法 (2011) art. 53, 54.
extension Procedure {
  /// The machine.
  public static let adjudication = Procedure(
    kind: .adjudication,
    // 收到处理请求: with a request number; whose power it is, and by which delegation it is handled here.
    opening: ActRule(
      "request", to: "requested", by: .intake,
      facts: [
        .required("requestNumber", .line), .required("patentNumber", .line), .required("decidingAuthority", .agency),
        .optional("delegation", .line),
      ],
      requires: [.concernsPatent, .patentNumberReads, .decidedByCity, .delegated], informs: "decidingAuthority",
      citation: "patent-law@65", clocks: [.start("A3", against: .owner)]),
    rules: [
      // 补正通知: one complete written notice that sets the period.
      ActRule(
        "correct", from: ["requested"], to: "correction", by: .handlers,
        facts: [.required("corrections", .prose), .required("correctBy", .day)], requires: [.later("correctBy")],
        citation: "patent-dispute-measures@16",
        clocks: [.end("A3"), .startUntil(fact: "correctBy", "A2", against: .party)]),
      // 收到补正材料: the request is received as it should be, and the time to decide on filing runs from there.
      ActRule(
        "resubmit", from: ["correction"], to: "requested", by: .intake, facts: [.optional("document", .line)],
        citation: "patent-dispute-measures@16", clocks: [.satisfy("A2"), .start("A3", against: .owner)]),
      // 请求人在立案前撤回请求
      ActRule(
        "retract", from: ["requested", "correction"], to: "not-filed", by: .intake,
        facts: [.optional("reason", .prose)],
        clocks: [.endAll]),
      // 不予立案, with the reasons; for want of correction only when its period is over.
      ActRule(
        "decline", from: ["requested", "correction"], to: "not-filed", by: .handlersAndHeads,
        facts: [
          .required(
            "declineGround",
            .choice(["not-admissible", "suit-pending", "late-correction", "still-deficient", "other"])),
          .required("reason", .prose), .optional("document", .line),
        ],
        requires: [.waited(for: "A2", citation: "patent-dispute-measures@16")],
        citation: "patent-dispute-measures@20", clocks: [.satisfy("A3"), .endAll]),
      // 立案: case number, and a panel (合议组) of three or more, an odd number; no suit on the same dispute.
      ActRule(
        "file", from: ["requested"], to: "filed", by: .handlersAndHeads,
        facts: [
          .required("caseNumber", .line), .required("panel", .panel), .required("suitPending", FactField.yesNo),
          .optional("document", .line),
        ],
        requires: [
          .refused(
            "suitPending", is: "yes", as: "adjudication.suit-pending", citation: "patent-dispute-measures@12")
        ],
        milestone: .accepted, citation: "patent-dispute-measures@20",
        clocks: [.satisfy("A3"), .start("A4", against: .owner), .start("A9", against: .owner)]),
      // 送达请求书副本
      ActRule(
        "deliver", from: ["filed"], to: "answer", by: .intake, citation: "patent-dispute-measures@22",
        clocks: [.satisfy("A4"), .start("A5", against: .party)]),
      // 准许延期答辩: no domicile in China, or granted by the panel.
      ActRule(
        "allow", from: ["answer"], to: nil, by: .handlers,
        facts: [
          .required("extension", .choice(["A5-no-domicile", "A5-panel"])), .optional("days", .count),
          .required("reason", .prose),
        ],
        citation: "patent-dispute-measures@22", clocks: [.extend]),
      // 收到答辩书
      ActRule(
        "answer", from: ["answer"], to: "answered", by: .intake, facts: [.optional("document", .line)],
        citation: "patent-dispute-measures@22", clocks: [.satisfy("A5"), .start("A6", against: .owner)]),
      // 送达答辩书副本
      ActRule(
        "forward", from: ["answered"], to: "examination", by: .intake, citation: "patent-dispute-measures@22",
        clocks: [.satisfy("A6")]),
      // 逾期不答辩: the case goes on.
      ActRule(
        "proceed", from: ["answer"], to: "examination", by: .handlers,
        requires: [.waited(for: "A5", citation: "patent-dispute-measures@22")],
        citation: "patent-dispute-measures@22", clocks: [.end("A5")]),
      // 调查: questions, inspection of the place and of the products; nothing is sealed, seized or copied.
      ActRule(
        "investigate", from: pending, to: nil, by: .handlers,
        facts: [
          .required("means", .choice(["inquiry", "site", "products", "demonstration"])), .required("measures", .prose),
        ],
        citation: "patent-law@69.2"),
      // 决定口头审理: the day of the hearing, from which the last day for its notice is counted back.
      ActRule(
        "schedule", from: ["examination", "scheduled", "noticed"], to: "scheduled", by: .handlers,
        facts: [.required("hearingDay", .day), .required("place", .line)], requires: [.later("hearingDay")],
        citation: "patent-dispute-measures@26",
        clocks: [.end("A7"), .startOn(fact: "hearingDay", "A7", against: .owner)]),
      // 通知口头审理, three working days before it or earlier.
      ActRule(
        "notify", from: ["scheduled"], to: "noticed", by: .intake, facts: [.optional("document", .line)],
        requires: [
          .inTime(for: "A7", as: "adjudication.hearing-notice", citation: "patent-dispute-measures@26")
        ],
        citation: "patent-dispute-measures@26", clocks: [.satisfy("A7")]),
      // 口头审理: who stays away or leaves without a good reason.
      ActRule(
        "hear", from: ["noticed"], to: "examination", by: .handlers,
        facts: [
          .required("attendance", .choice(["both", "requester-absent", "respondent-absent"])),
          .required("record", .prose),
        ],
        requires: [.hearingDayReached], citation: "patent-dispute-measures@26"),
      // 中止处理, on request or ex officio; while it lasts nothing goes on.
      ActRule(
        "suspend", from: pending, to: nil, by: .handlersAndHeads,
        facts: [
          .required("pause", .choice(["suspension"])),
          .required(
            "suspensionGround",
            .choice([
              "invalidation", "invention-invalidation", "death", "incapacity", "dissolution", "force-majeure",
              "other-case", "instruction",
            ])),
          .optional("reason", .prose),
        ],
        requires: [.suspensionGround], citation: "patent-dispute-measures@28", clocks: [.pause]),
      // 不予中止
      ActRule(
        "refuse-suspension", from: pending, to: nil, by: .handlersAndHeads,
        facts: [
          .required(
            "refusalGround",
            .choice(["invention", "evaluation-report", "repeated-invalidation", "upheld-validity", "unnecessary"])),
          .required("reason", .prose),
        ],
        requires: [.refusalGround], citation: "patent-dispute-measures@29"),
      // 其他不计入办案期限的期间开始
      ActRule(
        "pause", from: pending, to: nil, by: .handlersAndHeads,
        facts: [.required("pause", .choice(pauses)), .optional("reason", .prose)],
        citation: "patent-dispute-measures@37", clocks: [.pause]),
      // 恢复处理
      ActRule(
        "resume", from: pending, to: nil, by: .handlersAndHeads,
        facts: [.required("pause", .choice(["suspension"] + pauses)), .optional("reason", .prose)],
        citation: "patent-dispute-measures@37", clocks: [.resume]),
      // 延长期限: filing and closing by the head; closing once more by the next higher authority.
      ActRule(
        "extend", from: pending.union(["requested"]), to: nil, by: .heads,
        facts: [
          .required("extension", .choice(["A3-head", "A9-head", "A9-upper"])), .optional("document", .line),
          .required("reason", .prose),
        ],
        clocks: [.extend]),
      // 行政裁决
      ActRule(
        "decide", from: ["examination"], to: "decided", by: .heads,
        facts: [
          .required("ruling", .choice(["infringement", "no-infringement"])), .optional("orders", .prose),
          .required("document", .line),
        ],
        requires: [
          .needs("orders", where: "ruling", is: "infringement", citation: "patent-dispute-measures@32"), .requesterCame,
        ],
        milestone: .adjudicated, citation: "patent-dispute-measures@30", clocks: [.end("A7"), .satisfy("A9")]),
      // 重复侵权直接裁决: an earlier ruling or judgment on the same patent and the same conduct is in effect.
      ActRule(
        "decide-directly", from: pending, to: "decided", by: .heads,
        facts: [
          .required("effectiveRuling", .line), .required("ruling", .choice(["infringement"])),
          .required("orders", .prose), .required("document", .line),
        ],
        requires: [.requesterCame], milestone: .adjudicated, citation: "patent-dispute-measures@34",
        clocks: [.end("A4"), .end("A5"), .end("A6"), .end("A7"), .satisfy("A9")]),
      // 调解结案: both agree; damages are settled in no other way.
      ActRule(
        "mediate", from: pending, to: "mediated", by: .handlers,
        facts: [.required("document", .line), .optional("agreementContent", .prose)], milestone: .agreed,
        citation: "patent-dispute-measures@30", clocks: [.satisfy("A9"), .endAll]),
      // 撤销案件
      ActRule(
        "withdraw", from: pending, to: "withdrawn", by: .handlersAndHeads,
        facts: [
          .required(
            "withdrawalGround",
            .choice([
              "not-admissible", "request-withdrawn", "requester-absent", "requester-gone", "respondent-gone",
              "claims-unclear", "other",
            ])),
          .required("document", .line), .optional("reason", .prose),
        ],
        citation: "patent-dispute-measures@36", clocks: [.satisfy("A9"), .endAll]),
      // 送达行政裁决书: each party may sue within fifteen days.
      ActRule(
        "serve", from: ["decided"], to: "served", by: .intake,
        facts: [.required("mode", .choice(["direct", "left", "electronic", "post", "entrusted", "forwarded"]))],
        citation: "patent-law@65", clocks: [.start("Q-patent-suit", against: .party)]),
      // 公告送达
      ActRule(
        "serve-by-notice", from: ["decided"], to: "notice-service", by: .intake,
        facts: [.required("reason", .prose), .optional("address", .line)], citation: "samr-procedure@82",
        clocks: [.start("P18", against: .party)], sets: ["mode": "public-notice"]),
      // 公告期满，视为送达: only then does the time to sue begin.
      ActRule(
        "deem-served", from: ["notice-service"], to: "served", by: .intake, facts: [.optional("document", .line)],
        requires: [.waited(for: "P18", citation: "samr-procedure@82")], citation: "samr-procedure@82",
        clocks: [.satisfy("P18"), .start("Q-patent-suit", against: .party)]),
      // 当事人起诉
      ActRule(
        "sue", from: ["served"], to: "sued", by: .intake, facts: [.optional("suitCourt", .line)],
        citation: "patent-law@65", clocks: [.satisfy("Q-patent-suit")]),
      // 裁决经诉讼得以维持
      ActRule("uphold", from: ["sued"], to: "upheld", by: .intake, facts: [.required("document", .line)]),
      // 裁决被撤销
      ActRule(
        "annul", from: ["sued"], to: "annulled", by: .intake, facts: [.required("document", .line)], clocks: [.endAll]),
      // 重新处理: the request is still to be ruled on; no rule says by when.
      ActRule(
        "resume-examination", from: ["annulled"], to: "examination", by: .handlersAndHeads,
        facts: [.required("reason", .prose), .optional("document", .line)]),
      // 停止侵权
      ActRule(
        "perform", from: ["served", "sued", "upheld", "reminded", "enforcement"], to: nil, by: .handlers,
        facts: [.required("performance", .prose)], citation: "patent-law@65"),
      // 催告: nobody sued in time, and the infringement goes on; from the end of that time the agency has three months.
      ActRule(
        "remind", from: ["served"], to: "reminded", by: .handlersAndHeads,
        facts: [.required("document", .line), .required("suitPeriodOver", .day)],
        requires: [
          .suitPeriodOver, .notLater("suitPeriodOver"), .suitPeriodEnd, .infringementFound, .infringementGoesOn,
        ],
        citation: "administrative-compulsion-law@54",
        clocks: [
          .end("Q-patent-suit"), .start("P22", against: .party),
          .startOn(fact: "suitPeriodOver", "P23", against: .owner),
        ]),
      // 催告: the ruling stands after a suit.
      ActRule(
        "remind", from: ["upheld"], to: "reminded", by: .handlersAndHeads, facts: [.required("document", .line)],
        requires: [.infringementFound, .infringementGoesOn], citation: "administrative-compulsion-law@54",
        clocks: [.start("P22", against: .party)]),
      // 申请人民法院强制执行: ten working days after the reminder, and still nothing is done.
      ActRule(
        "apply", from: ["reminded"], to: "enforcement", by: .heads,
        facts: [.required("court", .agency), .required("document", .line)],
        requires: [
          .waited(for: "P22", citation: "administrative-compulsion-law@54"), .infringementGoesOn,
          .inTime(
            for: "P23", as: "adjudication.late-enforcement", citation: "administrative-compulsion-law@53"),
        ],
        informs: "court", citation: "administrative-compulsion-law@53", clocks: [.end("P22"), .satisfy("P23")]),
      // 结案归档
      ActRule(
        "close", from: ["served", "upheld", "reminded", "enforcement"], to: "closed", by: .heads,
        facts: [
          .required(
            "closeGround", .choice(["performed", "no-infringement", "enforced", "enforcement-ended", "other"])),
          .optional("reason", .prose),
        ],
        requires: [.suitPeriodOver], clocks: [.endAll]),
    ],
    conduct: .owner([.enforcement]), begins: true, follows: [.complaint, .tip, .assistance, .mediation],
    suspension: "patent-dispute-measures@28")

  /// States between filing and one of the three closing forms.
  private static let pending: Set<String> = ["filed", "answer", "answered", "examination", "scheduled", "noticed"]
  /// 不计入办案期限的事由, beside suspension (中止).
  private static let pauses = [
    "public-notice", "inspection", "appraisal", "jurisdiction", "evidence-extension", "settlement",
  ]
  /// 设区的市的管理专利工作的部门: the city bureau, by the code of our register of agencies.
  fileprivate static let cityPatentAuthority = "FSIPB"
}

extension Requirement {
  /// The file concerns a patent.
  static let concernsPatent = Requirement("adjudication.not-patent", citation: "patent-law@65") {
    $0.file.ipType == .patent
  }

  /// The number is one of a patent; its check character fits.
  static let patentNumberReads = Requirement("adjudication.patent-number", field: "facts.patentNumber") {
    $0.patentKind != nil
  }

  /// 受案范围: it is the city that decides.
  static let decidedByCity = Requirement(
    "adjudication.city-level", field: "facts.decidingAuthority", citation: "patent-dispute-measures@7"
  ) { $0.known("decidingAuthority") == Procedure.cityPatentAuthority }

  /// 委托: who handles a case that another authority decides has that authority's written delegation.
  static let delegated = Requirement(
    "adjudication.delegation", field: "facts.delegation", citation: "guangdong-ip-regulation@27"
  ) { $0.known("decidingAuthority") == $0.officer.agency.rawValue || $0.known("delegation") != nil }

  /// The day fixed for the oral hearing has come.
  static let hearingDayReached = Requirement(
    "adjudication.hearing-day", field: "happenedOn", citation: "patent-dispute-measures@26"
  ) { standing in
    guard let day = standing.knownDay("hearingDay"), standing.day.last < day else { return nil }
    return ["day": .text(day.description)]
  }

  /// 请求人无正当理由不参加口头审理的，按撤回请求处理: then there is nothing to rule on.
  static let requesterCame = Requirement.refused(
    "attendance", is: "requester-absent", as: "adjudication.treated-withdrawn",
    citation: "patent-dispute-measures@26")

  /// An invalidation request must suspend the case of a utility model or a design, not that of an invention.
  static let suspensionGround = Requirement(
    "adjudication.suspension-ground", field: "facts.suspensionGround", citation: "patent-dispute-measures@28"
  ) { standing in
    switch standing.facts["suspensionGround"] {
    case "invalidation": standing.patentKind != .invention
    case "invention-invalidation": standing.patentKind == .invention
    default: true
    }
  }

  /// The grounds not to suspend: an invention; a clean evaluation report (专利权评价报告), which only other patents have.
  static let refusalGround = Requirement(
    "adjudication.refusal-ground", field: "facts.refusalGround", citation: "patent-dispute-measures@29"
  ) { standing in
    switch standing.facts["refusalGround"] {
    case "invention": standing.patentKind == .invention
    case "evaluation-report": standing.patentKind != .invention
    default: true
    }
  }

  /// 起诉期限届满: nobody sued within the fifteen days.
  static let suitPeriodOver = Requirement.waited(for: "Q-patent-suit", citation: "patent-law@65")

  /// 起诉期限届满之日: the last day of the time to sue, as it is reckoned.
  static let suitPeriodEnd = Requirement(
    "adjudication.suit-day", field: "facts.suitPeriodOver", citation: "patent-law@65"
  ) { standing in
    guard let due = standing.around.clocks.first(where: { $0.rule == "Q-patent-suit" })?.dueDay,
      standing.knownDay("suitPeriodOver") != due
    else { return nil }
    return ["day": .text(due.description)]
  }

  /// The ruling orders something.
  static let infringementFound = Requirement.refused(
    "ruling", is: "no-infringement", as: "adjudication.nothing-to-enforce", citation: "patent-law@65")

  /// 期满不起诉又不停止侵权行为
  static let infringementGoesOn = Requirement("adjudication.performed", citation: "patent-law@65") {
    $0.known("performance") == nil
  }
}

extension Standing {
  /// What the patent protects, by its number; `nil` where the number is none.
  fileprivate var patentKind: PatentNumber.Kind? {
    guard let number = known("patentNumber") else { return nil }
    do throws(IdentityFault) { return try PatentNumber(parsing: number).kind } catch { return nil }
  }
}

/// Civil case of the first instance (民事诉讼).
///
/// Accepted in one of three tracks (繁简分流) → tried, with mediation by others in between (诉调对接) → judged or ruled →
/// served → effective; or appealed and decided by the court above; or closed by a mediation paper or withdrawal. A track
/// changes upward only, and the limit of the new one runs from the day of acceptance.
///
/// Legal basis: 民事诉讼法 (2023) art. 152, 155-158, 160-171, 177; 民诉法解释 art. 243, 258; 法释〔2022〕13号 art. 1.
extension Procedure {
  /// The machine.
  public static let civil = Procedure(
    kind: .civil,
    // 立案: by a court that has the power for that kind of right.
    opening: ActRule(
      "accept", to: "trial", side: .conductor, by: .intake,
      facts: [
        .required("courtCaseNumber", .line), .required("trialTrack", .choice(["small-claims", "summary", "ordinary"])),
        .optional("cause", .line), .optional("amountClaimed", .amount),
        .optional("secretKind", .choice(["technical", "business"])), .optional("software", FactField.yesNo),
      ],
      requires: [.courtCaseNumber("民"), .intellectualPropertyCourt, .basicCourt("civil-procedure-law@160")],
      milestone: .accepted, citation: "civil-procedure-law@126",
      clocks: [
        .startIf(fact: "trialTrack", is: "small-claims", "L-small", against: .owner),
        .startIf(fact: "trialTrack", is: "summary", "L-summary", against: .owner),
        .startIf(fact: "trialTrack", is: "ordinary", "L-ordinary", against: .owner),
      ]),
    rules: [
      // 转为简易程序
      ActRule(
        "to-summary", from: ["trial"], to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("trialTrack", .choice(["summary"])), .required("reason", .prose)],
        requires: [.trackBelow("summary", citation: "civil-procedure-law@169")], citation: "civil-procedure-law@169",
        clocks: [.replace("L-small", by: "L-summary")]),
      // 转为普通程序, before the limit of the simpler one has run out.
      ActRule(
        "to-ordinary", from: ["trial"], to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("trialTrack", .choice(["ordinary"])), .required("reason", .prose)],
        requires: [
          .trackBelow("ordinary", citation: "civil-procedure-law@170"),
          .inTime(for: "L-summary", as: "court.track-late", citation: "civil-procedure-interpretation@258"),
        ],
        citation: "civil-procedure-law@170",
        clocks: [.replace("L-small", by: "L-ordinary"), .replace("L-summary", by: "L-ordinary")]),
      // 延长审限
      ActRule(
        "extend", from: ["trial", "entrusted"], to: nil, side: .conductor, by: .heads,
        facts: [
          .required(
            "extension",
            .choice(["L-small-president", "L-summary-president", "L-ordinary-president", "L-ordinary-upper"])),
          .optional("days", .count), .required("reason", .prose),
        ],
        citation: "civil-procedure-law@152", clocks: [.extend]),
      // 不计入审限的期间: 公告、鉴定、和解、管辖异议，双方同意延长的调解期间
      ActRule(
        "pause", from: ["trial", "entrusted"], to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("pause", .choice(Self.civilPauses)), .optional("reason", .prose)],
        citation: "civil-procedure-interpretation@243", clocks: [.pause]),
      ActRule(
        "resume", from: ["trial", "entrusted"], to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("pause", .choice(Self.civilPauses)), .optional("reason", .prose)],
        citation: "civil-procedure-interpretation@243", clocks: [.resume]),
      // 委托调解: the body sees the case and opens the mediation, which has its own limit.
      ActRule(
        "entrust", from: ["trial"], to: "entrusted", side: .conductor, by: .handlersAndHeads,
        facts: [.optional("mediationBody", .agency), .optional("reason", .prose)], informs: "mediationBody",
        citation: "invited-mediation@27"),
      // 调解不成，恢复审理
      ActRule(
        "resume-trial", from: ["entrusted"], to: "trial", side: .conductor, by: .handlersAndHeads,
        facts: [.optional("reason", .prose)], requires: [.mediationEnded], citation: "invited-mediation@27"),
      // 调解书、准许撤诉
      ActRule(
        "settle", from: ["trial", "entrusted"], to: "closed", side: .conductor, by: .handlersAndHeads,
        facts: [
          .required("disposition", .choice(["mediated", "withdrawn"])), .optional("document", .line),
          .optional("effectiveOn", .day), .optional("result", .prose),
        ],
        requires: [.mediationEnded, .notLater("effectiveOn")], citation: "civil-procedure-law@157",
        clocks: [.satisfy("L-small"), .satisfy("L-summary"), .satisfy("L-ordinary"), .endAll]),
      // 移送有管辖权的法院
      ActRule(
        "transfer", from: ["trial"], to: "transferred", side: .conductor, by: .handlersAndHeads,
        facts: [.optional("receivingCourt", .agency), .required("movedTo", .line), .required("reason", .prose)],
        informs: "receivingCourt", citation: "civil-procedure-law@37", clocks: [.endAll]),
      // 判决
      ActRule(
        "judge", from: ["trial"], to: "judged", side: .conductor, by: .handlersAndHeads,
        facts: [
          .required("disposition", .choice(["judgment", "dismissed"])), .optional("document", .line),
          .optional("awarded", .amount), .optional("result", .prose),
        ],
        requires: [.notSmallClaims], milestone: .judged, citation: "civil-procedure-law@155",
        clocks: [.satisfy("L-summary"), .satisfy("L-ordinary")]),
      // 小额诉讼，一审终审
      ActRule(
        "judge-finally", from: ["trial"], to: "effective", side: .conductor, by: .handlersAndHeads,
        facts: [
          .required("disposition", .choice(["judgment", "dismissed"])), .required("effectiveOn", .day),
          .optional("document", .line), .optional("awarded", .amount), .optional("result", .prose),
        ],
        requires: [.smallClaims, .notLater("effectiveOn")], milestone: .judged, citation: "civil-procedure-law@165",
        clocks: [.satisfy("L-small"), .endAll]),
      // 裁定驳回起诉
      ActRule(
        "rule", from: ["trial"], to: "ruled", side: .conductor, by: .handlersAndHeads,
        facts: [
          .required("disposition", .choice(["ruling"])), .required("reason", .prose), .optional("document", .line),
        ],
        requires: [.notSmallClaims], citation: "civil-procedure-law@157",
        clocks: [.satisfy("L-summary"), .satisfy("L-ordinary")]),
      // 小额诉讼裁定驳回起诉，一审终审
      ActRule(
        "rule-finally", from: ["trial"], to: "effective", side: .conductor, by: .handlersAndHeads,
        facts: [
          .required("disposition", .choice(["ruling"])), .required("effectiveOn", .day), .required("reason", .prose),
          .optional("document", .line),
        ],
        requires: [.smallClaims, .notLater("effectiveOn")], citation: "civil-procedure-law@165",
        clocks: [.satisfy("L-small"), .endAll]),
      // 送达: the time for an appeal begins.
      ActRule(
        "serve", from: ["judged"], to: "served", side: .conductor, by: .intake, citation: "civil-procedure-law@171",
        clocks: [.start("L-appeal", against: .party)]),
      ActRule(
        "serve", from: ["ruled"], to: "served", side: .conductor, by: .intake, citation: "civil-procedure-law@171",
        clocks: [.start("L-appeal-ruling", against: .party)]),
      // 上诉
      ActRule(
        "appeal", from: ["served"], to: "appealed", side: .conductor, by: .intake,
        facts: [.optional("appellant", .line)],
        requires: [
          .inTime(for: "L-appeal", as: "court.appeal-late", citation: "civil-procedure-law@171"),
          .inTime(for: "L-appeal-ruling", as: "court.appeal-late", citation: "civil-procedure-law@171"),
        ],
        citation: "civil-procedure-law@171", clocks: [.satisfy("L-appeal"), .satisfy("L-appeal-ruling")]),
      // 期满没有上诉的，生效
      ActRule(
        "take-effect", from: ["served"], to: "effective", side: .conductor, by: .intake,
        facts: [.required("effectiveOn", .day)],
        requires: [
          .waited(for: "L-appeal", citation: "civil-procedure-law@171"),
          .waited(for: "L-appeal-ruling", citation: "civil-procedure-law@171"), .notLater("effectiveOn"),
          .afterAppealTime("L-appeal", citation: "civil-procedure-law@158"),
          .afterAppealTime("L-appeal-ruling", citation: "civil-procedure-law@158"),
        ],
        citation: "civil-procedure-law@158", clocks: [.endAll]),
      // 二审终审
      ActRule(
        "finish", from: ["appealed"], to: "effective", side: .conductor, by: .intake,
        facts: [
          .required("appealOutcome", .choice(["upheld", "changed", "appeal-withdrawn", "mediated-on-appeal"])),
          .required("effectiveOn", .day), .optional("document", .line), .optional("result", .prose),
        ],
        requires: [.notLater("effectiveOn")], citation: "civil-procedure-law@177", clocks: [.endAll]),
      // 发回重审、指令审理: in ordinary procedure, with a number of its own.
      ActRule(
        "remand", from: ["appealed"], to: "trial", side: .conductor, by: .intake,
        facts: [.required("courtCaseNumber", .line), .required("trialTrack", .choice(["ordinary"]))],
        requires: [.courtCaseNumber("民")], citation: "civil-procedure-law@177",
        clocks: [.start("L-ordinary", against: .owner)]),
    ],
    conduct: .anyOf([.court]), begins: true, follows: [.mediation, .penalty, .adjudication, .complaint, .tip])

  /// 不计入审理期限的事由
  private static let civilPauses = ["public-notice", "appraisal", "settlement", "jurisdiction", "mediation"]
}

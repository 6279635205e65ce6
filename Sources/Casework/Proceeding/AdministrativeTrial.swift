/// Administrative suit of the first instance (行政诉讼) against a penalty, a ruling, a measure or the like.
///
/// Accepted → the copy goes to the agency sued, which answers with its evidence → judged or ruled → served → effective;
/// or appealed and decided by the court above; or withdrawn.
///
/// Legal basis: 行政诉讼法 (2017) art. 15, 60, 62, 67, 69-77, 81-85, 89; 法释〔2018〕1号 art. 50; 法释〔2022〕13号 art. 1-2.
extension Procedure {
  /// The machine.
  public static let administrativeTrial = Procedure(
    kind: .administrativeTrial,
    // 立案: customs and governments are sued in the court above, patents before the intellectual property court.
    opening: ActRule(
      "accept", to: "trial", side: .conductor, by: .intake,
      facts: [
        .required("courtCaseNumber", .line), .required("defendant", .agency),
        .required("trialTrack", .choice(["summary", "ordinary"])), .optional("cause", .line),
        .optional("secretKind", .choice(["technical", "business"])), .optional("software", FactField.yesNo),
      ],
      requires: [
        .courtCaseNumber("行"), .intellectualPropertyCourt, .notOfCustoms,
      ],
      milestone: .accepted, informs: "defendant", citation: "administrative-litigation-law@51",
      clocks: [
        .start("L-admin-copy", against: .owner),
        .startIf(fact: "trialTrack", is: "summary", "L-admin-summary", against: .owner),
        .startIf(fact: "trialTrack", is: "ordinary", "L-admin", against: .owner),
      ]),
    rules: [
      // 发送起诉状副本
      ActRule(
        "send-copy", from: ["trial"], to: "answering", side: .conductor, by: .intake,
        facts: [.optional("document", .line)], citation: "administrative-litigation-law@67",
        clocks: [.satisfy("L-admin-copy"), .start("L-admin-answer", against: .receiver)]),
      // 被告提交证据和答辩状
      ActRule(
        "answer", from: ["answering"], to: "answered", side: .receiver, by: .handlersAndHeads,
        facts: [.required("evidence", .prose), .optional("answer", .prose)],
        citation: "administrative-litigation-law@67", clocks: [.satisfy("L-admin-answer")]),
      // 转为普通程序: the limit runs from the acceptance.
      ActRule(
        "to-ordinary", from: undecided, to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("trialTrack", .choice(["ordinary"])), .required("reason", .prose)],
        requires: [.trackBelow("ordinary", citation: "administrative-litigation-law@84")],
        citation: "administrative-litigation-law@84", clocks: [.replace("L-admin-summary", by: "L-admin")]),
      // 延长审限: granted by the high court.
      ActRule(
        "extend", from: undecided, to: nil, side: .conductor, by: .heads,
        facts: [
          .required("extension", .choice(["L-admin-high-court"])), .required("days", .count),
          .required("reason", .prose),
        ],
        citation: "administrative-litigation-law@81", clocks: [.extend]),
      // 中止诉讼、公告、鉴定、调解、管辖异议
      ActRule(
        "pause", from: undecided, to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("pause", .choice(administrativePauses)), .optional("reason", .prose)],
        citation: "administrative-litigation-interpretation@50", clocks: [.pause]),
      ActRule(
        "resume", from: undecided, to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("pause", .choice(administrativePauses)), .optional("reason", .prose)],
        citation: "administrative-litigation-interpretation@50", clocks: [.resume]),
      // 准许撤诉，或者依法可以调解的案件以调解书结案
      ActRule(
        "settle", from: undecided, to: "closed", side: .conductor, by: .handlersAndHeads,
        facts: [
          .required("disposition", .choice(["withdrawn", "mediated"])), .optional("document", .line),
          .optional("result", .prose),
        ],
        citation: "administrative-litigation-law@62",
        clocks: [.satisfy("L-admin-summary"), .satisfy("L-admin"), .endAll]),
      // 移送有管辖权的法院
      ActRule(
        "transfer", from: undecided, to: "transferred", side: .conductor, by: .handlersAndHeads,
        facts: [.optional("receivingCourt", .agency), .required("movedTo", .line), .required("reason", .prose)],
        informs: "receivingCourt", citation: "administrative-litigation-law@22", clocks: [.endAll]),
      // 判决: 驳回诉讼请求、撤销、变更、履行、确认违法或者无效; not while the agency sued still has time to answer.
      ActRule(
        "judge", from: ["answering", "answered"], to: "judged", side: .conductor, by: .handlersAndHeads,
        facts: [
          .required(
            "disposition", .choice(["dismissed", "revoked", "changed", "performance", "unlawful", "void"])),
          .optional("document", .line), .optional("result", .prose),
        ],
        requires: [.waited(for: "L-admin-answer", citation: "administrative-litigation-law@67")], milestone: .judged,
        citation: "administrative-litigation-law@69",
        clocks: [.end("L-admin-answer"), .satisfy("L-admin-summary"), .satisfy("L-admin")]),
      // 裁定驳回起诉
      ActRule(
        "rule", from: undecided, to: "ruled", side: .conductor, by: .handlersAndHeads,
        facts: [
          .required("disposition", .choice(["ruling"])), .required("reason", .prose), .optional("document", .line),
        ],
        citation: "administrative-litigation-law@85",
        clocks: [
          .end("L-admin-copy"), .end("L-admin-answer"), .satisfy("L-admin-summary"), .satisfy("L-admin"),
        ]),
      // 送达: the time for an appeal begins.
      ActRule(
        "serve", from: ["judged"], to: "served", side: .conductor, by: .intake,
        citation: "administrative-litigation-law@85", clocks: [.start("L-admin-appeal", against: .party)]),
      ActRule(
        "serve", from: ["ruled"], to: "served", side: .conductor, by: .intake,
        citation: "administrative-litigation-law@85", clocks: [.start("L-admin-appeal-ruling", against: .party)]),
      // 上诉
      ActRule(
        "appeal", from: ["served"], to: "appealed", side: .conductor, by: .intake,
        facts: [.optional("appellant", .line)],
        requires: [
          .inTime(for: "L-admin-appeal", as: "court.appeal-late", citation: "administrative-litigation-law@85"),
          .inTime(for: "L-admin-appeal-ruling", as: "court.appeal-late", citation: "administrative-litigation-law@85"),
        ],
        citation: "administrative-litigation-law@85",
        clocks: [.satisfy("L-admin-appeal"), .satisfy("L-admin-appeal-ruling")]),
      // 逾期不上诉的，生效
      ActRule(
        "take-effect", from: ["served"], to: "effective", side: .conductor, by: .intake,
        facts: [.required("effectiveOn", .day)],
        requires: [
          .waited(for: "L-admin-appeal", citation: "administrative-litigation-law@85"),
          .waited(for: "L-admin-appeal-ruling", citation: "administrative-litigation-law@85"), .notLater("effectiveOn"),
          .afterAppealTime("L-admin-appeal", citation: "administrative-litigation-law@85"),
          .afterAppealTime("L-admin-appeal-ruling", citation: "administrative-litigation-law@85"),
        ],
        citation: "administrative-litigation-law@85", clocks: [.endAll]),
      // 二审终审
      ActRule(
        "finish", from: ["appealed"], to: "effective", side: .conductor, by: .intake,
        facts: [
          .required("appealOutcome", .choice(["upheld", "changed", "appeal-withdrawn"])),
          .required("effectiveOn", .day), .optional("document", .line), .optional("result", .prose),
        ],
        requires: [.notLater("effectiveOn")], citation: "administrative-litigation-law@89", clocks: [.endAll]),
      // 发回重审: never in summary procedure.
      ActRule(
        "remand", from: ["appealed"], to: "answered", side: .conductor, by: .intake,
        facts: [.required("courtCaseNumber", .line), .required("trialTrack", .choice(["ordinary"]))],
        requires: [.courtCaseNumber("行")], citation: "administrative-litigation-law@89",
        clocks: [.start("L-admin", against: .owner)]),
    ],
    conduct: .anyOf([.court]), begins: true, follows: [.penalty, .adjudication, .review, .measure, .customs],
    receiver: "defendant", suspension: "administrative-litigation-interpretation@50")

  /// States before the judgment.
  private static let undecided: Set<String> = ["trial", "answering", "answered"]
  /// 不计入审理期限的事由
  private static let administrativePauses = ["suspension", "public-notice", "appraisal", "mediation", "jurisdiction"]
}

extension Requirement {
  /// 海关、县级以上人民政府的行政行为: sued in the intermediate court.
  static let notOfCustoms = Requirement(
    "court.intermediate", field: "facts.defendant", citation: "ip-jurisdiction-2022@2"
  ) { standing in
    if standing.officer.agency.rawValue == intellectualPropertyCourtCode { return true }
    let isOfCustoms = standing.around.origin?.kind == .customs || standing.facts["defendant"] == "CUS"
    return !isOfCustoms && standing.facts["defendant"] != "GOV"
  }
}

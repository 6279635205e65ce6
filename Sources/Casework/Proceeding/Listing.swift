/// List of serious violations (严重违法失信名单).
///
/// Proposed with the notice of the penalty → listed by the penalty decision itself, or not → published, or pushed to
/// the registrar of another province → removed after three years, early after a repair, or cancelled because the
/// penalty fell. Not every infringement counts: there must be a ground, a heavier penalty, and no proof that intent was
/// lacking. Statement, hearing and service are those of the penalty; a refusal to perform comes after the decision, so
/// that the party is told and heard of it apart.
///
/// Legal basis: 市场监督管理严重违法失信名单管理办法 (2021) art. 2, 9, 11-16, 18, 20.
extension Procedure {
  /// The machine.
  public static let listing = Procedure(
    kind: .listing,
    // 拟列入: told to the party with the notice of the penalty.
    opening: ActRule(
      "propose", to: "proposed", by: .handlers,
      facts: [
        .required("listingGround", .choice(grounds)), .required("heavierPenalty", FactField.yesNo),
        .required("noIntentProof", FactField.yesNo), .optional("document", .line), .optional("concerned", .line),
      ],
      requires: [.heavierPenalty, .intent, .withPenaltyNotice, .afterPenaltyDecision, .oneConcerned],
      citation: "serious-violation-measures@13"),
    rules: [
      // 拒不履行的，单独告知: the party has the time of a penalty's notice to answer.
      ActRule(
        "notify", from: ["proposed"], to: "notified", side: .conductor, by: .handlers,
        facts: [.required("document", .line), .required("listingContent", .prose)], requires: [.toldApart],
        citation: "serious-violation-measures@13", clocks: [.start("P9", against: .party)]),
      // 陈述申辩: the time goes on.
      ActRule(
        "hear", from: ["notified"], to: nil, side: .conductor, by: .handlers,
        facts: [.required("statement", .prose), .required("response", .prose)],
        citation: "serious-violation-measures@13"),
      // 放弃陈述申辩, on record.
      ActRule(
        "waive", from: ["notified"], to: nil, side: .conductor, by: .handlers, facts: [.required("statement", .prose)],
        citation: "serious-violation-measures@13", clocks: [.satisfy("P9")]),
      // 列入: in the penalty decision, which states grounds, measures, removal and remedies.
      ActRule(
        "list", from: ["proposed", "notified"], to: "listed", side: .conductor, by: .heads,
        facts: [
          .required("document", .line), .required("listedOn", .day), .required("listingContent", .prose),
          .required("noIntentProof", FactField.yesNo), .required("otherProvince", FactField.yesNo),
        ],
        requires: [
          .intent, .withPenaltyDecision, .decisionNotOver, .toldFirst,
          .waited(for: "P9", citation: "serious-violation-measures@13"), .onItsDay("listedOn", as: "listing.other-day"),
        ],
        milestone: .listed, citation: "serious-violation-measures@13",
        clocks: [
          .end("P9"), .startIf(fact: "otherProvince", is: "no", "K44-publish", against: .owner),
          .startIf(fact: "otherProvince", is: "yes", "K44-push", against: .owner),
          .start("K44-removal", against: .owner),
        ]),
      // 不予列入
      ActRule(
        "decline", from: ["proposed", "notified"], to: "not-listed", side: .conductor, by: .heads,
        facts: [.required("reason", .prose)],
        citation: "serious-violation-measures@12", clocks: [.endAll]),
      // 公示, by our own bureau or by the registrar of the other province.
      ActRule(
        "publish", from: ["listed"], to: nil, side: .conductor, by: .intake, facts: [.optional("address", .line)],
        citation: "serious-violation-measures@14", clocks: [.satisfy("K44-publish"), .satisfy("K44-registrar")]),
      // 推送至登记地
      ActRule(
        "push", from: ["listed"], to: nil, side: .conductor, by: .intake, facts: [.optional("receipt", .line)],
        requires: [.registeredElsewhere], citation: "serious-violation-measures@14", clocks: [.satisfy("K44-push")]),
      // 登记地收到
      ActRule(
        "acknowledge", from: ["listed"], to: nil, side: .conductor, by: .intake, facts: [.optional("receipt", .line)],
        requires: [.registeredElsewhere], citation: "serious-violation-measures@14",
        clocks: [.start("K44-registrar", against: .receiver)]),
      // 提前移出: after a year, on a repair that was granted.
      ActRule(
        "remove-early", from: ["listed"], to: "removed-early", side: .conductor, by: .heads,
        facts: [.required("document", .line)],
        requires: [
          .repaired,
          .elapsed(
            "K44-early-removal", since: "listedOn", as: "listing.too-early", citation: "serious-violation-measures@16"),
        ],
        citation: "serious-violation-measures@16", clocks: [.endAll]),
      // 期满移出: after three years.
      ActRule(
        "remove", from: ["listed"], to: "removed", side: .conductor, by: .heads,
        requires: [.waited(for: "K44-removal", citation: "serious-violation-measures@20")],
        citation: "serious-violation-measures@20", clocks: [.endAll]),
      // 处罚决定被变更、撤销、确认违法或者确认无效
      ActRule(
        "cancel", from: ["proposed", "notified", "listed"], to: "cancelled", side: .conductor, by: .heads,
        facts: [
          .required("annulment", .choice(annulments)), .required("document", .line), .optional("reason", .prose),
        ],
        clocks: [.endAll]),
      // 撤销信用修复后恢复列入: until the day that the paper names; the law read does not say how long.
      ActRule(
        "restore", from: ["removed-early"], to: "listed", side: .conductor, by: .heads,
        facts: [.required("restoredUntil", .day), .required("reason", .prose)],
        requires: [.repairRevoked, .later("restoredUntil")],
        clocks: [.startUntil(fact: "restoredUntil", "K44-removal", against: .owner)]),
    ],
    leads: false, follows: [.penalty], needsOrigin: true)

  /// 列入情形
  private static let grounds = [
    "intentional-infringement", "abnormal-filing", "bad-faith-filing", "agency", "trade-secret", "non-performance",
    "other",
  ]
}

extension Requirement {
  /// 较重行政处罚
  static let heavierPenalty = refused(
    "heavierPenalty", is: "no", as: "listing.no-heavier-penalty", citation: "serious-violation-measures@2")

  /// 当事人有足够证据证明没有主观故意的，不列入
  static let intent = refused(
    "noIntentProof", is: "yes", as: "listing.no-intent", citation: "serious-violation-measures@12")

  /// 事先告知与行政处罚告知一并进行; a refusal to perform comes after the decision and is not bound to the notice.
  static let withPenaltyNotice = Requirement(
    "listing.not-with-notice", field: "origin", citation: "serious-violation-measures@13"
  ) { standing in
    standing.known("listingGround") == "non-performance"
      || ["notice", "legal-review", "cleared"].contains(standing.around.origin?.state ?? "")
  }

  /// 拒不履行: there must be a decision that is not performed.
  static let afterPenaltyDecision = Requirement(
    "listing.nothing-to-perform", field: "origin", citation: "serious-violation-measures@11"
  ) { standing in
    standing.known("listingGround") != "non-performance" || standing.around.origin?.known["outcome"] == "penalty"
  }

  /// 与行政处罚决定一并作出
  static let withPenaltyDecision = Requirement(
    "listing.no-decision", field: "act", citation: "serious-violation-measures@13"
  ) { $0.around.origin?.known["outcome"] == "penalty" }

  /// 与行政处罚决定一并作出: once the penalty case is closed that is over; a refusal to perform is not bound to the decision.
  static let decisionNotOver = Requirement(
    "listing.decision-over", field: "act", citation: "serious-violation-measures@13"
  ) { standing in
    standing.known("listingGround") == "non-performance" || standing.around.origin?.state != "closed"
  }

  /// 单独告知: only a refusal to perform was not told with the notice of the penalty.
  static let toldApart = Requirement(
    "listing.told-already", field: "act", citation: "serious-violation-measures@13"
  ) { $0.known("listingGround") == "non-performance" }

  /// 拒不履行的，列入前告知
  static let toldFirst = Requirement("listing.untold", field: "act", citation: "serious-violation-measures@13") {
    $0.known("listingGround") != "non-performance" || $0.proceeding.state == "notified"
  }

  /// 登记地在外省
  static let registeredElsewhere = Requirement(
    "listing.own-province", field: "act", citation: "serious-violation-measures@14"
  ) { $0.known("otherProvince") == "yes" }
}

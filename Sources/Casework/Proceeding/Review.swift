import Law

/// Administrative review of a penalty or of a measure (行政复议), as the agency that acted records it.
///
/// Applied for → accepted, and a copy of the application here → answered → decided → closed, or a suit after it and its
/// outcome. What was published and does not stand any longer is taken down within three working days. A review does not
/// stop the execution; where the review body, the agency or the court orders that, the execution records it.
///
/// A penalty decided on the spot must be reviewed before there can be a suit (复议前置).
///
/// Legal basis: 行政复议法 (2023) art. 20, 23, 24, 42, 48, 54, 62; 行政诉讼法 (2017) art. 45; 行政处罚法 (2021) art. 48;
/// 市场监督管理行政处罚程序规定 (2022) art. 63.
extension Procedure {
  /// The machine.
  public static let review = Procedure(
    kind: .review,
    // 申请行政复议, within sixty days of knowing of the act.
    opening: ActRule(
      "apply", to: "applied", by: .intake,
      facts: [
        .required("applicant", .line), .required("reviewBody", .line), .required("knownOn", .day),
        .optional("lateReason", .prose), .optional("document", .line),
      ],
      requires: [.somethingToReview, .notLater("knownOn"), .appliedInTime, .noOtherReview],
      citation: "administrative-review-law@20"),
    rules: [
      // 不予受理
      ActRule(
        "decline", from: ["applied"], to: "not-accepted", side: .conductor, by: .intake,
        facts: [.required("reason", .prose)],
        clocks: [.endAll]),
      // 受理; the copy of the application has come.
      ActRule(
        "accept", from: ["applied"], to: "accepted", side: .conductor, by: .intake,
        facts: [.required("simplified", FactField.yesNo), .optional("document", .line)],
        citation: "administrative-review-law@48",
        clocks: [
          .startIf(fact: "simplified", is: "no", "Q-reply", against: .owner),
          .startIf(fact: "simplified", is: "yes", "Q-reply-simplified", against: .owner),
        ]),
      // 提出书面答复，提交证据、依据和其他有关材料
      ActRule(
        "reply", from: ["accepted"], to: "replied", side: .conductor, by: .handlers,
        facts: [.required("reply", .prose), .optional("document", .line)], citation: "administrative-review-law@48",
        clocks: [.satisfy("Q-reply"), .satisfy("Q-reply-simplified")]),
      // 决定停止执行
      ActRule(
        "stay", from: ["accepted", "replied"], to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("orderedBy", .line), .required("reason", .prose)], citation: "administrative-review-law@42"),
      // 撤回申请
      ActRule(
        "withdraw", from: ["applied", "accepted", "replied"], to: "withdrawn", side: .conductor, by: .intake,
        facts: [.optional("reason", .prose)], clocks: [.endAll]),
      // 收到复议决定
      ActRule(
        "decide", from: ["accepted", "replied"], to: "decided", side: .conductor, by: .intake,
        facts: [
          .required("reviewOutcome", .choice(["maintained", "changed", "revoked", "unlawful", "void", "dismissed"])),
          .required("document", .line), .required("decisionContent", .prose),
          .required("unpublish", FactField.yesNo),
        ],
        requires: [.unpublishedIfFallen("reviewOutcome")], citation: "administrative-review-law@62",
        clocks: [
          .end("Q-reply"), .end("Q-reply-simplified"), .start("Q-suit-after-review", against: .party),
          .startIf(fact: "unpublish", is: "yes", "P25", against: .owner),
        ]),
      // 撤回已经公示的处罚决定, and say why.
      ActRule(
        "unpublish", from: ["decided", "sued", "judged"], to: nil, side: .conductor, by: .intake,
        facts: [.required("reason", .prose), .optional("address", .line)], citation: "penalty-law@48",
        clocks: [.satisfy("P25")]),
      // 提起行政诉讼
      ActRule(
        "sue", from: ["decided"], to: "sued", side: .conductor, by: .intake,
        facts: [.required("suitCourt", .line), .optional("document", .line)],
        citation: "administrative-litigation-law@45", clocks: [.satisfy("Q-suit-after-review")]),
      // 裁判结果
      ActRule(
        "judge", from: ["sued"], to: "judged", side: .conductor, by: .intake,
        facts: [
          .required(
            "suitOutcome",
            .choice(["claims-dismissed", "revoked", "changed", "unlawful", "void", "withdrawn", "other"])),
          .required("document", .line), .required("decisionContent", .prose),
          .required("unpublish", FactField.yesNo),
        ],
        requires: [.unpublishedIfFallen("suitOutcome"), .takenDownOnce],
        clocks: [.startIf(fact: "unpublish", is: "yes", "P25", against: .owner)]),
      // 办结: nobody sues any longer, and nothing is published that does not stand.
      ActRule(
        "close", from: ["decided", "judged"], to: "closed", side: .conductor, by: .handlersAndHeads,
        facts: [.optional("reason", .prose)],
        requires: [
          .waited(for: "Q-suit-after-review", citation: "administrative-litigation-law@45"), .takenDown,
        ],
        clocks: [.endAll]),
    ],
    leads: false, follows: [.penalty, .summary, .measure, .customs], needsOrigin: true)

  /// Outcomes after which the act does not stand as it was published.
  fileprivate static let fallen: Set<String> = ["changed", "revoked", "unlawful", "void"]
}

extension Requirement {
  /// 行政行为: a decision or a measure to be reviewed.
  static let somethingToReview = Requirement("review.nothing-yet", citation: "administrative-review-law@20") {
    standing in
    guard let origin = standing.around.origin else { return true }
    switch origin.kind {
    case .penalty: return ["not-filed", "decision", "service", "publication", "closed"].contains(origin.state)
    case .summary: return !["opened", "heard", "converted"].contains(origin.state)
    case .customs: return !["opened", "notified"].contains(origin.state)
    default: return true
    }
  }

  /// 六十日内申请, or there is a good reason, on which the review body decides.
  static let appliedInTime = Requirement(
    "review.late", field: "facts.lateReason", citation: "administrative-review-law@20"
  ) { standing in
    guard standing.facts["lateReason"] == nil, let book = standing.around.book,
      let known = standing.knownDay("knownOn"),
      let due = Reckoning("Q-review", from: .day(known), [], [], by: book).dueDay, standing.day.first > due
    else { return nil }
    return ["day": .text(due.description)]
  }

  /// One review at a time.
  static let noOtherReview = Requirement.settled(.review, as: "review.under-way")

  /// 撤回公示: a published penalty that was changed, revoked or found unlawful or void is taken down.
  static func unpublishedIfFallen(_ outcome: String) -> Requirement {
    Requirement("review.unpublish", field: "facts.unpublish", citation: "penalty-law@48") { standing in
      let isPublished = standing.around.origin.map { origin in
        origin.kind == .penalty
          && (origin.state == "publication" || standing.file.others.contains { $0.isPublicity(of: origin.id) })
      }
      let hasFallen = Procedure.fallen.contains(standing.facts[outcome] ?? "")
      return isPublished != true || !hasFallen || standing.facts["unpublish"] == "yes"
    }
  }

  /// What waits to be taken down since the review is taken down before the judgment asks for it again.
  static let takenDownOnce = Requirement("review.still-published", field: "facts.unpublish", citation: "penalty-law@48")
  {
    standing in
    standing.facts["unpublish"] != "yes" || !standing.around.clocks.contains { $0.rule == "P25" }
  }

  /// Nothing waits to be taken down.
  static let takenDown = Requirement("review.still-published", citation: "penalty-law@48") { standing in
    !standing.around.clocks.contains { $0.rule == "P25" }
  }
}

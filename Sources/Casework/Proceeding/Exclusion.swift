import Law

/// Three years without government-funded projects and honours (三年限制), Guangdong.
///
/// Proposed on an effective document → flagged from a day that is entered and explained, because the law does not state
/// where the three years begin → ended when they are over, or cleared early with a reason.
///
/// Legal basis: 广东省知识产权保护条例 (2022) art. 49.
extension Procedure {
  /// The machine.
  public static let exclusion = Procedure(
    kind: .exclusion,
    // 提出
    opening: ActRule(
      "propose", to: "proposed", by: .handlers,
      facts: [
        .required("exclusionGround", .choice(["intentional-infringement", "refuses-document", "crime", "other"])),
        .required("effectiveDocument", .line), .required("effectiveOn", .day), .optional("concerned", .line),
        .optional("reason", .prose),
      ],
      requires: [
        .notLater("effectiveOn"), .oneConcerned,
        .needs("reason", where: "exclusionGround", is: "other", citation: "guangdong-ip-regulation@49"),
      ],
      citation: "guangdong-ip-regulation@49"),
    rules: [
      // 决定列入: the day on which the three years begin is a decision with a reason.
      ActRule(
        "flag", from: ["proposed"], to: "flagged", side: .conductor, by: .heads,
        facts: [
          .required("approver", .line), .required("startsOn", .day), .required("startReason", .prose),
          .optional("document", .line),
        ],
        requires: [.approvedByAnother], citation: "guangdong-ip-regulation@49",
        clocks: [.startOn(fact: "startsOn", "X-exclusion", against: .owner)]),
      // 不予列入
      ActRule(
        "decline", from: ["proposed"], to: "declined", side: .conductor, by: .heads,
        facts: [.required("reason", .prose)],
        citation: "guangdong-ip-regulation@49", clocks: [.endAll]),
      // 提前解除: the document fell, or the flag was wrong.
      ActRule(
        "clear", from: ["flagged"], to: "cleared", side: .conductor, by: .heads,
        facts: [.required("approver", .line), .required("reason", .prose)],
        requires: [.approvedByAnother], citation: "guangdong-ip-regulation@49", clocks: [.endAll]),
      // 期满
      ActRule(
        "end", from: ["flagged"], to: "ended", side: .conductor, by: .handlersAndHeads,
        requires: [.waited(for: "X-exclusion", citation: "guangdong-ip-regulation@49")],
        citation: "guangdong-ip-regulation@49", clocks: [.endAll]),
    ],
    leads: false, follows: [.penalty, .adjudication, .criminalTrial, .civil], needsOrigin: true)
}

extension Requirement {
  /// Who approves is not one of those who handle the case.
  static let approvedByAnother = stranger("approver", as: "exclusion.approver-handles")
}

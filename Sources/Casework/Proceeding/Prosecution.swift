/// Review for prosecution (审查起诉) by the procuratorate.
///
/// Accepted → prosecuted or not prosecuted. In between the case may go back to the police for supplementary
/// investigation, twice at most; each time the review begins anew. From a decision not to prosecute an opinion to the
/// agency that penalises may follow (反向衔接).
///
/// Legal basis: 刑事诉讼法 (2018) art. 172-177, 182, 282.
extension Procedure {
  /// The machine.
  public static let prosecution = Procedure(
    kind: .prosecution,
    // 受理移送审查起诉
    opening: ActRule(
      "accept", to: "review", side: .conductor, by: .intake,
      facts: [.required("police", .agency), .optional("document", .line), .optional("persons", .count)],
      requires: [.transferred], informs: "police", citation: "criminal-procedure-law@172",
      clocks: [.start("S-prosecute", against: .owner)]),
    rules: [
      // 适用速裁程序: the suspect pleads guilty and accepts the penalty (认罪认罚); the limit is shorter from the beginning.
      ActRule(
        "fast-track", from: ["review"], to: nil, side: .conductor, by: .handlers,
        facts: [.required("plea", FactField.yesNo)],
        requires: [
          .refused("plea", is: "no", as: "prosecution.no-plea", citation: "criminal-procedure-law@172")
        ],
        citation: "criminal-procedure-law@172", clocks: [.replace("S-prosecute", by: "S-prosecute-fast")]),
      // 延长审查起诉期限: major or complex cases; in the fast track, a penalty of more than a year.
      ActRule(
        "extend", from: ["review"], to: nil, side: .conductor, by: .heads,
        facts: [
          .required("extension", .choice(["S-prosecute-complex", "S-prosecute-fast-heavy"])),
          .required("reason", .prose),
        ],
        citation: "criminal-procedure-law@172", clocks: [.extend]),
      // 退回补充侦查: a third time is refused.
      ActRule(
        "return", from: ["review"], to: "supplement", side: .conductor, by: .handlersAndHeads,
        facts: [.required("supplementRound", .choice(["first", "second"])), .required("reason", .prose)],
        requires: [.noThirdSupplement, .supplementInOrder], citation: "criminal-procedure-law@175",
        clocks: [
          .end("S-prosecute"), .end("S-prosecute-fast"), .start("S-supplementary", against: .receiver),
        ]),
      // 补充侦查完毕重新移送，重新计算审查起诉期限
      ActRule(
        "accept-again", from: ["supplement"], to: "review", side: .conductor, by: .intake,
        facts: [.optional("document", .line)], citation: "criminal-procedure-law@175",
        clocks: [.satisfy("S-supplementary"), .start("S-prosecute", against: .owner)]),
      // 提起公诉: with a proposal for the sentence where the suspect pleads guilty.
      ActRule(
        "prosecute", from: ["review"], to: "prosecuted", side: .conductor, by: .handlersAndHeads,
        facts: [
          .required("receivingCourt", .agency), .required("document", .line),
          .optional("offence", .choice(Self.offences)),
          .optional("persons", .count), .optional("plea", FactField.yesNo), .optional("sentencingProposal", .prose),
        ],
        requires: [.needs("sentencingProposal", where: "plea", is: "yes", citation: "criminal-procedure-law@176")],
        milestone: .prosecuted, informs: "receivingCourt", citation: "criminal-procedure-law@176",
        clocks: [.satisfy("S-prosecute"), .satisfy("S-prosecute-fast"), .endAll]),
      // 不起诉: 法定、酌定、存疑、附条件、核准, each with its own conditions.
      ActRule(
        "not-prosecute", from: ["review"], to: "not-prosecuted", side: .conductor, by: .heads,
        facts: [
          .required(
            "nonProsecution",
            .choice(["statutory", "discretionary", "insufficient-evidence", "conditional", "special"])),
          .required("reason", .prose), .optional("document", .line), .optional("juvenile", FactField.yesNo),
          .optional("offence", .choice(Self.offences)), .optional("supremeApproval", .line),
          .optional("penaltyDue", FactField.yesNo),
        ],
        requires: [
          .supplementedFirst, .conditionsForJuveniles,
          .needs("supremeApproval", where: "nonProsecution", is: "special", citation: "criminal-procedure-law@182"),
        ],
        citation: "criminal-procedure-law@177",
        clocks: [.satisfy("S-prosecute"), .satisfy("S-prosecute-fast"), .endAll]),
      // 移送其他人民检察院: whose limit runs from its own receipt.
      ActRule(
        "forward", from: ["review"], to: "forwarded", side: .conductor, by: .handlersAndHeads,
        facts: [.required("movedTo", .line), .required("reason", .prose)], citation: "criminal-procedure-law@172",
        clocks: [.endAll]),
    ],
    conduct: .anyOf([.procuratorate]), follows: [.criminal], needsOrigin: true, receiver: "police")
}

extension Requirement {
  /// 移送审查起诉: the police have transferred the case.
  static let transferred = Requirement("prosecution.not-transferred", citation: "criminal-procedure-law@162") {
    ["transferred", "recorded"].contains($0.around.origin?.state ?? "transferred")
  }

  /// 存疑不起诉: only after supplementary investigation.
  static let supplementedFirst = Requirement(
    "prosecution.not-supplemented", field: "facts.nonProsecution", citation: "criminal-procedure-law@175"
  ) { $0.facts["nonProsecution"] != "insufficient-evidence" || $0.known("supplementRound") != nil }

  /// 附条件不起诉: of minors, for crimes of chapters four to six; those against intellectual property are in the third.
  static let conditionsForJuveniles = Requirement(
    "prosecution.conditional", field: "facts.nonProsecution", citation: "criminal-procedure-law@282"
  ) { standing in
    standing.facts["nonProsecution"] != "conditional"
      || (standing.facts["juvenile"] == "yes" && standing.facts["offence"] == "other")
  }
}

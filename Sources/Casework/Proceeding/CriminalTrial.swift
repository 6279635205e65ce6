/// Criminal trial of the first instance (刑事审判).
///
/// Accepted, in one of three tracks → judged → served → effective; or appealed and decided by the court above; or the
/// prosecution is withdrawn. Another track is the next one up, and its limit runs from the decision to change.
///
/// Legal basis: 刑事诉讼法 (2018) art. 200, 202, 206, 208, 214-226, 230, 236-244.
extension Procedure {
  /// The machine.
  public static let criminalTrial = Procedure(
    kind: .criminalTrial,
    // 受理: 速裁、简易、普通
    opening: ActRule(
      "accept", to: "trial", side: .conductor, by: .intake,
      facts: [
        .required("courtCaseNumber", .line), .required("trialTrack", .choice(["fast-track", "summary", "ordinary"])),
        .optional("plea", FactField.yesNo), .optional("persons", .count),
      ],
      requires: [.courtCaseNumber("刑"), .prosecuted, .pleadsGuilty], milestone: .accepted,
      citation: "criminal-procedure-law@208",
      clocks: [
        .startIf(fact: "trialTrack", is: "fast-track", "L-criminal-fast", against: .owner),
        .startIf(fact: "trialTrack", is: "summary", "L-criminal-summary", against: .owner),
        .startIf(fact: "trialTrack", is: "ordinary", "L-criminal", against: .owner),
      ]),
    rules: [
      // 转为简易程序审理
      ActRule(
        "to-summary", from: ["trial"], to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("trialTrack", .choice(["summary"])), .required("reason", .prose)],
        requires: [.trackBelow("summary", citation: "criminal-procedure-law@226")],
        citation: "criminal-procedure-law@226",
        clocks: [.end("L-criminal-fast"), .start("L-criminal-summary", against: .owner)]),
      // 转为普通程序审理
      ActRule(
        "to-ordinary", from: ["trial"], to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("trialTrack", .choice(["ordinary"])), .required("reason", .prose)],
        requires: [.trackBelow("ordinary", citation: "criminal-procedure-law@221")],
        citation: "criminal-procedure-law@221",
        clocks: [
          .end("L-criminal-fast"), .end("L-criminal-summary"), .start("L-criminal", against: .owner),
        ]),
      // 延长审理期限
      ActRule(
        "extend", from: ["trial"], to: nil, side: .conductor, by: .heads,
        facts: [
          .required(
            "extension",
            .choice([
              "L-criminal-fast-heavy", "L-criminal-summary-heavy", "L-criminal-latest", "L-criminal-upper",
            ])),
          .optional("days", .count), .required("reason", .prose),
        ],
        citation: "criminal-procedure-law@208", clocks: [.extend]),
      // 中止审理
      ActRule(
        "pause", from: ["trial"], to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("pause", .choice(["suspension"])), .required("reason", .prose)],
        citation: "criminal-procedure-law@206", clocks: [.pause]),
      // 恢复审理
      ActRule(
        "resume", from: ["trial"], to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("pause", .choice(["suspension"])), .optional("reason", .prose)],
        citation: "criminal-procedure-law@206", clocks: [.resume]),
      // 准许撤回起诉
      ActRule(
        "withdraw", from: ["trial"], to: "withdrawn", side: .conductor, by: .handlersAndHeads,
        facts: [.required("reason", .prose), .optional("document", .line)], clocks: [.endAll]),
      // 判决
      ActRule(
        "judge", from: ["trial"], to: "judged", side: .conductor, by: .handlersAndHeads,
        facts: [
          .required("verdict", .choice(["guilty", "exempted", "not-guilty"])), .optional("document", .line),
          .optional("result", .prose), .optional("criminalFine", .amount), .optional("setOff", .amount),
        ],
        requires: [.fineOfTheGuilty, .fineSetOff], milestone: .judged, citation: "criminal-procedure-law@200",
        clocks: [.satisfy("L-criminal-fast"), .satisfy("L-criminal-summary"), .satisfy("L-criminal")]),
      // 送达判决书
      ActRule(
        "serve", from: ["judged"], to: "served", side: .conductor, by: .intake, citation: "criminal-procedure-law@202",
        clocks: [.start("L-criminal-appeal", against: .party)]),
      // 上诉、抗诉
      ActRule(
        "appeal", from: ["served"], to: "appealed", side: .conductor, by: .intake,
        facts: [.optional("appellant", .line)],
        requires: [
          .inTime(for: "L-criminal-appeal", as: "court.appeal-late", citation: "criminal-procedure-law@230")
        ],
        citation: "criminal-procedure-law@230", clocks: [.satisfy("L-criminal-appeal")]),
      // 期满没有上诉、抗诉的，生效
      ActRule(
        "take-effect", from: ["served"], to: "effective", side: .conductor, by: .intake,
        facts: [.required("effectiveOn", .day)],
        requires: [
          .waited(for: "L-criminal-appeal", citation: "criminal-procedure-law@230"), .notLater("effectiveOn"),
          .afterAppealTime("L-criminal-appeal", citation: "criminal-procedure-law@230"),
        ],
        citation: "criminal-procedure-law@259", clocks: [.endAll]),
      // 二审终审
      ActRule(
        "finish", from: ["appealed"], to: "effective", side: .conductor, by: .intake,
        facts: [
          .required("appealOutcome", .choice(["upheld", "changed", "appeal-withdrawn"])),
          .required("effectiveOn", .day), .optional("document", .line), .optional("result", .prose),
        ],
        requires: [.notLater("effectiveOn")], citation: "criminal-procedure-law@244", clocks: [.endAll]),
      // 发回重审: the limit begins anew.
      ActRule(
        "remand", from: ["appealed"], to: "trial", side: .conductor, by: .intake,
        facts: [.required("courtCaseNumber", .line), .required("trialTrack", .choice(["ordinary"]))],
        requires: [.courtCaseNumber("刑")], citation: "criminal-procedure-law@241",
        clocks: [.start("L-criminal", against: .owner)]),
    ],
    conduct: .anyOf([.court]), follows: [.prosecution], needsOrigin: true, suspension: "criminal-procedure-law@206")
}

extension Requirement {
  /// 提起公诉: without it there is no trial.
  static let prosecuted = Requirement("trial.not-prosecuted", citation: "criminal-procedure-law@176") {
    ["prosecuted", "recorded"].contains($0.around.origin?.state ?? "prosecuted")
  }

  /// 速裁程序: for those who plead guilty and accept the penalty.
  static let pleadsGuilty = Requirement(
    "trial.no-plea", field: "facts.trialTrack", citation: "criminal-procedure-law@222"
  ) {
    $0.facts["trialTrack"] != "fast-track" || ($0.facts["plea"] ?? $0.around.origin?.known["plea"]) == "yes"
  }

  /// 罚金: nobody pays one who was not found guilty.
  static let fineOfTheGuilty = Requirement(
    "trial.fine", field: "facts.criminalFine", citation: "criminal-procedure-law@200"
  ) { $0.facts["criminalFine"] == nil || $0.facts["verdict"] == "guilty" }
}

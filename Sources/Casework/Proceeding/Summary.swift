import Law

/// Administrative penalty decided on the spot (简易程序、当场处罚).
///
/// Found on the spot → the party told of facts, reasons and basis, and heard → decided → handed over → the fine
/// collected on the spot, where the law lets it be → file handed in → closed. What turns out not to be simple goes on in
/// ordinary procedure. A fine that is not collected on the spot is paid in a proceeding of its own (执行).
///
/// On the spot only a warning can be given, or a fine up to a figure that goes by whether the party is a natural person
/// or an organisation; the figures are rows of the law book. Who wants to contest it applies for review first, and sues
/// after that (复议前置).
///
/// Legal basis: 行政处罚法 (2021) art. 51; 市场监督管理行政处罚程序规定 (2022) art. 66-73; 行政复议法 (2023) art. 23.
extension Procedure {
  /// The machine.
  public static let summary = Procedure(
    kind: .summary,
    // 当场发现违法行为: two officers or more with certificates.
    opening: ActRule(
      "open", to: "opened", by: .intake,
      facts: [
        .required("officers", .enforcers(atLeast: 2)),
        .required("partyKind", .choice(["natural-person", "organisation"])), .required("findings", .prose),
      ],
      milestone: .lead, citation: "samr-procedure@66"),
    rules: [
      // 告知事实、理由和依据，听取陈述、申辩
      ActRule(
        "hear", from: ["opened"], to: "heard", by: .handlers,
        facts: [.required("statement", .prose), .optional("response", .prose)], citation: "samr-procedure@69"),
      // 当场作出处罚决定
      ActRule(
        "decide", from: ["heard"], to: "decided", by: .handlers,
        facts: [
          .required("document", .line), .optional("fine", .amount), .optional("otherPenalties", .choice(["warning"])),
        ],
        requires: [.competence, .onTheSpotKinds, .onTheSpotFine, .noFineAfterCourt], milestone: .decided,
        ledger: ["fine": .fineImposed], citation: "penalty-law@51", clocks: [.start("P27", against: .owner)]),
      // 不予行政处罚
      ActRule(
        "dismiss", from: ["opened", "heard"], to: "closed", by: .handlers, facts: [.required("reason", .prose)],
        milestone: .closed, citation: "penalty-law@33", clocks: [.endAll]),
      // 转为普通程序
      ActRule(
        "convert", from: ["opened", "heard"], to: "converted", by: .handlers, facts: [.required("reason", .prose)],
        citation: "samr-procedure@66", clocks: [.endAll]),
      // 当场交付决定书, and say that review comes before a suit.
      ActRule(
        "serve", from: ["decided"], to: "served", by: .handlers, facts: [.required("reviewFirstTold", FactField.yesNo)],
        requires: [
          .refused("reviewFirstTold", is: "no", as: "summary.review-untold", citation: "administrative-review-law@23")
        ],
        milestone: .served),
      // 当场收缴罚款
      ActRule(
        "collect", from: ["served"], to: "collected", by: .handlers,
        facts: [
          .required("collectionGround", .choice(["small", "hard-later", "remote"])), .required("collected", .amount),
        ],
        requires: [.collectsTheFine, .collectedOnTheSpot], ledger: ["collected": .finePaid],
        citation: "samr-procedure@72", clocks: [.start("P21", against: .owner)]),
      // 办案人员上交罚款
      ActRule(
        "hand-in", from: ["collected"], to: "handed-in", by: .handlers, facts: [.optional("document", .line)],
        citation: "samr-procedure@73", clocks: [.satisfy("P21"), .start("P21-bank", against: .owner)]),
      // 缴付银行
      ActRule(
        "bank", from: ["handed-in"], to: "banked", by: .intake, facts: [.optional("document", .line)],
        citation: "samr-procedure@73", clocks: [.satisfy("P21-bank")]),
      // 案件材料上交归档
      ActRule(
        "archive", from: ["decided", "served", "collected", "handed-in", "banked"], to: nil, by: .handlers,
        facts: [.required("archivedBy", .line)], citation: "samr-procedure@70", clocks: [.satisfy("P27")]),
      // 结案: the file is handed in, and nothing is left to collect.
      ActRule(
        "close", from: ["served", "banked"], to: "closed", by: .handlersAndHeads,
        facts: [
          .required("ground", .choice(["performed", "enforcement-ended", "other"])), .optional("reason", .prose),
        ],
        requires: [
          .archived, .settled(.execution, as: "execution.unfinished", citation: "samr-procedure@77"), .spotFinePaid,
        ],
        milestone: .closed, citation: "samr-procedure@77", clocks: [.endAll]),
    ],
    begins: true, follows: [.complaint, .tip])
}

extension Requirement {
  /// 警告、罚款: nothing else is imposed on the spot.
  static let onTheSpotKinds = Requirement("summary.other-penalty", field: "sanctions", citation: "penalty-law@51") {
    $0.sanctions.allSatisfy { [.warning, .fine].contains($0.kind) }
  }

  /// 当场处罚的罚款限额, by what the party is; each fine for itself where there are several.
  static let onTheSpotFine = Requirement("summary.above-limit", field: "facts.fine", citation: "penalty-law@51") {
    standing in
    let fines = standing.sanctions.filter { $0.kind == .fine }.compactMap(\.amount?.fen)
    guard let fine = fines.max() ?? standing.knownAmount("fine"), let most = standing.summaryLimit("decision-fine"),
      fine > most
    else { return nil }
    return ["most": .text(most.yuan)]
  }

  /// The fine is collected, and no more.
  static let collectsTheFine = Requirement(
    "summary.not-the-fine", field: "facts.collected", citation: "samr-procedure@72"
  ) { standing in
    guard let fine = standing.knownAmount("fine") else { return ["fine": .text(Fen.zero.yuan)] }
    return standing.knownAmount("collected") == fine ? nil : ["fine": .text(fine.yuan)]
  }

  /// 可以当场收缴: up to one figure, up to another where it would be hard to collect later, or in a remote area where the
  /// party asks for it.
  static let collectedOnTheSpot = Requirement(
    "summary.collection-limit", field: "facts.collectionGround", citation: "samr-procedure@72"
  ) { standing in
    let rows = ["small": "collection@", "hard-later": "collection-hard"]
    guard let row = rows[standing.known("collectionGround") ?? ""], let fine = standing.knownAmount("fine"),
      let most = standing.summaryLimit(row), fine > most
    else { return nil }
    return ["most": .text(most.yuan)]
  }

  /// 行政处罚决定执行完毕: the fine was collected on the spot, or its execution is over.
  static let spotFinePaid = Requirement("summary.fine-unpaid", field: "facts.ground", citation: "samr-procedure@77") {
    standing in
    guard standing.known("ground") == "performed", standing.knownAmount("fine") != nil else { return true }
    return standing.known("collected") != nil || standing.file.others.contains { $0.kind == .execution }
  }

  /// 归档: the officers have handed in the file.
  static let archived = Requirement("summary.not-archived", citation: "samr-procedure@70") {
    $0.known("archivedBy") != nil
  }
}

extension Standing {
  /// The penalties given one by one.
  var sanctions: [Sanction] {
    (facts["sanctions"] ?? "").split(separator: "\u{1e}").compactMap { Sanction(kept: String($0)) }
  }

  /// The figure of the row of the law book whose key begins so, for the party and the day; `nil` where nobody looked.
  fileprivate func summaryLimit(_ row: String) -> Fen? {
    around.book?.summary.first {
      $0.key.hasPrefix(row) && [known("partyKind"), "any"].contains($0.party) && $0.validity.contains(day.first)
    }?.amount
  }
}

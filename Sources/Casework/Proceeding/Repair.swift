import Law

/// Credit repair (信用修复) of a penalty's publicity or of an entry in the list of serious violations.
///
/// Submitted → returned for more, not accepted, or accepted → under review → approved or denied → synchronised; revoked
/// where it was obtained by fraud. Approval stops publicity, sharing and measures together. It deletes nothing: the case
/// file, and with it the count of repeated conduct, stays. Which rules apply is a matter of site and date: those of
/// market regulation, or those of the National Development and Reform Commission for 信用中国.
///
/// Legal basis: 市场监督管理信用修复管理办法 (2025) art. 14-17; 市场监督管理行政处罚信息公示规定 (2025) art. 14-16;
/// 市场监督管理严重违法失信名单管理办法 (2021) art. 16.
extension Procedure {
  /// The machine.
  public static let repair = Procedure(
    kind: .repair,
    // 申请: not before the shortest time is over.
    opening: ActRule(
      "submit", to: "submitted", by: .intake,
      facts: [regime, .required("commitment", FactField.yesNo), .required("materials", .prose)],
      requires: [.somethingToRepair, .repairable] + Requirement.tooEarly, citation: "credit-repair-measures@14",
      clocks: [
        .startIf(fact: "regime", is: "samr", "KR-accept", against: .owner),
        .startIf(fact: "regime", is: "ndrc", "KN-accept", against: .owner),
      ]),
    rules: [
      // 退回补正
      ActRule(
        "return", from: ["submitted"], to: "returned", side: .conductor, by: .handlers,
        facts: [.required("reason", .prose)],
        citation: "credit-repair-measures@14", clocks: accepting),
      // 补正后再次提交
      ActRule(
        "resubmit", from: ["returned"], to: "submitted", side: .conductor, by: .intake,
        facts: [regime, .required("commitment", FactField.yesNo), .required("materials", .prose)],
        requires: [.sameRegime], citation: "credit-repair-measures@14",
        clocks: [
          .startIf(fact: "regime", is: "samr", "KR-accept", against: .owner),
          .startIf(fact: "regime", is: "ndrc", "KN-accept", against: .owner),
        ]),
      // 受理
      ActRule(
        "accept", from: ["submitted"], to: "accepted", side: .conductor, by: .handlers, facts: [regime],
        requires: [.sameRegime, .commitment], citation: "credit-repair-measures@14",
        clocks: accepting + [
          .startIf(fact: "regime", is: "samr", "KR-decide", against: .owner),
          .startIf(fact: "regime", is: "ndrc", "KN-decide", against: .owner),
        ]),
      // 不予受理
      ActRule(
        "reject", from: ["submitted", "returned"], to: "not-accepted", side: .conductor, by: .handlers,
        facts: [.required("reason", .prose)], citation: "credit-repair-measures@14", clocks: accepting + [.endAll]),
      // 核实: payment, correction, and whether it happened again.
      ActRule(
        "examine", from: ["accepted"], to: "under-review", side: .conductor, by: .handlers,
        facts: [
          .required("finePaid", .choice(["paid", "instalments-finished", "not-imposed", "unpaid"])),
          .required("surchargePaid", .choice(["paid", "none-due", "unpaid"])),
          .required("harmRemoved", FactField.yesNo), .required("reoffended", FactField.yesNo),
          .required("findings", .prose),
        ],
        citation: "credit-repair-measures@15"),
      // 延长办理期限
      ActRule(
        "extend", from: ["accepted", "under-review"], to: nil, side: .conductor, by: .heads,
        facts: [.required("extension", .choice(["KR-decide-extended"])), .required("reason", .prose)],
        citation: "credit-repair-measures@15", clocks: [.extend]),
      // 准予修复: everything stops together, nothing is deleted.
      ActRule(
        "approve", from: ["under-review"], to: "approved", side: .conductor, by: .heads,
        facts: [.required("document", .line), .required("otherProvince", FactField.yesNo)],
        requires: [.repairable, .performed, .executed, .harmRemoved, .notAgain], milestone: .repaired,
        citation: "credit-repair-measures@16",
        clocks: deciding + [
          .start("KR-data", against: .owner),
          .startIf(fact: "otherProvince", is: "yes", "KR-push", against: .owner),
        ]),
      // 不予修复并书面说明理由
      ActRule(
        "deny", from: ["under-review"], to: "denied", side: .conductor, by: .heads,
        facts: [.required("document", .line), .required("reason", .prose)], citation: "credit-repair-measures@16",
        clocks: deciding + [.endAll]),
      // 完成数据处理、同步: once publicity has stopped.
      ActRule(
        "sync", from: ["approved"], to: "synced", side: .conductor, by: .intake, facts: [.optional("receipt", .line)],
        requires: [.stopped], citation: "credit-repair-measures@17",
        clocks: [.satisfy("KR-data"), .satisfy("KR-push"), .endAll]),
      // 撤销修复: obtained by fraud; what it stopped is restored.
      ActRule(
        "revoke", from: ["approved", "synced"], to: "revoked", side: .conductor, by: .heads,
        facts: [.required("document", .line), .required("reason", .prose)], clocks: [.endAll]),
    ],
    leads: false, follows: [.publicity, .listing], needsOrigin: true)

  /// 适用的规则: of market regulation (国家企业信用信息公示系统), or of the NDRC (信用中国).
  private static let regime = FactField.required("regime", .choice(["samr", "ndrc"]))
  private static let accepting: [ClockChange] = [.satisfy("KR-accept"), .satisfy("KN-accept")]
  private static let deciding: [ClockChange] = [.satisfy("KR-decide"), .satisfy("KN-decide")]
}

extension Requirement {
  /// There is something published, or listed.
  static let somethingToRepair = Requirement("repair.nothing", field: "origin") {
    ["published", "listed"].contains($0.around.origin?.state ?? "")
  }

  /// 限制类处罚不予提前停止公示
  static let repairable = Requirement(
    "repair.excluded", field: "origin", citation: "publicity-provisions-2025@14(3)"
  ) { $0.around.origin?.known["publicityClass"] != "restriction" }

  /// 最短公示期, one for each article that may say so, with and without its number read in the text.
  static let tooEarly = ["credit-repair-2021@6", "credit-repair-2021@7", "publicity-provisions-2025@15", nil]
    .flatMap { citation in [true, false].map { tooEarly(isConfirmed: $0, citation) } }

  private static func tooEarly(isConfirmed: Bool, _ citation: String?) -> Requirement {
    let code = isConfirmed ? "repair.too-early" : "repair.too-early-to-confirm"
    return Requirement(code, field: "happenedOn", citation: citation) { standing in
      guard let term = standing.minimum, standing.day.last <= term.last, term.isConfirmed == isConfirmed,
        term.citation?.key == citation
      else { return nil }
      return ["day": .text(term.over.description)]
    }
  }

  /// The application is handled under the rules under which it was made.
  static let sameRegime = Requirement("repair.other-regime", field: "facts.regime") { standing in
    let before = standing.proceeding.known["regime"]
    guard let before, before != standing.facts["regime"] else { return nil }
    return ["regime": .term("choice.regime.\(before)")]
  }

  /// 信用承诺书
  static let commitment = refused("commitment", is: "no", as: "repair.no-commitment")

  /// 已履行处罚决定: the fine and its surcharge are paid, or the last instalment is.
  static let performed = Requirement(
    "repair.unperformed", field: "act", citation: "publicity-provisions-2025@16"
  ) { $0.known("finePaid") != "unpaid" && $0.known("surchargePaid") != "unpaid" }

  /// No execution of the case is under way.
  static let executed = settled(.execution, as: "repair.unperformed", citation: "publicity-provisions-2025@16")

  /// 已改正违法行为、消除危害后果
  static let harmRemoved = refused(
    "harmRemoved", is: "no", as: "repair.harm", citation: "publicity-provisions-2025@16")

  /// 未再因同类违法行为受到处罚
  static let notAgain = refused(
    "reoffended", is: "yes", as: "repair.reoffended", citation: "publicity-provisions-2025@16")

  /// Publicity has stopped, or the entry was removed; on 信用中国 alone it need not.
  static let stopped = Requirement("repair.not-stopped", field: "act", citation: "credit-repair-measures@17") {
    $0.known("regime") == "ndrc" || !["published", "listed"].contains($0.around.origin?.state ?? "")
  }
}

extension Standing {
  /// The shortest time before a repair can be asked for, by site, class and date; `nil` where there is none.
  ///
  /// Market regulation counts from the publication or the listing, the NDRC from the date of the document.
  fileprivate var minimum: LegalTerm? {
    guard let book = around.book, let origin = around.origin else { return nil }
    let isNDRC = known("regime") == "ndrc"
    let (rules, fact): ([String], String)
    switch (origin.kind, origin.known["publicityClass"]) {
    case (.listing, _): (rules, fact) = ([isNDRC ? "KN-minimum-serious" : "KR-minimum-list"], "listedOn")
    case (_, "key") where isNDRC: (rules, fact) = (["KN-minimum-key", "KN-minimum-general"], "decidedOn")
    case (_, "general") where isNDRC: (rules, fact) = (["KN-minimum-general"], "decidedOn")
    case (_, "key"): (rules, fact) = (["KR-minimum-key"], "publishedOn")
    case (_, "general"): (rules, fact) = (["KR-minimum-general"], "publishedOn")
    default: return nil
    }
    guard let day = origin.known[fact].flatMap({ Day($0) }) else { return nil }
    return LegalTerm(rules, from: day, today: self.day.last, by: book)
  }
}

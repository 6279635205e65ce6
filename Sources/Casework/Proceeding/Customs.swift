import Law

/// Customs detention of suspect goods (海关扣留).
///
/// Ex officio (依职权): customs finds goods that look like infringing a recorded right → tells the right holder → who
/// applies and gives security within three working days → detained → customs investigates for thirty working days and
/// finds an infringement, or none can be found. On application (依申请): the holder applies and gives security → detained;
/// here customs decides on no infringement, the holder goes to court. Without a court's notice the goods are released
/// after fifty working days, on application after twenty. What infringes is confiscated and disposed of, after the notice,
/// the hearing if one is asked for, and the legal review; a suspected crime is referred to the police, and what the police
/// give back goes on here.
///
/// Recordal (备案) is decided by the General Administration: here its number and last day are facts.
///
/// Legal basis: 知识产权海关保护条例 (2018) art. 10, 13-16, 19-21, 24, 26-28; 海关行政处罚实施条例 (2004) art. 25; 行政处罚法 (2021)
/// art. 27, 58, 64, 65; 国务院令第310号 (2020) art. 5, 10, 13.
extension Procedure {
  /// The machine.
  public static let customs = Procedure(
    kind: .customs,
    // 发现侵权嫌疑货物，或者收到扣留申请
    opening: ActRule(
      "register", to: "opened", by: .intake,
      facts: [
        .required("detentionTrack", .choice(["ex-officio", "on-application"])), .required("rightHolder", .line),
        .optional("recordNumber", .line), .optional("recordValidTo", .day),
        .required("direction", .choice(["import", "export"])), .optional("declaration", .line),
        .required("suspectGoods", .prose), .optional("goodsValue", .amount),
      ],
      requires: [
        .needs("recordNumber", where: "detentionTrack", is: "ex-officio", citation: "customs-regulation@16"),
        .needs("recordValidTo", where: "detentionTrack", is: "ex-officio", citation: "customs-regulation@10"),
        .recordInForce,
      ],
      citation: "customs-regulation@16"),
    rules: [
      // 书面通知权利人，依职权
      ActRule(
        "notify-holder", from: ["opened"], to: "notified", by: .handlers, facts: [.optional("document", .line)],
        requires: [.exOfficio], citation: "customs-regulation@16", clocks: [.start("C4", against: .party)]),
      // 权利人申请扣留并提供担保: on application at once, ex officio within three working days of the notice.
      ActRule(
        "apply", from: ["opened"], to: nil, by: .intake,
        facts: [.required("security", .amount), .optional("goodsValue", .amount)],
        requires: [.onApplication, .securityWithinValue], citation: "customs-regulation@14"),
      ActRule(
        "apply", from: ["notified"], to: nil, by: .intake,
        facts: [.required("security", .amount), .optional("goodsValue", .amount)],
        requires: [
          .inTime(for: "C4", as: "customs.late-application", citation: "customs-regulation@16"), .securityWithinValue,
        ],
        citation: "customs-regulation@16", clocks: [.satisfy("C4")]),
      // 不予扣留: no application in time, or none that will do.
      ActRule(
        "not-detain", from: ["opened", "notified"], to: "not-detained", by: .handlersAndHeads,
        facts: [
          .required("nonDetention", .choice(["no-application", "holder-declines", "unqualified"])),
          .optional("reason", .prose), .optional("document", .line),
        ],
        requires: [.applicationTimeOver], citation: "customs-regulation@16", clocks: [.endAll]),
      // 扣留，依申请
      ActRule(
        "detain", from: ["opened"], to: "detained", by: .handlersAndHeads,
        facts: [.required("document", .line), .optional("goodsValue", .amount)],
        requires: [.onApplication, .secured("customs-regulation@14"), .securityWithinValue], milestone: .detained,
        citation: "customs-regulation@15", clocks: [.start("C6", against: .party)]),
      // 扣留，依职权
      ActRule(
        "detain", from: ["notified"], to: "detained", by: .handlersAndHeads,
        facts: [.required("document", .line), .optional("goodsValue", .amount)],
        requires: [.secured("customs-regulation@16"), .securityWithinValue], milestone: .detained,
        citation: "customs-regulation@16", clocks: [.start("C5", against: .owner), .start("C7", against: .party)]),
      // 请求知识产权主管部门协助
      ActRule(
        "ask-authority", from: ["detained"], to: nil, by: .handlers,
        facts: [.required("receivingAgency", .agency), .required("reason", .prose)],
        requires: [.elsewhere("receivingAgency")], informs: "receivingAgency", citation: "customs-regulation@21"),
      // 认定侵权: on the ex officio track only.
      ActRule(
        "establish", from: ["detained"], to: "established", by: .handlers, facts: [.required("findings", .prose)],
        requires: [.customsFinds], citation: "customs-regulation@20", clocks: [.satisfy("C5"), .end("C7")]),
      // 不能认定，书面通知权利人
      ActRule(
        "leave-open", from: ["detained"], to: "unestablished", by: .handlers, facts: [.required("findings", .prose)],
        requires: [.customsFinds], citation: "customs-regulation@20", clocks: [.satisfy("C5")]),
      // 收到人民法院协助执行通知
      ActRule(
        "court-notice", from: ["detained", "unestablished"], to: "court", by: .intake,
        facts: [.required("assistingCourt", .line), .required("document", .line)],
        requires: [
          .inTime(for: "C6", as: "customs.late-notice", citation: "customs-regulation@24(1)"),
          .inTime(for: "C7", as: "customs.late-notice", citation: "customs-regulation@24(2)"),
        ],
        citation: "customs-regulation@24", clocks: [.satisfy("C6"), .satisfy("C7"), .end("C5")]),
      // 协助执行
      ActRule(
        "assist-court", from: ["court"], to: "court-assisted", by: .handlers,
        facts: [.required("courtAssistance", .prose), .optional("document", .line)],
        clocks: [.endAll]),
      // 放行
      ActRule(
        "release", from: ["detained", "unestablished"], to: "released", by: .handlersAndHeads,
        facts: [
          .required(
            "releaseGround", .choice(["no-court-notice", "counter-security", "not-infringing", "holder-withdraws"])),
          .optional("counterSecurity", .amount), .optional("reason", .prose), .optional("document", .line),
        ],
        requires: [
          .courtTimeOver, .patentCounterSecurity,
          .needs(
            "counterSecurity", where: "releaseGround", is: "counter-security", citation: "customs-regulation@19"),
          .counterSecurityEqual, .gives("reason", where: "releaseGround", is: "not-infringing"),
        ],
        citation: "customs-regulation@24", clocks: [.endAll]),
      // 人民法院解除后放行
      ActRule(
        "release", from: ["court"], to: "released", by: .handlersAndHeads,
        facts: [.required("releaseGround", .choice(["court-lifted"])), .required("document", .line)], clocks: [.endAll]),
      // 行政处罚告知
      ActRule(
        "notify-party", from: ["established"], to: "notice", by: .handlers,
        facts: [
          .required("approver", .line), .optional("document", .line), .optional("goodsValue", .amount),
          .optional("proposedFine", .amount), .required("hearing", FactField.yesNo),
        ],
        requires: [.fineWithin("proposedFine")], citation: "penalty-law@64",
        clocks: [.start("C-hearing", against: .party)]),
      // 陈述申辩: the time to ask for a hearing goes on.
      ActRule(
        "plead", from: ["notice"], to: nil, by: .handlers,
        facts: [.required("pleaded", .prose), .required("pleadedAnswer", .prose)], citation: "penalty-law@64"),
      // 放弃听证权利, on record.
      ActRule(
        "waive", from: ["notice"], to: nil, by: .handlers, facts: [.required("statement", .prose)],
        citation: "penalty-law@64", clocks: [.satisfy("C-hearing")]),
      // 提请法制审核
      ActRule(
        "submit", from: ["notice"], to: "review", by: .handlers, facts: [.optional("opinion", .prose)],
        requires: [.waited(for: "C-hearing", citation: "penalty-law@64"), .hearingEnded], citation: "penalty-law@58",
        clocks: [.end("C-hearing")]),
      // 审核: agreed to, or sent back.
      ActRule(
        "agree", from: ["review"], to: "reviewed", by: .reviewers, facts: [.optional("opinion", .prose)],
        citation: "penalty-law@58"),
      ActRule(
        "return", from: ["review"], to: "established", by: .reviewers, facts: [.required("reason", .prose)],
        citation: "penalty-law@58"),
      // 没收，并处罚款: at most thirty per cent of the value of the goods.
      ActRule(
        "confiscate", from: ["reviewed"], to: "confiscated", by: .heads,
        facts: [
          .required("document", .line), .required("confiscatedGoods", .amount), .optional("goodsValue", .amount),
          .optional("fine", .amount),
        ],
        requires: [.hearingEnded, .fineWithin("fine"), .notWithPolice, .noFineAfterCourt],
        ledger: ["confiscatedGoods": .goods, "fine": .fineImposed], citation: "customs-regulation@27",
        clocks: [.endAll]),
      // 处置没收货物
      ActRule(
        "dispose", from: ["confiscated"], to: "disposed", by: .handlersAndHeads,
        facts: [
          .required("disposal", .choice(["charity", "sale-to-holder", "auction", "destruction"])),
          .optional("removal", .choice(["features", "mark-only"])), .optional("recipient", .line),
          .optional("proceeds", .amount), .optional("document", .line),
        ],
        requires: [
          .needs("recipient", where: "disposal", is: "charity", citation: "customs-regulation@27"),
          .featuresRemoved, .notByMarkAlone,
        ],
        ledger: ["proceeds": .proceeds], citation: "customs-regulation@27", clocks: [.endAll]),
      // 移送公安机关: once the file itself is referred and sent. The holder's time to bring a court's notice goes on.
      ActRule(
        "hand-to-police", from: ["detained", "unestablished"], to: "police", side: .conductor, by: .heads,
        facts: [.required("reason", .prose), .optional("document", .line)], requires: [.customsReferred],
        citation: "customs-regulation@26", clocks: [.end("C5")]),
      ActRule(
        "hand-to-police", from: ["established", "notice", "review", "reviewed"], to: "police-established",
        side: .conductor, by: .heads, facts: [.required("reason", .prose), .optional("document", .line)],
        requires: [.customsReferred], citation: "customs-regulation@26", clocks: [.end("C-hearing")]),
      // 公安机关不予立案或者退回: customs goes on; no clock starts anew, because no rule says that one does.
      ActRule(
        "take-back", from: ["police"], to: "detained", by: .handlersAndHeads,
        facts: [.required("reason", .prose), .optional("document", .line)], requires: [.givenBack],
        citation: "order-310@10"),
      ActRule(
        "take-back", from: ["police-established"], to: "established", by: .handlersAndHeads,
        facts: [.required("reason", .prose), .optional("document", .line)], requires: [.givenBack],
        citation: "order-310@10"),
      // 公安机关的结果: it ends there.
      ActRule(
        "finish", from: ["police", "police-established"], to: "concluded", side: .conductor, by: .handlersAndHeads,
        facts: [.required("reason", .prose), .optional("document", .line)], requires: [.referralConcluded],
        citation: "order-310@11.1", clocks: [.endAll]),
      // 办结: the security goes back, or pays for a detention that was wrong.
      ActRule(
        "close", from: ["released"], to: "closed", by: .handlersAndHeads,
        facts: [
          .required("wrongful", FactField.yesNo), .optional("compensation", .amount), .optional("reason", .prose),
        ],
        requires: [.compensatedIfWrong], citation: "customs-regulation@28", clocks: [.endAll]),
    ],
    conduct: .owner([.customs]), begins: true, follows: [.tip])
}

extension Requirement {
  /// 备案在有效期内.
  static let recordInForce = Requirement(
    "customs.record-expired", field: "facts.recordValidTo", citation: "customs-regulation@10"
  ) { standing in
    guard let last = standing.knownDay("recordValidTo"), last < standing.day.first else { return nil }
    return ["day": .text(last.description)]
  }

  /// 依职权: only there does customs tell the holder of what it found.
  static let exOfficio = Requirement("customs.not-ex-officio", citation: "customs-regulation@16") {
    $0.known("detentionTrack") != "on-application"
  }

  /// 依申请: ex officio the holder is told first.
  static let onApplication = Requirement("customs.not-notified", citation: "customs-regulation@16") {
    $0.known("detentionTrack") != "ex-officio"
  }

  /// 未申请并提供担保的，不得扣留.
  static func secured(_ citation: String) -> Requirement {
    Requirement("customs.no-security", citation: citation) { $0.known("security") != nil }
  }

  /// 担保不超过货物等值.
  static let securityWithinValue = Requirement(
    "customs.security-over", field: "facts.security", citation: "customs-regulation@14"
  ) { standing in
    guard let security = standing.amount("security"), let value = standing.amount("goodsValue") else { return true }
    return security <= value
  }

  /// 期满未申请: that is so only when the time has run out.
  static let applicationTimeOver = Requirement(
    "customs.early-refusal", field: "happenedOn", citation: "customs-regulation@16"
  ) { standing in
    standing.facts["nonDetention"] == "no-application" ? standing.running("C4") : nil
  }

  /// 依申请扣留的，海关不认定侵权.
  static let customsFinds = Requirement("customs.no-finding", citation: "customs-regulation@20") {
    $0.known("detentionTrack") != "on-application"
  }

  /// 期满未收到协助执行通知: twenty working days on application, fifty ex officio.
  static let courtTimeOver = Requirement(
    "customs.early-release", field: "happenedOn", citation: "customs-regulation@24"
  ) { standing in
    guard standing.facts["releaseGround"] == "no-court-notice" else { return nil }
    return standing.running("C6") ?? standing.running("C7")
  }

  /// 反担保 frees goods suspected of infringing a patent, and no others.
  static let patentCounterSecurity = Requirement(
    "customs.patent-only", field: "facts.releaseGround", citation: "customs-regulation@19"
  ) { $0.facts["releaseGround"] != "counter-security" || $0.file.ipType == .patent }

  /// 与货物等值的担保金.
  static let counterSecurityEqual = Requirement(
    "customs.counter-security", field: "facts.counterSecurity", citation: "customs-regulation@19"
  ) { standing in
    guard let given = standing.facts["counterSecurity"].flatMap(Fen.init(kept:)),
      let value = standing.amount("goodsValue")
    else { return true }
    return given >= value
  }

  /// 罚款不超过货物价值百分之三十.
  static func fineWithin(_ fact: String) -> Requirement {
    Requirement("customs.fine-over", field: "facts.\(fact)", citation: "customs-penalty-regulation@25.1") { standing in
      guard let fine = standing.facts[fact].flatMap(Fen.init(kept:)), fine.value > 0 else { return true }
      guard let value = standing.amount("goodsValue") else { return false }
      return fine.value * 100 <= value.value * 30
    }
  }

  /// 消除侵权特征后拍卖.
  static let featuresRemoved = Requirement(
    "customs.features", field: "facts.removal", citation: "customs-regulation@27"
  ) { $0.facts["disposal"] != "auction" || $0.facts["removal"] != nil }

  /// 进口假冒商标货物不能仅清除商标标识.
  static let notByMarkAlone = Requirement(
    "customs.mark-only", field: "facts.removal", citation: "customs-regulation@27"
  ) { standing in
    standing.facts["disposal"] != "auction" || standing.facts["removal"] != "mark-only"
      || standing.known("direction") != "import" || standing.file.ipType != .trademark
  }

  /// Compensation is that for a wrongful detention.
  static let compensatedIfWrong = Requirement(
    "customs.no-wrong", field: "facts.compensation", citation: "customs-regulation@28"
  ) { $0.facts["compensation"] == nil || $0.facts["wrongful"] == "yes" }
}

extension Requirement {
  /// 移送的案件: the file itself has been sent to the police.
  static let customsReferred = Requirement("customs.not-referred", citation: "order-310@5.2") {
    ["sent", "received", "police-filed", "concluded"].contains($0.latestReferral ?? "")
  }

  /// 移送期间不作行政处罚决定
  static let notWithPolice = Requirement("referral.out", citation: "order-310@11.1") { $0.file.openReferral == nil }

  /// 不予立案、退回，或者移送在签收前撤回
  static let givenBack = Requirement("customs.not-given-back", citation: "order-310@10") {
    Procedure.referralsBack.union(["withdrawn"]).contains($0.latestReferral ?? "")
  }

  /// 移送已有结果
  static let referralConcluded = Requirement("customs.not-concluded", citation: "order-310@11.1") {
    $0.latestReferral == "concluded"
  }
}

extension Standing {
  /// State of the latest referral of the file.
  fileprivate var latestReferral: String? { file.others.last { $0.kind == .referral }?.state }

  /// An amount given now, or else recorded earlier in the proceeding.
  fileprivate func amount(_ name: String) -> Fen? { known(name).flatMap(Fen.init(kept:)) }

  /// The last day of a clock that has not run out on the day of the act; `nil` where it has, or where none is open.
  fileprivate func running(_ rule: String) -> [String: Refusal.Argument]? {
    guard let clock = around.clocks.first(where: { $0.rule == rule }) else { return nil }
    guard let due = clock.dueDay else { return ["day": .text("—")] }
    return day.last > due ? nil : ["day": .text(due.description)]
  }
}

extension Fen {
  /// Reads an amount in canonical form.
  fileprivate init?(kept text: String) {
    guard case .success(let fen) = Fen.parse(yuan: text) else { return nil }
    self = fen
  }
}

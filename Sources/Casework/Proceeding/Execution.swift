import Law

/// Execution of a penalty decision (处罚决定的执行).
///
/// Decision received → paid within fifteen days, or later and in parts where the head allows that on a written
/// application → performed → closed. What is not paid in time can be added to by three per cent a day, never above the
/// fine. The party is reminded; when the reminder has waited ten working days, and the times for review and suit are
/// over, the court is asked to enforce, within three months. Neither a review nor a suit stops the execution, unless
/// somebody with the power orders that.
///
/// Amounts are the party's: where several are punished, each has a proceeding of its own.
///
/// Legal basis: 行政处罚法 (2021) art. 28, 67, 72, 73; 行政强制法 (2011) art. 53-58;
/// 市场监督管理行政处罚程序规定 (2022) art. 72-77; 行政复议法 (2023) art. 42.
extension Procedure {
  /// The machine. What suspends it (停止执行) is a pause of the kind `suspension`.
  public static let execution = Procedure(
    kind: .execution,
    // 当事人收到处罚决定书: what is to be paid, and from when its time runs.
    opening: ActRule(
      "open", to: "payable", by: .intake,
      facts: [
        .required("servedOn", .day), .required("fineDue", .amount), .optional("gainsDue", .amount),
        .optional("payer", .line),
      ],
      requires: [.decisionServed, .notLater("servedOn"), .withinTheFine], citation: "samr-procedure@72",
      clocks: [.startOn(fact: "servedOn", "P19", against: .party)]),
    rules: [
      // 缴纳部分罚款; with instalments, until when the next is to be paid.
      ActRule(
        "pay", from: collecting, to: nil, side: .conductor, by: .intake,
        facts: [
          .required("paid", .amount), .required("unpaid", .amount), .optional("surchargeCollected", .amount),
          .optional("newDue", .day), .optional("document", .line),
        ],
        requires: [.partPayment, .surchargeFirst, .surchargeLevied, .inInstalments, .later("newDue")],
        ledger: ["paid": .finePaid, "surchargeCollected": .surcharge], citation: "samr-procedure@72",
        clocks: [.reset(fact: "newDue", "P19")], sums: ["surchargeCollected": "collectedSoFar"]),
      // 暂缓或者分期缴纳, on a written application.
      ActRule(
        "defer", from: ["payable", "deferred"], to: "deferred", side: .conductor, by: .heads,
        facts: [
          .required("deferral", .choice(["deferral", "instalments"])), .required("application", .line),
          .required("newDue", .day), .optional("instalmentPlan", .prose), .required("document", .line),
        ],
        requires: [.needs("instalmentPlan", where: "deferral", is: "instalments"), .later("newDue"), .longerToPay],
        citation: "samr-procedure@74", clocks: [.reset(fact: "newDue", "P19")]),
      // 加处罚款: all that was added up to that day.
      ActRule(
        "surcharge", from: collecting, to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("surcharge", .amount), .required("surchargeOn", .day), .optional("document", .line)],
        requires: [.waited(for: "P19", citation: "penalty-law@72"), .notLater("surchargeOn"), .surchargeWithin],
        citation: "penalty-law@72"),
      // 催告
      ActRule(
        "remind", from: ["payable", "deferred"], to: "reminded", side: .conductor, by: .handlersAndHeads,
        facts: [.required("document", .line)], requires: [.waited(for: "P19", citation: "samr-procedure@76")],
        citation: "administrative-compulsion-law@54", clocks: [.start("P22", against: .party)]),
      // 复议、诉讼期限届满
      ActRule(
        "end-remedies", from: ["payable", "deferred", "reminded"], to: nil, side: .conductor, by: .handlers,
        facts: [.required("remediesOver", .day), .optional("reviewServedOn", .day)],
        requires: [
          .notLater("remediesOver"), .remediesRanOut, .suitRanOut,
          .settled(.review, as: "execution.contested", citation: "administrative-compulsion-law@53"),
          .settled(.administrativeTrial, as: "execution.contested", citation: "administrative-compulsion-law@53"),
        ],
        citation: "administrative-compulsion-law@53",
        clocks: [.startOn(fact: "remediesOver", "P23", against: .owner)]),
      // 申请人民法院强制执行
      ActRule(
        "apply", from: ["reminded"], to: "applied", side: .conductor, by: .heads,
        facts: [.required("court", .agency), .required("document", .line), .optional("lateReason", .prose)],
        requires: [
          .waited(for: "P22", citation: "administrative-compulsion-law@54"), .remediesOver, .enforcementInTime,
        ],
        informs: "court", citation: "administrative-compulsion-law@53", clocks: [.satisfy("P23"), .end("P22")]),
      // 人民法院收到申请
      ActRule(
        "lodge", from: ["applied"], to: "lodged", side: .conductor, by: .intake, facts: [.optional("receipt", .line)],
        citation: "administrative-compulsion-law@56", clocks: [.start("P24", against: .receiver)]),
      // 人民法院受理
      ActRule(
        "accept", from: ["lodged"], to: "accepted", side: .conductor, by: .intake,
        facts: [.optional("document", .line)],
        citation: "administrative-compulsion-law@56",
        clocks: [.satisfy("P24"), .start("P24-ruling", against: .receiver)]),
      // 人民法院不予受理
      ActRule(
        "turn-down", from: ["lodged"], to: "reminded", side: .conductor, by: .intake,
        facts: [.required("reason", .prose), .optional("document", .line)],
        citation: "administrative-compulsion-law@56", clocks: [.satisfy("P24")]),
      // 审查是否明显违法: the court has longer.
      ActRule(
        "extend", from: ["accepted"], to: nil, side: .conductor, by: .intake,
        facts: [.required("extension", .choice(["P24-ruling-manifest-illegality"]))],
        citation: "administrative-compulsion-law@58", clocks: [.extend]),
      // 裁定准予执行
      ActRule(
        "grant", from: ["accepted"], to: "enforcing", side: .conductor, by: .intake,
        facts: [.required("document", .line)],
        citation: "administrative-compulsion-law@57", clocks: [.satisfy("P24-ruling")]),
      // 裁定不予执行
      ActRule(
        "deny", from: ["accepted"], to: "denied", side: .conductor, by: .intake,
        facts: [.required("document", .line), .required("reason", .prose)],
        citation: "administrative-compulsion-law@58", clocks: [.satisfy("P24-ruling"), .end("P19")]),
      // 履行完毕: what was still unpaid was paid, or collected by the court.
      ActRule(
        "perform", from: collecting, to: "performed", side: .conductor, by: .intake,
        facts: [
          .optional("paid", .amount), .optional("gainsPaid", .amount), .optional("surchargeCollected", .amount),
          .optional("document", .line),
        ],
        requires: [.allPaid, .gainsPaid, .surchargeFirst, .surchargeLevied],
        ledger: ["paid": .finePaid, "surchargeCollected": .surcharge], citation: "samr-procedure@77",
        clocks: over + [.satisfy("P19"), .satisfy("P22"), .start("P26", against: .owner)],
        sums: ["surchargeCollected": "collectedSoFar"]),
      // 裁定终结执行
      ActRule(
        "end-enforcement", from: ["enforcing"], to: "ended", side: .conductor, by: .intake,
        facts: [.required("document", .line), .optional("reason", .prose)], citation: "samr-procedure@77",
        clocks: over + [.end("P19"), .start("P26", against: .owner)]),
      // 处罚决定被变更、撤销: nothing is left to execute by it.
      ActRule(
        "annul", from: collecting, to: "annulled", side: .conductor, by: .handlersAndHeads,
        facts: [.required("document", .line), .required("reason", .prose), .optional("repaid", .amount)],
        clocks: over + [.end("P19"), .end("P22")]),
      // 退赔
      ActRule(
        "refund", from: collecting.union(["performed"]), to: nil, side: .conductor, by: .handlers,
        facts: [.required("refunded", .amount), .required("recipients", .prose)], ledger: ["refunded": .refund],
        citation: "penalty-law@28"),
      // 处置没收的物品: what they were sold for, nothing where they were destroyed.
      ActRule(
        "dispose", from: collecting.union(["performed", "ended"]), to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("disposed", .prose), .optional("proceeds", .amount), .optional("document", .line)],
        ledger: ["proceeds": .proceeds]),
      // 结案审批表
      ActRule(
        "close", from: ["performed", "ended", "denied", "annulled"], to: "closed", side: .conductor, by: .heads,
        facts: [.optional("document", .line), .optional("reason", .prose)], citation: "samr-procedure@77",
        clocks: [.satisfy("P26"), .endAll]),
      // 行政复议、行政诉讼期间；停止执行
      ActRule(
        "pause", from: collecting, to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("pause", .choice(["review-or-suit", "suspension"])), .optional("document", .line)],
        citation: "penalty-law@73", clocks: [.pause]),
      ActRule(
        "resume", from: collecting, to: nil, side: .conductor, by: .handlersAndHeads,
        facts: [.required("pause", .choice(["review-or-suit", "suspension"])), .optional("document", .line)],
        citation: "penalty-law@73", clocks: [.resume]),
    ],
    leads: false, follows: [.penalty, .summary], needsOrigin: true, receiver: "court",
    suspension: "administrative-review-law@42")

  /// States in which something may be left to pay.
  private static let collecting: Set<String> = [
    "payable", "deferred", "reminded", "applied", "lodged", "accepted", "enforcing",
  ]
  /// Clocks of the way to the court, which end with it.
  private static let over: [ClockChange] = [.end("P23"), .end("P24"), .end("P24-ruling")]
}

extension Requirement {
  /// 决定书已经送达
  static let decisionServed = Requirement("execution.unserved", citation: "samr-procedure@72") { standing in
    guard let origin = standing.around.origin else { return true }
    switch origin.kind {
    case .summary: return ["served", "collected", "handed-in", "banked"].contains(origin.state)
    default: return ["service", "publication"].contains(origin.state) && origin.known["outcome"] == "penalty"
    }
  }

  /// No more is collected than was imposed.
  static let withinTheFine = Requirement("execution.above-fine", field: "facts.fineDue") { standing in
    guard let origin = standing.around.origin, let due = standing.knownAmount("fineDue") else { return nil }
    let fine = origin.knownAmount("fine") ?? .zero
    return due > fine ? ["most": .text(fine.yuan)] : nil
  }

  /// What was unpaid before is what is paid now and what is unpaid after; the last payment is 履行完毕.
  static let partPayment = Requirement("execution.sum", field: "facts.unpaid") { standing in
    guard let before = standing.proceeding.unpaidFine, let paid = standing.givenAmount("paid"),
      let after = standing.givenAmount("unpaid")
    else { return nil }
    if paid.value + after.value == before.value, after > .zero { return nil }
    return ["unpaid": .text(before.yuan)]
  }

  /// All that was unpaid of the fine is paid.
  static let allPaid = Requirement("execution.unpaid", field: "facts.paid", citation: "samr-procedure@77") { standing in
    guard let before = standing.proceeding.unpaidFine else { return nil }
    return (standing.givenAmount("paid") ?? .zero) == before ? nil : ["unpaid": .text(before.yuan)]
  }

  /// 没收的违法所得已经上缴
  static let gainsPaid = Requirement("execution.gains-unpaid", field: "facts.gainsPaid", citation: "samr-procedure@77")
  {
    standing in
    guard let due = standing.proceeding.knownAmount("gainsDue"), due > .zero else { return nil }
    return standing.givenAmount("gainsPaid") == due ? nil : ["unpaid": .text(due.yuan)]
  }

  /// Another day for the next payment is given only where the fine is paid in instalments.
  static let inInstalments = Requirement("execution.no-plan", field: "facts.newDue", citation: "samr-procedure@74") {
    $0.facts["newDue"] == nil || $0.known("deferral") == "instalments"
  }

  /// A deferral makes the time longer.
  static let longerToPay = Requirement("execution.not-longer", field: "facts.newDue", citation: "samr-procedure@74") {
    standing in
    guard let day = standing.knownDay("newDue"), let due = standing.clock("P19")?.dueDay, day <= due else { return nil }
    return ["day": .text(due.description)]
  }

  /// What is paid late is added to up to that day before it is paid, so that each part is added to for its own days.
  static let surchargeFirst = Requirement("surcharge.first", field: "happenedOn", citation: "penalty-law@72") {
    standing in
    guard let due = standing.clock("P19")?.dueDay, standing.day.first > due,
      let unpaid = standing.proceeding.unpaidFine, unpaid > .zero
    else { return nil }
    let reckoned = standing.proceeding.known["surchargeOn"].flatMap { Day($0) }
    return reckoned.map { $0 >= standing.day.first } == true ? nil : ["day": .text(standing.day.first.description)]
  }

  /// 加处罚款 stays within the days, the rate and the fine.
  static let surchargeWithin = Requirement("surcharge.too-high", field: "facts.surcharge", citation: "penalty-law@72") {
    standing in
    guard let asked = standing.givenAmount("surcharge"), let day = standing.knownDay("surchargeOn"),
      let unpaid = standing.proceeding.unpaidFine, let fine = standing.proceeding.knownAmount("fineDue")
    else { return nil }
    let levied = standing.proceeding.knownAmount("surcharge") ?? .zero
    let before = standing.proceeding.known["surchargeOn"].flatMap { Day($0) }
    let last = [before, standing.clock("P19")?.dueDay].compactMap(\.self).max()
    let pauses = standing.clock("P19")?.pauses ?? []
    let more = last.map {
      Surcharge(on: unpaid, of: fine, levied: levied, after: $0, through: day, pauses: pauses).amount
    }
    let most = more.flatMap { levied.adding($0) } ?? fine
    return asked > most ? ["most": .text(most.yuan)] : nil
  }

  /// No more of it is collected, in all, than was added.
  static let surchargeLevied = Requirement(
    "surcharge.not-levied", field: "facts.surchargeCollected", citation: "penalty-law@72"
  ) { standing in
    guard standing.facts["surchargeCollected"] != nil else { return nil }
    guard let paid = standing.givenAmount("collectedSoFar") else { return ["most": .text(Fen.zero.yuan)] }
    let levied = standing.proceeding.knownAmount("surcharge") ?? .zero
    return paid > levied ? ["most": .text(levied.yuan)] : nil
  }

  /// 复议、诉讼期限: where nobody applied and nobody sued, they end when the law says. On the spot, review comes first.
  static let remediesRanOut = Requirement(
    "execution.remedies-early", field: "facts.remediesOver", citation: "administrative-compulsion-law@53"
  ) { standing in
    let contested = standing.file.others.contains {
      [.review, .administrativeTrial].contains($0.kind) && !["not-accepted", "withdrawn"].contains($0.state)
    }
    guard !contested, let book = standing.around.book, let served = standing.knownDay("servedOn"),
      let over = standing.knownDay("remediesOver")
    else { return nil }
    let rules = standing.around.origin?.kind == .summary ? ["Q-review"] : ["Q-review", "Q-suit"]
    let due = rules.compactMap { Reckoning($0, from: .day(served), [], [], by: book).dueDay }.max()
    return due.flatMap { over < $0 ? ["day": .text($0.description)] : nil }
  }

  /// 对复议决定不服的起诉期限: after a review it ends fifteen days from the service of its decision, or later with a suit.
  static let suitRanOut = Requirement(
    "execution.suit-open", field: "facts.reviewServedOn", citation: "administrative-litigation-law@45"
  ) { standing in
    let isReviewed = standing.file.others.contains { $0.kind == .review && $0.state == "closed" }
    guard isReviewed, let book = standing.around.book else { return nil }
    guard let served = standing.knownDay("reviewServedOn"), let over = standing.knownDay("remediesOver") else {
      return ["day": .text("—")]
    }
    let due = Reckoning("Q-suit-after-review", from: .day(served), [], [], by: book).dueDay
    return due.flatMap { over < $0 ? ["day": .text($0.description)] : nil }
  }

  /// 复议、诉讼期限届满: the court is not asked before.
  static let remediesOver = Requirement("execution.remedies-open", citation: "administrative-compulsion-law@53") {
    standing in
    standing.knownDay("remediesOver").map { standing.day.first > $0 } ?? false
  }

  /// 三个月内申请, or there is a good reason.
  static let enforcementInTime = Requirement(
    "execution.late", field: "facts.lateReason", citation: "administrative-litigation-interpretation@156"
  ) { standing in
    guard standing.facts["lateReason"] == nil, let due = standing.clock("P23")?.dueDay, standing.day.first > due else {
      return nil
    }
    return ["day": .text(due.description)]
  }
}

extension Proceeding {
  /// The amount in a fact recorded earlier.
  func knownAmount(_ name: String) -> Fen? { known[name].flatMap(Fen.init(recorded:)) }

  /// What of the fine is unpaid.
  fileprivate var unpaidFine: Fen? { knownAmount("unpaid") ?? knownAmount("fineDue") }
}

extension Standing {
  /// The amount in a fact, given now or recorded earlier.
  func knownAmount(_ name: String) -> Fen? { known(name).flatMap(Fen.init(recorded:)) }

  /// The amount in a fact given now.
  func givenAmount(_ name: String) -> Fen? { facts[name].flatMap(Fen.init(recorded:)) }

  /// The open clock of a rule.
  fileprivate func clock(_ rule: String) -> Clock? { around.clocks.first { $0.rule == rule } }
}

extension Fen {
  /// Reads what a fact keeps.
  init?(recorded yuan: String) {
    guard case .success(let fen) = Fen.parse(yuan: yuan) else { return nil }
    self = fen
  }
}

import Law

/// Hearing before a penalty is decided (行政处罚听证).
///
/// Asked for by the party in time → presiding officer appointed → file handed to them → day and place fixed, the hearing
/// announced if it is open, everybody told seven working days ahead → held → report. It can be suspended and go on with
/// another day; it ends without a report where the party gives it up. The officers who investigated neither preside nor
/// take any other part in running it.
///
/// A party has the right to a hearing if the notice said so, or if the penalty proposed is of a kind that gives it, or
/// reaches a figure that goes by what the party is. The figures are rows of the law book, because a province can set its own.
///
/// Legal basis: 行政处罚法 (2021) art. 63, 64; 市场监督管理行政处罚听证办法 (2021) art. 5, 7, 18-22, 26, 27, 29.
extension Procedure {
  /// The machine. After the report the penalty goes to legal review.
  public static let hearing = Procedure(
    kind: .hearing,
    // 当事人要求听证
    opening: ActRule(
      "request", to: "requested", by: .intake,
      facts: [
        .required("applicant", .line), .required("servedOn", .day),
        .optional("partyKind", .choice(["natural-person", "organisation"])), .optional("document", .line),
      ],
      requires: [.penaltyNotified, .hearingOffered, .notLater("servedOn"), .requestedInTime, .noOtherHearing],
      citation: "hearing-measures@7", clocks: [.start("P10", against: .owner)]),
    rules: [
      // 确定听证主持人: none of those who handle the case.
      ActRule(
        "appoint", from: ["requested"], to: "appointed", by: appointers,
        facts: [.required("presider", .officers(atLeast: 1)), .optional("recorder", .line)],
        requires: [
          .stranger("presider", as: "hearing.presider-handles", citation: "penalty-law@64"),
          .stranger("recorder", as: "hearing.presider-handles", citation: "penalty-law@64"),
        ],
        citation: "hearing-measures@18", clocks: [.satisfy("P10"), .start("P11", against: .owner)]),
      // 办案机构将案件材料移交听证主持人
      ActRule(
        "hand-over", from: ["appointed"], to: "prepared", by: .handlers, facts: [.optional("document", .line)],
        citation: "hearing-measures@19", clocks: [.satisfy("P11"), .start("P12", against: .owner)]),
      // 确定公开听证的时间、地点
      ActRule(
        "fix", from: ["prepared"], to: "scheduled", by: .reviewers,
        facts: [.required("hearingOn", .day), .required("place", .line)], requires: [.leavesTimeForNotice],
        citation: "hearing-measures@20",
        clocks: [
          .satisfy("P12"), .startOn(fact: "hearingOn", "P13", against: .owner),
          .startOn(fact: "hearingOn", "P13-third-party", against: .owner),
          .startOn(fact: "hearingOn", "P14", against: .owner),
        ]),
      // 确定不公开听证的时间、地点
      ActRule(
        "fix-closed", from: ["prepared"], to: "scheduled", by: .reviewers,
        facts: [
          .required("hearingOn", .day), .required("place", .line),
          .required("closedGround", .choice(["state-secret", "trade-secret", "privacy"])),
        ],
        requires: [.leavesTimeForNotice], citation: "penalty-law@64",
        clocks: [
          .satisfy("P12"), .startOn(fact: "hearingOn", "P13", against: .owner),
          .startOn(fact: "hearingOn", "P13-third-party", against: .owner),
        ]),
      // 送达听证通知书，通知第三人和办案人员
      ActRule(
        "notify", from: ["scheduled"], to: "notified", by: .reviewers, facts: [.required("document", .line)],
        requires: [.inTime(for: "P13", as: "hearing.notice-late", citation: "hearing-measures@20")],
        citation: "hearing-measures@20", clocks: [.satisfy("P13"), .satisfy("P13-third-party")]),
      // 公开听证的公告
      ActRule(
        "announce", from: ["scheduled", "notified"], to: nil, by: .reviewers, facts: [.optional("address", .line)],
        requires: [.openHearing, .inTime(for: "P14", as: "hearing.notice-late", citation: "hearing-measures@22")],
        citation: "hearing-measures@22", clocks: [.satisfy("P14")]),
      // 变更听证时间: another day is fixed.
      ActRule(
        "postpone", from: ["scheduled", "notified"], to: "prepared", by: .reviewers,
        facts: [.required("reason", .prose)], clocks: [.end("P13"), .end("P13-third-party"), .end("P14")]),
      // 举行听证, on the day that was fixed.
      ActRule(
        "hold", from: ["notified"], to: "held", by: .reviewers, facts: [.required("record", .prose)],
        requires: [.onTheDayFixed, .announced], citation: "hearing-measures@20",
        clocks: [.start("P15", against: .owner)]),
      // 中止听证
      ActRule(
        "suspend", from: ["prepared", "scheduled", "notified"], to: "suspended", by: .reviewers,
        facts: [.required("reason", .prose)], citation: "hearing-measures@26",
        clocks: [.end("P12"), .end("P13"), .end("P13-third-party"), .end("P14")]),
      // 恢复听证: another day is fixed.
      ActRule(
        "resume", from: ["suspended"], to: "prepared", by: .reviewers, facts: [.optional("reason", .prose)],
        citation: "hearing-measures@26"),
      // 终止听证
      ActRule(
        "terminate", from: ["requested", "appointed", "prepared", "scheduled", "notified", "suspended"],
        to: "terminated", by: .reviewers,
        facts: [
          .required("terminationGround", .choice(["withdrawn", "no-show", "walk-out", "party-gone", "other"])),
          .optional("reason", .prose),
        ],
        requires: [.missedTheDay, .needs("reason", where: "terminationGround", is: "other")],
        citation: "hearing-measures@27", clocks: [.endAll]),
      // 听证报告
      ActRule(
        "report", from: ["held"], to: "reported", by: .reviewers,
        facts: [.required("opinion", .prose), .optional("document", .line)], citation: "hearing-measures@29",
        clocks: [.satisfy("P15"), .endAll]),
    ],
    leads: false, follows: [.penalty, .customs], needsOrigin: true)

  /// The heads, or the unit that organises hearings.
  private static let appointers: Set<Role> = [.reviewer, .deputyHead, .actingHead, .head]
}

extension Requirement {
  /// 行政处罚告知后、决定前
  static let penaltyNotified = Requirement("hearing.no-notice", citation: "hearing-measures@7") {
    $0.around.origin.map { $0.state == "notice" } ?? true
  }

  /// 符合听证条件: the notice offered a hearing, or the fine proposed reaches the figure for what the party is.
  static let hearingOffered = Requirement(
    "hearing.not-offered", field: "facts.partyKind", citation: "hearing-measures@5"
  ) { standing in
    guard let origin = standing.around.origin, origin.known["hearing"] != "yes" else { return true }
    guard let book = standing.around.book else { return false }
    let proposal = HearingRight(
      fine: origin.knownAmount("proposedFine"), confiscation: origin.knownAmount("proposedConfiscation"),
      isHeavy: origin.known["heavyPenalty"] == "yes")
    let party = standing.facts["partyKind"] ?? origin.known["partyKind"] ?? "any"
    return proposal.row(of: book, for: party, on: standing.day.first) != nil
  }

  /// 五个工作日内提出, from the service of the notice; silence gives the hearing up.
  static let requestedInTime = Requirement("hearing.late", field: "happenedOn", citation: "hearing-measures@7") {
    standing in
    let rule = standing.around.origin?.kind == .customs ? "C-hearing" : "P9"
    guard let book = standing.around.book, let served = standing.knownDay("servedOn"),
      let due = Reckoning(rule, from: .day(served), [], [], by: book).dueDay, standing.day.first > due
    else { return nil }
    return ["day": .text(due.description)]
  }

  /// One hearing at a time.
  static let noOtherHearing = Requirement.settled(.hearing, as: "hearing.under-way", citation: "penalty-law@65")

  /// 举行听证的七个工作日前通知: the day leaves time for that.
  static let leavesTimeForNotice = Requirement(
    "hearing.too-soon", field: "facts.hearingOn", citation: "hearing-measures@20"
  ) { standing in
    guard let day = standing.knownDay("hearingOn") else { return nil }
    let last = standing.around.book.flatMap { Reckoning("P13", from: .day(day), [], [], by: $0).dueDay } ?? day
    return last >= standing.day.first ? nil : ["day": .text(last.description)]
  }

  /// 公开听证: only that is announced.
  static let openHearing = Requirement("hearing.closed", citation: "hearing-measures@22") { standing in
    standing.known("closedGround") == nil || standing.around.clocks.contains { $0.rule == "P14" }
  }

  /// An open hearing was announced before it is held.
  static let announced = Requirement("hearing.unannounced", citation: "hearing-measures@22") { standing in
    !standing.around.clocks.contains { $0.rule == "P14" }
  }

  /// It is held on the day of which everybody was told.
  static let onTheDayFixed = Requirement("hearing.other-day", field: "happenedOn", citation: "hearing-measures@20") {
    standing in
    guard let day = standing.knownDay("hearingOn"), !(standing.day.first...standing.day.last).contains(day) else {
      return nil
    }
    return ["day": .text(day.description)]
  }

  /// 无正当理由不出席、中途退场: nobody misses a hearing before its day.
  static let missedTheDay = Requirement(
    "hearing.not-missed", field: "facts.terminationGround", citation: "hearing-measures@27"
  ) { standing in
    guard ["no-show", "walk-out"].contains(standing.facts["terminationGround"]) else { return true }
    return standing.proceeding.state == "notified"
      && standing.knownDay("hearingOn").map { standing.day.last >= $0 } ?? true
  }
}

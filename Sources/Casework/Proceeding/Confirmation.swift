import Law

/// Judicial confirmation of a mediation agreement (司法确认).
///
/// Both parties apply together within 30 days of the day on which the agreement took effect → the court accepts →
/// confirms it, so that it can be enforced, or dismisses the application; then the parties mediate anew or sue. An
/// agreement that settles who owns a right or whether it stands (知识产权确权) is never confirmed. Whether a court
/// confirms what an administrative organ mediated depends on that court's practice; it is recorded, not presumed.
///
/// Legal basis: 民事诉讼法 (2023) art. 187, 205, 206; 人民调解法 (2010) art. 33; 最高人民法院关于适用民事诉讼法的解释
/// (2022) art. 355(5); 广东省知识产权保护条例 (2022) art. 24.
extension Procedure {
  /// The machine.
  public static let confirmation = Procedure(
    kind: .confirmation,
    // 双方共同申请
    opening: ActRule(
      "apply", to: "applied", by: .intake,
      facts: [
        .required("court", .agency), .required("jointly", FactField.yesNo),
        .optional("localPractice", FactField.yesNo), .optional("document", .line),
      ],
      requires: [
        .agreementReached, .agreementConfirmable,
        .refused("jointly", is: "no", as: "confirmation.joint", citation: "civil-procedure-law@205"),
        .confirmationInTime,
      ],
      informs: "court", citation: "civil-procedure-law@205"),
    rules: [
      // 受理
      ActRule(
        "accept", from: ["applied"], to: "accepted", side: .receiver, by: .intake,
        facts: [.optional("caseNumber", .line)], requires: [.byCourt], milestone: .accepted,
        citation: "civil-procedure-law@206", clocks: [.start("M-ruling", against: .receiver)]),
      // 不予受理
      ActRule(
        "decline", from: ["applied"], to: "not-accepted", side: .receiver, by: .intake,
        facts: [.required("reason", .prose), .optional("document", .line)], requires: [.byCourt], clocks: [.endAll]),
      // 撤回申请
      ActRule(
        "withdraw", from: ["applied", "accepted"], to: "withdrawn", side: .conductor, by: .intake,
        facts: [.optional("reason", .prose)], clocks: [.endAll]),
      // 延长审理期限
      ActRule(
        "extend", from: ["accepted"], to: nil, side: .receiver, by: .heads,
        facts: [
          .required("extension", .choice(["M-ruling-president"])), .required("days", .count),
          .required("reason", .prose),
        ],
        requires: [.byCourt], citation: "civil-procedure-law@187", clocks: [.extend]),
      // 裁定调解协议有效
      ActRule(
        "confirm", from: ["accepted"], to: "confirmed", side: .receiver, by: .handlersAndHeads,
        facts: [.required("document", .line)], requires: [.byCourt], milestone: .confirmed,
        citation: "civil-procedure-law@206", clocks: [.satisfy("M-ruling"), .endAll]),
      // 裁定驳回申请: the parties change the agreement by mediation, make a new one, or sue.
      ActRule(
        "dismiss", from: ["accepted"], to: "dismissed", side: .receiver, by: .handlersAndHeads,
        facts: [.required("document", .line), .required("reason", .prose)], requires: [.byCourt],
        citation: "civil-procedure-law@206", clocks: [.satisfy("M-ruling"), .endAll]),
    ],
    conduct: .anyOf([.enforcement, .town, .justice, .platform, .court, .customs]), leads: false, follows: [.mediation],
    needsOrigin: true, receiver: "court")
}

extension Requirement {
  /// 已达成调解协议, which is neither performed nor broken.
  static let agreementReached = Requirement(
    "confirmation.no-agreement", field: "origin", citation: "civil-procedure-law@205"
  ) { $0.around.origin?.state == "agreed" }

  /// 不涉及知识产权确权
  static let agreementConfirmable = Requirement(
    "confirmation.validity", field: "origin", citation: "civil-procedure-interpretation@355(5)"
  ) { $0.around.origin?.known["concernsValidity"] != "yes" }

  /// 自调解协议生效之日起三十日内
  static let confirmationInTime = Requirement(
    "confirmation.late", field: "happenedOn", citation: "civil-procedure-law@205"
  ) { standing in
    guard let book = standing.around.book, let due = book.lastDayToConfirm(standing.around.origin) else { return nil }
    return standing.day.first <= due ? nil : ["day": .text(due.description)]
  }

  /// 由人民法院办理
  static let byCourt = Requirement("confirmation.not-court", citation: "civil-procedure-law@205") {
    $0.officer.agencyKind == .court
  }
}

extension LawBook {
  /// The last day on which the agreement of a mediation can be sent to a court for confirmation; `nil` where nobody
  /// recorded when it took effect.
  fileprivate func lastDayToConfirm(_ mediation: Proceeding?) -> Day? {
    guard let day = mediation?.known["confirmableFrom"].flatMap({ Day($0) }) else { return nil }
    do throws(LawFault) {
      return try due("M-confirmation", Counting(from: .day(day))).moment.day
    } catch {
      return nil
    }
  }
}

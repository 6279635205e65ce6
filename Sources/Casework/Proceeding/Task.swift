import Law

/// A supervised case (督办): somebody above or beside the agency that handles a case demands an answer by a day.
///
/// Issued → signed for → answered → accepted, or sent back with another day. The day is the one that the paper names:
/// no statute sets it. Who extends and who withdraws is a rule of this house, not of the law.
///
/// Basis: the district's plan of 2022-09-30, section 三(三), which has key tasks tracked and supervised (跟踪督办).
extension Procedure {
  /// The machine.
  public static let task = Procedure(
    kind: .task,
    // 发出督办单: what is to be done, by which agency, by when.
    opening: ActRule(
      "issue", to: "issued", by: .handlersAndHeads,
      facts: [
        .required("agency", .agency), .required("subject", .line), .required("demand", .prose),
        .required("dueOn", .day), .optional("document", .line),
      ],
      requires: [.answeredByAnother, .answeredHere, .later("dueOn")], informs: "agency",
      clocks: [.startUntil(fact: "dueOn", "D-task", against: .receiver)]),
    rules: [
      // 签收
      ActRule(
        "sign", from: ["issued"], to: "received", side: .receiver, by: .intake, facts: [.optional("receipt", .line)]),
      // 答复
      ActRule(
        "reply", from: ["received", "sent-back"], to: "replied", side: .receiver, by: .handlersAndHeads,
        facts: [.required("reply", .prose), .optional("document", .line)], clocks: [.satisfy("D-task")]),
      // 办结: the answer will do.
      ActRule(
        "accept", from: ["replied"], to: "closed", side: .conductor, by: .handlersAndHeads,
        facts: [.optional("opinion", .prose)], clocks: [.endAll]),
      // 退回: it will not; another day is set.
      ActRule(
        "return", from: ["replied"], to: "sent-back", side: .conductor, by: .handlersAndHeads,
        facts: [.required("reason", .prose), .required("newDue", .day)], requires: [.later("newDue")],
        clocks: [.startUntil(fact: "newDue", "D-task", against: .receiver)]),
      // 延期: only before the day has passed; what is overdue stays overdue.
      ActRule(
        "extend", from: ["issued", "received", "sent-back"], to: nil, side: .conductor, by: .heads,
        facts: [.required("newDue", .day), .required("reason", .prose)],
        requires: [.inTime(for: "D-task", as: "task.overdue"), .laterThanDue],
        clocks: [.reset(fact: "newDue", "D-task")]),
      // 撤销督办
      ActRule(
        "withdraw", from: ["issued", "received", "replied", "sent-back"], to: "withdrawn", side: .conductor, by: .heads,
        facts: [.required("reason", .prose)], clocks: [.endAll]),
    ],
    conduct: .anyOf([.enforcement, .government, .procuratorate]), leads: false,
    follows: [.penalty, .referral, .complaint, .tip, .adjudication, .customs, .criminal], receiver: "agency")
}

extension Requirement {
  /// Only the agency that has the file brings another one into it; whoever supervises it asks the one that has it.
  static let answeredHere = Requirement("task.outsider", field: "facts.agency") {
    $0.officer.agency == $0.file.owner || $0.facts["agency"] == $0.file.owner.rawValue
  }

  /// 承办机关: nobody supervises itself.
  static let answeredByAnother = Requirement("task.to-self", field: "facts.agency") { standing in
    standing.facts["agency"] != standing.officer.agency.rawValue
  }

  /// The new day lies after the one that the clock has now.
  static let laterThanDue = Requirement("task.not-longer", field: "facts.newDue") { standing in
    guard let day = standing.facts["newDue"].flatMap({ Day($0) }),
      let due = standing.around.clocks.first(where: { $0.rule == "D-task" })?.dueDay
    else { return nil }
    return day > due ? nil : ["day": .text(due.description)]
  }
}

import Law

/// District–town joint work order (区镇联合工单).
///
/// Issued with a due day → accepted, or returned with a reason → reported → confirmed, or sent back for more. The
/// district can move the day and withdraw the order; the town sees the file from the issue on.
///
/// Basis: the district's work plan of 2022-09-30, task 12 (区镇联合工作机制); no statute gives a time limit, so the order
/// sets it.
extension Procedure {
  /// The machine.
  public static let workOrder = Procedure(
    kind: .workOrder,
    // 下达工单: what is to be done, by whom and until when.
    opening: ActRule(
      "issue", to: "issued", by: .handlersAndHeads,
      facts: [
        .required("town", .agency), .required("demands", .prose), .required("dueOn", .day),
        .optional("document", .line),
      ],
      requires: [.orderToTown, .later("dueOn")], informs: "town",
      clocks: [.startUntil(fact: "dueOn", "D-order", against: .receiver)]),
    rules: [
      // 镇（街道）接收
      ActRule(
        "accept", from: ["issued"], to: "accepted", side: .receiver, by: .intake,
        facts: [.optional("officers", .officers(atLeast: 1))]),
      // 镇（街道）退回: not its matter, or not its place.
      ActRule(
        "return", from: ["issued"], to: "returned", side: .receiver, by: .handlersAndHeads,
        facts: [.required("reason", .prose)], clocks: [.end("D-order")]),
      // 重新下达, with a day of its own.
      ActRule(
        "reissue", from: ["returned"], to: "issued", by: .handlersAndHeads,
        facts: [.required("demands", .prose), .required("dueOn", .day)], requires: [.later("dueOn")],
        clocks: [.startUntil(fact: "dueOn", "D-order", against: .receiver)]),
      // 镇（街道）反馈办理结果
      ActRule(
        "report", from: ["accepted"], to: "reported", side: .receiver, by: .handlersAndHeads,
        facts: [.required("orderResult", .prose), .optional("document", .line)], clocks: [.satisfy("D-order")]),
      // 区级退回补充办理
      ActRule(
        "send-back", from: ["reported"], to: "accepted", by: .handlersAndHeads,
        facts: [.required("reason", .prose), .required("dueOn", .day)], requires: [.later("dueOn")],
        clocks: [.startUntil(fact: "dueOn", "D-order", against: .receiver)]),
      // 延期: to a later day, while the order is open.
      ActRule(
        "extend", from: ["issued", "accepted"], to: nil, by: .handlersAndHeads,
        facts: [.required("dueOn", .day), .required("reason", .prose)], requires: [.later("dueOn"), .dueLater],
        clocks: [.reset(fact: "dueOn", "D-order")]),
      // 区级确认办结
      ActRule(
        "confirm", from: ["reported"], to: "closed", by: .handlersAndHeads, facts: [.optional("opinion", .prose)],
        clocks: [.endAll]),
      // 撤回工单
      ActRule(
        "withdraw", from: ["issued", "accepted", "returned"], to: "withdrawn", by: .handlersAndHeads,
        facts: [.required("reason", .prose)], clocks: [.endAll]),
    ],
    conduct: .owner([.enforcement, .government]), begins: true,
    follows: [.complaint, .tip, .penalty, .agencySupervision, .assistance], receiver: "town")
}

extension Requirement {
  /// The order goes to a town or street of the district.
  static let orderToTown = Requirement("work-order.town", field: "facts.town") { standing in
    let code = standing.facts["town"] ?? ""
    return code.hasPrefix("TWN-") && Town(rawValue: String(code.dropFirst(4))) != nil
  }

  /// The new day lies after the one that was set before.
  static let dueLater = Requirement("work-order.due-earlier", field: "facts.dueOn") { standing in
    guard let new = standing.facts["dueOn"].flatMap({ Day($0) }),
      let old = standing.proceeding.known["dueOn"].flatMap({ Day($0) })
    else { return nil }
    return new > old ? nil : ["day": .text(old.description)]
  }
}

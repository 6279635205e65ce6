import Law

/// Request for support between agencies (协助调查、鉴定、辨认): the file stays where it is, the other agency answers.
///
/// Requested → received → answered, or refused with reasons. The time to answer is the law's, or the day that the request
/// names; who cannot keep it says so before it ends.
///
/// Legal basis: 市场监督管理行政处罚程序规定 (2022) art. 45; 行政处罚法 (2021) art. 26.
extension Procedure {
  /// The machine.
  public static let support = Procedure(
    kind: .support,
    // 发出协助函
    opening: ActRule(
      "request", to: "requested", by: .handlersAndHeads,
      facts: [
        .required("assistant", .agency),
        .required("supportKind", .choice(["investigation", "appraisal", "identification", "testing", "other"])),
        .required("matter", .prose), .optional("document", .line),
      ],
      requires: [.elsewhere("assistant")], informs: "assistant", citation: "samr-procedure@45"),
    rules: [
      // 签收: the time to answer runs from here.
      ActRule(
        "receive", from: ["requested"], to: "received", side: .receiver, by: .intake,
        facts: [.optional("receipt", .line)], citation: "samr-procedure@45",
        clocks: [.start("P4", against: .receiver)]),
      // 答复
      ActRule(
        "answer", from: ["received"], to: "answered", side: .receiver, by: .handlersAndHeads,
        facts: [.required("supportResult", .prose), .optional("document", .line)], citation: "samr-procedure@45",
        clocks: [.satisfy("P4"), .endAll]),
      // 需要延期的，期限届满前告知: it does not move the end of the time.
      ActRule(
        "announce-delay", from: ["received"], to: nil, side: .receiver, by: .handlersAndHeads,
        facts: [.required("reason", .prose), .required("expectedOn", .day)],
        requires: [.later("expectedOn"), .beforeItsEnd], citation: "samr-procedure@45"),
      // 不能协助
      ActRule(
        "decline", from: ["requested", "received"], to: "declined", side: .receiver, by: .handlersAndHeads,
        facts: [.required("reason", .prose), .optional("document", .line)], clocks: [.endAll]),
      // 撤回
      ActRule(
        "withdraw", from: ["requested", "received"], to: "withdrawn", side: .conductor, by: .handlersAndHeads,
        facts: [.required("reason", .prose)], clocks: [.endAll]),
    ],
    conduct: .owner([.enforcement, .customs, .town, .police, .procuratorate, .court]), leads: false,
    receiver: "assistant")
}

extension Requirement {
  /// 在期限届满前告知: a delay is told before the time is over.
  static let beforeItsEnd = Requirement("support.delay-late", field: "happenedOn", citation: "samr-procedure@45") {
    standing in
    guard let last = standing.around.clocks.first(where: { $0.rule == "P4" })?.dueAt?.day() else { return nil }
    return standing.day.first <= last ? nil : ["day": .text(last.description)]
  }
}

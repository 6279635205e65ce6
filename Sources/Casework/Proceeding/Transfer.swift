import Law

/// Transfer of a case file between agencies (移送管辖、交办、报送): to the bureau that has jurisdiction, between district and
/// towns, up to the city or down by its delegation, and leads of customs.
///
/// Proposed → approved → sent → received, and the file is the receiver's from the receipt on. The receiver may ask for
/// what is missing or refuse with reasons; a refusal that the sender does not accept goes up to whoever is over both. While
/// a transfer is under way there is no other, and nothing is decided in the file.
///
/// Legal basis: 市场监督管理行政处罚程序规定 (2022) art. 13, 16; 行政处罚法 (2021) art. 25.
extension Procedure {
  /// The machine.
  public static let transfer = Procedure(
    kind: .transfer,
    // 拟移送
    opening: ActRule(
      "propose", to: "proposed", by: .handlersAndHeads,
      facts: [
        .required("receivingAgency", .agency),
        .required("transferGround", .choice(["jurisdiction", "delegation", "upward", "lead", "other"])),
        .required("reason", .prose),
      ],
      requires: [.elsewhere("receivingAgency"), .noOpenReferral]),
    rules: [
      // 批准
      ActRule(
        "approve", from: ["proposed"], to: "approved", side: .sender, by: .heads,
        facts: [.optional("opinion", .prose)], effect: .approve),
      // 不批准
      ActRule(
        "refuse", from: ["proposed"], to: "refused", side: .sender, by: .heads, facts: [.required("reason", .prose)],
        effect: .end, clocks: [.endAll]),
      // 移送
      ActRule(
        "send", from: ["approved"], to: "sent", side: .sender, by: .intake,
        facts: [.optional("time", .time), .optional("document", .line)], effect: .send, citation: "samr-procedure@13"),
      // 签收: the file changes hands.
      ActRule(
        "receive", from: ["sent"], to: "received", side: .receiver, by: .intake,
        facts: [.optional("time", .time), .optional("receipt", .line)], effect: .take, clocks: [.endAll]),
      // 要求补充材料
      ActRule(
        "request", from: ["sent"], to: "supplementing", side: .receiver, by: .handlersAndHeads,
        facts: [.required("missing", .prose), .optional("document", .line)]),
      // 补充材料
      ActRule(
        "supply", from: ["supplementing"], to: "sent", side: .sender, by: .intake,
        facts: [.required("supplied", .prose), .optional("document", .line)]),
      // 不接收: with reasons; the sender takes it back or has the dispute settled.
      ActRule(
        "decline", from: ["sent"], to: "declined", side: .receiver, by: .handlersAndHeads,
        facts: [.required("reason", .prose), .optional("document", .line)], citation: "samr-procedure@13",
        clocks: [.start("P2", against: .sender)]),
      // 再次移送: the two agree that it goes on.
      ActRule(
        "insist", from: ["declined"], to: "sent", side: .sender, by: .heads,
        facts: [.required("reason", .prose), .optional("document", .line)], citation: "samr-procedure@13",
        clocks: [.satisfy("P2")]),
      // 报请指定管辖
      ActRule(
        "escalate", from: ["declined"], to: "escalated", side: .sender, by: .heads,
        facts: [.required("superior", .line), .required("document", .line)], citation: "samr-procedure@13",
        clocks: [.satisfy("P2")]),
      // 指定由接收机关管辖: it is to sign for it.
      ActRule(
        "designate", from: ["escalated"], to: "sent", side: .sender, by: .intake,
        facts: [.required("document", .line)], citation: "samr-procedure@16"),
      // 指定由本机关管辖
      ActRule(
        "retain", from: ["escalated"], to: "retained", side: .sender, by: .intake,
        facts: [.required("document", .line)], effect: .end, citation: "samr-procedure@16",
        clocks: [.endAll]),
      // 告知移送后发现的情况: the file is no longer the sender's to add to.
      ActRule(
        "inform", from: ["received"], to: nil, side: .sender, by: .handlersAndHeads,
        facts: [.required("message", .prose), .optional("document", .line)]),
      // 撤回, before the receipt only.
      ActRule(
        "withdraw", from: ["proposed", "approved", "sent", "supplementing", "declined"], to: "withdrawn",
        side: .sender, by: .handlersAndHeads, facts: [.required("reason", .prose)], effect: .end, clocks: [.endAll]),
    ],
    conduct: .owner([.enforcement, .customs, .town, .police, .government, .justice, .platform]), leads: false,
    receiver: "receivingAgency")
}

extension Requirement {
  /// One transfer of a file at a time, whichever way it goes.
  static let noOpenReferral = Requirement("referral.open") { standing in
    standing.file.openReferral == nil ? nil : ["case": .text(standing.file.number.wire)]
  }
}

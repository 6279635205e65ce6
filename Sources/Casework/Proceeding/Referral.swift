import Law

/// Referral of a suspected crime to the police (涉嫌犯罪案件移送).
///
/// Suspicion → a team of two verifies → its report → approved by the head → sent → received → filed or not filed by the
/// police → concluded. The police may ask for what is missing, pass the case on to the police that have jurisdiction, or
/// say that it is none of theirs. Of a decision not to file the sender asks for reconsideration, goes to the
/// procuratorate, or lets it rest. The file changes hands at the receipt, and comes back if the police do not file, or if
/// what comes of it is no punishment.
///
/// Legal basis: 国务院令第310号 (2020) art. 3-13; 公安机关办理刑事案件程序规定 (2020) art. 180-181; 行政处罚法 (2021) art. 27.
extension Procedure {
  /// The machine.
  public static let referral = Procedure(
    kind: .referral,
    // 发现涉嫌犯罪，拟移送, with its own form: ReferralRequest.
    opening: ActRule("draft", to: "drafted", by: [.caseOfficer], citation: "order-310@3"),
    rules: [
      // 组成专案组: two or more officers, at once.
      ActRule(
        "team", from: ["drafted"], to: "verifying", side: .sender, by: .handlersAndHeads,
        facts: [.required("officers", .enforcers(atLeast: 2))], citation: "order-310@5.1"),
      // 核实情况后提出移送涉嫌犯罪案件的书面报告
      ActRule(
        "report", from: ["verifying"], to: "reported", side: .sender, by: .handlers,
        facts: [.required("findings", .prose), .optional("document", .line)], citation: "order-310@5.1",
        // A draft of before the report was an act of its own has the clock running; it runs from the report.
        clocks: [.end("R3"), .start("R3", against: .sender)]),
      // 批准: the head, or the deputy who presides over the work; no other deputy.
      ActRule(
        "approve", from: ["reported"], to: "approved", side: .sender, by: [.head, .actingHead],
        facts: [.optional("time", .time), .optional("opinion", .prose)], effect: .approve, citation: "order-310@5.2",
        clocks: [.satisfy("R3"), .start("R4a", against: .sender)]),
      // 不批准: the reasons go on file.
      ActRule(
        "refuse", from: ["reported"], to: "refused", side: .sender, by: [.head, .actingHead],
        facts: [.required("reason", .prose)], effect: .end, citation: "order-310@5.2",
        clocks: [.satisfy("R3"), .endAll]),
      // 移送
      ActRule(
        "send", from: ["approved"], to: "sent", side: .sender, by: .intake,
        facts: [.optional("time", .time), .optional("document", .line)], milestone: .referred, effect: .send,
        citation: "order-310@5.2", clocks: [.satisfy("R4a")]),
      // 撤回, before the receipt only.
      ActRule(
        "withdraw", from: ["drafted", "verifying", "reported", "approved", "sent"], to: "withdrawn", side: .sender,
        by: [.caseOfficer, .head, .actingHead], facts: [.required("reason", .prose)], effect: .end, clocks: [.endAll]),
      // 回执: police must accept; the receipt is signed at the hand-over.
      ActRule(
        "receive", from: ["sent", "passed-on"], to: "received", side: .receiver, by: .intake,
        facts: [.optional("time", .time), .optional("receipt", .line)], milestone: .received, effect: .receive,
        citation: "order-310@7",
        clocks: accepted),
      // 移送包的回执已回: the receiver works with another register, and signed there that it has the case.
      ActRule(
        "acknowledge", from: ["sent"], to: "received", side: .sender, by: .intake,
        facts: [.optional("time", .time), .optional("receipt", .line)], requires: [.receipted], milestone: .received,
        effect: .receive, citation: "order-310@7", clocks: accepted),
      // 要求补充材料: no reason to refuse the case, and the day of the receipt stays.
      ActRule(
        "request", from: ["received"], to: "supplementing", side: .receiver, by: .handlersAndHeads,
        facts: [.required("missing", .prose), .optional("document", .line)],
        citation: "police-criminal-procedure@180.2",
        clocks: [.satisfy("R6"), .start("R6-supplement", against: .sender)]),
      // 补充材料
      ActRule(
        "supply", from: ["supplementing"], to: "received", side: .sender, by: .intake,
        facts: [.required("supplied", .prose), .optional("document", .line)],
        citation: "police-criminal-procedure@180.2", clocks: [.satisfy("R6-supplement")]),
      // 转送有管辖权的公安机关: one that works with this register signs its own receipt.
      ActRule(
        "pass-on", from: ["received", "supplementing"], to: "passed-on", side: .receiver, by: .handlersAndHeads,
        facts: [.required("police", .agency), .required("document", .line), .optional("reason", .prose)],
        requires: [.anotherPolice], effect: .passOn, informs: "police", citation: "order-310@7",
        clocks: passedOn),
      // 转送本系统以外的公安机关: what it decides is recorded by whoever forwarded.
      ActRule(
        "forward", from: ["received", "supplementing"], to: "forwarded", side: .receiver, by: .handlersAndHeads,
        facts: [.required("movedTo", .line), .required("document", .line), .optional("reason", .prose)],
        citation: "order-310@7", clocks: passedOn),
      // 不属于公安机关管辖: notified with reasons, to another authority.
      ActRule(
        "disclaim", from: ["received", "supplementing"], to: "disclaimed", side: .receiver, by: policeDeciders,
        facts: [.required("reason", .prose), .required("document", .line), .optional("competent", .line)],
        effect: .giveBack, citation: "police-criminal-procedure@180.3", clocks: [.satisfy("R7a"), .endAll]),
      // 延长审查期限, for economic crimes: ten days, thirty, or thirty more.
      ActRule(
        "extend", from: ["received", "supplementing"], to: nil, side: .receiver, by: policeDeciders,
        facts: [
          .required("extension", .choice(["R8x-latest", "R8x-major", "R8x-special"])), .required("approver", .line),
          .required("reason", .prose),
        ],
        clocks: [.replace("R8", by: "R8x"), .extend]),
      // 立案
      ActRule(
        "file", from: ["received", "supplementing", "forwarded"], to: "police-filed", side: .receiver,
        by: policeDeciders, facts: [.required("document", .line), .required("approver", .line)],
        milestone: .policeFiled, effect: .keep, citation: "order-310@8", clocks: filed),
      // 不予立案: reasons in writing, file returned.
      ActRule(
        "decline", from: ["received", "supplementing", "forwarded"], to: "police-not-filed", side: .receiver,
        by: policeDeciders,
        facts: [.required("reason", .prose), .required("approver", .line), .optional("document", .line)],
        milestone: .policeNotFiled, effect: .giveBack, citation: "order-310@8",
        clocks: [
          .satisfy("R8"), .satisfy("R8x"), .end("R6"), .end("R7a"), .end("R6-supplement"),
          .start("R10a", against: .sender),
        ]),
      // 提请复议: of the same police.
      ActRule(
        "reconsider", from: ["police-not-filed"], to: "reconsidering", side: .sender, by: .handlersAndHeads,
        facts: [.required("reason", .prose), .optional("document", .line)], requires: [.reconsiderationInTime],
        effect: .reopen, citation: "order-310@9.1",
        clocks: [.satisfy("R10a"), .start("R11", against: .receiver)]),
      // 复议决定立案: the police take the file again.
      ActRule(
        "overturn", from: ["reconsidering"], to: "police-filed", side: .receiver, by: policeDeciders,
        facts: [.required("document", .line), .required("approver", .line)], milestone: .policeFiled, effect: .take,
        citation: "order-310@9.2", clocks: [.satisfy("R11"), .start("R13", against: .sender)]),
      // 复议维持不予立案
      ActRule(
        "uphold", from: ["reconsidering"], to: "non-filing-upheld", side: .receiver, by: policeDeciders,
        facts: [.required("reason", .prose), .required("approver", .line), .optional("document", .line)],
        effect: .end, citation: "order-310@9.2", clocks: [.satisfy("R11"), .start("R12", against: .sender)]),
      // 建议检察机关立案监督: after a reconsideration, or straight after the refusal.
      ActRule(
        "seek-supervision", from: ["police-not-filed", "non-filing-upheld"], to: "supervision-sought", side: .sender,
        by: .handlersAndHeads,
        facts: [
          .required("procuratorate", .agency), .required("reason", .prose), .optional("document", .line),
        ],
        effect: .reopen, informs: "procuratorate", citation: "order-310@9",
        clocks: [.end("R10a"), .satisfy("R12")]),
      // 接受不予立案的决定: the agency deals with the case itself.
      ActRule(
        "rest", from: ["police-not-filed", "non-filing-upheld", "supervision-sought"], to: "rested", side: .sender,
        by: .handlersAndHeads, facts: [.optional("reason", .prose)], effect: .end, citation: "order-310@10",
        clocks: [.endAll]),
      // 经立案监督立案: told to, or on their own once they were asked for reasons.
      ActRule(
        "file-supervised", from: ["police-not-filed", "non-filing-upheld", "supervision-sought"], to: "police-filed",
        side: .receiver, by: policeDeciders, facts: [.required("document", .line), .required("approver", .line)],
        requires: [.supervised], milestone: .policeFiled, effect: .take, citation: "procuratorate-rules@563",
        clocks: [.end("R10a"), .end("R12"), .start("R13", against: .sender)]),
      // 移交涉案物品和材料: item by item.
      ActRule(
        "hand-over", from: ["police-filed"], to: nil, side: .sender, by: .intake,
        facts: [.required("items", .prose), .optional("handedOver", .things), .optional("document", .line)],
        requires: [.partyTold, .onlyThingsOnFile],
        citation: "order-310@12"),
      // 接收涉案物品和材料
      ActRule(
        "take-over", from: ["police-filed"], to: nil, side: .receiver, by: .intake,
        facts: [.required("items", .prose), .optional("takenOver", .things), .optional("document", .line)],
        requires: [.onlyWhatWasHandedOver], citation: "order-310@12", clocks: [.satisfy("R13")]),
      // 告知已移送后发现的情况: the file is no longer the sender's to add to.
      ActRule(
        "inform", from: ["received", "supplementing", "forwarded", "police-filed", "concluded"], to: nil,
        side: .sender, by: .handlersAndHeads, facts: [.required("message", .prose), .optional("document", .line)]),
      // 结果
      ActRule(
        "conclude", from: ["police-filed"], to: "concluded", side: .receiver, by: policeDeciders,
        facts: [
          .required("outcome", .choice(["prosecuted", "judged"])), .optional("document", .line),
          .optional("reason", .prose),
        ],
        milestone: .concluded, clocks: [.endAll]),
      // 退回: no crime, or none that is prosecuted; the agency has the case again and deals with it.
      ActRule(
        "return", from: ["police-filed"], to: "returned", side: .receiver, by: policeDeciders,
        facts: [
          .required("ground", .choice(["no-crime", "not-prosecuted", "withdrawn"])), .required("reason", .prose),
          .optional("document", .line),
        ],
        milestone: .concluded, effect: .giveBack, citation: "order-310@13", clocks: [.endAll]),
      // 有结果后退回: not prosecuted, or exempted from punishment; the result was counted when it was recorded.
      ActRule(
        "return", from: ["concluded"], to: "returned", side: .receiver, by: policeDeciders,
        facts: [
          .required("ground", .choice(["no-crime", "not-prosecuted", "withdrawn", "exempted"])),
          .required("reason", .prose), .optional("document", .line),
        ],
        effect: .giveBack, citation: "penalty-law@27.1", clocks: [.endAll]),
    ])

  /// States in which the sender has the file again and deals with it.
  static let referralsBack: Set<String> = [
    "police-not-filed", "non-filing-upheld", "rested", "disclaimed", "returned",
  ]

  private static let policeDeciders: Set<Role> = [.caseOfficer, .actingHead, .head]
  private static let filed: [ClockChange] = [
    .satisfy("R8"), .satisfy("R8x"), .end("R6"), .end("R7a"), .end("R6-supplement"), .start("R13", against: .sender),
  ]
  private static let accepted: [ClockChange] = [
    .start("R6", against: .receiver), .start("R7a", against: .receiver), .start("R8", against: .receiver),
  ]
  private static let passedOn: [ClockChange] = [
    .satisfy("R7a"), .end("R6"), .end("R6-supplement"), .end("R8"), .end("R8x"),
  ]
}

extension Requirement {
  /// What is handed over is evidence of the file.
  static let onlyThingsOnFile = Requirement("evidence.unknown", field: "facts.handedOver") { standing in
    standing.facts["handedOver"].things.isSubset(of: standing.around.things)
  }

  /// 逐件交接: nothing is received that was not handed over.
  static let onlyWhatWasHandedOver = Requirement(
    "referral.not-handed-over", field: "facts.takenOver", citation: "order-310@12"
  ) { standing in
    let strange = standing.facts["takenOver"].things.subtracting(standing.proceeding.known["handedOver"].things)
    return strange.isEmpty ? nil : ["things": .text(strange.sorted().map(String.init).joined(separator: "、"))]
  }

  /// The signed receipt of a package of the referral is on record.
  static let receipted = Requirement("referral.no-receipt", citation: "order-310@7") { $0.around.isReceipted }

  /// The police to whom the case is passed on are not those who pass it on.
  static let anotherPolice = Requirement("referral.same-police", field: "facts.police", citation: "order-310@7") {
    $0.facts["police"] != $0.proceeding.receiver?.rawValue
  }

  /// 接到不予立案通知书后3日内: late only where it is late by either reading of the three days.
  static let reconsiderationInTime = Requirement(
    "referral.reconsider-late", field: "happenedOn", citation: "order-310@9.1"
  ) { standing in
    guard let clock = standing.around.clocks.first(where: { $0.rule == "R10a" }),
      let last = (clock.outerAt ?? clock.dueAt)?.day()
    else { return nil }
    return standing.day.first <= last ? nil : ["day": .text(last.description)]
  }

  /// Police take a case up again of which the procuratorate has asked why they did not.
  static let supervised = Requirement("referral.not-supervised", citation: "procuratorate-rules@563") { standing in
    standing.file.others.contains {
      $0.kind == .filingSupervision && $0.origin == standing.proceeding.id && $0.state != "dismissed"
    }
  }

  /// 查封、扣押的物品随案移送的，书面告知当事人: while goods are held, the hand-over names the paper that tells the party.
  static let partyTold = Requirement(
    "referral.party-untold", field: "facts.document", citation: "administrative-compulsion-law@21"
  ) { standing in
    let holds = standing.file.others.contains {
      $0.kind == .measure && ["in-force", "extended"].contains($0.state)
    }
    return !holds || standing.facts["document"] != nil
  }
}

extension String? {
  /// The keys of a fact that names items of evidence.
  var things: Set<Int64> { Set((self ?? "").split(separator: "、").compactMap { Int64($0) }) }
}

/// A case file on its way from one agency to another.
public struct Referral: Sendable, Equatable, Codable {
  /// Which referrals a list shows.
  public enum Box: String, Sendable, Codable, CaseIterable {
    /// Sent to the officer's agency.
    case inbox
    /// Drafted or sent by it.
    case outbox
    /// Every one the agency may see; the procuratorate supervises with it.
    case all
  }

  /// Key of the proceeding that it is.
  public let id: Int64
  /// The case file.
  public let number: CaseNumber
  /// What that is about.
  public let summary: String
  /// The respondents' names.
  public let respondents: String
  /// Number of docket entries of the file.
  public let revision: Int
  /// The agency that refers.
  public let sendingAgency: AgencyCode
  /// The agency referred to.
  public let receivingAgency: AgencyCode
  /// Code of the offence suspected.
  public let offence: String?
  /// Why it is referred.
  public let basis: ReferralBasis
  /// The facts and evidence that speak for it.
  public let reason: String
  /// State of the machine.
  public let state: String
  /// Since when.
  public let since: Instant
  /// From the draft until it is refused, withdrawn or decided upon.
  public let isOpen: Bool
  /// When it was drafted.
  public let draftedAt: Instant
  /// When it was sent.
  public let sentAt: Instant?
  /// When the receiver signed the receipt.
  public let receivedAt: Instant?
  /// When the receiver decided.
  public let decidedAt: Instant?
  /// The nearest end among its time limits; `nil` where none runs.
  public let dueAt: Instant?

  /// Describes a referral.
  public init(
    id: Int64, number: CaseNumber, summary: String, respondents: String, revision: Int, sendingAgency: AgencyCode,
    receivingAgency: AgencyCode, offence: String?, basis: ReferralBasis, reason: String, state: String, since: Instant,
    isOpen: Bool, draftedAt: Instant, sentAt: Instant?, receivedAt: Instant?, decidedAt: Instant?,
    dueAt: Instant? = nil
  ) {
    self.dueAt = dueAt
    (self.id, self.number, self.summary, self.respondents) = (id, number, summary, respondents)
    (self.revision, self.sendingAgency, self.receivingAgency) = (revision, sendingAgency, receivingAgency)
    (self.offence, self.basis, self.reason, self.state) = (offence, basis, reason, state)
    (self.since, self.isOpen, self.draftedAt) = (since, isOpen, draftedAt)
    (self.sentAt, self.receivedAt, self.decidedAt) = (sentAt, receivedAt, decidedAt)
  }

  /// Whose turn it is: the agency that takes the next step forward; nobody's once none is left.
  public var turn: AgencyCode? {
    Procedure.referral.turn(in: state, sender: sendingAgency, receiver: receivingAgency)
  }
}

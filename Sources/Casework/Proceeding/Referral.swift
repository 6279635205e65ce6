import Law

/// Referral of a suspected crime to the police (涉嫌犯罪案件移送).
///
/// Drafted → approved by the head → sent → received → filed or not filed by the police → concluded. The file changes
/// hands at the receipt, and comes back if the police do not file, or if what comes of it is no punishment.
///
/// Legal basis: 国务院令第310号 (2020) art. 3-8, 10, 13; 行政处罚法 (2021) art. 27.
extension Procedure {
  /// The machine.
  public static let referral = Procedure(
    kind: .referral,
    // 拟写移送, with its own form: ReferralRequest.
    opening: ActRule("draft", to: "drafted", by: [.caseOfficer], clocks: [.start("R3", against: .sender)]),
    rules: [
      // 批准: the head, or the deputy who presides over the work; no other deputy.
      ActRule(
        "approve", from: ["drafted"], to: "approved", side: .sender, by: [.head, .actingHead],
        facts: [.optional("time", .time), .optional("opinion", .prose)], effect: .approve, citation: "order-310@5.2",
        clocks: [.satisfy("R3"), .start("R4a", against: .sender)]),
      // 不批准: the reasons go on file.
      ActRule(
        "refuse", from: ["drafted"], to: "refused", side: .sender, by: [.head, .actingHead],
        facts: [.required("reason", .prose)], effect: .end, citation: "order-310@5.2",
        clocks: [.satisfy("R3"), .endAll]),
      // 移送
      ActRule(
        "send", from: ["approved"], to: "sent", side: .sender, by: [.clerk, .caseOfficer],
        facts: [.optional("time", .time), .optional("document", .line)], milestone: .referred, effect: .send,
        citation: "order-310@5.2",
        clocks: [.satisfy("R4a")]),
      // 撤回, before the receipt only.
      ActRule(
        "withdraw", from: ["drafted", "approved", "sent"], to: "withdrawn", side: .sender,
        by: [.caseOfficer, .head, .actingHead], facts: [.required("reason", .prose)], effect: .end, clocks: [.endAll]),
      // 回执
      ActRule(
        "receive", from: ["sent"], to: "received", side: .receiver, by: [.clerk, .caseOfficer],
        facts: [.optional("time", .time), .optional("receipt", .line)], milestone: .received, effect: .receive,
        citation: "order-310@7",
        clocks: [.start("R8", against: .receiver)]),
      // 延长审查期限, for economic crimes: ten days, thirty, or thirty more.
      ActRule(
        "extend", from: ["received"], to: nil, side: .receiver, by: policeDeciders,
        facts: [
          .required("extension", .choice(["R8x-latest", "R8x-major", "R8x-special"])), .required("approver", .line),
          .required("reason", .prose),
        ],
        clocks: [.replace("R8", by: "R8x"), .extend]),
      // 立案
      ActRule(
        "file", from: ["received"], to: "police-filed", side: .receiver, by: policeDeciders,
        facts: [.required("document", .line), .required("approver", .line)], milestone: .policeFiled, effect: .keep,
        citation: "order-310@8", clocks: [.satisfy("R8"), .satisfy("R8x"), .start("R13", against: .sender)]),
      // 不予立案: reasons in writing, file returned.
      ActRule(
        "decline", from: ["received"], to: "police-not-filed", side: .receiver, by: policeDeciders,
        facts: [.required("reason", .prose), .required("approver", .line)], milestone: .policeNotFiled,
        effect: .giveBack, citation: "order-310@8", clocks: [.satisfy("R8"), .satisfy("R8x")]),
      // 接收涉案物品和材料
      ActRule(
        "take-over", from: ["police-filed"], to: nil, side: .receiver, by: [.clerk, .caseOfficer],
        facts: [.required("items", .prose), .optional("document", .line)], citation: "order-310@12",
        clocks: [.satisfy("R13")]),
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

  private static let policeDeciders: Set<Role> = [.caseOfficer, .actingHead, .head]
}

/// Why a case is referred (移送依据).
///
/// Legal basis: 国务院令第310号 (2020) art. 3.
public enum ReferralBasis: String, Sendable, Codable, CaseIterable {
  /// The amount, circumstances or consequences reach the threshold of a crime, ¶1.
  case threshold
  /// 合理嫌疑: reasonable suspicion that needs police measures to establish, also below the threshold, ¶2.
  case reasonableSuspicion = "reasonable-suspicion"
}

/// What it takes to draft a referral.
public struct ReferralRequest: Codable, Sendable, Equatable {
  /// The agency that is to take the case over: the police.
  public var receivingAgency: AgencyCode
  /// Code of the offence suspected, such as `214`; may be left open.
  public var offence: Line?
  /// Why it is referred.
  public var basis: ReferralBasis
  /// The facts and evidence that speak for it.
  public var reason: Prose
  /// The revision of the case file that the officer had before them.
  public var revision: Int?

  /// Asks for a referral.
  public init(receivingAgency: AgencyCode, offence: Line?, basis: ReferralBasis, reason: Prose, revision: Int?) {
    (self.receivingAgency, self.offence, self.basis) = (receivingAgency, offence, basis)
    (self.reason, self.revision) = (reason, revision)
  }

  /// Checks that `officer` may draft this for `file`.
  ///
  /// - Throws: `case.stale`, `case.not-yours`, `role.missing`, `referral.to-self`, `referral.open`,
  ///   `referral.only-police`.
  public func checked(for file: CaseFileState, to receiver: Agency, by officer: Officer) throws(Refusal) {
    try file.requireRevision(revision)
    try file.requireOwner(officer)
    try officer.requireOne(of: [.caseOfficer])
    guard receiver.code != officer.agency else {
      throw Refusal(.invalid, "referral.to-self", field: "receivingAgency", ["agency": .agency(receiver.code)])
    }
    guard receiver.kind == .police else {
      throw Refusal(
        .invalid, "referral.only-police", field: "receivingAgency", ["agency": .agency(receiver.code)],
        citation: Citation(key: "order-310@5.2"))
    }
    if file.openReferral != nil { throw Refusal(.notAllowed, "referral.open", ["case": .text(file.number.wire)]) }
  }
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

  /// Whose turn it is: the sender's until it is sent, then the receiver's; nobody's once it has ended.
  public var turn: AgencyCode? {
    switch state {
    case "drafted", "approved": sendingAgency
    case "sent", "received", "police-filed": receivingAgency
    default: nil
    }
  }
}

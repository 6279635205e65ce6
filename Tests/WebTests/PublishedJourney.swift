import Casework
import Testing

/// A published case carried through the API as the agencies of the district would: what is done in order, and what must
/// come of it. People and companies are those published, or fictional where none is named.
struct PublishedJourney: Sendable, CustomTestStringConvertible {
  /// One thing that an officer does.
  struct Step: Sendable {
    /// What kind of thing.
    enum Deed: Sendable {
      /// Logs a case file that begins with the proceeding.
      case log
      /// Opens the proceeding in the file.
      case open(from: ProceedingKind?)
      /// Drafts a referral to the police.
      case refer(ReferralBasis)
      /// Does the act of that name.
      case act(String)
    }

    let deed: Deed
    let kind: ProceedingKind
    let agency: String
    let day: String
    let facts: [String: String]
    var sanctions: [(party: String, kind: Sanction.Kind, amount: String?)] = []
  }

  /// The source's key in the register of published cases.
  let key: String
  let ipType: IPType
  let respondents: [String]
  /// 违法经营额 and 货值, where published as figures.
  let turnover: String?
  let goodsValue: String?
  /// Days, months and years that the publication gives. Every other date is assumed.
  let given: [String]
  let steps: [Step]
  /// Kind and state of every proceeding at the end, file by file in the order of opening.
  let states: [String]
  /// Code and yuan of every line of the ledger.
  let ledger: [String]

  init(
    _ key: String, _ ipType: IPType = .trademark, _ respondents: String..., turnover: String? = nil,
    goodsValue: String? = nil, given: [String] = [], steps: [Step], states: [String], ledger: [String] = []
  ) {
    (self.key, self.ipType, self.respondents) = (key, ipType, respondents.isEmpty ? ["某商行"] : respondents)
    (self.turnover, self.goodsValue, self.given) = (turnover, goodsValue, given)
    (self.steps, self.states, self.ledger) = (steps, states, ledger)
  }

  var testDescription: String { datesAssumed ? "\(key), dates assumed" : key }

  /// Whether a date of a step is not one that the publication gives.
  var datesAssumed: Bool { steps.contains { !given.contains($0.day) } }
}

extension PublishedJourney {
  /// Every journey.
  static let all = decided + otherDecided + published + handedOver + detained + disputed + prosecuted + sued
}

extension PublishedJourney.Step {
  static func log(
    _ kind: ProceedingKind, by agency: String = "IPB", on day: String, _ facts: [String: String] = [:]
  ) -> Self {
    Self(deed: .log, kind: kind, agency: agency, day: day, facts: facts)
  }

  static func open(
    _ kind: ProceedingKind, by agency: String = "IPB", on day: String, _ facts: [String: String] = [:],
    from origin: ProceedingKind? = nil
  ) -> Self {
    Self(deed: .open(from: origin), kind: kind, agency: agency, day: day, facts: facts)
  }

  /// `penalty.file`, and the like.
  static func act(
    _ act: String, of kind: ProceedingKind, by agency: String = "IPB", on day: String, _ facts: [String: String] = [:]
  ) -> Self {
    Self(deed: .act(act), kind: kind, agency: agency, day: day, facts: facts)
  }

  static func decide(
    on day: String, _ sanctions: [(party: String, kind: Sanction.Kind, amount: String?)]
  ) -> Self {
    Self(
      deed: .act("decide"), kind: .penalty, agency: "IPB", day: day, facts: ["outcome": "penalty"],
      sanctions: sanctions)
  }
}

extension [PublishedJourney.Step] {
  /// These steps, and then more.
  func then(_ more: Self) -> Self { self + more }

  /// A penalty from its lead to the notice, the party heard: what follows is the decision.
  static func penalty(
    by agency: String = "IPB", lead: String, filed: String, told: String, _ filing: [String: String] = [:]
  ) -> Self {
    [.log(.penalty, by: agency, on: lead)] + heard(by: agency, filed: filed, told: told, filing)
  }

  /// The same of a penalty that is open already.
  static func heard(
    by agency: String = "IPB", filed: String, told: String, _ filing: [String: String] = [:]
  ) -> Self {
    [
      .act("verify", of: .penalty, by: agency, on: filed, ["findings": "线索属实"]),
      .act(
        "file", of: .penalty, by: agency, on: filed, ["officers": "甲、乙", "approver": "丙"].merging(filing) { $1 }),
      .act("investigate", of: .penalty, by: agency, on: filed, ["measures": "现场检查、询问"]),
      .act("conclude", of: .penalty, by: agency, on: told, ["proposal": "建议作出处理决定"]),
      .act("agree", of: .penalty, by: agency, on: told),
      .act("notify", of: .penalty, by: agency, on: told, ["approver": "丙", "hearing": "yes"]),
      // What the party says is heard at once, and it gives up the rest of its time.
      .act("hear", of: .penalty, by: agency, on: told, ["statement": "无异议", "response": "已记录"]),
      .act("waive", of: .penalty, by: agency, on: told, ["statement": "书面放弃陈述、申辩和听证"]),
    ]
  }

  /// And its decision: a fine and confiscated gains as published, or words where no figure is.
  func decided(_ day: String, fine: String? = nil, gains: String? = nil, other: String? = nil) -> Self {
    var facts = ["outcome": "penalty"]
    (facts["fine"], facts["confiscated"], facts["otherPenalties"]) = (fine, gains, other)
    if fine == nil, gains == nil, other == nil { facts["otherPenalties"] = "罚没款，金额未公布" }
    return self + [.act("decide", of: .penalty, by: self[0].agency, on: day, facts)]
  }

  /// Served, and published (公示).
  func published(decided: String, served: String, on day: String, _ kind: String = "general") -> Self {
    let agency = self[0].agency
    return self + [
      .act("serve", of: .penalty, by: agency, on: served, ["mode": "direct"]),
      .open(.publicity, by: agency, on: day, ["decidedOn": decided], from: .penalty),
      .act(
        "check", of: .publicity, by: agency, on: day,
        ["summary": "处罚决定摘要", "maskedBy": "甲", "secrecy": "yes", "publicityNotice": "yes"]),
      .act("publish", of: .publicity, by: agency, on: day, ["publicityClass": kind, "publishedOn": day]),
      .act("publish", of: .penalty, by: agency, on: day),
    ]
  }

  /// A lead that is referred to the police and sent.
  static func referred(
    by agency: String = "IPB", lead: String, sent: String, offence: String? = "214",
    _ basis: ReferralBasis = .threshold
  ) -> Self {
    [.log(.penalty, by: agency, on: lead)] + Self.sent(by: agency, on: sent, offence: offence, basis)
  }

  /// A referral to the police, approved and sent.
  static func sent(by agency: String, on day: String, offence: String?, _ basis: ReferralBasis = .threshold) -> Self {
    [
      PublishedJourney.Step(
        deed: .refer(basis), kind: .referral, agency: agency, day: day, facts: offence.map { ["offence": $0] } ?? [:]),
      .act("team", of: .referral, by: agency, on: day, ["officers": "甲、乙"]),
      .act("report", of: .referral, by: agency, on: day, ["findings": "涉嫌犯罪"]),
      .act("approve", of: .referral, by: agency, on: day), .act("send", of: .referral, by: agency, on: day),
    ]
  }

  /// A detention by customs, then the referral of its file to the police.
  static func handedOver(_ detained: Self, on day: String, offence: String) -> Self {
    detained + sent(by: "CUS", on: day, offence: offence) + [
      .act("hand-to-police", of: .customs, by: "CUS", on: day, ["reason": "涉嫌犯罪"])
    ]
  }

  /// Received by the police, and filed.
  func policeFiled(received: String, filed: String, offence: String = "214") -> Self {
    self + [
      .act("receive", of: .referral, by: "PSB", on: received),
      .act("file", of: .referral, by: "PSB", on: filed, ["document": "公立字一号", "approver": "丁"]),
      .open(.criminal, by: "PSB", on: filed, ["document": "公立字一号", "offence": offence], from: .referral),
    ]
  }

  /// A case of the police, from its filing.
  static func criminal(on day: String, offence: String) -> Self {
    [.log(.criminal, by: "PSB", on: day, ["document": "公立字一号", "offence": offence])]
  }

  /// Transferred to the procuratorate and accepted there.
  func transferred(on day: String, accepted: String) -> Self {
    self + [
      .act("transfer", of: .criminal, by: "PSB", on: day, ["procuratorate": "PRO"]),
      .open(.prosecution, by: "PRO", on: accepted, ["police": "PSB"], from: .criminal),
    ]
  }

  /// Prosecuted, which ends the investigation.
  func prosecuted(on day: String, _ facts: [String: String] = [:]) -> Self {
    self + [
      .act(
        "prosecute", of: .prosecution, by: "PRO", on: day,
        ["receivingCourt": "COU", "document": "检刑诉一号"].merging(facts) { $1 }),
      .act("conclude", of: .criminal, by: "PSB", on: day, ["outcome": "prosecuted"]),
    ]
  }

  /// Not prosecuted, the circumstances being minor.
  func notProsecuted(on day: String) -> Self {
    self + [
      .act(
        "not-prosecute", of: .prosecution, by: "PRO", on: day,
        ["nonProsecution": "discretionary", "reason": "犯罪情节轻微", "penaltyDue": "yes"]),
      .act("conclude", of: .criminal, by: "PSB", on: day, ["outcome": "not-prosecuted"]),
    ]
  }

  /// The opinion to penalise, delivered.
  func advised(notProsecuted day: String, delivered: String) -> Self {
    self + [
      .open(
        .opinion, by: "PRO", on: day, ["addressee": "IPB", "opinionKind": "penalise", "notProsecutedOn": day],
        from: .prosecution),
      .act("register", of: .opinion, by: "PRO", on: delivered),
      // None published says by when: a day far off, so that nothing hangs on it.
      .act("deliver", of: .opinion, by: "PRO", on: delivered, ["document": "检意一号", "replyBy": "2026-12-31"]),
    ]
  }

  /// Tried and judged.
  func judged(accepted: String, on day: String, number: String, _ facts: [String: String] = [:]) -> Self {
    self + [
      .open(
        .criminalTrial, by: "COU", on: accepted, ["courtCaseNumber": number, "trialTrack": "ordinary"],
        from: .prosecution),
      .act("judge", of: .criminalTrial, by: "COU", on: day, ["verdict": "guilty"].merging(facts) { $1 }),
    ]
  }
}

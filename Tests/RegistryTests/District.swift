import Casework
import Law
import Postgres
import Registry
import TestSupport

/// Officers of a district and the register they work with. People and companies are fictional.
struct District {
  let registry = Registry(TestDatabase.service)
  let clerk: Officer
  let handler: Officer
  let reviewer: Officer
  let head: Officer
  let police: Officer
  let policeHead: Officer
  let prosecutor: Officer
  let culture: Officer

  init() async throws {
    clerk = try await Given.officer("IPB", .clerk, .statistician)
    handler = try await Given.officer("IPB", .caseOfficer)
    reviewer = try await Given.officer("IPB", .reviewer)
    head = try await Given.officer("IPB", .head)
    police = try await Given.officer("PSB", .clerk, .caseOfficer)
    policeHead = try await Given.officer("PSB", .head)
    prosecutor = try await Given.officer("PRO", .auditor)
    culture = try await Given.officer("CUL", .caseOfficer)
  }

  /// What an act needs to be granted.
  static let facts: [String: [String: String]] = [
    "verify": ["findings": "线索属实"], "file": ["officers": "甲、乙", "approver": "丙"], "investigate": ["measures": "现场检查"],
    "conclude": ["proposal": "建议处罚"], "notify": ["approver": "丙", "hearing": "yes"],
    "hear": ["statement": "当事人无异议", "response": "已记录"], "waive": ["statement": "书面放弃陈述、申辩和听证"],
    "decide": ["outcome": "penalty", "fine": "12000", "confiscated": "300.50"], "serve": ["mode": "direct"],
    "close": ["ground": "other"], "withdraw": ["reason": "另行处理"], "refuse": ["reason": "证据不足"],
    "referral.file": ["document": "立案一号", "approver": "丁"], "referral.decline": ["reason": "未达标准", "approver": "丁"],
    "referral.conclude": ["outcome": "judged"], "team": ["officers": "甲、乙"], "referral.report": ["findings": "涉嫌犯罪"],
    "referral.request": ["missing": "鉴定意见"], "referral.supply": ["supplied": "鉴定意见一份"],
    "referral.reconsider": ["reason": "达到追诉标准"], "referral.overturn": ["document": "立案二号", "approver": "丁"],
    "referral.uphold": ["reason": "维持原决定", "approver": "丁"],
    "referral.file-supervised": ["document": "立案三号", "approver": "丁"],
    "referral.seek-supervision": ["procuratorate": "PRO", "reason": "应当立案"],
    "referral.disclaim": ["reason": "属于监察机关管辖", "document": "通知一号"], "referral.hand-over": ["items": "鞋三箱"],
    "referral.take-over": ["items": "鞋三箱"], "referral.inform": ["message": "又查明一处仓库"],
    "referral.forward": ["movedTo": "邻市公安局", "document": "转送一号"],
    "referral.pass-on": ["police": "PSB2", "document": "转送一号"],
  ]

  /// Does an act, with the facts it needs.
  @discardableResult func act(
    _ act: String, of proceeding: Int64, by officer: Officer, on day: String = "2026-11-05", revision: Int? = nil,
    once: IdempotencyKey? = nil, at now: Instant = Given.now
  ) async throws -> Entry {
    let kind = try await registry.proceeding(proceeding, for: officer).0.kind
    let facts = Self.facts["\(kind.rawValue).\(act)"] ?? Self.facts[act]
    let request = ActRequest(act: act, happenedOn: try When(wire: day), facts: facts, revision: revision)
    return try await registry.act(proceeding, request, once: once ?? Given.once(), by: officer, now: now).value
  }

  /// The penalty proceeding of a file of the handler's.
  func penalty(_ number: CaseNumber) async throws -> Int64 {
    let file = try await registry.caseFile(number, for: handler)
    return file.proceedings[0].id
  }

  /// The penalty proceeding of a file of the handler's, taken as far as the decision.
  func penaltyToDecide(_ number: CaseNumber) async throws -> Int64 {
    let penalty = try await penalty(number)
    for act in ["verify", "file", "investigate", "conclude"] { try await self.act(act, of: penalty, by: handler) }
    try await act("agree", of: penalty, by: reviewer)
    for act in ["notify", "waive"] { try await self.act(act, of: penalty, by: handler) }
    return penalty
  }

  /// A file of the handler's, logged.
  func logged(_ respondent: String = "灯湖服饰商行") async throws -> CaseNumber {
    try await Given.caseFile(by: handler, Given.request(respondent: respondent))
  }

  func request(_ receiver: String = "PSB", revision: Int? = nil, offence: String? = "214") throws -> ReferralRequest {
    ReferralRequest(
      receivingAgency: try AgencyCode(wire: receiver), offence: try offence.map { try Line(wire: $0) },
      basis: .reasonableSuspicion, reason: try Prose(wire: "有合理理由怀疑"), revision: revision)
  }

  /// A referral of the file, taken as far as `state`.
  func referral(_ number: CaseNumber, to state: String = "reported") async throws -> Referral {
    let draft = try await registry.draft(request(), of: number, once: Given.once(), by: handler, now: Given.now).value
    let way: [(act: String, to: String, by: Officer)] = [
      ("team", "verifying", handler), ("report", "reported", handler), ("approve", "approved", head),
      ("send", "sent", handler), ("receive", "received", police),
      ("file", "police-filed", police), ("conclude", "concluded", police),
    ]
    if let last = way.firstIndex(where: { $0.to == state }) {
      for step in way[...last] { try await act(step.act, of: draft.id, by: step.by) }
    }
    return try await registry.referral(draft.id, for: handler)
  }

  /// A referral of the file on which the team reported on `day`.
  func reported(_ number: CaseNumber, on day: String) async throws -> Referral {
    let draft = try await referral(number, to: "drafted")
    for act in ["team", "report"] { try await self.act(act, of: draft.id, by: handler, on: day) }
    return try await registry.referral(draft.id, for: handler)
  }

  /// Runs SQL by hand, as somebody might who has the owner's password.
  static func tamper(_ statements: String...) async throws {
    try await TestDatabase.owner.autocommit { db in
      for statement in statements { try db.script(statement) }
    }
  }

  /// What a query of one text column finds, past row-level security.
  static func look(_ query: SQL) async throws -> [String] {
    try await TestDatabase.owner.snapshot { db in try db.all(query) { try $0["value"] } }
  }
}

import Casework
import Law
import Postgres
import Registry
import TestSupport

extension District {
  static let complaint: [String: String] = [
    "complainant": "消费者庚", "capacity": "consumer", "claim": "退货退款", "forDailyUse": "yes", "intake": "counter",
  ]
  static let seizure: [String: String] = [
    "measure": "seizure", "officers": "甲、乙", "urgent": "no", "approver": "丙", "inventory": "标签一箱",
    "storage": "罚没仓库，保管人丁", "document": "强制1号", "power": "商标法第六十二条",
  ]
  static let opinion = ["addressee": "CUL", "opinionKind": "correct", "reason": "建议加强监管"]

  /// Opens a proceeding in a file, and tells its key.
  @discardableResult func open(
    _ kind: ProceedingKind, _ facts: [String: String], in number: CaseNumber, from origin: Int64? = nil,
    by officer: Officer, on day: String? = "2026-11-05", revision: Int? = nil, once: IdempotencyKey? = nil,
    at now: Instant = Given.now
  ) async throws -> Int64 {
    let request = OpeningRequest(
      kind: kind, happenedOn: try day.map { try When(wire: $0) }, facts: facts, origin: origin, revision: revision)
    return try await registry.open(request, in: number, once: once ?? Given.once(), by: officer, now: now).value
  }

  /// A file of the handler's that begins with a consumer's complaint.
  func complained(respondents: String...) async throws -> (number: CaseNumber, complaint: Int64) {
    var request = try Given.request()
    if !respondents.isEmpty {
      request.parties = try respondents.map {
        Party(role: .respondent, kind: .organisation, name: try Line(wire: $0), identityNumber: nil)
      }
    }
    request.proceeding = OpeningRequest(kind: .complaint, facts: Self.complaint)
    let number = try await Given.caseFile(by: handler, request)
    return (number, try await registry.caseFile(number, for: handler).proceedings[0].id)
  }

  /// A penalty case against these, taken to the notice, the parties heard.
  func noticed(_ respondents: String...) async throws -> (number: CaseNumber, penalty: Int64) {
    var request = try Given.request()
    request.parties = try respondents.map {
      Party(role: .respondent, kind: .organisation, name: try Line(wire: $0), identityNumber: nil)
    }
    let number = try await Given.caseFile(by: handler, request)
    let penalty = try await penalty(number)
    for act in ["verify", "file", "investigate", "conclude"] { try await self.act(act, of: penalty, by: handler) }
    try await act("agree", of: penalty, by: reviewer)
    for act in ["notify", "waive"] { try await self.act(act, of: penalty, by: handler) }
    return (number, penalty)
  }

  /// What every entry of a proceeding recorded, the latest of each fact.
  func recorded(_ proceeding: Int64, in number: CaseNumber) async throws -> [String: String] {
    try await registry.entries(of: number, for: handler).filter { $0.proceeding == proceeding }
      .reduce(into: [:]) { $0.merge($1.facts) { $1 } }
  }

  /// SQLSTATE and constraint of what the server says of a statement run by the service for `officer`; `nil` where it
  /// does not object.
  static func objection(to statement: String, by officer: Officer) async throws -> [String?]? {
    do {
      try await TestDatabase.service.transaction(officer.settings) { db in
        try db.execute("\(trusted: statement)")
      }
      return nil
    } catch PostgresError.server(let refused) {
      return [refused.sqlState, refused.constraint]
    }
  }
}

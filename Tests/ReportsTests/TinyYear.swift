import Casework
import Law
import Registry
import TestSupport

/// A year so small that every figure of its reports can be counted by hand.
///
///     file  agency  type        lead        filed       decided                          referred    police filed
///     A     IPB     trademark   2026-11-02  2026-11-03  2026-11-05, 1000 yuan + 200.50
///     B     IPB     patent      2026-10-20  2026-11-01
///     C     CUL     copyright   2026-11
///     D     IPB     trademark   2026
///     E     CUL     copyright   2025-12-31
///     F     IPB     trademark   2026-01-01  2026-10-31  2026-10-31, 500 yuan
///     G     IPB     trademark   2026-11-10                                               2026-11-12  2026-11-15 by PSB
///     H     IPB     olympic     2026-11-19  in summary procedure, which the procuratorate does not see
struct TinyYear {
  let registry = Registry(TestDatabase.service)
  let bureau: Officer
  let reviewer: Officer
  let head: Officer
  let culture: Officer
  let police: Officer
  let prosecutor: Officer

  init() async throws {
    bureau = try await Given.officer("IPB", .caseOfficer, .clerk)
    reviewer = try await Given.officer("IPB", .reviewer)
    head = try await Given.officer("IPB", .head)
    culture = try await Given.officer("CUL", .caseOfficer)
    police = try await Given.officer("PSB", .caseOfficer)
    prosecutor = try await Given.officer("PRO", .auditor)
    let fileA = try await logged(bureau, .trademark, "2026-11-02")
    try await decide(fileA, filed: "2026-11-03", decided: "2026-11-05", ["fine": "1000", "confiscated": "200.50"])
    let fileB = try await logged(bureau, .patent, "2026-10-20")
    try await act(fileB, "verify", ["findings": "属实"], by: bureau, on: "2026-10-21")
    try await act(fileB, "file", ["officers": "甲、乙", "approver": "丙"], by: bureau, on: "2026-11-01")
    _ = try await logged(culture, .copyright, "2026-11")
    _ = try await logged(bureau, .trademark, "2026")
    _ = try await logged(culture, .copyright, "2025-12-31")
    let fileF = try await logged(bureau, .trademark, "2026-01-01")
    try await decide(fileF, filed: "2026-10-31", decided: "2026-10-31", ["fine": "500"])
    try await refer(logged(bureau, .trademark, "2026-11-10"))
    _ = try await logged(bureau, .olympicMark, "2026-11-19", simple: true)
  }

  /// Logs a file and returns its penalty proceeding and number.
  func logged(
    _ officer: Officer, _ type: IPType, _ leadOn: String, simple: Bool = false, at now: Instant = Given.now
  ) async throws -> (penalty: Int64, number: CaseNumber) {
    var request = try Given.request(ipType: type, leadOn: leadOn)
    request.simple = simple
    if simple {
      request.proceeding = OpeningRequest(
        kind: .summary, facts: ["officers": "甲、乙", "partyKind": "organisation", "findings": "当场查获"])
    }
    let number = try await Given.caseFile(by: officer, request, at: now)
    return (try await registry.caseFile(number, for: officer).proceedings[0].id, number)
  }

  func act(
    _ file: (penalty: Int64, number: CaseNumber), _ act: String, _ facts: [String: String], by officer: Officer,
    on day: String, at now: Instant = Given.now
  ) async throws {
    let request = ActRequest(act: act, happenedOn: try When(wire: day), facts: facts, revision: nil)
    _ = try await registry.act(file.penalty, request, once: Given.once(), by: officer, now: now)
  }

  func decide(
    _ file: (penalty: Int64, number: CaseNumber), filed: String, decided: String, _ money: [String: String],
    at now: Instant = Given.now
  ) async throws {
    try await act(file, "verify", ["findings": "属实"], by: bureau, on: filed, at: now)
    try await act(file, "file", ["officers": "甲、乙", "approver": "丙"], by: bureau, on: filed, at: now)
    try await act(file, "investigate", ["measures": "现场检查"], by: bureau, on: filed, at: now)
    try await act(file, "conclude", ["proposal": "建议处罚"], by: bureau, on: filed, at: now)
    try await act(file, "agree", [:], by: reviewer, on: filed, at: now)
    try await act(file, "notify", ["approver": "丙", "hearing": "no"], by: bureau, on: filed, at: now)
    try await act(file, "waive", ["statement": "书面放弃陈述、申辩和听证"], by: bureau, on: filed, at: now)
    try await act(
      file, "decide", money.merging(["outcome": "penalty"]) { $1 }, by: head, on: decided, at: now)
  }

  private func refer(_ file: (penalty: Int64, number: CaseNumber)) async throws {
    let request = ReferralRequest(
      receivingAgency: police.agency, offence: nil, basis: .threshold, reason: try Prose(wire: "数额达到追诉标准"),
      revision: nil)
    let referral = try await registry.draft(
      request, of: file.number, once: Given.once(), by: bureau, now: Given.now
    ).value
    let paper = (penalty: referral.id, number: file.number)
    try await act(paper, "team", ["officers": "甲、乙"], by: bureau, on: "2026-11-11")
    try await act(paper, "report", ["findings": "涉嫌犯罪"], by: bureau, on: "2026-11-11")
    try await act(paper, "approve", [:], by: head, on: "2026-11-11")
    try await act(paper, "send", [:], by: bureau, on: "2026-11-12")
    try await act(paper, "receive", [:], by: police, on: "2026-11-13")
    try await act(paper, "file", ["document": "立案一号", "approver": "丁"], by: police, on: "2026-11-15")
  }
}

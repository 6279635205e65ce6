import Casework
import Law
import Registry
import TestSupport

extension District {
  /// Does an act with the facts given, rather than those it usually has.
  @discardableResult func act(
    _ act: String, _ facts: [String: String], of proceeding: Int64, by officer: Officer, on day: String,
    revision: Int? = nil, at now: Instant = Given.now
  ) async throws -> Entry {
    let request = ActRequest(act: act, happenedOn: try When(wire: day), facts: facts, revision: revision)
    return try await registry.act(proceeding, request, once: Given.once(), by: officer, now: now).value
  }

  /// A file of the handler's whose lead came on that day.
  func logged(leadOn day: String, at now: Instant = Given.now) async throws -> CaseNumber {
    try await Given.caseFile(by: handler, Given.request(leadOn: day), at: now)
  }

  /// A file whose case was filed on 1 September, so that P16 ends on 30 November.
  func filed() async throws -> (number: CaseNumber, penalty: Int64) {
    let number = try await logged(leadOn: "2026-08-28")
    let penalty = try await penalty(number)
    try await act("verify", of: penalty, by: handler, on: "2026-08-31")
    try await act("file", of: penalty, by: handler, on: "2026-09-01")
    return (number, penalty)
  }

  /// The clocks of a file in the order of their start: `P16 2026-11-30`, `P1 2026-09-18 satisfied 2026-09-01`, and `-`
  /// for a due day that there is none of.
  func clocks(_ number: CaseNumber, for officer: Officer? = nil) async throws -> [String] {
    try await registry.clocks(of: number, for: officer ?? handler).sorted { $0.id < $1.id }.map { clock in
      let end = [clock.outcome?.rawValue, clock.endedOn?.description].compactMap(\.self)
      return ([clock.rule, clock.dueDay?.description ?? "-"] + end).joined(separator: " ")
    }
  }

  /// Against whom each clock of a file runs: `R8 receiver PSB`.
  func liable(_ number: CaseNumber) async throws -> [String] {
    try await registry.clocks(of: number, for: handler).sorted { $0.id < $1.id }
      .map { "\($0.rule) \($0.liable.rawValue) \($0.agency?.rawValue ?? "-")" }
  }

  /// The day that lists go by; `-` where no clock is open that can be computed.
  static func dueDay(_ number: CaseNumber) async throws -> String? {
    try await look(
      """
      select coalesce(to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), '-') as value
      from case_file where number = \(number)
      """
    ).first
  }

  /// Every clock as it is stored, with the transaction that wrote it last.
  static func storedClocks() async throws -> [String] {
    try await look("select xmin::text || ' ' || k::text as value from clock k order by id")
  }
}

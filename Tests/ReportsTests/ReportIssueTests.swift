import Casework
import Law
import Postgres
import Registry
import Reports
import TestSupport
import Testing

/// From the statistician's draft to the head's signature, and what comes after.
@Suite(.database) struct ReportIssueTests {
  private let form: ReportForm
  private let october: ReportPeriod

  init() throws {
    form = try #require(ReportShelf()["district-monthly"])
    october = try #require(ReportPeriod("2026-10"))
  }

  private func draft(
    _ year: TinyYear, by officer: Officer, _ period: ReportPeriod? = nil, at now: Instant = Given.now
  ) async throws -> ReportIssue {
    let run = try await year.registry.run(
      form, period ?? october, asOf: now, scope: .district, for: officer, now: now)
    return try await year.registry.draft(run, content: "{\"asOf\":\"\(now)\"}", by: officer, now: now)
  }

  private func sign(_ issue: ReportIssue, _ year: TinyYear, by head: Officer, at now: Instant = Given.now) async throws
  {
    try await year.registry.issue(
      issue.id, digest: issue.digest, checkpoint: "检查点", signature: "签名", by: head, now: now)
  }

  private func code(_ body: () async throws -> Void) async -> String? {
    do { try await body() } catch let refusal as Refusal { return refusal.code } catch { return "\(error)" }
    return nil
  }

  @Test func aReportIsDraftedCheckedAndIssuedByDifferentPeople() async throws {
    let year = try await TinyYear()
    let all = try await Given.officer("IPB", .statistician, .head, login: "ipb.drafts")
    let second = try await Given.officer("IPB", .statistician, login: "ipb.checks")
    let issue = try await draft(year, by: all)
    #expect(issue.state == .drafted)
    #expect(await code { try await sign(issue, year, by: year.head) } == "report.unchecked")
    #expect(
      await code { try await year.registry.check(issue.id, digest: issue.digest, by: all, now: Given.now) }
        == "report.same-person")
    #expect(
      await code { try await year.registry.check(issue.id, digest: "00", by: second, now: Given.now) } == "report.stale"
    )
    try await year.registry.check(issue.id, digest: issue.digest, by: second, now: Given.now)
    #expect(await code { try await sign(issue, year, by: all) } == "report.same-person")
    #expect(await code { try await sign(issue, year, by: second) } == "role.missing")
    try await sign(issue, year, by: year.head)
    let issued = try #require(try await year.registry.issue(of: form, october, .district, for: all))
    #expect(issued.state == .issued && issued.issued?.by == year.head.name && issued.signature == "签名")
  }

  @Test func whatIsIssuedStaysAsItIs() async throws {
    let year = try await TinyYear()
    let drafter = try await Given.officer("IPB", .statistician, login: "ipb.drafts")
    let issue = try await draft(year, by: drafter)
    try await year.registry.check(issue.id, digest: issue.digest, by: year.reviewer, now: Given.now)
    try await sign(issue, year, by: year.head)
    let later = Given.now.adding(seconds: 86_400)
    #expect(await code { _ = try await draft(year, by: drafter, at: later) } == "report.issued")
    #expect(await code { try await sign(issue, year, by: year.head) } == "report.issued")
    for statement in ["update report_issue set content = '{}', digest = sha256('{}')", "delete from report_issue"] {
      await #expect(throws: PostgresError.self) {
        try await TestDatabase.owner.transaction { db in try db.script(statement) }
      }
    }
    #expect(try await year.registry.issue(issue.id, for: drafter).content == "{\"asOf\":\"\(Given.now)\"}")
  }

  @Test func aDraftThatIsMadeAnewMustBeCheckedAnew() async throws {
    let year = try await TinyYear()
    let drafter = try await Given.officer("IPB", .statistician, login: "ipb.drafts")
    let first = try await draft(year, by: drafter)
    try await year.registry.check(first.id, digest: first.digest, by: year.reviewer, now: Given.now)
    let second = try await draft(year, by: drafter, at: Given.now.adding(seconds: 60))
    #expect(second.id == first.id && second.state == .drafted)
    #expect(await code { try await sign(first, year, by: year.head) } == "report.stale")
    #expect(await code { try await sign(second, year, by: year.head) } == "report.unchecked")
  }

  @Test func aUnitThatHasNotConfirmedIsNotReportedAndNotZero() async throws {
    let year = try await TinyYear()
    let statistician = try await Given.officer("CUL", .statistician)
    func reported() async throws -> [String: Bool] {
      let run = try await year.registry.run(
        form, october, asOf: Given.now, scope: .district, for: year.bureau, now: Given.now)
      let table = try #require(run.tables.first { $0.table.key == "by-agency" })
      return Dictionary(uniqueKeysWithValues: table.rows.compactMap { row in row.isReported.map { (row.key, $0) } })
    }
    #expect(try await reported()["CUL"] == false)
    try await year.registry.confirm(form, october, by: statistician, now: Given.now)
    try await year.registry.confirm(form, october, by: statistician, now: Given.now)
    let now = try await reported()
    #expect(now["CUL"] == true && now["IPB"] == false && now["PSB"] == nil)
    let november = try #require(ReportPeriod("2026-11"))
    #expect(
      await code { try await year.registry.confirm(form, november, by: statistician, now: Given.now) }
        == "report.period-open")
    #expect(
      await code { try await year.registry.confirm(form, october, by: year.culture, now: Given.now) } == "role.missing")
  }

  @Test func whatComesAfterAnIssueIsAnAdjustmentOfTheNextThatReconciles() async throws {
    let year = try await TinyYear()
    let drafter = try await Given.officer("IPB", .statistician, login: "ipb.drafts")
    let issue = try await draft(year, by: drafter)
    // F was filed in October.
    #expect(issue.closing == 1)
    try await year.registry.check(issue.id, digest: issue.digest, by: year.reviewer, now: Given.now)
    try await sign(issue, year, by: year.head)
    let later = Given.now.adding(seconds: 12 * 86_400)
    let late = try await year.logged(year.bureau, .trademark, "2026-10-01", at: later)
    try await year.act(late, "verify", ["findings": "属实"], by: year.bureau, on: "2026-10-05", at: later)
    try await year.act(
      late, "file", ["officers": "甲、乙", "approver": "丙"], by: year.bureau, on: "2026-10-06", at: later)
    let november = try #require(ReportPeriod("2026-11"))
    let run = try await year.registry.run(form, november, asOf: later, scope: .district, for: drafter, now: later)
    let changes = try #require(
      try await year.registry.changes(form, november, asOf: later, scope: .district, for: drafter))
    #expect(changes.lines.map(\.indicator) == ["leads", "filed"])
    #expect(changes.lines.allSatisfy { $0.subject.number == late.number && $0.amount == 1 && $0.recordedAt == later })
    #expect(changes.since.closing == 1 && changes.filed == 1 && changes.closed == 0)
    #expect(changes.opening == run.balance.opening)
    #expect(run.balance == ReportBalance(opening: 2, new: 2, closed: 0))
    // The report that was issued says what it said.
    let again = try await year.registry.run(form, october, asOf: issue.asOf, scope: .district, for: drafter, now: later)
    #expect(again.balance.closing == 1)
  }

  @Test func anotherAgencyDoesNotSeeTheReportsOfOne() async throws {
    let year = try await TinyYear()
    let drafter = try await Given.officer("IPB", .statistician, login: "ipb.drafts")
    let issue = try await draft(year, by: drafter)
    #expect(await code { _ = try await year.registry.issue(issue.id, for: year.culture) } == "report.unknown")
    #expect(try await year.registry.issues(for: year.culture) == [])
  }
}

import Casework
import Registry
import Schema
import Synchronization
import TestSupport
import Testing

@Suite(.database) struct DemonstrationTests {
  private func imported(_ officer: Officer, rehearsal: Bool = false) async throws -> ImportOutcome {
    try await Registry(TestDatabase.owner).importRegister(
      RegisterTable(csv: Schema.demonstrationRegister()), fileName: "register.csv", rehearsal: rehearsal, isDemo: true,
      by: officer,
      now: Given.now
    ) { _, _ in }
  }

  @Test func everyLineIsImportedOrReported() async throws {
    let administrator = try await Given.officer("IPB", .administrator)
    let outcome = try await imported(administrator)
    #expect(outcome.read == 120)
    #expect(outcome.imported + outcome.rejected == 120)
    #expect(outcome.lines.allSatisfy { ($0.number == nil) != $0.faults.isEmpty })
    #expect(Set(outcome.lines.map(\.line)).count == 120)
    #expect(Set(outcome.lines.map(\.key)).count == 120)
    #expect(outcome.rejected == 0, "\(outcome.lines.flatMap(\.faults).map(\.refusal.code))")
    let kept = try await District.look("select count(*)::text as value from case_file where demo")
    #expect(kept == ["\(outcome.imported)"])
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func onlyPenaltiesAndReferralsCountInTheMonthlyReport() async throws {
    _ = try await imported(Given.officer("IPB", .administrator))
    let counted = try await District.look(
      """
      select distinct p.kind as value from entry e join proceeding p on p.id = e.proceeding
      where e.milestone is not null order by 1
      """)
    #expect(counted == ["penalty", "referral"])
    #expect(
      try await District.look("select count(*)::text as value from entry where milestone is null and fine_fen > 0")
        == ["0"])
  }

  @Test func screeningTheImportedFilesAnewChangesNothing() async throws {
    _ = try await imported(Given.officer("IPB", .administrator))
    let outcome = try await Registry(TestDatabase.owner).screenAll(now: Given.now)
    #expect(outcome.hits > 0)
    #expect(outcome.changed == 0)
  }

  @Test func aSecondImportImportsNothingAndSaysWhichFileEachLineIs() async throws {
    let administrator = try await Given.officer("IPB", .administrator)
    let first = try await imported(administrator)
    let second = try await imported(administrator)
    #expect(second.read == 120)
    #expect(second.imported == 0)
    for (before, after) in zip(first.lines, second.lines) {
      #expect(after.faults.map(\.refusal.code) == ["import.duplicate"])
      #expect(after.faults.map(\.column) == [.caseRef])
      #expect(after.faults.first?.refusal.arguments["case"] == before.number.map { .text($0.wire) })
    }
  }

  @Test func aRehearsalSaysTheSameAndKeepsNothing() async throws {
    let administrator = try await Given.officer("IPB", .administrator)
    let rehearsal = try await imported(administrator, rehearsal: true)
    #expect(
      try await District.look(
        """
        select concat((select count(*) from case_file), (select count(*) from entry), (select count(*) from party),
          (select count(*) from published_source), (select count(*) from import_batch),
          (select count(*) from case_access)) as value
        """) == ["000000"])
    let real = try await imported(administrator)
    #expect(rehearsal.lines.map(Register.Outcome.init) == real.lines.map(Register.Outcome.init))
  }

  @Test func progressIsToldOfEveryLine() async throws {
    let administrator = try await Given.officer("IPB", .administrator)
    let told = Told()
    let outcome = try await Registry(TestDatabase.owner).importRegister(
      RegisterTable(csv: Schema.demonstrationRegister()), fileName: "register.csv", rehearsal: true, isDemo: true,
      by: administrator,
      now: Given.now
    ) { done, total in told.lines.withLock { $0 += done.map { ($0.line, total) } } }
    let lines = told.lines.withLock { $0 }
    #expect(lines.map(\.0) == outcome.lines.map(\.line))
    #expect(lines.allSatisfy { $0.1 == 120 })
  }

  private final class Told: Sendable {
    let lines = Mutex<[(Int, Int)]>([])
  }
}

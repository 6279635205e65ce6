import Foundation
import Postgres
import Schema
import TestSupport
import Testing

@Suite struct MigrationFilesTests {
  @Test func migrationsAreNumberedFromOneWithoutGaps() throws {
    let migrations = try Migration.all()
    #expect(!migrations.isEmpty)
    #expect(migrations.map(\.number) == Array(1...migrations.count))
  }

  @Test func eachMigrationHasANounAndAText() throws {
    for migration in try Migration.all() {
      #expect(migration.name.wholeMatch(of: /[a-z]+(_[a-z]+)*/) != nil, "\(migration.name)")
      #expect(migration.text.hasPrefix("-- "), "\(migration.name)")
    }
  }

  @Test func noMigrationEndsTheTransactionItRunsIn() throws {
    for migration in try Migration.all() {
      let lines = migration.text.split(whereSeparator: \.isNewline).map { $0.lowercased() }
      #expect(!lines.contains { $0.wholeMatch(of: /\s*(begin|commit|rollback)\s*;.*/) != nil }, "\(migration.name)")
    }
  }
}

@Suite(.database, .timeLimit(.minutes(20))) struct MigrateTests {
  private let owner = TestDatabase.owner
  private let appliedAt = "2026-11-23 08:00:00+08"

  private func migrate() async throws -> [Int] { try await Schema.migrate(owner, appliedAt: appliedAt) }

  @Test func migratingTwiceChangesNothing() async throws {
    let before = try await Fingerprint.of(owner)
    #expect(try await migrate() == [])
    let after = try await Fingerprint.of(owner)
    #expect(before.rows == after.rows)
    #expect(before.definitions == after.definitions)
    #expect(before.rows.count > 20)
    #expect(before.definitions.count > 200)
  }

  @Test func callersThatMigrateAtOnceWaitForEachOther() async throws {
    try await EmptyDatabase.with { empty in
      async let one = Schema.migrate(empty, appliedAt: appliedAt)
      async let two = Schema.migrate(empty, appliedAt: appliedAt)
      async let three = Schema.migrate(empty, appliedAt: appliedAt)
      let applied = try await [one, two, three].sorted { $0.count < $1.count }
      #expect(applied == [[], [], try Migration.all().map(\.number)])
      try await Schema.check(empty)
      let definitions = try await (Fingerprint.of(empty).definitions, Fingerprint.of(owner).definitions)
      #expect(definitions.0 == definitions.1)
    }
  }

  @Test func nothingIsAppliedWhereOneMigrationFails() async throws {
    try await EmptyDatabase.with { empty in
      // The second migration makes a table of this name.
      try await empty.run("create table officer ()")
      await #expect(throws: PostgresError.self) { _ = try await Schema.migrate(empty, appliedAt: appliedAt) }
      #expect(try await empty.found("select relname::text as n from pg_class where relnamespace = 2200") == ["officer"])
    }
  }

  @Test func anEmptyDatabaseLacksEveryMigration() async throws {
    try await EmptyDatabase.with { empty in
      let missing = try Migration.all().count
      await #expect(throws: SchemaProblem.behind(missing: missing)) { try await Schema.check(empty) }
    }
  }

  @Test func theRecordHasTheTextAndTheInstantGiven() async throws {
    let recorded = try await owner.found(
      "select number || ' ' || name || ' ' || text as n from migration order by number")
    #expect(recorded == (try Migration.all().map { "\($0.number) \($0.name) \($0.text)" }))
    #expect(try await owner.found("select distinct applied_at::text as n from migration") == ["2026-11-22 00:00:00+00"])
  }
}

@Suite(.database) struct CheckTests {
  private let owner = TestDatabase.owner
  private let last: Int

  init() throws { last = try Migration.all().count }

  /// Expects that the database is refused, by a check and by a migration, and that the latter changes nothing.
  private func expectProblem(_ problem: SchemaProblem, after change: String) async throws {
    try await owner.run(change)
    let before = try await Fingerprint.of(owner)
    await #expect(throws: problem) { try await Schema.check(owner) }
    await #expect(throws: problem) { _ = try await Schema.migrate(owner, appliedAt: "2026-11-23") }
    #expect(try await Fingerprint.of(owner) == before)
  }

  @Test func theCurrentSchemaPassesAlsoForTheService() async throws {
    await #expect(throws: Never.self) { try await Schema.check(owner) }
    await #expect(throws: Never.self) { try await Schema.check(TestDatabase.service) }
  }

  @Test(arguments: 1...3) func anAlteredMigrationIsRefused(number: Int) async throws {
    try await expectProblem(
      .altered(number: number), after: "update migration set text = text || ' ' where number = \(number)")
  }

  @Test func anUnknownNewerMigrationIsRefused() async throws {
    try await expectProblem(
      .ahead(known: last, applied: last + 1),
      after: "insert into migration (number, name, text, applied_at) values (\(last + 1), 'later', '', '2026-11-23')")
  }

  @Test func aMissingMigrationIsTold() async throws {
    try await owner.run("delete from migration where number = \(last)")
    await #expect(throws: SchemaProblem.behind(missing: 1)) { try await Schema.check(owner) }
    try await owner.run("delete from migration")
    await #expect(throws: SchemaProblem.behind(missing: last)) { try await Schema.check(owner) }
  }

  @Test func aGapIsRefused() async throws {
    try await expectProblem(.altered(number: 3), after: "delete from migration where number = 2")
  }
}

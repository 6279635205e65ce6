import Postgres
import TestSupport
import Testing

@Suite(.database) struct SettingsTests {
  private let database = Database(TestDatabase.conninfo, connections: 1)
  private static let agency: SQL = "select coalesce(current_setting('ipcase.agency', true), '') as n"

  private func agencyNow() async throws -> String? {
    try await database.transaction { db in try db.first(Self.agency) { try $0["n"] as String } }
  }

  @Test(arguments: ["IPB", "it's \\ \"quoted\"", "区知识产权局 👮", ""])
  func aSettingIsThereForTheTransaction(value: String) async throws {
    let seen = try await database.transaction(Settings(["ipcase.agency": value])) { db in
      try (0..<2).map { _ in try db.first(Self.agency) { try $0["n"] as String } }
    }
    #expect(seen == [value, value])
  }

  @Test func settingsEndWithACommit() async throws {
    let before = try await database.transaction(Settings(["ipcase.agency": "IPB"])) { db in try db.backend() }
    #expect(try await agencyNow() == "")
    #expect(try await database.backend() == before)
  }

  @Test func settingsEndWithARollback() async throws {
    await #expect(throws: Refusal.changedMind) {
      try await database.transaction(Settings(["ipcase.agency": "IPB"])) { db in
        _ = try db.backend()
        throw Refusal.changedMind
      }
    }
    #expect(try await agencyNow() == "")
  }

  @Test func settingsEndWithARehearsalAndASnapshot() async throws {
    _ = try await database.rehearsal(Settings(["ipcase.agency": "IPB"])) { db in try db.backend() }
    #expect(try await agencyNow() == "")
    _ = try await database.snapshot(Settings(["ipcase.agency": "IPB"])) { db in try db.backend() }
    #expect(try await agencyNow() == "")
  }

  @Test func ofOneNameGivenTwiceTheLastCounts() async throws {
    let seen = try await database.transaction(Settings(["ipcase.agency": "IPB", "ipcase.agency": "CUL"])) { db in
      try db.first(Self.agency) { try $0["n"] as String }
    }
    #expect(seen == "CUL")
  }

  @Test func aNulInASettingIsRefused() async throws {
    await #expect(throws: PostgresError.nulInParameter(2)) {
      _ = try await database.transaction(Settings(["ipcase.agency": "I\0B"])) { db in try db.backend() }
    }
    #expect(try await agencyNow() == "")
  }

  @Test func settingsAreEqualByNameValueAndOrder() {
    let settings = Settings(["a.a": "1", "a.b": "2"])
    #expect(settings == Settings(["a.a": "1", "a.b": "2"]))
    #expect(settings != Settings(["a.b": "2", "a.a": "1"]))
    #expect(settings != Settings(["a.a": "1", "a.b": "3"]))
    #expect(settings != .none)
  }
}

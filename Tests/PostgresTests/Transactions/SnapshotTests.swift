import Postgres
import TestSupport
import Testing

@Suite(.database, .timeLimit(.minutes(20))) struct SnapshotTests {
  private let database = TestDatabase.owner

  init() async throws { try await database.makeNotes() }

  @Test func nothingCanBeWritten() async throws {
    try await expectRefusal(SQLState.readOnlyTransaction) {
      try await database.snapshot { db in try db.note(1) }
    }
    #expect(try await database.notes() == [])
  }

  @Test func whatOthersCommitMeanwhileIsNotSeen() async throws {
    let meeting = Meeting()
    async let counts = database.snapshot { db in
      let before = try db.first("select count(*) as n from note") { try $0["n"] as Int }
      meeting.stay()
      return [before, try db.first("select count(*) as n from note") { try $0["n"] as Int }]
    }
    await meeting.arrival()
    do {
      try await database.transaction { db in try db.note(1) }
    } catch {
      meeting.letGo()
      throw error
    }
    meeting.letGo()
    #expect(try await counts == [0, 0])
    #expect(try await database.notes() == [1])
  }

  @Test func settingsLastForTheWholeSnapshot() async throws {
    let seen = try await database.snapshot(Settings(["ipcase.agency": "IPB"])) { db in
      try (0..<3).map { _ in try db.first("select current_setting('ipcase.agency') as n") { try $0["n"] as String } }
    }
    #expect(seen == ["IPB", "IPB", "IPB"])
  }
}

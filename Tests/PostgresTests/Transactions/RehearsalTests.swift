import Postgres
import TestSupport
import Testing

@Suite(.database) struct RehearsalTests {
  private let database = TestDatabase.owner

  init() async throws { try await database.makeNotes() }

  @Test func theBodySeesWhatItDidAndNothingIsKept() async throws {
    let seen = try await database.rehearsal { db in
      try db.note(1)
      return try db.all("select id from note") { try $0["id"] as Int }
    }
    #expect(seen == [1])
    #expect(try await database.notes() == [])
  }

  @Test func whatWasOnlyQueuedIsTriedAndNotKept() async throws {
    try await database.rehearsal { db in try db.note(1) }
    #expect(try await database.notes() == [])
    try await expectRefusal(SQLState.uniqueViolation) {
      try await database.rehearsal { db in
        try db.note(1)
        try db.note(1)
      }
    }
    #expect(try await database.notes() == [])
  }

  @Test func aBodyThatThrowsKeepsNothing() async throws {
    await #expect(throws: Refusal.changedMind) {
      try await database.rehearsal { db in
        try db.note(1)
        _ = try db.backend()
        throw Refusal.changedMind
      }
    }
    #expect(try await database.notes() == [])
  }

  @Test func theConnectionIsUsedAgain() async throws {
    let single = Database(TestDatabase.conninfo, connections: 1)
    let rehearsed = try await single.rehearsal { db in try db.backend() }
    #expect(try await single.backend() == rehearsed)
  }

  @Test func settingsAreThere() async throws {
    let agency = try await database.rehearsal(Settings(["ipcase.agency": "CUL"])) { db in
      try db.first("select current_setting('ipcase.agency') as n") { try $0["n"] as String }
    }
    #expect(agency == "CUL")
  }
}

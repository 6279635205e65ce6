import Postgres
import TestSupport
import Testing

@Suite(.database, .timeLimit(.minutes(20))) struct RetryTests {
  private let database = TestDatabase.owner

  init() async throws {
    try await database.makeNotes()
    try await database.transaction { db in try db.note(1, "old") }
  }

  private func words() async throws -> [String] {
    try await database.read { db in try db.all("select words from note order by id") { try $0["words"] } }
  }

  /// What the server says to anybody who asks it to refuse.
  private static func refusal(_ sqlState: String) -> SQL {
    let block = "do $$ begin raise exception 'told to' using errcode = '\(sqlState)'; end $$"
    return "\(trusted: block)"
  }

  @Test func aSerialisationFailureRunsTheBodyAgain() async throws {
    let (attempts, meeting) = (Counter(), Meeting())
    async let late: Void = database.transaction { db in
      try db.execute("set transaction isolation level repeatable read")
      let seen = try db.first("select words from note where id = 1") { try $0["words"] as String }
      if attempts.next() == 1 { meeting.stay() }
      try db.execute("update note set words = \((seen ?? "") + " late") where id = 1")
    }
    await meeting.arrival()
    do {
      try await database.transaction { db in try db.execute("update note set words = 'new' where id = 1") }
    } catch {
      meeting.letGo()
      throw error
    }
    meeting.letGo()
    try await late
    #expect(attempts.count == 2)
    #expect(try await words() == ["new late"])
  }

  @Test func writeSkewUnderSerializableRunsOneBodyAgain() async throws {
    let attempts = Counter()
    let meetings = [Meeting(), Meeting()]
    @Sendable func act(_ id: Int, _ meeting: Meeting, first: Counter) async throws {
      try await database.transaction { db in
        attempts.next()
        try db.execute("set transaction isolation level serializable")
        let total = try db.first("select count(*) as n from note") { try $0["n"] as Int }
        if first.next() == 1 { meeting.stay() }
        try db.note(id, "saw \(total ?? 0)")
      }
    }
    async let one: Void = act(2, meetings[0], first: Counter())
    async let two: Void = act(3, meetings[1], first: Counter())
    for meeting in meetings { await meeting.arrival() }
    // One after the other, or the second might run again while the first still commits, and fail once more.
    meetings[0].letGo()
    try await one
    meetings[1].letGo()
    try await two
    #expect(attempts.count == 3)
    #expect(Set(try await words()) == ["old", "saw 1", "saw 2"])
  }

  @Test func aDeadlockRunsTheVictimAgain() async throws {
    let attempts = Counter()
    let meetings = [Meeting(), Meeting()]
    @Sendable func act(_ id: Int, _ meeting: Meeting, first: Int, then second: Int) async throws {
      let own = Counter()
      try await database.transaction { db in
        attempts.next()
        try db.execute("set local deadlock_timeout = '1ms'")
        _ = try db.all("select pg_advisory_xact_lock(\(first)) is null as held") { try $0["held"] as Bool }
        if own.next() == 1 { meeting.stay() }
        _ = try db.all("select pg_advisory_xact_lock(\(second)) is null as held") { try $0["held"] as Bool }
        try db.note(id)
      }
    }
    async let one: Void = act(2, meetings[0], first: 1, then: 2)
    async let two: Void = act(3, meetings[1], first: 2, then: 1)
    for meeting in meetings { await meeting.arrival() }
    for meeting in meetings { meeting.letGo() }
    try await one
    try await two
    #expect(attempts.count == 3)
    #expect(try await database.notes() == [1, 2, 3])
  }

  @Test(arguments: [SQLState.serializationFailure, SQLState.deadlockDetected])
  func atMostThreeTimesInAll(sqlState: String) async throws {
    let attempts = Counter()
    try await expectRefusal(sqlState) {
      try await database.transaction { db in
        try db.note(attempts.next() + 1)
        try db.execute(Self.refusal(sqlState))
      }
    }
    #expect(attempts.count == 3)
    #expect(try await database.notes() == [1])
  }

  @Test func theThirdAttemptMaySucceed() async throws {
    let attempts = Counter()
    try await database.transaction { db in
      let attempt = attempts.next()
      try db.note(attempt + 1)
      if attempt < 3 { try db.execute(Self.refusal(SQLState.serializationFailure)) }
    }
    #expect(try await database.notes() == [1, 4])
  }

  @Test func settingsAreThereInEveryAttempt() async throws {
    let (attempts, seen) = (Counter(), Journal<String>())
    try await database.transaction(Settings(["ipcase.agency": "IPB"])) { db in
      let agency = try db.first("select current_setting('ipcase.agency') as n") { try $0["n"] as String }
      seen.keep(agency ?? "")
      if attempts.next() < 3 { try db.execute(Self.refusal(SQLState.deadlockDetected)) }
    }
    #expect(seen.entries == ["IPB", "IPB", "IPB"])
  }

  @Test func aUniqueViolationIsNotTriedAgain() async throws {
    let attempts = Counter()
    try await expectRefusal(SQLState.uniqueViolation) {
      try await database.transaction { db in
        attempts.next()
        try db.note(1)
      }
    }
    #expect(attempts.count == 1)
  }

  @Test func anErrorOfTheBodyIsNotTriedAgain() async throws {
    let attempts = Counter()
    await #expect(throws: Refusal.changedMind) {
      try await database.transaction { _ in
        attempts.next()
        throw Refusal.changedMind
      }
    }
    #expect(attempts.count == 1)
  }
}

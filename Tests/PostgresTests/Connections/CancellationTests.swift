import Postgres
import TestSupport
import Testing

@Suite(.database, .timeLimit(.minutes(20))) struct CancellationTests {
  /// Never gives a statement up by itself: what ends a statement here is the cancellation.
  private let database = Database(TestDatabase.conninfo, connections: 1, statementTimeout: 0)
  private static let asleep: SQL =
    """
    from pg_stat_activity
    where datname = current_database() and state = 'active' and wait_event = 'PgSleep'
    """

  @Test func cancellingTheTaskCancelsTheStatementOnTheServer() async throws {
    let (database, watcher) = (database, TestDatabase.owner)
    let sleeper = Task { try await database.read { db in try db.execute("select pg_sleep(60)") } }
    try await until(watcher, "select count(*) = 1 as holds \(Self.asleep)")
    sleeper.cancel()
    await #expect(throws: PostgresError.cancelled) { try await sleeper.value }
    try await until(watcher, "select count(*) = 0 as holds \(Self.asleep)")
    #expect(try await database.read { db in try db.all("select 1 as n") { try $0["n"] as Int } } == [1])
  }

  @Test func aCancelledTransactionKeepsNothing() async throws {
    let (database, watcher) = (database, TestDatabase.owner)
    try await database.makeNotes()
    let sleeper = Task {
      try await database.transaction { db in
        try db.note(1)
        try db.execute("select pg_sleep(60)")
      }
    }
    try await until(watcher, "select count(*) = 1 as holds \(Self.asleep)")
    sleeper.cancel()
    await #expect(throws: PostgresError.cancelled) { try await sleeper.value }
    #expect(try await database.notes() == [])
    try await database.transaction { db in try db.note(2) }
    #expect(try await database.notes() == [2])
  }

  @Test func cancellingOneTaskLeavesTheOthersAlone() async throws {
    let (database, watcher) = (Database(TestDatabase.conninfo, connections: 2, statementTimeout: 0), TestDatabase.owner)
    let meeting = Meeting()
    let other = Task {
      try await database.transaction { db in
        meeting.stay()
        return try db.first("select 4 as n") { try $0["n"] as Int }
      }
    }
    await meeting.arrival()
    let sleeper = Task { try await database.read { db in try db.execute("select pg_sleep(60)") } }
    do {
      try await until(watcher, "select count(*) = 1 as holds \(Self.asleep)")
    } catch {
      meeting.letGo()
      throw error
    }
    sleeper.cancel()
    await #expect(throws: PostgresError.cancelled) { try await sleeper.value }
    meeting.letGo()
    #expect(try await other.value == 4)
  }

  @Test func aTaskThatWasCancelledBeforeItBeganKeepsNothing() async throws {
    let (database, watcher) = (Database(TestDatabase.conninfo, connections: 1), TestDatabase.owner)
    try await database.makeNotes()
    let (started, start) = AsyncStream<Void>.makeStream()
    let task = Task {
      for await _ in started { break }
      try await database.transaction { db in
        // Outlives the cancellation unless that is heard.
        try db.execute("select pg_sleep(60)")
        try db.note(1)
      }
    }
    task.cancel()
    start.yield()
    await #expect(throws: PostgresError.cancelled) { try await task.value }
    #expect(try await watcher.notes() == [])
  }

  @Test func aStatementThatTakesTooLongIsGivenUp() async throws {
    let hasty = Database(TestDatabase.conninfo, connections: 1, statementTimeout: 10)
    await #expect(throws: PostgresError.cancelled) {
      try await hasty.read { db in try db.execute("select pg_sleep(60)") }
    }
    #expect(try await hasty.read { db in try db.all("select 1 as n") { try $0["n"] as Int } } == [1])
  }
}

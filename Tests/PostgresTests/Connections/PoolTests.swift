import Postgres
import TestSupport
import Testing

@Suite(.database, .timeLimit(.minutes(20))) struct PoolTests {
  private static let day = Duration.seconds(86_400)

  private func database(_ connections: Int, patience: Duration = day, queueLimit: Int = 256) -> Database {
    Database(TestDatabase.conninfo, connections: connections, patience: patience, queueLimit: queueLimit)
  }

  @Test func whoeverWaitsTooLongIsToldBusy() async throws {
    let database = database(1, patience: .milliseconds(50))
    try await database.whileOneIsBusy {
      await #expect(throws: PostgresError.busy) { try await database.backend() }
    }
    #expect(try await database.backend() > 0)
  }

  @Test func whereNobodyMayWaitTheNextIsRefusedAtOnce() async throws {
    let database = database(1, queueLimit: 0)
    try await database.whileOneIsBusy {
      await #expect(throws: PostgresError.busy) { try await database.backend() }
    }
    #expect(try await database.backend() > 0)
  }

  @Test func anotherConnectionIsNotWaitedFor() async throws {
    let database = database(2, queueLimit: 0)
    try await database.whileOneIsBusy {
      #expect(try await database.backend() > 0)
      try await database.whileOneIsBusy {
        await #expect(throws: PostgresError.busy) { try await database.backend() }
      }
      #expect(try await database.backend() > 0)
    }
  }

  @Test func firstComeFirstServed() async throws {
    let database = database(1)
    let served = Journal<Int>()
    let executor = InOrder()
    var callers: [Task<Void, any Error>] = []
    try await database.whileOneIsBusy {
      for number in 1...20 {
        callers.append(
          Task(executorPreference: executor) {
            try await database.autocommit { _ in served.keep(number) }
          })
      }
      await executor.catchUp()
    }
    for caller in callers { try await caller.value }
    #expect(served.entries == Array(1...20))
  }

  @Test func asManyAsMayWaitDoAndOneMoreIsRefused() async throws {
    let database = database(1, queueLimit: 2)
    let outcomes = Journal<String>()
    let executor = InOrder()
    var callers: [Task<Void, Never>] = []
    try await database.whileOneIsBusy {
      for number in 1...3 {
        callers.append(
          Task(executorPreference: executor) {
            do {
              try await database.autocommit { _ in outcomes.keep("\(number) served") }
            } catch {
              outcomes.keep("\(number) \(error)")
            }
          })
      }
      // The one refused is told while the connection is still lent out.
      await callers[2].value
      #expect(outcomes.entries == ["3 busy"])
    }
    for caller in callers { await caller.value }
    #expect(outcomes.entries == ["3 busy", "1 served", "2 served"])
  }

  @Test func whoeverStopsWaitingIsToldCancelled() async throws {
    let database = database(1)
    try await database.whileOneIsBusy {
      let waiter = Task { try await database.backend() }
      waiter.cancel()
      await #expect(throws: PostgresError.cancelled) { try await waiter.value }
    }
    #expect(try await database.backend() > 0)
  }

  @Test func noMoreConnectionsAreOpenThanWereAllowed() async throws {
    let database = database(3)
    let backends = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<50 { group.addTask { try await database.backend() } }
      return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect((1...3).contains(backends.count))
  }

  @Test func aBodyThatThrowsGivesItsConnectionBack() async throws {
    let database = database(1, queueLimit: 0)
    for _ in 0..<3 {
      await #expect(throws: Refusal.changedMind) {
        try await database.transaction { _ in throw Refusal.changedMind }
      }
    }
    #expect(try await database.backend() > 0)
  }
}

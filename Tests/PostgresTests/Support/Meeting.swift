import Dispatch
import Postgres

/// Where the body of a transaction, on its own thread, meets the test.
struct Meeting: Sendable {
  private let arrivals = AsyncStream<Void>.makeStream()
  private let leave = DispatchSemaphore(value: 0)

  /// The body's side: says that it is here, and stays until it may go.
  func stay() {
    arrivals.continuation.yield()
    leave.wait()
  }

  /// The test's side: returns when the body is here.
  func arrival() async {
    for await _ in arrivals.stream { return }
  }

  /// The test's side: lets the body go, whether it has arrived yet or not.
  func letGo() { leave.signal() }
}

extension Database {
  /// Runs `work` while one connection of this database is lent out.
  func whileOneIsBusy(_ work: () async throws -> Void) async throws {
    let meeting = Meeting()
    async let holder: Void = autocommit { _ in meeting.stay() }
    await meeting.arrival()
    do {
      try await work()
    } catch {
      meeting.letGo()
      throw error
    }
    meeting.letGo()
    try await holder
  }
}

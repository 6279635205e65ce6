import Postgres
import TestSupport
import Testing

@Suite(.database, .timeLimit(.minutes(20))) struct ListenerTests {
  private let database = TestDatabase.owner
  /// The server process of whoever listens in this test's database.
  private static let ears: SQL =
    "from pg_stat_activity where datname = current_database() and query = 'listen tidings'"

  private func notify(_ payload: String) async throws {
    try await database.transaction { db in try db.execute("select pg_notify('tidings', \(payload))") }
  }

  @Test func listeningIsAnnouncedAndNoticesFollowInOrder() async throws {
    var notices = database.listen("tidings").makeAsyncIterator()
    #expect(await notices.next() == .listening)
    for payload in ["one", "二 🙂", "it's"] { try await notify(payload) }
    #expect(await notices.next() == .notified("one"))
    #expect(await notices.next() == .notified("二 🙂"))
    #expect(await notices.next() == .notified("it's"))
  }

  @Test func aNoticeThatIsNotCommittedIsNotHeard() async throws {
    var notices = database.listen("tidings").makeAsyncIterator()
    #expect(await notices.next() == .listening)
    try await database.rehearsal { db in try db.execute("select pg_notify('tidings', 'rehearsed')") }
    try await notify("committed")
    #expect(await notices.next() == .notified("committed"))
  }

  @Test func anotherChannelIsNotHeard() async throws {
    var notices = database.listen("tidings").makeAsyncIterator()
    #expect(await notices.next() == .listening)
    try await database.transaction { db in try db.execute("select pg_notify('rumours', 'x')") }
    try await notify("true")
    #expect(await notices.next() == .notified("true"))
  }

  @Test func everyListenerHears() async throws {
    var first = database.listen("tidings").makeAsyncIterator()
    var second = database.listen("tidings").makeAsyncIterator()
    #expect(await first.next() == .listening)
    #expect(await second.next() == .listening)
    try await notify("all")
    #expect(await first.next() == .notified("all"))
    #expect(await second.next() == .notified("all"))
  }

  @Test func aLostConnectionIsToldAndListeningAnnouncedAgain() async throws {
    var notices = database.listen("tidings").makeAsyncIterator()
    #expect(await notices.next() == .listening)
    let ended = try await database.read { db in
      try db.all("select pg_terminate_backend(pid) as ended \(Self.ears)") { try $0["ended"] as Bool }
    }
    #expect(ended == [true])
    #expect(await notices.next() == .lost)
    #expect(await notices.next() == .listening)
    try await notify("again")
    #expect(await notices.next() == .notified("again"))
  }

  @Test func givingTheStreamUpEndsTheConnection() async throws {
    let (heard, hear) = AsyncStream<Void>.makeStream()
    let stream = database.listen("tidings")
    let listener = Task {
      for await notice in stream where notice == .listening { hear.yield() }
    }
    for await _ in heard { break }
    listener.cancel()
    await listener.value
    try await until(database, "select count(*) = 0 as holds \(Self.ears)")
  }

  @Test func itUsesNoConnectionOfThePool() async throws {
    let single = Database(TestDatabase.conninfo, connections: 1, queueLimit: 0)
    var notices = single.listen("tidings").makeAsyncIterator()
    #expect(await notices.next() == .listening)
    try await single.transaction { db in try db.execute("select pg_notify('tidings', 'own')") }
    #expect(await notices.next() == .notified("own"))
  }
}

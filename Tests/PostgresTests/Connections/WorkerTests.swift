import Postgres
import TestSupport
import Testing

@Suite(.database, .timeLimit(.minutes(20))) struct WorkerTests {
  private let database = Database(TestDatabase.conninfo, connections: 1)

  @Test func aConnectionIsKept() async throws {
    let first = try await database.backend()
    #expect(try await database.backend() == first)
  }

  @Test func aConnectionKilledWhileIdleIsReplacedWhenNextLent() async throws {
    let watcher = TestDatabase.owner
    for _ in 0..<3 {
      let victim = try await database.backend()
      try await watcher.autocommit { db in try db.execute("select pg_terminate_backend(\(victim))") }
      try await until(watcher, "select count(*) = 0 as holds from pg_stat_activity where pid = \(victim)")
      #expect(try await database.backend() != victim)
    }
  }

  @Test func aConnectionKilledWhileLentIsUnavailableAndThenReplaced() async throws {
    let victim = try await database.backend()
    for _ in 0..<2 {
      let error = await #expect(throws: PostgresError.self) {
        try await database.read { db in
          try db.execute("select pg_terminate_backend(pg_backend_pid())")
          for number in 0..<20 { try db.execute("select \(number)::int") }
        }
      }
      guard case .unavailable = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(try await database.backend() != victim)
    }
  }

  @Test func aConnectionKilledDuringAScriptOrACopyIsUnavailableAndThenReplaced() async throws {
    let kill = "select pg_terminate_backend(pg_backend_pid())"
    let works: [@Sendable (Connection) throws -> Void] = [
      { try $0.script(kill) }, { _ = try $0.copyOut("copy (\(kill)) to stdout") { _ in } },
    ]
    for work in works {
      let error = await #expect(throws: PostgresError.self) { try await database.autocommit(work) }
      guard case .unavailable = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(try await database.backend() > 0)
    }
  }

  @Test func theSessionIsSetUp() async throws {
    let database = Database(TestDatabase.conninfo, connections: 1, statementTimeout: 7000, role: "ipcase_service")
    let seen = try await database.read { db in
      let names = ["timezone", "datestyle", "client_encoding", "statement_timeout", "application_name", "role"]
      return try names.map { name in try db.first("select current_setting(\(name)) as n") { try $0["n"] as String } }
    }
    #expect(seen == ["UTC", "ISO, YMD", "UTF8", "7s", "ipcase", "ipcase_service"])
  }
}

@Suite(.timeLimit(.minutes(20))) struct UnreachableServerTests {
  @Test(arguments: [
    "host=/nonexistent user=u password=s3cret dbname=d", "host=/nonexistent user=u password='s3cret' dbname=d",
    "postgresql://u:s3cret@%2Fnonexistent/d",
  ])
  func aRefusedConnectionIsUnavailable(conninfo: String) async {
    await expectUnavailableWithoutPassword(conninfo)
  }

  @Test(arguments: [
    "host=/nonexistent password=a s3cret", "host=/nonexistent password='s3cret", "postgresql://u:s3cret@[::1/d",
    "postgresql://u:s3cret@[]/d", "postgresql://u:s3cret@[::1]x/d", "postgresql://u:a/s3cret@host/d?x",
    "postgresql://u:s3cret%zz@host/d",
  ])
  func aMalformedConnectionStringIsNotRepeated(conninfo: String) async {
    await expectUnavailableWithoutPassword(conninfo)
  }

  @Test func theNextUseTriesAgain() async {
    let database = Database("host=/nonexistent", connections: 1)
    for _ in 0..<2 {
      let error = await #expect(throws: PostgresError.self) { try await database.backend() }
      guard case .unavailable = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  private func expectUnavailableWithoutPassword(_ conninfo: String) async {
    let error = await #expect(throws: PostgresError.self) {
      try await Database(conninfo, connections: 1).backend()
    }
    guard case .unavailable(let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!reason.isEmpty)
    #expect(!reason.contains("s3cret"), "\(reason)")
  }
}

/// A PostgreSQL database and the connections to it.
public struct Database: Sendable {
  private let pool: Pool
  let conninfo: String
  let session: String

  /// Names a database; connections are made when they are first needed.
  ///
  /// - Parameters:
  ///   - conninfo: libpq's connection string; what it does not say comes from `PG*` variables.
  ///   - connections: How many acts can be under way at once.
  ///   - statementTimeout: Milliseconds after which the server gives a statement up.
  ///   - patience: How long a caller waits for a free connection before `PostgresError.busy`.
  ///   - queueLimit: How many callers may wait at once.
  ///   - role: A role to act as, which the program made; the one signed in with if `nil`.
  public init(
    _ conninfo: String, connections: Int, statementTimeout: Int = 15_000, patience: Duration = .seconds(2),
    queueLimit: Int = 256, role: String? = nil
  ) {
    self.conninfo = conninfo
    session = """
      set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set client_min_messages = warning;
      set client_encoding = 'UTF8'; set standard_conforming_strings = on; set bytea_output = 'hex';
      set statement_timeout = \(statementTimeout); set lock_timeout = \(statementTimeout);
      set idle_in_transaction_session_timeout = 60000; set application_name = 'ipcase'
      """ + (role.map { "; set role \($0)" } ?? "")
    let session = session
    pool = Pool(
      (0..<connections).map { _ in Worker(conninfo: conninfo, session: session) }, patience: patience,
      queueLimit: queueLimit)
  }

  /// Runs `body` in one transaction and commits it; rolls back if `body` throws.
  ///
  /// Inside `body` all is synchronous: no other task can slip between two statements, and the connection, being no
  /// `Sendable`, cannot leave. A serialisation failure or a deadlock runs `body` again, at most three times in all, so
  /// `body` touches nothing but the connection.
  public func transaction<T: Sendable>(
    _ settings: Settings = .none, _ body: @escaping @Sendable (Connection) throws -> T
  ) async throws -> T {
    try await run { db in try db.attempt(settings, begin: "begin", body) { $0 } }
  }

  /// The same for an act that needs no row before it commits: the promised rows arrive with the commit, so the whole
  /// act is one round trip. They are decoded after the commit: a decoder that throws does not undo the act.
  public func transaction<T: Sendable>(
    _ settings: Settings = .none, _ body: @escaping @Sendable (Connection) throws -> Later<T>
  ) async throws -> [T] {
    try await run { db in try db.attempt(settings, begin: "begin", body) { try $0.rows() } }
  }

  /// Runs `body` and undoes everything it did. For rehearsals: the very code of the act, and nothing kept.
  public func rehearsal<T: Sendable>(
    _ settings: Settings = .none, _ body: @escaping @Sendable (Connection) throws -> T
  ) async throws -> T {
    try await run { db in
      defer { db.rollback() }
      try db.begin("begin", settings)
      let value = try body(db)
      try db.execute("set constraints all immediate")
      try db.flush()
      return value
    }
  }

  /// Reads in one consistent view of the database, in which nothing can be written.
  public func snapshot<T: Sendable>(
    _ settings: Settings = .none, _ body: @escaping @Sendable (Connection) throws -> T
  ) async throws -> T {
    try await run { db in
      try db.attempt(settings, begin: "begin isolation level repeatable read, read only", body) { $0 }
    }
  }

  /// Reads what a single wait brings back: statements asked for before the first `rows()` travel together with the
  /// settings, in one round trip and one implicit transaction. A second wait has no settings, so row-level security
  /// shows it nothing.
  public func read<T: Sendable>(
    _ settings: Settings = .none, _ body: @escaping @Sendable (Connection) throws -> T
  ) async throws -> T {
    try await run { db in
      if let statement = settings.statement { try db.execute(statement) }
      return try db.finishing(body)
    }
  }

  /// Runs `body` outside any transaction. For `create database` and its like.
  public func autocommit<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
    try await run { db in try db.finishing(body) }
  }

  private func run<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
    try await pool.withWorker { worker in try await worker.run(body) }
  }
}

extension Connection {
  /// Runs `body` and waits for what it left queued; if it throws, leaves the connection fit for the next user.
  fileprivate func finishing<T>(_ body: (Connection) throws -> T) throws -> T {
    do {
      let value = try body(self)
      try flush()
      return value
    } catch {
      rollback()
      throw error
    }
  }

  fileprivate func begin(_ begin: SQL, _ settings: Settings) throws {
    try execute(begin)
    if let statement = settings.statement { try execute(statement) }
  }

  fileprivate func attempt<A, B>(
    _ settings: Settings, begin: SQL, _ body: (Connection) throws -> A, finish: (A) throws -> B
  ) throws -> B {
    var attempts = 1
    while true {
      do {
        try self.begin(begin, settings)
        let value = try body(self)
        guard try commit() else { throw PostgresError.notCommitted }
        return try finish(value)
      } catch PostgresError.server(let error) where error.isRetryable && attempts < 3 {
        rollback()
        attempts += 1
      } catch {
        rollback()
        throw error
      }
    }
  }
}

import CLibPQ

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One connection to PostgreSQL, in pipeline mode: `execute` only queues, a statement whose rows are needed sends what
/// is queued and waits, and so does the commit.
///
/// Confined to one thread: there is no public initialiser, and it is not `Sendable`, so it cannot leave the closure of
/// `Database.transaction` or `Database.read`.
public final class Connection {
  let handle: OpaquePointer
  private var queue: [Queued] = []
  private var prepared: [String: String] = [:]
  private var preparations = 0

  /// Statements kept prepared; past that number they are sent unprepared, so that generated texts cannot fill a server.
  private static let preparedLimit = 300
  /// Parameters that the protocol can number.
  private static let parameterLimit = 65_535
  /// What tells that the task has been cancelled meanwhile; set by whoever lends the connection.
  var isCancelled: () -> Bool = { false }

  /// Connects with libpq's own connection string, so `PG*` variables, `.pgpass` and service files work.
  ///
  /// - Throws: `PostgresError.unavailable`.
  init(_ conninfo: String, session: String) throws(PostgresError) {
    var complaint: UnsafeMutablePointer<CChar>?
    let options = PQconninfoParse(conninfo, &complaint)
    PQconninfoFree(options)
    PQfreemem(complaint)
    // libpq's complaint repeats the string, password included.
    guard options != nil else { throw .unavailable("the connection string cannot be read") }
    guard let handle = Self.connect(conninfo) else { throw .unavailable("out of memory") }
    self.handle = handle
    // From here on `deinit` closes the connection, also where this initialiser throws.
    guard PQstatus(handle) == CONNECTION_OK else { throw lost() }
    PQsetNoticeProcessor(handle, { _, _ in }, nil)
    do { try script(session) } catch let error as PostgresError { throw error } catch { throw lost() }
    guard PQsetnonblocking(handle, 1) == 0, PQenterPipelineMode(handle) == 1 else { throw lost() }
  }

  deinit { PQfinish(handle) }

  /// Connects with limits on waiting for a server that is gone, which the connection string can override.
  private static func connect(_ conninfo: String) -> OpaquePointer? {
    let options = [
      ("connect_timeout", "10"), ("keepalives_idle", "30"), ("tcp_user_timeout", "20000"), ("dbname", conninfo),
    ]
    let names = options.map { strdup($0.0) }
    let values = options.map { strdup($0.1) }
    defer { for text in names + values { free(text) } }
    return PQconnectdbParams(
      names.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
  }

  /// Whether the connection can be lent out: idle, and the server has not hung up meanwhile. Costs no round trip.
  var isUsable: Bool {
    guard PQstatus(handle) == CONNECTION_OK, PQtransactionStatus(handle) == PQTRANS_IDLE, queue.isEmpty else {
      return false
    }
    // An idle server has nothing to say but that it is going away.
    return !Poll.isReadable(PQsocket(handle))
  }

  // MARK: Statements

  /// Queues a statement whose rows nobody needs.
  ///
  /// A failure surfaces at the next wait, at the latest at the commit. If it is a violation of a constraint named in
  /// `orThrow`, the error given there is thrown in its place.
  public func execute(_ sql: SQL, orThrow: [String: any Error] = [:]) throws(PostgresError) {
    try send(sql, orThrow: orThrow) { _ in }
  }

  /// Queues a statement and promises its rows.
  public func later<T>(
    _ sql: SQL, orThrow: [String: any Error] = [:], _ decode: @escaping (Row) throws -> T
  ) throws(PostgresError) -> Later<T> {
    let later = Later<T>(self)
    try send(sql, orThrow: orThrow) { outcome in
      later.arrive(
        outcome.flatMap { reply in
          Result { try (0..<PQntuples(reply.handle)).map { try decode(Row(reply: reply, index: $0)) } }
        })
    }
    return later
  }

  /// All rows of a statement. Sends everything queued, and waits.
  public func all<T>(_ sql: SQL, orThrow: [String: any Error] = [:], _ decode: @escaping (Row) throws -> T) throws
    -> [T]
  {
    try later(sql, orThrow: orThrow, decode).rows()
  }

  /// The first row of a statement, if there is one. Sends everything queued, and waits.
  public func first<T>(_ sql: SQL, orThrow: [String: any Error] = [:], _ decode: @escaping (Row) throws -> T) throws
    -> T?
  {
    try later(sql, orThrow: orThrow, decode).first()
  }

  /// Runs a script of many statements, without parameters, outside the pipeline. For migrations and administration.
  public func script(_ text: String) throws {
    guard !text.utf8.contains(0) else { throw PostgresError.nulInParameter(0) }
    try outsidePipeline { () throws(PostgresError) in
      guard let result = PQexec(handle, text) else { throw lost() }
      defer { PQclear(result) }
      let status = PQresultStatus(result)
      if status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE { throw failure(result, query: text) }
    }
  }

  // MARK: Waiting

  /// Sends everything queued and waits for all of it; throws the first failure.
  public func flush() throws {
    if isCancelled() { throw PostgresError.cancelled }
    try send()
  }

  private func send() throws {
    guard !queue.isEmpty else { return }
    let waiting = queue
    queue = []
    guard PQpipelineSync(handle) == 1 else { throw abandon(waiting) }
    try drain(waiting)
    var firstFailure: (any Error)?
    for statement in waiting {
      guard let outcome = collect(statement) else { throw abandon(waiting) }
      if case .failure(let error) = outcome, firstFailure == nil { firstFailure = error }
      statement.deliver(outcome)
    }
    guard let end = PQgetResult(handle) else { throw abandon(waiting) }
    defer { PQclear(end) }
    guard PQresultStatus(end) == PGRES_PIPELINE_SYNC else { throw abandon(waiting) }
    if let firstFailure { throw firstFailure }
  }

  /// Ends whatever transaction is open, forgetting what is queued.
  ///
  /// After a cancellation nothing is sent any more: the connection is given up, and the server rolls back.
  func rollback() {
    if isCancelled() { return }
    if !queue.isEmpty { try? flush() }
    if PQtransactionStatus(handle) == PQTRANS_IDLE { return }
    try? execute("rollback")
    try? flush()
  }

  /// Leaves pipeline mode for `body`, with nothing queued.
  func outsidePipeline<T>(_ body: () throws(PostgresError) -> T) throws -> T {
    let pipelined = PQpipelineStatus(handle) != PQ_PIPELINE_OFF
    if pipelined {
      try flush()
      guard PQexitPipelineMode(handle) == 1, PQsetnonblocking(handle, 0) == 0 else { throw lost() }
    }
    let outcome = Result { () throws(PostgresError) in try body() }
    if pipelined {
      guard PQsetnonblocking(handle, 1) == 0, PQenterPipelineMode(handle) == 1 else { throw lost() }
    }
    return try outcome.get()
  }

  func lost() -> PostgresError {
    let reason = PQerrorMessage(handle).map { String(cString: $0) } ?? ""
    return .unavailable(reason.split(separator: "\n").joined(separator: " "))
  }

  func failure(_ result: OpaquePointer, query: String) -> PostgresError {
    func field(_ code: Int32) -> String? { PQresultErrorField(result, code).map { String(cString: $0) } }
    guard let state = field(Int32(UInt8(ascii: "C"))) else { return lost() }
    if state == "57014" { return .cancelled }
    if state.hasPrefix("57P") || state.hasPrefix("08") { return .unavailable("SQLSTATE \(state)") }
    return .server(
      ServerError(
        sqlState: state, constraint: field(Int32(UInt8(ascii: "n"))), table: field(Int32(UInt8(ascii: "t"))),
        column: field(Int32(UInt8(ascii: "c"))), message: field(Int32(UInt8(ascii: "M"))) ?? "", query: query))
  }
}

// MARK: - The pipeline

extension Connection {
  /// A statement on its way.
  struct Queued {
    let query: String
    /// Set if the statement's preparation travels right before it.
    let preparing: Bool
    let orThrow: [String: any Error]
    let deliver: (Result<Reply, any Error>) -> Void
  }

  private func send(
    _ sql: SQL, orThrow: [String: any Error], _ deliver: @escaping (Result<Reply, any Error>) -> Void
  ) throws(PostgresError) {
    let query = sql.text
    let values = sql.values
    if query.utf8.contains(0) { throw .nulInParameter(0) }
    if values.count > Self.parameterLimit { throw .tooManyParameters(values.count) }
    for (index, value) in values.enumerated() where value?.utf8.contains(0) == true {
      throw .nulInParameter(index + 1)
    }
    var name = prepared[query]
    var preparing = false
    if name == nil, prepared.count < Self.preparedLimit {
      preparations += 1
      let fresh = "s\(preparations)"
      guard PQsendPrepare(handle, fresh, query, 0, nil) == 1 else { throw lost() }
      prepared[query] = fresh
      name = fresh
      preparing = true
    }
    let sent = Parameters.withPointers(values) { pointers in
      if let name {
        PQsendQueryPrepared(handle, name, Int32(values.count), pointers, nil, nil, 0)
      } else {
        PQsendQueryParams(handle, query, Int32(values.count), nil, pointers, nil, nil, 0)
      }
    }
    guard sent == 1 else { throw lost() }
    queue.append(Queued(query: query, preparing: preparing, orThrow: orThrow, deliver: deliver))
  }

  /// Pushes everything out, reading meanwhile so that neither side waits for the other.
  private func drain(_ waiting: [Queued]) throws {
    while true {
      switch PQflush(handle) {
      case 0: return
      case 1:
        let ready = Poll.readOrWrite(PQsocket(handle))
        if ready.readable, PQconsumeInput(handle) == 0 { throw abandon(waiting) }
      default: throw abandon(waiting)
      }
    }
  }

  /// The outcome of one statement; `nil` if the connection broke.
  private func collect(_ statement: Queued) -> Result<Reply, any Error>? {
    var preparation: PostgresError?
    if statement.preparing {
      guard let result = PQgetResult(handle) else { return nil }
      if PQresultStatus(result) != PGRES_COMMAND_OK {
        prepared[statement.query] = nil
        preparation = problem(result, statement)
      }
      PQclear(result)
      while let rest = PQgetResult(handle) { PQclear(rest) }
    }
    guard let result = PQgetResult(handle) else { return nil }
    while let rest = PQgetResult(handle) { PQclear(rest) }
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
      return .success(Reply(result, query: statement.query))
    default:
      let error = preparation ?? problem(result, statement)
      PQclear(result)
      if PQstatus(handle) != CONNECTION_OK { return nil }
      // A prepared statement whose tables changed under it, or that is gone: the next use prepares it anew.
      if case .server(let refused) = error, ["0A000", "26000"].contains(refused.sqlState) {
        prepared[statement.query] = nil
      }
      if case .server(let refused) = error, let rule = refused.constraint, let named = statement.orThrow[rule] {
        return .failure(named)
      }
      return .failure(error)
    }
  }

  private func problem(_ result: OpaquePointer, _ statement: Queued) -> PostgresError {
    if PQresultStatus(result) == PGRES_PIPELINE_ABORTED { return .unavailable("an earlier statement failed") }
    return failure(result, query: statement.query)
  }

  private func abandon(_ waiting: [Queued]) -> PostgresError {
    let error = lost()
    for statement in waiting { statement.deliver(.failure(error)) }
    return error
  }

  /// The tag of the last command, such as `COMMIT` or `ROLLBACK`.
  func commit() throws -> Bool {
    if isCancelled() { throw PostgresError.cancelled }
    var tag = ""
    try send("commit", orThrow: [:]) { outcome in
      if case .success(let reply) = outcome, let text = PQcmdStatus(reply.handle) { tag = String(cString: text) }
    }
    try send()
    return tag == "COMMIT"
  }
}

/// C strings for libpq, all in one piece of memory.
private enum Parameters {
  static func withPointers<R>(
    _ values: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> R
  ) -> R {
    if values.isEmpty { return body(nil) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.reduce(0) { $0 + ($1?.utf8.count ?? 0) + 1 })
    var starts: [Int?] = []
    starts.reserveCapacity(values.count)
    for value in values {
      guard let value else {
        starts.append(nil)
        continue
      }
      starts.append(bytes.count)
      bytes.append(contentsOf: value.utf8)
      bytes.append(0)
    }
    return bytes.withUnsafeBytes { memory in
      let base = memory.baseAddress
      let pointers = starts.map { start in
        start.flatMap { base?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
      }
      return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }
}

import Casework
import Law
import Postgres

extension Registry {
  /// Writes once, in one transaction, and returns what `answer` says of it: a text that the same key brings back.
  ///
  /// - Throws: What `body` throws, `idempotency.reused`.
  func write(
    _ once: IdempotencyKey, answer: SQL, by officer: Officer, at now: Instant,
    _ body: @escaping @Sendable (Connection) throws -> Void
  ) async throws -> Done<String> {
    do {
      let answers = try await database.transaction(officer.settings) { db in
        if let earlier = try db.earlierAnswer(once, by: officer).first() {
          try once.matches(earlier.digest)
          throw AlreadyAnswered()
        }
        try body(db)
        try db.keep(once, answer: answer, by: officer, at: now)
        return try db.later("select \(answer) as answer") { try $0["answer"] as String }
      }
      guard let written = answers.first else { throw PostgresError.notCommitted }
      return Done(value: written, isReplay: false)
    } catch is AlreadyAnswered {
      let earlier = try await database.read(officer.settings) { try $0.earlierAnswer(once, by: officer).first() }
      guard let earlier else { throw PostgresError.notCommitted }
      try once.matches(earlier.digest)
      return Done(value: earlier.answer, isReplay: true)
    }
  }

  /// The key of the row that the same request wrote before; `nil` if it was not asked before.
  ///
  /// - Throws: `idempotency.reused` if the key was used for another request.
  public func row(writtenBy once: IdempotencyKey, for officer: Officer) async throws -> Int64? {
    let earlier = try await database.read(officer.settings) { try $0.earlierAnswer(once, by: officer).first() }
    guard let earlier else { return nil }
    try once.matches(earlier.digest)
    return Int64(earlier.answer)
  }

  /// The same where the answer is the key of a row.
  func writeRow(
    _ once: IdempotencyKey, sequence: SQL, by officer: Officer, at now: Instant,
    _ body: @escaping @Sendable (Connection) throws -> Void
  ) async throws -> Done<Int64> {
    let done = try await write(once, answer: "currval(\(sequence))::text", by: officer, at: now, body)
    guard let id = Int64(done.value) else { throw PostgresError.notCommitted }
    return Done(value: id, isReplay: done.isReplay)
  }
}

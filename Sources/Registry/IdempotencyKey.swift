import Casework
import Law
import Postgres
import Secrets

/// What makes a write happen once however often it is sent: a key the sender chose, and a digest of what was asked.
public struct IdempotencyKey: Sendable, Equatable {
  let key: String
  let digest: Bytes

  /// - Parameters:
  ///   - key: 8 to 80 printable ASCII characters, different for each thing that is to be done.
  ///   - request: The bytes of what is asked for.
  /// - Throws: `idempotency.key`.
  public init(_ key: String, request: [UInt8]) throws(Refusal) {
    guard (8...80).contains(key.utf8.count), key.utf8.allSatisfy({ (33...126).contains($0) }),
      let digest = Digest.sha256(request)
    else { throw Refusal(.malformed, "idempotency.key", field: "Idempotency-Key") }
    self.key = key
    self.digest = Bytes(digest)
  }
}

/// What a write did, and whether it had been done before.
public struct Done<Value: Sendable>: Sendable {
  /// What it did.
  public let value: Value
  /// Whether this is the answer to a request seen before.
  public let isReplay: Bool

  /// Says what was done.
  public init(value: Value, isReplay: Bool) { (self.value, self.isReplay) = (value, isReplay) }
}

extension Connection {
  /// Asks for the answer given to this key before.
  func earlierAnswer(_ once: IdempotencyKey, by officer: Officer) throws -> Later<(digest: Bytes, answer: String)> {
    try later("select digest, answer from idempotency where officer = \(officer.id) and key = \(once.key)") { row in
      (digest: try row["digest"], answer: try row["answer"])
    }
  }

  /// Keeps `answer` for the key. A key already used fails on `idempotency_pkey`.
  func keep(_ once: IdempotencyKey, answer: SQL, by officer: Officer, at now: Instant) throws {
    try execute(
      """
      insert into idempotency (officer, key, digest, answer, recorded_at)
      values (\(officer.id), \(once.key), \(once.digest), \(answer), \(now)::timestamptz)
      """, orThrow: ["idempotency_pkey": AlreadyAnswered()])
  }
}

/// The key was used while this request was under way: the answer is there to be read.
struct AlreadyAnswered: Error {}

extension IdempotencyKey {
  /// - Throws: `idempotency.reused` if the key was used for another question.
  func matches(_ earlier: Bytes) throws(Refusal) {
    if earlier != digest { throw Refusal(.invalid, "idempotency.reused", field: "Idempotency-Key") }
  }
}

extension Registry {
  /// Whether the key was used by the officer before, whatever for.
  public func wasAnswered(_ once: IdempotencyKey, for officer: Officer) async throws -> Bool {
    try await database.read(officer.settings) { try $0.earlierAnswer(once, by: officer).first() } != nil
  }
}

import CArgon2
import Dispatch
import Synchronization

/// Passwords, hashed with argon2id (19 MiB, 2 passes, 1 lane), at most two at a time.
public struct PasswordHashing: Sendable {
  /// Too many sign-ins wait for their turn.
  public struct Busy: Error, Sendable {
    /// Says so.
    public init() {}
  }

  /// The library refused, which it does for want of memory.
  public struct Failed: Error, Sendable {}

  private final class Line: Sendable {
    let waiting = Mutex(0)
    let queues = [DispatchQueue(label: "passwords.0"), DispatchQueue(label: "passwords.1")]
    let turn = Mutex(0)
  }

  private let line = Line()
  private let limit: Int

  /// Prepares hashing for at most `limit` callers at once.
  public init(limit: Int) { self.limit = limit }

  /// A PHC string for `password`, with a random salt.
  ///
  /// - Throws: `Busy`, `Failed`.
  public func hash(_ password: String) async throws -> String {
    try await inLine {
      var source = SystemRandomNumberGenerator()
      let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &source) }
      let secret = Array(password.utf8)
      var phc = [CChar](repeating: 0, count: 128)
      let status = argon2id_hash_encoded(2, 19 * 1024, 1, secret, secret.count, salt, salt.count, 32, &phc, phc.count)
      guard status == ARGON2_OK.rawValue else { throw Failed() }
      return String(decoding: phc.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  /// Whether `password` is the one that `phc` was made from.
  ///
  /// - Throws: `Busy`.
  public func verify(_ password: String, against phc: String) async throws -> Bool {
    try await inLine {
      let secret = Array(password.utf8)
      return argon2id_verify(phc, secret, secret.count) == ARGON2_OK.rawValue
    }
  }

  private func inLine<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    let admitted = line.waiting.withLock { waiting in
      guard waiting < limit else { return false }
      waiting += 1
      return true
    }
    guard admitted else { throw Busy() }
    defer { line.waiting.withLock { $0 -= 1 } }
    let turn = line.turn.withLock { turn in
      turn += 1
      return turn % 2
    }
    return try await withCheckedThrowingContinuation { continuation in
      line.queues[turn].async { continuation.resume(with: Result { try work() }) }
    }
  }
}

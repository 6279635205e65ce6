import Law
import Postgres
import Registry
import Secrets
import Synchronization

/// Sessions looked up lately, so that a request need not ask the database who it comes from.
///
/// It keeps one for half a minute at most, and only while it hears of every session that ends early; a server that
/// lost that line asks the database each time.
final class SessionCache: Sendable {
  private let registry: Registry
  private let state = Mutex(State())

  private struct State {
    var isListening = false
    /// Counts what was heard, so that an answer older than the last notice is not kept.
    var heard = 0
    var sessions: [String: (session: Session, until: Instant)] = [:]
  }

  /// How many sessions are kept at most.
  private static let limit = 10_000

  init(_ registry: Registry) { self.registry = registry }

  /// Who `token` stands for.
  func session(_ token: Token, now: Instant) async throws -> Session? {
    let (kept, heard) = state.withLock { ($0.isListening ? $0.sessions[token.text] : nil, $0.heard) }
    if let kept, now < kept.until { return kept.session }
    guard let session = try await registry.session(token, now: now) else { return nil }
    let until = min(session.expiresAt, now.adding(seconds: 30))
    state.withLock { state in
      guard state.isListening, state.heard == heard else { return }
      if state.sessions.count >= Self.limit { state.sessions = [:] }
      state.sessions[token.text] = (session, until)
    }
    return session
  }

  /// Listens until the task is cancelled.
  func listen() async {
    for await notice in registry.sessionChanges() {
      state.withLock { state in
        state.sessions = [:]
        state.heard += 1
        state.isListening = notice != .lost
      }
    }
  }
}

import CLibPQ
import Dispatch
import Synchronization

/// A connection and the queue it lives on.
///
/// `@unchecked Sendable`: `connection` is touched on `queue` only.
final class Worker: @unchecked Sendable {
  private let queue = DispatchQueue(label: "postgres.connection")
  private let conninfo: String
  private let session: String
  private var connection: Connection?
  private let job = Mutex(Job())

  /// What runs now, so that a cancellation reaches that and nothing else.
  private struct Job {
    var number = 0
    var cancel: Cancel?
    var wasCancelled = false
  }

  /// libpq's means of cancelling what a connection does.
  ///
  /// `@unchecked Sendable`: `PQcancel` and `PQfreeCancel` may be called from any thread.
  private struct Cancel: @unchecked Sendable {
    let handle: OpaquePointer
  }

  init(conninfo: String, session: String) {
    self.conninfo = conninfo
    self.session = session
  }

  /// Runs `body` with a live connection on the worker's thread; a connection that died since its last use is replaced.
  ///
  /// Cancelling the task cancels the statement on the server.
  func run<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
    let number = job.withLock { job in
      job.number += 1
      job.wasCancelled = false
      return job.number
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        queue.async {
          continuation.resume(with: Result { try self.perform(number, body) })
        }
      }
    } onCancel: {
      job.withLock { if $0.number == number { $0.wasCancelled = true } }
      // On a thread of its own, because asking the server to cancel waits for it.
      DispatchQueue.global().async { self.cancel(number) }
    }
  }

  private func perform<T>(_ number: Int, _ body: (Connection) throws -> T) throws -> T {
    if let idle = connection, !idle.isUsable { connection = nil }
    let live = try connection ?? Connection(conninfo, session: session)
    connection = live
    let cancel = PQgetCancel(live.handle).map(Cancel.init)
    let cancelledBefore = job.withLock { job in
      job.cancel = cancel
      return job.wasCancelled
    }
    defer {
      let cancelled = job.withLock { job in
        job.cancel = nil
        return job.wasCancelled
      }
      if let cancel { PQfreeCancel(cancel.handle) }
      // A cancel request travels on a connection of its own and may arrive late: it must not hit the next job.
      if cancelled { connection = nil }
    }
    if cancelledBefore { throw PostgresError.cancelled }
    live.isCancelled = { self.job.withLock { $0.wasCancelled } }
    defer { live.isCancelled = { false } }
    return try body(live)
  }

  private func cancel(_ number: Int) {
    job.withLock { job in
      guard job.number == number else { return }
      guard let cancel = job.cancel else { return }
      var complaint = [CChar](repeating: 0, count: 256)
      _ = PQcancel(cancel.handle, &complaint, Int32(complaint.count))
    }
  }
}

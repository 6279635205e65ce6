import Synchronization

/// Workers, lent out first come, first served, for a bounded wait.
final class Pool: Sendable {
  private let state: Mutex<State>
  private let patience: Duration
  private let queueLimit: Int

  private struct State {
    var idle: [Worker]
    var waiting: [(ticket: Int, continuation: CheckedContinuation<Worker?, Never>)] = []
    var tickets = 0
  }

  init(_ workers: [Worker], patience: Duration, queueLimit: Int) {
    state = Mutex(State(idle: workers))
    self.patience = patience
    self.queueLimit = queueLimit
  }

  /// Runs `body` with a worker.
  ///
  /// - Throws: `PostgresError.busy` if none came free in time, or too many were waiting already.
  func withWorker<T>(_ body: (Worker) async throws -> T) async throws -> T {
    let worker = try await lease()
    defer { giveBack(worker) }
    return try await body(worker)
  }

  private func lease() async throws -> Worker {
    if let worker = state.withLock({ $0.idle.popLast() }) { return worker }
    let ticket = state.withLock { state in
      state.tickets += 1
      return state.tickets
    }
    let alarm = Mutex<Task<Void, any Error>?>(nil)
    defer { alarm.withLock { $0?.cancel() } }
    let worker: Worker? = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answer: Worker?? = state.withLock { state in
          if let worker = state.idle.popLast() { return .some(worker) }
          if Task.isCancelled || state.waiting.count >= queueLimit { return .some(nil) }
          state.waiting.append((ticket, continuation))
          return nil
        }
        if let answer {
          continuation.resume(returning: answer)
        } else {
          // Set only now that the caller is in the queue, or it might ring before.
          alarm.withLock { task in
            task = Task {
              try await Task.sleep(for: patience)
              giveUp(ticket)
            }
          }
        }
      }
    } onCancel: {
      giveUp(ticket)
    }
    if let worker { return worker }
    throw Task.isCancelled ? PostgresError.cancelled : PostgresError.busy
  }

  private func giveUp(_ ticket: Int) {
    let continuation = state.withLock { state -> CheckedContinuation<Worker?, Never>? in
      guard let index = state.waiting.firstIndex(where: { $0.ticket == ticket }) else { return nil }
      return state.waiting.remove(at: index).continuation
    }
    continuation?.resume(returning: nil)
  }

  private func giveBack(_ worker: Worker) {
    let next = state.withLock { state -> CheckedContinuation<Worker?, Never>? in
      if state.waiting.isEmpty {
        state.idle.append(worker)
        return nil
      }
      return state.waiting.removeFirst().continuation
    }
    next?.resume(returning: worker)
  }
}

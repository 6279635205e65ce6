import Dispatch

/// Runs the tasks that prefer it one after the other, in the order in which they were made.
final class InOrder: TaskExecutor {
  private let queue = DispatchQueue(label: "tests.in-order")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }

  /// Returns when everything given to it so far has run.
  func catchUp() async {
    await withCheckedContinuation { continuation in queue.async { continuation.resume() } }
  }
}

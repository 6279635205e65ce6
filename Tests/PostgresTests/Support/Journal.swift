import Synchronization

/// Keeps what threads tell, in the order in which they tell it.
final class Journal<Entry: Sendable>: Sendable {
  private let kept = Mutex<[Entry]>([])

  var entries: [Entry] { kept.withLock { $0 } }

  func keep(_ entry: Entry) { kept.withLock { $0.append(entry) } }
}

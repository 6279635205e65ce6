import Synchronization

/// Counts what happens on other threads.
final class Counter: Sendable {
  private let value = Atomic(0)

  var count: Int { value.load(ordering: .sequentiallyConsistent) }

  @discardableResult
  func next() -> Int { value.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue }
}

import CoreMetrics
import Synchronization

/// Metrics kept in memory and written in Prometheus' text format.
public final class Prometheus: MetricsFactory, Sendable {
  private let counters = Mutex<[String: Count]>([:])
  private let timers = Mutex<[String: Histogram]>([:])

  /// Starts with nothing counted.
  public init() {}

  /// Everything measured so far, names in order.
  public var text: String {
    let counts = counters.withLock { $0 }.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.value)\n" }
    let times = timers.withLock { $0 }.sorted { $0.key < $1.key }.map(\.value.text)
    return (counts + times).joined()
  }

  public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    let name = Self.name(label, dimensions)
    return counters.withLock { counters in
      if let known = counters[name] { return known }
      let count = Count()
      counters[name] = count
      return count
    }
  }

  public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    let name = Self.name(label, dimensions)
    return timers.withLock { timers in
      if let known = timers[name] { return known }
      let timer = Histogram(label: Self.plain(label), labels: Self.labels(dimensions))
      timers[name] = timer
      return timer
    }
  }

  public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
    NOOPMetricsHandler.instance.makeRecorder(label: label, dimensions: dimensions, aggregate: aggregate)
  }

  public func destroyCounter(_ handler: any CounterHandler) {}
  public func destroyRecorder(_ handler: any RecorderHandler) {}
  public func destroyTimer(_ handler: any TimerHandler) {}

  private static func name(_ label: String, _ dimensions: [(String, String)]) -> String {
    let labels = labels(dimensions)
    return labels.isEmpty ? plain(label) : "\(plain(label)){\(labels)}"
  }

  private static func plain(_ label: String) -> String {
    String(String.UnicodeScalarView(label.unicodeScalars.map { $0 == "." || $0 == "-" ? "_" : $0 }))
  }

  private static func labels(_ dimensions: [(String, String)]) -> String {
    dimensions.map { name, value in
      let escaped = value.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
        switch scalar {
        case "\\", "\"": ["\\", scalar]
        case "\n": ["\\", "n"]
        default: [scalar]
        }
      }
      return "\(name)=\"\(String(String.UnicodeScalarView(escaped)))\""
    }.joined(separator: ",")
  }
}

/// A number that only rises.
private final class Count: CounterHandler, Sendable {
  private let count = Atomic<Int64>(0)

  var value: Int64 { count.load(ordering: .relaxed) }

  func increment(by amount: Int64) { count.wrappingAdd(amount, ordering: .relaxed) }
  func reset() { count.store(0, ordering: .relaxed) }
}

/// Durations in fixed buckets of seconds.
private final class Histogram: TimerHandler, Sendable {
  private static let bounds: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  private let label: String
  private let labels: String
  private let state = Mutex((counts: [Int](repeating: 0, count: bounds.count + 1), sum: 0.0))

  init(label: String, labels: String) { (self.label, self.labels) = (label, labels) }

  func recordNanoseconds(_ duration: Int64) {
    let seconds = Double(duration) / 1e9
    let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    state.withLock { state in
      state.counts[bucket] += 1
      state.sum += seconds
    }
  }

  var text: String {
    let (counts, sum) = state.withLock { $0 }
    let prefix = labels.isEmpty ? "" : labels + ","
    var (lines, total) = ("", 0)
    for (index, count) in counts.enumerated() {
      total += count
      let bound = index < Self.bounds.count ? "\(Self.bounds[index])" : "+Inf"
      lines += "\(label)_bucket{\(prefix)le=\"\(bound)\"} \(total)\n"
    }
    let braces = labels.isEmpty ? "" : "{\(labels)}"
    return lines + "\(label)_sum\(braces) \(sum)\n\(label)_count\(braces) \(total)\n"
  }
}

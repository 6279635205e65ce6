import ArgumentParser
import Law
import Registry
import Schema

/// `ipcase measure fill`: fills an empty register with plausible case files.
struct MeasureFill: ServerCommand {
  static let configuration = CommandConfiguration(commandName: "fill")

  @Option var data: String?
  @Option var files = 1_000_000

  func validate() throws {
    guard (1000...10_000_000).contains(files) else { throw ValidationError("--files: 1000 to 10000000") }
  }

  func perform() async throws {
    let clock = ContinuousClock()
    try await Surroundings(directory: data).withDatabase { database in
      _ = try await Schema.migrate(database, appliedAt: Instant.clock().description)
      let registry = Registry(database)
      _ = try await registry.settleLaw(now: Instant.clock())
      guard try await !registry.hasCaseFiles() else {
        throw ValidationError("measure fill: the register has case files; only an empty one is filled")
      }
      let officers = try await registry.fillOfficers(
        of: PlausibleFiles.agencies.map(\.value), at: "2015-01-01T00:00:00Z")
      let plausible = PlausibleFiles(count: files - 1, officers: officers, book: try LawBook.shipped())
      let begun = clock.now
      let definitions = try await registry.shelveIndexes()
      let copied: Duration
      do {
        try await copy(plausible, into: registry)
        copied = clock.now - begun
        try await inPairs(definitions) { try await registry.restoreIndex($0) }
      } catch {
        for definition in definitions { try? await registry.restoreIndex(definition) }
        throw error
      }
      let loaded = clock.now - begun
      try await registry.finishFilling()
      let all = clock.now - begun
      print("copied \(seconds(copied)) s, with indexes \(seconds(loaded)) s, with vacuum and analyze \(seconds(all)) s")
      print("rate \(Int(Double(files) / loaded.seconds)) case files a second")
      try await registry.fillTallies(through: Instant.clock().day().adding(days: -1))
      print("tallied in \(seconds(clock.now - begun - all)) s")
      let thick = plausible.thick
      print("thick \(thick.loggedAt.day().year)-\(String(thick.id).leftPadded(to: 6))")
    }
  }

  /// Two batches at a time: one is made while another goes in.
  private func copy(_ plausible: PlausibleFiles, into registry: Registry) async throws {
    let size = 5000
    let starts = Array(stride(from: 1, through: plausible.count, by: size))
    try await inPairs(starts) { start in
      var filling = Filling()
      for number in start..<min(start + size, plausible.count + 1) { filling.add(plausible.file(number)) }
      try await registry.fill(filling)
    }
    var last = Filling()
    last.add(plausible.thick)
    try await registry.fill(last)
  }

  /// Does all in order, two at a time.
  private func inPairs<T: Sendable>(_ items: [T], _ work: @escaping @Sendable (T) async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (index, item) in items.enumerated() {
        if index >= 2 { try await group.next() }
        group.addTask { try await work(item) }
      }
      try await group.waitForAll()
    }
  }

  private func seconds(_ duration: Duration) -> String { "\(Double(Int(duration.seconds * 10)) / 10)" }
}

extension Duration {
  /// In seconds.
  fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String { String(repeating: "0", count: max(0, width - count)) + self }
}

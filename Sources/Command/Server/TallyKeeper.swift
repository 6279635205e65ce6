import Law
import Logging
import Registry
import Reports
import ServiceLifecycle

/// Adds up the statistics of each day once it is over, while the service runs.
struct TallyKeeper: Service {
  let registry: Registry
  let logger: Logger

  /// Seconds after midnight for what was begun before it.
  private static let patience = 600

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        let last = Instant.clock().adding(seconds: -Self.patience).day().adding(days: -1)
        do { _ = try await registry.closeTallies(through: last) } catch let error where !Task.isCancelled {
          logger.error("tallies", metadata: ["error": "\(error)"])
        } catch {}
        try? await Task.sleep(for: .seconds(300))
      }
    }
  }
}

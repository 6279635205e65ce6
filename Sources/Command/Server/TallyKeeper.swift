import Law
import Logging
import Registry
import Reports
import ServiceLifecycle

/// Adds up the statistics of each day once it is over, and counts everything anew from the entries, while the service runs.
struct TallyKeeper: Service {
  let registry: Registry
  /// Sees every entry.
  let administration: Registry
  let logger: Logger

  /// Seconds after midnight for what was begun before it.
  private static let patience = 600

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        let last = Instant.clock().adding(seconds: -Self.patience).day().adding(days: -1)
        do {
          if try await registry.closeTallies(through: last) > 0 { try await recount() }
        } catch let error where !Task.isCancelled {
          logger.error("tallies", metadata: ["error": "\(error)"])
        } catch {}
        try? await Task.sleep(for: .seconds(300))
      }
    }
  }

  /// Says of which figures the tally differs from what the entries say: once a day, after that day's sums.
  private func recount() async throws {
    for found in try await administration.recount() {
      logger.error(
        "tally differs",
        metadata: [
          "indicator": "\(found.indicator)", "agency": "\(found.agency)", "month": "\(found.month)",
          "counted": "\(found.counted)", "kept": "\(found.kept)",
        ])
    }
    let broken = try await administration.brokenSums()
    if broken > 0 { logger.error("sums differ from their lines", metadata: ["cells": "\(broken)"]) }
  }
}

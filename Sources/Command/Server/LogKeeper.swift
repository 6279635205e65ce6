import Law
import Logging
import Registry
import ServiceLifecycle

/// Puts entries into the logs of their agencies while the service runs. Each night every agency signs its log, and every
/// other one signs what it saw.
struct LogKeeper: Service {
  let registry: Registry
  let ring: KeyRing
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var signedOn: Day?
      while !Task.isCancelled {
        let now = Instant.clock()
        do {
          for agency in try await registry.agenciesToSequence() { try await registry.sequence(agency) }
          if signedOn != now.day() {
            signedOn = now.day()
            try await registry.signLogs(ring, now: now)
          }
        } catch let error where !Task.isCancelled {
          logger.error("logs", metadata: ["error": "\(error)"])
        } catch {}
        try? await Task.sleep(for: .seconds(5))
      }
    }
  }
}

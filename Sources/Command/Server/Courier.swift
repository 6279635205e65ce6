import Law
import Logging
import Registry
import ServiceLifecycle
import Web

/// Delivers notices to other systems while the service runs.
struct Courier: Service {
  let registry: Registry
  let logger: Logger

  func run() async throws {
    let deliverer = Deliverer(registry, by: WebhookSender().send)
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        var tried = 0
        do { tried = try await deliverer.deliver { Instant.clock() } } catch let error where !Task.isCancelled {
          logger.error("deliveries", metadata: ["error": "\(error)"])
        } catch {}
        if tried < Deliverer.batch { try? await Task.sleep(for: .seconds(1)) }
      }
    }
  }
}

import Law
import Logging
import Registry
import ServiceLifecycle
import Web

/// While the service runs, delivers notices to other systems and packages to other instances, and compares accounts with
/// those once a day.
struct Courier: Service {
  let registry: Registry
  let site: Site
  let logger: Logger

  /// Seconds until accounts are compared again with an instance that did not answer.
  private static let patience = 600

  func run() async throws {
    await cancelWhenGracefulShutdown {
      async let notices: Void = deliver()
      async let parcels: Void = carry()
      _ = await (notices, parcels)
    }
  }

  private func deliver() async {
    let deliverer = Deliverer(registry, by: WebhookSender().send)
    while !Task.isCancelled {
      let tried = await logged("deliveries") { try await deliverer.deliver { Instant.clock() } } ?? 0
      if tried < Deliverer.batch { try? await Task.sleep(for: .seconds(1)) }
    }
  }

  private func carry() async {
    let carrier = Carrier(site, by: WebhookSender().carry)
    var nextAccounts = Instant.clock()
    while !Task.isCancelled {
      let tried = await logged("parcels") { try await carrier.carry { Instant.clock() } } ?? 0
      if Instant.clock() >= nextAccounts {
        nextAccounts = Instant.clock().adding(seconds: Self.patience)
        await logged("accounts") { try await carrier.reconcile(now: Instant.clock()) }
      }
      if tried < Carrier.batch { try? await Task.sleep(for: .seconds(2)) }
    }
  }

  @discardableResult
  private func logged<Value: Sendable>(_ what: Logger.Message, _ work: () async throws -> Value) async -> Value? {
    do { return try await work() } catch let error where !Task.isCancelled {
      logger.error(what, metadata: ["error": "\(error)"])
    } catch {}
    return nil
  }
}

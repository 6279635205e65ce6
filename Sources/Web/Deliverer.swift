import Casework
import Handoff
import Law
import Registry

/// Sends notices to other systems, again and again until they say that they have them.
///
/// What is taken and not answered for, because this process died or the other did, is due again after ten minutes, under
/// the same identity. So nothing is lost, and a receiver that looks at the identity takes nothing twice.
public struct Deliverer: Sendable {
  /// Sends one message; the status of the answer.
  public typealias Transport = @Sendable (_ url: String, _ isPrivate: Bool, WebhookMessage) async throws -> Int

  private let registry: Registry
  private let send: Transport

  /// Notices taken at once.
  public static let batch = 200
  /// Messages under way at once.
  private static let width = 16

  /// Delivers from `registry` by `send`.
  public init(_ registry: Registry, by send: @escaping Transport) { (self.registry, self.send) = (registry, send) }

  /// Sends what is due; how many messages were tried. `now` is asked anew for every message.
  public func deliver(now: @escaping @Sendable () -> Instant) async throws -> Int {
    let taken = try await registry.takeDeliveries(limit: Self.batch, now: now())
    // Side by side: a system that is slow keeps nobody else waiting.
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (webhook, deliveries) in Dictionary(grouping: taken, by: \.webhook) {
        group.addTask { try await deliver(deliveries, to: webhook, now) }
      }
      try await group.waitForAll()
    }
    return taken.count
  }

  private func deliver(
    _ deliveries: [Delivery], to webhook: Webhook, _ now: @escaping @Sendable () -> Instant
  ) async throws {
    var rest = deliveries[...]
    // One first: a system that is down is asked once, not for each notice.
    var width = 1
    while !rest.isEmpty {
      let wave = rest.prefix(width)
      rest = rest.dropFirst(width)
      let outcomes = await withTaskGroup(of: (Delivery, Outcome).self) { group in
        for delivery in wave { group.addTask { (delivery, await attempt(delivery, now())) } }
        return await group.reduce(into: []) { $0.append($1) }
      }
      let done = outcomes.filter { $0.1 == .taken }.map(\.0.notice)
      if !done.isEmpty { try await registry.delivered(done, to: webhook.id, now: now()) }
      // What is refused waits by itself; the next notice may be welcome.
      for case (let delivery, .refused(let answer)) in outcomes {
        try await registry.failed(
          [delivery.notice], to: webhook.id, saying: answer, isDown: false,
          next: now().adding(seconds: 60 * Self.pause(after: delivery.attempts)))
      }
      let down = outcomes.compactMap { delivery, outcome in
        if case .down(let answer) = outcome { (delivery, answer) } else { nil }
      }
      if let (_, answer) = down.first {
        let attempts = deliveries.map(\.attempts).max() ?? 1
        try await registry.failed(
          down.map(\.0.notice) + rest.map(\.notice), to: webhook.id, saying: answer, isDown: true,
          next: now().adding(seconds: Self.pause(after: attempts)))
        return
      }
      width = Self.width
    }
  }

  /// What became of a message.
  private enum Outcome: Equatable {
    case taken
    /// The other system answers, and does not want this one.
    case refused(String)
    /// It does not answer, or says that it cannot.
    case down(String)
  }

  private func attempt(_ delivery: Delivery, _ now: Instant) async -> Outcome {
    do {
      let status = try await send(delivery.webhook.url, delivery.webhook.isPrivate, Self.message(delivery, at: now))
      switch status {
      case 200...299: return .taken
      case 429, 500...: return .down("HTTP \(status)")
      default: return .refused("HTTP \(status)")
      }
    } catch { return .down("\(error)") }
  }

  /// Seconds until a system that did not answer is asked again: 1, 2, 4 … at most 30.
  static func pause(after attempts: Int) -> Int { min(30, 1 << min(5, attempts - 1)) }

  static func message(_ delivery: Delivery, at now: Instant) -> WebhookMessage {
    let body = JSON.object { json in
      json.field("type", delivery.kind)
      json.field("timestamp", delivery.createdAt)
      json.object("data") { json in
        json.field("number", delivery.number.wire)
        json.field("agency", delivery.agency.rawValue)
        json.field("sender", delivery.sender.rawValue)
      }
    }
    return WebhookMessage(
      id: "notice_\(delivery.notice)", seconds: now.microseconds / 1_000_000, body: Array(body.readableBytesView),
      secret: delivery.webhook.secret)
  }
}

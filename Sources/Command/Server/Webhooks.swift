import ArgumentParser
import Casework
import Foundation
import Handoff
import Law
import Registry

/// `ipcase webhook`: where the notices of an agency go, for the administrator on the server.
struct Webhooks: ServerCommand {
  static let configuration = Words.configuration("webhook", "webhook")

  @Argument(help: Words.help("cli.officer.agency")) var agency: String?
  @Argument(help: Words.help("cli.webhook.url")) var url: String?
  @Flag(help: Words.help("cli.webhook.private")) var allowPrivate = false
  @Option(help: Words.help("cli.webhook.end")) var end: Int64?
  @Option(help: Words.help("cli.serve.data")) var data: String?

  /// Sets one up and prints its secret once, ends one, or lists those in use.
  func perform() async throws {
    let surroundings = try Surroundings(directory: data)
    if let end {
      try await surroundings.withDatabase { try await Registry($0).endWebhook(end, now: Instant.clock()) }
      return StandardStream.say(Words.text("cli.webhook.ended", ["id": String(end)]))
    }
    guard let agency, let url else {
      let all = try await surroundings.withDatabase { try await Registry($0).webhooks() }
      for hook in all { print("\(hook.id)\t\(hook.agency)\t\(hook.waiting)\t\(hook.url)") }
      return
    }
    var source = SystemRandomNumberGenerator()
    let secret = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &source) }
    let (code, isPrivate) = (try AgencyCode(wire: agency), allowPrivate)
    let id = try await surroundings.withDatabase {
      try await Registry($0).addWebhook(url, for: code, secret: secret, isPrivate: isPrivate, now: Instant.clock())
    }
    StandardStream.say(Words.text("cli.webhook.added", ["id": String(id)]))
    print(WebhookMessage.text(of: secret))
  }
}

import ArgumentParser
import Casework
import Catalogue
import Documents
import Foundation
import Law
import Logging
import Metrics
import Registry
import Reports
import Schema
import ServiceLifecycle
import Web

/// `ipcase serve`: the service.
struct Serve: ServerCommand {
  static let configuration = CommandConfiguration(
    abstract: Words.text("cli.serve.abstract"), discussion: Words.text("cli.serve.discussion"))

  @Option(help: Words.help("cli.serve.port")) var port = 8080
  @Option(help: Words.help("cli.serve.host")) var host = "127.0.0.1"
  @Option(help: Words.help("cli.serve.data")) var data: String?
  @Option(help: Words.help("cli.serve.connections")) var connections = 12
  @Option(help: Words.help("cli.serve.public-url")) var publicURL: String?
  @Option(help: Words.help("cli.serve.papers")) var papers: String?
  @Option(help: Words.help("cli.serve.forms")) var forms: String?
  @Option(help: Words.help("cli.serve.log-level")) var logLevel = "notice"
  @Flag(help: Words.help("cli.serve.demo")) var demo = false

  func validate() throws {
    guard (0...65_535).contains(port), (1...50).contains(connections), Logger.Level(rawValue: logLevel) != nil else {
      throw ValidationError(Words.text("cli.serve.range"))
    }
  }

  func perform() async throws {
    let surroundings = try Surroundings(directory: data)
    let lock = surroundings.cluster == nil ? nil : try DirectoryLock(surroundings.directory)
    try Port.check(host, port)
    let level = Logger.Level(rawValue: logLevel) ?? .notice
    LoggingSystem.bootstrap { label in JSONLog(label: label, level: level) }
    let prometheus = Prometheus()
    MetricsSystem.bootstrap(prometheus)
    StandardStream.say(Words.text("cli.serve.database"))
    do {
      _ = try await surroundings.cluster?.start()
      try await serve(surroundings, prometheus)
    } catch {
      surroundings.cluster?.stop()
      throw error
    }
    surroundings.cluster?.stop()
    StandardStream.say(Words.text("cli.serve.stopped"))
    withExtendedLifetime(lock) {}
  }

  private func serve(_ surroundings: Surroundings, _ prometheus: Prometheus) async throws {
    let administration = surroundings.administration()
    if surroundings.cluster == nil {
      try await Schema.check(administration)
    } else {
      let applied = try await Schema.migrate(administration, appliedAt: Instant.clock().description)
      if !applied.isEmpty { StandardStream.say(Words.text("cli.migrate.applied", ["count": String(applied.count)])) }
      _ = try await Registry(administration).settleLaw(now: Instant.clock())
    }
    let demonstration = demo ? try await Demonstration.load(into: administration, surroundings.directory) : nil
    let secure = publicURL?.hasPrefix("https://") ?? false
    let registry = Registry(surroundings.service(connections: connections))
    let ring = try KeyRing(surroundings.directory.appending(path: "keys"))
    let site = try await Site(
      registry: registry, catalogue: Catalogue.load(),
      prometheus: prometheus,
      desk: PaperDesk(
        shelf: PaperShelf(overriddenIn: papers.map { URL(filePath: $0) }), press: PaperPress(),
        store: ContentStore(surroundings.directory.appending(path: "store")),
        ring: ring, address: publicURL),
      reports: ReportShelf(overriddenIn: forms.map { URL(filePath: $0) }),
      options: .init(isSecure: secure, isDemo: demo), now: { Instant.clock() })
    let application = site.application(host: host, port: port, logger: Logger(label: "ipcase")) { port in
      announce(publicURL ?? "http://\(host):\(port)", demonstration)
    }
    let group = ServiceGroup(
      configuration: .init(
        services: [
          application, SessionListener(site: site), ClusterKeeper(cluster: surroundings.cluster),
          Courier(registry: registry, site: site, logger: Logger(label: "ipcase")),
          TallyKeeper(
            registry: registry, administration: Registry(administration), logger: Logger(label: "ipcase")),
          LogKeeper(registry: registry, ring: ring, logger: Logger(label: "ipcase")),
        ],
        gracefulShutdownSignals: [.sigint, .sigterm],
        logger: Logger(label: "ipcase")))
    try await group.run()
  }

  @Sendable private func announce(_ address: String, _ demonstration: Demonstration?) {
    StandardStream.say(Words.text("cli.serve.running", ["address": address]))
    if let demonstration { StandardStream.say(demonstration.announcement(address)) }
  }
}

/// Hears of sessions that end early while the service runs.
private struct SessionListener: Service {
  let site: Site

  func run() async throws {
    await cancelWhenGracefulShutdown { await site.listen() }
  }
}

/// Starts the private database again if it was killed under the service.
private struct ClusterKeeper: Service {
  let cluster: Cluster?

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(2))
        if let cluster, !Task.isCancelled, !cluster.isRunning { _ = try? await cluster.start() }
      }
    }
  }
}

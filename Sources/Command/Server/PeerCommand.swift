import ArgumentParser
import Casework
import Foundation
import Law
import Registry

/// `ipcase peer`: the instances where other agencies work, for the administrator on the server.
struct PeerCommand: ServerCommand {
  static let configuration = Words.configuration("peer", "peer")

  @Argument(help: Words.help("cli.officer.agency")) var agency: String?
  @Argument(help: Words.help("cli.peer.url")) var url: String?
  @Flag(help: Words.help("cli.webhook.private")) var allowPrivate = false
  @Option(help: Words.help("cli.peer.end")) var end: Int64?
  @Option(help: Words.help("cli.serve.data")) var data: String?

  /// Sets one up, ends one, or lists those in use: key, agency, packages that wait, address.
  func perform() async throws {
    let surroundings = try Surroundings(directory: data)
    if let end {
      try await surroundings.withDatabase { try await Registry($0).endPeer(end, now: Instant.clock()) }
      return StandardStream.say(Words.text("cli.peer.ended", ["id": String(end)]))
    }
    guard let agency, let url else {
      let all = try await surroundings.withDatabase { try await Registry($0).peers() }
      for (peer, waiting) in all { print("\(peer.id)\t\(peer.agency)\t\(waiting)\t\(peer.url)") }
      return
    }
    let (code, isPrivate) = (try AgencyCode(wire: agency), allowPrivate)
    let id = try await surroundings.withDatabase {
      try await Registry($0).addPeer(url, of: code, isPrivate: isPrivate, now: Instant.clock())
    }
    StandardStream.say(Words.text("cli.peer.added", ["id": String(id)]))
  }
}

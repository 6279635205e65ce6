import ArgumentParser
import Casework
import Foundation
import Law
import Registry

/// `ipcase key`: the keys that sign for agencies, for the administrator on the server.
struct Keys: ServerCommand {
  static let configuration = Words.configuration("key", "key")

  @Argument(help: Words.help("cli.officer.agency")) var agency: String
  @Option(help: Words.help("cli.key.trust")) var trust: String?
  @Option(help: Words.help("cli.key.distrust")) var distrust: String?
  @Option(help: Words.help("cli.serve.data")) var data: String?

  /// Records a key of an agency on another instance, records that one is no longer to be trusted, or prints the public key with which this one signs for it.
  func perform() async throws {
    let code = try AgencyCode(wire: agency)
    let surroundings = try Surroundings(directory: data)
    if let trust {
      let key = try PublicKeyFile(path: trust).key()
      try await surroundings.withDatabase { try await Registry($0).trust(key, of: code, now: Instant.clock()) }
      StandardStream.say(Words.text("cli.key.trusted", ["agency": agency]))
    } else if let distrust {
      let key = try PublicKeyFile(path: distrust).key()
      try await surroundings.withDatabase { try await Registry($0).distrust(key, of: code, now: Instant.clock()) }
      StandardStream.say(Words.text("cli.key.distrusted", ["agency": agency]))
    } else {
      let key = try KeyRing(surroundings.directory.appending(path: "keys")).key(of: code).verifying
      try await surroundings.withDatabase { try await Registry($0).trust(key, of: code, now: Instant.clock()) }
      try StandardStream.output.write(Array(key.pem.utf8))
    }
  }
}

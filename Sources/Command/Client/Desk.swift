import Catalogue
import Foundation
import Law

/// Where an officer's command works: the server, the place for results, and today.
struct Desk: Sendable {
  /// The server.
  let client: ServerClient
  /// Where results go.
  let output: Output
  /// The day in Asia/Shanghai on which the command was given.
  let today: Day

  /// The names of agencies by code for people to read; none where no person reads.
  func agencyNames() async throws -> AgencyNames {
    guard output.format == .table else { return AgencyNames(names: [:]) }
    let answer: AgenciesAnswer = try await client.ask(.get(["agencies"])).read()
    return AgencyNames(answer, in: client.language)
  }

  /// Has something done once, and says so if it had been done before.
  func write(_ path: [String], _ request: some Encodable, _ options: WriteOptions) async throws -> Answer {
    let answer = try await client.ask(.post(path, request, once: options.key()))
    if answer.isReplay { output.say(Words.text("cli.write.replayed")) }
    return answer
  }

  /// Says in a sentence what was done; where JSON is asked for, what the server answered comes first.
  func report(_ answer: Answer, _ sentence: String) throws {
    if output.format == .json { try output.json(answer.bytes) }
    output.say(sentence)
  }
}

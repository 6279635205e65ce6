import Casework
import Foundation
import Hummingbird
import Law
import Registry

/// `/api/cases/{number}/clocks`
struct Clocks {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("{number}/clocks", use: index)
  }

  @Sendable func index(_ request: Request, _ context: Context) async throws -> Response {
    let book = try await site.registry.lawBook()
    let clocks = try await site.registry.clocks(of: context.caseNumber(), for: context.officer())
    return try .json(encoding: ["clocks": clocks.map { ClockAnswer($0, from: book, at: context.now) }])
  }
}

extension Response {
  /// An answer in JSON that nobody waits for in a loop: written by the encoder.
  static func json(encoding value: some Encodable) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return .json(ByteBuffer(bytes: try encoder.encode(value)))
  }
}

import Foundation

/// What is asked of the server: a method on a path, with parameters and perhaps a body.
struct Call: Sendable {
  /// The method of HTTP.
  let method: String
  /// The parts of the path below `/api`.
  let path: [String]
  /// The parameters; those without a value are left out.
  var query: [(name: String, value: String?)] = []
  /// The body.
  var body: Data?
  /// What the body is.
  var contentType = "application/json"
  /// What makes a write happen once.
  var idempotencyKey: String?
  /// Seconds without a byte after which the server counts as gone.
  var patience: TimeInterval = 60

  /// Reads something.
  static func get(_ path: [String], _ query: [(name: String, value: String?)] = []) -> Call {
    Call(method: "GET", path: path, query: query)
  }

  /// Asks for something to be done. The same request always makes the same bytes, or its key would not be honoured.
  static func post(_ path: [String], _ request: some Encodable, once key: String?) throws -> Call {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Call(method: "POST", path: path, body: try encoder.encode(request), idempotencyKey: key)
  }
}

/// What the server answered.
struct Answer: Sendable {
  /// The body, byte by byte.
  let bytes: Data
  /// Whether the server had done this before.
  let isReplay: Bool

  /// The body as a value.
  ///
  /// - Throws: `cli.fault.answer`.
  func read<T: Decodable>(_ type: T.Type = T.self) throws(ClientFault) -> T {
    do { return try JSONDecoder().decode(type, from: bytes) } catch {
      throw ClientFault(.internalFault, "answer", ["reason": "\(type)"])
    }
  }
}

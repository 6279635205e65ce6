import Casework
import Foundation
import HTTPTypes
import Hummingbird
import Registry

/// A request's body: JSON or a form, decoded into the same request type.
struct Body {
  /// The bytes as sent.
  let bytes: [UInt8]
  /// A form's fields; `nil` for JSON.
  let form: Form?

  /// Bytes that a body may have at most, but for imports.
  static let limit = 1 << 20

  /// Reads a body.
  ///
  /// - Throws: `body.too-large`, `body.utf8`, `body.media-type`, `body.malformed`.
  init(_ request: Request) async throws {
    let buffer = try await request.body.collect(upTo: Self.limit)
    bytes = Array(buffer.readableBytesView)
    guard String(validating: bytes, as: UTF8.self) != nil else { throw Refusal(.malformed, "body.utf8") }
    let type = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased().trimmingBlanks }
    switch type {
    case "application/json": form = nil
    case "application/x-www-form-urlencoded": form = try Form(bytes)
    default: throw Refusal(.malformed, "body.media-type", field: "Content-Type")
    }
  }

  /// A form that came with a file, which is elsewhere.
  init(form: Form) { (bytes, self.form) = ([], form) }

  /// What is asked for.
  ///
  /// - Throws: `body.malformed`, `body.field`, and what the type's own values are refused for; each names the field.
  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    do {
      return try JSONDecoder().decode(type, from: form.map { $0.json } ?? Data(bytes))
    } catch {
      throw Refusal(unreadable: error)
    }
  }
}

extension Request {
  /// What makes a write happen once: the `Idempotency-Key` header, or the hidden field of a form.
  ///
  /// - Throws: `idempotency.missing`, `idempotency.key`.
  func once(_ body: Body) throws(Refusal) -> IdempotencyKey {
    guard let key = body.form?["idempotencyKey"] ?? headers[.idempotencyKey] else {
      throw Refusal(.malformed, "idempotency.missing", field: "Idempotency-Key")
    }
    return try IdempotencyKey(key, request: Array("\(method.rawValue) \(uri.path)\n".utf8) + body.bytes)
  }
}

extension HTTPField.Name {
  static let idempotencyKey = Self("Idempotency-Key")!
  static let idempotencyReplayed = Self("Idempotency-Replayed")!
}

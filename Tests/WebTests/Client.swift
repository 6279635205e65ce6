import Casework
import Catalogue
import Documents
import Foundation
import HTTPTypes
import Hummingbird
import Law
import Logging
import NIOEmbedded
import Postgres
import Registry
import Reports
import Secrets
import TestSupport

@testable import Web

/// Sends requests straight to the service's routes, without a socket.
struct Client {
  let site: Site
  private let responder: RouterResponder<Context>
  /// What is sent along with each request: a bearer token, or a browser's cookie.
  var token: Token?
  var cookie: Token?
  var language = "zh-CN"

  /// An answer, its body read.
  struct Answer {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    /// The body as text.
    var body: String { String(decoding: bytes, as: UTF8.self) }

    /// The body as a JSON object; empty if it is none.
    var object: [String: Any] {
      (try? JSONSerialization.jsonObject(with: Data(body.utf8))) as? [String: Any] ?? [:]
    }

    /// A field of the body that is a text.
    subscript(name: String) -> String? { object[name] as? String }
  }

  /// One for all tests: what is stored is named by what it holds.
  private static let store = URL.temporaryDirectory.appending(path: "ipcase-test-store-\(UUID().uuidString)")

  /// The service on the running test's database, its clock standing at `now`.
  init(now: Instant = Given.now) async throws { try await self.init(in: Self.store) { now } }

  /// The same with files of its own, and a clock that goes.
  init(in store: URL, clock: @escaping @Sendable () -> Instant) async throws {
    site = try await Site(
      registry: Registry(TestDatabase.service), catalogue: Catalogue.load(), prometheus: Prometheus(),
      desk: PaperDesk(
        shelf: PaperShelf(), press: PaperPress(),
        store: ContentStore(store),
        ring: KeyRing(store.appending(path: "keys")), address: nil),
      reports: ReportShelf(), options: .init(isSecure: false, isDemo: false), now: clock)
    responder = site.router().buildResponder()
  }

  /// The same for an officer signed in with a bearer token.
  func signedIn(_ officer: Officer) async throws -> Client {
    var client = self
    client.token = try await Self.session(officer, "token")
    return client
  }

  /// The same for an officer signed in with a browser.
  func browsing(_ officer: Officer) async throws -> Client {
    var client = self
    client.cookie = try await Self.session(officer, "page")
    return client
  }

  /// What proves that a form came from a page of this client's session.
  var csrf: String { cookie?.derived(for: "csrf")?.text ?? "" }

  func get(_ path: String) async throws -> Answer { try await send(.get, path, nil, nil, [:]) }

  func post(_ path: String, json: String, key: String? = UUID().uuidString) async throws -> Answer {
    var headers: HTTPFields = [:]
    if let key { headers[.idempotencyKey] = key }
    return try await send(.post, path, "application/json", Array(json.utf8), headers)
  }

  /// Sends a form with the fields a page would send along.
  func post(_ path: String, form: [String: String]) async throws -> Answer {
    var pairs = form.map { "\($0.key.percentEncoded)=\($0.value.percentEncoded)" }
    if !form.keys.contains("csrf") { pairs.append("csrf=\(csrf)") }
    if !form.keys.contains("idempotencyKey") { pairs.append("idempotencyKey=\(UUID().uuidString)") }
    return try await send(
      .post, path, "application/x-www-form-urlencoded", Array(pairs.joined(separator: "&").utf8), [:])
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, _ type: String?, _ body: [UInt8]?, _ more: HTTPFields
  ) async throws -> Answer {
    var headers = more
    headers[.contentType] = type
    headers[.acceptLanguage] = language
    if let token { headers[.authorization] = "Bearer \(token.text)" }
    if let cookie { headers[.cookie] = "ipcase=\(cookie.text)" }
    let head = HTTPRequest(method: method, scheme: "http", authority: "127.0.0.1", path: path, headerFields: headers)
    let request = Request(head: head, body: .init(buffer: ByteBuffer(bytes: body ?? [])))
    let context = Context(source: .init(channel: EmbeddedChannel(), logger: Self.logger()))
    let response = try await responder.respond(to: request, context: context)
    let collected = Collected()
    try await response.body.write(Writer(collected: collected))
    return Answer(
      status: Int(response.status.code), headers: response.headers, bytes: await Array(collected.bytes))
  }

  private static func session(_ officer: Officer, _ kind: String) async throws -> Token {
    let token = Token.random()
    let digest = Bytes(token.digest ?? [])
    try await TestDatabase.owner.transaction { db in
      try db.execute(
        """
        insert into session (digest, officer, kind, created_at, expires_at)
        values (\(digest), \(officer.id), \(kind), '2026-11-01Z', '2027-01-01Z')
        """)
    }
    return token
  }

  /// Logs nothing short of a catastrophe, and names the request as the server does.
  private static func logger() -> Logger {
    var logger = Logger(label: "test") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .critical
    logger[metadataKey: "hb.request.id"] = "test"
    return logger
  }

  private actor Collected {
    var bytes: [UInt8] = []
    func add(_ more: [UInt8]) { bytes += more }
  }

  private struct Writer: ResponseBodyWriter {
    let collected: Collected
    mutating func write(_ buffer: ByteBuffer) async throws { await collected.add(Array(buffer.readableBytesView)) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
  }
}

import Casework
import Hummingbird
import Registry
import Secrets

/// Finds out who asks: by bearer token under `/api`, by cookie elsewhere. Nobody passes but to the paths that are open
/// to all.
struct Authentication: RouterMiddleware {
  let site: Site

  /// Routes that need nobody to be signed in.
  private static let open: Set<String> = [
    "/health", "/ready", "/metrics", "/sign-in", "/language", "/api/sessions", "/api/openapi.json",
    "/static/{file}", "/verify/{code}", "/calendars/{token}", "/api/peer/packages",
    "/api/peer/receipts", "/api/peer/statements", "NotFound",
  ]

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var context = context
    // The router passes over an empty part, and what is under /api must not be decided by another reading of the path.
    if request.uri.path.contains("//") { throw Refusal(.notFound, "path.unknown") }
    let isAPI = request.uri.path.hasPrefix("/api")
    if let token = isAPI ? bearer(request) : request.cookies[site.cookieName].flatMap({ Token($0.value) }),
      let session = try await site.sessions.session(token, now: context.now),
      session.kind == (isAPI ? .token : .page)
    {
      context.signedIn = .init(session: session, token: token)
    }
    let isOpen = Self.open.contains(context.endpointPath ?? "NotFound")
    guard context.signedIn != nil || isOpen else {
      if isAPI || request.method != .get { throw Refusal(.unauthenticated, "session.missing") }
      return site.toSignIn(request)
    }
    if !isAPI, request.method == .post { try refuseForeign(request) }
    return try await next(request, context)
  }

  private func bearer(_ request: Request) -> Token? {
    guard let field = request.headers[.authorization] else { return nil }
    let parts = field.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return Token(String(parts[1]))
  }

  /// A form sent from another site is refused before it is read.
  private func refuseForeign(_ request: Request) throws(Refusal) {
    guard let origin = request.headers[.origin], let host = request.head.authority else { return }
    guard origin == "http://\(host)" || origin == "https://\(host)" else {
      throw Refusal(.forbidden, "session.csrf")
    }
  }
}

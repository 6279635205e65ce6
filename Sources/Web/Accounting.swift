import HTTPTypes
import Hummingbird
import Law
import Metrics

/// Begins and ends every request: reads the clock and the language, names the request in logs and answer, counts and
/// times it. The log has the route's pattern, never the address, which may hold a name searched for.
struct Accounting: RouterMiddleware {
  let site: Site

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.now = site.now()
    context.language = site.language(of: request)
    let start = ContinuousClock.now
    var response = try await next(request, context)
    let elapsed = ContinuousClock.now - start
    let nanoseconds = elapsed.components.seconds * 1_000_000_000 + elapsed.components.attoseconds / 1_000_000_000
    let route = context.endpointPath ?? "NotFound"
    let dimensions = [
      ("method", request.method.rawValue), ("route", route), ("status", String(response.status.code)),
    ]
    Counter(label: "http_requests_total", dimensions: dimensions).increment()
    Timer(label: "http_request_duration_seconds", dimensions: [("route", route)]).recordNanoseconds(nanoseconds)
    response.headers[.requestID] = context.id
    context.logger.info(
      "request",
      metadata: [
        "method": "\(request.method.rawValue)", "route": "\(route)", "status": "\(response.status.code)",
        "milliseconds": "\(nanoseconds / 1_000_000)",
      ])
    return response
  }
}

/// What every answer says of itself to the browser: nothing from elsewhere, no framing, no guessing, no caching.
struct SecurityHeaders: RouterMiddleware {
  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    response.headers[.contentSecurityPolicy] =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[.referrerPolicy] = "same-origin"
    response.headers[.crossOriginOpenerPolicy] = "same-origin"
    response.headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=()"
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    return response
  }
}

extension HTTPField.Name {
  static let requestID = Self("X-Request-Id")!
  static let referrerPolicy = Self("Referrer-Policy")!
  static let crossOriginOpenerPolicy = Self("Cross-Origin-Opener-Policy")!
  static let permissionsPolicy = Self("Permissions-Policy")!
}

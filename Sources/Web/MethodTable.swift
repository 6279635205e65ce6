import Hummingbird

/// Which methods each path knows, so that a wrong one is answered by 405 and what would be right, not by 404.
struct MethodTable: Sendable {
  private let routes: [(pattern: [Substring], method: HTTPRequest.Method)]

  init(_ router: Router<Context>) {
    routes = router.routes.map { ("\($0.path)".split(separator: "/").map { Substring($0) }, $0.method) }
  }

  /// Knows no path.
  init() { routes = [] }

  /// Every route as OpenAPI names it: `GET /api/cases/{number}`.
  var names: [String] {
    routes.map { "\($0.method.rawValue) /\($0.pattern.joined(separator: "/"))" }.sorted()
  }

  /// The error, unless it is a 404 for a path that another method knows.
  func refusal(for request: Request, _ error: any Error) -> any Error {
    guard let http = error as? HTTPError, http.status == .notFound else { return error }
    let path = request.uri.path.split(separator: "/").map { Substring($0) }
    let known = routes.filter { Self.matches($0.pattern, path) }.map(\.method.rawValue)
    if known.isEmpty || known.contains(request.method.rawValue) { return error }
    return MethodNotAllowed(allow: Set(known).sorted().joined(separator: ", "))
  }

  private static func matches(_ pattern: [Substring], _ path: [Substring]) -> Bool {
    pattern.count == path.count && zip(pattern, path).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
  }
}

/// The path exists, but not for this method.
struct MethodNotAllowed: Error {
  /// The methods it knows.
  let allow: String
}

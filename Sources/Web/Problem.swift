import Casework
import Catalogue
import Hummingbird
import Postgres
import Secrets

/// A refusal as HTTP tells it (RFC 9457): `application/problem+json` for programs, a page for people.
struct Problem {
  let status: HTTPResponse.Status
  let code: String
  let sentence: String
  let field: String?
  let citation: String?
  let retryAfter: Int?
  /// The case file that the refusal speaks of, to go back to.
  let caseNumber: String?

  /// What an error means to the caller; `nil` for one that is our fault.
  static func of(_ error: any Error) -> (refusal: Refusal, status: HTTPResponse.Status)? {
    switch error {
    case let refusal as Refusal: (refusal, refusal.kind.status)
    case is MethodNotAllowed: (Refusal(.malformed, "method.not-allowed"), .methodNotAllowed)
    case let http as any HTTPResponseError where http.status == .contentTooLarge:
      (Refusal(.malformed, "body.too-large", ["limit": .text("1 MB")]), .contentTooLarge)
    case let http as HTTPError where http.status == .notFound: (Refusal(.notFound, "path.unknown"), .notFound)
    case PostgresError.nulInParameter: (Refusal(.malformed, "text.control"), .badRequest)
    case PostgresError.busy: (Refusal(.throttled, "busy"), .serviceUnavailable)
    case PostgresError.unavailable, PostgresError.cancelled:
      (Refusal(.throttled, "unavailable"), .serviceUnavailable)
    case is PasswordHashing.Busy: (Refusal(.throttled, "sign-in.busy"), .serviceUnavailable)
    default: nil
    }
  }

  /// Puts an error into words.
  init(_ error: any Error, in language: Language, of site: Site) {
    let known = Self.of(error)
    let refusal = known?.refusal ?? Refusal(.malformed, "internal")
    status = known?.status ?? .internalServerError
    code = refusal.code
    field = refusal.field
    citation = refusal.citation?.key
    if case .text(let number)? = refusal.arguments["case"], status != .notFound {
      caseNumber = number
    } else {
      caseNumber = nil
    }
    sentence = site.catalogue.sentence(refusal, in: language) { site.directory.name(of: $0, in: language) }
    let isPassing = status == .serviceUnavailable || status == .tooManyRequests
    if case .text(let seconds)? = refusal.arguments["seconds"] {
      retryAfter = Int(seconds)
    } else {
      retryAfter = isPassing ? 2 : nil
    }
  }

  /// The answer to a program.
  var response: Response {
    let body = JSON.object { json in
      json.field("type", code)
      json.field("title", sentence)
      json.field("status", status.code)
      if let field { json.field("field", field) }
      if let citation { json.field("citation", citation) }
    }
    var headers: HTTPFields = [.contentType: "application/problem+json"]
    if let retryAfter { headers[.retryAfter] = String(retryAfter) }
    if status == .unauthorized { headers[.wwwAuthenticate] = "Bearer" }
    return Response(status: status, headers: headers, body: .init(byteBuffer: body))
  }
}

extension Refusal.Kind {
  /// The HTTP status of a refusal.
  var status: HTTPResponse.Status {
    switch self {
    case .malformed: .badRequest
    case .invalid: .unprocessableContent
    case .notFound: .notFound
    case .notAllowed: .conflict
    case .stale: .preconditionFailed
    case .forbidden: .forbidden
    case .unauthenticated: .unauthorized
    case .throttled: .tooManyRequests
    }
  }
}

/// Turns every error into an answer in the reader's language, and logs what is our fault.
struct ProblemMiddleware: RouterMiddleware {
  let site: Site

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do { return try await next(request, context) } catch {
      let error = site.methods.refusal(for: request, error)
      if Problem.of(error) == nil {
        context.logger.error("internal", metadata: ["error": "\(error)", "path": "\(context.endpointPath ?? "")"])
      }
      let problem = Problem(error, in: context.language, of: site)
      var response =
        request.uri.path.hasPrefix("/api") || !site.isPage(request)
        ? problem.response : site.problemPage(problem, request, context)
      if let allow = (error as? MethodNotAllowed)?.allow { response.headers[.allow] = allow }
      return response
    }
  }
}

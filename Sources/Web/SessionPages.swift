import Casework
import Catalogue
import Hummingbird
import Registry

/// `/sign-in`, `/sign-out` and `/language`
struct SessionPages {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.get("sign-in", use: new).post("sign-in", use: create).post("sign-out", use: delete)
    routes.post("language", use: language)
  }

  @Sendable func new(_ request: Request, _ context: Context) throws -> Response {
    let query = try Query(request, names: ["next"])
    return page(request, context, next: query["next"], login: "", problem: nil, status: .ok)
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let form = try await Body(request).form
    let login = (form?["login"] ?? "").trimmingBlanks
    do {
      let (token, session) = try await site.registry.signIn(
        login: login, password: form?["password"] ?? "", kind: .page, hashing: site.hashing, now: context.now)
      var response = Response.redirect(to: Self.own(form?["next"]), type: .normal)
      let lifetime = (session.expiresAt.microseconds - context.now.microseconds) / 1_000_000
      response.setCookie(
        Cookie(
          name: site.cookieName, value: token.text, maxAge: Int(lifetime), path: "/", secure: site.options.isSecure,
          httpOnly: true, sameSite: .lax))
      return response
    } catch {
      guard let problem = Problem.of(error) else { throw error }
      let sentence = Wording(site, context).sentence(problem.refusal)
      return page(
        request, context, next: form?["next"], login: login, problem: sentence, status: problem.status)
    }
  }

  @Sendable func delete(_ request: Request, _ context: Context) async throws -> Response {
    try site.requireOwnForm(try await Body(request).form, context)
    if let signedIn = context.signedIn { try await site.registry.signOut(signedIn.token, now: context.now) }
    var response = Response.redirect(to: "/sign-in", type: .normal)
    response.setCookie(
      Cookie(
        name: site.cookieName, value: "", maxAge: 0, path: "/", secure: site.options.isSecure, httpOnly: true,
        sameSite: .lax))
    return response
  }

  @Sendable func language(_ request: Request, _ context: Context) async throws -> Response {
    let form = try await Body(request).form
    guard let language = form?["language"].flatMap(Language.init(rawValue:)) else {
      throw Refusal(.malformed, "query.parameter", field: "language", ["name": .text("language")])
    }
    var response = Response.redirect(to: Self.own(form?["return"]), type: .normal)
    response.setCookie(
      Cookie(
        name: "language", value: language.rawValue, maxAge: 365 * 86_400, path: "/", secure: site.options.isSecure,
        httpOnly: true, sameSite: .lax))
    return response
  }

  private func page(
    _ request: Request, _ context: Context, next: String?, login: String, problem: String?,
    status: HTTPResponse.Status
  ) -> Response {
    let frame = site.frame(Wording(site, context)("pages.sign-in.title"), request, context)
    return site.answer(
      SignInPage(frame: frame, next: next.map(Self.own), login: login, problem: problem), context, status: status)
  }

  /// The path if it is one of this site; the start otherwise.
  private static func own(_ path: String?) -> String {
    guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), !path.hasPrefix("/\\"),
      path.utf8.allSatisfy({ (33...126).contains($0) && $0 != UInt8(ascii: "\\") })
    else { return "/" }
    return path
  }
}

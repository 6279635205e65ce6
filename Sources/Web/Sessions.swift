import Casework
import Hummingbird
import Registry

/// `/api/sessions`: signing in and out with a bearer token.
struct Sessions {
  let site: Site

  func add(to routes: RouterGroup<Context>) {
    routes.post(use: create).delete("current", use: delete)
  }

  /// What it takes to sign in.
  struct SignInRequest: Decodable {
    let login: String
    let password: String
  }

  @Sendable func create(_ request: Request, _ context: Context) async throws -> Response {
    let asked = try await Body(request).decode(SignInRequest.self)
    let (token, session) = try await site.registry.signIn(
      login: asked.login, password: asked.password, kind: .token, hashing: site.hashing, now: context.now)
    let body = JSON.object { json in
      json.field("token", token.text)
      json.field("expiresAt", session.expiresAt)
      json.object("officer") { $0.fields(of: session.officer) }
    }
    return .json(body, status: .created)
  }

  @Sendable func delete(_ request: Request, _ context: Context) async throws -> Response {
    guard let signedIn = context.signedIn else { throw Refusal(.unauthenticated, "session.missing") }
    try await site.registry.signOut(signedIn.token, now: context.now)
    return Response(status: .noContent)
  }
}

extension JSON {
  mutating func fields(of officer: Officer) {
    field("login", officer.login)
    field("name", officer.name)
    field("agency", officer.agency.rawValue)
    list("roles", officer.roles.sorted()) { json, role in json.element(role.rawValue) }
  }
}

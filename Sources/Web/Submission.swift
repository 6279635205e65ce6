import Casework
import Hummingbird

extension Site {
  /// Takes a form that a browser sent: `act` does what it asks and answers the path to go on to.
  ///
  /// Where `returns` says that the officer can mend what it is refused for, `again` shows the form as it was filled in.
  ///
  /// - Throws: `session.missing`, `session.csrf`, what `Body` throws, and every other refusal of `act`.
  func take(
    _ request: Request, _ context: Context, returning returns: (Refusal) -> Bool = \.returnsForm,
    act: (Body) async throws -> String, again: (Draft, HTTPResponse.Status) async throws -> Response
  ) async throws -> Response {
    let body = try await Body(request)
    try requireOwnForm(body.form, context)
    do {
      return .redirect(to: try await act(body), type: .normal)
    } catch let refusal as Refusal where returns(refusal) {
      return try await again(Draft(body.form, refusal), refusal.kind.status)
    }
  }
}

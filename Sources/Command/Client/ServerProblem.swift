import Foundation

/// Why the server did not do as asked.
///
/// Standard: RFC 9457.
struct ServerProblem: Error, Sendable, Equatable, Decodable {
  /// Stable, dotted: `referral.open`.
  let type: String
  /// One sentence for people, in their language.
  let title: String
  /// The status of HTTP.
  let status: Int
  /// The field to blame.
  let field: String?
  /// The article that forbids it, as a key.
  let citation: String?

  /// Reads the body of an answer; one that is no problem gets the plain status for its sentence.
  init(status: Int, body: Data) {
    if let problem = try? JSONDecoder().decode(ServerProblem.self, from: body) {
      self = problem
    } else {
      (type, self.status, field, citation) = ("http.\(status)", status, nil, nil)
      title = Words.text("cli.fault.status", ["status": String(status)])
    }
  }

  /// What the terminal shows: the field, the sentence, the code, and how to sign in where that is what is missing.
  var sentence: String {
    let located = Words.located(title, code: type, field: field)
    return status == 401 && type.hasPrefix("session.") ? "\(located) \(Words.text("cli.login.hint"))" : located
  }
}

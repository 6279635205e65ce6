/// The form to sign in with: `GET /sign-in`; sent to `POST /sign-in` as `login`, `password` and `next`.
struct SignInPage: Page {
  static let template = "sessions/new"

  let frame: Frame
  /// Where to go afterwards: a path of this site; `nil` for the officer's work.
  let next: String?
  /// The name typed before, kept when signing in failed. The password never is.
  let login: String
  /// Why signing in failed, without telling which of the two was wrong.
  let problem: String?
}

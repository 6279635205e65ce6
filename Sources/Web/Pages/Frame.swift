import Casework
import Catalogue
import HTTPTypes
import Hummingbird
import Secrets

/// What surrounds every page: who is signed in, where one can go, and the other language.
struct Frame: Sendable {
  /// A link of the navigation.
  struct Link: Sendable {
    let href: String
    let label: String
    let current: Bool
  }

  let lang: String
  let title: String
  let signedIn: Bool
  let officer: String
  let agency: String
  /// Proves that a form came from a page of this session.
  let csrf: String
  /// The page's own address, to come back to.
  let path: String
  let demo: Bool
  let nav: [Link]
  let otherLang: String
  let otherLangLabel: String
}

extension Site {
  /// The frame of the page titled `title`.
  func frame(_ title: String, _ request: Request, _ context: Context) -> Frame {
    let language = context.language
    let other: Language = language == .chinese ? .english : .chinese
    let officer = context.signedIn?.session.officer
    let links = [
      ("/", "work"), ("/cases", "cases"), ("/referrals", "referrals"), ("/handoffs", "handoffs"),
      ("/screening", "screening"),
      ("/inspections", "inspections"), ("/credit", "credit"), ("/plan", "plan"), ("/reports", "reports"),
    ]
    return Frame(
      lang: language.rawValue, title: title, signedIn: officer != nil, officer: officer?.name ?? "",
      agency: officer.map { directory.name(of: $0.agency, in: language) } ?? "", csrf: csrf(context),
      path: request.method == .get ? request.uri.description : "/", demo: options.isDemo,
      nav: links.map { href, key in
        let current = href == "/" ? request.uri.path == "/" : request.uri.path.hasPrefix(href)
        return Frame.Link(href: href, label: catalogue.text("pages.nav.\(key)", in: language), current: current)
      },
      otherLang: other.rawValue, otherLangLabel: other == .english ? "English" : "中文")
  }

  private func csrf(_ context: Context) -> String {
    context.signedIn?.token.derived(for: "csrf")?.text ?? ""
  }

  /// Checks that a form came from a page of this session.
  ///
  /// - Throws: `session.missing`, `session.csrf`.
  func requireOwnForm(_ form: Form?, _ context: Context) throws(Refusal) {
    guard let token = context.signedIn?.token.derived(for: "csrf") else {
      throw Refusal(.unauthenticated, "session.missing")
    }
    let given = Array((form?["csrf"] ?? "").utf8)
    guard Digest.same(given, Array(token.text.utf8)) else { throw Refusal(.forbidden, "session.csrf") }
  }

  /// A page as an answer.
  func answer(_ page: some Page, _ context: Context, status: HTTPResponse.Status = .ok) -> Response {
    let html = templates.html(page, in: context.language)
    return Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8", .contentLanguage: context.language.rawValue],
      body: .init(byteBuffer: ByteBuffer(string: html)))
  }

  /// Whether the address is one of people's.
  func isPage(_ request: Request) -> Bool {
    let path = request.uri.path
    return !["/health", "/ready", "/metrics"].contains(path) && !path.hasPrefix("/static/")
  }

  /// To the sign-in form, and back here afterwards.
  func toSignIn(_ request: Request) -> Response {
    let here = request.uri.description
    return .redirect(to: here == "/" ? "/sign-in" : "/sign-in?next=\(here.percentEncoded)", type: .normal)
  }

  /// Why a request was not granted, as a page.
  func problemPage(_ problem: Problem, _ request: Request, _ context: Context) -> Response {
    let text = { (key: String) in catalogue.text("pages.problem.\(key)", in: context.language) }
    let status = String(problem.status.code)
    let heading = catalogue.has("pages.problem.heading.s\(status)") ? text("heading.s\(status)") : text("heading.other")
    let page = ProblemPage(
      frame: frame(heading, request, context), status: problem.status.code, heading: heading,
      sentence: problem.sentence, citation: nil,
      advice: catalogue.has("pages.problem.advice.s\(status)") ? text("advice.s\(status)") : nil, code: problem.code,
      backHref: problem.status == .unauthorized
        ? "/sign-in" : problem.caseNumber.map { "/cases/\($0.percentEncoded)" } ?? "/",
      backLabel: text(
        problem.status == .unauthorized ? "sign-in" : problem.caseNumber == nil ? "back" : "back-case"))
    return answer(page, context, status: problem.status)
  }
}

extension String {
  /// The text as a value in an address: all but unreserved characters as %XX.
  var percentEncoded: String {
    let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in utf8 {
      if unreserved.contains(byte) {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}

extension HTTPField.Name {
  static let contentLanguage = Self("Content-Language")!
}

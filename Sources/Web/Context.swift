import Casework
import Catalogue
import Hummingbird
import Law
import Registry
import Secrets

/// What belongs to one request: who asks, in which language, and when it came in.
struct Context: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// When the request came in; the clock is read once.
  var now = Instant(microseconds: 0)
  /// The reader's language.
  var language = Language.chinese
  /// Who is signed in.
  var signedIn: SignedIn?

  init(source: Source) { coreContext = .init(source: source) }

  /// A session in use, and the secret that proved it.
  struct SignedIn: Sendable {
    let session: Session
    let token: Token
  }

  /// Who asks.
  ///
  /// - Throws: `session.missing`.
  func officer() throws(Refusal) -> Officer {
    guard let signedIn else { throw Refusal(.unauthenticated, "session.missing") }
    return signedIn.session.officer
  }

  /// A part of the path.
  ///
  /// - Throws: `path.unknown`.
  func part(_ name: String) throws(Refusal) -> String {
    guard let text = parameters.get(name), let plain = text.removingURLPercentEncoding() else {
      throw Refusal(.notFound, "path.unknown")
    }
    return plain
  }

  /// The number of a case file in the path.
  ///
  /// - Throws: `case.number`.
  func caseNumber() throws(Refusal) -> CaseNumber { try CaseNumber(wire: part("number")) }

  /// The key of a proceeding in the path.
  ///
  /// - Throws: `proceeding.unknown`.
  func proceeding() throws(Refusal) -> Int64 {
    guard let id = Int64(try part("id")), id > 0 else { throw Refusal(.notFound, "proceeding.unknown") }
    return id
  }
}

extension UInt8 {
  fileprivate var isHexadecimal: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}

extension String {
  /// The text with %XX read as bytes of UTF-8; `nil` if they are none.
  func removingURLPercentEncoding() -> String? {
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, rest.prefix(2).allSatisfy({ $0.isHexadecimal }),
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

import Law

/// A request that cannot be granted, for a reason its author can do something about.
///
/// The sentence for people is in the catalogue under `refusals.<code>`; `arguments` fill its gaps.
public struct Refusal: Error, Sendable, Equatable {
  /// What the refusal means to the caller. The only two maps of it are `Web/Problem.swift` and `Command/Exit.swift`.
  public enum Kind: String, Sendable, CaseIterable {
    /// It cannot be read as what it should be.
    case malformed
    /// A field breaks a rule: correct it.
    case invalid
    /// The law or the state of the case forbids it.
    case notAllowed = "not-allowed"
    /// There is no such thing, or the caller may not know of it.
    case notFound = "not-found"
    /// The caller lacks the power.
    case forbidden
    /// Somebody changed it meanwhile: reload, then decide again.
    case stale
    /// Who asks is not signed in, or no longer.
    case unauthenticated
    /// Too much at once: wait, then try again.
    case throttled
  }

  /// What fills a gap in the sentence.
  public enum Argument: Sendable, Equatable {
    /// Shown as it is.
    case text(String)
    /// A key of the catalogue, shown in the reader's language.
    case term(String)
    /// Several keys of the catalogue.
    case terms([String])
    /// An agency, shown by its name.
    case agency(AgencyCode)
  }

  /// What it means to the caller.
  public let kind: Kind
  /// Stable, dotted: `referral.open`.
  public let code: String
  /// The field of the request that is to blame, as it is called there; `nil` if none is.
  public let field: String?
  /// What the sentence needs to be told.
  public let arguments: [String: Argument]
  /// The article that forbids it, where the law is the reason.
  public let citation: Citation?

  /// Refuses.
  public init(
    _ kind: Kind, _ code: String, field: String? = nil, _ arguments: [String: Argument] = [:], citation: Citation? = nil
  ) {
    (self.kind, self.code, self.field, self.arguments, self.citation) = (kind, code, field, arguments, citation)
  }

  /// The same refusal, blamed on `field`.
  public func at(_ field: String) -> Refusal {
    Refusal(kind, code, field: field, arguments, citation: citation)
  }
}

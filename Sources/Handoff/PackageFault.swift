/// Why a package is refused, and for which of its files.
public struct PackageFault: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Kind: String, Sendable, CaseIterable {
    /// It is no package.
    case malformed = "package.malformed"
    /// A path climbs out of the package, or is none.
    case path = "package.path"
    /// It is packed, or too large, so that it cannot be opened safely.
    case bomb = "package.bomb"
    /// A file that is listed is not there.
    case missing = "package.missing-file"
    /// A file that is there is not listed.
    case extra = "package.extra-file"
    /// A file is not the one that was listed.
    case changed = "package.changed"
    /// The signature does not fit.
    case signature = "package.signature"
    /// It is signed by a key that is not trusted.
    case key = "package.key"
    /// The docket proof does not hold.
    case proof = "package.proof"
  }

  /// What is wrong.
  public let kind: Kind
  /// The file concerned; empty where it is the whole.
  public let file: String

  /// Names a fault.
  public init(_ kind: Kind, _ file: String = "") { (self.kind, self.file) = (kind, file) }
}

/// The unified social credit code (统一社会信用代码) of an organisation or a trader.
///
/// Standard: GB 32100-2015; the organisation code (组织机构代码) within it: GB 11714.
public struct UnifiedSocialCreditCode: Hashable, Sendable, CustomStringConvertible {
  /// The 18 characters, digits and capitals.
  public let description: String

  /// Reads a code as typed: letters of either case, full-width forms, spaces around.
  ///
  /// No list of authorities or regions is consulted: codes outlive both.
  ///
  /// - Throws: `uscc.length`, `uscc.alphabet`, `uscc.check`, `uscc.organisation-check`; the first that applies.
  public init(parsing text: String) throws(IdentityFault) {
    let scalars = Array(text.identifierScalars)
    guard scalars.count == 18 else { throw .usccLength }

    var values: [Int] = []
    for scalar in scalars {
      guard let value = Self.alphabet.firstIndex(of: scalar) else { throw .usccAlphabet }
      values.append(value)
    }

    let sum = zip(values, Self.weights).reduce(0) { $0 + $1.0 * $1.1 }
    // The outer remainder turns 31, when the sum divides evenly, into 0.
    guard values[17] == (31 - sum % 31) % 31 else { throw .usccCheck }
    guard scalars[16] == Self.organisationCheck(scalars[8..<16]) else { throw .usccOrganisationCheck }

    var canonical = String.UnicodeScalarView()
    canonical.append(contentsOf: scalars)
    description = String(canonical)
  }

  /// The organisation code (组织机构代码): characters 9 through 17, the last of them its own check character.
  public var organisationCode: String {
    String(description.suffix(10).dropLast())
  }

  // The value of a character is its place here; I, O, S, V and Z are left out.
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".unicodeScalars)
  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

  private static func organisationCheck(_ body: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar {
    // Here the value of a letter counts all 26: A is 10, Z is 35.
    let sum = zip(body, [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { sum, pair in
      sum + (pair.0.digit ?? Int(pair.0.value) - 55) * pair.1
    }
    return Array("0X987654321".unicodeScalars)[sum % 11]
  }
}

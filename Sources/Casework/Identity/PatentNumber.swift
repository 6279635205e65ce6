/// The number of a patent application (专利申请号), or of the patent granted on it (专利号), with its check character.
///
/// Applications since 2003-10-01 have 12 digits: the year in 4, the type, and a serial in 7; those before have 8: the
/// year in 2, the type, and a serial in 5. The number of a patent is that of its application with ZL in front.
///
/// Standard: ZC 0006-2003.
public struct PatentNumber: Hashable, Sendable, CustomStringConvertible {
  /// What is protected.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    /// An invention (发明): type 1, or 8 if by way of the Patent Cooperation Treaty.
    case invention
    /// A utility model (实用新型): type 2, or 9 if by way of the Patent Cooperation Treaty.
    case utilityModel = "utility-model"
    /// A design (外观设计): type 3.
    case design
  }

  /// The number without ZL, "201710601862.3"; the same for an application and for the patent granted on it.
  public let application: String

  /// Whether ZL stands in front, which only a granted patent may have.
  public let granted: Bool

  /// What is protected.
  public let kind: Kind

  /// The year of filing, 1985 or later.
  public let year: Int

  /// Reads a number as typed: letters of either case, full-width forms, spaces around, and one space after ZL, after
  /// the year and after the type. The point and the check character are part of the number.
  ///
  /// - Throws: `patent.format`, `patent.type`, `patent.check`; the first that applies.
  public init(parsing text: String) throws(IdentityFault) {
    var rest = text.identifierScalars
    granted = rest.starts(with: ["Z", "L"])
    if granted {
      rest = rest.dropFirst(2)
      if rest.first == " " { rest = rest.dropFirst() }
    }

    guard let (digits, check) = Self.read(rest) else { throw .patentFormat }
    let yearLength = digits.count == 12 ? 4 : 2
    let written = digits.prefix(yearLength).reduce(0) { $0 * 10 + $1 }
    guard let year = Self.year(written, digits: yearLength) else { throw .patentFormat }
    self.year = year

    switch digits[yearLength] {
    case 1, 8: kind = .invention
    case 2, 9: kind = .utilityModel
    case 3: kind = .design
    default: throw .patentType
    }

    let sum = zip(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]).reduce(0) { $0 + $1.0 * $1.1 }
    guard check == sum % 11 else { throw .patentCheck }
    application = digits.map(String.init).joined() + (check == 10 ? ".X" : ".\(check)")
  }

  /// The number in its usual form, without spaces, "ZL201710601862.3"; with ZL if it was written.
  public var description: String { granted ? "ZL\(application)" : application }

  /// The 12 or 8 digits and the value of the check character, of which X is 10.
  private static func read(_ text: ArraySlice<Unicode.Scalar>) -> (digits: [Int], check: Int)? {
    var digits: [Int] = []
    var gaps: [Int] = []
    var rest = text
    while digits.count <= 12, let scalar = rest.first, scalar != "." {
      if let digit = scalar.digit {
        digits.append(digit)
      } else if scalar == " ", !gaps.contains(digits.count) {
        gaps.append(digits.count)
      } else {
        return nil
      }
      rest = rest.dropFirst()
    }
    guard rest.count == 2, rest.first == ".", let last = rest.last, let check = last == "X" ? 10 : last.digit else {
      return nil
    }
    guard digits.count == 12 || digits.count == 8 else { return nil }
    let yearLength = digits.count == 12 ? 4 : 2
    guard gaps.allSatisfy({ $0 == yearLength || $0 == yearLength + 1 }) else { return nil }
    return (digits, check)
  }

  /// The year in full; nil if numbers of that form were not given in it. The first Patent Law took effect in 1985.
  private static func year(_ written: Int, digits: Int) -> Int? {
    if digits == 4 { return (2003...2199).contains(written) ? written : nil }
    if written >= 85 { return 1900 + written }
    return written <= 3 ? 2000 + written : nil
  }
}

import Law

/// The number of a resident identity card (居民身份证号码), which is personal data.
///
/// It has no textual description but `masked`, so that it does not get into a log by interpolation.
///
/// Standard: GB 11643-1999.
public struct ResidentIdentityNumber: Hashable, Sendable, CustomStringConvertible {
  /// The 18 characters in full: 17 digits, then a digit or X.
  public let number: String

  /// The date of birth that the number states.
  public let birthDate: Day

  /// Reads a number as typed: x or X, full-width forms, spaces around. The 15 digits of first-generation cards are
  /// refused.
  ///
  /// No list of regions is consulted: the region at birth may long have been abolished.
  ///
  /// - Throws: `resident-id.length`, `resident-id.digits`, `resident-id.birth-date`, `resident-id.check`; the first
  ///   that applies.
  public init(parsing text: String) throws(IdentityFault) {
    let scalars = Array(text.identifierScalars)
    guard scalars.count == 18 else { throw .residentIDLength }

    let digits = scalars.prefix(17).compactMap(\.digit)
    guard digits.count == 17, let last = Self.checks.firstIndex(of: scalars[17]) else { throw .residentIDDigits }

    let date = digits[6..<14].reduce(0) { $0 * 10 + $1 }
    guard let birthDate = Day(year: date / 10_000, month: date / 100 % 100, day: date % 100) else {
      throw .residentIDBirthDate
    }

    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    guard last == zip(digits, weights).reduce(0, { $0 + $1.0 * $1.1 }) % 11 else { throw .residentIDCheck }

    var canonical = String.UnicodeScalarView()
    canonical.append(contentsOf: scalars)
    (number, self.birthDate) = (String(canonical), birthDate)
  }

  /// The first 3 and the last 2 characters, with 13 asterisks for those between.
  public var masked: String {
    "\(number.prefix(3))*************\(number.suffix(2))"
  }

  /// The same as `masked`.
  public var description: String { masked }

  // The check character for each remainder by 11.
  private static let checks = Array("10X98765432".unicodeScalars)
}

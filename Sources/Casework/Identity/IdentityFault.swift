import Law

/// Why a text is not the identifier it should be. The raw value is the stable code.
public enum IdentityFault: String, Error, CaseIterable, Sendable {
  /// A unified social credit code (统一社会信用代码) has 18 characters.
  case usccLength = "uscc.length"
  /// A unified social credit code has digits and capitals without I, O, S, V and Z.
  case usccAlphabet = "uscc.alphabet"
  /// The last character does not fit the other 17.
  case usccCheck = "uscc.check"
  /// The 17th character does not fit the organisation code (组织机构代码) in characters 9 through 16.
  case usccOrganisationCheck = "uscc.organisation-check"
  /// A resident identity number (居民身份证号码) has 18 characters.
  case residentIDLength = "resident-id.length"
  /// A resident identity number has 17 digits and then a digit or X.
  case residentIDDigits = "resident-id.digits"
  /// Characters 7 through 14 are not a date that exists.
  case residentIDBirthDate = "resident-id.birth-date"
  /// The last character does not fit the other 17.
  case residentIDCheck = "resident-id.check"
  /// Not 12 digits from 2003 on, or 8 digits before, with a point and a check character.
  case patentFormat = "patent.format"
  /// The digit after the year is none of 1, 2, 3, 8 and 9.
  case patentType = "patent.type"
  /// The character after the point does not fit the digits.
  case patentCheck = "patent.check"
}

extension String {
  /// The scalars of an identifier as typed: full-width forms made half-width, ASCII letters made capitals, and spaces
  /// trimmed from both ends. None at all if the text is longer than any identifier with its spaces.
  var identifierScalars: ArraySlice<Unicode.Scalar> {
    guard utf8.count <= 256 else { return [] }
    let spaces: Set<Unicode.Scalar> = [" ", "\t", "\u{A0}", "\u{3000}"]
    var scalars = unicodeScalars.map(\.halfWidth).drop(while: spaces.contains)
    while let last = scalars.last, spaces.contains(last) { scalars.removeLast() }
    return scalars.map(\.asciiCapital)[...]
  }
}

extension Unicode.Scalar {
  /// The value of an ASCII digit; nil for any other scalar.
  var digit: Int? {
    ("0"..."9").contains(self) ? Int(value - 48) : nil
  }

  /// The capital of a small ASCII letter, or the scalar itself: no other alphabet may turn into ASCII.
  var asciiCapital: Unicode.Scalar {
    ("a"..."z").contains(self) ? Unicode.Scalar(UInt8(value - 32)) : self
  }
}

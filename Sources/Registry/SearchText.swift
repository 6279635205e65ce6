/// Text in one case and width, and its one- and two-character pieces: what makes 林 and 茅台 findable by an index.
struct SearchText {
  /// Lower case, half width, parts separated by U+001F.
  let text: String
  /// The pieces, as numbers that fit PostgreSQL's `int`: one character is its scalar, two are hashed below zero.
  let grams: [Int32]

  /// Prepares `parts` for keeping or for looking up.
  init(_ parts: [String]) {
    let folded = parts.map(Self.fold).filter { !$0.isEmpty }
    text = folded.joined(separator: "\u{1F}")
    var grams: [Int32] = []
    grams.reserveCapacity(text.utf8.count)
    for part in folded {
      var last: UInt32?
      for scalar in part.unicodeScalars {
        grams.append(Int32(bitPattern: scalar.value))
        if let last { grams.append(Self.pair(last, scalar.value)) }
        last = scalar.value
      }
    }
    grams.sort()
    self.grams = grams.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// What must be there for `part` to be found: its pairs, or its only character.
  static func needed(for part: String) -> [Int32] {
    let scalars = fold(part).unicodeScalars.map(\.value)
    guard scalars.count > 1 else { return scalars.map { Int32(bitPattern: $0) } }
    return zip(scalars, scalars.dropFirst()).map { pair($0, $1) }
  }

  /// The array as PostgreSQL reads it.
  var sqlArray: String { "{" + grams.map(String.init).joined(separator: ",") + "}" }

  static func fold(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: folded.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: folded.append(" ")
      default: folded.append(scalar)
      }
    }
    return String(folded).lowercased()
  }

  private static func pair(_ first: UInt32, _ second: UInt32) -> Int32 {
    var hash: UInt32 = 2_166_136_261
    for word in [first, second] {
      for shift in [0, 8, 16] as [UInt32] {
        hash = (hash ^ (word >> shift & 0xFF)) &* 16_777_619
      }
    }
    return Int32(bitPattern: hash | 0x8000_0000)
  }
}

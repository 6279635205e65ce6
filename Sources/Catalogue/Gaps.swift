extension String {
  /// The names of the gaps `{name}` in the text: ASCII letters, digits and hyphens. Any other brace is only a brace.
  var gapNames: Set<String> {
    Set(gapPieces.compactMap { if case .gap(let name) = $0 { name } else { nil } })
  }

  /// The text with its gaps filled, in one pass.
  func filling(_ gaps: [String: String]) -> String {
    guard !gaps.isEmpty else { return self }
    return gapPieces.reduce(into: "") { text, piece in
      switch piece {
      case .plain(let plain): text += plain
      case .gap(let name): text += gaps[name] ?? "{\(name)}"
      }
    }
  }

  private enum Piece {
    case plain(Substring)
    case gap(String)
  }

  /// The text cut at its gaps. Braces are ASCII, so that cutting there leaves whole scalars.
  private var gapPieces: [Piece] {
    var pieces: [Piece] = []
    var (start, place) = (utf8.startIndex, utf8.startIndex)
    while let open = utf8[place...].firstIndex(of: UInt8(ascii: "{")) {
      let inside = utf8.index(after: open)
      let close = utf8[inside...].firstIndex { !$0.isLetterOrDigit && $0 != UInt8(ascii: "-") } ?? utf8.endIndex
      guard close < utf8.endIndex, utf8[close] == UInt8(ascii: "}"), close > inside else {
        place = inside
        continue
      }
      pieces += [.plain(self[start..<open]), .gap(String(self[inside..<close]))]
      place = utf8.index(after: close)
      start = place
    }
    return pieces + [.plain(self[start...])]
  }
}

extension UInt8 {
  /// Whether this is an ASCII letter or digit.
  var isLetterOrDigit: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 32)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}

extension String {
  /// Every text that differs from this one in exactly one place, by a character of `alphabet`; ASCII only.
  func withOneWrong(_ alphabet: String) -> [String] {
    let bytes = Array(utf8)
    return bytes.indices.flatMap { place in
      alphabet.utf8.filter { $0 != bytes[place] }.map { wrong in
        var copy = bytes
        copy[place] = wrong
        return String(decoding: copy, as: UTF8.self)
      }
    }
  }
}

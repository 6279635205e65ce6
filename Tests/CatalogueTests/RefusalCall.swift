/// A place in the sources where a refusal is made: `Refusal(.invalid, "code", field: …, ["gap": …])`.
struct RefusalCall {
  /// The codes it may have: one, or more if it chooses; none if the code is not written there.
  let codes: [String]
  /// The gaps it fills; `nil` if they are not written there.
  let gaps: Set<String>?

  /// Every call in a Swift text.
  static func all(in source: String) -> [RefusalCall] {
    let lines = source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // Comments may have quotes and brackets of their own.
    let code = lines.filter { !$0.drop { $0 == UInt8(ascii: " ") }.starts(with: "//".utf8) }
    let bytes = Array(code.joined(separator: [UInt8(ascii: "\n")]))
    let name = Array("Refusal(".utf8)
    var calls: [RefusalCall] = []
    var place = 0
    while place + name.count <= bytes.count {
      defer { place += 1 }
      guard bytes[place...].starts(with: name), place == 0 || !isNamePart(bytes[place - 1]) else { continue }
      calls.append(RefusalCall(arguments: arguments(bytes[(place + name.count)...])))
    }
    return calls
  }

  private init(arguments: [String]) {
    codes = arguments.count > 1 ? arguments[1].matches(of: /"([a-z][a-z0-9.\-]*)"/).map { String($0.1) } : []
    let unlabelled = arguments.dropFirst(2).first { $0.prefixMatch(of: /\s*[a-z]+:/) == nil }
    switch unlabelled {
    case nil: gaps = []
    case .some(let text) where text.prefixMatch(of: /\s*\[/) != nil:
      gaps = Set(text.matches(of: /"([A-Za-z0-9\-]+)":/).map { String($0.1) })
    case .some: gaps = nil
    }
  }

  /// The arguments up to the bracket that closes the call.
  private static func arguments(_ bytes: ArraySlice<UInt8>) -> [String] {
    var (arguments, current): ([String], [UInt8]) = ([], [])
    var (depth, inString, escaped) = (0, false, false)
    for byte in bytes {
      switch byte {
      case _ where escaped: escaped = false
      case UInt8(ascii: "\\") where inString: escaped = true
      case UInt8(ascii: "\""): inString.toggle()
      case _ where inString: break
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0 { return arguments + [String(decoding: current, as: UTF8.self)] }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0:
        arguments.append(String(decoding: current, as: UTF8.self))
        current = []
        continue
      default: break
      }
      current.append(byte)
    }
    return arguments
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    return letters.contains(byte | 32) || (48...57).contains(byte) || byte == UInt8(ascii: "_")
  }
}

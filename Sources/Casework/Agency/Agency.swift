/// The code of an agency (机关): 2 to 16 capitals, digits and hyphens, starting with a capital.
public struct AgencyCode: WireText, Comparable {
  /// The code itself.
  public let rawValue: String

  /// A code as the register keeps it, which is not looked at again.
  package init(kept text: String) { rawValue = text }

  /// `nil` unless well formed.
  public init?(rawValue: String) {
    let bytes = Array(rawValue.utf8)
    guard (2...16).contains(bytes.count), let first = bytes.first,
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first),
      bytes.allSatisfy({ byte in
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || byte == UInt8(ascii: "-")
      })
    else { return nil }
    self.rawValue = rawValue
  }

  /// - Throws: `agency.malformed`.
  public init(wire text: String) throws(Refusal) {
    guard text.utf8.count <= 100, let code = AgencyCode(rawValue: text.trimmingBlanks) else {
      throw Refusal(.malformed, "agency.malformed")
    }
    self = code
  }

  public var wire: String { rawValue }

  public static func < (left: AgencyCode, right: AgencyCode) -> Bool { left.rawValue < right.rawValue }
}

/// An agency or body of the district's work plan.
public struct Agency: Sendable, Hashable, Codable {
  /// What an agency is in our procedures.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case enforcement, police, procuratorate, court, justice, customs, town, government, platform
  }

  /// Its code.
  public let code: AgencyCode
  /// Its name in Chinese, as the plan has it.
  public let chinese: String
  /// Its name in English.
  public let english: String
  /// What it is.
  public let kind: Kind

  /// Names an agency.
  public init(code: AgencyCode, chinese: String, english: String, kind: Kind) {
    (self.code, self.chinese, self.english, self.kind) = (code, chinese, english, kind)
  }
}

/// The number of a case file (案卷编号): the year of logging and a number, such as `2026-000123`.
public struct CaseNumber: WireText {
  /// The number as people write it.
  public let wire: String

  /// A number as the register gave it, which is not looked at again.
  package init(kept text: String) { wire = text }

  /// - Throws: `case.number`.
  public init(wire text: String) throws(Refusal) {
    guard text.utf8.count <= 100 else { throw Refusal(.malformed, "case.number") }
    let trimmed = text.trimmingBlanks
    let parts = trimmed.split(separator: "-", omittingEmptySubsequences: false)
    let isNumber = { (part: Substring) in part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    guard parts.count == 2, parts[0].utf8.count == 4, (6...18).contains(parts[1].utf8.count), parts.allSatisfy(isNumber)
    else { throw Refusal(.malformed, "case.number") }
    wire = trimmed
  }
}

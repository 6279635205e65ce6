/// A right that a case file is about (权利), as asked for and as kept.
public struct Right: Codable, Sendable, Hashable {
  /// Kind of intellectual property.
  public var kind: IPType
  /// Patent, registration or record number; absent where unknown.
  public var number: Line?
  /// The mark, title, variety or indication in words; absent where unknown.
  public var name: Line?

  /// Describes a right.
  public init(kind: IPType, number: Line?, name: Line?) {
    (self.kind, self.number, self.name) = (kind, number, name)
  }

  /// The number in canonical form; a patent's is checked by its check digit.
  ///
  /// - Throws: `text.too-long` above 60 characters, `patent.format`, `patent.type`, `patent.check`, `right.unnamed` if there is neither number nor name.
  public func canonicalNumber() throws(Refusal) -> String? {
    guard let number else {
      if name == nil { throw Refusal(.invalid, "right.unnamed", field: "number") }
      return nil
    }
    guard kind == .patent else { return try number.atMost(60, "number").wire }
    do throws(IdentityFault) {
      return try PatentNumber(parsing: number.wire).description
    } catch {
      throw Refusal(.invalid, error.rawValue, field: "number")
    }
  }
}

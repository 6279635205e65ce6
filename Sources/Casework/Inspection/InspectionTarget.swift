/// One of those among whom a random inspection is drawn (检查对象).
public struct InspectionTarget: Codable, Sendable, Hashable {
  /// Its name.
  public var name: Line
  /// Its unified social credit code (统一社会信用代码).
  public var identityNumber: Line
  /// The group it is listed in, such as its town; drawn without regard to it.
  public var group: Line?

  /// Lists a target.
  public init(name: Line, identityNumber: Line, group: Line? = nil) {
    (self.name, self.identityNumber, self.group) = (name, identityNumber, group)
  }

  /// Its line in the canonical text of the lists: `target`, name, number and group, parted by tabs.
  public var line: String {
    ["target", name.wire, identityNumber.wire, group?.wire ?? ""].joined(separator: "\t")
  }

  /// The target with its number as the standard writes it.
  ///
  /// - Throws: What the code is refused for.
  func canonical() throws(Refusal) -> InspectionTarget {
    let code: UnifiedSocialCreditCode
    do throws(IdentityFault) { code = try UnifiedSocialCreditCode(parsing: identityNumber.wire) } catch {
      throw Refusal(.invalid, error.rawValue, field: "identityNumber")
    }
    return InspectionTarget(name: name, identityNumber: try Line(wire: code.description), group: group)
  }
}

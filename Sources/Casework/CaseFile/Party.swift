/// A party to a case file (当事人), as asked for and as kept.
public struct Party: Codable, Sendable, Hashable {
  /// What the party is in the case.
  public enum Role: String, Sendable, Codable, CaseIterable {
    /// 当事人、被投诉人、犯罪嫌疑人所在单位
    case respondent
    /// 权利人
    case rightsHolder = "rights-holder"
    /// 投诉人、举报人
    case complainant
    /// 第三人
    case thirdParty = "third-party"
  }

  /// Natural person or organisation; a published source does not always say.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// 法人或者其他组织
    case organisation
    /// 自然人
    case naturalPerson = "natural-person"
    /// Not stated by the source.
    case unstated
  }

  /// What the party is in the case.
  public var role: Role
  /// What the party is.
  public var kind: Kind
  /// Name as given.
  public var name: Line
  /// 统一社会信用代码 of an organisation, 居民身份证号码 of a natural person; absent where unknown.
  public var identityNumber: Line?

  /// Describes a party.
  public init(role: Role, kind: Kind, name: Line, identityNumber: Line?) {
    (self.role, self.kind, self.name, self.identityNumber) = (role, kind, name, identityNumber)
  }

  /// The number in canonical form and its kind, checked by its own check digit.
  ///
  /// - Throws: The codes of `IdentityFault`, and `party.identity-of-whom` if a party that is neither has a number.
  public func identity() throws(Refusal) -> (kind: String, number: String)? {
    guard let identityNumber else { return nil }
    do throws(IdentityFault) {
      switch kind {
      case .organisation: return ("uscc", try UnifiedSocialCreditCode(parsing: identityNumber.wire).description)
      case .naturalPerson: return ("resident-id", try ResidentIdentityNumber(parsing: identityNumber.wire).number)
      case .unstated: break
      }
    } catch {
      throw Refusal(.invalid, error.rawValue, field: "identityNumber")
    }
    throw Refusal(.invalid, "party.identity-of-whom", field: "identityNumber")
  }
}

extension Line {
  /// An identity number in canonical form, of an organisation or of a natural person.
  ///
  /// - Throws: The codes of `IdentityFault`, for what is neither.
  public func identityNumber() throws(Refusal) -> Line {
    do throws(IdentityFault) {
      return Line(kept: try UnifiedSocialCreditCode(parsing: wire).description)
    } catch { return try asResidentNumber(or: error) }
  }

  private func asResidentNumber(or fault: IdentityFault) throws(Refusal) -> Line {
    do throws(IdentityFault) { return Line(kept: try ResidentIdentityNumber(parsing: wire).number) } catch {
      throw Refusal(.invalid, fault.rawValue, field: "identity")
    }
  }
}

/// What an officer may do in the agency.
public enum Role: String, Sendable, Codable, CaseIterable, Comparable {
  /// 登记人员: takes in leads, sends and receives papers.
  case clerk
  /// 承办人: handles cases.
  case caseOfficer = "case-officer"
  /// 审核人员: reviews others' cases before decision.
  case reviewer
  /// 副职负责人: a deputy head who does not preside over the agency's work.
  case deputyHead = "deputy-head"
  /// 主持工作的负责人: the deputy who presides over the agency's work in the head's place.
  case actingHead = "acting-head"
  /// 正职负责人: the head of the agency.
  case head
  /// 统计人员.
  case statistician
  /// 监督检查人员: reads everything the agency may see, acts on nothing.
  case auditor
  /// 系统管理员: keeps the accounts, acts on no case.
  case administrator

  public static func < (left: Role, right: Role) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// A person with roles in one agency (承办人). Every act names one.
public struct Officer: Sendable, Hashable {
  /// Key in the register of officers.
  public let id: Int64
  /// The name to sign in with.
  public let login: String
  /// The officer's name as papers print it.
  public let name: String
  /// The agency acted for.
  public let agency: AgencyCode
  /// What that agency is.
  public let agencyKind: Agency.Kind
  /// What the officer may do there.
  public let roles: Set<Role>

  /// Describes an officer.
  public init(id: Int64, login: String, name: String, agency: AgencyCode, agencyKind: Agency.Kind, roles: Set<Role>) {
    (self.id, self.login, self.name, self.agency, self.agencyKind, self.roles) = (
      id, login, name, agency, agencyKind, roles
    )
  }

  /// Whether the officer's agency is of a kind that can impose administrative penalties.
  public var mayPenalise: Bool { [.enforcement, .customs, .town].contains(agencyKind) }

  /// Whether the officer has one of `roles`.
  public func isOne(of roles: Set<Role>) -> Bool { !self.roles.isDisjoint(with: roles) }
}

/// What it takes to make an account.
public struct OfficerRequest: Sendable, Equatable {
  /// Lower-case name to sign in with: 2 to 40 letters, digits, dots, hyphens and underscores, starting with a letter.
  public let login: String
  /// The officer's name.
  public let name: Line
  /// The agency.
  public let agency: AgencyCode
  /// At least one role.
  public let roles: Set<Role>

  /// - Throws: `officer.login`, `officer.roles`, `text.too-long` for a name above 60 characters.
  public init(login: String, name: Line, agency: AgencyCode, roles: Set<Role>) throws(Refusal) {
    let bytes = Array(login.utf8)
    let isLetter = { (byte: UInt8) in (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    guard (2...40).contains(bytes.count), let first = bytes.first, isLetter(first),
      bytes.allSatisfy({
        isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || [46, 95, 45].contains($0)
      })
    else { throw Refusal(.invalid, "officer.login", field: "login") }
    _ = try name.atMost(60, "name")
    guard !roles.isEmpty else { throw Refusal(.invalid, "officer.roles", field: "roles") }
    (self.login, self.name, self.agency, self.roles) = (login, name, agency, roles)
  }
}

import Casework
import Law

/// Values that rules are tried on. The people and companies are fictional.
enum Sample {
  static let today = Day(year: 2026, month: 11, day: 20) ?? .earliest
  static let bureau = sure { try AgencyCode(wire: "IPB") }
  static let police = sure { try AgencyCode(wire: "PSB") }
  static let culture = sure { try AgencyCode(wire: "CUL") }
  static let procuratorate = sure { try AgencyCode(wire: "PRO") }
  static let court = sure { try AgencyCode(wire: "COU") }
  static let customs = sure { try AgencyCode(wire: "CUS") }
  static let justice = sure { try AgencyCode(wire: "JUS") }
  static let town = sure { try AgencyCode(wire: "TWN-DL") }
  static let overseas = sure { try AgencyCode(wire: "OVERSEAS") }
  static let station = sure { try AgencyCode(wire: "STATION") }
  static let conference = sure { try AgencyCode(wire: "JCF") }
  static let stranger = sure { try AgencyCode(wire: "XYZ") }

  /// What an agency is.
  static func kind(of agency: AgencyCode) -> Agency.Kind {
    let kinds: [AgencyCode: Agency.Kind] = [
      police: .police, procuratorate: .procuratorate, court: .court, customs: .customs, justice: .justice,
      town: .town, overseas: .platform, station: .platform, conference: .government,
    ]
    return kinds[agency] ?? .enforcement
  }

  static func officer(of agency: AgencyCode = bureau, id: Int64 = 7, _ roles: Role...) -> Officer {
    Officer(
      id: id, login: "ce.shi", name: "测试员", agency: agency, agencyKind: kind(of: agency), roles: Set(roles))
  }

  static func file(
    owner: AgencyCode = bureau, revision: Int = 3, openReferral: String? = nil, ipType: IPType = .trademark,
    respondents: [String] = [], others: [Sibling] = [], assigned: Set<String> = [], fined: Int64 = 0,
    isCourtFined: Bool = false
  ) throws -> CaseFileState {
    CaseFileState(
      id: 1, number: try CaseNumber(wire: "2026-000001"), owner: owner, revision: revision, openReferral: openReferral,
      ipType: ipType, respondents: respondents, others: others, assigned: assigned,
      fined: Fen(fined) ?? .zero, isCourtFined: isCourtFined)
  }

  static func penalty(_ state: String, handledBy: Set<Int64> = [], pausedFor: Set<Exclusion.Kind> = []) -> Proceeding {
    Proceeding(
      id: 1, kind: .penalty, state: state, agency: bureau, receiver: nil, handledBy: handledBy, pausedFor: pausedFor)
  }

  static func referral(_ state: String) -> Proceeding {
    Proceeding(id: 2, kind: .referral, state: state, agency: bureau, receiver: police, handledBy: [])
  }

  static func request(
    _ act: String, _ facts: [String: String]? = nil, on day: String = "2026-11-05", revision: Int? = nil
  ) throws -> ActRequest {
    ActRequest(act: act, happenedOn: try When(wire: day), facts: facts, revision: revision)
  }

  static func agency(_ code: AgencyCode, _ kind: Agency.Kind) -> Agency {
    Agency(code: code, chinese: "测试机关", english: "Test Agency", kind: kind)
  }

  static func party(
    _ role: Party.Role = .respondent, _ kind: Party.Kind = .organisation, name: String = "灯湖服饰商行",
    number: String? = nil
  ) throws -> Party {
    Party(role: role, kind: kind, name: try Line(wire: name), identityNumber: try number.map { try Line(wire: $0) })
  }

  static func caseFile(parties: [Party], leadOn: String = "2026-11-02") throws -> CaseFileRequest {
    CaseFileRequest(
      ipType: .trademark, summary: try Line(wire: "涉嫌销售侵犯注册商标专用权的商品"), leadSource: .complaint,
      leadOn: try When(wire: leadOn), channel: nil, place: nil, town: nil, simple: nil, parties: parties, rights: nil,
      goods: nil, amounts: nil)
  }
}

extension Sample {
  /// What a sample that is well formed gives; stops the test run if it is not.
  static func sure<T>(_ make: () throws -> T) -> T {
    do { return try make() } catch { fatalError("\(error)") }
  }

  /// The refusal that an act meets; nil if it is granted.
  static func refused(
    _ proceeding: Proceeding, _ act: String, _ facts: [String: String]? = nil, by officer: Officer,
    in file: CaseFileState? = nil, on day: String = "2026-11-05", revision: Int? = nil,
    _ around: Surroundings = Surroundings()
  ) -> Refusal? {
    let request = sure { try Self.request(act, facts, on: day, revision: revision) }
    let file = file ?? sure { try Self.file() }
    return refusal { () throws(Refusal) in
      _ = try proceeding.step(request, by: officer, in: file, on: today, around)
    }
  }

  /// The refusal that an opening meets; nil if it is granted.
  static func refused(
    opening kind: ProceedingKind, _ facts: [String: String]? = nil, by officer: Officer, in file: CaseFileState? = nil,
    on day: String = "2026-11-05", from origin: Proceeding? = nil
  ) -> Refusal? {
    let file = file ?? sure { try Self.file() }
    let request = OpeningRequest(
      kind: kind, happenedOn: sure { try When(wire: day) }, facts: facts, origin: origin?.id)
    return refusal { () throws(Refusal) in
      _ = try request.opening(in: file, by: officer, today: today, Surroundings(origin: origin))
    }
  }
}

import Casework
import Law
import Postgres
import Registry

/// What tests start from: officers of the district, and cases logged by them. People and companies are fictional.
public enum Given {
  /// An instant at which tests happen: 2026-11-20 10:00 in Asia/Shanghai.
  public static let now = Instant(microseconds: 1_795_140_000_000_000)

  /// An officer with an account in the running test's database.
  public static func officer(_ agency: String, _ roles: Role..., login: String? = nil) async throws -> Officer {
    let registry = Registry(TestDatabase.owner)
    let login = login ?? "\(agency.lowercased()).\(roles.map(\.rawValue).joined(separator: "."))"
    let request = try OfficerRequest(
      login: login, name: Line(wire: "测试员"), agency: AgencyCode(wire: agency), roles: Set(roles))
    _ = try await registry.addOfficer(request, passwordHash: "$argon2id$none", now: now)
    return try await registry.officer(login: login)
  }

  /// A case file request that can be logged as it is.
  public static func request(
    ipType: IPType = .trademark, respondent: String = "灯湖服饰商行", leadOn: String = "2026-11-02"
  ) throws -> CaseFileRequest {
    CaseFileRequest(
      ipType: ipType, summary: try Line(wire: "涉嫌销售侵犯注册商标专用权的商品"), leadSource: .inspection,
      leadOn: try When(wire: leadOn), channel: .store, place: nil, town: .guicheng, simple: nil,
      parties: [Party(role: .respondent, kind: .organisation, name: try Line(wire: respondent), identityNumber: nil)],
      rights: nil, goods: nil, amounts: nil)
  }

  /// Amounts of which only the value of the goods is known, in yuan.
  public static func amounts(goodsValue: String) throws -> Amounts {
    Amounts(turnover: nil, gainsGross: nil, gainsNet: nil, gainsUnstated: nil, goodsValue: try Yuan(wire: goodsValue))
  }

  /// A fresh idempotency key.
  public static func once(_ key: String = "key-\(UInt64.random(in: .min ... .max))") throws -> IdempotencyKey {
    try IdempotencyKey(key, request: Array(key.utf8))
  }

  /// A case file logged by `officer`.
  public static func caseFile(
    by officer: Officer, _ request: CaseFileRequest? = nil, at now: Instant = now
  ) async throws -> CaseNumber {
    let request = try request ?? Given.request()
    return try await Registry(TestDatabase.service).log(request, once: once(), by: officer, now: now).value
  }
}

import Casework
import Law
import Registry
import Secrets
import TestSupport

/// A random inspection to try things on. The agencies and people are fictional.
enum GivenInspection {
  /// SHA-256 by OpenSSL, as the register has it.
  static let sha256: SHA256 = { Digest.sha256($0) }

  static let targets = [
    ("远航知识产权代理有限公司", "91440605MA0000162B", "桂城街道"), ("灯湖商标事务所", "91440605MA00001706", "大沥镇"),
    ("千灯专利代理事务所", "91440605MA00001893", ""), ("映月知识产权服务有限公司", "91440605MA0000197X", "狮山镇"),
    ("平洲商标代理有限公司", "91440605MA000020XE", "桂城街道"), ("里水专利代理事务所", "91440605MA0000218E", "里水镇"),
  ]
  static let inspectors = [("周敏", "粤A001"), ("何志远", "粤A002"), ("梁家宝", "粤A003"), ("陈一鸣", "粤A004")]

  static func request(
    scope: InspectionPlan.Scope = .enterprise,
    conflicts: [(String, String)] = [
      ("粤A001", "91440605MA00001706"), ("粤A003", "91440605MA0000197X"),
    ]
  ) throws -> InspectionRequest {
    InspectionRequest(
      title: try Line(wire: "2026年第四季度抽查"), scope: scope, kind: .undirected, sample: try SampleSize(wire: "3"),
      targets: try targets.map { name, number, group in
        var target = InspectionTarget(name: try Line(wire: name), identityNumber: try Line(wire: number))
        if !group.isEmpty { target.group = try Line(wire: group) }
        return target
      },
      inspectors: try inspectors.map { name, certificate in
        Inspector(name: try Line(wire: name), certificate: try Line(wire: certificate))
      },
      conflicts: try conflicts.map { certificate, number in
        InspectionConflict(certificate: try Line(wire: certificate), identityNumber: try Line(wire: number))
      })
  }

  static func draw(_ seed: String = "2026278 07 11 19 23 28 31 09", at: String = "2026-11-20 09:30") throws
    -> DrawRequest
  {
    DrawRequest(
      seed: try Line(wire: seed), seedSource: try Line(wire: "福利彩票双色球第2026278期"), seedAt: try SeedTime(wire: at),
      witness: try Line(wire: "王见证"))
  }

  /// Registers the inspectors' certificates with the bureau.
  static func certify() async throws {
    try await District.tamper(
      """
      insert into certificate (number, agency, holder, valid_from, valid_to) values
        ('粤A001', 'IPB', '周敏', '2025-01-01', '2028-12-31'), ('粤A002', 'IPB', '何志远', '2025-01-01', '2028-12-31'),
        ('粤A003', 'IPB', '梁家宝', '2025-01-01', '2028-12-31'), ('粤A004', 'IPB', '陈一鸣', '2025-01-01', '2028-12-31')
      """)
  }
}

extension District {
  /// 2026-11-20 09:00, an hour before the instant at which tests happen.
  static let committedAt = Given.now.adding(seconds: -3600)

  /// An inspection planned by the clerk.
  func planned(_ request: InspectionRequest? = nil) async throws -> Int64 {
    try await registry.plan(
      request ?? GivenInspection.request(), once: Given.once(), by: clerk, now: Self.committedAt
    ).value
  }

  /// One that the head committed to.
  func committed(_ request: InspectionRequest? = nil) async throws -> Int64 {
    try await GivenInspection.certify()
    let id = try await planned(request)
    _ = try await registry.commit(id, once: Given.once(), by: head, now: Self.committedAt)
    return id
  }

  /// One that was drawn.
  func drawn(_ request: InspectionRequest? = nil, at now: Instant = Given.now) async throws -> Int64 {
    let id = try await committed(request)
    _ = try await registry.draw(GivenInspection.draw(), in: id, once: Given.once(), by: handler, now: now)
    return id
  }

  /// Records something about a target that was drawn.
  func record(
    _ id: Int64, _ target: String, ended: String? = nil, _ category: InspectionResult.Category? = nil,
    problem: String? = nil, published: String? = nil, followUp: CaseNumber? = nil, by officer: Officer? = nil,
    at now: Instant = Given.now
  ) async throws {
    let request = InspectionResultRequest(
      target: try Line(wire: target), endedOn: try ended.map { try When(wire: $0) }, category: category,
      problem: try problem.map { try Prose(wire: $0) }, publishedOn: try published.map { try When(wire: $0) },
      followUp: followUp)
    _ = try await registry.record(request, in: id, once: Given.once(), by: officer ?? clerk, now: now)
  }
}

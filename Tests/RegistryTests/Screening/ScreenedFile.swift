import Casework
import Law
import Registry
import TestSupport

/// Case files for the screening, and what it found. People and companies are fictional.
enum ScreenedFile {
  /// A number that is well formed and nobody's.
  static let number = "91000000MA00000157"

  /// A request with amounts in yuan; what is left out is unknown.
  static func request(
    _ ipType: IPType = .trademark, turnover: String? = nil, gainsNet: String? = nil, goodsValue: String? = nil,
    goods: [String] = [], rights: [String] = [], respondent: String = "灯湖服饰商行", identityNumber: String? = nil,
    leadOn: String = "2026-11-10"
  ) throws -> CaseFileRequest {
    var request = try Given.request(ipType: ipType, respondent: respondent, leadOn: leadOn)
    let yuan = { (text: String?) throws in try text.map { try Yuan(wire: $0) } }
    request.amounts = Amounts(
      turnover: try yuan(turnover), gainsGross: nil, gainsNet: try yuan(gainsNet), gainsUnstated: nil,
      goodsValue: try yuan(goodsValue))
    request.goods = try goods.map { value in
      Goods(name: try Line(wire: "运动鞋"), quantity: nil, unit: nil, value: try yuan(value), priceBasis: .marked)
    }
    request.rights = try rights.map { Right(kind: ipType, number: nil, name: try Line(wire: $0)) }
    request.parties[0].identityNumber = try identityNumber.map { try Line(wire: $0) }
    return request
  }

  /// What was found, offence by offence: `213 met 1 213-2025-goods-turnover`.
  static func findings(_ number: CaseNumber, _ district: District, for officer: Officer? = nil) async throws -> [String]
  {
    try await district.registry.screening(of: number, for: officer ?? district.handler).map { hit in
      [hit.offence, hit.result.rawValue, hit.tier.map { String($0) }, hit.decidedBy].compactMap(\.self)
        .joined(separator: " ")
    }
  }

  /// Every finding as it is stored, with the transaction that wrote it last.
  static func stored() async throws -> [String] {
    try await District.look(
      "select xmin::text || ' ' || s::text as value from screening s order by case_file, offence")
  }

  /// A case of another agency, the one competent for the kind of right, that it took from the lead to the decision on
  /// one day.
  static func decided(
    _ request: CaseFileRequest, on day: String, as facts: [String: String] = ["outcome": "penalty", "fine": "12000"],
    in district: District
  ) async throws -> CaseNumber {
    let agency = request.ipType == .copyright ? "CUL" : "TWN-DL"
    let handler =
      request.ipType == .copyright ? district.culture : try await Given.officer(agency, .caseOfficer)
    let reviewer = try await Given.officer(agency, .reviewer)
    let head = try await Given.officer(agency, .head)
    let number = try await Given.caseFile(by: handler, request)
    let penalty = try await district.registry.caseFile(number, for: handler).proceedings[0].id
    for act in ["verify", "file", "investigate", "conclude"] {
      try await district.act(act, of: penalty, by: handler, on: day)
    }
    try await district.act("agree", of: penalty, by: reviewer, on: day)
    for act in ["notify", "waive"] { try await district.act(act, of: penalty, by: handler, on: day) }
    try await district.act("decide", facts, of: penalty, by: head, on: day)
    return number
  }
}

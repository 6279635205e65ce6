import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Web

/// An approved referral with goods, an appraisal and papers: what a package is sealed from.
struct SealableReferral {
  let client: Client
  let number: String
  let referral: Int

  /// The five materials of 国务院令第310号 (2020) art. 6, by template.
  static let materials = [
    "referral-letter", "investigation-report", "goods-list", "appraisals", "other-materials",
  ]
  private static let asked = [
    "investigation-report": #"{"source":"检查","facts":"销售侵权商品","evidence":"见清单"}"#,
    "goods-list": #"{"keeping":"本机关仓库"}"#,
  ]

  /// Brings a case so far, by an officer of `site` who may do all of it; `papers` are issued.
  init(
    by site: Client, as login: String = "ipb.all", papers: [String] = materials, begun: String? = nil
  ) async throws {
    client = try await site.signedIn(Given.officer("IPB", .clerk, .caseOfficer, .head, login: login))
    if let begun {
      number = try #require(try await client.post("/api/cases", json: begun)["number"])
    } else {
      number = try await client.loggedCase()
    }
    let goods = #"{"goods":[{"name":"运动鞋","quantity":"500","unit":"双"}],"reason":"现场检查"}"#
    #expect(try await client.post("/api/cases/\(number)/supplements", json: goods).status == 201)
    for (kind, name, bytes) in [("appraisal", "鉴定书", "%PDF-1"), ("documentary", "../账册 1", "%PDF-2")] {
      var headers: HTTPFields = [:]
      headers[.idempotencyKey] = UUID().uuidString
      let path = "/api/cases/\(number)/evidence?kind=\(kind)&name=\(name.percentEncoded)&holder=\("证据室".percentEncoded)"
      #expect(try await client.send(.post, path, nil, Array(bytes.utf8), headers).status == 201)
    }
    referral = try await client.reportedReferral(of: number)
    try await client.act("approve", of: referral)
    for paper in papers {
      let letter = #"{"number":"南知移〔2026〕\#(referral)号"}"#
      let asked = paper == "referral-letter" ? letter : Self.asked[paper] ?? "{}"
      let body = #"{"template":"\#(paper)","proceeding":\#(referral),"asked":\#(asked)}"#
      let issued = try await client.post("/api/cases/\(number)/papers", json: body)
      #expect(issued.status == 201, "\(issued.body)")
    }
  }

  /// Seals it.
  func seal(key: String = UUID().uuidString) async throws -> Client.Answer {
    try await client.post("/api/referrals/\(referral)/packages", json: "{}", key: key)
  }
}

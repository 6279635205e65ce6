import Casework
import Foundation
import HTTPTypes
import Handoff
import Postgres
import Registry
import TestSupport
import Testing

@testable import Web

/// A referral that travels as a package, from the sender's approval to the receipt that comes back.
@Suite(.database) struct PackageRouteTests {
  private func referral(papers: [String], begun: String? = nil) async throws -> SealableReferral {
    try await SealableReferral(by: Client(), papers: papers, begun: begun)
  }

  private static let materials = SealableReferral.materials

  private func seal(_ sent: SealableReferral, key: String = UUID().uuidString) async throws -> Client.Answer {
    try await sent.seal(key: key)
  }

  private func file(_ sent: SealableReferral, _ package: Client.Answer) async throws -> [UInt8] {
    let id = try #require(package.object["id"] as? Int)
    return try await sent.client.get("/api/packages/\(id)/file").bytes
  }

  private func take(_ bytes: [UInt8], by client: Client) async throws -> Client.Answer {
    try await client.send(.post, "/api/packages", "application/zip", bytes, [:])
  }

  @Test(arguments: 0..<5) func withoutOneOfTheFiveMaterialsItCannotBeSealed(without: Int) async throws {
    var papers = Self.materials
    let missing = papers.remove(at: without)
    let sent = try await referral(papers: papers)
    let answer = try await seal(sent)
    #expect(answer.status == 409 && answer["type"] == "package.incomplete")
    #expect(answer["citation"] == "order-310@6")
    let name = try #require(sent.client.site.desk.shelf[missing]?.name.chinese)
    #expect(answer["title"]?.contains(name) == true)
  }

  @Test func whatIsSealedHoldsTheCaseItsPapersItsEvidenceAndItsProof() async throws {
    let sent = try await referral(papers: Self.materials)
    let answer = try await seal(sent, key: "package-key")
    #expect(answer.status == 201, "\(answer.body)")
    #expect(try await seal(sent, key: "package-key")["name"] == answer["name"])
    let archive = URL.temporaryDirectory.appending(path: "sealed-\(UUID().uuidString).zip")
    try Data(try await file(sent, answer)).write(to: archive)
    let package = try SealedPackage(archive.path)
    #expect(package.digest == answer["name"])
    #expect(package.info["Signer"] == "ipcase/IPB" && package.info["Receiver"] == "ipcase/PSB")
    let paths = package.digests.keys.sorted()
    #expect(paths.filter { $0.hasPrefix("papers/") }.count == 5)
    #expect(paths.filter { $0.hasPrefix("evidence/") }.allSatisfy { !$0.contains("..") || !$0.contains("/../") })
    #expect(try package.bytes(paths.first { $0.hasSuffix("鉴定书.pdf") } ?? "") == Array("%PDF-1".utf8))
    let page = String(decoding: try package.bytes("index.html"), as: UTF8.self)
    #expect(page.contains("灯湖服饰商行") && page.contains("运动鞋") && page.contains("papers/1-referral-letter.pdf"))
    let proofs = try package.bytes("proof/entries.jsonl").split(separator: 10)
    let entries = try await sent.client.get("/api/cases/\(sent.number)/entries").object["entries"] as? [Any]
    // All but the entry that records the sealing itself.
    #expect(proofs.count == (entries?.count ?? 0) - 1)
  }

  @Test func aPackageIsTakenInOnceAndTheSameReceiptIsGivenAgain() async throws {
    let sent = try await referral(papers: Self.materials)
    let sealed = try await seal(sent)
    let bytes = try await file(sent, sealed)
    let police = try await Client().signedIn(Given.officer("PSB", .clerk))
    let first = try await take(bytes, by: police)
    #expect(first.status == 201, "\(first.body)")
    let again = try await take(bytes, by: police)
    #expect(again["receipt"] == first["receipt"] && again["number"] == first["number"])
    #expect(again.headers[.idempotencyReplayed] == "true")
    let number = try #require(first["number"])
    #expect(number != sent.number)
    let file = try await police.get("/api/cases/\(number)").object
    #expect((file["goods"] as? [[String: Any]])?.first?["name"] as? String == "运动鞋")
    let evidence = try await police.get("/api/cases/\(number)/evidence").object["evidence"] as? [[String: Any]]
    #expect(evidence?.map { $0["name"] as? String } == ["鉴定书", "../账册 1"])
    let id = try #require(evidence?.first?["id"] as? Int)
    #expect(try await police.get("/api/evidence/\(id)/file").bytes == Array("%PDF-1".utf8))
    // The receipt goes back.
    let package = try #require(sealed.object["id"] as? Int)
    let receipt = try #require(first["receipt"])
    let line = try #require(String(data: JSONEncoder().encode(["receipt": receipt]), encoding: .utf8))
    // The police's key becomes known with a log that they sign.
    _ = try await police.site.registry.checkpoint(
      AgencyCode(wire: "PSB"), police.site.desk.ring, now: Given.now)
    let recorded = try await sent.client.post("/api/packages/\(package)/receipt", json: line)
    #expect(recorded.status == 201, "\(recorded.body)")
    #expect(recorded["receipt"] == receipt)
    let forged = line.replacing(number, with: "2026-999999")
    #expect(try await sent.client.post("/api/packages/\(package)/receipt", json: forged)["type"] == "receipt.signature")
    #expect(try await sent.client.post("/api/packages/\(package)/receipt", json: #"{"receipt":"x"}"#).status == 422)
  }

  @Test func twoThatTakeThePackageInAtOnceMakeOneFile() async throws {
    let sent = try await referral(papers: Self.materials)
    let bytes = try await file(sent, try await seal(sent))
    let police = try await Client().signedIn(Given.officer("PSB", .clerk))
    async let left = take(bytes, by: police)
    async let right = take(bytes, by: police)
    let (first, second) = try await (left, right)
    #expect(first["receipt"] != nil && first["receipt"] == second["receipt"])
    let files = try await police.get("/api/cases").object["cases"] as? [Any]
    #expect(files?.count == 1)
  }

  @Test func whatWasAlteredIsForAnotherOrOfAStrangerIsRefused() async throws {
    let sent = try await referral(papers: Self.materials)
    let bytes = try await file(sent, try await seal(sent))
    let police = try await Client().signedIn(Given.officer("PSB", .clerk))
    let place = try #require(bytes.firstRange(of: Array("%PDF-1".utf8)))
    var altered = bytes
    altered[place.lowerBound + 5] ^= 1
    #expect(try await take(altered, by: police)["type"] == "package.changed")
    #expect(try await take(Array("no package".utf8), by: police)["type"] == "package.malformed")
    let customs = try await Client().signedIn(Given.officer("CUS", .clerk))
    #expect(try await take(bytes, by: customs)["type"] == "package.not-ours")
    try await TestDatabase.owner.transaction { db in
      try db.execute("alter table agency_key disable trigger all")
      try db.execute("delete from agency_key")
    }
    #expect(try await take(bytes, by: police)["type"] == "package.key")
    #expect(((try await police.get("/api/cases").object["cases"] as? [Any])?.count ?? 0) == 0)
  }

  @Test func beforeTheApprovalAndAfterTheReceiptNothingIsSealed() async throws {
    let sent = try await referral(papers: Self.materials)
    try await sent.client.act("send", of: sent.referral)
    let police = try await Client().signedIn(Given.officer("PSB", .clerk))
    #expect(try await police.post("/api/referrals/\(sent.referral)/packages", json: "{}")["type"] == "case.not-yours")
    try await police.act("receive", of: sent.referral)
    #expect(try await seal(sent)["type"] == "case.not-yours")
    let other = try await sent.client.loggedCase(leadOn: "2026-11-03")
    let drafted = try await sent.client.reportedReferral(of: other)
    let early = try await sent.client.post("/api/referrals/\(drafted)/packages", json: "{}")
    #expect(early["type"] == "package.not-approved")
  }

  @Test func theLogOfTheAgencyVerifiesAndOnlyHeadsAndAuditorsGetIt() async throws {
    let sent = try await referral(papers: [])
    let log = try await sent.client.get("/api/audit/log")
    #expect(log.status == 200)
    let finding = try log.bytes.withUnsafeBytes { try AuditExport.verify($0) }
    #expect(finding.origin == "ipcase/IPB" && finding.size > 5)
    let clerk = try await Client().signedIn(Given.officer("IPB", .clerk))
    #expect(try await clerk.get("/api/audit/log").status == 403)
    let note = try await clerk.get("/api/audit/checkpoints/IPB")
    #expect(note.body.hasPrefix("ipcase/IPB\n\(finding.size)\n"))
    #expect(try await clerk.get("/api/audit/checkpoints/COU")["type"] == "log.empty")
  }

  /// Each side says what it sent and received, under its signature; a package that never arrived alarms both boards.
  @Test func aPackageThatDidNotArriveIsADifferenceOnBothBoards() async throws {
    let sent = try await referral(papers: Self.materials)
    let sealed = try await seal(sent)
    let tomorrow = Given.now.adding(seconds: 86_400)
    let ours = try await Client(now: tomorrow).signedIn(Given.officer("IPB", .clerk))
    let theirs = try await Client(now: tomorrow).signedIn(Given.officer("PSB", .clerk))
    for agency in ["IPB", "PSB"] {
      try await ours.site.registry.trust(
        ours.site.desk.ring.key(of: AgencyCode(wire: agency)).verifying, of: AgencyCode(wire: agency), now: Given.now)
    }
    func compare() async throws -> (ours: [[String: Any]], theirs: [[String: Any]]) {
      let (left, right) = try await (ours.get("/api/exchanges/PSB").body, theirs.get("/api/exchanges/IPB").body)
      func send(_ line: String, by client: Client) async throws -> [[String: Any]] {
        let body = String(decoding: try JSONEncoder().encode(["statement": line]), as: UTF8.self)
        let answer = try await client.post("/api/exchanges", json: body)
        #expect(answer.status == 201, "\(answer.body)")
        return answer.object["comparisons"] as? [[String: Any]] ?? []
      }
      return (try await send(right, by: ours), try await send(left, by: theirs))
    }
    let before = try await compare()
    #expect(before.ours.map { $0["same"] as? Bool } == [false] && before.theirs.map { $0["same"] as? Bool } == [false])
    #expect(before.ours.first?["own"] as? Int == 1 && before.ours.first?["theirs"] as? Int == 0)
    for agency in ["IPB", "PSB"] {
      let board = try await Client().browsing(Given.officer(agency, .caseOfficer))
      #expect(try await board.get("/handoffs").body.contains("对账不一致"))
    }
    #expect(try await take(try await file(sent, sealed), by: theirs).status == 201)
    let after = try await compare()
    #expect(after.ours.map { $0["same"] as? Bool } == [true] && after.theirs.map { $0["same"] as? Bool } == [true])
    // A statement that somebody altered, or that is for another, is none.
    let forged = try await theirs.get("/api/exchanges/IPB").body.replacing("2026-11-", with: "2026-10-")
    let body = String(decoding: try JSONEncoder().encode(["statement": forged]), as: UTF8.self)
    #expect(try await ours.post("/api/exchanges", json: body)["type"] == "exchange.signature")
    #expect(try await theirs.post("/api/exchanges", json: body)["type"] == "exchange.malformed")
  }

  /// 市场监督管理投诉举报处理办法 art. 37: who reported the case, and how to reach them, goes no further.
  @Test func whoReportedTheCaseIsInNoPackageNoPaperAndNoProof() async throws {
    let begun = """
      {"ipType":"trademark","summary":"涉嫌销售侵权商品","leadSource":"tip","leadOn":"2026-11-02",
      "parties":[{"role":"respondent","kind":"organisation","name":"灯湖服饰商行"}],
      "proceeding":{"kind":"tip","facts":{"named":"yes","reporter":"金丝雀","contact":"13800138000","allegation":"售假","handledUnder":"market-regulation","intake":"other"}}}
      """
    let sent = try await referral(papers: Self.materials, begun: begun)
    let entries = try await sent.client.get("/api/cases/\(sent.number)/entries").body
    #expect(entries.contains("金丝雀"))
    let archive = URL.temporaryDirectory.appending(path: "sealed-\(UUID().uuidString).zip")
    try Data(try await file(sent, try await seal(sent))).write(to: archive)
    let package = try SealedPackage(archive.path)
    for path in ["case.json", "index.html", "proof/entries.jsonl"] {
      let text = String(decoding: try package.bytes(path), as: UTF8.self)
      #expect(text.contains("移送") || text.contains("report"))
      #expect(!text.contains("金丝雀") && !text.contains("13800138000"), "\(path)")
    }
    let kept = try await TestDatabase.owner.read { db in
      try db.all("select facts from paper") { try $0["facts"] as String }
    }
    #expect(kept.count == 5 && kept.allSatisfy { !$0.contains("金丝雀") })
  }
}

import Casework
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct PaperRouteTests {
  /// A referral whose report the head has approved, with what its letter asks for.
  private func approved(_ client: Client) async throws -> (number: String, referral: Int) {
    let number = try await client.loggedCase()
    let referral = try await client.reportedReferral(of: number)
    try await client.act("approve", of: referral)
    return (number, referral)
  }

  private func district() async throws -> Client {
    let officer = try await Given.officer("IPB", .clerk, .caseOfficer, .head, login: "ipb.all")
    return try await Client().signedIn(officer)
  }

  private static func letter(_ referral: Int, number: String = "南知移〔2026〕1号") -> String {
    #"{"template":"referral-letter","proceeding":\#(referral),"asked":{"number":"\#(number)"}}"#
  }

  @Test func whatAPaperLacksIsListedBeforePrinting() async throws {
    let client = try await district()
    let number = try await client.loggedCase()
    let referral = try await client.reportedReferral(of: number)
    let possible = try #require(
      try await client.get("/api/cases/\(number)/papers").object["possible"] as? [[String: Any]])
    let letter = try #require(possible.first { $0["template"] as? String == "referral-letter" })
    let missing = (letter["missing"] as? [[String: String]])?.map { $0["path"] }
    #expect(missing == ["referral.approve.on", "referral.approve.officer"])
    let goods = possible.first { $0["template"] as? String == "goods-list" }
    #expect((goods?["missing"] as? [[String: String]])?.map { $0["path"] } == ["goods"])
    let refused = try await client.post("/api/cases/\(number)/papers", json: Self.letter(referral))
    #expect(refused.status == 409 && refused["type"] == "paper.missing")
    #expect(refused["title"]?.contains("批准移送日期") == true)
  }

  @Test func aPaperIsIssuedOnceAndStaysAsItWas() async throws {
    let client = try await district()
    let (number, referral) = try await approved(client)
    let issued = try await client.post("/api/cases/\(number)/papers", json: Self.letter(referral), key: "paper-key")
    #expect(issued.status == 201, "\(issued.body)")
    let again = try await client.post("/api/cases/\(number)/papers", json: Self.letter(referral), key: "paper-key")
    #expect(again.body == issued.body && again.headers[.idempotencyReplayed] == "true")
    let id = try #require(issued.object["id"] as? Int)
    let pdf = try await client.get("/api/papers/\(id)")
    #expect(pdf.headers[.contentType] == "application/pdf" && pdf.bytes.starts(with: Array("%PDF".utf8)))
    try await client.act("send", of: referral)
    #expect(try await client.get("/api/papers/\(id)").bytes == pdf.bytes)
    let entries = try await client.get("/api/cases/\(number)/entries").object["entries"] as? [[String: Any]]
    let entry = try #require(entries?.first { $0["act"] as? String == "issue-paper" })
    #expect((entry["facts"] as? [String: String])?["sha256"] == issued["sha256"])
  }

  @Test func aNumberIsUsedOnceAndWhatIsNotAskedIsRefused() async throws {
    let client = try await district()
    let (number, referral) = try await approved(client)
    let path = "/api/cases/\(number)/papers"
    #expect(try await client.post(path, json: Self.letter(referral)).status == 201)
    let twice = try await client.post(path, json: Self.letter(referral))
    #expect(twice.status == 422 && twice["type"] == "paper.number-used")
    let more = #"{"template":"referral-letter","proceeding":\#(referral),"asked":{"number":"2","mood":"x"}}"#
    #expect(try await client.post(path, json: more)["type"] == "paper.asked")
    let other = #"{"template":"penalty-decision","proceeding":\#(referral)}"#
    #expect(try await client.post(path, json: other)["type"] == "paper.unknown")
  }

  @Test func whoHoldsThePaperLearnsThatItIsGenuineAndNothingOfTheCase() async throws {
    let client = try await district()
    let (number, referral) = try await approved(client)
    let issued = try await client.post("/api/cases/\(number)/papers", json: Self.letter(referral))
    let code = try #require(issued["code"])
    #expect(code.count == 32)
    let page = try await Client().get("/verify/\(code)")
    #expect(page.status == 200)
    #expect(page.body.contains("南知移〔2026〕1号") && page.body.contains(issued["sha256"] ?? "-"))
    #expect(!page.body.contains("灯湖服饰商行") && !page.body.contains(number) && !page.body.contains("侵权"))
    #expect(try await Client().get("/verify/\(String(repeating: "0", count: 32))").status == 404)
  }

  @Test func nobodyElseSeesOrIssues() async throws {
    let client = try await district()
    let (number, referral) = try await approved(client)
    let id = try #require(
      try await client.post("/api/cases/\(number)/papers", json: Self.letter(referral)).object["id"] as? Int)
    let court = try await Client().signedIn(Given.officer("COU", .head))
    #expect(try await court.get("/api/papers/\(id)").status == 404)
    #expect(try await court.get("/api/cases/\(number)/papers").status == 404)
    #expect(try await court.get("/api/cases/\(number)/papers/\(referral)/referral-letter").status == 404)
    // Police to whom it is sent see what was issued, and issue nothing before the receipt.
    try await client.act("send", of: referral)
    let police = try await Client().signedIn(Given.officer("PSB", .head))
    #expect(try await police.get("/api/papers/\(id)").status == 200)
    let refused = try await police.post("/api/cases/\(number)/papers", json: Self.letter(referral, number: "2"))
    #expect(refused["type"] == "case.not-yours")
  }

  @Test func thePagesShowWhatIsMissingAndIssue() async throws {
    let client = try await district()
    let (number, referral) = try await approved(client)
    let page = try await Client().browsing(Given.officer("IPB", .caseOfficer))
    let list = try await page.get("/cases/\(number)/papers")
    #expect(list.body.contains("涉嫌犯罪案件移送书") && list.body.contains("涉案物品"))
    let path = "/cases/\(number)/papers/\(referral)/referral-letter"
    let draft = try await page.get("\(path)/draft.pdf")
    #expect(draft.status == 200 && draft.bytes.starts(with: Array("%PDF".utf8)))
    let empty = try await page.post(path, form: ["asked[number]": ""])
    #expect(empty.status == 409 && empty.body.contains("发文字号"))
    #expect(try await page.post(path, form: ["asked[number]": "南知移〔2026〕8号"]).status == 303)
    #expect(try await page.get("/cases/\(number)/papers").body.contains("南知移〔2026〕8号"))
  }
}

import Casework
import Foundation
import TestSupport
import Testing

@testable import Web

/// Putting entries right over the API and by the page, and the pages of enforcement actions.
@Suite(.database) struct CorrectionRouteTests {
  @Test func anEntryIsPutRightOnceAndTheDocketSaysSo() async throws {
    let officer = try await Given.officer("IPB", .clerk, .caseOfficer)
    let client = try await Client().signedIn(officer)
    let number = try await client.loggedCase()
    let path = "/api/cases/\(number)/entries/1/corrections"
    let body = #"{"happenedOn":"2026-11-01","reason":"举报单日期为1日","revision":1}"#
    let first = try await client.post(path, json: body, key: "correction-key")
    #expect(first.status == 201, "\(first.body)")
    #expect(first.object["corrects"] as? Int == 1 && first["happenedOn"] == "2026-11-01")
    let second = try await client.post(path, json: body, key: "correction-key")
    #expect(second.body == first.body && second.headers[.idempotencyReplayed] == "true")
    let entries = try await client.get("/api/cases/\(number)/entries").object["entries"] as? [[String: Any]]
    #expect(entries?.map { $0["corrects"] as? Int } == [nil, 1])
    let browser = try await Client().browsing(officer)
    let page = try await browser.get("/cases/\(number)").body
    #expect(page.contains("已由第 2 条更正") && page.contains("更正第 1 条"))
    #expect(page.contains("/cases/\(number)/entries/2/correction") && !page.contains("/entries/1/correction"))
  }

  @Test(arguments: [
    (#"{"happenedOn":"2026-11-01"}"#, 400, "body.field-missing"), (#"{"reason":"x"}"#, 422, "correction.empty"),
    (#"{"happenedOn":"2027-01-01","reason":"x"}"#, 422, "date.future"),
    (#"{"happenedOn":"2026-11-01","reason":"x","revision":9}"#, 412, "case.stale"),
    (#"{"facts":{"reporter":"甲"},"reason":"x"}"#, 422, "fact.unknown"),
  ])
  func whatCannotBePutRightIsRefused(_ body: String, _ status: Int, _ code: String) async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    let number = try await client.loggedCase()
    let answer = try await client.post("/api/cases/\(number)/entries/1/corrections", json: body)
    #expect(answer.status == status && answer["type"] == code, "\(answer.body)")
    #expect(try await client.get("/api/cases/\(number)").object["revision"] as? Int == 1)
  }

  @Test func theFormShowsWhatIsRecordedAndNothingOfAnotherAgencysFile() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    let number = try await Client().signedIn(officer).loggedCase()
    let client = try await Client().browsing(officer)
    let page = try await client.get("/cases/\(number)/entries/1/correction")
    #expect(page.status == 200 && page.body.contains("2026-11-02"), "\(page.status)")
    let stranger = try await Client().browsing(Given.officer("CUL", .clerk))
    #expect(try await stranger.get("/cases/\(number)/entries/1/correction").status == 404)
    #expect(try await client.get("/cases/\(number)/entries/77/correction").status == 404)
    #expect(try await client.get("/cases/\(number)/entries/x/correction").status == 404)
  }

  @Test func actionsAndMarketsAreRecordedListedAndTakenBack() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    let client = try await Client().signedIn(officer)
    let action = #"{"happenedOn":"2026-11-05","place":"灯湖市场","town":"GC","market":true,"officers":4,"note":"检查"}"#
    let made = try await client.post("/api/actions", json: action)
    #expect(made.status == 201, "\(made.body)")
    let id = try #require(made.object["id"] as? Int)
    let shown = try await client.get("/api/actions/\(id)")
    #expect(
      shown["place"] == "灯湖市场" && shown.object["officers"] as? Int == 4 && shown.object["market"] as? Bool == true)
    let page = try await Client().browsing(officer).get("/actions").body
    #expect(page.contains("灯湖市场") && page.contains("/actions/\(id)/withdrawal"))
    let market = try await client.post("/api/markets", json: #"{"name":"灯湖市场","since":"2026-01-01"}"#)
    #expect(market.status == 201, "\(market.body)")
    let report = try await client.get("/api/reports/samr-quarterly/2026-Q4")
    #expect(report.status == 200 && report.body.contains("key-markets"))
    let lines = try await client.get(
      "/api/reports/samr-quarterly/2026-Q4/lines?indicator=market-officers&rows=agency&key=IPB")
    let line = try #require((lines.object["lines"] as? [[String: Any]])?.first)
    #expect(line["action"] as? Int == id && line["amount"] as? Int == 4 && line["summary"] as? String == "灯湖市场")
    let markets = try await client.get(
      "/api/reports/samr-quarterly/2026-Q4/lines?indicator=key-markets&rows=agency&key=IPB")
    #expect((markets.object["lines"] as? [[String: Any]])?.map { $0["summary"] as? String } == ["灯湖市场"])
    #expect(try await client.post("/api/actions/\(id)/withdrawal", json: "{}").status == 201)
    #expect(try await client.get("/api/actions/\(id)").object["withdrawnAt"] is String)
    let again = try await client.post("/api/actions/\(id)/withdrawal", json: "{}")
    #expect(again.status == 409 && again["type"] == "action.withdrawn", "\(again.status)")
    let browser = try await Client().browsing(officer)
    let sent = try await browser.post(
      "/actions",
      form: ["happenedOn": "2026-11-06", "place": "里水", "officers": "3", "market": "true", "csrf": browser.csrf])
    #expect(sent.status == 303, "\(sent.body)")
    let refused = try await browser.post(
      "/actions", form: ["happenedOn": "2026-11-06", "place": "里水", "officers": "三", "csrf": browser.csrf])
    #expect(refused.status == 422 && refused.body.contains("1至9999"))
    let police = try await Client().signedIn(Given.officer("PSB", .clerk))
    #expect(try await police.get("/api/actions/\(id)").status == 404)
    #expect(try await police.post("/api/actions", json: action)["type"] == "action.not-enforcing")
  }
}

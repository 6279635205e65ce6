import Casework
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct CampaignRouteTests {
  private static let campaign = #"{"code":"tie-quan-2026","name":"铁拳行动","from":"2026-03-01","to":"2026-12-31"}"#

  @Test func aCampaignIsBegunAndAFileTagged() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk, .caseOfficer))
    let begun = try await client.post("/api/campaigns", json: Self.campaign)
    #expect(begun.status == 201)
    #expect(begun.headers[.location] == "/api/campaigns/tie-quan-2026/cases")
    let number = try await client.loggedCase(turnover: "100")
    let tagged = try await client.post("/api/campaigns/tie-quan-2026/cases", json: #"{"number":"\#(number)"}"#)
    #expect(tagged.status == 201)
    let cases = try await client.get("/api/campaigns/tie-quan-2026/cases").object
    #expect((cases["cases"] as? [[String: Any]])?.map { $0["number"] as? String } == [number])
    #expect((cases["campaign"] as? [String: Any])?["cases"] as? Int == 1)
    let culture = try await Client().signedIn(Given.officer("CUL", .clerk))
    let seen = try await culture.get("/api/campaigns/tie-quan-2026/cases").object
    #expect((seen["cases"] as? [Any])?.isEmpty == true)
    let all = try await culture.get("/api/campaigns").object
    #expect((all["campaigns"] as? [[String: Any]])?.first?["name"] as? String == "铁拳行动")
  }

  @Test(arguments: [
    (#"{"code":"Tie","name":"铁拳","from":"2026-03-01"}"#, 400, "campaign.code"),
    (#"{"code":"tie","name":"铁拳","from":"2026-03"}"#, 422, "clock.day-needed"),
    (#"{"code":"tie","name":"铁拳","from":"2026-03-01","to":"2026-02-28"}"#, 422, "campaign.order"),
    (#"{"code":"tie","from":"2026-03-01"}"#, 400, "body.field-missing"),
  ])
  func aCampaignThatCannotBeBegunIsRefused(_ body: String, _ status: Int, _ code: String) async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .head))
    let answer = try await client.post("/api/campaigns", json: body)
    #expect(answer.status == status)
    #expect(answer["type"] == code)
  }

  @Test func whatIsNotThereIsNotFound() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .head))
    #expect(try await client.get("/api/campaigns/none-such/cases")["type"] == "campaign.unknown")
    #expect(try await client.get("/api/campaigns/NONE/cases").status == 400)
    #expect(try await client.get("/api/conference-tasks/9")["type"] == "conference.unknown")
  }

  @Test func aCampaignIsBegunAndAFileTaggedByForm() async throws {
    let officer = try await Given.officer("IPB", .clerk, .caseOfficer)
    let number = try await Given.caseFile(by: officer)
    let browser = try await Client().browsing(officer)
    let begun = try await browser.post(
      "/campaigns", form: ["code": "tie-quan", "name": PageTests.hostile, "from": "2026年3月1日", "to": ""])
    #expect(begun.status == 303)
    #expect(begun.headers[.location] == "/campaigns/tie-quan")
    let tagged = try await browser.post("/campaigns/tie-quan", form: ["number": number.wire])
    #expect(tagged.status == 303)
    for path in ["/campaigns", "/campaigns/tie-quan"] {
      let page = try await browser.get(path).body
      #expect(page.contains("onfocus=alert(1)") && !page.contains("<b>") && !page.contains("⟦"), "\(path)")
    }
    #expect(try await browser.get("/campaigns/tie-quan").body.contains("/cases/\(number)"))
    let none = try await browser.post("/campaigns/tie-quan", form: ["number": "2026-999999"])
    #expect(none.status == 404)
    #expect(none.body.contains(##"href="#number""##))
    let again = try await browser.post("/campaigns", form: ["code": "tie-quan", "name": "铁拳", "from": "2026-03-01"])
    #expect(again.status == 422)
    #expect(again.body.contains(##"href="#code""##))
  }
}

@Suite(.database) struct ConferenceRouteTests {
  private static let task =
    #"{"meetingOn":"2026-11-10","subject":"案件移送","demand":"报送移送情况","planTask":6,"lead":"PSB","dueOn":"2026-11-25"}"#

  @Test func aTaskIsPutDownAnsweredAndClosed() async throws {
    let keeper = try await Client().signedIn(Given.officer("IPB", .head))
    let police = try await Client().signedIn(Given.officer("PSB", .caseOfficer))
    let put = try await keeper.post("/api/conference-tasks", json: Self.task)
    #expect(put.status == 201)
    let path = try #require(put.headers[.location])
    let open = try await police.get(path).object
    #expect(open["state"] as? String == "open")
    // Five days are left.
    #expect(open["light"] as? String == "amber")
    #expect(open["allowed"] as? [String] == ["reply"])
    #expect(try await keeper.post("\(path)/acts", json: #"{"act":"close"}"#)["type"] == "conference.unanswered")
    #expect(try await police.post("\(path)/acts", json: #"{"act":"reply","text":"已报送"}"#).status == 201)
    #expect(try await keeper.post("\(path)/acts", json: #"{"act":"close"}"#).status == 201)
    let closed = try await police.get(path).object
    #expect(closed["state"] as? String == "closed")
    #expect(closed["light"] as? String == "green")
    #expect((closed["entries"] as? [Any])?.count == 2)
    #expect((try await police.get("/api/conference-tasks").object["tasks"] as? [Any])?.isEmpty == true)
    #expect((try await police.get("/api/conference-tasks?open=false").object["tasks"] as? [Any])?.count == 1)
  }

  @Test func aTaskIsPutDownAndAnsweredByForm() async throws {
    let keeper = try await Client().browsing(Given.officer("JCF", .head))
    let police = try await Client().browsing(Given.officer("PSB", .caseOfficer))
    #expect(try await keeper.get("/conference-tasks").body.contains("/conference-tasks/new"))
    #expect(!(try await police.get("/conference-tasks")).body.contains("/conference-tasks/new"))
    let form = try await keeper.get("/conference-tasks/new")
    #expect(form.status == 200)
    #expect(form.body.contains(#"name="participants["#) && !form.body.contains("⟦"))
    let fields = [
      "meetingOn": "2026-11-10", "subject": PageTests.hostile, "demand": "报送", "planTask": "6", "lead": "",
      "participants[5]": "PSB", "participants[6]": "PRO", "dueOn": "2026-11-30",
    ]
    let put = try await keeper.post("/conference-tasks", form: fields)
    #expect(put.status == 303)
    let path = try #require(put.headers[.location])
    let page = try await police.get(path).body
    for text in ["公安分局", "区检察院", "未设牵头单位", "/plan/tasks/6", #"value="reply""#] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(page.contains("onfocus=alert(1)") && !page.contains("<b>") && !page.contains("⟦"))
    let empty = try await police.post(path, form: ["act": "reply", "text": ""])
    #expect(empty.status == 422)
    #expect(empty.body.contains(##"href="#text""##))
    #expect(try await police.post(path, form: ["act": "reply", "text": "已报送"]).status == 303)
    #expect(try await keeper.get("/plan").body.contains("联席会议交办事项"))
    #expect(try await keeper.get("/plan/tasks/6").body.contains(path))
    let nobody = try await keeper.post("/conference-tasks", form: fields.filter { !$0.key.hasPrefix("part") })
    #expect(nobody.status == 422)
  }
}

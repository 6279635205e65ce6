import Casework
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct PlanRouteTests {
  private static let report = #"{"task":9,"period":"2025","text":"已建成指导站三个","percent":80,"evidence":"验收材料"}"#
  private static let figure = #"{"target":"trademarks","asOf":"2025-12-31","value":"250001","source":"商标年度统计"}"#

  private func list(_ client: Client, _ path: String, _ name: String) async throws -> [[String: Any]] {
    let answer = try await client.get(path)
    #expect(answer.status == 200)
    return try #require(answer.object[name] as? [[String: Any]])
  }

  @Test func theTasksNameTheirAgenciesAndNobodyHasReported() async throws {
    let client = try await Client().signedIn(Given.officer("ARC", .clerk))
    let tasks = try await list(client, "/api/plan/tasks", "tasks")
    #expect(tasks.map { $0["number"] as? Int } == Array(1...16))
    let fourth = tasks[3]
    #expect(fourth["leads"] as? [String] == [])
    #expect(fourth["participants"] as? [String] == ["COU", "PRO", "PSB", "HTZ"])
    #expect(fourth["bracket"] as? String == "区法院、区检察院、公安分局、佛山高新区南海管理局按职责分工负责")
    #expect(fourth["progress"] is NSNull)
    // The plan ended on 2025-12-31, and today is 2026-11-20.
    #expect(fourth["light"] as? String == "red")
  }

  @Test func aReportIsRecordedOnceAndShownToAll() async throws {
    let archives = try await Client().signedIn(Given.officer("ARC", .caseOfficer))
    let first = try await archives.post("/api/plan/progress", json: Self.report, key: "report-key")
    #expect(first.status == 201)
    #expect(first.headers[.location] == "/api/plan/tasks/9")
    let again = try await archives.post("/api/plan/progress", json: Self.report, key: "report-key")
    #expect(again.headers[.idempotencyReplayed] == "true")
    #expect(again.body == first.body)
    let town = try await Client().signedIn(Given.officer("TWN-GC", .clerk))
    let task = try await town.get("/api/plan/tasks/9").object
    let history = try #require(task["history"] as? [[String: Any]])
    #expect(history.count == 1)
    #expect(history[0]["percent"] as? Int == 80)
    #expect(history[0]["period"] as? String == "2025")
    #expect(history[0]["evidence"] as? String == "验收材料")
    // The lead has said nothing, so the task is at no per cent that anybody knows of.
    #expect(task["progress"] is NSNull)
  }

  @Test(arguments: [
    (#"{"task":5,"period":"2025","text":"x"}"#, 403, "plan.not-named"),
    (#"{"task":99,"period":"2025","text":"x"}"#, 404, "plan.task-unknown"),
    (#"{"task":9,"period":"2027","text":"x"}"#, 422, "date.future"),
    (#"{"task":9,"period":"2025","text":"x","percent":101}"#, 422, "plan.percent"),
    (#"{"task":9,"period":"2025","text":" "}"#, 422, "text.empty"),
    (#"{"task":9,"period":"2025"}"#, 400, "body.field-missing"), (#"{"#, 400, "body.malformed"),
  ])
  func aReportThatCannotBeRecordedIsRefused(_ body: String, _ status: Int, _ code: String) async throws {
    let client = try await Client().signedIn(Given.officer("ARC", .caseOfficer))
    let answer = try await client.post("/api/plan/progress", json: body)
    #expect(answer.status == status)
    #expect(answer["type"] == code)
  }

  @Test func aTargetIsNotMeasuredUntilSomebodyRecordsAFigure() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .statistician))
    let before = try await list(client, "/api/plan/targets", "targets")
    #expect(before.count == 6)
    #expect(before.allSatisfy { $0["value"] is NSNull && $0["met"] is NSNull })
    #expect(before[1]["year"] as? Int == 2025)
    #expect(before[1]["missing"] as? [String] == ["2025"])
    #expect(before[2]["missing"] as? [String] == ["2024", "2025"])
    #expect(try await client.post("/api/plan/measurements", json: Self.figure).status == 201)
    let after = try await list(client, "/api/plan/targets?year=2025", "targets")
    #expect(after[1]["value"] as? String == "250001")
    #expect(after[1]["met"] as? Bool == true)
    #expect((after[1]["measurements"] as? [Any])?.count == 1)
  }

  @Test func onlyWhoLeadsRecordsAFigure() async throws {
    let archives = try await Client().signedIn(Given.officer("ARC", .head))
    let answer = try await archives.post("/api/plan/measurements", json: Self.figure)
    #expect(answer.status == 403)
    #expect(answer["type"] == "plan.not-lead")
  }

  @Test func theSelfAssessmentIsJSONAndASpreadsheet() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .caseOfficer, .statistician))
    #expect(try await client.post("/api/plan/progress", json: Self.report).status == 201)
    #expect(try await client.post("/api/plan/measurements", json: Self.figure).status == 201)
    let json = try await client.get("/api/plan/self-assessment?year=2025").object
    #expect(json["year"] as? Int == 2025)
    #expect((json["tasks"] as? [Any])?.count == 16)
    #expect((json["targets"] as? [Any])?.count == 6)
    let csv = try await client.get("/api/plan/self-assessment?year=2025&format=csv")
    #expect(csv.status == 200)
    #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
    #expect(csv.body.utf8.starts(with: [0xEF, 0xBB, 0xBF]))
    let lines = csv.body.components(separatedBy: "\r\n").filter { !$0.isEmpty }
    #expect(lines.count == 1 + 16 + 6)
    let ninth = try #require(lines.first { $0.hasPrefix("主要任务,9,") })
    for text in ["深化商标品牌和地标培育工作", "区知识产权局（2025）：已建成指导站三个", "完成80%", "验收材料"] {
      #expect(ninth.contains(text), "\(text)")
    }
    let trademarks = try #require(lines.first { $0.contains("有效注册商标") })
    for text in ["突破250,000件", "250,001件", "已达成", "2025-12-31", "商标年度统计"] {
      #expect(trademarks.contains(text), "\(text)")
    }
    #expect(lines.first { $0.contains("有效发明专利") }?.contains("尚未登记数值") == true)
    #expect(csv.body.contains("未设牵头单位"))
  }

  @Test(arguments: ["", "?year=x", "?year=1999", "?year=2025&format=xml", "?yaer=2025"])
  func aSelfAssessmentWithoutAYearIsRefused(query: String) async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    let answer = try await client.get("/api/plan/self-assessment\(query)")
    #expect(answer.status == 400)
    #expect(answer["type"] == "query.parameter")
  }

  @Test func nobodyReadsThePlanWithoutSigningIn() async throws {
    for path in ["/api/plan/tasks", "/api/plan/targets", "/api/campaigns", "/api/conference-tasks"] {
      #expect(try await Client().get(path).status == 401)
    }
    for path in ["/plan", "/campaigns", "/conference-tasks"] {
      #expect(try await Client().get(path).headers[.location]?.hasPrefix("/sign-in") == true)
    }
  }
}

@Suite(.database) struct PlanPageTests {
  @Test func thePlanShowsTasksAndTargetsAndWhatIsNotMeasured() async throws {
    let browser = try await Client().browsing(Given.officer("ARC", .clerk))
    let page = try await browser.get("/plan")
    #expect(page.status == 200)
    for text in [
      "加强知识产权司法保护", "未设牵头单位", "突破12,000件", "超1,500,000,000元", "每年递增5%", "60项以上", "达25,000件",
      "尚未登记数值", "未报送进展", "/plan/tasks/16", "红灯",
    ] { #expect(page.body.contains(text), "\(text)") }
    #expect(!page.body.contains("⟦"))
    let english = try await self.english(browser)
    #expect(english.body.contains("Not measured yet"))
    #expect(!english.body.contains("⟦"))
  }

  private func english(_ browser: Client) async throws -> Client.Answer {
    var browser = browser
    browser.language = "en"
    return try await browser.get("/plan?year=2024")
  }

  @Test func aReportIsSentByFormAndShown() async throws {
    let browser = try await Client().browsing(Given.officer("ARC", .caseOfficer))
    #expect(try await browser.get("/plan/tasks/9").body.contains(#"name="percent""#))
    let done = try await browser.post(
      "/plan/tasks/9", form: ["period": "2025", "text": PageTests.hostile, "percent": "100", "evidence": ""])
    #expect(done.status == 303)
    #expect(done.headers[.location] == "/plan/tasks/9")
    for path in ["/plan/tasks/9", "/plan"] {
      let page = try await browser.get(path).body
      #expect(page.contains("onfocus=alert(1)"))
      #expect(!page.contains("<b>"))
      #expect(!page.contains("⟦"))
    }
    let wrong = try await browser.post("/plan/tasks/9", form: ["period": "2025", "text": "已办", "percent": "101"])
    #expect(wrong.status == 422)
    #expect(wrong.body.contains(##"href="#percent""##))
    #expect(wrong.body.contains("已办"))
  }

  @Test func whoIsNotNamedSeesNoForm() async throws {
    let browser = try await Client().browsing(Given.officer("ARC", .caseOfficer))
    let page = try await browser.get("/plan/tasks/5")
    #expect(page.status == 200)
    #expect(!page.body.contains(#"name="percent""#))
    #expect(try await browser.get("/plan/tasks/17").status == 404)
    #expect(try await browser.get("/plan/tasks/x").status == 404)
  }

  @Test func aFigureIsRecordedByForm() async throws {
    let browser = try await Client().browsing(Given.officer("IPB", .statistician))
    let form = ["asOf": "2025-12-31", "value": "250001", "source": "商标年度统计"]
    let done = try await browser.post("/plan/targets/trademarks", form: form)
    #expect(done.status == 303)
    let page = try await browser.get("/plan/targets/trademarks").body
    for text in ["250,001件", "已达成", "商标年度统计", "2025-12-31"] { #expect(page.contains(text), "\(text)") }
    let future = try await browser.post("/plan/targets/trademarks", form: form.merging(["asOf": "2026"]) { $1 })
    #expect(future.status == 422)
    #expect(try await browser.get("/plan/targets/none").status == 404)
    let archives = try await Client().browsing(Given.officer("ARC", .head))
    #expect(!(try await archives.get("/plan/targets/trademarks")).body.contains(#"name="asOf""#))
  }

  @Test func theSelfAssessmentIsFetchedFromThePage() async throws {
    let browser = try await Client().browsing(Given.officer("ARC", .clerk))
    let csv = try await browser.get("/plan/self-assessment?year=2025&format=csv")
    #expect(csv.status == 200)
    #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
  }
}

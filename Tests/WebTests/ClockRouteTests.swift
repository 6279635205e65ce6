import Casework
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct ClockRouteTests {
  private func clocks(_ client: Client, _ number: String) async throws -> [[String: Any]] {
    let answer = try await client.get("/api/cases/\(number)/clocks")
    #expect(answer.status == 200)
    #expect(answer.headers[.contentType] == "application/json")
    return try #require(answer.object["clocks"] as? [[String: Any]])
  }

  private func clock(_ rule: String, _ client: Client, _ number: String) async throws -> [String: Any] {
    try #require(try await clocks(client, number).first { $0["rule"] as? String == rule })
  }

  private func ledger(_ clock: [String: Any]) throws -> [[String: Any]] {
    let why = try #require(clock["why"] as? [String: Any])
    return try #require(why["ledger"] as? [[String: Any]])
  }

  /// The address of the page of a file's first clock.
  private func page(_ client: Client, _ number: String) async throws -> String {
    let id = try #require(try await clocks(client, number).first?["id"] as? Int)
    return "/cases/\(number)/clocks/\(id)"
  }

  @Test func aNewFilesClockSaysWhenItEndsAndWhyDayByDay() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    let number = try await client.loggedCase()
    let clocks = try await clocks(client, number)
    #expect(clocks.count == 1)
    let clock = try #require(clocks.first)
    let texts = ["kind", "rule", "state", "due", "liable", "agency"].map { clock[$0] as? String }
    #expect(texts == ["penalty", "P1", "on-time", "2026-11-23", "owner", "IPB"])
    #expect(clock["startedBy"] as? Int == 1)
    #expect(clock["proceeding"] as? Int == (try await client.penalty(of: number)))
    #expect((clock["name"] as? [String: String])?["chinese"] == "核查线索并决定是否立案")
    let why = try #require(clock["why"] as? [String: Any])
    let particulars = ["rule", "version", "unit", "due"].map { why[$0] as? String }
    #expect(particulars == ["P1", "2021-07-15", "working-day", "2026-11-23"])
    #expect((why["citations"] as? [[String: Any]])?.map { $0["key"] as? String } == ["samr-procedure@18"])
    let lines = try ledger(clock)
    #expect(lines.first?["at"] as? String == "2026-11-02" && lines.first?["reason"] as? String == "trigger")
    #expect(lines.compactMap { $0["number"] as? Int } == Array(1...15))
    #expect(lines.count { $0["reason"] as? String == "weekend" && $0["counted"] as? Bool == false } == 6)
    #expect(lines.last?["at"] as? String == "2026-11-23")
  }

  @Test(arguments: [(0, "on-time"), (1, "due-soon"), (3, "due-soon"), (4, "overdue")])
  func theStateOfAClockGoesByTheInstantOfTheRequest(_ days: Int, _ state: String) async throws {
    let officer = try await Given.officer("IPB", .clerk)
    let number = try await Client().signedIn(officer).loggedCase()
    let later = try await Client(now: Given.now.adding(seconds: days * 86_400)).signedIn(officer)
    #expect(try await clock("P1", later, number)["state"] as? String == state)
  }

  @Test func aClockInHoursEndsAtTheMinute() async throws {
    let officer = try await Given.officer("IPB", .clerk, .caseOfficer, .head)
    let client = try await Client().signedIn(officer)
    let number = try await client.loggedCase()
    let referral = try await client.reportedReferral(of: number)
    try await client.act("approve", of: referral, ["time": "09:30"])
    let running = try await clock("R4a", client, number)
    let texts = ["state", "due", "liable"].map { running[$0] as? String }
    #expect(texts == ["on-time", "2026-11-21T09:30:00+08:00", "sender"])
    let hours = try ledger(running)
    #expect(hours.compactMap { $0["number"] as? Int } == Array(1...24))
    #expect(hours.first?["at"] as? String == "2026-11-20T10:30:00+08:00")
    let done = try await clock("R3", client, number)
    #expect(["state", "endedOn"].map { done[$0] as? String } == ["satisfied", "2026-11-20"])
    let outer = (done["why"] as? [String: Any])?["outer"] as? [String: String]
    #expect(outer == ["reading": "working-day", "due": "2026-11-25"])
    let id = try #require(running["id"] as? Int)
    let page = try await Client().browsing(officer).get("/cases/\(number)/clocks/\(id)").body
    for text in ["2026-11-21 09:30（余 23 小时）", "国务院令第310号", "第五条第二款"] { #expect(page.contains(text), "\(text)") }
  }

  @Test func aClockStandsStillWhileATimeLastsThatDoesNotCount() async throws {
    let officer = try await Given.officer("IPB", .clerk, .caseOfficer)
    let (client, browser) = (try await Client().signedIn(officer), try await Client().browsing(officer))
    let number = try await client.loggedCase()
    let penalty = try await client.penalty(of: number)
    try await client.act("pause", of: penalty, on: "2026-11-10", ["pause": "appraisal"])
    let paused = try await clock("P1", client, number)
    #expect(paused["state"] as? String == "suspended")
    #expect(paused["due"] as? String == nil)
    #expect(try await browser.get(page(client, number)).body.contains("暂停计算"))
    try await client.act("resume", of: penalty, on: "2026-11-12", ["pause": "appraisal"])
    let resumed = try await clock("P1", client, number)
    #expect(resumed["due"] as? String == "2026-11-26")
    #expect(try ledger(resumed).count { $0["reason"] as? String == "appraisal" } == 3)
  }

  @Test func anExtensionMovesAClockAndIsAFactOfItsOwnForm() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk, .head))
    let number = try await client.loggedCase()
    let penalty = try await client.penalty(of: number)
    let allowed = try await client.get("/api/proceedings/\(penalty)/acts").object["allowed"] as? [[String: Any]]
    let extend = try #require(allowed?.first { $0["act"] as? String == "extend" })
    #expect(extend["to"] as? String == "lead")
    let facts = try #require(extend["facts"] as? [[String: Any]])
    #expect(facts.map { $0["form"] as? String } == ["choice", "count", "prose"])
    try await client.act("extend", of: penalty, ["extension": "P1-head", "reason": "案情复杂"])
    #expect(try await clock("P1", client, number)["due"] as? String == "2026-12-14")
  }

  @Test(arguments: [
    ("extend", ["extension": "P16-collective", "reason": "复杂", "days": "0"], "fact.count", "facts.days"),
    ("extend", ["extension": "P1-head", "reason": "复杂", "days": "3"], "law.extension-fixed", "facts.extension"),
  ])
  func anExtensionThatCannotBeIsRefused(
    _ act: String, _ facts: [String: String], _ code: String, _ field: String
  ) async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk, .head))
    let penalty = try await client.penalty(of: client.loggedCase())
    let answer = try await client.post(
      "/api/proceedings/\(penalty)/acts", json: Client.act(act, on: "2026-11-20", facts))
    #expect(answer.status == 422)
    #expect(answer["type"] == code)
    #expect(answer["field"] == field)
  }

  @Test func theCasePageLeadsToTheClockAndItsLedgerAndArticlesInChinese() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    let (client, browser) = (try await Client().signedIn(officer), try await Client().browsing(officer))
    let number = try await client.loggedCase()
    let address = try await page(client, number)
    #expect(try await browser.get("/cases/\(number)").body.contains("href=\"\(address)\""))
    let answer = try await browser.get(address)
    #expect(answer.status == 200)
    for text in [
      "核查线索并决定是否立案", "期限内", "2026-11-23（余 3 天）", "区知识产权局", "2021-07-15", "起算日，不计入", "计入", "休息日",
      "《民法典》第二百零一条", "《市场监督管理行政处罚程序规定》", "第十八条",
    ] {
      #expect(answer.body.contains(text), "\(text)")
    }
    #expect(answer.body.matches(of: /<th scope="row"[^>]*>2026-11-[0-9]{2}<\/th>/).count == 22)
    #expect(!answer.body.contains("⟦"))
  }

  @Test func theClockPageIsThereInEnglish() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    let client = try await Client().signedIn(officer)
    let address = try await page(client, client.loggedCase())
    var browser = try await Client().browsing(officer)
    browser.language = "en"
    let body = try await browser.get(address).body
    for text in ["Verify the lead and decide on filing", "weekend", "On time"] {
      #expect(body.contains(text), "\(text)")
    }
    #expect(!body.contains("⟦"))
  }

  @Test func whatKeepsAClockFromBeingComputedIsSaidInFull() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    let (client, browser) = (try await Client().signedIn(officer), try await Client().browsing(officer))
    let number = try await client.loggedCase(leadOn: "2026-10")
    let clock = try await clock("P1", client, number)
    #expect(["state", "problem"].map { clock[$0] as? String } == ["uncomputable", "law.from-unknown"])
    #expect(clock["due"] as? String == nil && clock["why"] as? [String: Any] == nil)
    let pages = [
      try await browser.get(page(client, number)), try await browser.get("/cases/\(number)"),
      try await browser.get("/cases/\(number)/explanation"),
    ]
    for page in pages {
      #expect(page.status == 200)
      #expect(page.body.contains("“P1”的起算日期不详"))
      #expect(!page.body.contains("rule}"))
    }
  }

  @Test func anotherAgencysClocksAreNotFound() async throws {
    let owner = try await Client().signedIn(Given.officer("IPB", .clerk))
    let number = try await owner.loggedCase()
    let address = try await page(owner, number)
    let stranger = try await Given.officer("CUL", .clerk, .caseOfficer, .head)
    let answer = try await Client().signedIn(stranger).get("/api/cases/\(number)/clocks")
    #expect(answer.status == 404)
    #expect(answer["type"] == "case.unknown")
    #expect(!answer.body.contains("灯湖"))
    #expect(try await Client().browsing(stranger).get(address).status == 404)
  }

  @Test func aClockIsFoundUnderItsOwnFileOnly() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    let (client, browser) = (try await Client().signedIn(officer), try await Client().browsing(officer))
    let (number, other) = (try await client.loggedCase(), try await client.loggedCase())
    let foreign = try await page(client, other).replacing(other, with: number)
    for path in [foreign, "/cases/\(number)/clocks/x", "/cases/\(number)/clocks/99999999999999999999"] {
      let answer = try await browser.get(path)
      #expect(answer.status == 404, "\(path)")
      #expect(answer.body.contains("没有这一期限"), "\(path)")
    }
    #expect(try await client.get("/api/cases/nonsense/clocks")["type"] == "case.number")
    #expect(try await Client().get("/api/cases/\(number)/clocks").status == 401)
    #expect(try await Client().get(foreign).headers[.location]?.hasPrefix("/sign-in") == true)
  }
}

@Suite(.database) struct SortRouteTests {
  private func numbers(_ client: Client, _ query: String) async throws -> [String?] {
    let list = try await client.get("/api/cases\(query)").object
    return try #require(list["cases"] as? [[String: Any]]).map { $0["number"] as? String }
  }

  @Test func theNearestTimeLimitComesFirstIfAskedFor() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    let client = try await Client().signedIn(officer)
    let soon = try await client.loggedCase(leadOn: "2026-10-20")
    let late = try await client.loggedCase(leadOn: "2026-11-19")
    let sooner = try await client.loggedCase(leadOn: "2026-10-15")
    let never = try await client.loggedCase(leadOn: "2026-10")
    #expect(try await numbers(client, "?sort=due") == [sooner, soon, late])
    #expect(try await numbers(client, "?sort=due&limit=2") == [sooner, soon])
    #expect(try await numbers(client, "?sort=latest") == [never, sooner, late, soon])
    #expect(try await numbers(client, "") == [never, sooner, late, soon])
    let page = try await Client().browsing(officer).get("/cases?sort=due").body
    let rows = page.matches(of: /href="\/cases\/(2026-[0-9]{6})"/).map { String($0.1) }
    #expect(rows == [sooner, soon, late])
  }

  @Test func aListByTimeLimitHasNoNextPage() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    for _ in 0..<2 { _ = try await client.loggedCase() }
    #expect(try await client.get("/api/cases?sort=due&limit=1").object["next"] is NSNull)
    #expect(try await client.get("/api/cases?sort=latest&limit=1").object["next"] is Int)
  }

  @Test(arguments: ["/api/cases?sort=x", "/api/cases?sort=due&sort=due", "/api/cases?sort=DUE"])
  func anotherOrderIsRefused(_ path: String) async throws {
    let answer = try await Client().signedIn(Given.officer("IPB", .clerk)).get(path)
    #expect(answer.status == 400)
    #expect(answer["type"] == "query.parameter")
    #expect(answer["field"] == "sort")
  }
}

extension Client {
  /// Logs a case about a trademark, and tells its number.
  func loggedCase(leadOn: String = "2026-11-02", turnover: String? = nil) async throws -> String {
    let amounts = turnover.map { #","amounts":{"turnover":"\#($0)"}"# } ?? ""
    let request = """
      {"ipType":"trademark","summary":"涉嫌销售侵权商品","leadSource":"inspection","leadOn":"\(leadOn)",
      "parties":[{"role":"respondent","kind":"organisation","name":"灯湖服饰商行"}]\(amounts)}
      """
    return try #require(try await post("/api/cases", json: request)["number"])
  }

  /// The key of the penalty proceeding of a file.
  func penalty(of number: String) async throws -> Int {
    let file = try await get("/api/cases/\(number)").object
    return try #require((file["proceedings"] as? [[String: Any]])?.first?["id"] as? Int)
  }

  /// Drafts a referral to the police, has a team report on it, and tells its key.
  func reportedReferral(of number: String) async throws -> Int {
    let request = #"{"receivingAgency":"PSB","offence":"213","basis":"threshold","reason":"数额达到标准"}"#
    let answer = try await post("/api/cases/\(number)/referrals", json: request)
    let id = try #require(answer.object["id"] as? Int, "\(answer.body)")
    try await act("team", of: id, ["officers": "甲、乙"])
    try await act("report", of: id, ["findings": "涉嫌犯罪"])
    return id
  }

  /// Does an act.
  func act(
    _ act: String, of proceeding: Int, on day: String = "2026-11-20", _ facts: [String: String] = [:]
  ) async throws {
    let answer = try await post("/api/proceedings/\(proceeding)/acts", json: Self.act(act, on: day, facts))
    #expect(answer.status == 201, "\(act): \(answer.body)")
  }

  /// The body that asks for an act.
  static func act(_ act: String, on day: String, _ facts: [String: String]) throws -> String {
    let request: [String: Any] = ["act": act, "happenedOn": day, "facts": facts]
    return String(decoding: try JSONSerialization.data(withJSONObject: request, options: .sortedKeys), as: UTF8.self)
  }
}

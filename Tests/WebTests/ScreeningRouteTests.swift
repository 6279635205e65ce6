import Casework
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct ScreeningRouteTests {
  /// A turnover that reaches the threshold of offence 213.
  private static let turnover = "300000"

  private func hits(_ client: Client, _ path: String) async throws -> [[String: Any]] {
    let answer = try await client.get(path)
    #expect(answer.status == 200)
    #expect(answer.headers[.contentType] == "application/json")
    return try #require(answer.object["hits"] as? [[String: Any]])
  }

  private func reason(_ text: String, _ offence: String = "213") throws -> String {
    String(
      decoding: try JSONSerialization.data(
        withJSONObject: ["offence": offence, "reason": text], options: .sortedKeys), as: UTF8.self)
  }

  @Test func aHitSaysOffenceSumAndWhatMustBeKnownBesideIt() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    let number = try await client.loggedCase(turnover: Self.turnover)
    let hits = try await hits(client, "/api/cases/\(number)/screening")
    let hit = try #require(hits.first)
    let texts = [
      "number", "summary", "respondents", "owner", "offence", "result", "decidedBy", "version", "arithmetic",
    ]
    #expect(
      texts.map { hit[$0] as? String } == [
        number, "涉嫌销售侵权商品", "灯湖服饰商行", "IPB", "213", "met", "213-2025-goods-turnover", "2025",
        "turnover 300000.00 >= 50000.00",
      ])
    #expect(hit["tier"] as? Int == 1)
    #expect(hit["referred"] as? Bool == false && hit["open"] as? Bool == true)
    #expect((hit["notes"] as? String)?.contains("conduct-unknown") == true)
    #expect(["reason", "reasonBy", "reasonAt"].allSatisfy { hit[$0] is NSNull })
    #expect(hit["screenedAt"] as? String == "2026-11-20T02:00:00Z")
  }

  @Test func aFileBelowEveryThresholdHasNoHit() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    let number = try await client.loggedCase(turnover: "100")
    #expect(try await hits(client, "/api/cases/\(number)/screening").isEmpty)
    #expect(try await hits(client, "/api/screening?open=false").isEmpty)
  }

  @Test func aReasonIsRecordedOnceAndReplayedByItsKey() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk, .caseOfficer))
    let number = try await client.loggedCase(turnover: Self.turnover)
    let path = "/api/cases/\(number)/screening/reasons"
    let first = try await client.post(path, json: reason("数额系误记"), key: "reason-key")
    #expect(first.status == 201)
    #expect(first["number"] == number)
    #expect(first.headers[.location] == "/api/cases/\(number)/screening")
    #expect(first.headers[.idempotencyReplayed] == nil)
    let second = try await client.post(path, json: reason("数额系误记"), key: "reason-key")
    #expect(second.status == 201)
    #expect(second.body == first.body)
    #expect(second.headers[.idempotencyReplayed] == "true")
    let other = try await client.post(path, json: reason("另一理由"), key: "reason-key")
    #expect(other.status == 422)
    #expect(other["type"] == "idempotency.reused")
    let kept = try await TestDatabase.owner.snapshot { db in
      try db.all("select reason from screening_reason") { try $0["reason"] as String }
    }
    #expect(kept == ["数额系误记"])
    let hit = try #require(try await hits(client, "/api/cases/\(number)/screening").first)
    #expect(hit["open"] as? Bool == false)
    #expect(
      ["reason", "reasonBy", "reasonAt"].map { hit[$0] as? String } == ["数额系误记", "测试员", "2026-11-20T02:00:00Z"])
  }

  @Test func theListShowsOpenHitsUnlessAllAreAskedFor() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk, .caseOfficer))
    let explained = try await client.loggedCase(turnover: Self.turnover)
    let open = try await client.loggedCase(turnover: Self.turnover)
    _ = try await client.post("/api/cases/\(explained)/screening/reasons", json: reason("数额系误记"))
    let numbers = { (path: String) in try await hits(client, path).map { $0["number"] as? String } }
    #expect(try await numbers("/api/screening") == [open])
    #expect(try await numbers("/api/screening?open=true") == [open])
    #expect(try await numbers("/api/screening?open=false") == [open, explained])
    for path in ["/api/screening?open=x", "/api/screening?opn=true"] {
      let answer = try await client.get(path)
      #expect(answer.status == 400)
      #expect(answer["type"] == "query.parameter")
    }
  }

  @Test func aFileSentToThePoliceIsNoLongerOpenAndNotTheirsToExplain() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk, .caseOfficer, .head))
    let number = try await client.loggedCase(turnover: Self.turnover)
    let referral = try await client.reportedReferral(of: number)
    try await client.act("approve", of: referral)
    try await client.act("send", of: referral)
    let police = try await Client().signedIn(Given.officer("PSB", .caseOfficer))
    let hit = try #require(try await hits(police, "/api/cases/\(number)/screening").first)
    #expect(hit["referred"] as? Bool == true && hit["open"] as? Bool == false)
    let answer = try await police.post("/api/cases/\(number)/screening/reasons", json: reason("并非犯罪"))
    #expect(answer.status == 403)
    #expect(answer["type"] == "case.no-power")
  }

  @Test(arguments: [
    (#"{"offence":"215","reason":"无关"}"#, 409, "screening.no-hit", "offence"),
    (#"{"offence":"213","reason":"  "}"#, 422, "text.empty", "reason"),
    (#"{"offence":"213"}"#, 400, "body.field-missing", "reason"),
    (#"{"offence":["213"],"reason":"x"}"#, 400, "body.field", "offence"), (#"{"#, 400, "body.malformed", nil),
  ])
  func aReasonThatCannotBeRecordedIsRefused(
    _ body: String, _ status: Int, _ code: String, _ field: String?
  ) async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk, .caseOfficer))
    let number = try await client.loggedCase(turnover: Self.turnover)
    let answer = try await client.post("/api/cases/\(number)/screening/reasons", json: body)
    #expect(answer.status == status)
    #expect(answer.headers[.contentType] == "application/problem+json")
    #expect(answer["type"] == code)
    #expect(answer["field"] == field)
  }

  @Test func aReasonNeedsAKeyAndAnOfficerWithThePower() async throws {
    let clerk = try await Client().signedIn(Given.officer("IPB", .clerk))
    let number = try await clerk.loggedCase(turnover: Self.turnover)
    let path = "/api/cases/\(number)/screening/reasons"
    let powerless = try await clerk.post(path, json: reason("误记"))
    #expect(powerless.status == 403)
    #expect(powerless["type"] == "role.missing")
    let officer = try await Client().signedIn(Given.officer("IPB", .caseOfficer))
    #expect(try await officer.post(path, json: reason("误记"), key: nil)["type"] == "idempotency.missing")
    #expect(try await Client().post(path, json: reason("误记")).status == 401)
    #expect(try await officer.send(.delete, path, nil, nil, [:]).headers[.allow] == "POST")
  }

  @Test func anotherAgencysHitsAreNotFoundAtAnyDoor() async throws {
    let owner = try await Client().signedIn(Given.officer("IPB", .clerk))
    let number = try await owner.loggedCase(turnover: Self.turnover)
    let stranger = try await Given.officer("CUL", .clerk, .caseOfficer, .head)
    let program = try await Client().signedIn(stranger)
    let answers = [
      try await program.get("/api/cases/\(number)/screening"),
      try await program.post("/api/cases/\(number)/screening/reasons", json: reason("误记")),
    ]
    for answer in answers {
      #expect(answer.status == 404)
      #expect(answer["type"] == "case.unknown")
      #expect(!answer.body.contains("灯湖"))
    }
    #expect(try await hits(program, "/api/screening?open=false").isEmpty)
    let browser = try await Client().browsing(stranger)
    #expect(try await browser.get("/cases/\(number)/screening/213").status == 404)
    let done = try await browser.post("/cases/\(number)/screening/213", form: ["reason": "误记"])
    #expect(done.status == 404)
    #expect(!(try await browser.get("/screening?open=false")).body.contains("灯湖"))
  }
}

@Suite(.database) struct ScreeningPageTests {
  /// An officer's browser, and a file of theirs with a hit.
  private func hit(_ role: Role) async throws -> (browser: Client, number: String, officer: Officer) {
    let clerk = try await Given.officer("IPB", .clerk)
    let number = try await Client().signedIn(clerk).loggedCase(turnover: "300000")
    let officer = try await Given.officer("IPB", role, login: "ipb.reader")
    return (try await Client().browsing(officer), number, officer)
  }

  @Test func thePageListsTheHitAndLeadsToTheFormOfAReason() async throws {
    let (browser, number, _) = try await hit(.caseOfficer)
    let page = try await browser.get("/screening")
    #expect(page.status == 200)
    for text in [
      number, "灯湖服饰商行", "假冒注册商标罪", "非法经营数额 300000.00 ≥ 50000.00", "/cases/\(number)/screening/213",
    ] {
      #expect(page.body.contains(text), "\(text)")
    }
    #expect(!page.body.contains("⟦"))
    #expect(try await browser.get("/cases/\(number)").body.contains("假冒注册商标罪"))
    let form = try await browser.get("/cases/\(number)/screening/213")
    #expect(form.status == 200)
    #expect(form.body.contains(#"<textarea id="reason" name="reason""#))
    #expect(!form.body.contains("⟦"))
  }

  @Test func whoMayNotExplainSeesNoLinkToTheForm() async throws {
    let (browser, number, _) = try await hit(.clerk)
    let page = try await browser.get("/screening").body
    #expect(page.contains(number))
    #expect(!page.contains("/cases/\(number)/screening/213"))
  }

  @Test func aReasonByFormIsShownWithItsOfficerAndLeavesTheOpenList() async throws {
    let (browser, number, _) = try await hit(.caseOfficer)
    let done = try await browser.post("/cases/\(number)/screening/213", form: ["reason": "数额系误记"])
    #expect(done.status == 303)
    #expect(done.headers[.location] == "/cases/\(number)")
    #expect(!(try await browser.get("/screening")).body.contains(number))
    let all = try await browser.get("/screening?open=false").body
    for text in [number, "数额系误记", "测试员", "2026-11-20 10:00"] { #expect(all.contains(text), "\(text)") }
  }

  @Test func aFormSentTwiceRecordsOneReason() async throws {
    let (browser, number, _) = try await hit(.caseOfficer)
    let fields = ["reason": "数额系误记", "idempotencyKey": "one-and-the-same", "csrf": browser.csrf]
    for _ in 0..<2 {
      #expect(try await browser.post("/cases/\(number)/screening/213", form: fields).status == 303)
    }
    let kept = try await TestDatabase.owner.snapshot { db in
      try db.all("select reason from screening_reason") { try $0["reason"] as String }
    }
    #expect(kept.count == 1)
  }

  @Test func anEmptyReasonComesBackWithTheSentenceBesideTheField() async throws {
    let (browser, number, _) = try await hit(.caseOfficer)
    let answer = try await browser.post("/cases/\(number)/screening/213", form: ["reason": ""])
    #expect(answer.status == 400)
    #expect(answer.body.contains(##"href="#reason""##))
    #expect(answer.body.contains(#"aria-invalid="true""#))
  }

  @Test func aFormOfAnotherSessionIsRefused() async throws {
    let (browser, number, _) = try await hit(.caseOfficer)
    let answer = try await browser.post(
      "/cases/\(number)/screening/213", form: ["reason": "误记", "csrf": "0", "idempotencyKey": "12345678"])
    #expect(answer.status == 403)
  }

  @Test func whereThereIsNoHitThereIsNothingToExplain() async throws {
    let (browser, number, _) = try await hit(.caseOfficer)
    for offence in ["215", PageTests.hostile.percentEncoded] {
      let answer = try await browser.get("/cases/\(number)/screening/\(offence)")
      #expect(answer.status == 409)
      #expect(!answer.body.contains("<b>"))
    }
    #expect(try await browser.get("/screening?open=x").status == 400)
    #expect(try await Client().get("/screening").headers[.location]?.hasPrefix("/sign-in") == true)
  }

  @Test func aReasonCannotLeaveItsPlaceInThePage() async throws {
    let (browser, number, officer) = try await hit(.caseOfficer)
    let form = ["reason": PageTests.hostile]
    #expect(try await browser.post("/cases/\(number)/screening/213", form: form).status == 303)
    let returned = try await browser.post(
      "/cases/\(number)/screening/213", form: ["reason": PageTests.hostile, "idempotencyKey": "x"])
    #expect(returned.status == 400)
    var pages = [returned.body]
    for path in ["/screening?open=false", "/cases/\(number)", "/cases/\(number)/explanation"] {
      let body = try await browser.get(path).body
      #expect(body.contains("onfocus=alert(1)"), "\(path)")
      pages.append(body)
    }
    for page in pages {
      let bytes = Array(page.utf8)
      let quote = Array("\"\u{301}".utf8)
      #expect(!bytes.indices.contains { bytes[$0...].starts(with: quote) })
      #expect(!page.contains("<b>"))
      #expect(!page.contains("{{csrf}}"))
    }
    // What programs read is the reason as it was given.
    let answer = try await Client().signedIn(officer).get("/api/cases/\(number)/screening").object
    let kept = (answer["hits"] as? [[String: Any]])?.first?["reason"] as? String
    #expect(kept.map { Array($0.utf8) } == Array(PageTests.hostile.utf8))
  }
}

import Casework
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct CreditRouteTests {
  private static let shop = "灯湖服饰商行"

  /// A file of the bureau's with an exclusion from 2026-05-01 on, and its number.
  private func excluded(_ state: String = "flagged") async throws -> String {
    let number = try await Client().signedIn(Given.officer("IPB", .clerk)).loggedCase()
    try await TestDatabase.owner.autocommit { db in
      try db.script(
        """
        insert into proceeding (case_file, kind, state, agency, since, facts)
        select id, 'exclusion', '\(state)', 'IPB', '2026-05-06', '{"startsOn":"2026-05-01"}' from case_file
        """)
    }
    return number
  }

  private static func path(_ name: String = Self.shop, _ more: String = "") -> String {
    "/api/credit-check?name=\(name.percentEncoded)\(more)"
  }

  @Test func whereNothingStandsAgainstItTheAnswerIsClear() async throws {
    let client = try await Client().signedIn(Given.officer("ECO", .clerk))
    let answer = try await client.get(Self.path())
    #expect(answer.status == 200)
    #expect(answer["name"] == Self.shop)
    #expect(answer["on"] == "2026-11-20")
    #expect(answer["answer"] == "clear")
    #expect((answer.object["reasons"] as? [Any])?.isEmpty == true)
  }

  @Test func anExclusionBarsWithItsReasonDayAndArticleWhoeverAsks() async throws {
    let number = try await excluded()
    let client = try await Client().signedIn(Given.officer("ECO", .clerk))
    let answer = try await client.get(Self.path())
    #expect(answer["answer"] == "barred")
    let reason = try #require((answer.object["reasons"] as? [[String: Any]])?.first)
    let texts = ["kind", "state", "agency", "reason", "until", "citation"]
    #expect(
      texts.map { reason[$0] as? String } == [
        "exclusion", "flagged", "IPB", "exclusion", "2029-05-01", "guangdong-ip-regulation@49",
      ])
    #expect(reason["confirmed"] as? Bool == true)
    // The answer neither names the file nor opens it, but to those who may see it.
    #expect(reason["number"] is NSNull)
    #expect(try await client.get("/api/cases/\(number)").status == 404)
    let owner = try await Client().signedIn(Given.officer("IPB", .caseOfficer))
    let own = try await owner.get(Self.path()).object["reasons"] as? [[String: Any]]
    #expect(own?.first?["number"] as? String == number)
  }

  @Test(arguments: [("2029-05-01", "barred"), ("2029-05-02", "clear"), ("2026-04-30", "caution")])
  func theAnswerIsThatOfTheDayAskedFor(day: String, expected: String) async throws {
    _ = try await excluded()
    let client = try await Client().signedIn(Given.officer("ECO", .clerk))
    let answer = try await client.get(Self.path(Self.shop, "&on=\(day)"))
    #expect(answer["on"] == day)
    #expect(answer["answer"] == expected)
  }

  @Test func aProposalIsNobodyElsesBusiness() async throws {
    _ = try await excluded("proposed")
    let owner = try await Client().signedIn(Given.officer("IPB", .caseOfficer))
    #expect(try await owner.get(Self.path())["answer"] == "caution")
    let other = try await Client().signedIn(Given.officer("ECO", .clerk))
    #expect(try await other.get(Self.path())["answer"] == "clear")
    #expect(
      !(try await Client().browsing(Given.officer("FIN", .clerk)).get("/credit?name=\(Self.shop.percentEncoded)"))
        .body.contains("已提出三年限制"))
  }

  @Test(arguments: [
    ("/api/credit-check", 400, "query.parameter", "name"),
    ("/api/credit-check?name=%20", 400, "query.parameter", "name"),
    ("/api/credit-check?name=x&on=2026-13-01", 400, "query.parameter", "on"),
    ("/api/credit-check?name=x&on=2026-11", 400, "query.parameter", "on"),
    ("/api/credit-check?name=x&nmae=y", 400, "query.parameter", "nmae"),
    ("/api/credit-check?name=x&name=y", 400, "query.parameter", "name"),
    ("/api/credit-check?name=\(String(repeating: "x", count: 201))", 422, "text.too-long", "name"),
    ("/api/credit-check?name=x&identity=\(String(repeating: "9", count: 201))", 422, "text.too-long", "identity"),
  ])
  func aQuestionThatCannotBeAnsweredIsRefused(
    _ path: String, _ status: Int, _ code: String, _ field: String
  ) async throws {
    let client = try await Client().signedIn(Given.officer("ECO", .clerk))
    let answer = try await client.get(path)
    #expect(answer.status == status)
    #expect(answer["type"] == code)
    #expect(answer["field"] == field)
  }

  @Test func whoIsNotSignedInIsToldNothing() async throws {
    _ = try await excluded()
    let answer = try await Client().get(Self.path())
    #expect(answer.status == 401)
    #expect(!answer.body.contains("exclusion"))
    let client = try await Client().signedIn(Given.officer("ECO", .clerk))
    #expect(try await client.send(.post, "/api/credit-check", nil, nil, [:]).headers[.allow] == "GET")
  }

  @Test func thePageAsksAndAnswersInWords() async throws {
    let number = try await excluded()
    let browser = try await Client().browsing(Given.officer("ECO", .clerk))
    let empty = try await browser.get("/credit")
    #expect(empty.status == 200)
    #expect(empty.body.contains(#"name="identity""#) && !empty.body.contains("⟦"))
    let page = try await browser.get("/credit?name=\(Self.shop.percentEncoded)").body
    for text in [
      "\(Self.shop)截至2026-11-20有在期的限制，不得享受财政支持、表彰奖励。", "三年限制期内", "区知识产权局", "2029-05-01",
      "第四十九条",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(!page.contains("⟦") && !page.contains(number))
    let owner = try await Client().browsing(Given.officer("IPB", .caseOfficer))
    #expect(
      try await owner.get("/credit?name=\(Self.shop.percentEncoded)").body.contains(#"href="/cases/\#(number)""#))
    let other = try await browser.get("/credit?name=\("桂澜鞋店".percentEncoded)").body
    #expect(other.contains("没有查到影响享受财政支持、表彰奖励的在期限制"))
    let hostile = try await browser.get("/credit?name=\(PageTests.hostile.percentEncoded)").body
    #expect(hostile.contains("onfocus=alert(1)") && !hostile.contains("<b>"))
  }
}

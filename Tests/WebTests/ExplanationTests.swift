import Casework
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct ExplanationTests {
  /// Headings in the order in which they stand.
  private static let headings = [
    "现状", "经过", "期限", "下一步由谁办理", "为何停滞", "其他机关尚欠", "涉嫌犯罪筛查（仅作提示）", "再次违法",
    "罚款幅度",
  ]

  /// Every section as the API tells it: the heading, then the lines.
  private func sections(_ client: Client, _ number: String) async throws -> [[String]] {
    let answer = try await client.get("/api/cases/\(number)/explanation")
    #expect(answer.status == 200)
    #expect(answer.headers[.contentType] == "application/json")
    let sections = try #require(answer.object["sections"] as? [[String: Any]])
    return sections.map { [$0["title"] as? String ?? ""] + ($0["lines"] as? [String] ?? []) }
  }

  /// The lines under a heading.
  private func lines(_ heading: String, _ client: Client, _ number: String) async throws -> [String] {
    let section = try #require(try await sections(client, number).first { $0[0] == heading })
    return Array(section.dropFirst())
  }

  /// Every section as a person reads it on the page.
  private func sheet(_ page: String) throws -> [[String]] {
    let article = try #require(page.components(separatedBy: #"<article class="sheet">"#).last)
    return article.components(separatedBy: "<section>").dropFirst().map { section in
      section.matches(of: /<(?:h2|li)>(.*?)<\/(?:h2|li)>/).map { match in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#123;", "{"), ("&amp;", "&")]
          .reduce(String(match.1)) { $0.replacing($1.0, with: $1.1) }
      }
    }
  }

  @Test(arguments: ["zh-CN", "en"]) func thePageAndTheAPISayTheSame(_ language: String) async throws {
    let officer = try await Given.officer("IPB", .clerk, .caseOfficer)
    var (client, browser) = (try await Client().signedIn(officer), try await Client().browsing(officer))
    (client.language, browser.language) = (language, language)
    let number = try await client.loggedCase(turnover: "300000")
    let reason = #"{"offence":"213","reason":"“数额” & <误记> {{csrf}} 'x' \"y\""}"#
    #expect(try await client.post("/api/cases/\(number)/screening/reasons", json: reason).status == 201)
    let page = try await browser.get("/cases/\(number)/explanation")
    #expect(page.status == 200)
    let told = try await sections(client, number)
    #expect(try sheet(page.body) == told)
    #expect(told.count == 9)
    #expect(told.allSatisfy { $0.count > 1 && !$0.contains("") })
    #expect(!told.joined().contains { $0.contains("⟦") })
    #expect(told.joined().contains { $0.contains("<误记>") })
    let address = "/cases/\(number)/explanation"
    #expect(try await browser.get("/cases/\(number)").body.contains("href=\"\(address)\""))
  }

  @Test func aNewFileIsExplainedFromItsStateToItsScreening() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    let number = try await client.loggedCase(turnover: "300000")
    let answer = try await client.get("/api/cases/\(number)/explanation")
    #expect(answer["number"] == number)
    #expect(answer["summary"] == "涉嫌销售侵权商品")
    let told = try await sections(client, number)
    try #require(told.map { $0[0] } == Self.headings)
    for (index, text) in [
      (0, "案卷现由区知识产权局办理，自2026-11-20 10:00起。"), (0, "行政处罚：线索（区知识产权局）。"),
      (1, "1. 2026-11-02 登记线索（测试员，区知识产权局）"),
      (2, "P1 核查线索并决定是否立案：期限内，2026-11-23（余 3 天）；义务人：区知识产权局"),
      (3, "核查：区知识产权局（承办人）"), (4, "没有障碍。"), (5, "没有。"),
      (6, "假冒注册商标罪：达到，非法经营数额 300000.00 ≥ 50000.00"), (7, "没有查到同一当事人"), (8, "没有超出法定幅度的罚款。"),
    ] {
      #expect(told[index].contains { $0.hasPrefix(text) }, "\(text)")
    }
    #expect(told[2].contains { $0.contains("依据：《市场监督管理行政处罚程序规定》") && $0.contains("第十八条") })
    #expect(told[6].contains { $0.contains("法释〔2025〕5号") && $0.contains("第三条") })
    #expect(told[6].contains { $0.hasSuffix("；未移送，也未说明理由") })
  }

  @Test func aReferralBlocksAndTheAgencyThatHasTheFileSeesWhatTheOtherOwes() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk, .caseOfficer, .head))
    let number = try await client.loggedCase(turnover: "300000")
    let referral = try await client.reportedReferral(of: number)
    try await client.act("approve", of: referral)
    #expect(try await lines("期限", client, number).contains { $0.hasPrefix("R4a ") && $0.contains("国务院令第310号") })
    try await client.act("send", of: referral)
    #expect(try await lines("为何停滞", client, number) == ["案件正在移送，结果作出之前不得作出行政处罚决定。"])
    let police = try await Client().signedIn(Given.officer("PSB", .clerk, .caseOfficer))
    try await police.act("receive", of: referral)
    let deadlines = try await lines("期限", police, number)
    #expect(deadlines.contains { $0.hasPrefix("R8 ") && $0.contains("义务人：公安分局") })
    let owed = try await lines("其他机关尚欠", police, number)
    #expect(owed.count == 1 && owed[0].hasPrefix("P1 ") && owed[0].contains("义务人：区知识产权局"))
    #expect(try await lines("现状", police, number).first?.contains("公安分局") == true)
  }

  @Test func aClockThatStandsStillIsSaidToBlock() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk, .caseOfficer))
    let number = try await client.loggedCase()
    try await client.act("pause", of: client.penalty(of: number), ["pause": "appraisal"])
    #expect(try await lines("为何停滞", client, number) == ["期限“P1”暂停计算，须登记该期间结束后继续。"])
  }

  @Test(arguments: [("300000", false), ("250000", true)])
  func aFineOutsideItsRangeIsWarnedOfAndNotBarred(_ fine: String, _ isWithin: Bool) async throws {
    let handler = try await Client().signedIn(Given.officer("IPB", .clerk, .caseOfficer))
    let reviewer = try await Client().signedIn(Given.officer("IPB", .reviewer))
    let head = try await Client().signedIn(Given.officer("IPB", .head))
    let number = try await handler.loggedCase(turnover: "10000")
    let penalty = try await handler.penalty(of: number)
    try await handler.act("verify", of: penalty, ["findings": "属实"])
    try await handler.act("file", of: penalty, ["officers": "甲、乙", "approver": "丙"])
    try await handler.act("investigate", of: penalty, ["measures": "现场检查"])
    try await handler.act("conclude", of: penalty, ["proposal": "建议处罚"])
    try await reviewer.act("agree", of: penalty)
    try await handler.act("notify", of: penalty, ["approver": "丙", "hearing": "yes"])
    try await handler.act("waive", of: penalty, ["statement": "书面放弃陈述、申辩和听证"])
    try await head.act("decide", of: penalty, ["outcome": "penalty", "fine": fine])
    let told = try await lines("罚款幅度", handler, number)
    if isWithin {
      #expect(told == ["没有超出法定幅度的罚款。"])
    } else {
      #expect(told.count == 1)
      let sentence = "决定罚款 300,000.00 元，不在法定幅度（250,000.00 元以下）之内；依据：《商标法》"
      #expect(told.first?.hasPrefix(sentence) == true, "\(told)")
    }
  }

  @Test func anotherAgencysFileIsNotExplained() async throws {
    let number = try await Client().signedIn(Given.officer("IPB", .clerk)).loggedCase(turnover: "300000")
    let stranger = try await Given.officer("CUL", .clerk, .caseOfficer, .head, .statistician)
    let answer = try await Client().signedIn(stranger).get("/api/cases/\(number)/explanation")
    #expect(answer.status == 404)
    #expect(answer["type"] == "case.unknown")
    #expect(!answer.body.contains("涉嫌"))
    let page = try await Client().browsing(stranger).get("/cases/\(number)/explanation")
    #expect(page.status == 404)
    #expect(!page.body.contains("涉嫌销售"))
    #expect(try await Client().get("/api/cases/\(number)/explanation").status == 401)
    #expect(try await Client().signedIn(stranger).get("/api/cases/x/explanation")["type"] == "case.number")
  }
}

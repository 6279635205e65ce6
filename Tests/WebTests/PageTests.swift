import Casework
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct PageTests {
  /// A quote with a combining mark behind it: one `Character`, and not the quote that an escaper may look for.
  static let hostile = "\"\u{301} onfocus=alert(1) autofocus x=\"<b>&'{{csrf}}"

  private func form(_ changes: [String: String] = [:]) -> [String: String] {
    var fields = [
      "ipType": "trademark", "summary": "涉嫌侵权", "leadSource": "tip", "leadOn": "2026-11-02",
      "parties[0][role]": "respondent", "parties[0][kind]": "organisation", "parties[0][name]": "灯湖服饰商行",
      "parties[0][identityNumber]": "", "parties[1][role]": "rights-holder", "parties[1][kind]": "organisation",
      "parties[1][name]": "", "rights[0][kind]": "trademark", "rights[0][number]": "", "goods[0][name]": "",
      "goods[0][priceBasis]": "", "amounts[turnover]": "",
    ]
    fields.merge(changes) { $1 }
    return fields
  }

  @Test func aCaseIsLoggedByFormAndShown() async throws {
    let client = try await Client().browsing(Given.officer("IPB", .clerk))
    let logged = try await client.post("/cases", form: form(["amounts[turnover]": "5.2万"]))
    #expect(logged.status == 303)
    let page = try await client.get(try #require(logged.headers[.location]))
    #expect(page.status == 200)
    for text in ["灯湖服饰商行", "涉嫌侵权", "52,000.00", "未知"] { #expect(page.body.contains(text), "\(text)") }
  }

  @Test func aFormWithAProblemComesBackWithWhatWasTypedAndTheSentenceBesideTheField() async throws {
    let client = try await Client().browsing(Given.officer("IPB", .clerk))
    let answer = try await client.post(
      "/cases", form: form(["summary": "我写的摘要", "parties[0][identityNumber]": "91000000MA00000158"]))
    #expect(answer.status == 422)
    #expect(answer.body.contains("我写的摘要"))
    #expect(answer.body.contains("91000000MA00000158"))
    #expect(answer.body.contains(##"href="#parties-0-identityNumber""##))
    #expect(answer.body.contains(#"aria-invalid="true""#))
  }

  @Test func aFormSentTwiceLogsOneCase() async throws {
    let client = try await Client().browsing(Given.officer("IPB", .clerk))
    let fields = form(["idempotencyKey": "one-and-the-same", "csrf": client.csrf])
    let first = try await client.post("/cases", form: fields)
    let second = try await client.post("/cases", form: fields)
    #expect(first.headers[.location] == second.headers[.location])
    #expect(first.headers[.location] != nil)
  }

  @Test func anActIsDoneByForm() async throws {
    let officer = try await Given.officer("IPB", .clerk, .caseOfficer)
    let client = try await Client().browsing(officer)
    let number = try await Given.caseFile(by: officer)
    let page = try await client.get("/cases/\(number)").body
    let href = try #require(page.firstMatch(of: /\/proceedings\/[0-9]+\/acts\/verify/)?.output)
    #expect(try await client.get(String(href)).status == 200)
    let done = try await client.post(
      String(href), form: ["happenedOn": "2026年11月3日", "facts[findings]": "经查属实", "revision": "1"])
    #expect(done.status == 303)
    let after = try await client.get("/cases/\(number)").body
    #expect(after.contains("经查属实"))
    #expect(after.contains("2026-11-03"))
  }

  @Test func aStalePageIsToldToReload() async throws {
    let officer = try await Given.officer("IPB", .clerk, .caseOfficer)
    let client = try await Client().browsing(officer)
    let number = try await Given.caseFile(by: officer)
    let page = try await client.get("/cases/\(number)").body
    let href = String(try #require(page.firstMatch(of: /\/proceedings\/[0-9]+\/acts\/verify/)?.output))
    let fields = ["happenedOn": "2026-11-03", "facts[findings]": "经查属实", "revision": "0"]
    let answer = try await client.post(href, form: fields)
    #expect(answer.status == 412)
    #expect(answer.body.contains(#"href="/cases/\#(number)""#))
  }

  @Test func aReferralIsDraftedByForm() async throws {
    let officer = try await Given.officer("IPB", .clerk, .caseOfficer)
    let client = try await Client().browsing(officer)
    let number = try await Given.caseFile(by: officer)
    let drafted = try await client.post(
      "/cases/\(number)/referrals",
      form: [
        "receivingAgency": "PSB", "basis": "reasonable-suspicion", "offence": "214", "reason": "数量大", "revision": "1",
      ])
    #expect(drafted.status == 303)
    let page = try await client.get("/referrals?box=outbox").body
    #expect(page.contains(number.wire))
    #expect(page.contains("销售假冒注册商标的商品罪"))
  }

  @Test func whatIsTypedCannotLeaveItsPlaceInThePage() async throws {
    let officer = try await Given.officer("IPB", .clerk, .caseOfficer)
    let client = try await Client().browsing(officer)
    let number = try await Given.caseFile(by: officer, Given.request(respondent: Self.hostile))
    let search = Self.hostile.percentEncoded
    let returned = try await client.post("/cases", form: form(["summary": Self.hostile, "leadOn": "x"]))
    var pages = [returned.body]
    for path in ["/", "/cases", "/cases?search=\(search)", "/cases/\(number)", "/cases/\(number)/referrals/new"] {
      pages.append(try await client.get(path).body)
    }
    pages.append(try await Client().get("/sign-in?next=\(search)").body)
    for page in pages {
      let bytes = Array(page.utf8)
      let quote = Array("\"\u{301}".utf8)
      #expect(!bytes.indices.contains { bytes[$0...].starts(with: quote) })
      #expect(!page.contains("<b>"))
    }
  }

  @Test func everyNumberOfTheReportOpensTheCasesItCounts() async throws {
    let officer = try await Given.officer("IPB", .clerk, .caseOfficer)
    let client = try await Client().browsing(officer)
    _ = try await Given.caseFile(by: officer, Given.request(leadOn: "2026-11-02"))
    _ = try await Given.caseFile(by: officer, Given.request(ipType: .patent, leadOn: "2026-03"))
    let page = try await client.get("/reports/district-monthly/2026-11").body
    let cells = page.matches(of: /href="(\/reports\/district-monthly\/2026-11\/lines\?[^"]+)"[^>]*>([0-9]+)<\/a>/)
    #expect(cells.count > 100)
    // Every figure that is not zero, and a few that are.
    for cell in cells.filter({ $0.output.2 != "0" }) + cells.filter({ $0.output.2 == "0" }).prefix(20) {
      let href = String(cell.output.1).replacing("&amp;", with: "&")
      let list = try await client.get(href)
      let rows = list.body.matches(of: /href="\/cases\/2026-[0-9]{6}"/).count
      #expect(list.status == 200)
      #expect(String(rows) == cell.output.2, "\(href)")
    }
  }

  @Test func theReadersChoiceOfLanguageWins() async throws {
    var client = try await Client().browsing(Given.officer("IPB", .clerk))
    #expect(try await client.get("/cases").body.contains(#"<html lang="zh-CN">"#))
    client.language = "en-GB,en;q=0.9"
    #expect(try await client.get("/cases").body.contains(#"<html lang="en">"#))
    let chosen = try await client.post("/language", form: ["language": "en", "return": "/cases?ipType=patent"])
    #expect(chosen.headers[.location] == "/cases?ipType=patent")
    #expect(chosen.headers[.setCookie]?.contains("language=en") == true)
  }
}

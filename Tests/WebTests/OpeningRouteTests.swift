import Casework
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct OpeningRouteTests {
  private static let complaint = """
    {"kind":"complaint","happenedOn":"2026-11-05","revision":1,"facts":{"complainant":"消费者庚","capacity":"consumer",
    "claim":"退货退款","forDailyUse":"yes","intake":"counter"}}
    """

  private func seizure(from origin: Int) -> String {
    """
    {"kind":"measure","happenedOn":"2026-11-05","origin":\(origin),"facts":{"measure":"seizure","officers":"甲、乙",
    "urgent":"no","approver":"丙","inventory":"标签一箱","storage":"罚没仓库","document":"强制1号","power":"商标法第六十二条"}}
    """
  }

  @Test func whatMayBeOpenedIsListedWithWhatItFollowsFromAndAsksFor() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk, .caseOfficer))
    let number = try await client.loggedCase()
    let penalty = try await client.penalty(of: number)
    let answer = try await client.get("/api/cases/\(number)/proceedings").object
    #expect(answer["number"] as? String == number)
    #expect(answer["revision"] as? Int == 1)
    let openings = try #require(answer["openings"] as? [[String: Any]])
    let measure = try #require(openings.first { $0["kind"] as? String == "measure" })
    #expect(measure["needsOrigin"] as? Bool == true)
    #expect(measure["act"] as? String == "impose")
    #expect((measure["origins"] as? [[String: Any]])?.map { $0["id"] as? Int } == [penalty])
    let facts = try #require(measure["facts"] as? [[String: Any]])
    let officers = try #require(facts.first { $0["name"] as? String == "officers" })
    #expect(officers["form"] as? String == "enforcers" && officers["atLeast"] as? Int == 2)
    #expect(openings.contains { $0["kind"] as? String == "complaint" })
    #expect(!openings.contains { ["civil", "referral", "repair"].contains($0["kind"] as? String) })
  }

  @Test func aProceedingIsOpenedOnceAndLinkedBothWays() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk, .caseOfficer))
    let number = try await client.loggedCase()
    let penalty = try await client.penalty(of: number)
    let path = "/api/cases/\(number)/proceedings"
    let first = try await client.post(path, json: seizure(from: penalty), key: "measure-key")
    #expect(first.status == 201, "\(first.body)")
    let measure = try #require(first.object["proceeding"] as? Int)
    #expect(first.headers[.location] == "/api/proceedings/\(measure)/acts")
    let second = try await client.post(path, json: seizure(from: penalty), key: "measure-key")
    #expect(second.body == first.body)
    #expect(second.headers[.idempotencyReplayed] == "true")
    let file = try await client.get("/api/cases/\(number)").object
    let proceedings = try #require(file["proceedings"] as? [[String: Any]])
    #expect(proceedings.map { $0["origin"] as? Int } == [nil, penalty])
    #expect(proceedings.last?["lapsesAt"] is String)
    #expect(file["proceeding"] as? String == "penalty" && file["revision"] as? Int == 2)
    let page = try await Client().browsing(Given.officer("IPB", .auditor)).get("/cases/\(number)").body
    for text in ["由行政处罚引出", "#proceeding-\(penalty)", "#proceeding-\(measure)", "期满自行失效"] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(!page.contains("⟦"))
  }

  @Test(arguments: [
    (#"{"kind":"complaint","happenedOn":"2026-11-05"}"#, 422, "fact.missing", "facts.complainant"),
    (#"{"kind":"measure","happenedOn":"2026-11-05"}"#, 422, "proceeding.needs-origin", "origin"),
    (#"{"kind":"measure","origin":999}"#, 422, "proceeding.needs-origin", "origin"),
    (#"{"kind":"civil"}"#, 403, "proceeding.not-ours", "kind"),
    (#"{"kind":"inspection"}"#, 409, "proceeding.recorded", "kind"),
    (#"{"kind":"referral"}"#, 422, "proceeding.own-form", "kind"), (#"{"kind":"fine"}"#, 400, "body.field", "kind"),
    ("{}", 400, "body.field-missing", "kind"), ("[", 400, "body.malformed", nil),
    (complaint.replacing("\"revision\":1", with: "\"revision\":0"), 412, "case.stale", "revision"),
    (complaint.replacing("2026-11-05", with: "2026-11-21"), 422, "date.future", "happenedOn"),
    (complaint.replacing("consumer", with: "rights-holder"), 409, "complaint.not-consumer", "facts.capacity"),
  ])
  func anOpeningThatCannotBeIsRefusedAndTheFieldNamed(
    _ body: String, _ status: Int, _ code: String, _ field: String?
  ) async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk, .caseOfficer))
    let number = try await client.loggedCase()
    let answer = try await client.post("/api/cases/\(number)/proceedings", json: body)
    #expect(answer.status == status)
    #expect(answer["type"] == code)
    #expect(answer["field"] == field)
    #expect(answer["title"]?.contains("⟦") == false)
    #expect(try await client.get("/api/cases/\(number)").object["revision"] as? Int == 1)
  }

  @Test func aFileThatIsNotSeenIsNotFoundAtAnyDoor() async throws {
    let owner = try await Client().signedIn(Given.officer("IPB", .clerk))
    let number = try await owner.loggedCase()
    let stranger = try await Given.officer("CUL", .clerk, .caseOfficer, .head)
    let program = try await Client().signedIn(stranger)
    let browser = try await Client().browsing(stranger)
    let path = "/api/cases/\(number)/proceedings"
    let answers = [
      try await program.get(path), try await program.post(path, json: Self.complaint),
      try await browser.get("/cases/\(number)/proceedings/new?kind=complaint"),
      try await browser.post("/cases/\(number)/proceedings", form: ["kind": "complaint", "happenedOn": "2026-11-05"]),
    ]
    for answer in answers {
      #expect(answer.status == 404)
      #expect(!answer.body.contains("灯湖"))
    }
    #expect(try await Client().post(path, json: Self.complaint).status == 401)
    #expect(try await owner.post(path, json: Self.complaint, key: nil)["type"] == "idempotency.missing")
    #expect(try await owner.send(.delete, path, nil, nil, [:]).status == 405)
  }

  @Test func whoTakesPartButHasNotTheFileIsForbidden() async throws {
    let owner = try await Client().signedIn(Given.officer("IPB", .clerk))
    let number = try await owner.loggedCase()
    let prosecutor = try await Client().signedIn(Given.officer("PRO", .clerk, .caseOfficer))
    let answer = try await prosecutor.post("/api/cases/\(number)/proceedings", json: Self.complaint)
    #expect(answer.status == 403)
    #expect(answer["type"] == "proceeding.not-ours")
    let auditor = try await Client().signedIn(Given.officer("IPB", .auditor))
    let powerless = try await auditor.post("/api/cases/\(number)/proceedings", json: Self.complaint)
    #expect(powerless.status == 403)
    #expect(powerless["type"] == "role.missing")
  }
}

@Suite(.database) struct OpeningPageTests {
  private static let complaint = [
    "kind": "complaint", "happenedOn": "2026年11月5日", "revision": "1", "facts[complainant]": "消费者庚",
    "facts[capacity]": "consumer", "facts[claim]": "退货退款", "facts[forDailyUse]": "yes", "facts[intake]": "counter",
  ]

  private func file() async throws -> (browser: Client, number: String, penalty: Int) {
    let officer = try await Given.officer("IPB", .clerk, .caseOfficer)
    let program = try await Client().signedIn(officer)
    let number = try await program.loggedCase()
    return (try await Client().browsing(officer), number, try await program.penalty(of: number))
  }

  @Test func aProceedingIsOpenedByForm() async throws {
    let (browser, number, _) = try await file()
    let page = try await browser.get("/cases/\(number)").body
    #expect(page.contains(#"<option value="complaint">"#))
    let form = try await browser.get("/cases/\(number)/proceedings/new?kind=complaint")
    #expect(form.status == 200)
    for text in [
      #"name="facts[complainant]""#, #"name="kind" value="complaint""#, "/help/proceedings/complaint", "2026-11-20",
    ] { #expect(form.body.contains(text), "\(text)") }
    #expect(!form.body.contains("⟦"))
    let opened = try await browser.post("/cases/\(number)/proceedings", form: Self.complaint)
    #expect(opened.status == 303)
    #expect(opened.headers[.location] == "/cases/\(number)")
    let after = try await browser.get("/cases/\(number)").body
    #expect(after.contains("消费者庚") && after.contains("2026-11-05") && !after.contains("⟦"))
  }

  @Test func whatItCanOnlyFollowFromIsChosenAlready() async throws {
    let (browser, number, penalty) = try await file()
    let form = try await browser.get("/cases/\(number)/proceedings/new?kind=measure").body
    #expect(form.contains(#"<option value="\#(penalty)" selected>"#))
    #expect(form.contains(#"name="facts[officers]""#))
  }

  @Test func theFormComesBackWithWhatWasTypedAndTheSentenceBesideTheField() async throws {
    let (browser, number, _) = try await file()
    let typed = Self.complaint.merging(["facts[claim]": "", "facts[complainant]": PageTests.hostile]) { $1 }
    let answer = try await browser.post("/cases/\(number)/proceedings", form: typed)
    #expect(answer.status == 422)
    #expect(answer.body.contains(##"href="#facts-claim""##))
    #expect(answer.body.contains(#"aria-invalid="true""#))
    #expect(answer.body.contains("onfocus=alert(1)") && !answer.body.contains("<b>") && !answer.body.contains("⟦"))
    let requirement = try await browser.post(
      "/cases/\(number)/proceedings", form: Self.complaint.merging(["facts[capacity]": "rights-holder"]) { $1 })
    #expect(requirement.status == 409)
    #expect(requirement.body.contains("消费者庚"))
    #expect(requirement.body.contains(##"href="#facts-capacity""##))
    let stale = try await browser.post(
      "/cases/\(number)/proceedings", form: Self.complaint.merging(["revision": "0"]) { $1 })
    #expect(stale.status == 412)
    // Sent again, it is on the revision there is now.
    #expect(stale.body.contains(#"name="revision" value="1""#))
  }

  @Test func aFormThatIsNotOursOpensNothing() async throws {
    let (browser, number, _) = try await file()
    let path = "/cases/\(number)/proceedings"
    let forged = try await browser.post(path, form: Self.complaint.merging(["csrf": "x"]) { $1 })
    #expect(forged.status == 403)
    #expect(try await browser.get("\(path)/new?kind=civil").status == 403)
    #expect(try await browser.get("\(path)/new?kind=referral").status == 422)
    #expect(try await browser.get("\(path)/new?kind=nonsense").status == 400)
    #expect(try await browser.get("\(path)/new").status == 400)
    #expect(!(try await browser.get("/cases/\(number)")).body.contains("消费者庚"))
  }

  @Test func aFormSentTwiceOpensOnce() async throws {
    let (browser, number, _) = try await file()
    let fields = Self.complaint.merging(["idempotencyKey": "one-and-the-same", "csrf": browser.csrf]) { $1 }
    for _ in 0..<2 {
      #expect(try await browser.post("/cases/\(number)/proceedings", form: fields).status == 303)
    }
    #expect(
      try await TestDatabase.owner.snapshot { db in
        try db.all("select count(*)::text as n from proceeding") { try $0["n"] as String }
      } == ["2"])
  }
}

/// A decision on several parties, from the form to the page.
@Suite(.database) struct DecisionRouteTests {
  @Test func severalPenaltiesOnSeveralPartiesAreShownOneByOne() async throws {
    let handler = try await Given.officer("IPB", .clerk, .caseOfficer)
    let client = try await Client().signedIn(handler)
    let reviewer = try await Client().signedIn(Given.officer("IPB", .reviewer))
    let request = """
      {"ipType":"trademark","summary":"涉嫌侵权","leadSource":"inspection","leadOn":"2026-11-02","parties":[
      {"role":"respondent","kind":"organisation","name":"灯湖服饰商行"},
      {"role":"respondent","kind":"organisation","name":"桂澜鞋店"}]}
      """
    let number = try #require(try await client.post("/api/cases", json: request)["number"])
    let penalty = try await client.penalty(of: number)
    try await client.act("verify", of: penalty, on: "2026-11-03", ["findings": "属实"])
    try await client.act("file", of: penalty, on: "2026-11-03", ["officers": "甲、乙", "approver": "丙"])
    try await client.act("investigate", of: penalty, on: "2026-11-04", ["measures": "现场检查"])
    try await client.act("conclude", of: penalty, on: "2026-11-05", ["proposal": "建议处罚"])
    try await reviewer.act("agree", of: penalty, on: "2026-11-06")
    try await client.act("notify", of: penalty, on: "2026-11-09", ["approver": "丙", "hearing": "yes"])
    try await client.act("waive", of: penalty, on: "2026-11-10", ["statement": "书面放弃陈述、申辩和听证"])
    let browser = try await Client().browsing(Given.officer("IPB", .head))
    let path = "/proceedings/\(penalty)/acts/decide"
    let form = try await browser.get(path).body
    #expect(form.contains(#"name="sanctions[0][party]""#) && form.contains(#"name="sanctions[2][kind]""#))
    var fields = [
      "happenedOn": "2026-11-11", "facts[outcome]": "penalty", "sanctions[0][party]": "灯湖服饰商行",
      "sanctions[0][kind]": "fine", "sanctions[0][amount]": "1.2万", "sanctions[1][party]": "桂澜鞋店",
      "sanctions[1][kind]": "gains", "sanctions[1][amount]": "", "sanctions[2][party]": "", "sanctions[2][kind]": "",
    ]
    let returned = try await browser.post(path, form: fields)
    #expect(returned.status == 422)
    #expect(returned.body.contains(##"href="#sanctions-1-amount""##) && returned.body.contains("1.2万"))
    fields["sanctions[1][amount]"] = "300.50"
    #expect(try await browser.post(path, form: fields).status == 303)
    let page = try await browser.get("/cases/\(number)").body
    for text in ["灯湖服饰商行：罚款", "桂澜鞋店：没收违法所得", "12,000.00", "300.50", "罚没台账"] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(!page.contains("⟦"))
  }
}

import Casework
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct SupplementRouteTests {
  private static let supplement = """
    {"parties":[{"role":"respondent","kind":"organisation","name":"桂澜鞋店","identityNumber":"91000000MA00000157"}],
    "rights":[{"kind":"trademark","number":"12345678"}],"goods":[{"name":"紫砂壶","value":"100"}],
    "amounts":{"turnover":"300000"},"reason":"现场检查发现","revision":1}
    """

  @Test func whatIsAddedIsInTheFileTheDocketAndTheScreening() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    let number = try await client.loggedCase()
    #expect((try await client.get("/api/cases/\(number)/screening").object["hits"] as? [Any])?.isEmpty == true)
    let path = "/api/cases/\(number)/supplements"
    let first = try await client.post(path, json: Self.supplement, key: "supplement-key")
    #expect(first.status == 201, "\(first.body)")
    #expect(first["number"] == number)
    #expect(first.headers[.location] == "/api/cases/\(number)")
    let second = try await client.post(path, json: Self.supplement, key: "supplement-key")
    #expect(second.body == first.body && second.headers[.idempotencyReplayed] == "true")
    let file = try await client.get("/api/cases/\(number)").object
    #expect((file["parties"] as? [[String: Any]])?.map { $0["name"] as? String } == ["灯湖服饰商行", "桂澜鞋店"])
    #expect((file["amounts"] as? [String: Any])?["turnover"] as? String == "300000.00")
    #expect(file["revision"] as? Int == 2)
    let entries = try #require(
      try await client.get("/api/cases/\(number)/entries").object["entries"] as? [[String: Any]])
    #expect(entries.map { $0["act"] as? String } == ["register", "supplement"])
    #expect((entries.last?["facts"] as? [String: Any])?["addedParties"] as? String == "桂澜鞋店")
    let hits = try await client.get("/api/cases/\(number)/screening").object["hits"] as? [[String: Any]]
    #expect(hits?.map { $0["offence"] as? String } == ["213"])
    #expect(try await client.get("/api/cases?search=\("鞋店".percentEncoded)").body.contains(number))
  }

  @Test(arguments: [
    (#"{"reason":"x"}"#, 422, "supplement.empty", "parties"),
    (#"{"amounts":{},"parties":[],"reason":"x"}"#, 422, "supplement.empty", "parties"),
    (#"{"amounts":{"turnover":"1"}}"#, 400, "body.field-missing", "reason"),
    (#"{"amounts":{"turnover":"1"},"reason":" "}"#, 422, "text.empty", "reason"),
    (#"{"amounts":{"turnover":"约5万"},"reason":"x"}"#, 422, "amount.vague", "amounts.turnover"),
    (#"{"amounts":{"turnover":"1"},"reason":"x","revision":0}"#, 412, "case.stale", "revision"),
    (supplement.replacing("00157", with: "00158"), 422, "uscc.check", "parties.0.identityNumber"),
    (supplement.replacing("\"number\":\"12345678\"", with: "\"number\":null"), 422, "right.unnamed", "rights.0.number"),
  ])
  func whatCannotBeAddedIsRefused(_ body: String, _ status: Int, _ code: String, _ field: String) async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    let number = try await client.loggedCase()
    let answer = try await client.post("/api/cases/\(number)/supplements", json: body)
    #expect(answer.status == status)
    #expect(answer["type"] == code)
    #expect(answer["field"] == field)
    #expect(try await client.get("/api/cases/\(number)").object["revision"] as? Int == 1)
  }

  @Test func onlyTheAgencyThatHasTheFileAdds() async throws {
    let owner = try await Client().signedIn(Given.officer("IPB", .clerk))
    let number = try await owner.loggedCase()
    let path = "/api/cases/\(number)/supplements"
    for (agency, roles, status, code) in [
      ("CUL", Role.clerk, 404, "case.unknown"), ("PRO", .clerk, 403, "case.not-yours"),
      ("IPB", .reviewer, 403, "role.missing"),
    ] {
      let officer = try await Given.officer(agency, roles, login: "\(agency.lowercased()).other")
      let answer = try await Client().signedIn(officer).post(path, json: Self.supplement)
      #expect(answer.status == status, "\(agency)")
      #expect(answer["type"] == code)
      let browser = try await Client().browsing(officer)
      let fields = [
        "reason": "x", "parties[0][role]": "respondent", "parties[0][kind]": "organisation",
        "parties[0][name]": "桂澜鞋店",
      ]
      #expect(try await browser.post("/cases/\(number)/supplements", form: fields).status == status, "\(agency)")
      #expect(!(try await browser.get("/cases/\(number)")).body.contains("/cases/\(number)/supplements/new"))
    }
    #expect(try await owner.post(path, json: Self.supplement, key: nil)["type"] == "idempotency.missing")
    #expect(try await Client().post(path, json: Self.supplement).status == 401)
    #expect(try await owner.send(.get, path, nil, nil, [:]).headers[.allow] == "POST")
    #expect(try await owner.get("/api/cases/\(number)").object["revision"] as? Int == 1)
  }

  // By form.

  private static let fields = [
    "parties[0][role]": "respondent", "parties[0][kind]": "organisation", "parties[0][name]": "桂澜鞋店",
    "parties[0][identityNumber]": "", "rights[0][kind]": "trademark", "rights[0][number]": "", "rights[0][name]": "",
    "goods[0][name]": "", "goods[0][priceBasis]": "", "amounts[turnover]": "5.2万", "amounts[goodsValue]": "",
    "reason": "现场检查发现", "revision": "1",
  ]

  private func file() async throws -> (browser: Client, number: String) {
    let officer = try await Given.officer("IPB", .clerk)
    return (try await Client().browsing(officer), try await Client().signedIn(officer).loggedCase())
  }

  @Test func itIsAddedByForm() async throws {
    let (browser, number) = try await file()
    #expect(try await browser.get("/cases/\(number)").body.contains("/cases/\(number)/supplements/new"))
    let form = try await browser.get("/cases/\(number)/supplements/new")
    #expect(form.status == 200)
    #expect(form.body.contains(#"name="parties[0][name]""#) && form.body.contains(#"name="revision" value="1""#))
    #expect(!form.body.contains("⟦"))
    let added = try await browser.post("/cases/\(number)/supplements", form: Self.fields)
    #expect(added.status == 303)
    let page = try await browser.get("/cases/\(number)").body
    for text in ["桂澜鞋店", "52,000.00", "现场检查发现", "补充登记"] { #expect(page.contains(text), "\(text)") }
    #expect(!page.contains("⟦"))
  }

  @Test func theFormComesBackWithWhatWasTyped() async throws {
    let (browser, number) = try await file()
    let path = "/cases/\(number)/supplements"
    let wrong = Self.fields.merging([
      "parties[0][name]": PageTests.hostile, "parties[0][identityNumber]": "91000000MA00000158",
    ]) { $1 }
    let answer = try await browser.post(path, form: wrong)
    #expect(answer.status == 422)
    for text in [
      ##"href="#parties-0-identityNumber""##, "91000000MA00000158", "现场检查发现", "5.2万", "onfocus=alert(1)",
    ] {
      #expect(answer.body.contains(text), "\(text)")
    }
    #expect(!answer.body.contains("<b>"))
    let unexplained = try await browser.post(path, form: Self.fields.merging(["reason": ""]) { $1 })
    #expect(unexplained.status == 400)
    #expect(unexplained.body.contains("桂澜鞋店") && unexplained.body.contains(##"href="#reason""##))
    let stale = try await browser.post(path, form: Self.fields.merging(["revision": "0"]) { $1 })
    #expect(stale.status == 412)
    #expect(stale.body.contains("桂澜鞋店") && stale.body.contains(#"name="revision" value="1""#))
    let forged = try await browser.post(path, form: Self.fields.merging(["csrf": "x"]) { $1 })
    #expect(forged.status == 403)
    #expect(!(try await browser.get("/cases/\(number)")).body.contains("桂澜鞋店"))
  }
}

/// The forms with which a file begins, and the question whether it is there already.
@Suite(.database) struct IntakeFormTests {
  private static let common = [
    "ipType": "trademark", "summary": "涉嫌侵权", "leadSource": "complaint", "leadOn": "2026-11-02",
    "parties[0][role]": "respondent", "parties[0][kind]": "organisation", "parties[0][name]": "灯湖服饰商行",
    "parties[1][role]": "rights-holder", "parties[1][kind]": "organisation", "parties[1][name]": "",
  ]
  /// What each of the three asks for by itself.
  private static let intakes: [String: [String: String]] = [
    "complaint": [
      "complainant": "消费者庚", "capacity": "consumer", "claim": "退货退款", "forDailyUse": "yes", "intake": "hotline",
    ],
    "tip": ["named": "no", "allegation": "销售假冒商品", "handledUnder": "market-regulation", "intake": "counter"],
    "assistance": [
      "applicant": "云岭文化公司", "assistanceKind": "application", "assistanceRequest": "协助收集证据", "intake": "station",
      "intakePlace": "桂城工作站",
    ],
  ]

  private func form(_ kind: String, _ changes: [String: String] = [:]) -> [String: String] {
    var fields = Self.common
    fields["proceeding[kind]"] = kind
    for (name, value) in Self.intakes[kind] ?? [:] { fields["proceeding[facts][\(name)]"] = value }
    return fields.merging(changes) { $1 }
  }

  @Test(arguments: [("complaint", "received"), ("tip", "received"), ("assistance", "applied")])
  func eachHasAFormOfItsOwn(kind: String, state: String) async throws {
    let officer = try await Given.officer("IPB", .clerk)
    let browser = try await Client().browsing(officer)
    let page = try await browser.get("/cases/new?proceeding=\(kind)")
    #expect(page.status == 200)
    #expect(page.body.contains(#"name="proceeding[kind]" value="\#(kind)""#))
    #expect(!page.body.contains("⟦"))
    let own = Set((Self.intakes[kind] ?? [:]).keys)
    let all = Set(Self.intakes.values.flatMap(\.keys))
    for name in all {
      #expect(
        page.body.contains(#"name="proceeding[facts][\#(name)]""#) == (own.contains(name) || name == "intakePlace"))
    }
    let logged = try await browser.post("/cases", form: form(kind))
    #expect(logged.status == 303, "\(kind)")
    let number = try #require(logged.headers[.location]?.split(separator: "/").last.map(String.init))
    let file = try await Client().signedIn(officer).get("/api/cases/\(number)").object
    #expect(file["proceeding"] as? String == kind)
    #expect(file["state"] as? String == state)
  }

  @Test(arguments: [
    ("complaint", "claim", 422), ("tip", "allegation", 422), ("assistance", "assistanceRequest", 422),
    // A workstation's paper says which.
    ("assistance", "intakePlace", 409),
  ])
  func whatIsMissingIsNamedAndNothingTypedIsLost(kind: String, fact: String, status: Int) async throws {
    let browser = try await Client().browsing(Given.officer("IPB", .clerk))
    let answer = try await browser.post(
      "/cases", form: form(kind, ["proceeding[facts][\(fact)]": "", "summary": "我写的"]))
    #expect(answer.status == status)
    #expect(answer.body.contains("我写的"))
    #expect(answer.body.contains(##"href="#proceeding-facts-\##(fact)""##))
    #expect(answer.body.contains(#"name="proceeding[kind]" value="\#(kind)""#))
    #expect(!(try await browser.get("/cases")).body.contains("我写的"))
  }

  @Test func whatAnAgencyCannotBeginIsNotOffered() async throws {
    let browser = try await Client().browsing(Given.officer("IPB", .clerk))
    let page = try await browser.get("/cases/new").body
    #expect(page.contains(#"name="proceeding[kind]" value="penalty""#))
    #expect(page.contains("/cases/new?proceeding=tip") && !page.contains("/cases/new?proceeding=criminal"))
    #expect(try await browser.get("/cases/new?proceeding=criminal").status == 403)
    #expect(try await browser.get("/cases/new?proceeding=nonsense").status == 400)
    let police = try await Client().browsing(Given.officer("PSB", .caseOfficer))
    #expect(try await police.get("/cases/new").body.contains(#"name="proceeding[kind]" value="criminal""#))
    let auditor = try await Client().browsing(Given.officer("IPB", .auditor))
    #expect(try await auditor.get("/cases/new").status == 403)
  }

  @Test func aFileThatMayBeThereAlreadyIsShownAndLoggedOnlyWhenSentAgain() async throws {
    let browser = try await Client().browsing(Given.officer("IPB", .clerk))
    let first = try await browser.post("/cases", form: form("penalty"))
    let candidate = try #require(first.headers[.location])
    let fields = form("penalty", ["leadOn": "2026-11-10", "summary": "又一条线索"])
    let asked = try await browser.post("/cases", form: fields)
    #expect(asked.status == 200)
    for text in [
      #"href="\#(candidate)""#, "可能已经登记", "又一条线索", #"name="seenDuplicates" value="true""#, "灯湖服饰商行",
    ] {
      #expect(asked.body.contains(text), "\(text)")
    }
    #expect(!asked.body.contains("⟦"))
    #expect(!(try await browser.get("/cases")).body.contains("又一条线索"))
    let logged = try await browser.post("/cases", form: fields.merging(["seenDuplicates": "true"]) { $1 })
    #expect(logged.status == 303)
    #expect(logged.headers[.location] != candidate)
    // Another day far off asks nothing.
    let far = try await browser.post("/cases", form: form("penalty", ["leadOn": "2026-01-02"]))
    #expect(far.status == 303)
  }

  @Test func aFileOfAnotherAgencyIsNoCandidate() async throws {
    let culture = try await Client().browsing(Given.officer("CUL", .clerk))
    #expect(try await culture.post("/cases", form: form("penalty", ["ipType": "copyright"])).status == 303)
    let browser = try await Client().browsing(Given.officer("IPB", .clerk))
    #expect(try await browser.post("/cases", form: form("penalty", ["ipType": "copyright"])).status == 303)
  }

  @Test func aProgramAsksForCandidatesIfItWantsThem() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    let first = try await client.loggedCase()
    let request = """
      {"ipType":"trademark","summary":"又一条线索","leadSource":"tip","leadOn":"2026-11-10",
      "parties":[{"role":"respondent","kind":"organisation","name":"灯湖服饰商行"}]}
      """
    let asked = try await client.post("/api/cases?duplicates=true", json: request)
    #expect(asked.status == 201)
    let candidates = asked.object["duplicates"] as? [[String: Any]]
    #expect(candidates?.map { $0["number"] as? String } == [first])
    #expect(try await client.post("/api/cases", json: request).object["duplicates"] == nil)
  }
}

import Casework
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Web

/// A random inspection as programs and people ask for it. The agencies and people are fictional.
private enum Asked {
  static let targets = "名称,统一社会信用代码,分组\n灯湖商标事务所,91440605MA00001706,大沥镇\n千灯专利代理事务所,91440605MA00001893,\n"
  static let inspectors = "周敏,粤A001\n何志远,粤A002\n梁家宝,粤A003\n"

  static let form = [
    "title": "代理机构抽查", "scope": "enterprise", "kind": "undirected", "condition": "", "sample": "1", "team": "2",
    "targets": targets, "inspectors": inspectors, "conflicts": "粤A001,91440605MA00001706\n",
  ]

  static func plan(_ changes: [String: Any] = [:]) throws -> String {
    let plan: [String: Any] = [
      "title": "代理机构抽查", "scope": "enterprise", "kind": "undirected", "sample": "50%",
      "targets": [
        ["name": "灯湖商标事务所", "identityNumber": "91440605MA00001706", "group": "大沥镇"],
        ["name": "千灯专利代理事务所", "identityNumber": "91440605MA00001893"],
      ],
      "inspectors": [
        ["name": "周敏", "certificate": "粤A001"], ["name": "何志远", "certificate": "粤A002"],
        ["name": "梁家宝", "certificate": "粤A003"],
      ],
      "conflicts": [["certificate": "粤A001", "identityNumber": "91440605MA00001706"]],
    ]
    return try json(plan.merging(changes) { $1 })
  }

  static func draw(_ changes: [String: Any] = [:]) throws -> String {
    let draw: [String: Any] = [
      "seed": "2026278 07 11 19 23", "seedSource": "福利彩票双色球第2026278期", "seedAt": "2026-11-20 09:30", "witness": "王见证",
    ]
    return try json(draw.merging(changes) { $1 })
  }

  static func json(_ object: [String: Any]) throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: object, options: .sortedKeys), as: UTF8.self)
  }

  /// Registers the inspectors' certificates with the bureau.
  static func certify() async throws {
    try await TestDatabase.owner.autocommit { db in
      try db.script(
        """
        insert into certificate (number, agency, holder, valid_from, valid_to) values
          ('粤A001', 'IPB', '周敏', '2025-01-01', '2028-12-31'), ('粤A002', 'IPB', '何志远', '2025-01-01', '2028-12-31'),
          ('粤A003', 'IPB', '梁家宝', '2025-01-01', '2028-12-31')
        """)
    }
  }

  /// 2026-11-20 09:00, before the seed.
  static let early = Given.now.adding(seconds: -3600)
}

@Suite(.database) struct InspectionRouteTests {
  private func officer() async throws -> Officer { try await Given.officer("IPB", .clerk, .caseOfficer, .head) }

  /// An inspection committed to at nine, and clients that stand at nine and at ten.
  private func committed(_ changes: [String: Any] = [:]) async throws -> (path: String, at10: Client) {
    let officer = try await officer()
    try await Asked.certify()
    let at9 = try await Client(now: Asked.early).signedIn(officer)
    let planned = try await at9.post("/api/inspections", json: Asked.plan(changes))
    try #require(planned.status == 201, "\(planned.body)")
    let path = try #require(planned.headers[.location])
    let done = try await at9.post("\(path)/commitment", json: "{}")
    try #require(done.status == 201, "\(done.body)")
    return (path, try await Client().signedIn(officer))
  }

  @Test func aPlanIsAnsweredWithItsPlace() async throws {
    let client = try await Client().signedIn(officer())
    let answer = try await client.post("/api/inspections", json: Asked.plan(), key: "plan-key")
    #expect(answer.status == 201)
    #expect(answer.headers[.location] == "/api/inspections/1")
    #expect(
      ["title", "scope", "kind", "sample", "state"].map { answer[$0] } == [
        "代理机构抽查", "enterprise", "undirected", "50%", "drafted",
      ])
    #expect(["count", "team", "targets", "inspectors"].map { answer.object[$0] as? Int } == [1, 2, 2, 3])
    #expect(answer["citation"] == "enterprise-spot-check-measures@4")
    #expect(answer.object["commitment"] is NSNull)
    let again = try await client.post("/api/inspections", json: Asked.plan(), key: "plan-key")
    #expect(again.headers[.idempotencyReplayed] == "true")
    #expect(again["title"] == "代理机构抽查")
    let list = try await client.get("/api/inspections").object["inspections"] as? [[String: Any]]
    #expect(list?.count == 1)
  }

  @Test func theCommitmentIsTheDigestOfTheListsAsDownloaded() async throws {
    let (path, client) = try await committed()
    let lists = try await client.get("\(path)/lists.txt")
    #expect(lists.status == 200)
    #expect(lists.headers[.contentType] == "text/plain; charset=utf-8")
    // sha256sum of the text that follows from the rule.
    #expect(
      lists.body == "ipcase-inspection 1\ndraw\t1\t2\ntarget\t千灯专利代理事务所\t91440605MA00001893\t\n"
        + "target\t灯湖商标事务所\t91440605MA00001706\t大沥镇\ninspector\t何志远\t粤A002\ninspector\t周敏\t粤A001\n"
        + "inspector\t梁家宝\t粤A003\nconflict\t粤A001\t91440605MA00001706\n")
    #expect(
      try await client.get(path)["commitment"] == "08944e99ac95a93ae5ed60a53cad7b8219538c72981641e7cf6a2d427305f22f")
  }

  @Test func itIsDrawnAndItsResultRecorded() async throws {
    let (path, client) = try await committed()
    let drawn = try await client.post("\(path)/draw", json: Asked.draw())
    #expect(drawn.status == 201)
    #expect(drawn["state"] == "drawn")
    #expect(drawn["seedAt"] == "2026-11-20T01:30:00Z")
    let results = try #require(drawn.object["results"] as? [[String: Any]])
    #expect(results.map { $0["target"] as? String } == ["91440605MA00001893"])
    #expect(
      results.map { $0["key"] as? String } == ["89d618ec3c6ba49b5fc5068d94813024b4880a7d5beb1185a8afa4068386b653"])
    let people = (results[0]["inspectors"] as? [[String: String]])?.map { $0["certificate"] }
    #expect(people == ["粤A001", "粤A002"])
    let table = try await client.get("\(path)/draw.csv")
    #expect(table.headers[.contentType] == "text/csv; charset=utf-8")
    #expect(table.body.hasPrefix("rank,name,identityNumber,group,inspectors,certificates,key\r\n1,"))
    let result = try Asked.json(["target": "91440605MA00001893", "endedOn": "2026-11-20", "category": "no-problem"])
    let recorded = try await client.post("\(path)/results", json: result)
    #expect(recorded.status == 201)
    let kept = (recorded.object["results"] as? [[String: Any]])?.first
    #expect(kept?["category"] as? String == "no-problem")
    // Twenty working days from 2026-11-20, by weekdays alone: no holiday lies on the way.
    #expect(kept?["due"] as? String == "2026-12-18")
    let published = try Asked.json([
      "target": "91440605MA00001893", "publishedOn": "2026-11-20", "address": "https://example.cn/1",
    ])
    #expect(try await client.post("\(path)/results", json: published)["state"] == "finished")
  }

  @Test func aDrawBeforeItsCommitmentIsRefused() async throws {
    let client = try await Client().signedIn(officer())
    _ = try await client.post("/api/inspections", json: Asked.plan())
    let answer = try await client.post("/api/inspections/1/draw", json: Asked.draw())
    #expect(answer.status == 409)
    #expect(answer["type"] == "inspection.uncommitted")
    #expect(try await client.get("/api/inspections/1/draw.csv")["type"] == "inspection.undrawn")
  }

  @Test func aSecondDrawIsRefused() async throws {
    let (path, client) = try await committed()
    _ = try await client.post("\(path)/draw", json: Asked.draw())
    let answer = try await client.post("\(path)/draw", json: Asked.draw(["seed": "x"]))
    #expect(answer.status == 409)
    #expect(answer["type"] == "inspection.drawn")
  }

  @Test(arguments: [
    ("2026-11-20T09:00:00+08:00", 409, "inspection.seed-early"), ("2026-11-20 10:01", 422, "instant.future"),
    ("gestern", 422, "instant.unreadable"),
  ])
  func aSeedOfTheWrongTimeIsRefused(at: String, status: Int, code: String) async throws {
    let (path, client) = try await committed()
    let answer = try await client.post("\(path)/draw", json: Asked.draw(["seedAt": at]))
    #expect(answer.status == status)
    #expect(answer["type"] == code)
    #expect(answer["field"] == "seedAt")
  }

  @Test(
    arguments: [
      (["sample": "3"], 422, "inspection.sample-large", "sample"),
      (["sample": "0"], 422, "inspection.sample", "sample"),
      (["team": 1], 422, "inspection.team", "team"), (["team": 4], 409, "inspection.inspectors", "inspectors"),
      (["kind": "directed"], 422, "inspection.condition", "condition"), (["scope": "x"], 400, "body.field", "scope"),
      (
        ["targets": [["name": "甲", "identityNumber": "91440605MA00001707"]]], 422, "uscc.check",
        "targets.0.identityNumber"
      ),
      (
        ["conflicts": [["certificate": "粤A009", "identityNumber": "91440605MA00001706"]]], 422, "inspection.conflict",
        "conflicts.0"
      ),
    ] as [([String: any Sendable], Int, String, String)])
  func aPlanThatCannotBeIsRefused(changes: [String: any Sendable], status: Int, code: String, field: String)
    async throws
  {
    let client = try await Client().signedIn(officer())
    let answer = try await client.post("/api/inspections", json: Asked.plan(changes))
    #expect(answer.status == status)
    #expect(answer["type"] == code)
    #expect(answer["field"] == field)
  }

  @Test func anotherAgencysInspectionIsNotFoundAtAnyDoor() async throws {
    let (path, _) = try await committed()
    let stranger = try await Given.officer("CUL", .clerk, .caseOfficer, .head)
    let program = try await Client().signedIn(stranger)
    let answers = [
      try await program.get(path), try await program.get("\(path)/lists.txt"),
      try await program.get("\(path)/draw.csv"),
      try await program.post("\(path)/commitment", json: "{}"),
      try await program.post("\(path)/draw", json: Asked.draw()),
      try await program.post("\(path)/results", json: #"{"target":"91440605MA00001706","endedOn":"2026-11-20"}"#),
      try await program.get("/api/inspections/999"), try await program.get("/api/inspections/x"),
    ]
    for answer in answers {
      #expect(answer.status == 404)
      #expect(answer["type"] == "inspection.unknown")
    }
    let browser = try await Client().browsing(stranger)
    for page in ["", "/draw", "/lists.txt", "/results/91440605MA00001706"] {
      #expect(try await browser.get("/inspections/1\(page)").status == 404, "\(page)")
    }
    #expect(!(try await browser.get("/inspections")).body.contains("代理机构抽查"))
  }
}

@Suite(.database) struct InspectionPageTests {
  private func officer() async throws -> Officer { try await Given.officer("IPB", .clerk, .caseOfficer, .head) }

  @Test func anInspectionIsPlannedCommittedToDrawnAndRecordedByForms() async throws {
    let officer = try await officer()
    try await Asked.certify()
    let at9 = try await Client(now: Asked.early).browsing(officer)
    #expect(try await at9.get("/inspections/new").status == 200)
    let planned = try await at9.post("/inspections", form: Asked.form)
    #expect(planned.status == 303)
    let path = try #require(planned.headers[.location])
    let before = try await at9.get(path).body
    for text in ["代理机构抽查", "从 2 个检查对象中抽取 1 个", "\(path)/commitment", "尚未公布承诺值"] {
      #expect(before.contains(text), "\(text)")
    }
    #expect(try await at9.post("\(path)/commitment", form: [:]).status == 303)
    let browser = try await Client().browsing(officer)
    let committed = try await browser.get(path).body
    #expect(committed.contains("08944e99ac95a93ae5ed60a53cad7b8219538c72981641e7cf6a2d427305f22f"))
    #expect(committed.contains("\(path)/draw"))
    #expect(try await browser.get("\(path)/draw").body.contains("2026-11-20 09:00"))
    let draw = ["seed": "2026278 07 11 19 23", "seedSource": "福利彩票", "seedAt": "2026-11-20 09:30", "witness": "王见证"]
    #expect(try await browser.post("\(path)/draw", form: draw).status == 303)
    let drawn = try await browser.get(path).body
    for text in [
      "91440605MA00001893", "sha256sum", "ipcase draw verify", "\(path)/draw.csv", "\(path)/results/91440605MA00001893",
    ] {
      #expect(drawn.contains(text), "\(text)")
    }
    let recorded = try await browser.post(
      "\(path)/results/91440605MA00001893",
      form: ["endedOn": "2026-11-20", "category": "corrected", "problem": "公示信息有误"])
    #expect(recorded.status == 303)
    let page = try await browser.get(path).body
    for text in ["发现问题已责令改正", "公示信息有误", "2026-12-18"] { #expect(page.contains(text), "\(text)") }
    let pages = [before, committed, drawn, page, try await browser.get("\(path)/results/91440605MA00001893").body]
    for page in pages { #expect(!page.contains("⟦")) }
  }

  @Test func aWrongLineOfAPastedListIsToldBesideIt() async throws {
    let browser = try await Client().browsing(officer())
    var form = Asked.form
    form["targets"] = "灯湖商标事务所,91440605MA00001707\n"
    let answer = try await browser.post("/inspections", form: form)
    #expect(answer.status == 422)
    #expect(answer.body.contains(##"href="#targets""##))
    #expect(answer.body.contains("第1行“统一社会信用代码”一栏有误"))
    #expect(answer.body.contains("灯湖商标事务所,91440605MA00001707"))
    form["targets"] = Asked.targets + "又一名称,91440605MA00001706\n"
    let twice = try await browser.post("/inspections", form: form)
    #expect(twice.status == 422)
    #expect(twice.body.contains(##"href="#targets""##))
  }

  @Test func whoMayPlanNothingSeesNoForm() async throws {
    let browser = try await Client().browsing(Given.officer("IPB", .reviewer))
    #expect(!(try await browser.get("/inspections")).body.contains("/inspections/new"))
    #expect(try await browser.get("/inspections/new").status == 403)
    let police = try await Client().browsing(Given.officer("PSB", .clerk))
    #expect(try await police.get("/inspections/new").status == 403)
  }

  @Test func whatIsTypedCannotLeaveItsPlaceInThePage() async throws {
    let browser = try await Client().browsing(officer())
    var form = Asked.form
    form["title"] = PageTests.hostile
    let planned = try await browser.post("/inspections", form: form)
    #expect(planned.status == 303)
    form["sample"] = PageTests.hostile
    let returned = try await browser.post("/inspections", form: form)
    #expect(returned.status == 422)
    let pages = [
      returned.body, try await browser.get("/inspections").body, try await browser.get("/inspections/1").body,
    ]
    for page in pages {
      let bytes = Array(page.utf8)
      let quote = Array("\"\u{301}".utf8)
      #expect(!bytes.indices.contains { bytes[$0...].starts(with: quote) })
      #expect(!page.contains("<b>"))
      #expect(!page.contains("{{csrf}}"))
    }
  }
}

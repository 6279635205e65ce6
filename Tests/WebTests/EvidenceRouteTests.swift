import Casework
import Foundation
import HTTPTypes
import Law
import Postgres
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct EvidenceRouteTests {
  private static let report = Array("%PDF-1.4\n鉴定意见".utf8)
  private static let terms = "name=\("商标鉴定书".percentEncoded)&kind=appraisal&holder=\("证据室".percentEncoded)"

  private func add(
    _ bytes: [UInt8], to number: String, by client: Client, query: String = terms, key: String = UUID().uuidString
  ) async throws -> Client.Answer {
    var headers: HTTPFields = [:]
    headers[.idempotencyKey] = key
    let path = "/api/cases/\(number)/evidence?\(query)"
    return try await client.send(.post, path, "application/octet-stream", bytes, headers)
  }

  @Test func whatIsAddedComesBackByteByByteAndItsDigestStandsInTheDocket() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    let number = try await client.loggedCase()
    let added = try await add(Self.report, to: number, by: client, key: "evidence-key")
    #expect(added.status == 201, "\(added.body)")
    // sha256sum of the same bytes.
    let digest = "57fc26436df054411d8acd9992e124d447a72091208ba4637d8b026d854711da"
    #expect(added["sha256"] == digest)
    #expect(added["mediaType"] == "application/pdf")
    #expect(added.object["size"] as? Int == 21)
    let again = try await add(Self.report, to: number, by: client, key: "evidence-key")
    #expect(again.body == added.body && again.headers[.idempotencyReplayed] == "true")
    let id = try #require(added.object["id"] as? Int)
    let file = try await client.get("/api/evidence/\(id)/file")
    #expect(file.bytes == Self.report)
    #expect(file.headers[.contentDisposition]?.hasPrefix("attachment;") == true)
    #expect(file.headers[.init("X-Content-Type-Options")!] == "nosniff")
    let entries = try await client.get("/api/cases/\(number)/entries").object["entries"] as? [[String: Any]]
    let facts = entries?.last?["facts"] as? [String: String]
    #expect(entries?.last?["act"] as? String == "add-evidence")
    #expect(facts?["sha256"] == digest && facts?["holder"] == "证据室")
  }

  /// 国务院令第310号 art. 12: things go over item by item, and only what the sender handed over is received.
  @Test func thingsGoOverItemByItemAndTheChainOfEachGoesOn() async throws {
    let client = try await Client()
    let bureau = try await client.signedIn(Given.officer("IPB", .clerk, .caseOfficer, .head, login: "ipb.all"))
    let police = try await client.signedIn(Given.officer("PSB", .clerk, .caseOfficer, login: "psb.all"))
    let number = try await bureau.loggedCase()
    var items: [Int] = []
    for name in ["鞋三箱", "模具", "账册"] {
      let query = "name=\(name.percentEncoded)&kind=physical&holder=\("区仓库".percentEncoded)&since=2026-11-10"
      items.append(try #require(try await add([], to: number, by: bureau, query: query).object["id"] as? Int))
    }
    let referral = try await bureau.reportedReferral(of: number)
    try await bureau.act("approve", of: referral)
    try await bureau.act("send", of: referral)
    try await police.act("receive", of: referral)
    try await police.act("file", of: referral, ["document": "立字一号", "approver": "局长"])
    let form = try await client.browsing(Given.officer("IPB", .clerk, login: "ipb.page"))
      .get("/proceedings/\(referral)/acts/hand-over")
    #expect(form.body.contains(#"type="checkbox" name="facts[handedOver]" value="\#(items[0])""#))
    let strange = try await bureau.post(
      "/api/proceedings/\(referral)/acts",
      json: Client.act("hand-over", on: "2026-11-20", ["items": "清单", "handedOver": "999999"]))
    #expect(strange["type"] == "evidence.unknown")
    try await bureau.act("hand-over", of: referral, ["items": "清单", "handedOver": "\(items[1])、\(items[0])"])
    let more = try await police.post(
      "/api/proceedings/\(referral)/acts",
      json: Client.act("take-over", on: "2026-11-20", ["items": "清单", "takenOver": "\(items[0])、\(items[2])"]))
    #expect(more["type"] == "referral.not-handed-over" && more["title"]?.contains("\(items[2])") == true)
    try await police.act("take-over", of: referral, ["items": "清单", "takenOver": "\(items[0])，\(items[1])"])
    var holders: [String?] = []
    for item in items {
      let chain = try await police.get("/api/evidence/\(item)").object["custody"] as? [[String: Any]]
      holders.append(chain?.last?["holder"] as? String)
      #expect(chain?.last?["agency"] as? String == (item == items[2] ? "IPB" : "PSB"))
    }
    #expect(holders == ["公安分局", "公安分局", "区仓库"])
  }

  @Test func theChainOfCustodyGrowsAndNeverChanges() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    let number = try await client.loggedCase()
    let query = Self.terms + "&since=2026-11-10&seal=\("封条0012".percentEncoded)"
    let id = try #require(try await add([], to: number, by: client, query: query).object["id"] as? Int)
    let passed = try await client.post(
      "/api/evidence/\(id)/custody", json: #"{"holder":"区仓库","since":"2026-11-15","seal":"封条0013"}"#)
    #expect(passed.status == 201)
    let chain = try #require(try await client.get("/api/evidence/\(id)").object["custody"] as? [[String: Any]])
    #expect(chain.map { $0["holder"] as? String } == ["证据室", "区仓库"])
    #expect(chain.map { $0["since"] as? String } == ["2026-11-10", "2026-11-15"])
    #expect(chain.map { $0["seal"] as? String } == ["封条0012", "封条0013"])
    let back = try await client.post(
      "/api/evidence/\(id)/custody", json: #"{"holder":"他处","since":"2026-11-14"}"#)
    #expect(back.status == 422 && back["type"] == "custody.order")
    await #expect(throws: PostgresError.self) {
      try await TestDatabase.owner.transaction { try $0.execute("update custody set holder = 'x'") }
    }
    #expect(try await client.get("/api/evidence/\(id)/file").status == 404)
  }

  @Test(arguments: [
    ("name=x&kind=appraisal", "#!/bin/sh", 400, "body.field-missing"),
    ("name=x&kind=appraisal&holder=x", "#!/bin/sh", 422, "evidence.executable"),
    ("name=x&kind=appraisal&holder=x", "<html><script>", 422, "evidence.executable"),
    ("name=x&kind=appraisal&holder=x&since=2027-01-01", "x", 422, "evidence.day"),
    ("name=x&kind=appraisal&holder=x&revision=7", "x", 412, "case.stale"),
    ("name=x&kind=rumour&holder=x", "x", 400, "query.parameter"),
  ])
  func whatCannotBeAddedIsRefused(query: String, bytes: String, status: Int, code: String) async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    let number = try await client.loggedCase()
    let answer = try await add(Array(bytes.utf8), to: number, by: client, query: query)
    #expect(answer.status == status && answer["type"] == code, "\(answer.body)")
    #expect(try await client.get("/api/cases/\(number)").object["revision"] as? Int == 1)
  }

  @Test func theSameFileIsNotAddedTwice() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    let number = try await client.loggedCase()
    #expect(try await add(Self.report, to: number, by: client).status == 201)
    #expect(try await add(Self.report, to: number, by: client)["type"] == "evidence.twice")
  }

  @Test func nobodyElseSeesAddsOrPasses() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    let number = try await client.loggedCase()
    let id = try #require(try await add(Self.report, to: number, by: client).object["id"] as? Int)
    let other = try await Client().signedIn(Given.officer("PSB", .clerk))
    #expect(try await other.get("/api/cases/\(number)/evidence").status == 404)
    #expect(try await other.get("/api/evidence/\(id)").status == 404)
    #expect(try await other.get("/api/evidence/\(id)/file").status == 404)
    #expect(try await add([1, 2, 3], to: number, by: other).status == 404)
    let pass = try await other.post("/api/evidence/\(id)/custody", json: #"{"holder":"x","since":"2026-11-20"}"#)
    #expect(pass.status == 404)
  }

  /// A browser's form, its file cut into pieces as they may come.
  @Test(arguments: [1, 7, 4096]) func aFormWithAFileIsReadHoweverItIsCut(size: Int) async throws {
    let client = try await Client().browsing(Given.officer("IPB", .clerk))
    let store = client.site.desk.store
    let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) } + Array("\r\n--x\r\n--".utf8)
    let body = Self.form(["name": "照片\r\n第一张", "kind": "other"], bytes)
    var reader = Multipart.Reader(boundary: "xyz", store: store)
    for start in stride(from: 0, to: body.count, by: size) {
      try reader.take(.init(bytes: body[start..<min(start + size, body.count)]))
    }
    let (form, content) = try reader.finish()
    #expect(form["name"] == "照片\r\n第一张" && form["kind"] == "other")
    #expect(content?.size == Int64(bytes.count))
    #expect(try store.bytes(of: content?.digest ?? "") == bytes)
  }

  @Test func thePageTakesAFileAndOnlyFromItsOwnForm() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    let number = try await Client().signedIn(officer).loggedCase()
    let client = try await Client().browsing(officer)
    let fields = [
      "csrf": client.csrf, "idempotencyKey": "page-key-1", "revision": "1", "name": "现场照片", "kind": "audio-visual",
      "holder": "证据室", "since": "2026-11-20", "seal": "",
    ]
    let type = "multipart/form-data; boundary=xyz"
    let path = "/cases/\(number)/evidence"
    let taken = try await client.send(.post, path, type, Self.form(fields, [0xFF, 0xD8, 0xFF, 0xE0]), [:])
    #expect(taken.status == 303, "\(taken.body)")
    let page = try await client.get(path)
    #expect(page.body.contains("现场照片") && page.body.contains("证据室"))
    var foreign = fields
    foreign["csrf"] = "0"
    #expect(try await client.send(.post, path, type, Self.form(foreign, [1]), [:]).status == 403)
    let refused = try await client.send(
      .post, path, type, Self.form(fields.merging(["idempotencyKey": "page-key-2"]) { $1 }, Array("#!/x".utf8)), [:])
    #expect(refused.status == 412 || refused.status == 422)
    #expect(refused.body.contains("现场照片"))
  }

  private static func form(_ fields: [String: String], _ file: [UInt8]) -> [UInt8] {
    var body: [UInt8] = []
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      body += Array("--xyz\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    body += Array(
      "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
        .utf8)
    return body + file + Array("\r\n--xyz--\r\n".utf8)
  }
}

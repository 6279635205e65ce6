import Casework
import Postgres
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct ProblemTests {
  static let request = """
    {"ipType":"trademark","summary":"涉嫌侵权","leadSource":"tip","leadOn":"2026-11-02",
    "parties":[{"role":"respondent","kind":"organisation","name":"灯湖服饰商行"}]}
    """

  private func clerk() async throws -> Client { try await Client().signedIn(Given.officer("IPB", .clerk)) }

  @Test func everyKindOfRefusalHasAStatusOfItsOwn() {
    let statuses = Refusal.Kind.allCases.map(\.status.code)
    #expect(statuses == [400, 422, 409, 404, 403, 412, 401, 429])
  }

  @Test(arguments: [
    (#"{"ipType":"x"}"#, 400, "body.field", "ipType"),
    (#"{"#, 400, "body.malformed", nil),
    (#"{}"#, 400, "body.field-missing", "ipType"),
  ])
  func aBodyThatCannotBeReadNamesTheField(_ body: String, _ status: Int, _ code: String, _ field: String?) async throws
  {
    let answer = try await clerk().post("/api/cases", json: body)
    #expect(answer.status == status)
    #expect(answer.headers[.contentType] == "application/problem+json")
    #expect(answer["type"] == code)
    #expect(answer["field"] == field)
  }

  @Test(arguments: [
    (#""leadOn":"2026-11-02""#, #""leadOn":"2026-02-30""#, "date.unreadable", "leadOn"),
    (#""leadOn":"2026-11-02""#, #""leadOn":"2027-01-01""#, "date.future", "leadOn"),
    (#""summary":"涉嫌侵权""#, #""summary":"涉嫌\#\u0000侵权""#, "text.control", "summary"),
    (#""summary":"涉嫌侵权""#, #""summary":"  ""#, "text.empty", "summary"),
    (#""parties":"#, #""amounts":{"turnover":"约5万"},"parties":"#, "amount.vague", "amounts.turnover"),
    (#""parties":"#, #""amounts":{"turnover":"-1"},"parties":"#, "amount.negative", "amounts.turnover"),
    (#""parties":"#, #""amounts":{"turnover":-1},"parties":"#, "amount.negative", "amounts.turnover"),
    (
      #""parties":"#, #""amounts":{"goodsValue":"1000000000000000000"},"parties":"#, "amount.too-large",
      "amounts.goodsValue"
    ),
    (#""parties":"#, #""amounts":{"turnover":"1e18"},"parties":"#, "amount.unreadable", "amounts.turnover"),
    (
      #""name":"灯湖服饰商行""#, #""name":"灯湖服饰商行","identityNumber":"91000000MA00000158""#, "uscc.check",
      "parties.0.identityNumber"
    ),
  ])
  func aValueThatBreaksARuleNamesFieldAndReason(
    _ part: String, _ replacement: String, _ code: String, _ field: String
  ) async throws {
    let answer = try await clerk().post("/api/cases", json: Self.request.replacing(part, with: replacement))
    #expect(answer.status == 422)
    #expect(answer["type"] == code)
    #expect(answer["field"] == field)
  }

  @Test func aTextOfTenMegabytesIsTooLarge() async throws {
    let body = Self.request.replacing("涉嫌侵权", with: String(repeating: "长", count: 3_500_000))
    let answer = try await clerk().post("/api/cases", json: body)
    #expect(answer.status == 413)
    #expect(answer["type"] == "body.too-large")
  }

  @Test func bytesThatAreNoUTF8AreRefused() async throws {
    let answer = try await clerk().send(
      .post, "/api/cases", "application/json", [0x7B, 0xFF, 0xFE, 0x7D], [.idempotencyKey: "12345678"])
    #expect(answer.status == 400)
    #expect(answer["type"] == "body.utf8")
  }

  @Test func aBodyOfAnotherTypeIsRefused() async throws {
    let answer = try await clerk().send(.post, "/api/cases", "text/xml", [], [.idempotencyKey: "12345678"])
    #expect(answer["type"] == "body.media-type")
  }

  @Test func aWriteWithoutAnIdempotencyKeyIsRefused() async throws {
    let answer = try await clerk().post("/api/cases", json: Self.request, key: nil)
    #expect(answer.status == 400)
    #expect(answer["type"] == "idempotency.missing")
  }

  @Test func aMethodThatAPathDoesNotKnowIsAnsweredWithThoseItKnows() async throws {
    let answer = try await clerk().send(.delete, "/api/cases", nil, nil, [:])
    #expect(answer.status == 405)
    #expect(answer.headers[.allow] == "GET, POST")
  }

  @Test(arguments: [
    "/api/cases?limit=0", "/api/cases?limit=x", "/api/cases?ipType=nothing", "/api/cases?ipTyp=trademark",
    "/api/cases?status=penalty/lead/x", "/api/cases?before=x", "/api/cases?limit=1&limit=2",
  ])
  func aFilterThatIsNoneIsRefusedRatherThanIgnored(_ path: String) async throws {
    let answer = try await clerk().get(path)
    #expect(answer.status == 400)
    #expect(answer["type"] == "query.parameter")
  }

  @Test func theSentenceIsInTheReadersLanguage() async throws {
    var client = try await clerk()
    let chinese = try #require(try await client.get("/api/cases/2026-999999")["title"])
    client.language = "en"
    let english = try #require(try await client.get("/api/cases/2026-999999")["title"])
    #expect(chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    #expect(english.utf8.allSatisfy { $0 < 128 || $0 > 191 } && english.contains("2026-999999"))
    #expect(chinese != english)
  }

  @Test func aPoolThatStaysBusyIsAnsweredBy503() throws {
    let problem = try #require(Problem.of(PostgresError.busy))
    #expect(problem.status.code == 503)
    #expect(problem.refusal.code == "busy")
  }

  @Test func whatIsOurFaultSaysNothingOfTheDatabase() async throws {
    try await TestDatabase.owner.transaction { db in try db.script("alter table goods rename to goods_gone") }
    let client = try await clerk()
    let answer = try await client.post(
      "/api/cases", json: Self.request.replacing(#""parties":"#, with: #""goods":[{"name":"运动鞋"}],"parties":"#))
    #expect(answer.status == 500)
    #expect(answer["type"] == "internal")
    #expect(!answer.body.contains("goods"))
  }
}

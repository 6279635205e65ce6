import Casework
import Registry
import Secrets
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct AuthenticationTests {
  @Test(arguments: [
    "/api/cases", "/api/cases/2026-000001", "/api/referrals", "/api/reports/district-monthly/2026-11", "/api/agencies",
    "/api/notices",
    "/api/officers/me", "/api/exports/cases.csv", "/api/proceedings/1/acts",
  ])
  func aProgramThatIsNotSignedInGetsNothing(_ path: String) async throws {
    let answer = try await Client().get(path)
    #expect(answer.status == 401)
    #expect(answer["type"] == "session.missing")
  }

  @Test(arguments: ["/", "/cases", "/cases/new", "/referrals", "/reports", "/proceedings/1/acts/verify"])
  func aPersonWhoIsNotSignedInIsSentToTheSignInForm(_ path: String) async throws {
    let answer = try await Client().get(path)
    #expect(answer.status == 303 || answer.status == 302)
    #expect(answer.headers[.location]?.hasPrefix("/sign-in") == true)
  }

  @Test func aBrowsersCookieIsNoBearerTokenAndTheOtherWayRound() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    var client = try await Client().browsing(officer)
    client.token = client.cookie
    #expect(try await client.get("/api/cases").status == 401)
    var program = try await Client().signedIn(officer)
    program.cookie = program.token
    #expect(try await program.get("/cases").headers[.location]?.hasPrefix("/sign-in") == true)
  }

  @Test func aSessionThatHasExpiredIsNone() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    let late = try await Client(now: Given.now.adding(seconds: 90 * 86_400)).signedIn(officer)
    #expect(try await late.get("/api/cases").status == 401)
  }

  @Test func signingInGivesATokenThatWorksUntilItIsGivenBack() async throws {
    let hash = try await PasswordHashing(limit: 1).hash("correct horse")
    let request = try OfficerRequest(
      login: "chen", name: Line(wire: "测试员"), agency: AgencyCode(wire: "IPB"), roles: [.clerk])
    _ = try await Registry(TestDatabase.owner).addOfficer(request, passwordHash: hash, now: Given.now)
    var client = try await Client()
    let wrong = try await client.post("/api/sessions", json: #"{"login":"chen","password":"wrong"}"#, key: nil)
    #expect(wrong.status == 401)
    #expect(wrong["type"] == "sign-in.wrong")
    let right = try await client.post("/api/sessions", json: #"{"login":"chen","password":"correct horse"}"#, key: nil)
    #expect(right.status == 201)
    let secret = try #require(right["token"])
    client.token = Token(secret)
    #expect(try await client.get("/api/officers/me")["login"] == "chen")
    #expect(try await client.send(.delete, "/api/sessions/current", nil, nil, [:]).status == 204)
    #expect(try await client.get("/api/officers/me").status == 401)
  }

  @Test func aFormWithoutTheSessionsProofIsRefused() async throws {
    let client = try await Client().browsing(Given.officer("IPB", .clerk))
    let answer = try await client.post("/cases", form: ["summary": "x", "csrf": "0000"])
    #expect(answer.status == 403)
  }

  @Test func aFormFromAnotherSiteIsRefused() async throws {
    let client = try await Client().browsing(Given.officer("IPB", .clerk))
    let answer = try await client.send(
      .post, "/sign-out", "application/x-www-form-urlencoded", Array("csrf=\(client.csrf)".utf8),
      [.origin: "https://elsewhere.example"])
    #expect(answer.status == 403)
  }

  @Test(arguments: ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "elsewhere"])
  func signingInNeverLeadsElsewhere(_ next: String) async throws {
    let hash = try await PasswordHashing(limit: 1).hash("correct horse")
    let request = try OfficerRequest(
      login: "chen", name: Line(wire: "测试员"), agency: AgencyCode(wire: "IPB"), roles: [.clerk])
    _ = try await Registry(TestDatabase.owner).addOfficer(request, passwordHash: hash, now: Given.now)
    let answer = try await Client().post(
      "/sign-in", form: ["login": "chen", "password": "correct horse", "next": next])
    #expect(answer.headers[.location] == "/")
    let cookie = try #require(answer.headers[.setCookie])
    #expect(cookie.contains("HttpOnly"))
    #expect(cookie.contains("SameSite=Lax"))
  }

  @Test func everyAnswerForbidsWhatAPageNeedsNot() async throws {
    for path in ["/sign-in", "/api/cases", "/nothing", "/static/style.css", "/health"] {
      let headers = try await Client().get(path).headers
      #expect(headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true, "\(path)")
      #expect(headers[.xContentTypeOptions] == "nosniff", "\(path)")
      #expect(headers[.requestID] != nil, "\(path)")
    }
  }
}

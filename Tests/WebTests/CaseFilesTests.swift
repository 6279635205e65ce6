import Foundation
import Secrets
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct CaseFilesTests {
  /// Every field of a request, each with a value of its own.
  static let request = """
    {"ipType":"patent","summary":"一种摘要","leadSource":"complaint","leadOn":"2026-10","channel":"factory",
    "place":"桂城街道某路","town":"GC","simple":false,
    "parties":[{"role":"respondent","kind":"natural-person","name":"林小满","identityNumber":"000000199001010018"},
    {"role":"rights-holder","kind":"organisation","name":"晨桥公司","identityNumber":"91000000MA00000157"}],
    "rights":[{"kind":"patent","number":"ZL201710601862.3","name":"一种机构"}],
    "goods":[{"name":"运动鞋","quantity":"12.5","unit":"双","value":"1200.5","priceBasis":"marked"}],
    "amounts":{"turnover":"5万","gainsGross":"100","gainsNet":"90.01","gainsUnstated":"80","goodsValue":"70"}}
    """

  @Test func everyFieldComesBackAsItWasSent() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    let created = try await client.post("/api/cases", json: Self.request)
    #expect(created.status == 201)
    let location = try #require(created.headers[.location])
    let file = try await client.get(location).object
    #expect(file["ipType"] as? String == "patent")
    #expect(file["summary"] as? String == "一种摘要")
    #expect(file["leadSource"] as? String == "complaint")
    #expect(file["channel"] as? String == "factory")
    #expect(file["place"] as? String == "桂城街道某路")
    #expect(file["town"] as? String == "GC")
    #expect(file["simple"] as? Bool == false)
    let parties = try #require(file["parties"] as? [[String: String]])
    #expect(
      parties == [
        [
          "role": "respondent", "kind": "natural-person", "name": "林小满", "identityNumber": "000000199001010018",
        ],
        [
          "role": "rights-holder", "kind": "organisation", "name": "晨桥公司", "identityNumber": "91000000MA00000157",
        ],
      ])
    #expect(
      file["rights"] as? [[String: String]] == [["kind": "patent", "number": "ZL201710601862.3", "name": "一种机构"]])
    #expect(
      file["goods"] as? [[String: String]] == [
        ["name": "运动鞋", "quantity": "12.5", "unit": "双", "value": "1200.50", "priceBasis": "marked"]
      ])
    #expect(
      file["amounts"] as? [String: String] == [
        "turnover": "50000.00", "gainsGross": "100.00", "gainsNet": "90.01", "gainsUnstated": "80.00",
        "goodsValue": "70.00",
      ])
    let entries = try await client.get("\(location)/entries").object["entries"] as? [[String: Any]]
    #expect(entries?.first?["happenedOn"] as? String == "2026-10")
  }

  @Test func theSameRequestSentTwiceIsDoneOnce() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    let first = try await client.post("/api/cases", json: Self.request, key: "same-key")
    let second = try await client.post("/api/cases", json: Self.request, key: "same-key")
    #expect(second.status == 201)
    #expect(second.body == first.body)
    #expect(second.headers[.idempotencyReplayed] == "true")
    let list = try await client.get("/api/cases?total=true").object
    #expect(list["total"] as? Int == 1)
  }

  @Test func aKeyUsedForAnotherRequestIsRefused() async throws {
    let client = try await Client().signedIn(Given.officer("IPB", .clerk))
    _ = try await client.post("/api/cases", json: Self.request, key: "same-key")
    let other = try await client.post(
      "/api/cases", json: Self.request.replacing("一种摘要", with: "另一摘要"), key: "same-key")
    #expect(other.status == 422)
    #expect(other["type"] == "idempotency.reused")
  }

  @Test func anActOnAnOlderRevisionIsStale() async throws {
    let officer = try await Given.officer("IPB", .clerk, .caseOfficer)
    let client = try await Client().signedIn(officer)
    let number = try await Given.caseFile(by: officer)
    let file = try await client.get("/api/cases/\(number)").object
    let proceedings = try #require(file["proceedings"] as? [[String: Any]])
    let id = try #require(proceedings.first?["id"] as? Int)
    let act = #"{"act":"verify","happenedOn":"2026-11-03","facts":{"findings":"属实"},"revision":1}"#
    #expect(try await client.post("/api/proceedings/\(id)/acts", json: act).status == 201)
    let stale = try await client.post("/api/proceedings/\(id)/acts", json: act)
    #expect(stale.status == 412)
    #expect(stale["type"] == "case.stale")
  }

  @Test func anotherAgencyLearnsNothingAtAnyDoor() async throws {
    let officer = try await Given.officer("IPB", .clerk, .caseOfficer)
    var request = try Given.request(respondent: "金丝雀商行")
    request.place = try .init(wire: "金丝雀路")
    let number = try await Given.caseFile(by: officer, request)
    let stranger = try await Given.officer("CUL", .clerk, .caseOfficer, .head, .statistician)
    let program = try await Client().signedIn(stranger)
    let browser = try await Client().browsing(stranger)
    for path in [
      "/api/cases", "/api/cases?search=%E9%87%91", "/api/cases/\(number)", "/api/cases/\(number)/entries",
      "/api/referrals?box=all", "/api/exports/cases.csv", "/api/notices", "/api/proceedings/1/acts",
    ] {
      #expect(!(try await program.get(path)).body.contains("金丝雀"), "\(path)")
    }
    for path in [
      "/", "/cases?search=%E9%87%91%E4%B8%9D", "/cases/\(number)", "/referrals", "/reports/district-monthly/2026-11",
    ] {
      let body = try await browser.get(path).body
      // The words searched for are the stranger's own; the rest of the canary must not appear.
      #expect(!body.contains("金丝雀"), "\(path)")
    }
    #expect(try await program.get("/api/cases/\(number)").status == 404)
    let report = try await program.get("/api/reports/district-monthly/2026-11").object
    let table = try #require((report["tables"] as? [[String: Any]])?.first)
    #expect((table["total"] as? [[String: Int]])?.allSatisfy { $0["year"] == 0 } == true)
  }

  @Test func anExportNeutralisesFormulas() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    _ = try await Given.caseFile(by: officer, Given.request(respondent: "=cmd|' /C calc'!A0"))
    let csv = try await Client().signedIn(officer).get("/api/exports/cases.csv").body
    #expect(csv.hasPrefix("\u{FEFF}"))
    #expect(csv.contains("\"'=cmd|' /C calc'!A0\""))
  }
}

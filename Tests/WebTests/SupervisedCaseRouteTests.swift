import Casework
import Law
import Registry
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct SupervisedCaseRouteTests {
  @Test func aDemandIsListedWithItsLight() async throws {
    let bureau = try await Given.officer("IPB", .caseOfficer)
    let number = try await Given.caseFile(by: bureau)
    let request = OpeningRequest(
      kind: .task, happenedOn: try When(wire: "2026-11-10"),
      facts: ["agency": "TWN-DL", "subject": PageTests.hostile, "demand": "查明", "dueOn": "2026-11-19"])
    _ = try await Registry(TestDatabase.service).open(
      request, in: number, once: Given.once(), by: bureau, now: Given.now)
    let officer = try await Given.officer("TWN-DL", .clerk)
    let list = try await Client().signedIn(officer).get("/api/supervised-cases").object["tasks"] as? [[String: Any]]
    #expect(list?.count == 1)
    #expect(list?.first?["number"] as? String == number.wire)
    #expect(list?.first?["light"] as? String == "red")
    #expect(list?.first?["dueOn"] as? String == "2026-11-19")
    let page = try await Client().browsing(officer).get("/supervised-cases")
    #expect(page.status == 200)
    for text in ["红灯", "2026-11-19", "区知识产权局", "大沥镇", "/cases/\(number)", "onfocus=alert(1)"] {
      #expect(page.body.contains(text), "\(text)")
    }
    #expect(!page.body.contains("<b>") && !page.body.contains("⟦"))
    let stranger = try await Client().signedIn(Given.officer("AGR", .clerk)).get("/api/supervised-cases?open=false")
    #expect((stranger.object["tasks"] as? [Any])?.isEmpty == true)
    #expect(try await Client().signedIn(officer).get("/api/supervised-cases?open=x").status == 400)
  }
}

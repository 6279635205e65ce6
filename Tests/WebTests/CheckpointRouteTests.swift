import Casework
import Foundation
import Law
import Secrets
import TestSupport
import Testing

@testable import Web

@Suite(.database) struct CheckpointRouteTests {
  /// The report as of an instant carries what was signed by then, and says the same however much is signed later.
  @Test func theMonthlyReportCarriesTheCheckpointOfItsInstant() async throws {
    let officer = try await Given.officer("IPB", .clerk, .caseOfficer, .head, login: "ipb.all")
    let client = try await Client().signedIn(officer)
    _ = try await client.loggedCase()
    let registry = client.site.registry
    let signed = try await registry.checkpoint(officer.agency, client.site.desk.ring, now: Given.now)
    let later = try await Client(now: Given.now.adding(seconds: 3600)).signedIn(officer)
    let asOf = Given.now.adding(seconds: 60).description.percentEncoded
    let first = try await later.get("/api/reports/district-monthly/2026-11?asOf=\(asOf)")
    #expect(first["checkpoint"] == signed.note)
    _ = try await later.loggedCase()
    let next = try await registry.checkpoint(
      officer.agency, client.site.desk.ring, now: Given.now.adding(seconds: 1800))
    #expect(next.size == signed.size + 1)
    #expect(try await later.get("/api/reports/district-monthly/2026-11?asOf=\(asOf)").body == first.body)
    let before = Given.now.adding(seconds: -60).description.percentEncoded
    #expect(try await later.get("/api/reports/district-monthly/2026-11?asOf=\(before)")["checkpoint"] == nil)
    let page = try await Client(now: Given.now.adding(seconds: 3600)).browsing(officer)
    let shown = try await page.get("/reports/district-monthly/2026-11?asOf=\(asOf)")
    #expect(shown.body.contains("ipcase/IPB \(signed.size) "))
  }
}

import Casework
import Law
import Registry
import TestSupport
import Testing

@Suite(.database) struct CampaignTests {
  private let registry = Registry(TestDatabase.service)
  private let tieQuan: CampaignCode

  init() throws { tieQuan = try CampaignCode(wire: "tie-quan-2026") }

  private func request(_ code: String = "tie-quan-2026", to: String? = nil) throws -> CampaignRequest {
    CampaignRequest(
      code: try CampaignCode(wire: code), name: try Line(wire: "铁拳行动"), from: try When(wire: "2026-03-01"),
      to: try to.map { try When(wire: $0) }, notes: try Prose(wire: "查处商标侵权"))
  }

  private func begun() async throws -> Officer {
    let officer = try await Given.officer("IPB", .clerk, .caseOfficer)
    _ = try await registry.begin(request(), once: Given.once(), by: officer, now: Given.now)
    return officer
  }

  @Test func everyAgencySeesACampaignAndItsLead() async throws {
    _ = try await begun()
    let culture = try await Given.officer("CUL", .clerk)
    let campaign = try #require(try await registry.campaigns(for: culture).first)
    #expect(campaign.code == tieQuan)
    #expect(campaign.name == "铁拳行动")
    #expect(campaign.from == Day("2026-03-01"))
    #expect(campaign.to == nil)
    #expect(campaign.lead.wire == "IPB")
    #expect(campaign.notes == "查处商标侵权")
    #expect(campaign.cases == 0)
  }

  @Test func aCodeIsTakenOnce() async throws {
    let officer = try await begun()
    let refused = try await refusal {
      _ = try await registry.begin(request(), once: Given.once(), by: officer, now: Given.now)
    }
    #expect(refused?.code == "campaign.taken")
    #expect(refused?.field == "code")
  }

  @Test func aFileIsTaggedByWhoeverHasItAndSeenByWhoeverSeesTheFile() async throws {
    let officer = try await begun()
    let number = try await Given.caseFile(by: officer)
    for _ in 0..<2 {
      _ = try await registry.tag(number, with: tieQuan, once: Given.once(), by: officer, now: Given.now)
    }
    let (campaign, files) = try await registry.campaign(tieQuan, for: officer)
    #expect(campaign.cases == 1)
    #expect(files.map(\.number) == [number])
    #expect(try await registry.campaigns(of: number, for: officer).map(\.code) == [tieQuan])
    let culture = try await Given.officer("CUL", .clerk, .caseOfficer)
    let seen = try await registry.campaign(tieQuan, for: culture)
    #expect(seen.campaign.cases == 0 && seen.files == [])
    #expect(try await registry.campaigns(of: number, for: culture) == [])
    let prosecutor = try await Given.officer("PRO", .auditor)
    #expect(try await registry.campaign(tieQuan, for: prosecutor).files.map(\.number) == [number])
  }

  @Test func whoeverDoesNotHaveTheFileDoesNotTagIt() async throws {
    let officer = try await begun()
    let number = try await Given.caseFile(by: officer)
    let prosecutor = try await Given.officer("PRO", .caseOfficer)
    let refused = try await refusal {
      _ = try await registry.tag(number, with: tieQuan, once: Given.once(), by: prosecutor, now: Given.now)
    }
    #expect(refused?.code == "case.not-yours")
    let culture = try await Given.officer("CUL", .caseOfficer)
    #expect(
      try await code {
        _ = try await registry.tag(number, with: tieQuan, once: Given.once(), by: culture, now: Given.now)
      } == "case.unknown")
    let auditor = try await Given.officer("IPB", .auditor)
    #expect(
      try await code {
        _ = try await registry.tag(number, with: tieQuan, once: Given.once(), by: auditor, now: Given.now)
      } == "role.missing")
    let none = try CampaignCode(wire: "none-such")
    #expect(
      try await code {
        _ = try await registry.tag(number, with: none, once: Given.once(), by: officer, now: Given.now)
      } == "campaign.unknown")
    #expect(try await District.look("select campaign as value from campaign_case") == [])
  }

  @Test func aCampaignThatIsNotThereIsNotFound() async throws {
    let officer = try await Given.officer("IPB", .clerk)
    #expect(
      try await code { _ = try await registry.campaign(tieQuan, for: officer) } == "campaign.unknown")
  }
}

import Casework
import Registry
import TestSupport
import Testing

@Suite(.database) struct OfficerTests {
  private let registry = Registry(TestDatabase.owner)

  private func request(
    _ login: String = "li.ming", agency: String = "IPB", name: String = "黎某", roles: Set<Role> = [.clerk]
  ) throws -> OfficerRequest {
    try OfficerRequest(
      login: login, name: Line(wire: name), agency: AgencyCode(wire: agency), roles: roles)
  }

  private func add(_ request: OfficerRequest) async throws {
    _ = try await registry.addOfficer(request, passwordHash: "$argon2id$none", now: Given.now)
  }

  @Test func anAccountIsReadBack() async throws {
    let roles = Set(Role.allCases)
    try await add(request(agency: "TWN-GC", roles: roles))
    let officer = try await registry.officer(login: "li.ming")
    #expect(officer.name == "黎某")
    #expect(officer.agency.rawValue == "TWN-GC")
    #expect(officer.agencyKind == .town)
    #expect(officer.roles == roles)
    let all = try await registry.officers()
    #expect(all.map(\.officer) == [officer])
    #expect(all.map(\.isActive) == [true])
  }

  @Test func aNameIsTakenOnce() async throws {
    try await add(request())
    let refused = try await refusal { try await add(request(agency: "PSB")) }
    #expect(refused?.code == "officer.taken")
    #expect(refused?.field == "login")
  }

  @Test func anAgencyThatIsNoneIsUnknown() async throws {
    let refused = try await refusal { try await add(request(agency: "XX")) }
    #expect(refused?.code == "agency.unknown")
    #expect(refused?.field == "agency")
  }

  @Test func anOfficerThatIsNoneIsUnknown() async throws {
    #expect(try await code { _ = try await registry.officer(login: "no.body") } == "officer.unknown")
    #expect(
      try await code { try await registry.resetPassword(login: "no.body", hash: "$argon2id$x", now: Given.now) }
        == "officer.unknown")
  }

  @Test func aNameAsLongAsALineIsKeptOrRefusedByName() async throws {
    let long = String(repeating: "某", count: 61)
    let refused = try await refusal { try await add(request(name: long)) }
    #expect(refused == nil || refused?.field == "name")
  }

  @Test func missingAccountsAreMadeAndOthersLeftAsTheyAre() async throws {
    try await add(request())
    let requests = [try request(name: "何某"), try request("he.mei")]
    for _ in 0..<2 {
      try await registry.addMissingOfficers(requests, passwordHash: "$argon2id$none", now: Given.now)
    }
    let names = try await registry.officers().map { "\($0.officer.login) \($0.officer.name)" }
    #expect(names == ["he.mei 黎某", "li.ming 黎某"])
  }

  @Test func theAgenciesAndOffencesAreThoseOfTheReferenceData() async throws {
    let agencies = try await Registry(TestDatabase.service).agencies()
    #expect(agencies.count == 39)
    #expect(agencies.first?.chinese == "区知识产权局")
    #expect(agencies.first { $0.code.rawValue == "PSB" }?.kind == .police)
    let offences = try await Registry(TestDatabase.service).offences()
    #expect(offences.map(\.code) == ["213", "214", "215", "216", "217", "218", "219", "219-1"])
  }
}

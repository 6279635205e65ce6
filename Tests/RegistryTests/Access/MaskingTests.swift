import Casework
import Registry
import TestSupport
import Testing

@Suite(.database) struct MaskingTests {
  // Check characters computed in Python; the regions do not exist.
  private let person = "000000199003070014"
  private let company = "91000000MA00000157"

  private func logged(_ district: District) async throws -> CaseNumber {
    var request = try Given.request()
    request.parties = [
      Party(
        role: .respondent, kind: .naturalPerson, name: try Line(wire: "林某"), identityNumber: try Line(wire: person)),
      Party(
        role: .complainant, kind: .organisation, name: try Line(wire: "云岭文化公司"),
        identityNumber: try Line(wire: company)),
    ]
    return try await Given.caseFile(by: district.handler, request)
  }

  private func numbers(_ number: CaseNumber, _ officer: Officer, _ district: District) async throws -> [String?] {
    try await district.registry.caseFile(number, for: officer).parties.map { $0.identityNumber?.wire }
  }

  @Test func aPersonsNumberIsMaskedForAllButTheAgencyThatHasTheFile() async throws {
    let district = try await District()
    let number = try await logged(district)
    let masked = "000*************14"
    #expect(try await numbers(number, district.handler, district) == [person, company])
    #expect(try await numbers(number, district.prosecutor, district) == [masked, company])
    let referral = try await district.referral(number, to: "sent")
    #expect(try await numbers(number, district.handler, district) == [person, company])
    #expect(try await numbers(number, district.police, district) == [masked, company])
    try await district.act("receive", of: referral.id, by: district.police)
    #expect(try await numbers(number, district.handler, district) == [masked, company])
    #expect(try await numbers(number, district.police, district) == [person, company])
  }

  @Test func aPersonsNumberCannotBeSearchedFor() async throws {
    let district = try await District()
    _ = try await logged(district)
    var filter = CaseFileFilter(limit: 5)
    for part in [person, String(person.suffix(6))] {
      filter.search = part
      #expect(try await district.registry.count(filter, for: district.prosecutor) == 0)
    }
  }
}

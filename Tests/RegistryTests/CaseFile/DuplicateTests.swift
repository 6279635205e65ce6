import Casework
import Law
import Registry
import TestSupport
import Testing

/// Files that may be about the same matter as one that is about to be logged.
@Suite(.database) struct DuplicateTests {
  private static let number = ScreenedFile.number

  private func request(
    _ name: String = "灯湖服饰商行", on day: String = "2026-06-01", ipType: IPType = .trademark, rights: [Right]? = nil,
    identityNumber: String? = nil
  ) throws -> CaseFileRequest {
    var request = try Given.request(ipType: ipType, respondent: name, leadOn: day)
    request.parties[0].identityNumber = try identityNumber.map { try Line(wire: $0) }
    request.rights = rights
    return request
  }

  private func right(_ number: String?, _ name: String? = nil) throws -> Right {
    Right(
      kind: .trademark, number: try number.map { try Line(wire: $0) }, name: try name.map { try Line(wire: $0) })
  }

  private func found(
    _ request: CaseFileRequest, by officer: Officer? = nil, in district: District
  ) async throws -> [CaseNumber] {
    try await district.registry.duplicates(of: request, for: officer ?? district.handler).map(\.number)
  }

  @Test func theSamePartyAndRightCloseByIsFoundWithWhatTellsItApart() async throws {
    let district = try await District()
    let rights = [try right("12345678", "云岭")]
    let number = try await Given.caseFile(by: district.handler, request(rights: rights))
    let candidates = try await district.registry.duplicates(
      of: request(on: "2026-06-20", rights: rights), for: district.clerk)
    #expect(candidates.map(\.number) == [number])
    #expect(candidates.first?.respondents == "灯湖服饰商行")
    #expect(candidates.first?.owner == district.handler.agency)
    #expect(candidates.first?.state == "lead")
  }

  // 2026-03-03 and 2026-08-30 are ninety days from 2026-06-01.
  @Test(arguments: [
    ("2026-03-02", false), ("2026-03-03", true), ("2026-06-01", true), ("2026-08-30", true), ("2026-08-31", false),
    // A month or a year may be any of its days.
    ("2026-08", true), ("2026-09", false), ("2026-02", false), ("2026", true), ("2025", false),
  ])
  func theDaysOfTheLeadsLieWithinNinety(day: String, isFound: Bool) async throws {
    let district = try await District()
    let number = try await Given.caseFile(by: district.handler, request())
    #expect(try await found(request(on: day), in: district) == (isFound ? [number] : []))
  }

  @Test func anotherRightOrAnotherTypeIsAnotherMatter() async throws {
    let district = try await District()
    let number = try await Given.caseFile(by: district.handler, request(rights: [right("12345678", "云岭")]))
    for rights in [[try right("12345678")], [try right("87654321", "云岭")], [try right(nil, "云岭")], []] {
      #expect(try await found(request(rights: rights), in: district) == [number])
    }
    #expect(try await found(request(rights: nil), in: district) == [number])
    #expect(try await found(request(rights: [right("87654321")]), in: district).isEmpty)
    #expect(try await found(request(rights: [right("87654321", "晨桥")]), in: district).isEmpty)
    #expect(try await found(request(ipType: .patent), in: district).isEmpty)
  }

  @Test func aFileThatNamesNoRightMayBeAboutAny() async throws {
    let district = try await District()
    let number = try await Given.caseFile(by: district.handler, request())
    #expect(try await found(request(rights: [right("12345678")]), in: district) == [number])
  }

  @Test func theSameNumberUnderAnotherNameIsTheSameParty() async throws {
    let district = try await District()
    let number = try await Given.caseFile(by: district.handler, request("晨桥公司", identityNumber: Self.number))
    #expect(try await found(request("佛山市晨桥公司", identityNumber: Self.number), in: district) == [number])
    #expect(try await found(request("佛山市晨桥公司"), in: district).isEmpty)
  }

  @Test func onlyRespondentsAreCompared() async throws {
    let district = try await District()
    var logged = try request("桂澜鞋店")
    logged.parties.append(
      Party(role: .rightsHolder, kind: .organisation, name: try Line(wire: "云岭文化公司"), identityNumber: nil))
    _ = try await Given.caseFile(by: district.handler, logged)
    #expect(try await found(request("云岭文化公司"), in: district).isEmpty)
    var asked = try request("灯湖服饰商行")
    asked.parties.append(
      Party(role: .complainant, kind: .organisation, name: try Line(wire: "桂澜鞋店"), identityNumber: nil))
    #expect(try await found(asked, in: district).isEmpty)
    asked.parties[1].role = .respondent
    #expect(try await found(asked, in: district).count == 1)
  }

  @Test func whatTheOfficerMayNotSeeIsNotNamed() async throws {
    let district = try await District()
    let number = try await Given.caseFile(by: district.culture, request(ipType: .copyright))
    #expect(try await found(request(ipType: .copyright), in: district).isEmpty)
    #expect(try await found(request(ipType: .copyright), by: district.culture, in: district) == [number])
    #expect(try await found(request(ipType: .copyright), by: district.prosecutor, in: district) == [number])
  }

  @Test func aPartyAddedLaterCountsAndTheLatestTenAreNamed() async throws {
    let district = try await District()
    var numbers: [CaseNumber] = []
    for _ in 0..<12 { numbers.append(try await Given.caseFile(by: district.handler, request())) }
    #expect(try await found(request(), in: district) == Array(numbers.reversed().prefix(10)))
    let more = SupplementRequest(
      parties: [Party(role: .respondent, kind: .unstated, name: try Line(wire: "岗背鞋厂"), identityNumber: nil)],
      reason: try Prose(wire: "共同经营"))
    _ = try await district.registry.supplement(
      more, to: numbers[3], once: Given.once(), by: district.handler, now: Given.now)
    #expect(try await found(request("岗背鞋厂"), in: district) == [numbers[3]])
  }
}

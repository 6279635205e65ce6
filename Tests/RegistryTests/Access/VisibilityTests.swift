import Casework
import Registry
import TestSupport
import Testing

@Suite(.database) struct VisibilityTests {
  /// Whether an officer sees the file, the same by every way there is.
  private func sees(_ number: CaseNumber, _ officer: Officer, _ district: District) async throws -> Bool {
    let registry = district.registry
    var search = CaseFileFilter(limit: 50)
    search.search = number.wire
    let ways = [
      try await code { _ = try await registry.caseFile(number, for: officer) } == nil,
      try await code { _ = try await registry.entries(of: number, for: officer) } == nil,
      try await registry.caseFiles(CaseFileFilter(limit: 500), for: officer).contains { $0.number == number },
      try await registry.caseFiles(search, for: officer).map(\.number) == [number],
      try await registry.count(search, for: officer) == 1,
    ]
    #expect(Set(ways).count == 1, "\(officer.login) \(ways)")
    return ways[0]
  }

  @Test func anotherAgencySeesNothing() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    for stranger in [district.culture, district.police] {
      #expect(try await !sees(number, stranger, district))
      #expect(
        try await code { _ = try await district.registry.proceeding(penalty, for: stranger) } == "proceeding.unknown")
      #expect(
        try await code { try await district.act("verify", of: penalty, by: stranger) } == "proceeding.unknown")
      #expect(
        try await code {
          _ = try await district.registry.draft(
            district.request(), of: number, once: Given.once(), by: stranger, now: Given.now)
        } == "case.unknown")
      #expect(try await district.registry.referrals(.all, for: stranger).isEmpty)
      #expect(try await district.registry.notices(after: nil, limit: 50, for: stranger).isEmpty)
      #expect(try await district.registry.work(limit: 50, for: stranger).total == 0)
    }
    #expect(try await sees(number, district.handler, district))
    #expect(try await sees(number, district.clerk, district))
  }

  @Test func anActOnAFileThatIsNotSeenChangesNothing() async throws {
    let district = try await District()
    let penalty = try await district.penalty(district.logged())
    let request = ActRequest(
      act: "verify", happenedOn: try When(wire: "2026-11-05"), facts: ["findings": "属实"], revision: nil)
    let refused = try await code {
      _ = try await district.registry.act(
        penalty, request, once: Given.once(), by: district.culture, now: Given.now)
    }
    #expect(refused == "proceeding.unknown")
    #expect(try await District.look("select count(*)::text as value from entry") == ["1"])
  }

  @Test func theProcuratorateSeesAllButSimpleFiles() async throws {
    let district = try await District()
    let ordinary = try await district.logged()
    var request = try Given.request()
    request.simple = true
    request.proceeding = OpeningRequest(
      kind: .summary, facts: ["officers": "甲、乙", "partyKind": "organisation", "findings": "当场查获"])
    let simple = try await Given.caseFile(by: district.handler, request)
    #expect(try await sees(ordinary, district.prosecutor, district))
    #expect(try await !sees(simple, district.prosecutor, district))
    #expect(try await sees(simple, district.handler, district))
    let other = try await Given.caseFile(by: district.culture)
    #expect(try await sees(other, district.prosecutor, district))
  }

  @Test func theProcuratorateSeesAndDoesNotAct() async throws {
    let district = try await District()
    let prosecutor = try await Given.officer("PRO", .caseOfficer, .head, login: "pro.officer")
    let penalty = try await district.penalty(district.logged())
    #expect(
      try await code { try await district.act("verify", of: penalty, by: prosecutor) } == "case.not-yours")
  }

  @Test func theReceiverSeesAFileOnlyOnceItIsSent() async throws {
    let district = try await District()
    let number = try await district.logged()
    let referral = try await district.referral(number)
    #expect(try await !sees(number, district.police, district))
    try await district.act("approve", of: referral.id, by: district.head)
    #expect(try await !sees(number, district.police, district))
    #expect(
      try await code { _ = try await district.registry.referral(referral.id, for: district.police) }
        == "referral.unknown")
    try await district.act("send", of: referral.id, by: district.clerk)
    #expect(try await sees(number, district.police, district))
    #expect(try await !sees(number, district.culture, district))
  }

  @Test func theSenderStillSeesAFileAfterItsReceipt() async throws {
    let district = try await District()
    let number = try await district.logged()
    _ = try await district.referral(number, to: "received")
    #expect(try await sees(number, district.handler, district))
    #expect(try await sees(number, district.police, district))
    #expect(try await sees(number, district.prosecutor, district))
  }

  @Test func aFileOfTheSendersThatWasNotReferredStaysUnseen() async throws {
    let district = try await District()
    let (sent, kept) = (try await district.logged(), try await district.logged())
    _ = try await district.referral(sent, to: "received")
    #expect(try await !sees(kept, district.police, district))
    #expect(try await district.registry.count(CaseFileFilter(limit: 50), for: district.police) == 1)
  }
}

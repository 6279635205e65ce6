import Casework
import Registry
import TestSupport
import Testing

@Suite(.database) struct NoticeTests {
  private func kinds(_ officer: Officer, _ district: District, after: Int64? = 0) async throws -> [String] {
    try await district.registry.notices(after: after, limit: 50, for: officer).map(\.kind)
  }

  @Test func noticesReachTheAgencyTheyAreForAndNoOther() async throws {
    let district = try await District()
    let number = try await district.logged()
    _ = try await district.referral(number, to: "concluded")
    #expect(try await kinds(district.police, district) == ["referral.send"])
    #expect(
      try await kinds(district.handler, district) == ["referral.receive", "referral.file", "referral.conclude"])
    for other in [district.culture, district.prosecutor] { #expect(try await kinds(other, district) == []) }
    let notice = try #require(try await district.registry.notices(after: nil, limit: 1, for: district.police).first)
    #expect(notice.number == number)
    #expect(notice.agency.rawValue == "IPB")
    #expect(notice.summary == "涉嫌销售侵犯注册商标专用权的商品")
    #expect(notice.createdAt == Given.now)
  }

  @Test func aReturnedFileIsToldToTheSender() async throws {
    let district = try await District()
    let referral = try await district.referral(district.logged(), to: "received")
    try await district.act("decline", of: referral.id, by: district.police)
    #expect(try await kinds(district.handler, district) == ["referral.receive", "referral.decline"])
  }

  @Test(arguments: [("drafted", []), ("approved", []), ("sent", ["referral.send", "referral.withdraw"])])
  func aWithdrawalIsToldToThePoliceOnlyIfTheyKnewOfTheReferral(state: String, told: [String]) async throws {
    let district = try await District()
    let referral = try await district.referral(district.logged(), to: state)
    try await district.act("withdraw", of: referral.id, by: district.handler)
    #expect(try await kinds(district.police, district) == told)
  }

  @Test func aPenaltyIsTheAgencysOwnAffair() async throws {
    let district = try await District()
    try await district.act("verify", of: district.penalty(district.logged()), by: district.handler)
    #expect(try await District.look("select count(*)::text as value from outbox") == ["0"])
  }

  @Test func aReaderGetsTheEarliestAboveTheLastOneSeenOrTheLatest() async throws {
    let district = try await District()
    var numbers: [CaseNumber] = []
    for _ in 0..<5 {
      let number = try await district.logged()
      _ = try await district.referral(number, to: "sent")
      numbers.append(number)
    }
    let registry = district.registry
    let first = try await registry.notices(after: 0, limit: 2, for: district.police)
    #expect(first.map(\.number) == Array(numbers[..<2]))
    let next = try await registry.notices(after: first.last?.id, limit: 9, for: district.police)
    #expect(next.map(\.number) == Array(numbers[2...]))
    let latest = try await registry.notices(after: nil, limit: 2, for: district.police)
    #expect(latest.map(\.number) == [numbers[4], numbers[3]])
  }
}

import Casework
import Registry
import TestSupport
import Testing

@Suite(.database) struct RaceTests {
  @Test func ofTwoOfficersActingAtOnceOneWinsAndTheOtherIsStale() async throws {
    let district = try await District()
    let colleague = try await Given.officer("IPB", .caseOfficer, login: "ipb.colleague")
    for _ in 0..<5 {
      let number = try await district.logged()
      let penalty = try await district.penalty(number)
      async let left = code { try await district.act("verify", of: penalty, by: district.handler, revision: 1) }
      async let right = code { try await district.act("verify", of: penalty, by: colleague, revision: 1) }
      let codes = try await [left, right]
      #expect(codes.count { $0 == nil } == 1)
      #expect(codes.count { $0 == "case.stale" } == 1)
      #expect(try await district.registry.entries(of: number, for: district.handler).map(\.sequence) == [1, 2])
    }
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func withoutARevisionTheLaterActIsRefusedByTheStateItFinds() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    async let left = code { try await district.act("verify", of: penalty, by: district.handler) }
    async let right = code { try await district.act("verify", of: penalty, by: district.handler) }
    let codes = try await [left, right]
    #expect(codes.count { $0 == nil } == 1)
    #expect(codes.count { $0 == "act.not-now" } == 1)
  }

  @Test func ofTwoReferralsDraftedAtOnceOneIsRefused() async throws {
    let district = try await District()
    let colleague = try await Given.officer("IPB", .caseOfficer, login: "ipb.colleague")
    for _ in 0..<5 {
      let number = try await district.logged()
      let request = try district.request()
      async let left = code {
        _ = try await district.registry.draft(
          request, of: number, once: Given.once(), by: district.handler, now: Given.now)
      }
      async let right = code {
        _ = try await district.registry.draft(request, of: number, once: Given.once(), by: colleague, now: Given.now)
      }
      let codes = try await [left, right]
      #expect(codes.count { $0 == nil } == 1)
      #expect(codes.count { $0 == "referral.open" } == 1)
    }
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func aReceiptAndAWithdrawalAtOnceLeaveOneOwner() async throws {
    let district = try await District()
    for _ in 0..<5 {
      let number = try await district.logged()
      let referral = try await district.referral(number, to: "sent")
      async let receipt = code { try await district.act("receive", of: referral.id, by: district.police) }
      async let withdrawal = code { try await district.act("withdraw", of: referral.id, by: district.handler) }
      let (received, withdrawn) = try await (receipt, withdrawal)
      #expect((received == nil) != (withdrawn == nil))
      let owner = try await district.registry.caseFile(number, for: district.handler).head.owner
      #expect(owner == (received == nil ? district.police.agency : district.handler.agency))
    }
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func manyOfficersLoggingAndActingAtOnceLeaveEveryDocketWhole() async throws {
    let district = try await District()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<12 {
        group.addTask {
          let number = try await district.logged()
          let penalty = try await district.penalty(number)
          for act in ["verify", "file", "investigate"] {
            try await district.act(act, of: penalty, by: district.handler)
          }
          _ = try await district.referral(number, to: "sent")
        }
      }
      try await group.waitForAll()
    }
    let files = try await district.registry.caseFiles(CaseFileFilter(limit: 500), for: district.handler)
    #expect(files.map(\.revision) == Array(repeating: 9, count: 12))
    for file in files {
      let entries = try await district.registry.entries(of: file.number, for: district.handler)
      #expect(entries.map(\.sequence) == Array(1...9))
    }
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }
}

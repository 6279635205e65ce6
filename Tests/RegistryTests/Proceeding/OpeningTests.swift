import Casework
import Law
import Registry
import TestSupport
import Testing

@Suite(.database) struct OpeningTests {
  @Test func aProceedingFollowsFromAnotherAndBothSayHow() async throws {
    let district = try await District()
    let (number, complaint) = try await district.complained()
    let penalty = try await district.open(
      .penalty, ["reason": "投诉中发现违法线索"], in: number, from: complaint, by: district.handler)
    let file = try await district.registry.caseFile(number, for: district.handler)
    #expect(file.proceedings.map(\.id) == [complaint, penalty])
    #expect(file.proceedings.map(\.kind) == [.complaint, .penalty])
    #expect(file.proceedings.map(\.origin) == [nil, complaint])
    // From the other end: what follows from the complaint.
    #expect(file.state.others.filter { $0.origin == complaint }.map(\.id) == [penalty])
    #expect(try await district.registry.proceeding(penalty, for: district.handler).0.origin == complaint)
    #expect(file.head.kind == .penalty && file.head.state == "lead")
    // One timeline.
    let entries = try await district.registry.entries(of: number, for: district.handler)
    #expect(entries.map(\.sequence) == [1, 2])
    #expect(entries.map(\.kind) == [.complaint, .penalty])
    #expect(entries.map(\.act) == ["register", "register"])
    #expect(entries.last?.milestone == .lead)
    #expect(entries.last?.happenedOn?.description == "2026-11-05")
    #expect(entries.last?.facts == ["reason": "投诉中发现违法线索"])
    // P1 of the penalty runs from its opening: fifteen working days after 2026-11-05 are 2026-11-26.
    #expect(try await district.clocks(number).last == "P1 2026-11-26")
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func whatAccompaniesAProceedingLeavesTheStateOfTheFileAlone() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    try await district.open(.measure, District.seizure, in: number, from: penalty, by: district.handler)
    let head = try await district.registry.caseFile(number, for: district.handler).head
    #expect(head.kind == .penalty && head.state == "lead")
    #expect(head.revision == 2)
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func anOriginInAnotherFileIsNone() async throws {
    let district = try await District()
    let (number, _) = try await district.complained()
    let (_, other) = try await district.complained(respondents: "桂澜鞋店")
    for key in [other, 9_999] {
      let refused = try await refusal {
        try await district.open(.penalty, [:], in: number, from: key, by: district.handler)
      }
      #expect(refused?.code == "proceeding.needs-origin")
      #expect(refused?.field == "origin")
    }
    #expect(try await District.look("select count(*)::text as value from proceeding") == ["2"])
  }

  @Test func anOpeningSentTwiceOpensOnce() async throws {
    let district = try await District()
    let number = try await district.logged()
    let request = OpeningRequest(
      kind: .complaint, happenedOn: try When(wire: "2026-11-05"), facts: District.complaint, revision: 1)
    let once = try Given.once("the-same-key")
    let first = try await district.registry.open(
      request, in: number, once: once, by: district.handler, now: Given.now)
    // Although the file has moved on meanwhile.
    let second = try await district.registry.open(
      request, in: number, once: once, by: district.handler, now: Given.now)
    #expect(first.value == second.value)
    #expect(!first.isReplay && second.isReplay)
    #expect(try await district.registry.caseFile(number, for: district.handler).proceedings.count == 2)
    let other = try IdempotencyKey("the-same-key", request: [1])
    #expect(
      try await code {
        _ = try await district.registry.open(request, in: number, once: other, by: district.handler, now: Given.now)
      } == "idempotency.reused")
  }

  @Test func anOpeningSentTwiceAtOnceOpensOnce() async throws {
    let district = try await District()
    let number = try await district.logged()
    let once = try Given.once("the-same-key")
    async let left = district.open(.complaint, District.complaint, in: number, by: district.handler, once: once)
    async let right = district.open(.complaint, District.complaint, in: number, by: district.handler, once: once)
    let (one, other) = try await (left, right)
    #expect(one == other)
    #expect(try await district.registry.entries(of: number, for: district.handler).map(\.sequence) == [1, 2])
  }

  @Test func ofTwoOfficersOpeningAtOnceOnWhatBothSawOneIsStale() async throws {
    let district = try await District()
    let colleague = try await Given.officer("IPB", .caseOfficer, login: "ipb.colleague")
    for _ in 0..<5 {
      let number = try await district.logged()
      async let left = code {
        try await district.open(.complaint, District.complaint, in: number, by: district.handler, revision: 1)
      }
      async let right = code {
        try await district.open(.complaint, District.complaint, in: number, by: colleague, revision: 1)
      }
      let codes = try await [left, right]
      #expect(codes.count { $0 == nil } == 1)
      #expect(codes.count { $0 == "case.stale" } == 1)
      #expect(try await district.registry.entries(of: number, for: district.handler).map(\.sequence) == [1, 2])
    }
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func openingsSupplementsAndActsAtOnceLeaveTheDocketWhole() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    let more = SupplementRequest(
      parties: [Party(role: .thirdParty, kind: .unstated, name: try Line(wire: "云岭文化公司"), identityNumber: nil)],
      reason: try Prose(wire: "调查发现"))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          try await district.open(.complaint, District.complaint, in: number, by: district.handler)
        }
        group.addTask {
          try await district.open(.measure, District.seizure, in: number, from: penalty, by: district.handler)
        }
        group.addTask {
          _ = try await district.registry.supplement(
            more, to: number, once: Given.once(), by: district.handler, now: Given.now)
        }
      }
      try await group.waitForAll()
    }
    let entries = try await district.registry.entries(of: number, for: district.handler)
    #expect(entries.map(\.sequence) == Array(1...13))
    #expect(try await district.registry.caseFile(number, for: district.handler).head.revision == 13)
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func whatAProceedingKnowsIsWhatItsEntriesSay() async throws {
    let district = try await District()
    let (number, complaint) = try await district.complained()
    let handler = district.handler
    try await district.act("accept", ["document": "受理1号"], of: complaint, by: handler, on: "2026-11-04")
    try await district.act("pause", ["pause": "testing", "reason": "送检"], of: complaint, by: handler, on: "2026-11-05")
    try await district.act(
      "resume", ["pause": "testing", "reason": "收到"], of: complaint, by: handler, on: "2026-11-09")
    try await district.act(
      "agree", ["mediatedTerms": "退款", "agreementForm": "recorded", "document": "调解1号"], of: complaint, by: handler,
      on: "2026-11-10")
    let known = try await district.registry.proceeding(complaint, for: handler).0.known
    #expect(known == (try await district.recorded(complaint, in: number)))
    #expect(known["reason"] == "收到")
    #expect(known["document"] == "调解1号")
    #expect(known["complainant"] == "消费者庚")
    #expect(known["leadSource"] == "inspection")
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func aRefusedOpeningLeavesNoTrace() async throws {
    let district = try await District()
    let number = try await district.logged()
    let before = try await district.registry.caseFile(number, for: district.handler)
    func refused(_ kind: ProceedingKind, _ facts: [String: String], by officer: Officer) async throws -> String? {
      try await code { try await district.open(kind, facts, in: number, by: officer) }
    }
    #expect(try await refused(.complaint, [:], by: district.handler) == "fact.missing")
    #expect(try await refused(.complaint, District.complaint, by: district.reviewer) == "role.missing")
    #expect(try await refused(.complaint, District.complaint, by: district.culture) == "case.unknown")
    #expect(try await refused(.civil, [:], by: district.handler) == "proceeding.not-ours")
    #expect(try await refused(.referral, [:], by: district.handler) == "proceeding.own-form")
    #expect(try await refused(.inspection, [:], by: district.handler) == "proceeding.recorded")
    let stranger = District.opinion.merging(["addressee": "NONE"]) { $1 }
    let prosecutor = try await Given.officer("PRO", .caseOfficer, login: "pro.officer")
    let unknown = try await refusal {
      try await district.open(.opinion, stranger, in: number, by: prosecutor)
    }
    #expect(unknown?.code == "agency.unknown")
    #expect(unknown?.field == "facts.addressee")
    #expect(try await district.registry.caseFile(number, for: district.handler) == before)
    #expect(try await district.registry.entries(of: number, for: district.handler).count == 1)
    #expect(try await District.look("select count(*)::text as value from share") == ["0"])
  }
}

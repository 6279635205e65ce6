import Casework
import Registry
import TestSupport
import Testing

@Suite(.database) struct ActTests {
  @Test func aCaseWalksFromLeadToClosed() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    let walk = [
      ("verify", district.handler, "verification"), ("file", district.handler, "filed"),
      ("investigate", district.handler, "investigation"), ("conclude", district.handler, "review"),
      ("return", district.reviewer, "investigation"), ("conclude", district.handler, "review"),
      ("agree", district.reviewer, "reviewed"), ("notify", district.handler, "notice"),
      ("hear", district.handler, "notice"), ("waive", district.handler, "notice"),
      ("decide", district.head, "decision"), ("serve", district.clerk, "service"),
      ("close", district.head, "closed"),
    ]
    for (index, (act, officer, state)) in walk.enumerated() {
      var facts = District.facts[act]
      if act == "return" { facts = ["reason": "证据不足"] }
      let request = ActRequest(
        act: act, happenedOn: try When(wire: "2026-11-06"), facts: facts, revision: index + 1)
      let entry = try await district.registry.act(
        penalty, request, once: Given.once(), by: officer, now: Given.now.adding(seconds: index)
      ).value
      #expect(entry.act == act)
      #expect(entry.sequence == index + 2)
      #expect(entry.officer == officer.name)
      #expect(entry.agency == officer.agency)
      #expect(entry.happenedOn?.description == "2026-11-06")
      #expect(entry.recordedAt == Given.now.adding(seconds: index))
      let file = try await district.registry.caseFile(number, for: district.handler)
      #expect(file.head.state == state)
      #expect(file.head.revision == index + 2)
      #expect(file.proceedings.map(\.state) == [state])
    }
    let entries = try await district.registry.entries(of: number, for: district.handler)
    #expect(
      entries.compactMap(\.milestone) == [.lead, .filed, .decided, .served, .closed])
    #expect(
      entries.first { $0.act == "decide" }?.facts == [
        "outcome": "penalty", "fine": "12000.00", "confiscated": "300.50",
      ])
    #expect(
      try await District.look("select concat(fine_fen, '/', confiscated_fen) as value from entry where act = 'decide'")
        == ["1200000/30050"])
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func aProceedingThatDoesNotExistIsUnknown() async throws {
    let district = try await District()
    let request = ActRequest(act: "verify", happenedOn: try When(wire: "2026"), facts: nil, revision: nil)
    #expect(
      try await code {
        _ = try await district.registry.act(99, request, once: Given.once(), by: district.handler, now: Given.now)
      } == "proceeding.unknown")
    #expect(
      try await code { _ = try await district.registry.proceeding(99, for: district.handler) } == "proceeding.unknown")
  }

  @Test func anOfficerWhoHandledTheCaseDoesNotReviewIt() async throws {
    let district = try await District()
    let both = try await Given.officer("IPB", .caseOfficer, .reviewer, login: "ipb.both")
    let penalty = try await district.penalty(district.logged())
    try await district.act("verify", of: penalty, by: both)
    for act in ["file", "investigate", "conclude"] { try await district.act(act, of: penalty, by: district.handler) }
    #expect(try await code { try await district.act("agree", of: penalty, by: both) } == "review.own-case")
    try await district.act("agree", of: penalty, by: district.reviewer)
  }

  @Test func aRefusedActLeavesNoTrace() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    let before = try await district.registry.caseFile(number, for: district.handler)
    #expect(try await code { try await district.act("decide", of: penalty, by: district.head) } == "act.not-now")
    #expect(try await code { try await district.act("verify", of: penalty, by: district.clerk) } == "role.missing")
    #expect(try await district.registry.caseFile(number, for: district.handler) == before)
    #expect(try await district.registry.entries(of: number, for: district.handler).count == 1)
  }

  @Test func workIsWhatTheOfficerCanDoNowLongestHeldFirst() async throws {
    let district = try await District()
    let old = try await Given.caseFile(by: district.handler, at: Given.now.adding(seconds: -60))
    let new = try await district.logged()
    let work = try await district.registry.work(limit: 1, for: district.handler)
    #expect(work.total == 2)
    #expect(work.files.map(\.file.number) == [old])
    #expect(work.files.first?.acts.map(\.act) == ["verify", "pause"])
    #expect(try await district.registry.work(limit: 9, for: district.head).total == 0)
    let penalty = try await district.penalty(new)
    try await district.act("verify", of: penalty, by: district.handler)
    let head = try await district.registry.work(limit: 9, for: district.head)
    #expect(head.files.map(\.file.number) == [new])
    #expect(head.files.first?.acts.map(\.act) == ["file", "decline", "extend", "reopen", "pause"])
  }
}

import Casework
import Law
import Registry
import TestSupport
import Testing

/// Clocks by the law book that ships; due days were counted by hand on a calendar of 2026.
@Suite(.database) struct ClockTests {
  @Test(arguments: [
    // No holiday within.
    ("2026-11-02", "2026-11-23"),
    // 1 to 7 October are days off, Saturday the 10th is a working day.
    ("2026-09-28", "2026-10-23"),
    // Sunday 20 September is a working day, 25 to 27 September are days off.
    ("2026-09-18", "2026-10-15"),
    ("2026-11", "-"), ("2026", "-"),
  ])
  func loggingStartsP1(lead: String, due: String) async throws {
    let district = try await District()
    let number = try await district.logged(leadOn: lead)
    #expect(try await district.clocks(number) == ["P1 \(due)"])
    #expect(try await district.liable(number) == ["P1 owner IPB"])
    #expect(try await District.dueDay(number) == due)
    let clock = try #require(try await district.registry.clocks(of: number, for: district.handler).first)
    #expect(clock.kind == .penalty)
    #expect(clock.startedBy == 1)
    #expect(clock.problem == (due == "-" ? "law.from-unknown" : nil))
    #expect(clock.from == (due == "-" ? nil : Trigger(lead)))
    #expect(!clock.isProvisional)
  }

  @Test func aCaseStartsAndSatisfiesItsClocksFromLeadToClosed() async throws {
    let district = try await District()
    let number = try await district.logged(leadOn: "2026-08-28")
    let penalty = try await district.penalty(number)
    // Each act with its day, and what it leaves to the lists as the nearest end of what the agency owes.
    let walk = [
      ("verify", district.handler, "2026-08-31", "2026-09-18"), ("file", district.handler, "2026-09-01", "2026-11-30"),
      ("investigate", district.handler, "2026-09-02", "2026-11-30"),
      ("conclude", district.handler, "2026-09-03", "2026-09-17"),
      ("agree", district.reviewer, "2026-09-10", "2026-11-30"),
      ("notify", district.handler, "2026-09-14", "2026-11-30"), ("decide", district.head, "2026-09-21", "2026-10-08"),
      ("serve", district.clerk, "2026-10-09", "-"), ("close", district.head, "2026-10-27", "-"),
    ]
    for (act, officer, day, nearest) in walk {
      try await district.act(act, of: penalty, by: officer, on: day)
      #expect(try await District.dueDay(number) == nearest, "\(act)")
    }
    #expect(
      try await district.clocks(number) == [
        "P1 2026-09-18 satisfied 2026-09-01", "P16 2026-11-30 satisfied 2026-09-21",
        "P8 2026-09-17 satisfied 2026-09-10", "P9 2026-09-20 ended 2026-09-21",
        "P17 2026-10-08 satisfied 2026-10-09",
      ])
    #expect(
      try await district.liable(number) == [
        "P1 owner IPB", "P16 owner IPB", "P8 owner IPB", "P9 party -", "P17 owner IPB",
      ])
    let late = try await district.registry.clocks(of: number, for: district.handler)
      .filter { $0.state(at: Given.now) == .satisfiedLate }
    #expect(late.map(\.rule) == ["P17"])
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test func aLastDayOnAHolidayGivesWay() async throws {
    let district = try await District()
    let number = try await district.logged(leadOn: "2026-07-01")
    let penalty = try await district.penalty(number)
    try await district.act("verify", of: penalty, by: district.handler, on: "2026-07-02")
    // The ninetieth day is 3 October.
    try await district.act("file", of: penalty, by: district.handler, on: "2026-07-05")
    #expect(try await district.clocks(number).last == "P16 2026-10-08")
  }

  @Test func aLeadThatIsNotFiledLeavesNoClockRunning() async throws {
    let district = try await District()
    let number = try await district.logged()
    let penalty = try await district.penalty(number)
    try await district.act("verify", of: penalty, by: district.handler)
    try await district.act(
      "decline", ["ground": "no-fault", "approver": "丙"], of: penalty, by: district.handler, on: "2026-11-06")
    #expect(try await district.clocks(number) == ["P1 2026-11-23 satisfied 2026-11-06"])
    #expect(try await District.dueDay(number) == "-")
  }

  @Test func aRefusedActMovesNoClock() async throws {
    let district = try await District()
    let (_, penalty) = try await district.filed()
    let before = try await District.storedClocks()
    let refused = try await refusal {
      try await district.act(
        "extend", ["extension": "P16-collective", "days": "30", "reason": "复杂"], of: penalty, by: district.head,
        on: "2026-11-05")
    }
    #expect(refused?.code == "law.extension-after")
    #expect(refused?.field == "facts.extension")
    #expect(try await District.storedClocks() == before)
  }

  // MARK: Extensions and pauses

  @Test func extensionsOfACaseAreKeptAndMoveItsEnd() async throws {
    let district = try await District()
    let (number, penalty) = try await district.filed()
    let extensions =
      [("P16-head", nil, "2026-12-30"), ("P16-collective", "45", "2027-02-13")] as [(String, String?, String)]
    for (name, days, due) in extensions {
      var facts = ["extension": name, "reason": "案情复杂"]
      facts["days"] = days
      try await district.act("extend", facts, of: penalty, by: district.head, on: "2026-11-05")
      #expect(try await district.clocks(number).last == "P16 \(due)")
      #expect(try await District.dueDay(number) == due)
    }
    let clock = try #require(
      try await district.registry.clocks(of: number, for: district.handler).first { $0.rule == "P16" })
    #expect(clock.grants == [Grant("head"), Grant("collective", length: 45)])
    #expect(clock.isProvisional)
    #expect(try await district.registry.caseFile(number, for: district.handler).head.state == "filed")
  }

  @Test func aPauseStopsTheClockAndItsEndMovesIt() async throws {
    let district = try await District()
    let (number, penalty) = try await district.filed()
    try await district.act("pause", ["pause": "appraisal"], of: penalty, by: district.handler, on: "2026-09-10")
    #expect(try await district.clocks(number).last == "P16 -")
    #expect(try await District.dueDay(number) == "-")
    let paused = try #require(
      try await district.registry.clocks(of: number, for: district.handler).first { $0.rule == "P16" })
    #expect(paused.state(at: Given.now) == .suspended)
    #expect(paused.problem == nil)
    try await district.act("resume", ["pause": "appraisal"], of: penalty, by: district.handler, on: "2026-09-19")
    // Ten days, the first and the last included.
    #expect(try await district.clocks(number).last == "P16 2026-12-10")
    #expect(try await District.dueDay(number) == "2026-12-10")
    let again = try await code {
      try await district.act("resume", ["pause": "appraisal"], of: penalty, by: district.handler, on: "2026-09-20")
    }
    #expect(again == "clock.not-paused")
  }

  @Test func theTimeOfACaseThatNobodySentBackDoesNotBeginAnew() async throws {
    let district = try await District()
    let (number, penalty) = try await district.filed()
    let before = try await district.clocks(number)
    let refused = try await code {
      try await district.act("reopen", ["reason": "公安机关退回"], of: penalty, by: district.head, on: "2026-09-10")
    }
    #expect(refused == "reopen.not-returned")
    #expect(try await district.clocks(number) == before)
  }

  @Test func ofTwoOfficersPausingAtOnceOneIsRefused() async throws {
    let district = try await District()
    let colleague = try await Given.officer("IPB", .caseOfficer, login: "ipb.colleague")
    for _ in 0..<5 {
      let (number, penalty) = try await district.filed()
      async let left = code {
        try await district.act("pause", ["pause": "appraisal"], of: penalty, by: district.handler, on: "2026-09-10")
      }
      async let right = code {
        try await district.act("pause", ["pause": "appraisal"], of: penalty, by: colleague, on: "2026-09-10")
      }
      let codes = try await [left, right]
      #expect(codes.count { $0 == nil } == 1)
      #expect(codes.count { $0 == "clock.paused" } == 1)
      #expect(try await district.clocks(number).last == "P16 -")
    }
    #expect(try await District.look("select count(*)::text as value from clock_pause") == ["5"])
  }

  // MARK: Lists

  @Test func theFileThatIsDueFirstComesFirstInTheList() async throws {
    let district = try await District()
    let late = try await district.logged(leadOn: "2026-11-16")
    let unknown = try await district.logged(leadOn: "2026-11")
    let soon = try await district.logged(leadOn: "2026-11-02")
    let (filed, _) = try await district.filed()
    let mid = try await district.logged(leadOn: "2026-11-05")
    var filter = CaseFileFilter(limit: 50)
    filter.byDue = true
    // P1 ends on 23 and 26 November and 7 December, P16 on 30 November.
    let listed = try await district.registry.caseFiles(filter, for: district.handler).map(\.number)
    #expect(listed == [soon, mid, filed, late])
    #expect(!listed.contains(unknown))
    filter.byDue = false
    #expect(
      try await district.registry.caseFiles(filter, for: district.handler).map(\.number)
        == [mid, filed, soon, unknown, late])
  }

  // MARK: Recomputing

  @Test func recomputingMovesNothingWhereNothingChanged() async throws {
    let district = try await District()
    _ = try await district.logged(leadOn: "2026-11")
    _ = try await district.logged()
    let (_, extended) = try await district.filed()
    for (name, days) in [("P16-head", nil), ("P16-collective", "45")] as [(String, String?)] {
      var facts = ["extension": name, "reason": "案情复杂"]
      facts["days"] = days
      try await district.act("extend", facts, of: extended, by: district.head, on: "2026-11-05")
    }
    for (_, paused) in [try await district.filed(), try await district.filed()] {
      try await district.act("pause", ["pause": "appraisal"], of: paused, by: district.handler, on: "2026-09-10")
    }
    _ = try await district.referral(district.logged(), to: "approved")
    let before = try await District.storedClocks()
    let (examined, moved) = try await Registry(TestDatabase.owner).recomputeClocks()
    #expect(examined == 7)
    #expect(moved.isEmpty)
    #expect(try await District.storedClocks() == before)
  }
}

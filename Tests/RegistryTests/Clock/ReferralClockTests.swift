import Casework
import Law
import Registry
import TestSupport
import Testing

@Suite(.database) struct ReferralClockTests {
  @Test func aReferralStartsAndSatisfiesItsClocksAgainstTheRightAgency() async throws {
    let district = try await District()
    let number = try await district.logged()
    let today = "2026-11-20"
    let referral = try await district.reported(number, on: today)
    var clocks = ["P1 2026-11-23", "R3 2026-11-23"]
    #expect(try await district.clocks(number) == clocks)
    try await district.act("approve", ["time": "09:30"], of: referral.id, by: district.head, on: today)
    clocks[1] += " satisfied \(today)"
    #expect(try await district.clocks(number) == clocks + ["R4a 2026-11-21"])
    let inHours = try #require(
      try await district.registry.clocks(of: number, for: district.handler).first { $0.rule == "R4a" })
    #expect(inHours.from == Trigger("2026-11-20T09:30+08:00"))
    #expect(inHours.dueAt == Instant("2026-11-21T09:30:00+08:00"))
    #expect(try await District.dueDay(number) == "2026-11-21")
    try await district.act("send", of: referral.id, by: district.handler, on: today)
    clocks.append("R4a 2026-11-21 satisfied \(today)")
    #expect(try await district.clocks(number) == clocks)
    try await district.act("receive", of: referral.id, by: district.police, on: today)
    #expect(try await district.clocks(number) == clocks + ["R6 2026-11-21", "R7a 2026-11-21", "R8 2026-11-23"])
    try await district.act("file", of: referral.id, by: district.police, on: today)
    clocks += [
      "R6 2026-11-21 ended \(today)", "R7a 2026-11-21 ended \(today)", "R8 2026-11-23 satisfied \(today)",
    ]
    // What the police file is no longer the agency's to decide.
    clocks[0] += " ended \(today)"
    #expect(try await district.clocks(number) == clocks + ["R13 2026-11-23"])
    try await district.act("take-over", ["items": "涉案商品三箱"], of: referral.id, by: district.police, on: today)
    clocks.append("R13 2026-11-23 satisfied \(today)")
    #expect(try await district.clocks(number) == clocks)
    #expect(try await district.clocks(number, for: district.police) == clocks)
    #expect(
      try await district.liable(number) == [
        "P1 owner IPB", "R3 sender IPB", "R4a sender IPB", "R6 receiver PSB", "R7a receiver PSB", "R8 receiver PSB",
        "R13 sender IPB",
      ])
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  /// 国务院令第310号 art. 7 and 9: what the police do only where the case is not theirs, and what the agency may do, is late
  /// nowhere once it has passed.
  @Test func whatMayPassIsOverdueNowhere() async throws {
    let district = try await District()
    let number = try await district.logged()
    let referral = try await district.reported(number, on: "2026-11-20")
    for (act, officer) in [("approve", district.head), ("send", district.handler), ("receive", district.police)] {
      try await district.act(act, of: referral.id, by: officer, on: "2026-11-20")
    }
    let later = Given.now.adding(seconds: 2 * 86_400)
    let clocks = try await district.registry.clocks(of: number, for: district.police)
    let states = Dictionary(clocks.map { ($0.rule, $0.state(at: later)) }) { $1 }
    #expect(states["R6"] == .lapsed && states["R7a"] == .lapsed && states["R8"] == .dueSoon)
    // At 10:00 the day after, the earliest end is that of the 24 hours; a minute later only the three days are left.
    let day = Given.now.adding(seconds: 86_400)
    let before = try await district.registry.handoffs(for: district.police, now: day).first
    #expect(before?.dueAt == day)
    let after = try await district.registry.handoffs(for: district.police, now: day.adding(seconds: 60)).first
    #expect(after?.dueAt == Instant("2026-11-23T23:59:59.999999+08:00"))
    try await district.act("decline", of: referral.id, by: district.police, on: "2026-11-20")
    let right = try await district.registry.clocks(of: number, for: district.handler).first { $0.rule == "R10a" }
    // Three working days by the later reading: until then it may still be asked for.
    #expect(right?.state(at: Given.now.adding(seconds: 4 * 86_400)) == .pastInner)
    #expect(right?.state(at: Given.now.adding(seconds: 7 * 86_400)) == .lapsed)
    #expect(try await Registry(TestDatabase.owner).examine(now: Given.now).isEmpty)
  }

  @Test(arguments: [("request", "R6"), ("forward", "R7a"), ("disclaim", "R7a")])
  func theTwentyFourHoursToAskAndToForwardAreKeptOrNot(act: String, rule: String) async throws {
    let district = try await District()
    let number = try await district.logged()
    let referral = try await district.reported(number, on: "2026-11-18")
    for (act, officer) in [("approve", district.head), ("send", district.handler), ("receive", district.police)] {
      let facts = act == "receive" ? ["time": "09:00"] : [:]
      try await district.act(act, facts, of: referral.id, by: officer, on: "2026-11-18")
    }
    try await district.act(act, of: referral.id, by: district.police, on: "2026-11-20")
    let clock = try await district.registry.clocks(of: number, for: district.police).first { $0.rule == rule }
    #expect(clock?.dueAt == Instant("2026-11-19T09:00:00+08:00"))
    #expect(clock?.state(at: Given.now) == .satisfiedLate)
  }

  @Test func threeDaysThatCanBeReadAsWorkingDaysHaveALaterReading() async throws {
    let district = try await District()
    let number = try await district.logged()
    _ = try await district.reported(number, on: "2026-11-20")
    let clock = try #require(
      try await district.registry.clocks(of: number, for: district.handler).first { $0.rule == "R3" })
    #expect(clock.dueAt == Instant("2026-11-23T23:59:59.999999+08:00"))
    #expect(clock.outerAt == Instant("2026-11-25T23:59:59.999999+08:00"))
  }

  @Test(arguments: [("refuse", "satisfied"), ("withdraw", "ended")])
  func aReferralThatEndsEndsItsClocksAndLeavesThoseOfThePenalty(act: String, outcome: String) async throws {
    let district = try await District()
    let number = try await district.logged()
    let referral = try await district.reported(number, on: "2026-11-20")
    try await district.act(act, of: referral.id, by: district.head, on: "2026-11-20")
    #expect(try await district.clocks(number) == ["P1 2026-11-23", "R3 2026-11-23 \(outcome) 2026-11-20"])
  }

  @Test func aPoliceOfficerExtendsTheExaminationOfAMajorCase() async throws {
    let district = try await District()
    let number = try await district.logged()
    let referral = try await district.referral(number, to: "sent")
    let facts = { (name: String) in ["extension": name, "approver": "丁", "reason": "跨区域案件"] }
    #expect(
      try await code {
        try await district.act(
          "extend", facts("R8x-major"), of: referral.id, by: district.police, on: "2026-11-20")
      } == "act.not-now")
    try await district.act("receive", of: referral.id, by: district.police, on: "2026-11-20")
    #expect(
      try await code {
        try await district.act(
          "extend", facts("R8x-major"), of: referral.id, by: district.handler, on: "2026-11-20")
      } == "referral.not-receiver")
    // Thirty days end on Sunday 20 December, which gives way to Monday.
    try await district.act("extend", facts("R8x-major"), of: referral.id, by: district.police, on: "2026-11-20")
    let clocks = try await district.clocks(number, for: district.police)
    #expect(clocks.suffix(2) == ["R8 2026-11-23 ended 2026-11-20", "R8x 2026-12-21"])
    #expect(try await district.liable(number).last == "R8x receiver PSB")
    // Thirty more: sixty from the receipt.
    try await district.act("extend", facts("R8x-special"), of: referral.id, by: district.policeHead, on: "2026-11-20")
    #expect(try await district.clocks(number).last == "R8x 2027-01-19")
    let clock = try #require(
      try await district.registry.clocks(of: number, for: district.police).first { $0.rule == "R8x" })
    #expect(clock.grants == [Grant("major"), Grant("special")])
    #expect(clock.isProvisional)
    try await district.act("file", of: referral.id, by: district.policeHead, on: "2026-11-20")
    #expect(
      try await district.clocks(number).suffix(2) == ["R8x 2027-01-19 satisfied 2026-11-20", "R13 2026-11-23"])
  }

  @Test func anotherAgencySeesNoClockOfAFileItMayNotSee() async throws {
    let district = try await District()
    let number = try await district.logged()
    let referral = try await district.referral(number, to: "approved")
    for stranger in [district.culture, district.police] {
      #expect(
        try await code { _ = try await district.registry.clocks(of: number, for: stranger) } == "case.unknown")
      let seen = try await district.registry.reading(stranger) { db in
        try db.first("select count(*) as n from clock") { try $0["n"] as Int }
      }
      #expect(seen == 0)
    }
    #expect(try await district.registry.clocks(of: number, for: district.prosecutor).count == 3)
    try await district.act("send", of: referral.id, by: district.handler, on: "2026-11-20")
    #expect(try await district.registry.clocks(of: number, for: district.police).count == 3)
    #expect(
      try await code { _ = try await district.registry.clocks(of: number, for: district.culture) } == "case.unknown")
  }
}

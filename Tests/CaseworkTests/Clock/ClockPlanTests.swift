import Casework
import Law
import Testing

/// What acts change in the clocks. The 2nd, 9th and 16th of November 2026 are Mondays.
@Suite struct ClockPlanTests {
  /// 2026-11-20 10:00 in Asia/Shanghai.
  private let now = Sample.today.start.adding(seconds: 36_000)
  private let handler = Sample.officer(.caseOfficer)
  private let head = Sample.officer(.head)
  private let police = Sample.officer(of: Sample.police, .caseOfficer)

  /// What an act changes, in a proceeding that is in the state given.
  private func plan(
    _ act: String, _ facts: [String: String] = [:], on day: String, in proceeding: Proceeding, by officer: Officer,
    of clocks: [Clock] = []
  ) throws(Refusal) -> ClockPlan {
    let request = Sample.sure { try Sample.request(act, facts, on: day) }
    let owner = officer.agency
    let returned = Sibling(id: 9, kind: .referral, state: "returned")
    let file = Sample.sure { try Sample.file(owner: owner, others: [returned]) }
    let step = try proceeding.step(request, by: officer, in: file, on: Sample.today)
    return try ClockPlan(step, of: clocks, by: TinyLaw.book, now: now)
  }

  /// The same for an approval.
  private func approval(on day: String, at time: String? = nil) throws(Refusal) -> ClockPlan {
    try plan(
      "approve", time.map { ["time": $0] } ?? [:], on: day, in: Sample.referral("reported"), by: head,
      of: [TinyLaw.clock("R3", from: "2026-11-18", id: 3, against: .sender)])
  }

  /// Which clock moves where: `16 2026-11-25`, and `-` where it stands still.
  private func moves(_ plan: ClockPlan) -> [String] {
    plan.moves.map { "\($0.clock) \($0.reckoning.dueDay?.description ?? "-")" }
  }

  /// How each clock ends: `16 satisfied`.
  private func ends(_ plan: ClockPlan) -> [String] { plan.ends.map { "\($0.clock) \($0.outcome.rawValue)" } }

  // MARK: Opening and acts

  @Test func openingAPenaltyStartsP1AgainstTheOwner() throws {
    let lead = try #require(PartialDay("2026-11-02"))
    let plan = ClockPlan(opening: .penalty, on: lead, by: TinyLaw.book, now: now)
    let start = try #require(plan.starts.first)
    #expect(plan.starts.count == 1)
    #expect(start.rule == "P1")
    #expect(start.liable == .owner)
    #expect(start.from == Trigger("2026-11-02"))
    #expect(start.grants.isEmpty)
    #expect(start.reckoning.timeLimit == "P1@2022-01-01")
    #expect(start.reckoning.dueDay == Day("2026-11-09"))
    #expect(start.reckoning.dueAt == Instant("2026-11-09T23:59:59.999999+08:00"))
    #expect(start.reckoning.problem == nil)
  }

  @Test func theReportOfAReferralStartsR3AgainstTheSender() throws {
    let plan = try plan(
      "report", ["findings": "涉嫌犯罪"], on: "2026-11-18", in: Sample.referral("verifying"),
      by: Sample.officer(.caseOfficer), of: [])
    #expect(plan.starts.map(\.rule) == ["R3"])
    #expect(plan.starts.map(\.liable) == [.sender])
    #expect(plan.starts.first?.reckoning.dueDay == Day("2026-11-21"))
  }

  @Test func filingSatisfiesP1AndStartsP16() throws {
    let plan = try plan(
      "file", ["officers": "甲、乙", "approver": "丙"], on: "2026-11-05", in: Sample.penalty("verification"), by: handler,
      of: [TinyLaw.clock("P1", from: "2026-11-02", id: 4)])
    #expect(ends(plan) == ["4 satisfied"])
    #expect(plan.starts.map(\.rule) == ["P16"])
    #expect(plan.starts.first?.from == Trigger("2026-11-05"))
    #expect(plan.starts.first?.reckoning.dueDay == Day("2026-11-25"))
    #expect(plan.moves.isEmpty)
  }

  @Test func aDecisionSatisfiesP16EndsP9AndStartsItsService() throws {
    let plan = try plan(
      "decide", ["outcome": "penalty", "fine": "1000"], on: "2026-11-13", in: Sample.penalty("notice"), by: head,
      of: [TinyLaw.clock("P16", from: "2026-11-05", id: 16), TinyLaw.clock("P9", from: "2026-11-12", id: 9)])
    #expect(ends(plan) == ["9 ended", "16 satisfied"])
    #expect(plan.starts.map(\.rule) == ["P17"])
    #expect(plan.starts.map(\.reckoning.dueDay) == [Day("2026-11-19")])
  }

  @Test func aNewNoticeStartsTheTimeOfThePartyAnew() throws {
    let plan = try plan(
      "notify", ["approver": "丙", "hearing": "yes"], on: "2026-11-13", in: Sample.penalty("notice"), by: handler,
      of: [TinyLaw.clock("P9", from: "2026-11-12", id: 9)])
    #expect(ends(plan) == ["9 ended"])
    #expect(plan.starts.map(\.rule) == ["P9"])
    #expect(plan.starts.first?.from == Trigger("2026-11-13"))
  }

  @Test(arguments: [("hear", []), ("waive", ["9 satisfied"])] as [(String, [String])])
  func onlyWhoGivesItUpEndsTheTimeOfTheParty(act: String, ended: [String]) throws {
    let facts = act == "hear" ? ["statement": "无异议", "response": "已记录"] : ["statement": "放弃"]
    let plan = try plan(
      act, facts, on: "2026-11-12", in: Sample.penalty("notice"), by: handler,
      of: [TinyLaw.clock("P9", from: "2026-11-12", id: 9)])
    #expect(ends(plan) == ended)
  }

  @Test(
    arguments: [("serve-by-notice", ["reason": "下落不明"], ["P18"]), ("serve", ["mode": "direct"], [])]
      as [(String, [String: String], [String])])
  func onlyServiceByPublicNoticeRunsATime(act: String, facts: [String: String], started: [String]) throws {
    let plan = try plan(act, facts, on: "2026-11-13", in: Sample.penalty("decision"), by: handler)
    #expect(plan.starts.map(\.rule) == started)
    #expect(plan.starts.allSatisfy { $0.liable == .party })
  }

  @Test func aCaseThatComesBackRunsAnew() throws {
    let plan = try plan(
      "reopen", ["reason": "公安机关退回"], on: "2026-11-13", in: Sample.penalty("investigation"), by: head)
    #expect(plan.starts.map(\.rule) == ["P16"])
    #expect(plan.starts.first?.from == Trigger("2026-11-13"))
  }

  @Test(arguments: [("verification", "P1"), ("investigation", "P16")])
  func aCaseThatComesBackRunsAnewFromWhereItIs(state: String, rule: String) throws {
    let plan = try plan(
      "reopen", ["reason": "公安机关退回"], on: "2026-11-13", in: Sample.penalty(state), by: head,
      of: [TinyLaw.clock(rule, from: "2026-11-05", id: 5)])
    #expect(ends(plan) == ["5 ended"])
    #expect(plan.starts.map(\.rule) == [rule])
    #expect(plan.starts.first?.from == Trigger("2026-11-13"))
  }

  @Test func aStartOnADateKnownToTheMonthHasAProblemAndNoDueDay() throws {
    let lead = try #require(PartialDay("2026-11"))
    let plan = ClockPlan(opening: .penalty, on: lead, by: TinyLaw.book, now: now)
    let start = try #require(plan.starts.first)
    #expect(start.from == nil)
    #expect(start.reckoning.problem == "law.from-unknown")
    #expect(start.reckoning.timeLimit == nil)
    #expect(start.reckoning.dueDay == nil)
    #expect(start.reckoning.dueAt == nil)
    #expect(!start.reckoning.isProvisional)
  }

  @Test func closingEndsEveryClock() throws {
    let plan = try plan(
      "close", ["ground": "performed"], on: "2026-11-19", in: Sample.penalty("service"), by: head,
      of: [TinyLaw.clock("K45-publish", from: "2026-11-13", id: 45), TinyLaw.clock("P17", from: "2026-11-13", id: 17)])
    #expect(ends(plan) == ["45 ended", "17 ended"])
    #expect(plan.starts.isEmpty)
    #expect(plan.moves.isEmpty)
  }

  @Test func anActWithoutClocksChangesNothing() throws {
    let plan = try plan(
      "verify", ["findings": "线索属实"], on: "2026-11-05", in: Sample.penalty("lead"), by: handler,
      of: [TinyLaw.clock("P1", from: "2026-11-02")])
    #expect(plan.isEmpty)
  }

  // MARK: Limits in hours

  @Test func anApprovalAtHalfPastNineIsDueADayLaterToTheMinute() throws {
    let plan = try approval(on: "2026-11-19", at: "09:30")
    #expect(ends(plan) == ["3 satisfied"])
    let start = try #require(plan.starts.first)
    #expect(start.rule == "R4a")
    #expect(start.liable == .sender)
    #expect(start.from == Trigger("2026-11-19T09:30+08:00"))
    #expect(start.reckoning.dueAt == Instant("2026-11-20T09:30:00+08:00"))
    #expect(start.reckoning.dueDay == Day("2026-11-20"))
  }

  @Test(
    arguments: [("10:00", nil), ("10:01", "clock.time-future"), ("23:59", "clock.time-future")] as [(String, String?)])
  func aTimeLaterThanNowIsRefused(time: String, code: String?) {
    let refused = refusal { () throws(Refusal) in _ = try approval(on: "2026-11-20", at: time) }
    #expect(refused?.code == code)
    #expect(refused?.field == code.map { _ in "facts.time" })
  }

  @Test(arguments: [("2026-11-20", "2026-11-20T10:00:00+08:00"), ("2026-11-19", "2026-11-19T00:00:00+08:00")])
  func withoutATimeAnApprovalOfTodayRunsFromNowAndOfAnEarlierDayFromItsFirstInstant(day: String, from: String) throws {
    let start = try #require(try approval(on: day).starts.first)
    let begin = try #require(Instant(from))
    #expect(start.from == .instant(begin))
    #expect(start.reckoning.dueAt == begin.adding(seconds: 86_400))
  }

  @Test func anApprovalOnAMonthHasAProblemAlsoWhereItsTimeIsKnown() throws {
    let start = try #require(try approval(on: "2026-11", at: "09:30").starts.first)
    #expect(start.from == nil)
    #expect(start.reckoning.problem == "law.from-unknown")
  }

  // MARK: Pauses

  /// P16 until the 25th, P1 until the 13th, P8 until the 12th; only the first two stand still during an appraisal.
  private func running(_ pauses: Pause...) -> [Clock] {
    [
      TinyLaw.clock("P16", from: "2026-11-05", id: 16, pauses: pauses),
      TinyLaw.clock("P1", from: "2026-11-06", id: 1, pauses: pauses),
      TinyLaw.clock("P8", from: "2026-11-09", id: 8, pauses: pauses),
    ]
  }

  private func paused(
    _ state: String = "investigation", for kinds: Set<Exclusion.Kind> = [.appraisal]
  ) -> Proceeding {
    Proceeding(
      id: 1, kind: .penalty, state: state, agency: Sample.bureau, receiver: nil, handledBy: [], pausedFor: kinds)
  }

  @Test func aPauseOnAppraisalEmptiesTheDueDayOfWhatExcludesItAndOfNothingElse() throws {
    #expect(running().map(\.dueDay) == [Day("2026-11-25"), Day("2026-11-13"), Day("2026-11-12")])
    let plan = try plan(
      "pause", ["pause": "appraisal"], on: "2026-11-10", in: paused(for: []), by: handler, of: running())
    #expect(plan.pause == .appraisal)
    #expect(moves(plan) == ["16 -", "1 -", "8 2026-11-12"])
    #expect(plan.moves.map(\.reckoning.dueAt).prefix(2) == [nil, nil])
    #expect(plan.moves.map(\.reckoning.problem) == [nil, nil, nil])
    #expect(plan.ends.isEmpty)
  }

  @Test(arguments: [
    ("2026-11-10", ["16 2026-11-26", "1 2026-11-16", "8 2026-11-12"]),
    ("2026-11-12", ["16 2026-11-28", "1 2026-11-18", "8 2026-11-12"]),
    // Ten days in all, eight of them working days.
    ("2026-11-19", ["16 2026-12-05", "1 2026-11-25", "8 2026-11-12"]),
  ])
  func resumingMovesTheDueDayByTheDaysPausedFirstAndLastIncluded(last: String, moved: [String]) throws {
    let begin = try #require(Day("2026-11-10"))
    let clocks = running(Pause(.appraisal, from: begin, to: nil))
    let plan = try plan("resume", ["pause": "appraisal"], on: last, in: paused(), by: handler, of: clocks)
    #expect(plan.resumed == Day(last))
    #expect(plan.pause == .appraisal)
    #expect(moves(plan) == moved)
  }

  @Test func aClockThatStartsWhileAPauseLastsStandsStillFromItsBeginning() throws {
    let begin = try #require(Day("2026-11-04"))
    let plan = try plan(
      "file", ["officers": "甲、乙", "approver": "丙"], on: "2026-11-05", in: paused("verification"), by: handler,
      of: [TinyLaw.clock("P1", from: "2026-11-02", pauses: [Pause(.appraisal, from: begin, to: nil)])])
    #expect(plan.starts.map(\.rule) == ["P16"])
    #expect(plan.starts.first?.reckoning.dueDay == nil)
    #expect(plan.starts.first?.reckoning.problem == nil)
  }

  @Test(
    arguments: [
      ("pause", true, "clock.paused"), ("pause", false, nil), ("resume", false, "clock.not-paused"),
      ("resume", true, nil),
    ] as [(String, Bool, String?)])
  func aSecondPauseAndAResumptionWithoutOneAreRefused(act: String, isPaused: Bool, code: String?) throws {
    let proceeding = paused(for: isPaused ? [.appraisal] : [])
    let refused = Sample.refused(proceeding, act, ["pause": "appraisal"], by: handler)
    #expect(refused?.code == code)
    #expect(refused?.kind == code.map { _ in .notAllowed })
    let allowed = proceeding.allowed(to: handler, in: try Sample.file()).map(\.act)
    // A pause for another reason stays possible.
    #expect(allowed.contains(act) == (act == "pause" || isPaused))
  }

  // 行政强制法 art. 25: what does not count is the time told to the party, from the 10th to the 12th three days.
  @Test func aTimeToldToThePartyEndsByItself() throws {
    let told = ["pause": "appraisal", "until": "2026-11-12", "document": "鉴告1号"]
    let measure = Proceeding(
      id: 1, kind: .measure, state: "in-force", agency: Sample.bureau, receiver: nil, handledBy: [],
      known: ["measure": "seizure"])
    let plan = try plan(
      "pause", told, on: "2026-11-10", in: measure, by: handler,
      of: [TinyLaw.clock("P16", from: "2026-11-05", id: 16)])
    #expect(plan.pause == .appraisal)
    #expect(plan.pausedUntil == Day("2026-11-12"))
    #expect(plan.resumed == nil)
    #expect(moves(plan) == ["16 2026-11-28"])
  }

  @Test(arguments: ["pause", "resume"]) func aPauseBeginsAndEndsOnADay(act: String) {
    let refused = refusal { () throws(Refusal) in
      _ = try plan(
        act, ["pause": "appraisal"], on: "2026-11", in: paused("filed", for: act == "resume" ? [.appraisal] : []),
        by: handler, of: running())
    }
    #expect(refused?.code == "clock.day-needed")
    #expect(refused?.field == "happenedOn")
  }

  @Test func whatWasOverBeforeAPauseStaysOver() throws {
    let over = TinyLaw.clock("P16", from: "2026-10-15", id: 16)
    #expect(over.dueDay == Day("2026-11-04"))
    let plan = try plan(
      "pause", ["pause": "appraisal"], on: "2026-11-10", in: paused(for: []), by: handler, of: [over])
    #expect(moves(plan) == [])
  }

  @Test func timeStandsStillUntilTheLastOfTwoReasonsEnds() throws {
    let (first, second) = (try #require(Day("2026-11-10")), try #require(Day("2026-11-11")))
    let clock = TinyLaw.clock(
      "P16", from: "2026-11-05", id: 16,
      pauses: [Pause(.appraisal, from: first, to: nil), Pause(.testing, from: second, to: nil)])
    let plan = try plan(
      "resume", ["pause": "appraisal"], on: "2026-11-12", in: paused(for: [.appraisal, .testing]), by: handler,
      of: [clock])
    #expect(moves(plan) == ["16 -"])
  }

  // MARK: Extensions

  private func extended(
    _ name: String, days: Int? = nil, of clocks: [Clock], on day: String = "2026-11-18"
  ) throws(Refusal) -> ClockPlan {
    var facts = ["extension": name, "reason": "案情复杂"]
    facts["days"] = days.map { String($0) }
    return try plan("extend", facts, on: day, in: Sample.penalty("filed"), by: head, of: clocks)
  }

  private func extended(byPolice name: String, of clocks: [Clock]) throws(Refusal) -> ClockPlan {
    try plan(
      "extend", ["extension": name, "approver": "丁", "reason": "跨区域"], on: "2026-11-18",
      in: Sample.referral("received"), by: police, of: clocks)
  }

  @Test func theHeadExtendsP16ByThirtyDays() throws {
    let plan = try extended("P16-head", of: [TinyLaw.clock("P16", from: "2026-11-05", id: 16)])
    #expect(plan.extensions.map(\.clock) == [16])
    #expect(plan.extensions.map(\.grant) == [Grant("head")])
    #expect(moves(plan) == ["16 2026-12-25"])
    #expect(plan.starts.isEmpty)
    #expect(plan.ends.isEmpty)
  }

  @Test func theHeadsTogetherExtendItFurtherByAsLongAsTheySay() throws {
    let plan = try extended(
      "P16-collective", days: 15, of: [TinyLaw.clock("P16", from: "2026-11-05", id: 16, grants: [Grant("head")])])
    #expect(plan.extensions.map(\.grant) == [Grant("collective", length: 15)])
    #expect(moves(plan) == ["16 2027-01-09"])
    #expect(plan.moves.map(\.reckoning.isProvisional) == [true])
  }

  @Test(
    arguments: [
      ("P16-collective", 15, [], "law.extension-after"), ("P16-collective", nil, ["head"], "law.extension-length"),
      ("P16-head", 30, [], "law.extension-fixed"), ("P16-head", nil, ["head"], "law.extension-twice"),
      ("P8-head", 5, [], "clock.not-running"), ("P1-head", nil, [], "clock.not-running"),
    ] as [(String, Int?, [String], String)])
  func anExtensionThatTheRuleDoesNotAllowIsRefused(name: String, days: Int?, granted: [String], code: String) {
    let clock = TinyLaw.clock("P16", from: "2026-11-05", grants: granted.map { Grant($0) })
    let refused = refusal { () throws(Refusal) in _ = try extended(name, days: days, of: [clock]) }
    #expect(refused?.code == code)
    #expect(refused?.field == "facts.extension")
  }

  @Test func anExtensionOfAPausedClockKeepsItStandingStill() throws {
    let begin = try #require(Day("2026-11-10"))
    let pause = Pause(.appraisal, from: begin, to: nil)
    let plan = try extended("P16-head", of: [TinyLaw.clock("P16", from: "2026-11-05", id: 16, pauses: [pause])])
    #expect(plan.extensions.map(\.grant) == [Grant("head")])
    #expect(moves(plan) == ["16 -"])
  }

  @Test func whatIsOverIsNoLongerExtended() {
    let clock = TinyLaw.clock("P16", from: "2026-10-28", id: 16)
    #expect(clock.dueDay == Day("2026-11-17"))
    let refused = refusal { () throws(Refusal) in _ = try extended("P16-head", of: [clock]) }
    #expect(refused?.code == "clock.over")
    #expect(refused?.field == "happenedOn")
  }

  @Test func aMajorCaseReplacesR8ByThirtyDaysFromTheSameTrigger() throws {
    let clock = TinyLaw.clock("R8", from: "2026-11-16", id: 8, against: .receiver)
    let plan = try extended(byPolice: "R8x-major", of: [clock])
    #expect(clock.dueDay == Day("2026-11-19"))
    #expect(ends(plan) == ["8 ended"])
    let start = try #require(plan.starts.first)
    #expect(plan.starts.count == 1)
    #expect(start.rule == "R8x")
    #expect(start.from == Trigger("2026-11-16"))
    #expect(start.liable == .receiver)
    #expect(start.grants == [Grant("major")])
    #expect(start.reckoning.dueDay == Day("2026-12-16"))
    #expect(plan.extensions.isEmpty)
  }

  @Test func aSpecialCaseAddsThirtyDaysToAMajorOne() throws {
    let clock = TinyLaw.clock("R8x", from: "2026-11-16", id: 9, against: .receiver, grants: [Grant("major")])
    let plan = try extended(byPolice: "R8x-special", of: [clock])
    #expect(plan.starts.isEmpty)
    #expect(plan.ends.isEmpty)
    #expect(plan.extensions.map(\.clock) == [9])
    #expect(moves(plan) == ["9 2027-01-15"])
  }

  @Test func aSpecialCaseThatIsNoMajorOneIsRefused() {
    let clock = TinyLaw.clock("R8", from: "2026-11-16", against: .receiver)
    let refused = refusal { () throws(Refusal) in _ = try extended(byPolice: "R8x-special", of: [clock]) }
    #expect(refused?.code == "law.extension-after")
    #expect(refused?.field == "facts.extension")
  }
}
